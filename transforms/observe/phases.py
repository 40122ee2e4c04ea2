"""The phase of a project or the part of a park that a figure is of: 一期占地120公顷, 核心区面积3平方公里."""

from __future__ import annotations

import re

from transforms.observe.told import Scope, Told

NUMBERED = r"第[一二三四五]期|[一二三四五]期|首期"
WORD = rf"{NUMBERED}|起步区|核心区|启动区|先导区|先行区"
VERBS = (
    "预计|已|共|现|总|规划|占地|用地|投资|建成|年产|年内|建设|主要|入驻|落户|"
    "建筑|开发|面积|概算|计划|规模|基金|认缴|募集|拟|新建|设计|开通|投用|投产|完成|累计|今年|明年|将|于|可|正在"
)
# 产业园一期占地, 项目一期投资, 首期规划: a part of what stands before it, and not of a name.
PHASE = re.compile(rf"(?<![分第、])({WORD})(?:工程|项目)?(?={VERBS}|\d|$)")
NUMBERED_PHASE = re.compile(rf"(?<![分第、])({NUMBERED})(?:工程|项目)?+(?![、和及与),;。]|$)")
BEHIND = re.compile(r"(?:其中|项目|工程|园|区|港|基地|城|中心|工厂|口岸|[设工施进]的|[,;:、(])$")
BROUGHT = {"industrial_output", "operating_revenue", "tax_revenue", "employees", "invoiced_sales"}
YEAR = re.compile(r"\d{4}年(?!底|末|前|\d)")
PHASED = {
    "project_investment", "fixed_asset_investment", "project_capacity", "area_total", "area_built", "area_planned",
    "projects_total_investment", "fund_size", *BROUGHT,
}  # fmt: skip
# What speaks of the whole again, or of another phase.
ENDS = re.compile(rf"[;。]|项目建成|项目达产|项目投产|全部|整个|整体|总体|项目总|共分|其余|其他|{NUMBERED}")
REACH = 120  # code points of a sentence in which a phase is spoken of


def phase(told: Told) -> Scope:
    """The phase that a figure's clause names, or its sentence has been speaking of; none that its subject's name tells."""
    named = _named(told) or _spoken_of(told)
    return (named,) if named and named not in told.subject.name else ()


def _named(told: Told) -> str:
    """Of 产业园一期占地120公顷: the phase in its own clause."""
    case = told.case
    low, start = max(case.window.clause, case.quantity.start - 40), case.quantity.start
    if "期" not in case.text[low:start] and "区" not in case.text[low:start]:
        return ""
    match = next((m for m in PHASE.finditer(case.text, low, start)), None)
    if match is None or case.text[match.end(1) : match.end(1) + 1] == ")":
        return ""
    first = match.start() == case.window.clause
    told_of = case.text[match.start() - 1 : match.start()] == "的"  # 正在建设的一期工程
    part = match[0] == match[1] or told_of
    if not first and not (part and BEHIND.search(case.text, max(0, match.start() - 2), match.start())):
        return ""
    after = [m for m in case.cast.between(match.end(1), start) if m.kind != "project"]
    return "" if after else match[1]


def _spoken_of(told: Told) -> str:
    """Of 一期占地340亩,投资7亿元: the phase of the clauses before, until the whole is spoken of."""
    case, start = told.case, told.case.quantity.start
    low = max(case.window.sentence.start, start - REACH)
    if told.what.code not in PHASED or "期" not in case.text[low:start]:
        return ""
    found = [m for m in NUMBERED_PHASE.finditer(case.text, low, start) if _opens(told, m)]
    if not found or ENDS.search(case.text, found[-1].end(), start):
        return ""
    if told.what.code in BROUGHT and (len({m[1] for m in found}) > 1 or YEAR.search(case.text, found[-1].end(), start)):
        return ""  # 一期6万平方米,二期11万平方米,建成后年产值46亿元
    others = [m for m in case.cast.between(found[-1].end(), start) if m.kind != "enterprise"]
    return "" if others else found[-1][1]


def _opens(told: Told, match: re.Match[str]) -> bool:
    """Whether a phase opens its clause, or stands behind what it is a part of."""
    case, at = told.case, match.start()
    return at == told.case.window.sentence.start or BEHIND.search(case.text, max(0, at - 2), at) is not None
