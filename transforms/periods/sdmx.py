"""Years, months and days written as SDMX writes periods."""

from __future__ import annotations

import calendar
from functools import lru_cache
from typing import NamedTuple

from parkwatch.records import PeriodBasis


class Period(NamedTuple):
    """A resolved period; ``""`` and ``none`` where the text and the article's date settle none."""

    time_period: str
    period_basis: PeriodBasis


NONE = Period("", "none")
NAMED = {(1, 12): "", (1, 6): "-S1", (7, 12): "-S2", (1, 3): "-Q1", (4, 6): "-Q2", (7, 9): "-Q3", (10, 12): "-Q4"}
SPANS = {written: run for run, written in NAMED.items()}


def months(year: int, first: int, last: int) -> str:
    """A run of months of one year: ``2025-S1``, ``2025-01/2025-10``, ``2025-07``."""
    if (first, last) in NAMED:
        return f"{year}{NAMED[first, last]}"
    return f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}"


@lru_cache(maxsize=256)
def months_of(period: str) -> tuple[int, int, int] | None:
    """Year, first and last month of a period within one year, a day being of its month; None for any other period."""
    first, _, end = period.partition("/")
    if not end and (named := SPANS.get(first[4:])) is not None and first:
        return int(first[:4]), *named
    if len(first) < len("2025-07") or (end and (end[:4] != first[:4] or len(end) < len("2025-07"))):
        return None
    return int(first[:4]), int(first[5:7]), int((end or first)[5:7])


def month_end(year: int, month: int) -> str:
    """The last day of a month."""
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]:02}"


def day(year: int, month: int, number: int) -> str:
    """A day, or its month where the month has no such day."""
    if 1 <= number <= calendar.monthrange(year, month)[1]:
        return f"{year}-{month:02}-{number:02}"
    return f"{year}-{month:02}"


def parts(published: str | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of an article's date, as far as it is known."""
    pieces: list[int | None] = [int(p) for p in published.split("-")] if published else []
    year, month, number = [*pieces, None, None, None][:3]
    return year, month, number
