"""What the grammar knows of one figure while it reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from parkwatch.record import record
from parkwatch.records import GrowthBasis, Measure, Stance, SubjectKind
from transforms.observe.document import Sentence
from transforms.quantities import Quantity

# Classes of units, by the letters of ``lexicon.DIMENSIONS``; S are percentage points, R ranks, D durations.
UNIT_CLASSES = {
    "PC": "P",
    "PP": "S",
    "RANK": "R",
    "NUM": "C",
    "M2": "A",
    "M": "L",
    "T": "T",
    "KWH": "E",
    "TEU": "U",
    "D": "D",
    "MO": "D",
}
CURRENCIES = {"CNY", "USD", "EUR", "JPY", "HKD", "GBP"}

ALL_CLASSES = UNIT_CLASSES | dict.fromkeys(CURRENCIES, "M")


def unit_class(quantity: Quantity) -> str:
    """The letter of a quantity's dimension; Q for a physical quantity without a letter of its own."""
    if "元/" in quantity.unit:  # 万元/亩: a density is told as money is, but is no amount of a currency
        return "M"
    return ALL_CLASSES.get(quantity.unit_measure, "Q")


class Subject(NamedTuple):
    """Who a figure is about."""

    name: str
    kind: SubjectKind
    rule: str = "main"
    span: tuple[int, int] | None = None  # where the text names it, of a project or an enterprise: its name is as printed there


@record
class Indicated:
    """What a figure measures: an indicator's code, the text's words for it, and what narrows it."""

    code: str
    text: str
    scope: tuple[str, ...] = ()
    rule: str = ""

    def with_scope(self, *parts: str) -> Indicated:
        """The same, narrowed further; parts that already stand are not said twice."""
        scope = tuple(dict.fromkeys((*self.scope, *filter(None, parts))))
        return self if scope == self.scope else Indicated(self.code, self.text, scope, self.rule)


@dataclass(slots=True)
class Draft:
    """One observation before it is written down."""

    quantity: Quantity
    sentence: Sentence
    measure: Measure
    what: Indicated
    subject: Subject
    stance: Stance = "actual"
    time_period: str = ""
    period_basis: Literal["stated", "anchored", "none"] = "none"
    growth_basis: GrowthBasis = ""
    comparator: str = ""
    negative: bool = False
    told_before: bool = False  # 33个项目里,…: the whole of what follows, no figure told again
    rules: list[str] = field(default_factory=list)
