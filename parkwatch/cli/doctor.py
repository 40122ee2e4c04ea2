"""`parkwatch doctor`: is everything there that a run needs?"""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable

import click

from parkwatch.errors import ParkwatchError
from parkwatch.settings import Settings, load_settings


@click.command()
def doctor() -> None:
    """Check settings, portal files, archive, warehouse, channels and ports; each with what to do where it is not right."""
    settings = load_settings()
    checks: dict[str, Callable[[Settings], str]] = {
        "Python": lambda _: sys.version.split()[0],
        "home": _home, "portals": _portals, "archive": _archive, "warehouse": _warehouse, "channels": _channels,
        "ports": _ports,
    }
    wrong = 0
    for name, check in checks.items():
        try:
            click.echo(f"  right  {name}: {check(settings)}")
        except Exception as error:  # whatever is wrong with one, the others are looked at
            wrong += 1
            told = str(error) if isinstance(error, ParkwatchError) else f"{type(error).__name__}: {error}"
            click.echo(f"  WRONG  {name}: {' '.join(told.split())}")
    if wrong:
        raise ParkwatchError(f"{wrong} of {len(checks)} checks failed")


def _home(settings: Settings) -> str:
    settings.home_path.mkdir(parents=True, exist_ok=True)
    probe = settings.home_path / ".writable"
    probe.touch()
    probe.unlink()
    return str(settings.home_path)


def _portals(settings: Settings) -> str:
    from crawlers.portal import load_portals

    portals = load_portals(settings.portals)
    beyond = [p.portal for p in portals.values() if p.enabled and not p.allow_loopback]
    if beyond and not settings.contact:
        raise ParkwatchError(f"PARKWATCH_CONTACT is not set; without it these are not crawled: {', '.join(beyond)}")
    return f"{len(portals)} files, {sum(p.enabled for p in portals.values())} enabled"


def _archive(settings: Settings) -> str:
    from crawlers.archive import filesystem

    place, path = filesystem(settings.archive_url)
    place.makedirs(path, exist_ok=True)
    return settings.archive_url


def _warehouse(settings: Settings) -> str:
    import psycopg

    from warehouse.migrate import migrate
    from warehouse.server import database

    with database(settings) as url:
        migrate(url)
        with psycopg.connect(url) as connection:
            row = connection.execute("SELECT version(), (SELECT count(*) FROM parkwatch.observation)").fetchone()
    version, observations = row or ("", 0)
    return f"{' '.join(str(version).split()[:2])}, {observations} observations"


def _channels(settings: Settings) -> str:
    from alerts.channel import Channel

    for address in settings.channels:
        Channel(address)
    return f"{len(settings.channels)} set" if settings.channels else "none is set; alerts go to a file under home"


def _ports(settings: Settings) -> str:
    taken = []
    for port in (settings.airflow_port, *range(settings.seed_port, settings.seed_port + 5)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                taken.append(port)
    if taken:
        ports = ", ".join(map(str, taken))
        raise ParkwatchError(f"taken on 127.0.0.1: {ports} (PARKWATCH_AIRFLOW_PORT and PARKWATCH_SEED_PORT move them)")
    return f"{settings.airflow_port} and {settings.seed_port} to {settings.seed_port + 4} are free"
