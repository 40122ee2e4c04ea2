"""How two articles stand to each other, from their signatures.

The text decides whether it is one story, and the figures whether it is told the same. The limits are measured: a page holds all of
its own body, two halves of one story share nothing but their story, spun text keeps a third of its shingles (Jaccard 0.35,
containment about a half), unrelated articles share at most one in a hundred, and next period's report in the same words up to nine
in ten, with other figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from parkwatch.records import Place, Signature, Verdict
from transforms.copies.shingles import overlap

SMALLEST = 20  # shingles; a line such as 转载请注明出处 is nobody's story
CLOSE = 0.5  # containment from which the words alone make one story, if the figures agree
TELLING = 0.6  # containment from which they do so without figures
SPUN = 0.2  # containment from which equal figures make one story
FIGURES_THAT_TELL = 3  # fewer equal figures tell nothing of a spun text
AGREEING = 0.7  # share of the fewer figures that the other one has too, from which they agree
SHORTEST = 0.2  # of the longer's length: a smaller part (one item of a round-up) is no copy of the whole
AS_LONG = 0.8  # of the longer's length: shorter is cut

Difference = tuple[str, str, str]


def compare(a: Signature, b: Signature) -> Verdict:
    """How ``b`` stands to ``a``; the same the other way round, but for the order in each difference."""
    if min(a.size, b.size) < SMALLEST:
        return Verdict("other")
    containment, resemblance = overlap(a.sketch, b.sketch, a.size, b.size)
    if a.digest == b.digest:
        return Verdict("same", 1.0, 1.0)
    length = min(a.size, b.size) / max(a.size, b.size)
    if containment < SPUN or length < SHORTEST:
        return Verdict("other", containment, resemblance)
    values_a, values_b = _values(a), _values(b)
    agreement = _agreement(values_a, values_b)
    figures, periods, aligned = _by_place(a.places, b.places)
    figures = figures or _by_observation(a, b)
    if not _one_story(containment, agreement, len(values_a & values_b), len(figures), len(periods), aligned):
        return Verdict("other", containment, resemblance, tuple(figures + periods))
    figures = figures or _by_order(a.places, b.places)
    if figures or periods:
        return Verdict("changed_figure", containment, resemblance, tuple(figures + periods))
    return Verdict("copy" if length >= AS_LONG else "cut", containment, resemblance)


def _one_story(containment: float, agreement: float | None, equal: int, changed: int, periods: int, aligned: int) -> bool:
    """Whether words and figures are one story's, as it is or with a few figures changed.

    Args:
        containment: of the shorter text.
        agreement: share of the fewer figures that stand in the other one; None where one has none.
        equal: how many figures stand in both.
        changed: how many figures differ where the words around them are the same.
        periods: how many periods differ so.
        aligned: how many figures stand in the same words in both.
    """
    if containment < CLOSE:
        return agreement is not None and agreement >= AGREEING and equal >= FIGURES_THAT_TELL
    if periods and (agreement is None or agreement < AGREEING):
        return False  # next period's report in the same words
    if changed >= FIGURES_THAT_TELL and 2 * changed >= aligned:
        return False  # the same again, where the period is not said or 今年上半年 of another year
    if agreement is None:
        return containment >= TELLING
    return changed > 0 or agreement >= AGREEING


def _values(s: Signature) -> set[str]:
    return {p.value for p in s.places if not p.value.startswith("period|")} | {f[0] for f in s.figures}


def _agreement(a: set[str], b: set[str]) -> float | None:
    return len(a & b) / min(len(a), len(b)) if a and b else None


def _by_place(a: Sequence[Place], b: Sequence[Place]) -> tuple[list[Difference], list[Difference], int]:
    """Figures, and periods, that differ though the words before or after are the same; and how many figures have the same words."""
    sides_a, sides_b = _sides(a), _sides(b)
    printed = {p.value: p.printed for p in (*a, *b)}
    figures: dict[tuple[str, str], Difference] = {}
    periods: dict[tuple[str, str], Difference] = {}
    aligned: set[str] = set()
    for side in sides_b.keys() & sides_a.keys():
        in_a, in_b = sides_a[side], sides_b[side]
        if not side.period:
            aligned |= in_b.keys()
        pair = _replaced(in_a, in_b) or tuple(reversed(_replaced(in_b, in_a)))
        if pair:
            old, new = pair
            (periods if side.period else figures).setdefault((old, new), (side.letters, printed[old], printed[new]))
    return sorted(figures.values()), sorted(periods.values()), len(aligned)


def _replaced(a: Counter[str], b: Counter[str]) -> tuple[str, ...]:
    """A value of ``a`` that stands less often in ``b``, and one of ``b`` that ``a`` has not; empty where there is no such pair."""
    new = sorted(v for v in b if not _in(v, a))
    old = sorted(v for v in (a - b) if v in b or not _in(v, b))
    return (old[0], new[0]) if old and new else ()


class _Side(NamedTuple):
    """One side of a place: where the same letters stand in two texts, the same value is expected."""

    before: bool
    letters: str
    period: bool


def _sides(places: Iterable[Place]) -> dict[_Side, Counter[str]]:
    """For each side how often each value stands there."""
    sides: dict[_Side, Counter[str]] = defaultdict(Counter)
    for p in places:
        for before, letters in ((True, p.before), (False, p.after)):
            if letters:
                sides[_Side(before, letters, p.value.startswith("period|"))][p.value] += 1
    return sides


def _in(value: str, others: Iterable[str]) -> bool:
    """Whether a value is among others; 上半年 and 2025年上半年 are the same period."""
    if not value.startswith("period|"):
        return value in others
    _, year, part = value.split("|")
    return any(part == p and (year == y or not year or not y or not part) for _, y, p in (o.split("|") for o in others))


def _by_observation(a: Signature, b: Signature) -> list[Difference]:
    """Observations of one indicator, measure, unit and subject, whose values differ both ways."""
    slots_a, slots_b = _slots(a), _slots(b)
    values_a, values_b = _values(a), _values(b)
    differences = []
    for slot in sorted(slots_a.keys() & slots_b.keys()):
        old, new = slots_a[slot] - slots_b[slot], slots_b[slot] - slots_a[slot]
        if old and new and (old - values_b or new - values_a):  # else the same figures, read for other things
            differences.append((" ".join(slot[:3:2]), " ".join(sorted(old)), " ".join(sorted(new))))
    return differences


def _slots(s: Signature) -> dict[tuple[str, str, str, str], set[str]]:
    slots: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for value, indicator, measure, subject in s.figures:
        slots[indicator, measure, subject, _unit(value)].add(value)
    return slots


def _by_order(a: Sequence[Place], b: Sequence[Place]) -> list[Difference]:
    """Figures that differ between the same figures before or after them: a spun text has other words around, not another order."""
    in_a, in_b = ([p for p in places if not p.value.startswith("period|")] for places in (a, b))
    order = SequenceMatcher(None, [p.value for p in in_a], [p.value for p in in_b], autojunk=False)
    return [(old.before, old.printed, new.printed)
            for change, i1, i2, j1, j2 in order.get_opcodes() if change == "replace" and i2 - i1 == j2 - j1
            for old, new in zip(in_a[i1:i2], in_b[j1:j2], strict=True) if _unit(old.value) == _unit(new.value)]


def _unit(value: str) -> str:
    return value.rpartition(" ")[2]
