"""Starts Airflow: its settings for one home, a DAG run in one process, and scheduler and page for `parkwatch up`.

Everything it starts is in a session of its own, so that ending the group ends every process. It listens on 127.0.0.1 only.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import signal
import subprocess
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

from parkwatch.errors import ParkwatchError
from parkwatch.settings import PROJECT_ROOT, Settings

PATIENCE = 10  # seconds between SIGTERM and SIGKILL
IN_ORDER = (signal.SIGTERM, signal.SIGKILL)


def environment(settings: Settings, database_url: str, metadata_url: str) -> dict[str, str]:
    """Environment of every Airflow process of this home.

    Args:
        settings: the settings.
        database_url: the warehouse, which tasks use.
        metadata_url: Airflow's own database on the same server, as SQLAlchemy writes it.
    """
    keys = _keys(settings.airflow_home)
    page = f"http://127.0.0.1:{settings.airflow_port}"
    own = {
        "AIRFLOW_HOME": str(settings.airflow_home),
        "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT_ROOT / "dags"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__DEFAULT_TIMEZONE": "Asia/Shanghai",
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__PARALLELISM": "4",  # the default of 32 starts 43 processes and takes 1.4 GB
        "AIRFLOW__CORE__FERNET_KEY": keys["fernet"],
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": "True",  # the page is on loopback, for whoever started it
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{page}/execution/",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": metadata_url,
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC": metadata_url,  # psycopg does both; the default asks for asyncpg
        "AIRFLOW__DAG_PROCESSOR__PARSING_PROCESSES": "1",
        "AIRFLOW__WORKERS__EXECUTION_API_TIMEOUT": "30",  # the default of 5 s fails a task on a busy laptop
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__PORT": str(settings.airflow_port),
        "AIRFLOW__API__WORKERS": "1",
        "AIRFLOW__API__BASE_URL": page,
        "AIRFLOW__API__SECRET_KEY": keys["api"],
        "AIRFLOW__API_AUTH__JWT_SECRET": keys["jwt"],
        "PARKWATCH_HOME": str(settings.home_path),
        "PARKWATCH_DATABASE_URL": database_url,
        "GX_ANALYTICS_ENABLED": "false",
        "PYTHONPATH": os.pathsep.join(filter(None, (str(PROJECT_ROOT), os.environ.get("PYTHONPATH", "")))),
    }
    # Another installation's AIRFLOW__… in the caller's environment must not reach ours.
    return {k: v for k, v in os.environ.items() if not k.startswith("AIRFLOW")} | own


def _keys(airflow_home: Path) -> dict[str, str]:
    path = airflow_home / "keys.json"
    if not path.exists():
        airflow_home.mkdir(parents=True, exist_ok=True)
        fernet = urlsafe_b64encode(secrets.token_bytes(32)).decode()
        fresh = {"fernet": fernet, "api": secrets.token_hex(32), "jwt": secrets.token_hex(32)}
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as stream:
            json.dump(fresh, stream)
    keys: dict[str, str] = json.loads(path.read_text())
    return keys


def command(*arguments: str) -> list[str]:
    """The command line of an Airflow command in this environment."""
    return [sys.executable, "-m", "airflow", *arguments]


def migrate(settings: Settings, env: Mapping[str, str], log: Path) -> bool:
    """Bring Airflow's metadata up to date; say whether there was anything to do.

    A stamp beside the home spares a run the seconds that the question alone takes.

    Raises:
        ParkwatchError: Airflow could not; the message names the log.
    """
    state = hashlib.sha256(f"{version('apache-airflow')} {env['AIRFLOW__DATABASE__SQL_ALCHEMY_CONN']}".encode()).hexdigest()
    stamp = settings.airflow_home / "migrated"
    if stamp.exists() and stamp.read_text() == state:
        return False
    if run(("db", "migrate"), env, log) != 0:
        raise ParkwatchError(f"Airflow's metadata could not be set up; {log} says why")
    stamp.write_text(state)
    return True


def run(arguments: Sequence[str], env: Mapping[str, str], log: Path) -> int:
    """Run an Airflow command to its end, its output going to ``log``; gives the exit status."""
    with started(arguments, env, log) as process:
        return process.wait()


def dag_test(dag: str, conf: Mapping[str, Any], env: Mapping[str, str], log: Path) -> Any:
    """A DAG run in one process of its own, without a scheduler: a context that gives the process.

    Where it has to be ended it is killed, which every step takes: `dags test` answers SIGTERM by going on, without the children
    that SIGTERM ended, and would take what they did not do for failures.
    """
    return started(("dags", "test", dag, "--conf", json.dumps(conf)), env, log, ended_by=(signal.SIGKILL,))


@contextmanager
def started(
    arguments: Sequence[str], env: Mapping[str, str], log: Path, ended_by: Sequence[signal.Signals] = IN_ORDER,
) -> Iterator[subprocess.Popen[bytes]]:
    """Start an Airflow command in a session of its own; the whole session is ended with the context."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as stream:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and fixed arguments
            command(*arguments), env=dict(env), stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        end_session(process, ended_by)


def ask_to_end(processes: Iterable[subprocess.Popen[bytes]]) -> None:
    """Send SIGTERM to each process's session, and wait for none."""
    for process in processes:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)


def end_session(process: subprocess.Popen[bytes], signs: Sequence[signal.Signals] = IN_ORDER) -> None:
    """End a process and all of its session; each signal has its time before the next one is sent."""
    for sign in signs:
        try:
            os.killpg(process.pid, sign)
        except ProcessLookupError:
            break
        try:
            process.wait(PATIENCE if sign is signal.SIGTERM else 5)
        except subprocess.TimeoutExpired:
            continue
    process.wait()
