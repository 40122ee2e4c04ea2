"""The quality of extraction on the labelled seeds never falls; ``tests/floors.json`` may only rise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.transforms.scoring import f1
from transforms.extract import extract

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def seeds() -> list[tuple[dict, dict]]:
    """Each seed's label and what is extracted from it."""
    return [
        (
            json.loads((ROOT / "seeds" / "labels" / f"{path.stem}.json").read_text("utf-8")),
            extract(path.read_bytes(), kind="text").to_json(path.name),
        )
        for path in SEEDS
    ]


def test_seeds_score_no_lower_than_their_floor(seeds):
    floor = json.loads((ROOT / "tests" / "floors.json").read_text("utf-8"))["seeds"]
    reached = f1((label["observations"], found["observations"]) for label, found in seeds)
    assert {level: reached[level] for level in floor if reached[level] < floor[level]} == {}, reached


def test_every_sentence_and_span_of_the_seeds_stands_in_the_article(seeds):
    for _, found in seeds:
        for row in found["observations"]:
            start, end = row["span"]
            assert row["evidence"] in found["text"]
            assert found["text"][start:end] in row["evidence"]


def test_no_observation_of_a_seed_is_from_its_furniture(seeds):
    for label, found in seeds:
        for row in found["observations"]:
            assert not any(piece in row["evidence"] for piece in label["not_body"])
