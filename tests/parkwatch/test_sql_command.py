"""`parkwatch sql` reads; whatever is asked of it, it writes nothing, and what it shows acts on no terminal."""

from __future__ import annotations

import os
import subprocess
import sys

import psycopg
import pytest


def sql(database_url: str, query: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "parkwatch.cli", "sql", query], capture_output=True, text=True, timeout=60,
                          check=False, env=os.environ | {"PARKWATCH_DATABASE_URL": database_url})


@pytest.mark.parametrize("query", [
    "DELETE FROM parkwatch.run_step", "COMMIT; DELETE FROM parkwatch.run_step", "SELECT 1; DROP TABLE parkwatch.run_step",
    "SET TRANSACTION READ WRITE; DELETE FROM parkwatch.run_step",
    "ROLLBACK; BEGIN READ WRITE; DELETE FROM parkwatch.run_step; COMMIT",
    "DO $$ BEGIN COMMIT; DELETE FROM parkwatch.run_step; END $$",
])
def test_a_query_that_would_write_is_refused(query: str, database_url: str) -> None:
    with psycopg.connect(database_url) as connection:
        connection.execute("INSERT INTO parkwatch.run_step (run_id, portal, step, state) VALUES ('r', 'p', 'load', 'succeeded')")
    done = sql(database_url, query)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    with psycopg.connect(database_url) as connection:
        assert connection.execute("SELECT count(*) FROM parkwatch.run_step").fetchone() == (1,)


@pytest.mark.parametrize("command", [("export",), ("export", "--format", "jsonl"), ("sql", "SELECT generate_series(1, 150)")])
def test_a_reader_that_has_enough_and_a_disk_that_is_full(command: tuple[str, ...], database_url: str) -> None:
    call = [sys.executable, "-m", "parkwatch.cli", *command]
    environment = os.environ | {"PARKWATCH_DATABASE_URL": database_url}
    unread, pipe = os.pipe()
    os.close(unread)
    enough = subprocess.run(call, env=environment, stdout=pipe, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(pipe)
    assert "Traceback" not in enough.stderr
    assert "error" not in enough.stderr
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(call, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    if done.stderr.startswith("0 observations"):
        return  # JSON lines of nothing
    assert done.returncode == 1
    assert "No space left" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_what_it_shows_is_text(database_url: str) -> None:
    done = sql(database_url, r"SELECT E'\x1b[31m' || '[red]x[/red]' || chr(155) || '2J' AS title")
    assert "[red]x[/red]" in done.stdout
    assert "\x1b" not in done.stdout
    assert "\x9b" not in done.stdout
