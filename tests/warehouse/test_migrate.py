"""Migrations: each once, each whole or not at all, and never an older program on a newer schema."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import psycopg
import pytest

from parkwatch.errors import ParkwatchError
from warehouse.migrate import MIGRATIONS, migrate


def test_applies_each_migration_once(empty_database_url: str) -> None:
    every = sorted(p.stem for p in MIGRATIONS.glob("*.sql") if not p.stem.endswith(".rollback"))
    assert migrate(empty_database_url) == every
    assert migrate(empty_database_url) == []
    with psycopg.connect(empty_database_url) as connection:
        assert connection.execute("SELECT count(*) FROM parkwatch.observation").fetchone() == (0,)


def test_two_processes_at_once_apply_each_migration_once(empty_database_url: str) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        applied = pool.map(migrate, [empty_database_url] * 2)
    assert sorted(map(len, applied)) == [0, len(list(MIGRATIONS.glob("*[!k].sql")))]


def test_a_migration_that_fails_leaves_nothing_and_can_be_mended(empty_database_url: str, tmp_path: Path) -> None:
    (tmp_path / "0001_good.sql").write_text("CREATE SCHEMA s; CREATE TABLE s.a (x int);")
    second = tmp_path / "0002_bad.sql"
    second.write_text("CREATE TABLE s.b (x int);\nINSERT INTO s.a VALUES (1);\nSELECT 1/0;")
    with pytest.raises(ParkwatchError, match="0002_bad failed and left nothing behind: division by zero"):
        migrate(empty_database_url, tmp_path)
    with psycopg.connect(empty_database_url) as connection:
        assert connection.execute("SELECT to_regclass('s.b'), (SELECT count(*) FROM s.a)").fetchone() == (None, 0)
    second.write_text("CREATE TABLE s.b (x int);")
    assert migrate(empty_database_url, tmp_path) == ["0002_bad"]


def test_an_older_program_refuses_a_newer_schema(empty_database_url: str, tmp_path: Path) -> None:
    (tmp_path / "0001_old.sql").write_text("CREATE TABLE public.a (x int);")
    (tmp_path / "0002_new.sql").write_text("CREATE TABLE public.b (x int);")
    migrate(empty_database_url, tmp_path)
    (tmp_path / "0002_new.sql").unlink()
    with pytest.raises(ParkwatchError, match=r"newer than this Parkwatch \(it has 0002_new\)"):
        migrate(empty_database_url, tmp_path)


def test_a_lock_that_a_killed_migration_left_does_not_stop_the_next(empty_database_url: str) -> None:
    migrate(empty_database_url)
    with psycopg.connect(empty_database_url) as connection:
        connection.execute("INSERT INTO parkwatch_migration.yoyo_lock (locked, ctime, pid) VALUES (1, now(), 1)")
        connection.execute("DROP TABLE parkwatch_migration._yoyo_version, parkwatch_migration._yoyo_migration, "
                           "parkwatch_migration._yoyo_log; DROP SCHEMA parkwatch, parkwatch_staging CASCADE")
    assert migrate(empty_database_url)[0] == "0001_schema"


def test_the_bookkeeping_lies_apart_from_the_users_tables(database_url: str) -> None:
    with psycopg.connect(database_url) as connection:
        found = connection.execute("SELECT DISTINCT table_schema FROM information_schema.tables WHERE table_name LIKE '%yoyo%'")
        assert found.fetchall() == [("parkwatch_migration",)]
