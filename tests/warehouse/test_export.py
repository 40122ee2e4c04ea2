"""Exports: whole files or none, each row with its sentence, and nothing in them that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from parkwatch.errors import ParkwatchError
from warehouse.export import export, harmless

from .stories import OTHER_PARK, PARK, Warehouse, altered, story


def test_csv_and_json_lines_hold_the_same_facts_with_sentence_and_address(warehouse: Warehouse, tmp_path: Path) -> None:
    reading = altered(story(), rules=("amount", "subject"))
    warehouse.load((warehouse.page("http://alpha.example/1.html"), reading))
    assert export(warehouse.url, tmp_path / "o.csv", "csv") == 1
    assert export(warehouse.url, tmp_path / "o.jsonl", "jsonl") == 1
    with (tmp_path / "o.csv").open(encoding="utf-8", newline="") as lines:
        (from_csv,) = csv.DictReader(lines)
    (from_json,) = map(json.loads, (tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines())
    fact = reading.extraction.observations[0]
    for row in (from_csv, from_json):
        assert (row["park"], row["evidence"], row["published"]) == (PARK, fact.evidence, "2025-08-06")
        assert (row["url"], row["title"]) == ("http://alpha.example/1.html", reading.extraction.article.title)
        assert float(row["obs_value"]) == 312.6e8
    assert from_csv["rules"] == "amount;subject"
    assert from_json["rules"] == ["amount", "subject"]
    assert list(from_csv) == list(from_json)
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["o.csv", "o.jsonl"]


@pytest.mark.parametrize("title", [
    '=HYPERLINK("http://evil.example","x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", "  =1", '=1"; "=2',
])
def test_what_a_spreadsheet_would_run_is_made_harmless(warehouse: Warehouse, title: str) -> None:
    warehouse.load((warehouse.page(), story(title=title)))
    stream = io.BytesIO()
    export(warehouse.url, stream, "csv")
    (row,) = csv.DictReader(io.StringIO(stream.getvalue().decode()))
    assert row["title"] == f"'{title}"
    stream = io.BytesIO()
    export(warehouse.url, stream, "jsonl")
    assert json.loads(stream.getvalue())["title"] == title


@pytest.mark.parametrize("value", [-42.5, 0, None, "普通文字", "a=b", "增长8.7%"])
def test_numbers_and_plain_text_stay_as_they_are(value: object) -> None:
    assert harmless(value) == value


def test_the_latest_revision_alone_unless_every_one_is_asked_for(warehouse: Warehouse) -> None:
    for n, value in enumerate((312.6, 321.6)):
        warehouse.load((warehouse.page(), story(value)), run_id=f"run-{n}")
    assert export(warehouse.url, io.BytesIO(), "csv") == 1
    assert export(warehouse.url, io.BytesIO(), "csv", every_revision=True) == 2


def test_filters(warehouse: Warehouse) -> None:
    warehouse.load((warehouse.page("/1"), story()), (warehouse.page("/2"), story(5.0, subject=OTHER_PARK)))
    warehouse.load((warehouse.page("/3", portal="beta"), altered(story(7.0), indicator="other")))
    today = datetime.now(UTC).date()
    for expected, filters in (
        (2, {"portal": "alpha"}), (2, {"park": PARK}), (2, {"park": "32990001"}), (1, {"indicator": "other"}),
        (3, {"since": date(2026, 1, 1)}), (0, {"since": today + timedelta(days=2)}), (0, {"portal": "none"}),
    ):
        assert export(warehouse.url, io.BytesIO(), "csv", **filters) == expected, filters  # type: ignore[arg-type]


def test_an_export_that_fails_leaves_the_file_of_before(warehouse: Warehouse, tmp_path: Path) -> None:
    kept = tmp_path / "o.csv"
    kept.write_text("before")
    with pytest.raises(ParkwatchError, match="does not answer"):
        export("postgresql://u:p@127.0.0.1:1/none", kept, "csv")
    assert kept.read_text() == "before"
    assert list(tmp_path.iterdir()) == [kept]
    with pytest.raises(ParkwatchError, match="no-such-folder"):
        export(warehouse.url, tmp_path / "no-such-folder" / "o.csv", "csv")


def test_a_database_without_tables_is_a_clear_error(empty_database_url: str) -> None:
    with pytest.raises(ParkwatchError, match="has no schema of this version: a `parkwatch run` brings it up to date"):
        export(empty_database_url, io.BytesIO(), "csv")
