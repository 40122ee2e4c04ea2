"""Where a figure's own words lie."""

from __future__ import annotations

from copy import copy

from transforms.observe.document import Document, Sentence
from transforms.quantities import Quantity


class Window:
    """Where a figure's own words lie: [floor, …) after the figure before it, [low, high) its clause without its neighbours."""

    __slots__ = ("clause", "floor", "high", "low", "sentence")

    def __init__(self, document: Document, sentence: Sentence, first: Quantity, last: Quantity, floor: int) -> None:
        """``first`` and ``last`` are the ends of a run of figures that share their words."""
        self.sentence = sentence
        self.clause = max(document.clause_start(first.start), sentence.start)
        self.floor = floor
        self.low = max(self.clause, floor)
        clause_end = min(document.clause_end(last.end), sentence.end)
        following = next((q.start for q in document.quantities_between(last.end, clause_end) if q.role == "figure"), -1)
        self.high = clause_end if following < 0 else min(clause_end, following)
        if following >= 0:
            comma = document.text.find("、", last.end, self.high)
            self.high = comma if comma >= 0 else self.high

    def after(self, low: int) -> Window:
        """The same window with its clause cut off on the left."""
        narrower = copy(self)
        narrower.low = max(self.low, low)
        return narrower
