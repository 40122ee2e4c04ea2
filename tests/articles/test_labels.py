"""Every labelled article holds what its label says: the test of the tests."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parent
LABELS = sorted(ARTICLES.glob("[0-9]*.json"))
MEASURES = {"level", "growth", "share", "rank", "completion", "increment"}
QUALIFIERS = {"exact", "over", "at_least", "under", "nearly", "about", "range"}
STANCES = {"actual", "target", "forecast", "design"}
POINT = r"\d{4}(?:-(?:S[12]|Q[1-4]|\d\d(?:-\d\d)?))?"


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem)
def test_a_label_stands_in_its_text(path: Path) -> None:
    label = json.loads(path.read_text("utf-8"))
    text = path.with_suffix(".txt").read_text("utf-8")
    assert text.split("\n")[0] == label["title"]
    assert 150 <= len("".join(text.split("\n")[2:])) <= 700
    for o in label["observations"]:
        start, end = o["span"]
        assert text[start:end] == o["number_text"]
        assert o["evidence"] in text
        assert "\n" not in o["evidence"]
        assert o["number_text"] in o["evidence"]
        assert o["measure"] in MEASURES
        assert o["qualifier"] in QUALIFIERS
        assert o["stance"] in STANCES
        assert re.fullmatch(rf"(?:{POINT}(?:/{POINT})?)?", o["time_period"])
        assert (o["time_period"] == "") == (o["period_basis"] == "none")
        assert (o["measure"] in {"share", "rank"}) == bool(o["comparator"])


def test_each_text_has_its_label() -> None:
    assert {p.stem for p in ARTICLES.glob("*.txt")} == {p.stem for p in LABELS}
    assert len(LABELS) >= 80
