"""How extraction does on articles that no rule was tuned on never falls."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from tests.transforms.scoring import f1
from transforms.extract import extract

ARTICLES = Path(__file__).parent
FLOORS = tomllib.loads((ARTICLES / "floors.toml").read_text("utf-8"))


def test_unseen_articles_score_no_lower_than_their_floor() -> None:
    read = [(json.loads(path.read_text("utf-8"))["observations"],
             extract(path.with_suffix(".txt").read_bytes(), kind="text").to_json(path.name)["observations"])
            for path in sorted(ARTICLES.glob("[0-9]*.json"))]
    assert len(read) == 24  # an article that is lost would change the score
    reached = f1(read)
    assert {level: reached[level] for level, floor in FLOORS["f1"].items() if reached[level] < floor} == {}, reached
