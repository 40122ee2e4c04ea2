"""Copies in the load: they join their report, a changed figure is a report of its own that users see, the index finds them."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import psycopg
import pytest

from parkwatch.records import Article, Extraction, LoadedReport
from tests.transforms import copied
from transforms import copies as copy_rules
from transforms.copies import compare, signature
from warehouse import copies, load, pages
from warehouse.summary import summarise

from .stories import Reading, Warehouse

OWN = copied.stories()


def reading(text: str, *, title: str = "标题", version: str = "1", **article: Any) -> Reading:
    """A text as staging takes it, without observations: the text's own figures are enough to tell copies."""
    fields: dict[str, Any] = {"published": "2026-07-15", "published_basis": "byline", "source": None} | article
    return Reading(Extraction(Article(title=title, text=text, **fields)), signature(text).digest, version)


def told_by(warehouse: Warehouse) -> list[tuple[str, ...]]:
    """The addresses that carry each report, the oldest report first."""
    return [tuple(row[0]) for row in warehouse.rows(
        "SELECT array_agg(url ORDER BY page_id) FROM parkwatch.article GROUP BY report_id ORDER BY report_id")]


def test_every_copy_in_whatever_order_and_night_is_one_report(warehouse: Warehouse) -> None:
    variants = list(copied.copies(OWN["half_year"]))
    for night, (kind, text) in enumerate(reversed(variants)):
        page = warehouse.page(f"/{kind}", portal=("alpha", "beta", "gamma")[night % 3])
        warehouse.load((page, reading(text)), run_id=f"run-{night}")
    assert warehouse.rows("SELECT copies FROM parkwatch.report") == [(len(variants),)]
    assert warehouse.rows("SELECT * FROM parkwatch.report_link") == []


def test_no_two_stories_are_one_report(warehouse: Warehouse) -> None:
    texts = OWN | {f"next {name}": copied.next_period(text) for name, text in OWN.items() if name != "without_figures"}
    warehouse.load(*[(warehouse.page(f"/{name}"), reading(text)) for name, text in texts.items()])
    assert sorted(told_by(warehouse)) == sorted((f"/{name}",) for name in texts)


