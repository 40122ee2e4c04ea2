"""`parkwatch run`: the nightly run, through Airflow, and then what it found."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from typing import Any

import click
from rich.console import Console

from parkwatch.cli.plain import wide_console
from parkwatch.errors import ParkwatchError, UsageError
from parkwatch.progress import Follower, progress_file
from parkwatch.settings import Settings, load_settings

SEED_PREFIX = "seed-"
SERVED_ELSEWHERE = "PARKWATCH_SEED_PORT_0"  # who serves the seed portal points the portal files at it


def new_run_id(mode: str) -> str:
    """A name for a run that the command line starts."""
    return f"{mode}-{datetime.now(UTC):%Y-%m-%dT%H-%M-%S}-{os.getpid()}"


@contextmanager
def seed_portal(settings: Settings, portals: Sequence[str]) -> Iterator[None]:
    """Serve the seed portal where a portal that runs is a part of it (every enabled one runs where none is named)."""
    from crawlers.portal import load_portals

    names = portals or [p.portal for p in load_portals(settings.portals).values() if p.enabled]
    if not any(name.startswith(SEED_PREFIX) for name in names) or SERVED_ELSEWHERE in os.environ:
        yield
        return
    from seeds.server import serve

    with serve(settings.seed_port) as served:
        os.environ.update(served.environment)  # the portal files' addresses name these ports
        yield


@click.command()
@click.option("--portal", "portals", multiple=True, help="A portal to run, as often as needed; all enabled ones else.")
@click.option("--seed", is_flag=True, help="Run the seed portal's five sites, served on 127.0.0.1 while it runs.")
@click.option("--without-airflow", is_flag=True, help="Run the same steps in this process.")
def run(portals: tuple[str, ...], seed: bool, without_airflow: bool) -> None:
    """Crawl, read, gate and load every portal, deliver alerts, and say what is new."""
    from parkwatch import steps
    from parkwatch.cli.summary import print_summary

    console = wide_console()
    settings = load_settings()
    run_id = new_run_id("nightly")
    chosen = list(portals) + (_seed_names(settings) if seed else [])
    with ExitStack() as stack:
        console.print("Opening the warehouse …")
        opened = stack.enter_context(steps.open_run(run_id, settings))
        os.environ["PARKWATCH_DATABASE_URL"] = opened.database_url  # every step below uses this one
        stack.enter_context(seed_portal(settings, chosen))
        chosen = steps.open_portals(run_id, chosen)
        console.print(f"Running {len(chosen)} portals: {', '.join(chosen)}")
        failed = _in_process(opened, chosen) if without_airflow else _through_airflow(console, opened, chosen)
        print_summary(console, opened)
    if failed:
        raise ParkwatchError("; ".join(failed))


def _seed_names(settings: Settings) -> list[str]:
    names = sorted(p.stem for p in settings.portals.glob(f"{SEED_PREFIX}*.yml"))
    if not names:
        raise UsageError(f"--seed: {settings.portals} holds no {SEED_PREFIX}*.yml")
    return names


def _through_airflow(console: Console, opened: Any, portals: list[str]) -> list[str]:
    from parkwatch import airflow
    from parkwatch.cli.progress_view import ProgressView
    from warehouse.server import airflow_url, create_airflow_database

    settings: Settings = opened.settings
    log = settings.home_path / "logs" / f"{opened.run_id}.log"
    env = airflow.environment(settings, opened.database_url, airflow_url(opened.database_url))
    env["PARKWATCH_RUN_ID"] = opened.run_id
    console.print("Preparing Airflow …")
    create_airflow_database(opened.database_url)
    airflow.migrate(settings, env, log)
    console.print(f"Airflow runs the nightly DAG; its log is {log}")
    with airflow.dag_test("nightly", {"portals": portals}, env, log) as process:
        view = ProgressView(console, Follower(progress_file(settings.home_path, opened.run_id)))
        failed = view.follow(lambda: process.poll() is None)
        status = process.wait()
    if status and not failed:
        return [f"Airflow's run ended with exit status {status}; {log} says why"]
    return [f"{event.portal or 'all portals'}: {event.message}" for event in failed]


def _in_process(opened: Any, portals: list[str]) -> list[str]:
    from parkwatch import steps

    failed = steps.run_all(opened.run_id, portals)
    return [f"{portal}: {reason}" for portal, reason in failed.items()]
