"""A figure's period, where it is from, and what can be told from its form."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

DAY = re.compile(r"\d{4}-\d\d-\d\d")
YEARS = re.compile(r"(\d{4})/\d{4}")
LAST_MONTHS = {"S1": 6, "S2": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}
FIRST_MONTHS = {"S1": 1, "S2": 7, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10}


class When(NamedTuple):
    """A period, where it is from, and the rule that gave it."""

    time_period: str = ""
    period_basis: Literal["stated", "anchored", "none"] = "none"
    rule: str = "period.none"

    def by(self, rule: str) -> When:
        """The same period, given by another rule; nothing stays nothing."""
        return When(self.time_period, self.period_basis, rule) if self.time_period else NEVER


NEVER = When()


def is_day(time_period: str) -> bool:
    """Whether a period is one day."""
    return DAY.fullmatch(time_period) is not None


def is_statistical(time_period: str) -> bool:
    """Whether a period is one that statistics are of: no single day."""
    return not is_day(time_period)


def month_of(time_period: str) -> str:
    """The month that a period ends with, "" where it is a year or longer than one."""
    last = time_period.rpartition("/")[2]
    if part := re.fullmatch(r"(\d{4})-([SQ]\d)", last):
        return f"{part[1]}-{LAST_MONTHS[part[2]]:02}"
    return last[:7] if re.match(r"\d{4}-\d\d", last) else ""


def is_future(time_period: str, published: str | None) -> bool:
    """Whether a period begins after the article, as far as its date is known."""
    if not time_period or not published:
        return False
    first = time_period.partition("/")[0]
    year, _, rest = first.partition("-")
    if year[:4] != published[:4]:
        return year[:4] > published[:4]
    month = FIRST_MONTHS.get(rest[:2]) or (int(rest[:2]) if rest[:2].isdigit() else 1)
    return len(published) >= 7 and month > int(published[5:7])


def is_ahead(time_period: str, published: str | None) -> bool:
    """Whether a day comes after the article's."""
    return is_day(time_period) and published is not None and time_period[: len(published)] > published


def is_past(time_period: str, published: str | None) -> bool:
    """Whether a period's year is over when the article appears."""
    last = time_period.rpartition("/")[2]
    return bool(time_period and published) and last[:4] < (published or "")[:4]
