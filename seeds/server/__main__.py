"""``python -m seeds.server``: the seed portal in the foreground, until Ctrl-C or SIGTERM."""

from __future__ import annotations

import signal
import sys
import threading

import click

from parkwatch.errors import ParkwatchError
from parkwatch.settings import load_settings
from seeds.server.serve import serve

DEFAULT_ENVIRONMENT = {f"PARKWATCH_SEED_PORT_{n}": str(8471 + n) for n in range(5)}
"""The ports that the portal files take where nothing is set."""


@click.command()
@click.option("--port", type=click.IntRange(0, 65531), help="First of five ports (default PARKWATCH_SEED_PORT); 0: free ones.")
def main(port: int | None) -> None:
    """Show the five seeds as the five sites that they came from, on 127.0.0.1."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        with serve(load_settings().seed_port if port is None else port) as portal:
            for name, address in portal.addresses.items():
                click.echo(f"{name:16} {address}")
            if portal.environment != DEFAULT_ENVIRONMENT:
                click.echo("To crawl it: export " + " ".join(f"{name}={value}" for name, value in portal.environment.items()))
            click.echo("Ctrl-C ends it.")
            stop.wait()
    except ParkwatchError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
