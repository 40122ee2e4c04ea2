"""A load that is killed with kill -9 at any of its steps: nothing of it stands, and the next ends as if it had been the first."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest

from parkwatch.errors import ParkwatchError
from parkwatch.records import LoadedReport
from transforms import copies
from warehouse import load
from warehouse.embedded import postmaster
from warehouse.migrate import migrate
from warehouse.server import running_server

from .stories import Warehouse, draft, story

LOAD = """
import sys
from parkwatch.records import AlertDraft
from transforms import copies
from warehouse import load
load.load(sys.argv[1], "alpha", "run-1", alert_for=lambda r: AlertDraft(r.fingerprint, r.title, "text"),
          copy_rules=copies)
"""
GATE = 4711  # an advisory lock that a trigger waits for: the load stands still at a place of our choice


def stage(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page("/known"), story(50.0)), run_id="run-0")
    warehouse.stage(*[(warehouse.page(f"/{n}"), story(100.0 + n)) for n in range(3)],
                    (warehouse.page("/known"), story(60.0)), (warehouse.page("/copy"), story(100.0, lead="转载。")))


def finish(warehouse: Warehouse) -> dict[str, list[tuple[Any, ...]]]:
    load.load(warehouse.url, "alpha", "run-1", alert_for=draft, copy_rules=copies)
    load.load(warehouse.url, "alpha", "run-1", alert_for=draft, copy_rules=copies)
    return warehouse.facts()


@pytest.fixture(scope="module")
def undisturbed() -> dict[str, Any]:
    return {}


class Gate:
    """Makes whoever changes ``table`` wait, and tells when somebody does."""

    def __init__(self, connection: psycopg.Connection[Any], table: str, when: str) -> None:
        self.connection, self.table = connection, table
        connection.execute(f"CREATE FUNCTION public.wait() RETURNS trigger LANGUAGE plpgsql AS "
                           f"'BEGIN PERFORM pg_advisory_xact_lock({GATE}); RETURN NULL; END'".encode())
        connection.execute(f"CREATE TRIGGER wait AFTER {when} ON {table} FOR EACH STATEMENT "
                           "EXECUTE FUNCTION public.wait()".encode())
        connection.execute(f"SELECT pg_advisory_lock({GATE})".encode())

    def wait_for_one(self, running: Callable[[], bool]) -> int:
        """The process number of the session that waits."""
        query = f"SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = {GATE} AND NOT granted"
        while (row := self.connection.execute(query.encode()).fetchone()) is None:
            assert running(), "the load has no such step"
        return int(row[0])

    def open(self) -> None:
        self.connection.execute("SELECT pg_advisory_unlock_all()")
        self.connection.execute(f"DROP TRIGGER wait ON {self.table}".encode())  # waits for the killed session's end


@pytest.mark.parametrize(("table", "when"), [
    ("parkwatch.report", "INSERT"), ("parkwatch.article", "INSERT"), ("parkwatch.observation", "INSERT"),
    ("parkwatch.alert", "INSERT"), ("parkwatch.page", "UPDATE"), ("parkwatch_staging.article", "DELETE"),
])
def test_killed_in_mid_load_then_loaded_again(warehouse: Warehouse, undisturbed: dict[str, Any], table: str, when: str) -> None:
    stage(warehouse)
    before = warehouse.facts()
    gate = Gate(warehouse.connection, table, when)
    loader = subprocess.Popen([sys.executable, "-c", LOAD, warehouse.url])
    gate.wait_for_one(lambda: loader.poll() is None)
    loader.send_signal(signal.SIGKILL)
    loader.wait()
    gate.open()
    assert warehouse.facts() == before
    after = finish(warehouse)
    assert after["staged"] == []
    assert [row[0].split(":")[-1] for row in after["alerts"]] == ["100.0", "101.0", "102.0", "50.0", "60.0"]
    assert undisturbed.setdefault("facts", after) == after


@pytest.mark.parametrize(("table", "work"), [("parkwatch_staging.article", "stage"), ("parkwatch.observation", "load")])
def test_a_session_that_the_server_ends_leaves_nothing_and_says_so(warehouse: Warehouse, table: str, work: str) -> None:
    page = warehouse.page()
    if work == "load":
        warehouse.stage((page, story()))
    before = warehouse.facts()
    gate = Gate(warehouse.connection, table, "INSERT")
    with ThreadPoolExecutor() as pool:
        working = pool.submit(warehouse.load) if work == "load" else pool.submit(warehouse.stage, (page, story()))
        session = gate.wait_for_one(lambda: not working.done())
        warehouse.rows("SELECT pg_terminate_backend(%s)", session)
        with pytest.raises(ParkwatchError, match="nothing was written: terminating connection"):
            working.result()
    gate.open()
    assert warehouse.facts() == before
    assert warehouse.load((page, story())).observations == 1


def test_a_server_killed_in_mid_load_comes_back_and_the_load_is_done_again(tmp_path: Path) -> None:
    with running_server(tmp_path, durable=False) as url:
        migrate(url)
        warehouse = Warehouse(url)
        stage(warehouse)
        before = warehouse.facts()
        gate = Gate(warehouse.connection, "parkwatch.observation", "INSERT")
        with ThreadPoolExecutor() as pool:
            loading = pool.submit(warehouse.load)
            gate.wait_for_one(lambda: not loading.done())
            server = postmaster.living((tmp_path / "postgres" / "data").resolve())
            assert server is not None
            server.process.kill()
            with pytest.raises(ParkwatchError, match="nothing was written"):
                loading.result()
        with running_server(tmp_path, durable=False) as again:
            warehouse.connection = psycopg.connect(again, autocommit=True)
            assert warehouse.facts() == before
            warehouse.connection.execute("DROP TRIGGER wait ON parkwatch.observation")
            assert len(finish(warehouse)["alerts"]) == 5


def test_killed_in_the_rule_itself(warehouse: Warehouse, undisturbed: dict[str, Any]) -> None:
    stage(warehouse)
    before = warehouse.facts()
    child = os.fork()
    if child == 0:
        def rule(report: LoadedReport) -> None:
            os.kill(os.getpid(), signal.SIGKILL)

        load.load(warehouse.url, "alpha", "run-1", alert_for=rule, copy_rules=copies)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    assert warehouse.facts() == before
    after = finish(warehouse)
    assert undisturbed.setdefault("facts", after) == after


def test_two_loads_of_one_portal_at_once_load_once(warehouse: Warehouse) -> None:
    stage(warehouse)
    gate = Gate(warehouse.connection, "parkwatch.report", "INSERT")
    waiting = ("SELECT count(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid) "
               "WHERE NOT granted AND datname = current_database()")
    with ThreadPoolExecutor() as pool:
        loads = [pool.submit(warehouse.load) for _ in range(2)]
        while warehouse.value(waiting) < 2:
            assert not any(load.done() for load in loads)
        gate.connection.execute("SELECT pg_advisory_unlock_all()")
        results = sorted(load.result().articles for load in loads)
    assert results == [0, 5]
    assert len(warehouse.facts()["alerts"]) == 5
    assert len(warehouse.facts()["observations"]) == 6


def meet_another(warehouse: Warehouse, sqlstate: str, times: int) -> None:
    """Have PostgreSQL end the next transactions that insert an article, as it does when two meet."""
    warehouse.connection.execute("CREATE SEQUENCE public.meeting")  # it survives the rollback
    warehouse.connection.execute(
        f"CREATE FUNCTION public.meet() RETURNS trigger LANGUAGE plpgsql AS "
        f"'BEGIN IF nextval(''public.meeting'') <= {times} THEN "
        f"RAISE EXCEPTION ''met another'' USING ERRCODE = ''{sqlstate}''; END IF; RETURN NULL; END'".encode())
    warehouse.connection.execute(
        "CREATE TRIGGER meet AFTER INSERT ON parkwatch.article FOR EACH STATEMENT EXECUTE FUNCTION public.meet()")


@pytest.mark.parametrize("sqlstate", ["40P01", "40001"])  # deadlock_detected, serialization_failure
def test_a_load_that_postgresql_ends_for_anothers_sake_is_tried_again(warehouse: Warehouse, sqlstate: str) -> None:
    stage(warehouse)
    meet_another(warehouse, sqlstate, times=2)
    assert warehouse.load().articles == 5
    assert len(warehouse.facts()["alerts"]) == 5


def test_the_attempts_are_bounded(warehouse: Warehouse) -> None:
    stage(warehouse)
    before = warehouse.facts()
    meet_another(warehouse, "40P01", times=100)
    with pytest.raises(ParkwatchError, match="given up after 5 attempts: met another"):
        warehouse.load()
    assert warehouse.facts() == before
