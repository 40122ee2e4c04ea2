"""`parkwatch sql`, `export` and `quarantine`: look into the warehouse."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.table import Column, Table

from parkwatch.cli.plain import cell, wide_console
from parkwatch.errors import ParkwatchError, UsageError
from parkwatch.settings import load_settings

SHOWN = 200  # rows of a query on a terminal


@click.command()
@click.argument("query")
def sql(query: str) -> None:
    """Run a QUERY that only reads, and show its rows."""
    import psycopg

    from warehouse.server import database

    with database(load_settings()) as url, psycopg.connect(url) as connection:
        connection.read_only = True
        try:
            # Prepared, it is one statement, and no second one can follow the end of the transaction that only reads.
            cursor = connection.execute(query.encode(), prepare=True)
            names = [column.name for column in cursor.description or ()]
            rows: list[Any] = cursor.fetchmany(SHOWN + 1) if names else []
        except psycopg.Error as error:
            raise UsageError(f"the query cannot be run: {' '.join(str(error).split())}") from None
    table = Table(*names)
    for row in rows[:SHOWN]:
        table.add_row(*map(cell, row))
    wide_console().print(table)
    if len(rows) > SHOWN:
        click.echo(f"The first {SHOWN} rows; `parkwatch export` writes them all.", err=True)


@click.command()
@click.option("--format", "kind", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write; else standard output.")
@click.option("--portal", help="Only this portal's.")
@click.option("--park", help="Only this park's, by id or full name.")
@click.option("--indicator", help="Only this code.")
@click.option("--since", metavar="DATE", help="Only what was loaded on this day or later.")
@click.option("--every-revision", is_flag=True, help="Earlier revisions too.")
def export(*, kind: Any, output: Path | None, since: str | None, **chosen: Any) -> None:
    """Write observations with their sentences and addresses as CSV or JSON lines."""
    from warehouse.export import export as write
    from warehouse.server import database

    try:
        day = date.fromisoformat(since) if since else None
    except ValueError:
        raise UsageError(f"--since: {since!r} is no date such as 2026-01-31") from None
    with database(load_settings()) as url:
        count = write(url, output or sys.stdout.buffer, kind, since=day, **chosen)
    click.echo(f"{count} observations", err=True)


@click.group()
def quarantine() -> None:
    """See what the gate kept out, and let it be read again."""


@quarantine.command("list")
@click.option("--portal", help="Only this portal's.")
@click.option("--rule", help="Only what broke this rule.")
@click.option("--released", is_flag=True, help="What was released, too.")
def list_rows(portal: str | None, rule: str | None, released: bool) -> None:
    """Show what is in quarantine, with rule and reason."""
    from warehouse import quarantine as rows
    from warehouse.server import database

    with database(load_settings()) as url:
        found = rows.find(url, portal=portal, rule=rule, released=released)
    table = Table("id", "portal", "what", "rule", "reason", Column("address", overflow="fold"), "value")
    for row in found:
        value = " ".join(str(row.payload[key]) for key in ("indicator_text", "value", "unit") if key in row.payload)
        table.add_row(*map(cell, (row.quarantine_id, row.portal, row.subject, row.rule, row.reason, row.url, value)))
    wide_console().print(table if found else "The quarantine is empty.")


@quarantine.command()
@click.argument("ids", nargs=-1, type=int, required=True)
def release(ids: tuple[int, ...]) -> None:
    """Let the pages of the rows IDS be read again by the next run."""
    from warehouse import quarantine as rows
    from warehouse.server import database

    with database(load_settings()) as url:
        count = rows.release(url, list(ids))
    if count < len(ids):
        raise ParkwatchError(f"{count} of {len(ids)} rows were released; the others are not in quarantine")
    click.echo(f"{count} rows released; the next run reads their pages again")
