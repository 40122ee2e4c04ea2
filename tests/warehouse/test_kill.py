"""A load that is killed with kill -9 at any of its steps: nothing of it stands, and the next ends as if it had been the first."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest

from parkwatch.records import LoadedReport
from warehouse import load
from warehouse.session import hold_portal

from .stories import Warehouse, draft, story

LOAD = """
import sys
from parkwatch.records import AlertDraft
from warehouse import load
load.load(sys.argv[1], "alpha", "run-1", alert_for=lambda r: AlertDraft(r.fingerprint, r.title, "text"))
"""
GATE = 4711  # an advisory lock that a trigger waits for: the load stands still at a place of our choice


def stage(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page("/known"), story(50.0)), run_id="run-0")
    warehouse.stage(*[(warehouse.page(f"/{n}"), story(100.0 + n)) for n in range(3)],
                    (warehouse.page("/known"), story(60.0)), (warehouse.page("/copy"), story(100.0, lead="转载。")))


def finish(warehouse: Warehouse) -> dict[str, list[tuple[Any, ...]]]:
    load.load(warehouse.url, "alpha", "run-1", alert_for=draft)
    load.load(warehouse.url, "alpha", "run-1", alert_for=draft)
    return warehouse.facts()


@pytest.fixture(scope="module")
def undisturbed() -> dict[str, Any]:
    return {}


@pytest.mark.parametrize(("table", "when"), [
    ("parkwatch.report", "INSERT"), ("parkwatch.article", "INSERT"), ("parkwatch.observation", "INSERT"),
    ("parkwatch.alert", "INSERT"), ("parkwatch.page", "UPDATE"), ("parkwatch_staging.article", "DELETE"),
])
def test_killed_in_mid_load_then_loaded_again(warehouse: Warehouse, undisturbed: dict[str, Any], table: str, when: str) -> None:
    stage(warehouse)
    before = warehouse.facts()
    with psycopg.connect(warehouse.url, autocommit=True) as gate:
        gate.execute(f"CREATE FUNCTION public.wait() RETURNS trigger LANGUAGE plpgsql AS "
                     f"'BEGIN PERFORM pg_advisory_xact_lock({GATE}); RETURN NULL; END'".encode())
        gate.execute(f"CREATE TRIGGER wait AFTER {when} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION public.wait()".encode())
        gate.execute(f"SELECT pg_advisory_lock({GATE})".encode())
        loader = subprocess.Popen([sys.executable, "-c", LOAD, warehouse.url])
        arrived = f"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = {GATE} AND NOT granted"
        while gate.execute(arrived.encode()).fetchone() == (0,):
            assert loader.poll() is None, "the load has no such step"
        loader.send_signal(signal.SIGKILL)
        loader.wait()
        gate.execute("SELECT pg_advisory_unlock_all()")
        assert warehouse.facts() == before
        gate.execute(f"DROP TRIGGER wait ON {table}".encode())
    after = finish(warehouse)
    assert after["staged"] == []
    assert [row[0].split(":")[-1] for row in after["alerts"]] == ["100.0", "101.0", "102.0", "50.0", "60.0"]
    assert undisturbed.setdefault("facts", after) == after


def test_killed_in_the_rule_itself(warehouse: Warehouse, undisturbed: dict[str, Any]) -> None:
    stage(warehouse)
    before = warehouse.facts()
    child = os.fork()
    if child == 0:
        def rule(report: LoadedReport) -> None:
            os.kill(os.getpid(), signal.SIGKILL)

        load.load(warehouse.url, "alpha", "run-1", alert_for=rule)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    assert warehouse.facts() == before
    after = finish(warehouse)
    assert undisturbed.setdefault("facts", after) == after


def test_two_loads_of_one_portal_at_once_load_once(warehouse: Warehouse) -> None:
    stage(warehouse)
    loaders = [subprocess.Popen([sys.executable, "-c", LOAD, warehouse.url]) for _ in range(2)]
    assert [loader.wait() for loader in loaders] == [0, 0]
    assert len(warehouse.facts()["alerts"]) == 5
    assert len(warehouse.facts()["observations"]) == 6


def test_a_load_that_postgresql_ends_for_a_deadlock_is_tried_again(warehouse: Warehouse) -> None:
    """Another session holds a page that the load needs, then waits for the portal, which the load holds."""
    stage(warehouse)
    waits = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'transactionid'"
    with ThreadPoolExecutor() as pool, psycopg.connect(warehouse.url, autocommit=True) as watch:
        with psycopg.connect(warehouse.url) as other:
            other.execute("SELECT FROM parkwatch.page FOR UPDATE")
            loading = pool.submit(load.load, warehouse.url, "alpha", "run-1", alert_for=draft)
            while watch.execute(waits).fetchone() == (0,):
                assert not loading.done()
            hold_portal(other, "alpha")  # granted once PostgreSQL has ended the load's first attempt
        assert loading.result().articles == 5
    assert len(warehouse.facts()["alerts"]) == 5
