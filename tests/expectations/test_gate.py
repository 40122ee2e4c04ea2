"""What the gate leaves behind: rows in quarantine, batches kept out, and the same state however often it is run or killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import psutil
import psycopg
import pytest

from expectations.document import page
from expectations.gate import check_batch
from expectations.suite import SUITE, Expectation
from expectations.suite.expectation import Subject
from parkwatch.errors import ParkwatchError, UsageError
from tests.expectations.rows import GROWTH, Staging, observation

ROOT = Path(__file__).parents[2]
STATE = """
SELECT 'quarantine', subject, page_id::text, rule, reason, payload::text FROM parkwatch.quarantine
UNION ALL SELECT 'page', state, page_id::text, state_reason, '', '' FROM parkwatch.page
UNION ALL SELECT 'article', '', page_id::text, '', '', '' FROM parkwatch_staging.article
UNION ALL SELECT 'observation', seq::text, page_id::text, '', '', '' FROM parkwatch_staging.observation
ORDER BY 1, 2, 3, 4, 6
"""


def state(connection: psycopg.Connection[Any]) -> list[tuple[Any, ...]]:
    rows = connection.execute(STATE).fetchall()
    connection.commit()
    return rows


@pytest.fixture
def mixed(staging: Staging) -> tuple[int, int, int]:
    """A sound article with a sound and a bad figure, one whose figures are all bad, and a bad one with sound figures."""
    crawl = staging.crawl()
    bad = observation(subject="园区")
    return (
        staging.stage(staging.page(crawl), None, observation(), bad), staging.stage(staging.page(crawl), None, bad),
        staging.stage(staging.page(crawl), {"url": "ftp://x"}, observation(), observation(**GROWTH)))


def test_bad_rows_go_to_quarantine_with_rule_reason_run_and_the_row_as_it_was(
    database_url: str, connection: psycopg.Connection[Any], mixed: tuple[int, int, int],
) -> None:
    before = connection.execute(
        "SELECT to_jsonb(o) - 'run_id' FROM parkwatch_staging.observation AS o WHERE page_id = %s AND seq = 1",
        (mixed[0],)).fetchone()
    connection.commit()
    result = check_batch(database_url, "qinglan", "run-1")
    assert (result.status, result.checked, result.quarantined) == ("passed", 8, 5)
    assert result.by_rule == {"article_address": 3, "subject_not_generic": 2}
    row = connection.execute(
        "SELECT portal, subject, rule, reason, run_id, released_at FROM parkwatch.quarantine WHERE page_id = %s",
        (mixed[0],)).fetchone()
    assert row == ("qinglan", "observation", "subject_not_generic", "its subject is a word that names nobody", "run-1", None)
    assert connection.execute("SELECT payload FROM parkwatch.quarantine WHERE page_id = %s", (mixed[0],)).fetchone() == before
    left = connection.execute("SELECT page_id, seq FROM parkwatch_staging.observation").fetchall()
    assert left == [(mixed[0], 0)]
    articles = connection.execute("SELECT page_id FROM parkwatch_staging.article ORDER BY 1").fetchall()
    assert articles == [(mixed[0],), (mixed[1],)], "an article whose figures are all bad still loads"
    pages = connection.execute("SELECT state, state_reason FROM parkwatch.page ORDER BY page_id").fetchall()
    assert pages == [("fetched", ""), ("fetched", ""), ("quarantined", "article_address: its address is none of http or https")]
    taken = connection.execute("SELECT DISTINCT reason FROM parkwatch.quarantine WHERE page_id = %s AND subject = 'observation'",
                               (mixed[2],)).fetchall()
    assert taken == [("its article is kept out: its address is none of http or https",)]


def test_run_twice_it_leaves_the_same_state(
    database_url: str, connection: psycopg.Connection[Any], mixed: tuple[int, int, int],
) -> None:
    check_batch(database_url, "qinglan", "run-1")
    once = state(connection)
    assert check_batch(database_url, "qinglan", "run-1").quarantined == 0
    assert state(connection) == once


def test_a_fault_stands_once_over_many_runs_and_again_after_its_release(
    database_url: str, connection: psycopg.Connection[Any], staging: Staging,
) -> None:
    page = staging.page(staging.crawl())
    staging.stage(page, None, observation(subject="园区"))
    for run in ("run-1", "after-run-1"):
        check_batch(database_url, "qinglan", run)
        connection.execute("DELETE FROM parkwatch_staging.article")
        staging.run_id = f"after-{run}"
        staging.stage(page, None, observation(subject="园区"))
    assert connection.execute("SELECT run_id FROM parkwatch.quarantine").fetchall() == [("run-1",)]
    connection.execute("UPDATE parkwatch.quarantine SET released_at = now()")
    connection.commit()
    check_batch(database_url, "qinglan", staging.run_id)
    assert connection.execute("SELECT run_id, released_at FROM parkwatch.quarantine").fetchall() == [(staging.run_id, None)]


def test_other_portals_are_left_alone(
    database_url: str, connection: psycopg.Connection[Any], mixed: tuple[int, int, int],
) -> None:
    Staging(connection, "other")
    connection.commit()
    before = state(connection)
    assert check_batch(database_url, "other", "run-1").checked == 0
    assert state(connection) == before


def test_what_another_run_has_staged_since_is_left_to_it(
    database_url: str, connection: psycopg.Connection[Any], mixed: tuple[int, int, int],
) -> None:
    before = state(connection)
    result = check_batch(database_url, "qinglan", "run-0")
    assert (result.status, result.checked) == ("passed", 0)
    assert "run-1" in result.reason
    assert state(connection) == before


def test_a_batch_that_is_kept_out_leaves_nothing_to_load_and_says_why(
    database_url: str, connection: psycopg.Connection[Any], staging: Staging,
) -> None:
    """Every row bad: nothing is loaded, and the state says why."""
    bad = [observation(subject="园区", scope=str(n)) for n in range(5)]
    page = staging.stage(staging.page(staging.crawl()), None, *bad)
    result = check_batch(database_url, "qinglan", "run-1")
    assert (result.status, result.reason, result.quarantined) == ("blocked", "5 of 5 observations break a rule", 0)
    assert connection.execute("SELECT count(*) FROM parkwatch_staging.article").fetchone() == (0,)
    assert connection.execute("SELECT page_id, state, state_reason FROM parkwatch.page").fetchall() == [
        (page, "blocked", "5 of 5 observations break a rule")]
    row = connection.execute("SELECT subject, rule, reason, run_id, payload FROM parkwatch.quarantine").fetchone()
    assert row is not None
    assert row[:4] == ("batch", "batch_observations_sound", "5 of 5 observations break a rule", "run-1")
    assert row[4]["broken_rows"] == {"subject_not_generic": 5}
    assert row[4]["facts"]["observations"] == 5
    once = state(connection)
    assert check_batch(database_url, "qinglan", "run-1") == result.__class__("blocked", result.reason)
    assert state(connection) == once


@pytest.mark.parametrize(("damage", "told"), [
    ("ALTER TABLE parkwatch_staging.observation DROP COLUMN comparator", "comparator"),
    ("ALTER TABLE parkwatch_staging.article DROP COLUMN published", "published"),
    ("DROP TABLE parkwatch_staging.observation", "parkwatch_staging.observation"),
    ("DROP TABLE parkwatch_staging.article", "parkwatch_staging.article"),
    ("DROP TABLE parkwatch.quarantine", "parkwatch.quarantine"),
    ("DROP TABLE parkwatch.crawl_run CASCADE", "parkwatch.crawl_run"),
    ("ALTER TABLE parkwatch_staging.observation ALTER COLUMN value TYPE text", "abs(text)"),
])
def test_a_missing_table_or_column_keeps_the_batch_out(
    damage: str, told: str, database_url: str, connection: psycopg.Connection[Any], mixed: tuple[int, int, int],
) -> None:
    connection.execute(damage)
    connection.commit()
    result = check_batch(database_url, "qinglan", "run-1")
    assert (result.status, result.quarantined) == ("blocked", 0)
    assert told in result.reason
    assert {row[0] for row in connection.execute("SELECT state FROM parkwatch.page")} == {"blocked"}


@pytest.mark.parametrize(("subject", "condition"), [
    ("article", "1 / (page_id - page_id) = 1"), ("observation", "no_such_column"), ("batch", "1 / (articles - articles) = 1")])
def test_an_expectation_that_raises_keeps_the_batch_out(
    subject: Subject, condition: str, database_url: str, connection: psycopg.Connection[Any], mixed: tuple[int, int, int],
) -> None:
    result = check_batch(database_url, "qinglan", "run-1", suite=(*SUITE, Expectation("broken", subject, condition, "")))
    assert result.status == "blocked"
    assert "expectation broken: " in result.reason
    assert connection.execute("SELECT subject, rule FROM parkwatch.quarantine").fetchall() == [("batch", "gate_error")]


def test_killed_in_the_middle_of_its_moves_the_next_run_ends_in_the_same_state(
    database_url: str, connection: psycopg.Connection[Any], mixed: tuple[int, int, int],
) -> None:
    before = state(connection)
    script = """
