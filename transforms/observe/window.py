"""Where a figure's own words lie."""

from __future__ import annotations

from transforms.observe.document import Document, Sentence
from transforms.quantities import Quantity


class Window:
    """Where a figure's own words lie: [floor, …) after the figure before it, [low, high) its clause without its neighbours."""

    __slots__ = ("clause", "floor", "high", "low", "sentence")

    def __init__(self, sentence: Sentence, clause: int, floor: int, low: int, high: int) -> None:
        """``clause`` is where the clause starts that the figure stands in."""
        self.sentence, self.clause, self.floor, self.low, self.high = sentence, clause, floor, low, high

    @classmethod
    def around(cls, document: Document, sentence: Sentence, first: Quantity, last: Quantity, floor: int) -> Window:
        """Of a run of figures that share their words, from its ``first`` to its ``last``."""
        clause = max(document.clause_start(first.start), sentence.start)
        high = min(document.clause_end(last.end), sentence.end)
        for quantity in document.quantities_between(last.end, high):
            if quantity.role == "figure":
                comma = document.text.find("、", last.end, quantity.start)
                high = comma if comma >= 0 else quantity.start
                break
        return cls(sentence, clause, floor, max(clause, floor), high)

    def after(self, low: int) -> Window:
        """The same window with its clause cut off on the left."""
        return Window(self.sentence, self.clause, self.floor, max(self.low, low), self.high)
