"""Ways to say an indicator: each phrase and clause of the two tables is read as it says."""

import csv
from pathlib import Path

import pytest

from tests.transforms.reading import read

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("row", rows("phrases.csv"), ids=lambda row: row["phrase"])
def test_phrase_has_its_indicator(row: dict[str, str]) -> None:
    observations = read(f"2024年,云麓经开区{row['phrase']}。")
    assert (row["indicator"], row["measure"]) in {(o.indicator, o.measure) for o in observations}


@pytest.mark.parametrize("row", rows("clauses.csv"), ids=lambda row: row["clause"])
def test_clause_has_its_readings(row: dict[str, str]) -> None:
    observations = read(f"今年上半年,青云经开区保持平稳运行。\n{row['clause']}")
    assert [f"{o.indicator}:{o.measure}" for o in observations] == row["readings"].split()
