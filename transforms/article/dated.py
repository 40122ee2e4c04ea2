"""Which of a page's stamps is the article's first publication: the one that most speaks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from transforms.article.dates import ALONE, DOUBTFUL, EVENT, Candidate

# What one unit of each kind of evidence weighs: fitted over labelled pages so that the article's own day weighs most, rounded.
WEIGHTS = {
    # where it stands
    "under the headline": 2.1,
    "above the body": 0.0,
    "above the headline": 0.2,
    "under the body": -0.7,
    "last line": -1.5,
    "below": -1.6,
    "head": -0.2,
    "address": 0.0,
    "issue": 0.1,
    "script": -0.5,
    "later": -1.6,  # how many stand before it in the same place
    # what its line says
    "published": 1.6,  # 发布, 添加, 录入
    "source": 1.0,
    "timed": 1.4,  # with a time of day
    "alone": -0.1,
    "event": -3.2,  # the day of what the line names: 通过, 施行, 召开
    "document": -0.6,  # the day that a document is of: 成文日期
    "bound": -6.0,  # up to or from which something holds: …以前, …起
    "meeting": -6.1,  # 时间 with a time of day, beside 地点
    # what else the page says
    "as_head": 1.0,  # the day that the head gives
    "unlike_head": -0.7,
    # how much of a day it is
    "month": -1.8,
    "relative": -3.6,
    "no_year": -0.9,
}
LEAST = -2.0  # the weight below which a stamp dates no article: it is as likely another's
MOST_LATER = 3

_PLACES = (
    ("the page's stamp under the headline", "under the headline"),
    ("the page's stamp above the body", "above the body"),
    ("a stamp above the headline", "above the headline"),
    ("the stamp under the body", "under the body"),
    ("the date under the text", "last line"),
    ("a stamp below the body", "below"),
    ("the page's address", "address"),
    ("the issue's day", "issue"),
    ("a script's variable", "script"),
)
_PUBLISHED = re.compile(r"发[布表稿]|刊发|添加|录入|上传")
_SOURCE = re.compile(r"来源|來源|稿源")
_TIMED = re.compile(r"\d{1,2}[:：]\d\d")
_BOUND = re.compile(r"\d[日号]?(?:以前|之前|以后|之后|前|起|止)")
_DOCUMENT = re.compile(r"(?:生成|成文|印发|发文|签署)(?:日期|时间)")
_LABELLED = re.compile("时间")
_MEETS = re.compile(r"地点\s*[:：]")


def by_weight(found: Sequence[Candidate], around: Sequence[str]) -> list[Candidate]:
    """The stamps in the order of their weight, without those that date no article; the host's updates and clocks stay behind.

    `around` are the texts around the body and its first lines.
    """
    own = [c for c in found if c.rank < DOUBTFUL]
    weighed = [
        (sum(WEIGHTS[kind] * amount for kind, amount in e.items()), c) for c, e in zip(own, evidence(own, around), strict=True)
    ]
    weighed.sort(key=lambda w: -w[0])
    return [
        *(replace(c, rank=rank) for rank, (weight, c) in enumerate(weighed[:DOUBTFUL]) if weight >= LEAST),
        *(c for c in found if c.rank >= DOUBTFUL),
    ]


def evidence(found: Sequence[Candidate], around: Sequence[str]) -> list[dict[str, float]]:
    """What speaks for each of a page's stamps, by the names of ``WEIGHTS``."""
    meets = any(map(_MEETS.search, around))
    places = [next((place for basis, place in _PLACES if c.basis.startswith(basis)), "head") for c in found]
    told = next((c.stamp.value for c, place in zip(found, places, strict=True) if place == "head"), "")
    before: Counter[str] = Counter()
    rows = []
    for c, place in zip(found, places, strict=True):
        value, line = c.stamp.value, c.line
        published, timed = _PUBLISHED.search(line) is not None, _TIMED.search(line) is not None
        document = _DOCUMENT.search(line)
        meeting = meets and timed and not published and _LABELLED.search(line) is not None
        rows.append(
            {
                place: 1.0,
                "later": min(MOST_LATER, before[place]) / MOST_LATER,
                "published": float(published),
                "source": float(_SOURCE.search(line) is not None),
                "timed": float(timed and not meeting),
                "alone": float(ALONE.fullmatch(line) is not None),
                "event": float(document is None and EVENT.search(line) is not None),
                "document": float(document is not None),
                "bound": float(_BOUND.search(line) is not None),
                "meeting": float(meeting),
                "as_head": float(bool(told) and value == told and place != "head"),
                "unlike_head": float(len(told) == 10 and value != told),
                "month": float(len(value) == 7),
                "relative": float(c.stamp.relative and not c.stamp.monthday),
                "no_year": float(not value),
            }
        )
        before[place] += 1
    return rows
