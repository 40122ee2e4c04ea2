"""An article made ready for reading: folded text, sentences, clause edges, and every mark in it, each in the text's order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from parkwatch.records import Article
from transforms.observe.lexicon import Mark, lexicon
from transforms.periods import PeriodMention
from transforms.periods import scan as scan_periods
from transforms.quantities import Quantity
from transforms.quantities import scan as scan_quantities
from transforms.repair import Folded

SENTENCE = re.compile(r"[^。!?\n]+(?:[。!?]+[”’』」)]*)?")
EDGES = re.compile(r"[,;:。!?\n()\[\]—|…]")
HARD_EDGES = re.compile(r"[;。!?\n|]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """[start, end) of one sentence in the folded text, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


class Document:
    """What the grammar reads. ``text`` is the folded text, and all positions are in it; ``printed`` leads back to the print."""

    def __init__(self, article: Article, folded: Folded) -> None:
        """Fold nothing: ``folded`` is the reading of ``article.text``."""
        self.article = article
        self.folded = folded
        self.text = text = folded.text
        self.quantities: list[Quantity] = [_bare_unit(q) for q in scan_quantities(text)]
        self.periods: list[PeriodMention] = scan_periods(text)
        self.marks: dict[str, list[Mark]] = lexicon().scan(text)
        self.sentences = self._sentences()
        inside = _covered(self.quantities)
        self._edges = [m.start() for m in EDGES.finditer(text) if m.start() not in inside]
        self._starts = {kind: [m.start for m in marks] for kind, marks in self.marks.items()}
        self._quantity_starts = [q.start for q in self.quantities]
        self._period_starts = [p.start for p in self.periods]

    def _sentences(self) -> list[Sentence]:
        out = []
        paragraph, last = 0, 0
        for m in SENTENCE.finditer(self.text):
            if "\n" in self.text[last:m.start()]:
                paragraph += 1
            last = m.end()
            out.append(Sentence(m.start(), m.end(), paragraph))
        return out

    def clause_start(self, at: int) -> int:
        """Start of the clause that holds position ``at``."""
        i = bisect_left(self._edges, at)
        return self._edges[i - 1] + 1 if i else 0

    def clause_end(self, at: int) -> int:
        """End of the clause that holds position ``at``."""
        i = bisect_left(self._edges, at)
        return self._edges[i] if i < len(self._edges) else len(self.text)

    def between(self, kind: str, start: int, end: int) -> list[Mark]:
        """Marks of a kind that lie wholly in [start, end)."""
        starts = self._starts[kind]
        marks = self.marks[kind][bisect_left(starts, start):bisect_left(starts, end)]
        while marks and marks[-1].end > end:
            marks.pop()
        return marks

    def quantities_between(self, start: int, end: int) -> list[Quantity]:
        """Quantities, thresholds and noise included, that start in [start, end)."""
        return self.quantities[bisect_left(self._quantity_starts, start):bisect_left(self._quantity_starts, end)]

    def periods_between(self, start: int, end: int) -> list[PeriodMention]:
        """Period mentions that start in [start, end)."""
        return self.periods[bisect_left(self._period_starts, start):bisect_right(self._period_starts, end - 1)]

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The span in the article's text that shows ``text[start:end]``."""
        return self.folded.original(start, end)


def _bare_unit(quantity: Quantity) -> Quantity:
    """家企业 as 家: the noun is read with the words around it."""
    if len(quantity.unit) > 2 and quantity.unit.endswith("企业"):
        return replace(quantity, end=quantity.end - 2, unit=quantity.unit[:-2], text=quantity.text[:-2])
    return quantity


def _covered(quantities: list[Quantity]) -> set[int]:
    inside: set[int] = set()
    for q in quantities:
        inside.update(range(q.start, q.end))
    return inside
