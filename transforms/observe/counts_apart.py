"""Counts that are told apart from the one before by a word alone: 其中规上52家, 省级126个, 竣工项目甲、乙等8个."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.observe.case import GROUP_CODES, Case
from transforms.observe.enterprises import enterprises
from transforms.observe.model import Draft, Indicated
from transforms.observe.projects import projects

LIST_OF_STAGE = re.compile(
    r"(?:^|[,;:。])(?:其中,?)?((?:集中|新)?[\u4e00-\u9fff]{2,4})项目(?!\d|[,;。:有共]|总投资)[^;。]{4,}等$"
)
FIRM_SORT = re.compile(r"(?:其中,?)?(规上|规上工业|规模以上|规模以上工业|外资|外商投资|台资|港资|合资)(?:类|的)?(?:有|达|占|共)?")
GRADE = re.compile(r"^(?:国家级?|省级|市级|自治区级|区级)(?:及?以上)?")
GRADE_ALONE = re.compile(r"[,、;]?(?:其中,?)?((?:国家级|省级|市级|自治区级|区级)(?:及?以上)?)(?:的)?(?:有|达)?")
BEYOND_COUNT = re.compile(r"(?:以上|左右)?(?:[,;。、:()!?\n]|$)")


def kin(case: Case, drafts: list[Draft]) -> Draft | None:
    """The last count with the same measure word."""
    return next((d for d in case.counts(drafts) if d.quantity.unit[-1:] == case.quantity.unit[-1:]), None)


def listed_by_stage(case: Case) -> Indicated | None:
    """Of 新签约项目云麓新材料…、青溪装备制造基地等11个: projects that are named behind their stage."""
    quantity, start = case.quantity, case.window.sentence.start
    if quantity.unit[-1:] not in "个项" or not case.text.endswith("等", start, quantity.start):
        return None
    start = max(start, case.text.rfind(";", start, quantity.start) + 1)
    match = LIST_OF_STAGE.search(case.text, start, quantity.start)
    stages = case.document.between("stage", *match.span(1)) if match else []
    return projects((stages[-1].value, stages[-1].word), "", "") if stages else None


def sort_of_firms(case: Case) -> Indicated | None:
    """Of 化工企业76家,其中规上52家,外资11家: a sort of the firms before, without its noun."""
    match = FIRM_SORT.fullmatch(case.left) if case.quantity.unit[-1:] in "家户" else None
    last = kin(case, case.here) if match else None
    firms = last is not None and last.what.code.startswith(("enterprises_", "foreign_"))
    return enterprises("", match[1]) if match and firms else None


def grade_alone(case: Case) -> Indicated | None:
    """Of 国家级创新平台18个、省级126个: the same things of another rank."""
    grade = GRADE_ALONE.fullmatch(case.left)
    last = kin(case, case.here) if grade and BEYOND_COUNT.match(case.text, case.quantity.end) else None
    if grade is None or last is None or last.what.code in GROUP_CODES:
        return None
    scope = tuple(GRADE.sub("", s, count=1) for s in last.what.scope)
    return replace(last.what, scope=(grade[1] + "".join(scope[:1]), *scope[1:]), rule="count.grade")
