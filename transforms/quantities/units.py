"""Units as written, and what one of them is in the normalised unit."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

MULTIPLIERS = ("兆", "万亿", "千亿", "百亿", "十亿", "千万", "百万", "十万", "亿", "万", "千", "百")
MOST_DOUBLINGS = 30  # nothing doubles more often; the rest would be no number
FACTORS = {"兆": 10**12, "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "千万": 10**7, "百万": 10**6,
           "十万": 10**5, "亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2, "": 1}


class Unit(NamedTuple):
    """A unit of the table: its normalised unit, how many of that it is, and its kind."""

    name: str
    measure: str
    factor: Fraction
    kind: str  # money, size, duration, percent, count, noun, or the reason why a number before it is no figure


def _lines(name: str) -> list[str]:
    text = resources.files(__package__).joinpath(f"data/{name}").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def words(name: str) -> list[str]:
    """The words of a data file, white space between them."""
    return [word for line in _lines(name) for word in line.split()]


def table_of(name: str) -> dict[str, list[str]]:
    """The words of a two-column file by the second column."""
    table: dict[str, list[str]] = {}
    for line in _lines(name):
        word, kind = line.split("\t")
        table.setdefault(kind, []).append(word)
    return table


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Every unit and counter, and every word that makes a number before it no figure, by name."""
    table = {word: Unit(word, "NUM", Fraction(1), "noun") for word in words("nouns_counted.txt")}
    table |= {word: Unit(word, "NUM", Fraction(1), "count") for word in words("counters.txt")}
    for line in _lines("unmeasured.tsv"):
        word, reason = line.split("\t")
        table[word] = Unit(word, "NUM", Fraction(1), reason)
    for line in _lines("units.tsv"):
        name, measure, factor, kind = line.split("\t")
        table[name] = Unit(name, measure, Fraction(factor), kind)
    return table


@lru_cache(maxsize=1)
def by_first() -> dict[str, list[Unit]]:
    """The units by their first character, the longest first."""
    index: dict[str, list[Unit]] = {}
    for unit in sorted(units().values(), key=lambda u: -len(u.name)):
        index.setdefault(unit.name[0], []).append(unit)
    return index


@lru_cache(maxsize=1)
def _goes_on() -> dict[str, tuple[str, ...]]:
    """By unit, what makes it the beginning of another word (台阶, 国债)."""
    table: dict[str, tuple[str, ...]] = {}
    for line in _lines("not_units.tsv"):
        unit, ends = line.split("\t")
        table[unit] = (*table.get(unit, ()), *ends.split())
    return table


@lru_cache(maxsize=1)
def _candidates() -> dict[str, list[tuple[Unit, str, tuple[str, ...] | None]]]:
    """By first character the units, their names, and what makes each the beginning of another word."""
    return {c: [(unit, unit.name, _goes_on().get(unit.name)) for unit in found] for c, found in by_first().items()}


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that stands in the text at an offset, and is not the beginning of another word."""
    for unit, name, ends in _candidates().get(text[at:at + 1], ()):
        if text.startswith(name, at) and (ends is None or not text.startswith(ends, at + len(name))):
            return unit
    return None


def split(unit: str) -> tuple[int, str]:
    """A unit as written, told apart into its multiplier and the unit itself: 万亿元 is 10**12 and 元."""
    if unit in units():
        return 1, unit
    for multiplier in MULTIPLIERS:
        if unit.startswith(multiplier):
            factor, rest = split(unit[len(multiplier):])
            return FACTORS[multiplier] * factor, rest
    return 1, unit


@lru_cache(maxsize=4096)
def _factor(unit: str) -> tuple[Decimal, Decimal, str]:
    """What one of a unit is, as numerator and denominator (亩 is 2000/3 M2), and its normalised unit."""
    factor, rest = split(unit)
    if not rest:
        return Decimal(factor), Decimal(1), "CNY" if unit else "NUM"
    known = units().get(rest)
    exact = factor * (known.factor if known else Fraction(1))
    return Decimal(exact.numerator), Decimal(exact.denominator), known.measure if known else "NUM"


@lru_cache(maxsize=1)
def unit_pattern() -> str:
    """Any unit of measure as written, as a regular expression without groups: 亿元, 万平方米, 家, 个百分点, %."""
    names = sorted((u.name for u in units().values() if u.kind in ("money", "size", "percent", "count")), key=len, reverse=True)
    multiplied = "|".join(map(re.escape, MULTIPLIERS))
    return rf"(?:(?:{multiplied})?(?:{'|'.join(map(re.escape, names))})|个百分点)"


def normal(value: Decimal, unit: str) -> tuple[float, str]:
    """The value in the normalised unit, and that unit's code.

    A bare 万 or 亿 is money, its 元 left off; 番 doubles each time, so that 翻两番 is 300 PC.
    """
    if unit == "第":
        return float(value), "RANK"
    if unit == "百分之":
        return float(value), "PC"
    if unit == "番":
        return 100.0 * (2.0 ** min(float(value), MOST_DOUBLINGS) - 1), "PC"
    times, by, measure = _factor(unit)
    return float(value * times / by), measure
