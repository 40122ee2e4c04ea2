"""What a figure is to time: a fixed trait, an act on a day, a stock, or the flow of a period."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from parkwatch.records import Stance
from transforms.indicators import load_indicators
from transforms.observe.document import Sentence

Kind = Literal["trait", "event", "stock", "flow"]

# What a thing is, not what it did: no period, even after 目前.
FIXED = frozenset({"area_planned", "area_total", "shoreline", "project_capacity", "project_investment"})
# What is done on a day, at a ceremony or a meeting, and counted over months as well.
EVENTS = frozenset(
    {
        "projects_signed",
        "projects_signed_investment",
        "projects_started",
        "projects_completed",
        "projects_total",
        "projects_total_investment",
        "service_events",
        "projects_planned_investment",
        "project_start_rate",
        "fdi_contracted",
    }
)


@lru_cache(maxsize=1)
def _stocks() -> frozenset[str]:
    """The stocks of the code list, and what no code names."""
    stocks = {code for code, indicator in load_indicators().items() if indicator.kind == "stock"}
    return frozenset(stocks - FIXED - EVENTS | {"other"})


def is_stock(code: str) -> bool:
    """Whether a code is of what there is at a time."""
    return code in _stocks() and code != "other"


def kind_of(code: str, measure: str, *, flow: bool, amount: bool) -> Kind:
    """The kind of a figure.

    ``flow`` says that a word makes a flow of what else is a stock (新入统, 新增), ``amount`` that it is money or a mass: of
    what no code names, counts alone are stocks.
    """
    if code in FIXED and measure == "level":
        return "trait"
    if code in EVENTS and measure == "level":
        return "event"
    if code not in _stocks() or flow or measure not in ("level", "share", "rank"):
        return "flow"
    return "flow" if code == "other" and (amount or measure != "level") else "stock"


class Asked(NamedTuple):
    """The figure whose period is asked for: where it starts, where its clause ends, what it is, and its stance."""

    sentence: Sentence
    start: int
    high: int
    code: str
    measure: str
    kind: Kind
    stance: Stance = "actual"

    @property
    def is_stock(self) -> bool:
        """Whether it is what there is at a time, not what was done in one."""
        return self.kind == "stock"
