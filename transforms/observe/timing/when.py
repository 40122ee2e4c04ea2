"""A figure's period, where it is from, and what can be told from its form."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from transforms.periods.sdmx import months_of

DAY = re.compile(r"\d{4}-\d\d-\d\d")
YEARS = re.compile(r"(\d{4})/\d{4}")


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
    return len(time_period) == len("2025-08-06") and DAY.fullmatch(time_period) is not None


def is_statistical(time_period: str) -> bool:
    """Whether a period is one that statistics are of: no single day."""
    return not is_day(time_period)


def month_of(time_period: str) -> str:
    """The month that a period ends with, "" where it is a year or longer than one."""
    last = time_period.rpartition("/")[2]
    run = months_of(last) if len(last) > len("2025") else None
    return f"{run[0]}-{run[2]:02}" if run else ""


def is_future(time_period: str, published: str | None) -> bool:
    """Whether a period begins after the article, as far as its date is known."""
    if not time_period or not published:
        return False
    if time_period[:4] != published[:4]:
        return time_period[:4] > published[:4]
    run = months_of(time_period.partition("/")[0])
    return run is not None and len(published) >= len("2025-07") and run[1] > int(published[5:7])


def is_ahead(time_period: str, published: str | None) -> bool:
    """Whether a day comes after the article's."""
    return is_day(time_period) and published is not None and time_period[: len(published)] > published


def is_past(time_period: str, published: str | None) -> bool:
    """Whether a period's year is over when the article appears."""
    last = time_period.rpartition("/")[2]
    return bool(time_period and published) and last[:4] < (published or "")[:4]