import os, signal, sys
from expectations import gate, moves
real = moves.move_rows
def killed(*args):
    real(*args)
    os.kill(os.getpid(), signal.SIGKILL)
moves.move_rows = killed
gate.check_batch(sys.argv[1], "qinglan", "run-1")
"""
    done = subprocess.run([sys.executable, "-c", script, database_url], cwd=ROOT, timeout=120, check=False)
    assert done.returncode == -signal.SIGKILL
    assert state(connection) == before
    assert check_batch(database_url, "qinglan", "run-1").quarantined == 5


def test_no_database_and_no_portal_are_clear_errors() -> None:
    with pytest.raises(ParkwatchError, match="does not answer") as error:
        check_batch("postgresql://watcher:hunter2secret@127.0.0.1:1/none", "qinglan", "run-1")
    assert "hunter2secret" not in str(error.value)
    with pytest.raises(UsageError, match="portal"):
        check_batch("postgresql://127.0.0.1:1/none", "a'; DROP TABLE x; --", "run-1")


def test_the_gate_leaves_no_connection_open(
    database_url: str, connection: psycopg.Connection[Any], mixed: tuple[int, int, int],
) -> None:
    def to_the_server() -> int:
        return sum(c.raddr.port == connection.info.port for c in psutil.Process().net_connections("tcp") if c.raddr)

    before = to_the_server()
    check_batch(database_url, "qinglan", "run-1")
    assert to_the_server() == before


def test_a_password_that_looks_like_a_template_is_one(
    database_url: str, connection: psycopg.Connection[Any], mixed: tuple[int, int, int],
) -> None:
    """Great Expectations reads ``$NAME`` in an address as one of its own variables."""
    password = "a$b${HOME}%c@d"
    url = urlsplit(database_url)
    own = f"ALTER ROLE CURRENT_USER PASSWORD '{url.password}'"
    connection.execute(f"ALTER ROLE CURRENT_USER PASSWORD '{password}'")
    connection.commit()
    try:
        address = urlunsplit(url._replace(netloc=f"{url.username}:{quote(password, safe='')}@{url.hostname}:{url.port}"))
        assert check_batch(address, "qinglan", "run-1").quarantined == 5
    finally:
        connection.execute(own)


def test_an_error_that_tells_the_password_is_masked(
    database_url: str, connection: psycopg.Connection[Any], mixed: tuple[int, int, int],
) -> None:
    password = urlsplit(database_url).password
    assert password
    broken = Expectation("broken", "article", f'"{password}" = 1', "")
    assert "column" in check_batch(database_url, "qinglan", "run-1", suite=(broken,)).reason
    assert password not in str(state(connection))


def test_importing_the_gate_does_not_import_great_expectations() -> None:
    code = "import sys, expectations.gate; sys.exit('great_expectations' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60, check=False).returncode == 0


def test_the_page_of_docs_is_the_suites_own() -> None:
    written = (ROOT / "docs" / "quality-gate.md").read_text(encoding="utf-8")
    assert written == page(), "write it anew: python -m expectations.document > docs/quality-gate.md"
