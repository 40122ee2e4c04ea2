"""A figure with all that is known of it but what narrows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from transforms.observe.case import Case
from transforms.observe.lexicon import Mark
from transforms.observe.measures import Measured
from transforms.observe.model import Draft, Indicated, Subject

Scope = tuple[str, ...]
# Parts of a scope that are of one figure alone: its pace, its basis, its being a sum.
ASPECTS = {"增速", "增幅", "年均", "两年平均", "两年年均", "环比", "占比", "累计"}


def is_size(part: str) -> bool:
    """Whether a part of a scope is a size: ≥1亿元, 产值≥10亿元, 千亿级."""
    return "≥" in part or "<" in part or part.endswith("级") or part[:1].isdigit()


@dataclass
class Told:
    """A figure in its place, what it is of and whose; ``carrier`` is the figure that it hangs on."""

    case: Case
    what: Indicated
    measured: Measured
    subject: Subject
    stance: str
    time_period: str
    carrier: Draft | None
    sizes: tuple[str, ...] = ()  # the thresholds in its own words
    scope: Scope = ()  # what is known by now to narrow it, sizes apart

    @cached_property
    def head(self) -> Mark | None:
        """The noun that it hangs on: the last of its own words, else the first behind it."""
        case = self.case
        marks = case.document.between("head", case.window.low, case.quantity.start)
        fitting = [m for m in marks if self.what.text.endswith(m.word)] or marks
        if fitting:
            return fitting[-1]
        behind = case.document.between("head", case.quantity.end, min(case.window.high, case.quantity.end + 24))
        return behind[0] if behind else None

    @cached_property
    def before(self) -> str:
        """The words before its noun, back to the last name, period or number."""
        head, case = self.head, self.case
        if head is None:
            return ""
        if head.start >= case.quantity.end:
            return case.text[case.quantity.end : head.start]
        return case.text[case.phrase_start(head.start) : head.start]

    @property
    def quantity_is_floor(self) -> bool:
        """Whether it is told in square metres, as floor space is."""
        return self.case.quantity.unit.endswith(("平方米", "平米", "平方", "方", "㎡"))

    @property
    def noun(self) -> str:
        """Its noun; of goods that are traded, with the words that stand before it."""
        if self.head is None:
            return ""
        return self.before + self.head.word if self.what.code in ("exports", "imports", "trade_total") else self.head.word

    @property
    def last(self) -> Draft | None:
        """The figure before it in its sentence."""
        return self.case.here[-1] if self.case.here else None
