"""Spun text recognised, and read back word by word.

A content farm's word changer trades words for near words, and often for strings that are no words at all (税支 for 税收).
Three different ones settle that a text is spun; only then are real words read back too (名目 for 项目), each where its
collocation allows it. The words stand in ``data/spun_words.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from transforms.repair.offsets import Folded, Rewriter

NONWORDS_THAT_SETTLE = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """One entry of the table."""

    printed: str
    reading: str
    nonword: bool
    fits: Callable[[str, int], bool]


@dataclass(frozen=True, slots=True)
class Spun:
    """A spun text read back."""

    reading: Folded
    nonwords: tuple[str, ...]  # the different ones that gave it away, in order of appearance

    @property
    def text(self) -> str:
        """The text as it was before it was spun, as far as the table knows its words."""
        return self.reading.text

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text given that shows ``text[start:end]``."""
        return self.reading.original(start, end)


def _condition(after: str, not_after: str) -> Callable[[str, int], bool]:
    wanted = re.compile(after) if after else None
    unwanted = re.compile(not_after) if not_after else None

    def fits(text: str, end: int) -> bool:
        return (wanted is None or wanted.match(text, end) is not None) and (unwanted is None or unwanted.match(text, end) is None)

    return fits


@lru_cache(maxsize=1)
def _table() -> tuple[list[Pair], AhoCorasick]:
    pairs = []
    for line in resources.files(__package__).joinpath("data/spun_words.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            printed, reading, kind, after, not_after = line.split("\t")
            pairs.append(Pair(printed, reading, kind == "nonword", _condition(after, not_after)))
    automaton = AhoCorasick([p.printed for p in pairs], matchkind=MatchKind.LeftmostLongest,
                            implementation=Implementation.ContiguousNFA)
    return pairs, automaton


def read_spun(text: str) -> Spun | None:
    """The text read back where it is spun, None where it is not; offsets lead back to ``text``."""
    pairs, automaton = _table()
    matches = automaton.find_matches_as_indexes(text)
    nonwords = tuple(dict.fromkeys(pairs[i].printed for i, _, end in matches if pairs[i].nonword and pairs[i].fits(text, end)))
    if len(nonwords) < NONWORDS_THAT_SETTLE:
        return None
    rewriter = Rewriter(text)
    for i, start, end in matches:
        if pairs[i].fits(text, end):
            rewriter.keep(start)
            rewriter.replace(end, pairs[i].reading)
    return Spun(rewriter.done(), nonwords)
