"""Who a figure is about: each short article of the table gives its subjects, in the text's order."""

import csv
from pathlib import Path

import pytest

from tests.transforms.reading import read

TABLE = Path(__file__).with_name("subjects.csv")


def cases() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"][:24])
def test_figures_have_their_subjects(case: dict[str, str]) -> None:
    """``subjects`` has one name a figure, joined by blanks; a line break of the article is written as /."""
    observations = read(case["text"].replace("/", "\n"), title=case["title"])
    assert [o.subject for o in observations if o.indicator != "other"] == case["subjects"].split()
