"""`parkwatch up` and `down`: Airflow with scheduler and page; and the end of whatever was left behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from contextlib import ExitStack
from types import FrameType
from urllib.error import URLError
from urllib.request import urlopen

import click
from rich.console import Console

from parkwatch.errors import ParkwatchError
from parkwatch.settings import Settings, load_settings

# Logs are read from the disk that all parts share; the server for them would listen beyond loopback.
PARTS = {"api-server": (), "dag-processor": (), "scheduler": ("--skip-serve-logs",)}
HEALTHY_WITHIN = 120  # seconds
LOOK_EVERY = 0.5


@click.command()
def up() -> None:
    """Start Airflow with scheduler and page on 127.0.0.1, the nightly schedule on; Ctrl-C ends all of it."""
    from parkwatch import airflow, steps
    from parkwatch.cli.run import new_run_id, seed_portal
    from warehouse.server import airflow_url, create_airflow_database

    console, settings = Console(), load_settings()
    _refuse_taken_port(settings)
    for sign in (signal.SIGTERM, signal.SIGINT):  # a shell starts a job in the background with SIGINT ignored
        signal.signal(sign, _interrupt)
    run_id = new_run_id("up")
    with ExitStack() as stack:
        console.print("Opening the warehouse …")
        opened = stack.enter_context(steps.open_run(run_id, settings))
        os.environ["PARKWATCH_DATABASE_URL"] = opened.database_url
        stack.enter_context(seed_portal(settings, ()))
        portals = steps.open_portals(run_id)
        env = airflow.environment(settings, opened.database_url, airflow_url(opened.database_url))
        logs = settings.home_path / "logs"
        console.print("Preparing Airflow …")
        create_airflow_database(opened.database_url)
        airflow.migrate(settings, env, logs / "airflow-migrate.log")
        console.print(f"Starting Airflow's {', '.join(PARTS)}; their logs are in {logs}")
        parts: dict[str, subprocess.Popen[bytes]] = {}
        try:
            for part, options in PARTS.items():
                parts[part] = stack.enter_context(airflow.started((part, *options), env, logs / f"{part}.log"))
                if part == "api-server":
                    _await_health(parts, settings)  # a task that is started before it answers would fail
            console.print(f"Airflow's page: http://127.0.0.1:{settings.airflow_port}")
            console.print(f"Portals of the nightly run (02:30 Asia/Shanghai): {', '.join(portals)}\nCtrl-C ends it.")
            while not _ended(parts):
                time.sleep(LOOK_EVERY)
            raise ParkwatchError(f"Airflow's {' and '.join(_ended(parts))} ended by itself; its log in {logs} says why")
        except KeyboardInterrupt:
            console.print("\nEnding Airflow …")
        finally:
            airflow.ask_to_end(parts.values())  # all at once, before each is waited for


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _ended(parts: dict[str, subprocess.Popen[bytes]]) -> list[str]:
    return [name for name, process in parts.items() if process.poll() is not None]


def _refuse_taken_port(settings: Settings) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", settings.airflow_port))
        except OSError:
            raise ParkwatchError(
                f"port {settings.airflow_port} on 127.0.0.1 is taken; PARKWATCH_AIRFLOW_PORT names another") from None


def _await_health(parts: dict[str, subprocess.Popen[bytes]], settings: Settings) -> None:
    deadline, logs = time.monotonic() + HEALTHY_WITHIN, settings.home_path / "logs"
    while time.monotonic() < deadline:
        if ended := _ended(parts):
            raise ParkwatchError(f"Airflow's {ended[0]} did not start; {logs / ended[0]}.log says why")
        try:
            with urlopen(f"http://127.0.0.1:{settings.airflow_port}/api/v2/monitor/health", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            pass
        time.sleep(LOOK_EVERY)
    raise ParkwatchError(f"Airflow's page did not answer within {HEALTHY_WITHIN} s; the logs are in {logs}")


@click.command()
def down() -> None:
    """End the embedded server of this home, where a killed process left it."""
    from warehouse.server import running_server

    settings = load_settings()
    if settings.database_url is None and (settings.home_path / "postgres").exists():
        with running_server(settings.home_path):
            pass  # whoever holds a server last ends it
