"""Runs of figures joined by 、 and 和, and the lists that they are paired with one for one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.observe.document import Document
from transforms.observe.lexicon import Mark
from transforms.observe.measures import Measured
from transforms.observe.model import Draft, Indicated, Subject, unit_class
from transforms.quantities import Quantity

if TYPE_CHECKING:
    from transforms.observe.reader import Reader
    from transforms.observe.timing import When
    from transforms.observe.window import Window

JOINT = re.compile(r"^\s*(?:、|和|与|及|以及|,)\s*$")
LIST_JOINT = re.compile(r"^(?:数|额|量|总量)?(?:、|和|与|及|以及|,)[^,;。:\d]{0,14}$")


def runs(document: Document, figures: list[Quantity]) -> list[list[Quantity]]:
    """Figures in groups: neighbours of one sort with nothing but a joint between them stand together."""
    out: list[list[Quantity]] = []
    for figure in figures:
        last = out[-1][-1] if out else None
        if last is not None and unit_class(last) == unit_class(figure) and JOINT.match(document.text[last.end : figure.start]):
            out[-1].append(figure)
        else:
            out.append([figure])
    return out


def coordinated(document: Document, heads: list[Mark], floor: int) -> list[Mark]:
    """The last noun and those that 、 and 和 join to it, in the text's order."""
    group = [heads[-1]]
    for head in reversed(heads[:-1]):
        between = document.text[head.end : group[0].start]
        if not LIST_JOINT.match(between) or head.start < floor or ("," in between and len(group) == 1):
            break
        group.insert(0, head)
    return group


Paired = list[tuple[Indicated, "Draft | None", "Subject | None", "When | None"]]


def pairs(reader: Reader, run: list[Quantity], window: Window, measured: Measured) -> Paired | None:
    """What each figure of a run is of: as many nouns, periods, or figures before; None where nothing pairs."""
    document, n = reader.document, len(run)
    heads = reader.strong_heads(window.floor, min(measured.cue_start, run[0].start))
    if heads:
        group = coordinated(document, heads, window.floor)
        if len(group) == n:
            return [(reader.indicated(h, q, window), None, None, None) for h, q in zip(group, run, strict=True)]
    periods = reader.timing.mentions(window.sentence.start, run[0].start)
    if len(periods) >= n and heads and measured.measure in ("level", "growth"):
        whens = [reader.timing.resolve(p, window.sentence) for p in periods[-n:]]
        what = reader.indicated(heads[-1], run[0], window)
        return [(what, None, None, when) for when in whens]
    before = [d for d in reader.here if d.measure == "level"][-n:]
    if measured.measure in ("growth", "share", "completion", "rank") and not heads:
        before = [d for d in reader.here if d.measure in ("level", "growth")][-n:]
        if len(before) == n:
            return [(d.what, d, None, None) for d in before]
    if heads and measured.measure == "level" and unit_class(run[0]) == "M":
        years = _years(reader, run, window)
        if years is not None:
            what = reader.indicated(heads[-1], run[0], window)
            return [(what, None, None, when) for when in years]
    return None


def _years(reader: Reader, run: list[Quantity], window: Window) -> list[When] | None:
    """The single years of a run of years (2016年至2018年), where there are as many as figures."""
    when = reader.timing.named(window.sentence, run[0].start)
    match = re.fullmatch(r"(\d{4})/(\d{4})", when.time_period) if when else None
    if when is None or not match or int(match[2]) - int(match[1]) + 1 != len(run):
        return None
    from transforms.observe.timing import When as Period  # noqa: PLC0415 - the two modules know each other's records

    return [Period(str(year), when.period_basis, "period.year_of_run") for year in range(int(match[1]), int(match[2]) + 1)]
