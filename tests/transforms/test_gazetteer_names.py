"""Parks by the names that headlines and leads give them: a floor on how many are found, and how many found are right."""

from __future__ import annotations

from pathlib import Path

from tests.transforms.scoring import plain
from transforms.gazetteer import find_parks, park_names


def rows() -> list[tuple[str, list[str]]]:
    lines = Path(__file__).with_name("gazetteer_names.tsv").read_text("utf-8").splitlines()
    return [(line.split("\t")[0], line.split("\t")[1].split(";")) for line in lines if not line.startswith("#")]


def same(a: str, b: str) -> bool:
    short, long = sorted((plain(a), plain(b)), key=len)
    return len(short) >= 4 and long.endswith(short)


def test_parks_are_found_by_the_names_that_papers_use() -> None:
    missed, wrong, named, said = [], [], 0, 0
    for text, expected in rows():
        found = park_names(find_parks(text))
        named, said = named + len(expected), said + len(found)
        missed += [name for name in expected if not any(same(name, other) for other in found)]
        wrong += [name for name in found if not any(same(name, other) for other in expected)]
    assert len(missed) <= 0.05 * named, missed
    assert len(wrong) <= 0.05 * said, wrong
