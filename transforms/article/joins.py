"""Typeset and OCR text put together again: sentences that a column's edge has cut in two."""

from __future__ import annotations

import re
from collections import Counter

_ENDED = re.compile(r"[^\u3400-\u9fffA-Za-z0-9]$")  # any mark: a comma too may end what a lost column continued
_STARTS_ANEW = re.compile(r"^(?:今年|去年|目前|近日|日前|记者|据|在|[“\"（(【|■●▲·\d一二三四五六七八九十第])")
_HAN = re.compile(r"[\u3400-\u9fff]")
LONG = 60  # characters from which on a line is a column's text rather than a heading, a caption or a line of verse
ENOUGH = 2  # broken lines: one alone may be a paragraph whose full stop was forgotten


_STOPPED = ("。", "！", "？", "；", "”", "：", "!", "?")
NARROW, WIDE = 12, LONG  # characters of a typeset line
CELLS = " | "  # between the cells of a table's row
FULL_LINES = 8  # of a width, before a text is taken for one that is broken at each line's edge


def unwrapped(lines: list[str]) -> tuple[list[str], int]:
    """Join the lines of a text that is broken at each line's edge, as typesetting and OCR leave it, and count the joins.

    Most of its lines have about the same width, and most of these end within a sentence; a shorter line ends a paragraph.
    """
    prose = [line for line in lines if CELLS not in line]  # the rows of a table are of a width, and no line of text
    open_lines = Counter(len(line) for line in prose if NARROW <= len(line) < WIDE and not line.endswith(_STOPPED))
    if sum(open_lines.values()) < FULL_LINES:
        return lines, 0
    width = max(open_lines, key=lambda w: (sum(open_lines[w - k] for k in range(3)), w))
    full = [width - 2 <= len(line) <= width + 1 and CELLS not in line for line in lines]
    within = sum(open_lines[w] for w in range(width - 2, width + 2))
    if within < FULL_LINES or sum(full) < 0.5 * len(lines) or within < 0.7 * sum(full):
        return lines, 0
    joined, broken = [lines[0]], 0
    for k, line in enumerate(lines[1:]):
        if full[k] and CELLS not in line and not lines[k].endswith(_STOPPED):
            joined[-1] += line
            broken += 1
        else:
            joined.append(line)
    return joined, broken


def rejoin(lines: list[str]) -> tuple[list[str], int]:
    """Join a long line that breaks off in the middle of a sentence with the long line that goes on, and count the joins."""
    broken = [k for k in range(len(lines) - 1) if goes_on(lines[k], lines[k + 1])]
    if len(broken) < ENOUGH:
        return lines, 0
    joined = [lines[0]]
    for k, line in enumerate(lines[1:]):
        if k in broken:
            joined[-1] += line
        else:
            joined.append(line)
    return joined, len(broken)


def goes_on(line: str, following: str) -> bool:
    """Whether a long line breaks off in the middle of a sentence, and the next one may go on with it."""
    return (
        len(line) >= LONG
        and len(following) >= LONG
        and not _ENDED.search(line)
        and not _STARTS_ANEW.match(following)
        and len(_HAN.findall(line[-20:])) >= 10
    )
