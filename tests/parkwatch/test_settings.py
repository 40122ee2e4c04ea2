"""Settings that cannot be used are one clear error, which never shows a secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from parkwatch.errors import UsageError
from parkwatch.settings import load_settings


@pytest.mark.parametrize(("name", "value", "told"), [
    ("PARKWATCH_CHANNELS", "mailto://watch:s3cret@yunlu.example", "channels"),
    ("PARKWATCH_CHANNELS", '{"s3cret": 1}', "channels"),
    ("PARKWATCH_SEED_PORT", "70000", "seed_port"),
    ("PARKWATCH_AIRFLOW_PORT", "0", "airflow_port"),
])
def test_a_value_that_is_none(name: str, value: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(UsageError, match=told) as error:
        load_settings()
    assert "s3cret" not in str(error.value)


@pytest.mark.parametrize("body", [b"home = = ", b"\xff\xfe", b"channels = ['s3cret'"])
def test_a_file_that_is_no_toml(body: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "parkwatch.toml").write_bytes(body)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"parkwatch\.toml") as error:
        load_settings()
    assert "s3cret" not in str(error.value)
