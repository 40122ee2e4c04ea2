"""Looking up what stands in a text around a position, without walking all of it each time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

# How many mentions back or ahead a bare word may look for its park: no article needs more, and a hostile one gets no more.
NEIGHBOURS = 200
# Words up to which an automaton has a whole table, which is read nearly twice as fast: some megabytes, and 150 for all zones.
MOST_IN_TABLE = 10_000


class Spanned(Protocol):
    """Anything with a half-open span of code points."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


T = TypeVar("T", bound=Spanned)


class InOrder(Generic[T]):
    """Spans in the order of the text, none inside another."""

    def __init__(self, items: Sequence[T]) -> None:
        self.items = sorted(items, key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self.items]
        self._ends = [m.end for m in self.items]

    def overlapping(self, start: int, end: int) -> list[T]:
        """What shares a code point with [start, end)."""
        return self.items[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def ending_at(self, position: int) -> T | None:
        """What ends exactly there."""
        i = bisect_left(self._ends, position)
        return self.items[i] if i < len(self.items) and self._ends[i] == position else None

    def before(self, position: int) -> Iterator[T]:
        """What ends at a position or before it, the nearest first."""
        last = bisect_right(self._ends, position)
        return reversed(self.items[max(0, last - NEIGHBOURS) : last])

    def after(self, position: int) -> Iterator[T]:
        """What starts at a position or after it, the nearest first."""
        first = bisect_left(self._starts, position)
        return iter(self.items[first : first + NEIGHBOURS])


class Lexicon:
    """Words to find in one pass, the leftmost and of these the longest."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = list(words)
        table = Implementation.DFA if len(words) <= MOST_IN_TABLE else None
        self._automaton = AhoCorasick(self.words, matchkind=MatchKind.LeftmostLongest, implementation=table)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Start, end and word of each hit; a lone surrogate is no character of any word."""
        try:
            hits = self._automaton.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            hits = self._automaton.find_matches_as_indexes(text.encode("utf-8", "replace").decode("utf-8"))
        return [(start, end, self.words[i]) for i, start, end in hits]
