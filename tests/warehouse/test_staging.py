"""Staging, quarantine and pages: written anew by each transform; what is kept out stands once, and can be let go."""

from __future__ import annotations

from dataclasses import replace

import psycopg
import pytest

from parkwatch.records import Rejection
from transforms.copies import SIGNATURE_VERSION
from warehouse import pages, quarantine, staging

from .stories import Warehouse, altered, story


def test_each_transform_writes_the_portals_rows_anew(warehouse: Warehouse) -> None:
    one, two, other = warehouse.page("/1"), warehouse.page("/2"), warehouse.page("/3", portal="beta")
    warehouse.stage((one, story()), (two, story(5.0)))
    warehouse.stage((other, story(6.0)))
    warehouse.stage((two, story(7.0)), run_id="run-2")
    assert warehouse.rows("SELECT portal, page_id, obs_value, run_id FROM parkwatch_staging.observation ORDER BY 1") == [
        ("alpha", two.page_id, 7e8, "run-2"), ("beta", other.page_id, 6e8, "run-1")]


def test_a_staged_reading_is_what_was_read(warehouse: Warehouse) -> None:
    page, reading = warehouse.page(backfill=True), altered(story(), value_high=320.0, qualifier="range", rules=())
    warehouse.stage((page, reading))
    ((start, end, evidence, high, backfill, parks, text),) = warehouse.rows(
        "SELECT span_start, span_end, evidence, value_high, backfill, parks, text FROM parkwatch_staging.observation"
        " JOIN parkwatch_staging.article USING (portal, page_id)")
    fact, article = reading.extraction.observations[0], reading.extraction.article
    assert ((start, end), evidence, high, backfill, parks) == (fact.span, fact.evidence, 320.0, True, list(article.parks))
    assert text[start:end] == "312.6亿元"


@pytest.mark.parametrize("text", ["NUL \0 here", "lone \ud800 surrogate"])
def test_a_text_that_postgresql_cannot_hold_is_quarantined_and_the_others_are_staged(warehouse: Warehouse, text: str) -> None:
    bad, good = warehouse.page("/bad"), warehouse.page("/good")
    staged = staging.write(warehouse.url, "alpha", "run-1", [(bad, story(title=text)), (good, story(lead="好。"))])
    assert (staged.articles, staged.rejected) == (1, 1)
    assert warehouse.rows("SELECT page_id, rule FROM parkwatch.quarantine") == [(bad.page_id, "unstorable_text")]
    assert [p.page_id for p in pages.to_read(warehouse.url, "alpha")] == [good.page_id]


def test_a_write_that_fails_leaves_the_rows_of_before(warehouse: Warehouse) -> None:
    page = warehouse.page()
    warehouse.stage((page, story()))
    with pytest.raises(psycopg.errors.UniqueViolation):
        warehouse.stage((page, story(1.0)), (page, story(2.0)))
    assert warehouse.rows("SELECT obs_value FROM parkwatch_staging.observation") == [(312.6e8,)]


def test_pages_to_read_are_those_fetched_or_blocked(warehouse: Warehouse) -> None:
    one, two, three = (warehouse.page(f"/{n}") for n in range(3))
    pages.mark(warehouse.url, [one.page_id], "blocked", "empty batch")
    pages.mark(warehouse.url, [two.page_id], "loaded")
    assert pages.to_read(warehouse.url, "alpha") == [one, three]
    assert pages.to_read(warehouse.url, "alpha", limit=1) == [one]
    assert pages.to_read(warehouse.url, "beta") == []


def test_one_fault_stands_once_and_its_page_waits_until_it_is_released(warehouse: Warehouse) -> None:
    page = warehouse.page()
    fault = Rejection("page", "no_article", "no body", page.page_id, {"url": page.url})
    assert quarantine.put(warehouse.url, "alpha", "run-1", [fault, fault]) == 1
    assert quarantine.put(warehouse.url, "alpha", "run-2", [fault]) == 0
    (row,) = quarantine.find(warehouse.url, portal="alpha")
    assert (row.rule, row.run_id, row.url, row.payload) == ("no_article", "run-1", "/1.html", {"url": "/1.html"})
    assert pages.to_read(warehouse.url, "alpha") == []
    assert quarantine.release(warehouse.url, [row.quarantine_id]) == 1
    assert quarantine.release(warehouse.url, [row.quarantine_id]) == 0
    assert pages.to_read(warehouse.url, "alpha") == [page]
    assert quarantine.find(warehouse.url) == []
    assert len(quarantine.find(warehouse.url, released=True)) == 1
    assert quarantine.put(warehouse.url, "alpha", "run-3", [fault]) == 1  # it is still at fault: it stands there again
    assert [q.run_id for q in quarantine.find(warehouse.url, run_id="run-3")] == ["run-3"]


def test_a_released_page_is_loaded_with_what_was_loaded_before(warehouse: Warehouse) -> None:
    page = warehouse.page()
    warehouse.load((page, story(observations=False)))
    quarantine.put(warehouse.url, "alpha", "run-1", [Rejection("observation", "unit", "no such unit", page.page_id, {"seq": 0})])
    assert warehouse.value("SELECT state FROM parkwatch.page") == "loaded"
    quarantine.release(warehouse.url, [quarantine.find(warehouse.url)[0].quarantine_id])
    result = warehouse.load(*[(p, story()) for p in pages.to_read(warehouse.url, "alpha")], run_id="run-2")
    assert (result.articles, result.read_again, result.observations) == (0, 1, 1)


def test_any_payload_can_be_kept(warehouse: Warehouse) -> None:
    payload = {"text": "a\0b\ud800", "value": float("nan"), "span": (1, 2), "more": {"x": None, "y": object}}
    quarantine.put(warehouse.url, "alpha", "run-1", [Rejection("batch", "rule", "why\0", None, payload)])
    (row,) = quarantine.find(warehouse.url)
    assert row.payload == {"text": "a\ufffdb?", "value": "nan", "span": [1, 2], "more": {"x": None, "y": "<class 'object'>"}}


def test_a_new_extractor_reopens_what_another_read_and_what_could_not_be_read(warehouse: Warehouse) -> None:
    old, new, unreadable = warehouse.page("/old"), warehouse.page("/new"), warehouse.page("/unreadable")
    warehouse.load((old, story()), (new, replace(story(2.0), extractor_version="2")))
    quarantine.put(warehouse.url, "alpha", "run-1", [Rejection("page", "no_article", "no body", unreadable.page_id)])
    assert pages.reopen(warehouse.url, "alpha", "2", SIGNATURE_VERSION) == 2
    assert pages.to_read(warehouse.url, "alpha") == [old, unreadable]
