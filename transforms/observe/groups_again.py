"""Counted projects that a text comes back to: a number told again, some of them, the list that a paragraph speaks of."""

from __future__ import annotations

import re

from transforms.observe.case import GROUP_CODES
from transforms.observe.model import Draft, unit_class
from transforms.observe.told import ASPECTS, Scope, Told, is_size

REACH = 16  # drafts that a group is looked for back


def is_group(draft: Draft) -> bool:
    """Whether a figure is a count of projects that others can go on with."""
    return draft.what.code in GROUP_CODES and unit_class(draft.quantity) == "C" and draft.measure in ("level", "increment")


def aside(told: Told, draft: Draft) -> bool:
    """Whether a count stands in brackets that are closed before the figure: 308项(新建65项,续建85项),总投资…."""
    return told.case.document.in_aside(draft.quantity.start, draft.quantity.end, told.case.quantity.start)


SAME_AGAIN = re.compile(r"(?:其中|目前|据了解|据悉|这|上述|,)*(\d+)[余多]?[个项](?:项目|重[点大][\u4e00-\u9fff]{0,4}项目)")


def same_again(told: Told) -> Draft | None:
    """Of 16个项目总投资340亿元: the projects that the text has counted before, where their number opens the sentence."""
    case = told.case
    match = SAME_AGAIN.match(case.text, case.window.sentence.start)
    if match is None or match.start(1) > case.quantity.start:
        return None
    number, earlier = float(match[1]), [d for d in case.drafts[-REACH:] if d.sentence != case.window.sentence]
    return next((d for d in reversed(earlier) if is_group(d) and float(d.quantity.value) == number), None)


LISTS = {"projects_started", "projects_completed", "projects_under_construction", "project_start_rate"}


def of_list(told: Told) -> Scope:
    """Of 今年安排重点项目128项。…目前57个项目已开工: the list of projects that its paragraph has been speaking of."""
    case = told.case
    if told.what.code not in LISTS or told.scope or told.sizes or not _said_of_some(told):
        return ()
    for draft in reversed(case.drafts[-REACH:]):
        if draft.sentence.paragraph < case.window.sentence.paragraph - 1 or draft.what.code == "projects_signed":
            return ()
        if not is_group(draft) or draft.measure != "level" or aside(told, draft):
            continue
        lent = tuple(s for s in draft.what.scope if s not in ASPECTS and not s.endswith("复工"))
        if any(LISTED.fullmatch(s) for s in lent):
            return lent if draft.quantity.value >= case.quantity.value else ()
        if lent or draft.what.code == "projects_total":
            return ()
    return ()


DOES = r"(?:已经?|均已?|全部|实现|顺利|正式|陆续|如期|集中|实质性)*(?:新?开工|开建|动工|复工|竣工|投产|建成|完工|投用)"
PLANNED = re.compile(r"(?:年度?|[月末底]|其中)?计划(?:新)?(?:开工|竣工|建成|投产|完工)(?:建设)?(?:项目)?(?:数|共|为|有)*$")
SOME_DO = re.compile(rf"(?:余|多)?[个项](?:[^,;。\d]{{0,6}}项目)?{DOES}")
DONE_BY = re.compile(rf"(?:已经?(?:有|实际)?|实际已?|项目现?已|目前){DOES[:-1]}|开业)?(?:了|共|达)*$")


HAS_SOME = re.compile(r"(?:[,;]|其中,?)(?:其中,?)?(?:目前,?|现)?(?:已经?|现|就|则)?有$")


def told_again(told: Told) -> Draft | None:
    """Of 16个项目 where the text has counted them before: what it counted."""
    same = None if told.case.here or told.scope else same_again(told)
    return same if same is not None and same.quantity.value == told.case.quantity.value else None


def some_of(told: Told) -> Draft | None:
    """Of 签约的218个重点工业项目,已有199个项目开工建设: the projects that the sentence has counted, of which some are so far."""
    case = told.case
    first = next((d for d in case.here if is_group(d)), None)
    if first is None or any(not is_size(s) for s in told.scope) or first.quantity.value < case.quantity.value:
        return None
    if SOME_DO.match(case.text, case.quantity.end - 1) is None:
        return None
    low = max(case.window.sentence.start, case.quantity.start - 12)
    return first if HAS_SOME.search(case.text, low, case.quantity.start) else None


def _said_of_some(told: Told) -> bool:
    """Whether a count says how far some projects are, and names none of its own: 57个已开工, not 新开工项目21个."""
    case = told.case
    if told.what.code == "project_start_rate" or PLANNED.search(case.text, case.window.clause, case.quantity.start):
        return True
    behind = SOME_DO.match(case.text, case.quantity.end - 1) is not None
    return behind or DONE_BY.search(case.text, max(case.window.low, case.quantity.start - 12), case.quantity.start) is not None


LISTED = re.compile(r"[\u4e00-\u9fff]{0,10}(?:重点|重大)[\u4e00-\u9fff]{0,6}项目")
