"""`parkwatch portal`: what portals there are, and whether their files hold."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Table

from parkwatch.settings import load_settings


@click.group()
def portal() -> None:
    """List and check portal files."""


@portal.command("list")
def list_portals() -> None:
    """Show every portal of the folder of portal files."""
    from crawlers.portal import load_portals
    from parkwatch.cli.plain import wide_console

    table = Table("portal", "name", "place", "ways", "enabled", "verified")
    for definition in load_portals(load_settings().portals).values():
        ways = ", ".join(dict.fromkeys(source.spider for source in definition.lists))
        table.add_row(definition.portal, definition.name, definition.place, ways, "yes" if definition.enabled else "no",
                      str(definition.verified))
    wide_console().print(table)


@portal.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Check portal FILES, or every file of the folder; the first fault ends it with one line that names it."""
    from crawlers.portal import load_portal

    paths = files or tuple(sorted(load_settings().portals.glob("*.yml")))
    for path in paths:
        load_portal(path)
    click.echo(f"{len(paths)} portal files are right")
