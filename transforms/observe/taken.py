"""Stretches of a text that something else has taken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


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
