"""Settings: environment variables ``PARKWATCH_*``, then ``parkwatch.toml``, then defaults."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from parkwatch.errors import UsageError

PROJECT_ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Everything that differs from one installation to the next."""

    model_config = SettingsConfigDict(env_prefix="PARKWATCH_", toml_file="parkwatch.toml", extra="forbid")

    home: Path = Field(Path(".parkwatch"), description="Folder of everything that Parkwatch keeps on this machine.")
    database_url: SecretStr | None = Field(
        None, description="PostgreSQL 15 or newer, postgresql://user:password@host/name; the embedded server where unset.")
    archive: str = Field("", description="fsspec address of the WARC archive; the folder archive/ under home where empty.")
    portals: Path = Field(
        PROJECT_ROOT / "crawlers" / "portals", description="Folder of the portal files, one YAML file a portal.")
    channels: list[SecretStr] = Field(
        default_factory=list, description="Apprise addresses that alerts go to; a file under home where empty.")
    contact: str = Field("", description="Contact address that the User-Agent carries; crawling beyond loopback needs one.")
    seed_port: int = Field(8471, ge=0, le=65531, description="First of five ports on 127.0.0.1 that the seed portal listens on.")
    airflow_port: int = Field(8080, ge=1, le=65535, description="Port on 127.0.0.1 of Airflow's page.")

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings' own signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings' own signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then environment, then ``parkwatch.toml`` in the working folder."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def home_path(self) -> Path:
        """The absolute home folder."""
        return self.home.expanduser().absolute()

    @property
    def archive_url(self) -> str:
        """The archive's fsspec address."""
        return self.archive or str(self.home_path / "archive")

    @property
    def airflow_home(self) -> Path:
        """Airflow's own folder."""
        return self.home_path / "airflow"


def load_settings(**overrides: Any) -> Settings:
    """Read the settings.

    Raises:
        UsageError: the file cannot be read, or a setting is unknown or has no usable value; the message names each, never a
            secret's value.
    """
    try:
        return Settings(**overrides)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'settings'}: {e['msg']}" for e in error.errors(include_input=False))
    except SettingsError as error:
        faults = f"{error}: it is written as JSON"
    except (OSError, ValueError) as error:  # the file is no TOML, no UTF-8, or closed to us
        raise UsageError(f"parkwatch.toml cannot be read: {getattr(error, 'strerror', None) or error}") from None
    raise UsageError(f"settings (PARKWATCH_* or parkwatch.toml): {faults}")
