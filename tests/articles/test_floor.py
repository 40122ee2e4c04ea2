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


@pytest.fixture(scope="module")
def articles() -> list[tuple[dict, dict]]:
    """Each article's label and what is extracted from it."""
    return [
        (json.loads(path.read_text("utf-8")), extract(path.with_suffix(".txt").read_bytes(), kind="text").to_json(path.name))
        for path in sorted(ARTICLES.glob("[0-9]*.json"))
    ]


def test_articles_score_no_lower_than_their_floor(articles):
    reached = f1((label["observations"], found["observations"]) for label, found in articles)
    assert {level: reached[level] for level, floor in FLOORS["f1"].items() if reached[level] < floor} == {}, reached


def test_parks_are_named_as_before(articles):
    """Two names are one park where one is the other with places before it."""
    right = named = true = said = 0
    for label, found in articles:
        ours, theirs = [plain(n) for n in label["parks"]], [plain(n) for n in found["parks"]]
        named, said = named + len(ours), said + len(theirs)
        right += sum(any(a.endswith(b) or b.endswith(a) for b in theirs) for a in ours)
        true += sum(any(a.endswith(b) or b.endswith(a) for b in ours) for a in theirs)
    assert right / named >= FLOORS["parks"]["recall"], right / named
    assert true / said >= FLOORS["parks"]["precision"], true / said


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
