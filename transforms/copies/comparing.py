"""How two articles stand to each other, from their signatures.

The text decides whether it is one story, and the figures whether it is told the same. The limits keep off what was measured: a
page holds all of its own body; spun text keeps half of its shingles (containment; Jaccard 0.35); unrelated articles share one in
a hundred at most; next period's report in the same words shares up to nine in ten, with other figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from parkwatch.records import Place, Signature, Verdict
from transforms.copies.places import DAY_MARK, PERIOD_MARK
from transforms.copies.shingles import overlap

SMALLEST = 20  # shingles; a line such as 转载请注明出处 is nobody's story, one with a figure only the same line's
CLOSE = 0.5  # containment from which the words alone make one story, if the figures agree
TELLING = 0.6  # containment from which they do so without figures
SPUN = 0.2  # containment from which equal figures make one story
FIGURES_THAT_TELL = 3  # fewer equal figures tell nothing of a spun text
AGREEING = 0.7  # share of the fewer figures that the other one has too, from which they agree
RETOLD = 4  # so many figures, and nearly all of both, make one story in whatever words
NEARLY_ALL = 0.7  # Jaccard index of two sets of figures
DIGITS = 3  # a figure of fewer digits (前十, 5家) stands in many stories
SHORTEST = 0.2  # of the longer's length: a smaller part (one item of a round-up) is no copy of the whole
AS_LONG = 0.8  # of the longer's length: shorter is cut

Difference = tuple[str, str, str]


def compare(a: Signature, b: Signature) -> Verdict:
    """How ``b`` stands to ``a``; the same the other way round, but for the order in each difference."""
    if min(a.size, b.size) < SMALLEST:
        return Verdict("same", 1.0, 1.0, 1.0) if a.digest == b.digest and _values(a) else Verdict("other")
    shared = overlap(a.sketch, b.sketch, a.size, b.size)
    if a.digest == b.digest:
        return Verdict("same", 1.0, 1.0, 1.0)
    length = min(a.size, b.size) / max(a.size, b.size)
    values_a, values_b = _values(a), _values(b)
    if length < SHORTEST or (shared[0] < SPUN and not _same_figures(values_a, values_b)):
        return Verdict("other", *shared)
    found, aligned = _by_place(a.places, b.places)
    figures = found["figure"] or _by_observation(a, b)
    differing = figures + found["period"]
    if not _one_story(shared[0], values_a, values_b, changed=len(figures), aligned=aligned, periods=len(found["period"]),
                      days=len(found["day"])):
        return Verdict("other", *shared, tuple(differing))
    differing = differing or _by_order(a.places, b.places)
    if differing:
        return Verdict("changed_figure", *shared, tuple(differing))
    return Verdict("copy" if length >= AS_LONG else "cut", *shared)


def _one_story(containment: float, a: set[str], b: set[str], *, changed: int, aligned: int, periods: int,
               days: int) -> bool:
    """Whether words and figures are one story's, as it is or with a few figures changed.

    Args:
        containment: of the shorter text.
        a: the values of one.
        b: the values of the other.
        changed: how many figures differ where the words around them are the same.
        aligned: how many figures have the same words around them.
        periods: how many periods differ where the words around them are the same.
        days: how many days differ so.
    """
    if not a or not b:
        return containment >= TELLING
    agree = len(a & b) >= AGREEING * min(len(a), len(b))
    if containment < CLOSE:
        return agree and len(a & b) >= FIGURES_THAT_TELL
    if periods and not agree:
        return False  # next period's report in the same words
    if changed >= FIGURES_THAT_TELL and 2 * changed >= aligned:
        return False  # the same again, where the period is not said, or 今年上半年 of another year
    if days and changed == aligned > 1:
        return False  # a bulletin of every day
    return agree or changed > 0


def _same_figures(a: set[str], b: set[str]) -> bool:
    """Whether both tell nearly the same figures, and enough that no other story has them: a press release told in other words."""
    a, b = ({v for v in values if len(v.rpartition(" ")[0].replace(".", "").strip("-0")) >= DIGITS} for values in (a, b))
    return len(a & b) >= max(RETOLD, NEARLY_ALL * len(a | b))


def _values(s: Signature) -> set[str]:
    return {p.value for p in s.places if _sort(p.value) == "figure"} | {f[0] for f in s.figures}


class _Side(NamedTuple):
    """One side of a place: where the same letters stand in two texts, the same value is expected."""

    sort: str  # figure, period or day
    before: bool
    letters: str


def _by_place(a: Sequence[Place], b: Sequence[Place]) -> tuple[dict[str, list[Difference]], int]:
    """What differs though the letters on a side are the same, by its sort; and how many figures have the same letters."""
    sides_a, sides_b = _sides(a), _sides(b)
    found: dict[str, dict[tuple[str, str], Difference]] = {"figure": {}, "period": {}, "day": {}}
    aligned: set[str] = set()
    for side in sorted(sides_b.keys() & sides_a.keys(), key=lambda side: (not side.before, side)):
        in_a, in_b = sides_a[side], sides_b[side]
        if side.sort == "figure":
            aligned |= in_b.keys()
        old, new = _replaced(in_a, in_b)
        if not old:
            new, old = _replaced(in_b, in_a)
        if old:
            found[side.sort].setdefault((old, new), (side.letters, old, new))
    return {sort: list(differences.values()) for sort, differences in found.items()}, len(aligned)


def _replaced(a: dict[str, list[str]], b: dict[str, list[str]]) -> tuple[str, str]:
    """Values of ``a`` that stand less often in ``b``, and those of ``b`` that ``a`` has not, as printed; empty without both."""
    new = [printed[0] for value, printed in b.items() if not _in(value, a)]
    old = [printed[0] for value, printed in a.items()
           if len(b.get(value, ())) < len(printed) and (value in b or not _in(value, b))]
    return (", ".join(old), ", ".join(new)) if old and new else ("", "")


def _sides(places: Iterable[Place]) -> dict[_Side, dict[str, list[str]]]:
    """For each side the values that stand there, each as it is printed, as often as it stands there."""
    sides: dict[_Side, dict[str, list[str]]] = defaultdict(dict)
    for p in places:
        for before, letters in ((True, p.before), (False, p.after)):
            if letters:
                sides[_Side(_sort(p.value), before, letters)].setdefault(p.value, []).append(p.printed)
    return sides


def _sort(value: str) -> str:
    return "period" if value.startswith(PERIOD_MARK) else "day" if value.startswith(DAY_MARK) else "figure"


def _in(value: str, others: Iterable[str]) -> bool:
    """Whether a value is among others; 上半年 and 2025年上半年 are the same period."""
    if not value.startswith(PERIOD_MARK):
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
    """The observations' values by indicator, measure, subject and unit.

    One that its own text does not print is left out: another version of the extractor read it, and the pages may well agree.
    """
    printed = {p.value for p in s.places}
    slots: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for value, indicator, measure, subject in s.figures:
        if value.removeprefix("-") in printed:  # a fall is printed without its sign
            slots[indicator, measure, subject, _unit(value)].add(value)
    return slots


def _by_order(a: Sequence[Place], b: Sequence[Place]) -> list[Difference]:
    """What differs between the same figures before and after it: a spun text has other words around, in the same order."""
    a, b = ([p for p in places if _sort(p.value) != "day"] for places in (a, b))
    order = SequenceMatcher(None, [p.value for p in a], [p.value for p in b], autojunk=False)
    return [(old.before, old.printed, new.printed)
            for change, i1, i2, j1, j2 in order.get_opcodes() if change == "replace" and i2 - i1 == j2 - j1
            for old, new in zip(a[i1:i2], b[j1:j2], strict=True)
            if _unit(old.value) == _unit(new.value) and not _in(old.value, [new.value])]


def _unit(value: str) -> str:
    """What a value is measured in; a period in periods."""
    return PERIOD_MARK if value.startswith(PERIOD_MARK) else value.rpartition(" ")[2]