def test_one_story_at_five_outlets_one_with_a_changed_figure_one_cut_one_the_day_after(warehouse: Warehouse) -> None:
    text = OWN["half_year"]
    changed = text.replace("18.74亿元", "17.84亿元")
    warehouse.load((warehouse.page("/first"), reading(text)), (warehouse.page("/title"), reading("又一条新闻\n" + text)),
                   (warehouse.page("/changed"), reading(changed)), (warehouse.page("/cut"), reading(text[:len(text) // 2])))
    result = warehouse.load((warehouse.page("/day-after", portal="beta"), reading(copied.HEAD + text)), run_id="run-2")
    assert (result.reports, result.copies, result.alerts) == (0, 1, 0)
    assert told_by(warehouse) == [("/first", "/title", "/cut", "/day-after"), ("/changed",)]
    assert warehouse.rows("SELECT url, other_url, place, value_there, value_here FROM parkwatch.changed_figure") == [
        ("/changed", "/first", "一般公共预算收入", "18.74亿元", "17.84亿元")]
    assert warehouse.rows("SELECT url FROM parkwatch.article WHERE 'changed_figure' = ANY(flags)") == [("/changed",)]
    warehouse.load((warehouse.page("/changed-copy"), reading(changed + copied.FOOT)), run_id="run-3")
    assert told_by(warehouse)[1] == ("/changed", "/changed-copy")


def test_a_silent_correction_is_a_revision_that_is_linked_to_what_it_corrects(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page("/1"), reading(OWN["short_notice"])))
    warehouse.load((warehouse.page("/1"), reading(OWN["short_notice"].replace("58.3", "53.8"))), run_id="run-2")
    assert warehouse.rows("SELECT revision FROM parkwatch.article ORDER BY report_id") == [(1,), (2,)]
    assert warehouse.rows("SELECT value_there, value_here FROM parkwatch.changed_figure") == [("58.3亿元", "53.8亿元")]


def test_a_page_with_a_signature_of_another_version_is_read_again_by_a_replay(warehouse: Warehouse) -> None:
    old, new = warehouse.page("/old"), warehouse.page("/new")
    warehouse.load((old, reading(OWN["half_year"])), (new, reading(OWN["short_notice"])))
    warehouse.connection.execute("UPDATE parkwatch.signature SET version = version - 1 WHERE page_id = %s", (old.page_id,))
    assert pages.reopen(warehouse.url, "alpha", "1", copy_rules.SIGNATURE_VERSION) == 1
    assert pages.to_read(warehouse.url, "alpha") == [old]


def test_a_run_s_summary_and_the_alert_rule_are_told_of_a_changed_figure(warehouse: Warehouse) -> None:
    told: list[LoadedReport] = []
    for url, text, run in (("/1", OWN["short_notice"], "run-1"), ("/2", OWN["short_notice"].replace("58.3", "53.8"), "run-2")):
        warehouse.stage((warehouse.page(url), reading(text)), run_id=run)
        load.load(warehouse.url, "alpha", run, alert_for=told.append, copy_rules=copy_rules)
    (report,) = summarise(warehouse.url, "run-2").new_reports
    assert [(c.there, c.here, c.other_url) for c in report.changed] == [("58.3亿元", "53.8亿元", "/1")]
    assert [r.changed for r in told] == [(), report.changed]


def face(warehouse: Warehouse) -> str:
    return str(warehouse.value("SELECT url FROM parkwatch.report JOIN parkwatch.article ON article_id = face_article_id"))


def test_the_face_is_full_from_its_own_source_and_early(warehouse: Warehouse) -> None:
    text = OWN["half_year"]
    warehouse.load((warehouse.page("/spun"), reading(copied.spin(text), flags=("spun",), published="2026-07-01")))
    assert face(warehouse) == "/spun"
    warehouse.load((warehouse.page("/cut"), reading(text[:len(text) // 2], source="alpha网", published="2026-07-02")), run_id="2")
    assert face(warehouse) == "/cut"
    warehouse.load((warehouse.page("/full"), reading(text, source="别处日报", published="2026-07-03")), run_id="3")
    assert face(warehouse) == "/full"
    warehouse.load((warehouse.page("/own"), reading(text, title="又", source="alpha网", published="2026-07-05")), run_id="4")
    assert face(warehouse) == "/own"
    warehouse.load((warehouse.page("/month"), reading(text, source="alpha网", published="2026-07")), run_id="5")
    assert face(warehouse) == "/own"
    earlier = reading(text, source="gamma网", published="2026-07-04")
    warehouse.load((warehouse.page("/earlier", portal="gamma"), earlier), run_id="6")
    assert face(warehouse) == "/earlier"


def test_a_copy_that_adds_nothing_is_not_kept_to_compare_with(warehouse: Warehouse) -> None:
    text = OWN["half_year"]
    texts = (text, text + "。", text[:len(text) // 2], text)
    warehouse.load(*[(warehouse.page(f"/{n}"), reading(t)) for n, t in enumerate(texts)])
    assert warehouse.value("SELECT count(*) FROM parkwatch.signature") == 1
    assert warehouse.value("SELECT count(*) FROM parkwatch.shingle") == len(signature(text).sample)


def test_the_fuller_copy_that_comes_late_finds_the_other_half(warehouse: Warehouse) -> None:
    text = OWN["half_year"]
    for name, part in (("/first-half", text[:len(text) // 2]), ("/all", text), ("/second-half", text[len(text) // 2:])):
        warehouse.load((warehouse.page(name), reading(part)), run_id=name)
    assert told_by(warehouse) == [("/first-half", "/all", "/second-half")]


@pytest.mark.parametrize("misread", [0, 1])
def test_reading_again_brings_what_an_older_reading_had_split_together(warehouse: Warehouse, misread: int) -> None:
    first, second = warehouse.page("/1"), warehouse.page("/2")
    text = OWN["half_year"]
    readings = [reading(text), reading(text)]
    readings[misread] = reading(OWN["land_notice"])
    warehouse.load((first, readings[0]), (second, readings[1]))
    result = warehouse.load((first, reading(text, version="2")), (second, reading(text + "。", version="2")), run_id="replay")
    assert (result.read_again, result.reports, result.alerts) == (2, 0, 0)
    assert told_by(warehouse) == [("/1", "/2")]
    assert warehouse.rows("SELECT copies, face_article_id IS NULL FROM parkwatch.report ORDER BY report_id") == [
        (2, False), (0, True)]
    before = warehouse.facts()
    warehouse.load((first, reading(text, version="2")), (second, reading(text + "。", version="2")), run_id="replay-2")
    assert warehouse.facts() == before


def test_a_phrase_that_very_many_reports_share_hides_no_copy_and_makes_none(warehouse: Warehouse) -> None:
    """Far more reports than are looked at for one hash share a paragraph; each is still found by what is its own."""
    shared = OWN["without_figures"].split("\n")[0]
    own = copied.spin(OWN["land_notice"])
    texts = [f"{shared}\n第{n}号仓库本月出库{n * 37 + 11.5}吨,同比增长{n * 0.7 + 3.3:.1f}%。{own[n:n + 80]}"
             for n in range(copies.NEWEST * 2)]
    warehouse.load(*[(warehouse.page(f"/{n}"), reading(text)) for n, text in enumerate(texts)])
    for n in (0, 40, len(texts) - 1):
        report_id, verdict = copies.find_report(warehouse.connection, signature(texts[n]), compare=compare)
        assert verdict.kind == "same"
        assert warehouse.value("SELECT url FROM parkwatch.article WHERE report_id = %s LIMIT 1", report_id) == f"/{n}"


def test_signatures_of_other_rules_are_not_compared(warehouse: Warehouse) -> None:
    text = OWN["half_year"]
    warehouse.load((warehouse.page("/1"), reading(text)))
    with psycopg.connect(warehouse.url) as connection:
        assert copies.find_report(connection, signature(text), compare=compare)[1].kind == "same"
        connection.execute("UPDATE parkwatch.signature SET version = 99")
        assert copies.find_report(connection, signature(text), compare=compare) == (None, compare(signature(""), signature("")))


LOAD = """
import sys
from parkwatch.records import AlertDraft
from transforms import copies
from warehouse import load
load.load(sys.argv[1], sys.argv[2], "run-1", alert_for=lambda r: AlertDraft(r.fingerprint, r.title, "text"), copy_rules=copies)
"""


def test_two_portals_loaded_at_once_make_one_report_of_one_story(warehouse: Warehouse) -> None:
    stories = [text for name, text in OWN.items() if name != "short_notice"]
    for portal in ("alpha", "beta", "gamma"):
        warehouse.stage(*[(warehouse.page(f"/{portal}/{n}", portal=portal), reading(text)) for n, text in enumerate(stories)])
    loaders = [subprocess.Popen([sys.executable, "-c", LOAD, warehouse.url, portal]) for portal in ("alpha", "beta", "gamma")]
    assert [loader.wait() for loader in loaders] == [0, 0, 0]
    assert warehouse.rows("SELECT copies FROM parkwatch.report") == [(3,)] * len(stories)
    assert warehouse.value("SELECT count(*) FROM parkwatch.alert") == len(stories)


@pytest.mark.parametrize("table", ["shingle", "signature"])
def test_the_search_reads_the_index_and_never_the_whole_table(warehouse: Warehouse, table: str) -> None:
    warehouse.load(*[(warehouse.page(f"/{name}"), reading(text)) for name, text in OWN.items()])
    with psycopg.connect(warehouse.url) as connection:
        connection.execute("SET enable_seqscan = off")  # so small a table would be read whole: ask whether an index serves
        values = {"sample": list(signature(OWN["half_year"]).sample), "shared": 2, "newest": 64, "compared": 8, "version": 1,
                  "without": None}
        plan = "\n".join(row[0] for row in connection.execute(b"EXPLAIN " + copies.statement("copies/candidates"), values))
    assert f"Seq Scan on {table}" not in plan
