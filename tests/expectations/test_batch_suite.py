"""The contract of each batch expectation, and nights that are normal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import psycopg

from expectations.gate import check_batch
from expectations.suite import BATCH_SUITE, SUITE
from tests.expectations.batches import BATCH_CASES, TONIGHT, past, stage
from tests.expectations.rows import Staging

ROW_RULES = tuple(e for e in SUITE if e.name in {"article_address", "subject_not_generic"})  # what the faulty rows break


def rules_of(connection: psycopg.Connection[Any], portal: str) -> list[str]:
    row = connection.execute(
        "SELECT payload->'rules' FROM parkwatch.quarantine WHERE portal = %s AND subject = 'batch'", (portal,)).fetchone()
    connection.commit()
    return [] if row is None else list(row[0])


def test_each_batch_expectation_passes_a_batch_and_keeps_the_next_one_out(
    database_url: str, connection: psycopg.Connection[Any],
) -> None:
    assert sorted(BATCH_CASES) == sorted(e.name for e in BATCH_SUITE)
    for name, (passes, fails) in BATCH_CASES.items():
        sound, faulty = Staging(connection, f"sound-{name}"), Staging(connection, f"faulty-{name}")
        passes(sound)
        result = check_batch(database_url, sound.portal, "run-1", suite=(*ROW_RULES, *BATCH_SUITE))
        assert (name, result.status, result.reason) == (name, "passed", "")
        fails(faulty)
        result = check_batch(database_url, faulty.portal, "run-1", suite=(*ROW_RULES, *BATCH_SUITE))
        assert (name, result.status, rules_of(connection, faulty.portal)) == (name, "blocked", [name])
        assert "{" not in result.reason


def test_without_a_batch_expectation_nothing_keeps_its_faulty_batch_out(
    database_url: str, connection: psycopg.Connection[Any],
) -> None:
    for name, (_, fails) in BATCH_CASES.items():
        staging = Staging(connection, f"without-{name}")
        fails(staging)
        without = tuple(e for e in (*ROW_RULES, *BATCH_SUITE) if e.name != name)
        assert (name, check_batch(database_url, staging.portal, "run-1", suite=without).status) == (name, "passed")


def test_no_alarm_in_28_normal_nights_and_one_when_nine_tenths_are_missing(
    database_url: str, connection: psycopg.Connection[Any], staging: Staging,
) -> None:
    """A paper with some twenty articles on a weekday, few on Saturday and none on Sunday."""
    usual = (18, 23, 20, 25, 17, 4, 0)
    for night in range(28, 0, -1):
        started = TONIGHT - timedelta(days=night)
        articles = max(0, usual[started.weekday()] + (night * 7 % 5 - 2) * bool(usual[started.weekday()]))
        staging.run_id = f"run-{night}"
        crawl = staging.crawl(started_at=started)
        for _ in range(articles):
            staging.stage(staging.page(crawl))
        connection.commit()
        result = check_batch(database_url, staging.portal, staging.run_id, suite=BATCH_SUITE)
        assert (night, result.status, result.reason) == (night, "passed", "")
        connection.execute("DELETE FROM parkwatch_staging.article")
        connection.execute("DELETE FROM parkwatch.page WHERE crawl_run_id = %s", (crawl,))
        for _ in range(articles):
            staging.loaded(crawl)
        connection.commit()
    staging.run_id = "tonight"
    stage(staging, {}, {})
    result = check_batch(database_url, staging.portal, staging.run_id, suite=BATCH_SUITE)
    assert result.status == "blocked"
    assert result.reason.startswith("2 articles, where")


def test_a_night_without_any_article_is_told_though_every_step_succeeded(database_url: str, staging: Staging) -> None:
    past(staging, 10, 12)
    stage(staging)
    staging.connection.commit()
    result = check_batch(database_url, staging.portal, staging.run_id)
    assert (result.status, result.reason) == ("blocked", "0 articles, where 12 are usual and 12 the fewest on such a day")


def test_a_second_run_on_the_same_day_and_a_backfill_are_not_judged_by_the_night(
    database_url: str, connection: psycopg.Connection[Any], staging: Staging,
) -> None:
    past(staging, 10, 12)
    first = staging.crawl("first", started_at=TONIGHT)
    for _ in range(12):
        staging.loaded(first)
    staging.crawl("second", started_at=TONIGHT + timedelta(hours=1))
    staging.crawl("back", started_at=TONIGHT + timedelta(days=1), mode="backfill")
    connection.commit()
    assert check_batch(database_url, staging.portal, "second").status == "passed"
    assert check_batch(database_url, staging.portal, "back").status == "passed"
