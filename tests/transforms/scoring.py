"""How extracted observations are scored against labelled ones, for the quality floors.

An observation found stands for a label of the same normalised value and unit; of several the one that agrees most is taken. Each
level asks for more: ``quantity`` value and qualifier, ``indicator`` also code and measure, ``tuple`` also subject, period and
stance. A label that is not ``must`` costs nothing when it is missed or found.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any

LEVELS = {
    "quantity": ("qualifier",),
    "indicator": ("qualifier", "indicator", "measure"),
    "tuple": ("qualifier", "indicator", "measure", "subject", "time_period", "stance"),
}
Row = dict[str, Any]
SHORT = (("经济技术开发区", "经开区"), ("经济开发区", "经开区"), ("高新技术产业开发区", "高新区"), ("综合保税区", "综保区"))
NEAR = ({"over", "at_least"}, {"under", "nearly"})


def plain(name: str) -> str:
    """A name without white space, quotation marks, brackets and abbreviations' long forms."""
    name = re.sub(r"[\s“”\"]|[(（].*?[)）]", "", name)
    for long, short in SHORT:
        name = name.replace(long, short)
    return name


def same_name(label: Row, found: Row) -> bool:
    """Whether a found subject is the label's: equal, or one with only places before the other."""
    theirs = plain(found["subject"])
    return any(a == theirs or (len(min(a, theirs, key=len)) >= 4 and (a.endswith(theirs) or theirs.endswith(a)))
               for a in map(plain, [label["subject"], *label.get("subject_also", [])]))


def agrees(field: str, label: Row, found: Row) -> bool:
    """Whether a field is as labelled."""
    if field == "subject":
        return same_name(label, found)
    if field == "qualifier":
        return label[field] == found[field] or any({label[field], found[field]} == near for near in NEAR)
    if field == "time_period":
        return found[field] in (label[field], *label.get("time_period_also", []))
    if field == "stance" and label["indicator"] == "projects_signed_investment":
        return label[field] == found[field] or {label[field], found[field]} == {"actual", "design"}
    return bool(label.get(field, "") == found.get(field, ""))


def matched(labels: list[Row], found: list[Row]) -> list[tuple[Row, Row]]:
    """Labels with what stands for them."""
    candidates = []
    for i, label in enumerate(labels):
        for j, row in enumerate(found):
            if label["unit_measure"] == row["unit_measure"] and math.isclose(label["obs_value"], row["obs_value"], rel_tol=1e-4):
                candidates.append((-sum(agrees(f, label, row) for f in LEVELS["tuple"]), i, j))
    taken: set[tuple[str, int]] = set()
    out = []
    for _, i, j in sorted(candidates):
        if ("label", i) not in taken and ("found", j) not in taken:
            taken |= {("label", i), ("found", j)}
            out.append((labels[i], found[j]))
    return out


def f1(articles: Iterable[tuple[list[Row], list[Row]]]) -> dict[str, float]:
    """F1 at each level over (labels, found) of all articles together."""
    hits = dict.fromkeys(LEVELS, 0)
    n_labels = n_found = 0
    for labels, found in articles:
        pairs = matched(labels, found)
        n_labels += sum(label.get("must", True) for label in labels)
        n_found += len(found) - sum(not label.get("must", True) for label, _ in pairs)
        for label, row in pairs:
            for level, fields in LEVELS.items():
                hits[level] += label.get("must", True) and all(agrees(f, label, row) for f in fields)
    return {level: round(2 * hit / (n_labels + n_found), 4) for level, hit in hits.items()}
