"""The record of one quantity."""

from __future__ import annotations

from typing import Literal

from parkwatch.record import record
from parkwatch.records import Qualifier

Role = Literal["figure", "threshold", "noise"]


@record
class Quantity:
    """One number with its unit, as a folded text prints it; spans are half-open and in code points of that text.

    A ``threshold`` narrows what a figure counts (超10亿元项目) and belongs to scope, in the words of ``scope_text``; ``noise``
    is a number that is no figure (5G, 第三届). ``reason`` says why for both.
    """

    start: int  # of the number with its unit, hedges inside
    end: int
    number_start: int  # of the numeral alone
    number_end: int
    text: str
    value: float  # as written, 万 and 亿 left to the unit; never signed for a fall that a word tells
    value_high: float | None  # of a range
    unit: str  # as written, 万亿 included; 第 of a rank; empty of a fraction and of a bare number
    obs_value: float  # normalised, in unit_measure
    obs_value_high: float | None
    unit_measure: str
    qualifier: Qualifier
    role: Role
    reason: str = ""
    scope_text: str = ""
