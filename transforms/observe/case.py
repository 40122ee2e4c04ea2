"""One figure in its place: what the rules for nouns look at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from transforms.observe.lexicon import Mark
from transforms.observe.model import Draft, unit_class
from transforms.observe.window import Window
from transforms.quantities import Quantity

if TYPE_CHECKING:
    from transforms.observe.document import Document
    from transforms.observe.mentions import Cast
    from transforms.observe.subjects import Subjects

GROUP_CODES = frozenset(
    f"projects_{stage}" for stage in ("signed", "negotiating", "started", "completed", "under_construction", "total")
) | {"tech_projects"}


class Case:
    """A figure, its window, and what the text has said so far; ``drafts`` are all before it, ``here`` those of its sentence."""

    def __init__(  # noqa: PLR0917 - made in one place, for each figure
        self,
        document: Document,
        cast: Cast,
        subjects: Subjects,
        quantity: Quantity,
        window: Window,
        drafts: list[Draft],
        here: list[Draft],
    ) -> None:
        """Note what every rule asks for: the text, the letter of the figure's dimension, its own words before it."""
        self.document, self.cast, self.subjects = document, cast, subjects
        self.quantity, self.window, self.drafts, self.here = quantity, window, drafts, here
        self.text = document.text
        self.unit = unit_class(quantity)
        self.left = self.text[window.low : quantity.start]

    def phrase_start(self, end: int) -> int:
        """Where the phrase that ends at ``end`` starts: after the last name, period or size in its clause."""
        start = min(self.window.low, end)
        for mention in self.cast.between(start, end):
            start = max(start, mention.end)
        for period in self.document.periods_between(start, end):
            start = max(start, period.end) if period.end <= end else start
        for quantity in self.document.quantities_between(start, end):
            start = max(start, quantity.end) if quantity.end <= end and quantity.role != "noise" else start
        return start

    @property
    def is_part(self) -> bool:
        """Whether its clause begins with 其中."""
        return self.text.startswith("其中", self.window.low)

    @cached_property
    def own_noun(self) -> str:
        """The noun before it that no indicator knows."""
        from transforms.observe.goals import is_goal  # noqa: PLC0415 - only where nothing else has told
        from transforms.observe.residue import own_noun  # noqa: PLC0415 - likewise

        if is_goal(self.document, self.quantity, self.window.low):
            return ""

        return own_noun(self.document, self.cast, self.window.low, self.quantity.start)

    def heads(self, start: int, end: int) -> list[Mark]:
        """Nouns in [start, end) that can have a figure of this dimension."""
        marks = [h for h in self.document.between("head", start, end) if fits(h, self.unit)]
        if self.unit == "C" and self.quantity.unit[-1:] not in "场次期届":  # 签约仪式上,12个…: events are counted by 场
            marks = [h for h in marks if h.value != "service_events" or h.start - self.quantity.end in range(8)]
        return marks

    def counts(self, drafts: list[Draft]) -> Iterator[Draft]:
        """Counts among some drafts, the last first."""
        return (d for d in reversed(drafts) if unit_class(d.quantity) == "C")

    def group(self, drafts: list[Draft]) -> Draft | None:
        """The last count of projects among some drafts."""
        groups = (d for d in reversed(drafts) if d.what.code in GROUP_CODES and unit_class(d.quantity) == "C")
        return next(groups, None)


def fits(head: Mark, unit: str) -> bool:
    """Whether a noun can have a figure of this dimension; a platform can have floor space too."""
    return unit in head.dimensions or "X" in head.dimensions or (unit == "A" and head.value == "innovation_platforms")
