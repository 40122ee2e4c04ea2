"""The code list of ``Observation.indicator``, as data: one row of ``indicators.csv`` an indicator.

Adding an indicator, or another word for one, touches that table alone: the extractor takes its words from ``synonyms``.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of the code list."""

    code: str
    name_zh: str
    dimension: str  # money, count, percent, area, length, mass, energy, teu, quantity or any
    kind: str  # flow, stock, rate or any
    group: str
    notes: str
    synonyms: tuple[str, ...]  # words that settle the code by themselves
    not_to_be_confused_with: tuple[str, ...]  # codes that a reader might take for it


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


@lru_cache(maxsize=1)
def load_indicators() -> dict[str, Indicator]:
    """The code list by code, in the table's order."""
    table = resources.files(__package__).joinpath("indicators.csv").read_text("utf-8")
    return {
        row["code"]: Indicator(
            row["code"],
            row["name_zh"],
            row["dimension"],
            row["kind"],
            row["group"],
            row["notes"],
            _split(row["synonyms"]),
            _split(row["not_to_be_confused_with"]),
        )
        for row in csv.DictReader(table.splitlines())
    }


def indicator_table() -> tuple[Indicator, ...]:
    """All indicators, as the warehouse's catalogue takes them."""
    return tuple(load_indicators().values())
