"""Which indicator a count of projects is: its stage decides."""

from __future__ import annotations

import re

from transforms.observe.document import Document
from transforms.observe.model import Indicated

CODES = {"signed": "projects_signed", "negotiating": "projects_negotiating", "started": "projects_started", "completed": "projects_completed",
         "both": "projects_total", "construction": "projects_under_construction"}
TECH = re.compile(r"科技|科创")
TECH_VERBS = {"招引", "引进", "新引进", "招商", "引", "新引", "招"}
STAGE_WORDS = re.compile(
    r"(?:集中|新|拟|现场|成功|累计|新近|已|计划|招商)*(?:签约|签下|落户|落地|引进|招引|在谈|在建|续建|开工|动工|竣工|投产|储备|策划|谋划|洽谈|对接|开竣工|建成|开复工|意向|入驻|实施|新增|申报|投用)(?:并网|投产|、竣工)?的?"
)
STAGE_FIT = re.compile(r"[,;:。]")


def stage_near(document: Document, start: int, number_start: int, number_end: int, head_end: int, end: int) -> tuple[str, str] | None:
    """The stage of a count of projects and its word: right after the noun, in the noun phrase, or before, the nearest first.

    ``start`` and ``end`` bound the clause, ``number_start`` and ``number_end`` the number, ``head_end`` is the noun's end.
    """
    after = document.between("stage", max(head_end, number_end), end)
    inner = document.between("stage", min(number_end, head_end), max(head_end, number_start))
    before = document.between("stage", start, number_start)
    for marks, distance in ((inner, None), (before[-1:], 12), (after[:1], 8)):
        for mark in reversed(marks):
            if distance is None or min(abs(mark.start - max(head_end, number_end)), abs(number_start - mark.end)) <= distance + 8:
                return mark.value, mark.word
    return None


def projects(stage: tuple[str, str] | None, sort: str, inherited: str) -> Indicated:
    """The indicator of a count of projects of a stage; ``sort`` narrows the noun, ``inherited`` is the code of the list that it stands in."""
    sort = STAGE_WORDS.sub("", sort)
    scope = (sort + "项目",) if sort else ()
    if TECH.search(sort):
        if stage is None and not inherited.startswith("projects_") or stage is not None and stage[1] in TECH_VERBS:
            return Indicated("tech_projects", sort + "项目", scope, "projects.tech")
    if stage is None:
        code = inherited if inherited in CODES.values() else "projects_total"
        return Indicated(code, sort + "项目", scope, "projects.inherited" if inherited else "projects.total")
    extra = ("开竣工",) if stage[0] == "both" else ("储备",) if stage[1] in ("储备", "策划", "谋划") else ()
    return Indicated(CODES[stage[0]], f"{stage[1]}{sort}项目", (*scope, *extra), f"projects.{stage[0]}")
