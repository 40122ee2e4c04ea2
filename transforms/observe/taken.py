"""Stretches of a text that something else has taken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Taken:
    """Stretches of a text that are spoken for; whether one shares a character with another is one look-up."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Join what overlaps."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether [start, end) shares a character with one of them."""
        i = bisect_right(self._ends, start)
        return i < len(self._starts) and self._starts[i] < end


class Holders:
    """Stretches of a text that may hold others; whether one does is one look-up."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Note how far those that start up to each one reach."""
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def go_on(self, start: int, end: int) -> bool:
        """Whether one of them holds [start, end) and goes on behind it."""
        i = bisect_right(self._starts, start)
        return i > 0 and self._furthest[i - 1] > end
