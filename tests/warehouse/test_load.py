"""The load: revisions kept, copies counted, nothing twice, one alert a story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parkwatch.errors import ParkwatchError
from parkwatch.records import LoadedReport
from transforms import copies
from warehouse import load

from .stories import OTHER_PARK, PARK, Warehouse, altered, draft, story


def test_an_article_becomes_facts_with_one_alert(warehouse: Warehouse) -> None:
    page = warehouse.page()
    result = warehouse.load((page, story()))
    assert (result.articles, result.reports, result.observations, result.alerts, result.quarantined) == (1, 1, 1, 1, 0)
    facts = warehouse.facts()
    assert facts["observations"] == [("/1.html", 1, "32990001", PARK, 312.6e8, facts["observations"][0][5])]
    assert facts["pages"] == [(page.page_id, "loaded", "")]
    assert facts["staged"] == []
    ((body,),) = warehouse.rows("SELECT body FROM parkwatch.alert")
    assert "312.6亿元" in body


def test_loading_twice_changes_nothing(warehouse: Warehouse) -> None:
    pages = [warehouse.page(f"/{n}.html") for n in range(3)]
    readings = [(p, story(100.0 + n)) for n, p in enumerate(pages)]
    warehouse.load(*readings)
    before = warehouse.facts(), warehouse.rows("SELECT observation_id FROM parkwatch.observation ORDER BY 1")
    assert warehouse.load().counts() == dict.fromkeys(warehouse.load().counts(), 0)
    again = warehouse.load(*readings, run_id="run-2")  # staged once more, as after a kill between commit and Airflow's note of it
    assert (again.articles, again.reports, again.observations, again.alerts, again.read_again) == (0, 0, 0, 0, 3)
    assert (warehouse.facts(), warehouse.rows("SELECT observation_id FROM parkwatch.observation ORDER BY 1")) == before


def test_a_changed_text_is_a_revision_beside_the_old_one(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page(), story(312.6)))
    result = warehouse.load((warehouse.page(), story(321.6)), run_id="run-2")
    assert (result.articles, result.revisions, result.observations) == (1, 1, 1)
    assert warehouse.rows("SELECT revision, obs_value FROM parkwatch.observation JOIN parkwatch.article USING (article_id)"
                          " ORDER BY 1") == [(1, 312.6e8), (2, 321.6e8)]
    assert warehouse.rows("SELECT obs_value FROM parkwatch.observation_current") == [(321.6e8,)]
    assert warehouse.rows("SELECT * FROM parkwatch.observation_conflict") == []


def test_the_same_text_in_new_furniture_is_no_revision(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page(), story()))
    page = warehouse.page()
    result = warehouse.load((page, story()), run_id="run-2")
    assert (result.articles, result.unchanged, result.observations) == (0, 1, 0)
    assert warehouse.value("SELECT state FROM parkwatch.page WHERE page_id = %s", page.page_id) == "loaded"


def test_several_versions_of_one_address_in_one_load(warehouse: Warehouse) -> None:
    pages = [warehouse.page() for _ in range(4)]
    values = (312.6, 312.6, 321.6, 312.6)
    result = warehouse.load(*[(p, story(v)) for p, v in zip(pages, values, strict=True)])
    assert (result.articles, result.revisions, result.unchanged, result.reports) == (3, 2, 1, 2)
    assert warehouse.rows("SELECT revision, page_id FROM parkwatch.article ORDER BY 1") == [
        (1, pages[0].page_id), (2, pages[2].page_id), (3, pages[3].page_id)]
    assert warehouse.rows("SELECT obs_value FROM parkwatch.observation_current") == [(312.6e8,)]


def test_an_earlier_version_that_is_loaded_late_is_not_the_latest(warehouse: Warehouse) -> None:
    early, late = warehouse.page(), warehouse.page()
    warehouse.load((late, story(321.6)))
    warehouse.load((early, story(312.6)), run_id="run-2")
    assert warehouse.rows("SELECT obs_value FROM parkwatch.observation_current") == [(321.6e8,)]


def test_copies_of_one_story_are_one_report_and_one_alert(warehouse: Warehouse) -> None:
    first = warehouse.load((warehouse.page("/a"), story()), (warehouse.page("/b"), story(lead="转载。")))
    assert (first.reports, first.alerts) == (1, 1)
    later = warehouse.load((warehouse.page("/c", portal="beta"), story(lead="据云川日报。")), run_id="run-2")
    assert (later.reports, later.copies, later.alerts, later.observations) == (0, 1, 0, 1)
    assert warehouse.rows("SELECT copies FROM parkwatch.report") == [(3,)]


def test_a_backfill_never_alerts_nor_does_a_later_copy_of_it(warehouse: Warehouse) -> None:
    assert warehouse.load((warehouse.page(backfill=True), story())).alerts == 0
    assert warehouse.rows("SELECT backfill FROM parkwatch.report") == [(True,)]
    assert warehouse.load((warehouse.page("/2"), story(lead="重发。")), run_id="run-2").alerts == 0


def test_a_rule_that_sees_no_news_writes_no_alert(warehouse: Warehouse) -> None:
    warehouse.stage((warehouse.page(), story()))
    assert load.load(warehouse.url, "alpha", "run-1", alert_for=lambda report: None, copy_rules=copies).alerts == 0


def test_the_rule_sees_the_report_as_it_was_loaded(warehouse: Warehouse) -> None:
    reading = story()
    warehouse.stage((warehouse.page(), reading))
    seen: list[LoadedReport] = []
    load.load(warehouse.url, "alpha", "run-1", alert_for=seen.append, copy_rules=copies)  # type: ignore[arg-type]
    (report,) = seen
    assert report.observations == (replace(reading.extraction.observations[0], confidence=pytest.approx(0.9)),)
    assert (report.portal, report.parks, report.url) == ("alpha网", (PARK,), "/1.html")
    assert report.is_new
    assert not report.backfill


def test_a_better_reading_of_a_page_replaces_what_it_read_and_is_no_news(warehouse: Warehouse) -> None:
    page, other = warehouse.page(), warehouse.page("/2")
    warehouse.load((page, story()), (other, story(88.8)))
    kept = warehouse.value("SELECT observation_id FROM parkwatch.observation WHERE obs_value = 88.8e8")
    better = replace(altered(story(), time_period="2025-Q2"), fingerprint="another", extractor_version="2")
    result = warehouse.load((page, better), (other, replace(story(88.8), extractor_version="2")), run_id="replay")
    assert (result.articles, result.read_again, result.observations, result.alerts) == (0, 2, 1, 0)
    assert warehouse.rows("SELECT time_period, obs_value FROM parkwatch.observation ORDER BY 2") == [
        ("2025-S1", 88.8e8), ("2025-Q2", 312.6e8)]
    assert warehouse.value("SELECT observation_id FROM parkwatch.observation WHERE obs_value = 88.8e8") == kept
    assert warehouse.rows("SELECT DISTINCT extractor_version FROM parkwatch.article") == [("2",)]


def test_a_copy_that_comes_with_a_better_reading_of_its_story_is_no_news(warehouse: Warehouse) -> None:
    page = warehouse.page()
    warehouse.load((page, story()))
    better, copy = (replace(story(lead=lead), fingerprint="another") for lead in ("", "转载。"))
    result = warehouse.load((page, better), (warehouse.page("/2"), copy), run_id="replay")
    assert (result.articles, result.read_again, result.alerts) == (1, 1, 0)
    assert warehouse.value("SELECT max(copies) FROM parkwatch.report") == 2


def test_a_subject_finds_its_park_by_name_or_alias_and_else_stands_as_unknown(warehouse: Warehouse) -> None:
    names = (PARK, "云川经开区", OTHER_PARK)
    warehouse.load(*[(warehouse.page(f"/{n}"), story(10.0 + n, subject=name)) for n, name in enumerate(names)])
    assert warehouse.rows("SELECT subject, park_id FROM parkwatch.observation ORDER BY obs_value") == [
        (PARK, "32990001"), ("云川经开区", "32990001"), (OTHER_PARK, OTHER_PARK)]
    assert warehouse.rows("SELECT name FROM parkwatch.park WHERE NOT known") == [(OTHER_PARK,)]


def test_what_says_the_same_fact_of_one_number_twice_is_kept_once_and_the_other_is_not_lost(warehouse: Warehouse) -> None:
    reading = story()
    fact = reading.extraction.observations[0]
    twice = replace(reading, extraction=replace(reading.extraction, observations=(replace(fact, confidence=0.5), fact)))
    result = warehouse.load((warehouse.page(), twice))
    assert (result.staged_observations, result.observations, result.quarantined) == (2, 1, 1)
    assert warehouse.rows("SELECT round(confidence::numeric, 1)::float FROM parkwatch.observation") == [(0.9,)]
    assert warehouse.rows("SELECT rule, (payload->>'obs_value')::float FROM parkwatch.quarantine") == [
        ("duplicate_observation", 312.6e8)]


def test_an_observation_whose_article_was_kept_out_goes_to_quarantine(warehouse: Warehouse) -> None:
    warehouse.stage((warehouse.page(), story()))
    warehouse.rows("DELETE FROM parkwatch_staging.article RETURNING 1")
    assert warehouse.load().quarantined == 1
    assert warehouse.facts()["quarantine"] == [(1, "article_missing")]
    assert warehouse.facts()["staged"] == []


def test_rows_that_another_run_has_staged_since_are_left_alone(warehouse: Warehouse) -> None:
    warehouse.stage((warehouse.page(), story()), run_id="other")
    result = warehouse.load()
    assert result.superseded
    assert warehouse.facts()["articles"] == []
    assert warehouse.load(run_id="other").articles == 1


def test_an_article_without_a_fingerprint_is_refused(warehouse: Warehouse) -> None:
    with pytest.raises(ParkwatchError, match="1 staged articles have no fingerprint"):
        warehouse.load((warehouse.page(), replace(story(), fingerprint="")))


def test_a_rule_that_fails_leaves_nothing(warehouse: Warehouse) -> None:
    warehouse.stage((warehouse.page(), story()))
    before = warehouse.facts()
    with pytest.raises(ZeroDivisionError):
        load.load(warehouse.url, "alpha", "run-1", alert_for=lambda report: 1 // 0, copy_rules=copies)  # type: ignore[arg-type,return-value]
    assert warehouse.facts() == before
    assert load.load(warehouse.url, "alpha", "run-1", alert_for=draft, copy_rules=copies).articles == 1


def test_hostile_text_is_text(warehouse: Warehouse) -> None:
    hostile = "'; DROP TABLE parkwatch.article; -- %s {0} \\\t \x1b[31m"
    warehouse.load((warehouse.page(), story(title=hostile, lead=hostile)))
    assert warehouse.value("SELECT title FROM parkwatch.article") == hostile
