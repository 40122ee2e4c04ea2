"""The command line.

Each command's module is imported only when it is called: ``parkwatch extract`` loads no Airflow and no database.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Mapping
from importlib import import_module

import click

from parkwatch.errors import ParkwatchError, UsageError

# Command → the module that holds it, and its name there.
COMMANDS = {
    "backfill": "parkwatch.cli.pipeline:backfill",
    "crawl": "parkwatch.cli.pipeline:crawl",
    "doctor": "parkwatch.cli.doctor:doctor",
    "down": "parkwatch.cli.up:down",
    "export": "parkwatch.cli.warehouse:export",
    "extract": "parkwatch.cli.extract:extract",
    "portal": "parkwatch.cli.portal:portal",
    "quarantine": "parkwatch.cli.warehouse:quarantine",
    "replay": "parkwatch.cli.pipeline:replay",
    "run": "parkwatch.cli.run:run",
    "sql": "parkwatch.cli.warehouse:sql",
    "up": "parkwatch.cli.up:up",
}


class LazyGroup(click.Group):
    """A group whose commands are imported on use."""

    def __init__(self, *args: object, commands_at: Mapping[str, str] = COMMANDS, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # click's own arguments, handed through
        self._commands_at = commands_at

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, without importing one."""
        return sorted({*super().list_commands(ctx), *self._commands_at})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in self._commands_at:
            return super().get_command(ctx, cmd_name)
        module, _, name = self._commands_at[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command), f"{module}:{name} is no command"  # noqa: S101 - a mistake in COMMANDS
        return command


def cli() -> None:
    """Run a command; an error is one line on standard error, and the exit status says what kind: 1, or 2 for a wrong call."""
    signal.signal(signal.SIGTERM, _end)  # so that servers and children that a command started end with it
    try:
        main()
    except ParkwatchError as error:
        click.echo(f"error: {' '.join(str(error).split())}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)


def _end(number: int, _frame: object) -> None:
    sys.exit(128 + number)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="parkwatch")
def main() -> None:
    """Watch what local news report about industrial parks."""
