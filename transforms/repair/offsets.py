"""Text that was changed for reading, with the way back to the text as printed."""

from __future__ import annotations

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Folded:
    """A reading of a printed text.

    ``starts[i]`` and ``ends[i]`` bound in the printed text what code point ``i`` of ``text`` stands for; both are None where the
    reading has as many code points as the print, each in its place.
    """

    text: str
    printed: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the printed text that shows ``text[start:end]``; raises ValueError for a span outside of ``text``."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start}:{end} is outside of a text of {len(self.text)} characters")
        if self.starts is None or self.ends is None:
            return start, end
        if start == end:
            at = self.starts[start] if start < len(self.text) else len(self.printed)
            return at, at
        return self.starts[start], self.ends[end - 1]


class Rewriter:
    """Builds a reading from left to right over a printed text: pieces kept, replaced or dropped."""

    def __init__(self, printed: str) -> None:
        self._printed = printed
        self._parts: list[str] = []
        self._starts: array[int] = array("L")
        self._ends: array[int] = array("L")
        self._at = 0

    def keep(self, to: int) -> None:
        """Keep the print up to ``to``, code point for code point."""
        if to > self._at:
            self._parts.append(self._printed[self._at:to])
            self._starts.extend(range(self._at, to))
            self._ends.extend(range(self._at + 1, to + 1))
            self._at = to

    def drop(self, to: int, *, attach: bool = False) -> None:
        """Leave out the print up to ``to``; where ``attach`` holds it goes with the code point before (a gloss on it)."""
        if attach and self._ends:
            self._ends[-1] = to
        self._at = to

    def replace(self, to: int, reading: str) -> None:
        """Read the print up to ``to`` as ``reading``: code point for code point if both are as long, else each for the whole."""
        if len(reading) == to - self._at:
            self._starts.extend(range(self._at, to))
            self._ends.extend(range(self._at + 1, to + 1))
        else:
            self._starts.extend([self._at] * len(reading))
            self._ends.extend([to] * len(reading))
        self._parts.append(reading)
        self._at = to

    def done(self) -> Folded:
        """The reading of the whole print."""
        self.keep(len(self._printed))
        return Folded("".join(self._parts), self._printed, self._starts, self._ends)
