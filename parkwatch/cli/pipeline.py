"""`parkwatch crawl`, `backfill` and `replay`: single steps and the past, on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console

from parkwatch.errors import ParkwatchError


@contextmanager
def _opened(mode: str, portals: tuple[str, ...]) -> Iterator[tuple[Any, list[str], Console]]:
    from parkwatch import steps
    from parkwatch.cli.run import new_run_id, seed_portal

    run_id = new_run_id(mode)
    with steps.open_run(run_id) as run:
        os.environ["PARKWATCH_DATABASE_URL"] = run.database_url
        with seed_portal(run.settings, portals):
            yield run, steps.open_portals(run_id, portals), Console()


def _shown(counts: dict[str, int]) -> str:
    return ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in counts.items())


@click.command()
@click.argument("portal")
def crawl(portal: str) -> None:
    """Fetch what is new on PORTAL into the archive, and no more."""
    from parkwatch import steps

    with _opened("crawl", (portal,)) as (run, _, console):
        console.print(f"{portal}: {_shown(steps.crawl(portal, run.run_id))}", highlight=False, soft_wrap=True)


@click.command()
@click.option("--portal", required=True, help="The portal.")
@click.option("--from", "first", required=True, help="First day, such as 2024-01-01.")
@click.option("--to", "last", required=True, help="Last day.")
def backfill(portal: str, first: str, last: str) -> None:
    """Read a portal's past, month by month, the latest first; goes on where it was stopped, and never alerts as news."""
    from parkwatch import steps

    steps.parse_window(first, last)
    failed = {}
    with _opened("backfill", (portal,)) as (run, _, console):
        windows = steps.plan_backfill(portal, first, last, run.run_id)
        if not windows:
            console.print(f"{portal}: every window from {first} to {last} is done")
        for number, window in enumerate(windows, 1):
            head = f"[{number}/{len(windows)}] {window['from']} to {window['to']}"
            console.print(f"{head} …", highlight=False, markup=False, soft_wrap=True)
            try:
                counts = steps.backfill_window(window, run.run_id)
                console.print(f"{head}: {_shown(counts)}", highlight=False, markup=False, soft_wrap=True)
            except ParkwatchError as error:
                failed[window["from"]] = str(error)
                console.print(f"{head}: failed: {error}", highlight=False, markup=False, soft_wrap=True)
    if failed:
        raise ParkwatchError(f"{len(failed)} of {len(windows)} windows failed; run the same command again to try them again")


@click.command()
@click.option("--portal", "portals", multiple=True, help="A portal to read again; all enabled ones where it does not stand.")
def replay(portals: tuple[str, ...]) -> None:
    """Read pages again from the archive with today's extractor, without one request."""
    from parkwatch import steps

    with _opened("replay", portals) as (run, chosen, console):
        for portal in chosen:
            console.print(f"{portal}: {_shown(steps.replay(portal, run.run_id))}", highlight=False, soft_wrap=True)
