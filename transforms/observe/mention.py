"""One mention of whom an article speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from parkwatch.record import record
from parkwatch.records import SubjectKind

NEARBY = 200  # mentions that a word that refers back looks through at most


@record
class Mention:
    """One mention; ``name`` is the article's fullest for it."""

    start: int
    end: int
    kind: SubjectKind
    name: str
    back: bool = False  # a word that refers back, resolved
    span: tuple[int, int] | None = None  # of a project or an enterprise: where it is named in full


def before(mentions: list[Mention], at: int) -> Iterator[Mention]:
    """The mentions that end at a place or before it, the last first; ``mentions`` are in the text's order."""
    last = bisect_left(mentions, at, key=lambda m: m.start)
    return (m for m in reversed(mentions[max(0, last - NEARBY) : last]) if m.end <= at)
