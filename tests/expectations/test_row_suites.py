"""The contract of each row expectation: a row that passes, a row that fails, and a test that turns red without it."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import psycopg

from expectations import assets
from expectations.gate import KEYS, check_batch, faults_of
from expectations.suite import ARTICLE_SUITE, OBSERVATION_SUITE, SUITE, Expectation
from expectations.validate import Validator
from tests.expectations.cases import ARTICLE_CASES, OBSERVATION_CASES, PAGE_CASES, SOUND
from tests.expectations.rows import Staging, observation

ROW_SUITE = tuple(e for e in SUITE if e.severity == "row")
NAMES = [e.name for e in ROW_SUITE]


def outcome(database_url: str, staging: Staging, suite: tuple[Expectation, ...]) -> dict[int, set[str]]:
    """Run the gate; the rules under which rows of each page stand in quarantine (pages that lost no row are left out)."""
    assert check_batch(database_url, staging.portal, staging.run_id, suite=suite).status == "passed"
    rules: dict[int, set[str]] = {}
    found = staging.connection.execute("SELECT page_id, rule FROM parkwatch.quarantine WHERE portal = %s", (staging.portal,))
    for page_id, rule in found:
        rules.setdefault(page_id, set()).add(rule)
    staging.connection.commit()
    return rules


def stage_case(staging: Staging, crawl: int, name: str, *, fails: bool) -> int:
    page = staging.page(crawl)
    if name in ARTICLE_CASES:
        return staging.stage(page, ARTICLE_CASES[name][fails], *([observation()] if fails else []))
    if name in PAGE_CASES:
        return staging.stage(page, None, *PAGE_CASES[name][fails])
    return staging.stage(page, None, OBSERVATION_CASES[name][fails])


def test_each_expectation_has_its_two_rows() -> None:
    assert sorted(NAMES) == sorted({*ARTICLE_CASES, *OBSERVATION_CASES, *PAGE_CASES})
    assert len({e.name for e in SUITE}) == len(SUITE)


def test_rows_that_pass_stay_and_rows_that_fail_go_by_their_own_rule(database_url: str, staging: Staging) -> None:
    crawl = staging.crawl()
    sound = [stage_case(staging, crawl, name, fails=False) for name in NAMES]
    faulty = {stage_case(staging, crawl, name, fails=True): {name} for name in NAMES}
    assert outcome(database_url, staging, ROW_SUITE) == faulty
    left = {row[0] for row in staging.connection.execute("SELECT page_id FROM parkwatch_staging.article")}
    assert left >= set(sound)


def test_without_an_expectation_the_test_above_is_red(database_url: str, staging: Staging) -> None:
    """Each expectation is dropped once, and its faulty row alone is then missed or laid to another rule."""
    crawl = staging.crawl()
    expected = {stage_case(staging, crawl, name, fails=True): name for name in NAMES}
    with closing(Validator(database_url)) as validator:
        findings = [
            *validator.run(assets.article_query(staging.portal), ARTICLE_SUITE, KEYS["article"]),
            *validator.run(assets.observation_query(staging.portal), OBSERVATION_SUITE, KEYS["observation"])]
    for dropped in NAMES:
        found: dict[int, str] = {}
        for key, fault in faults_of([f for f in findings if f.expectation.name != dropped]).items():
            found.setdefault(key[0], fault.rule)
        assert [name for page, name in expected.items() if found.get(page) != name] == [dropped]


def test_writings_of_real_news_pass(database_url: str, staging: Staging) -> None:
    crawl = staging.crawl()
    pages = {staging.stage(staging.page(crawl), None, row): why for why, row in SOUND.items()}
    caught = {pages[page]: rules for page, rules in outcome(database_url, staging, ROW_SUITE).items()}
    assert caught == {}


def test_every_faulty_row_moves_however_many(database_url: str, staging: Staging, connection: psycopg.Connection[Any]) -> None:
    """Great Expectations itself hands out 200 rows at most."""
    rows = [observation(subject="园区", scope=str(n)) for n in range(501)]
    staging.stage(staging.page(staging.crawl()), None, *rows, observation())
    result = check_batch(database_url, staging.portal, staging.run_id, suite=ROW_SUITE)
    assert (result.quarantined, result.by_rule) == (501, {"subject_not_generic": 501})
    assert connection.execute("SELECT count(*) FROM parkwatch.quarantine").fetchone() == (501,)
    assert connection.execute("SELECT count(*) FROM parkwatch_staging.observation").fetchone() == (1,)
