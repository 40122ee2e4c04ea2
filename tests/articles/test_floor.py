"""The quality of extraction on the project's own articles never falls; ``floors.toml`` here may only rise."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.transforms.scoring import f1, plain
from transforms.extract import extract

ARTICLES = Path(__file__).parent
FLOORS = tomllib.loads((ARTICLES / "floors.toml").read_text("utf-8"))


# The articles came in two series; each has floors of its own, so that the later one does not lower the earlier one's.
SERIES = {"first": range(1, 81), "second": range(81, 1000)}


@pytest.fixture(scope="module")
def articles() -> list[tuple[dict, dict]]:
    """Each article's label and what is extracted from it."""
    return [
        (json.loads(path.read_text("utf-8")), extract(path.with_suffix(".txt").read_bytes(), kind="text").to_json(path.name))
        for path in sorted(ARTICLES.glob("[0-9]*.json"))
    ]


def of_series(articles: list[tuple[dict, dict]], series: str) -> list[tuple[dict, dict]]:
    """Those articles whose number falls into the series."""
    return [(label, found) for label, found in articles if int(Path(found["path"]).stem) in SERIES[series]]


@pytest.mark.parametrize("series", SERIES)
def test_articles_score_no_lower_than_their_floor(series, articles):
    reached = f1((label["observations"], found["observations"]) for label, found in of_series(articles, series))
    assert {level: reached[level] for level, floor in FLOORS[series]["f1"].items() if reached[level] < floor} == {}, reached


@pytest.mark.parametrize("series", SERIES)
def test_parks_are_named_as_before(series, articles):
    """Two names are one park where one is the other with places before it."""
    right = named = true = said = 0
    for label, found in of_series(articles, series):
        ours, theirs = [plain(n) for n in label["parks"]], [plain(n) for n in found["parks"]]
        named, said = named + len(ours), said + len(theirs)
        right += sum(any(a.endswith(b) or b.endswith(a) for b in theirs) for a in ours)
        true += sum(any(a.endswith(b) or b.endswith(a) for b in ours) for a in theirs)
    floor = FLOORS[series]["parks"]
    assert right / named >= floor["recall"], right / named
    assert true / said >= floor["precision"], true / said


def test_an_article_without_a_figure_gives_none(articles):
    for label, found in articles:
        if not label["observations"]:
            assert found["observations"] == []


def test_every_sentence_and_span_stands_in_the_article(articles):
    for _, found in articles:
        for row in found["observations"]:
            start, end = row["span"]
            assert row["evidence"] in found["text"]
            assert found["text"][start:end] in row["evidence"]
