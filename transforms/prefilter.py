r"""Patterns that are dear to look for, found by a sign of theirs that is cheap to look for.

``re`` runs through a text fast only where a pattern begins with a character of a known set; one that begins with a lookbehind,
with something optional or with a long choice is tried in full at each character. So patterns that go over whole texts begin
with their first character and look back behind it (``。(?<=\d。)``, not ``(?<=\d)。``), and where that cannot be, stand here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

PATIENCE = 32  # signs without a match after which a text, a hostile one maybe, is searched as it is without signs


class Prefiltered:
    """A pattern whose every match has a ``sign`` in it that starts at most ``reach`` characters behind the match's start.

    The sign's pattern begins with a character of a known set, and is no longer than it must be: signs that overlap are found
    but once.
    """

    __slots__ = ("_pattern", "_reach", "_sign")

    def __init__(self, pattern: re.Pattern[str], sign: str, reach: int = 0) -> None:
        """``reach`` is 0 where matches start with their sign."""
        self._pattern, self._sign, self._reach = pattern, re.compile(sign), reach

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """What the pattern's own ``finditer`` gives."""
        match, reach, end, missed = self._pattern.match, self._reach, 0, 0
        for sign in self._sign.finditer(text):
            at = sign.start()
            if at < end:
                continue
            first = max(end, at - reach)
            if missed == PATIENCE:
                yield from self._pattern.finditer(text, first)
                return
            for start in range(first, at + 1):
                if found := match(text, start):
                    end = found.end()
                    yield found
                    break
            else:
                missed += 1
