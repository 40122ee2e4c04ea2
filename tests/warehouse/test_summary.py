"""What a run did, counted from the warehouse."""

from __future__ import annotations

from dataclasses import replace

from parkwatch.records import Rejection
from warehouse import quarantine, run_steps, summary

from .stories import PARK, Warehouse, story


def test_a_run_is_counted_portal_by_portal(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page("/old"), story(1.0)), run_id="before")
    one, two, three = (warehouse.page(f"/{n}") for n in (1, 2, 3))
    warehouse.load((one, story()), (two, story(lead="转载。")), (three, story(7.0)))
    bad = warehouse.page("/bad", portal="beta")
    quarantine.put(warehouse.url, "beta", "run-1", [Rejection("page", "no_article", "no body", bad.page_id)])
    found = summary.summarise(warehouse.url, "run-1")
    assert [(p.portal, p.articles, p.reports, p.observations, p.quarantined) for p in found.portals] == [
        ("alpha", 3, 2, 3, 0), ("beta", 0, 0, 0, 1)]
    assert (found.total("articles"), found.total("quarantined"), found.alerts, found.undelivered) == (3, 1, 2, 3)
    assert [(r.title, r.copies, r.parks, r.portal) for r in found.new_reports] == [
        (f"{PARK}半年产值312.6亿元", 2, (PARK,), "alpha网"), (f"{PARK}半年产值7.0亿元", 1, (PARK,), "alpha网")]
    assert [f.value for f in found.new_reports[0].figures] == [312.6]


def test_a_run_that_found_nothing_new(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page(), story()))
    warehouse.page("/2", portal="beta")
    found = summary.summarise(warehouse.url, "crawl")  # the run that fetched, and loaded nothing
    assert [(p.portal, p.crawl, p.pages, p.articles) for p in found.portals] == [
        ("alpha", "succeeded", 1, 0), ("beta", "succeeded", 1, 0)]
    assert found.new_reports == ()


def test_headline_figures_are_the_parks_own_and_no_kind_twice() -> None:
    fact = story().extraction.observations[0]
    facts = tuple(replace(fact, span=(n, n + 1), **changes) for n, changes in enumerate((
        {"subject_kind": "project", "indicator": "projects_signed"}, {"measure": "growth"},
        {"stance": "target", "indicator": "gdp"}, {}, {"confidence": 0.1},
        {"indicator": "other"}, {"indicator": "projects_signed", "unit": "个"})))
    chosen = summary.headline(facts, 3)
    assert [(o.indicator, o.measure) for o in chosen] == [
        ("industrial_output_ads", "growth"), ("industrial_output_ads", "level"), ("projects_signed", "level")]
    assert chosen[1] == facts[3]


def test_failures_name_each_portal_with_its_reason(warehouse: Warehouse) -> None:
    for portal, step, reason in (("alpha", "crawl", "no list page answered"), ("alpha", "load", "the disk is full"),
                                 ("beta", "gate", "the batch is empty"), ("gamma", "load", "")):
        run_steps.begin(warehouse.url, "run-1", portal, step)
        run_steps.end(warehouse.url, "run-1", portal, step, reason)
    run_steps.begin(warehouse.url, "run-1", "delta", "transform")  # and no end
    assert summary.failures(warehouse.url, "run-1") == {
        "alpha": "no list page answered; the disk is full", "beta": "the batch is empty",
        "delta": "transform was killed before its end"}
    assert summary.failures(warehouse.url, "run-2") == {}
    never = summary.failures(warehouse.url, "run-1", ["beta", "gamma", "omega"])  # gamma is loaded, omega's tasks noted nothing
    assert never.keys() == {"alpha", "beta", "delta", "omega"}
    assert "not loaded" in never["omega"]
    assert never["beta"] == "the batch is empty"
    run_steps.begin(warehouse.url, "run-1", "beta", "gate")
    run_steps.end(warehouse.url, "run-1", "beta", "gate")
    assert "beta" not in summary.failures(warehouse.url, "run-1")


def test_the_summary_says_why_a_portal_failed(warehouse: Warehouse) -> None:
    warehouse.rows("INSERT INTO parkwatch.crawl_run (portal, mode, run_id, status, reason) VALUES"
                   " ('alpha', 'nightly', 'run-1', 'failed', 'no list page answered') RETURNING 1")
    run_steps.end(warehouse.url, "run-1", "alpha", "load", "the disk is full")
    quarantine.put(warehouse.url, "beta", "run-1", [Rejection("batch", "row_count", "the batch is empty")])
    reasons = [p.reason for p in summary.summarise(warehouse.url, "run-1").portals]
    assert reasons == ["no list page answered; the disk is full", "the batch is empty"]
