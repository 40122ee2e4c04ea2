"""The filing record that government sites print above a document: index number, issuing office, reference, days, subject.

It says what kind of paper the document is and where it is filed, and is no part of it, in whatever layout it comes: a row for
each entry, two entries a row, or label and value on lines of their own.
"""

from __future__ import annotations

import re

from transforms.article.rules import rules

FEWEST = 3  # entries that make a record: one or two may be the article's own
DEEP = 40  # lines in which it ends
LONGEST = 120  # characters of a value: the longest is the document's title
_WHITE = re.compile(r"\s+")
_BARS = re.compile(r"^\||\|$")


def _entry(line: str) -> re.Match[str] | None:
    """The label that a line begins with, written with white space between its characters or without."""
    return rules().filing.match(_WHITE.sub("", _BARS.sub("", line.strip()))) if len(line) <= 2 * LONGEST else None


def record_end(lines: list[str]) -> int:
    """How many of the first lines are a filing record; 0 where there is none."""
    end = count = 0
    sure = False
    for k, line in enumerate(lines[:DEEP]):
        entry = _entry(line)
        if entry is None:
            if len(line) > LONGEST or line.endswith("。"):
                break
            continue
        count += 1
        sure = sure or entry["sure"] is not None
        alone = not line.startswith("|") and entry.end() == len(_WHITE.sub("", line))
        end = k + 1 + alone  # the value of a label alone is the next line
    return min(end, len(lines)) if sure and count >= FEWEST else 0
