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

INTERRUPTED = "interrupted; what was fetched and loaded stays, and the next run goes on from there"


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
    for sign in (signal.SIGTERM, signal.SIGHUP):  # so that servers and children that a command started end with it
        if signal.getsignal(sign) is not signal.SIG_IGN:  # nohup's
            signal.signal(sign, _end)
    try:
        status = main(prog_name="parkwatch", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        status = error.exit_code
    except click.ClickException as error:
        status = _failed(error.format_message() + _where_help_is(error), error.exit_code)
    except click.Abort:  # Ctrl-C
        status = _failed(INTERRUPTED, 128 + signal.SIGINT)
    except Ended as ended:
        status = _failed(INTERRUPTED, ended.code)
    except ParkwatchError as error:
        status = _failed(str(error), 2 if isinstance(error, UsageError) else 1)
    except OSError as error:  # no space, no right; a closed pipe is click's, and silent
        status = _failed(f"{error.strerror or error}" + (f": {error.filename}" if error.filename else ""), 1)
    sys.exit(status if isinstance(status, int) else 0)


class Ended(SystemExit):
    """A signal asked this process to end; its code is the exit status."""

    code: int


def _end(number: int, _frame: object) -> None:
    signal.signal(number, signal.SIG_IGN)  # what is ended in order is not disturbed by a second request
    raise Ended(128 + number)


def _failed(message: str, status: int) -> int:
    from parkwatch.cli.plain import printable

    click.echo(f"error: {printable(' '.join(message.split()))}", err=True)
    return status


def _where_help_is(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f" ({context.command_path} --help)" if context else ""


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="parkwatch")
def main() -> None:
    """Watch what local news report about industrial parks."""
