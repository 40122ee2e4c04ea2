"""Which projects a count is of: their kind, whose list they are on, which batch, what is done with those of science."""

from __future__ import annotations

import re

from transforms.observe import project_lists, sorts
from transforms.observe.case import GROUP_CODES
from transforms.observe.told import Scope, Told, is_size

BATCH = re.compile(
    r"(第[一二三四五六七八九十\d]+批|前[两二三四五六七八九]批)(?:次)?([\u4e00-\u9fff]{0,4}?(?:重大|重点)项目)?(?!次)"
)
THIS_BATCH = re.compile(r"这一?批")
REACH = 8  # drafts that a batch is looked for back
OTHER_STAGES = {
    "projects_under_construction": re.compile(r"续建(?:复工)?"),
    "projects_negotiating": re.compile(r"意向性项目|洽谈|意向"),
    "projects_completed": re.compile(r"(?:转化)?达产(?:达效)?"),
    "projects_started": re.compile(
        r"(?:新开、复工|开、?复工)(?![率面])|(?<![续建开])复工(?=\d)|新建(?=[^,;。]{0,14}项目|\d)|续建复工|续建(?=项目复工)"
    ),
}
STATES = ("新建", "续建", "扩建")


NEAR = 32  # code points before a noun in which the kind of projects may stand that it is of
# 重点建设项目1-3月累计完成投资: when and how, between the kind and the noun.
WHEN = re.compile(
    r"(?:(?:\d{4}年|[今本去]年|\d{1,2}(?:[-—至~到]\d{1,2})?月份?|[一二三四]季度|[上下]半年|前[一二三四五六七八九十\d]+个?月)(?:项目)?"
    r"|累计|共|已|实际|形成|的|预计|计划)+$"
)


def kind_before(told: Told) -> str:
    """Of 引进工业项目的协议投资额: the kind of projects right before its noun."""
    head, case = told.head, told.case
    if head is None or head.start >= case.quantity.start:
        return ""
    low = max(case.window.low, head.start - NEAR)
    low = max((m.end for m in case.cast.between(low, head.start) if m.kind in ("park", "region")), default=low)
    said = case.text[low : head.start]
    if "项目" not in said:
        return ""
    before = WHEN.sub("", said)
    kind = sorts.kind_of_projects(before) if before.endswith("项目") else ""
    kind = kind.removeprefix("工业") or kind if told.what.code.startswith("industrial_") else kind
    if kind and before.endswith(kind + "在建项目"):
        return kind + "在建项目"
    if kind in ("新建", "续建"):
        return kind + "项目" if told.what.code.endswith("_investment") and not told.what.code.startswith("projects_") else kind
    return kind + "项目" if kind and told.subject.kind in ("park", "region") else ""


WHOLE = re.compile(r"[^,;。\d]{0,8}?项目[里中](?!心)")


def is_whole(told: Told) -> bool:
    """Whether a count is of the whole whose parts follow: 56个项目中合同类项目33个."""
    return told.what.code in GROUP_CODES and WHOLE.match(told.case.text, told.case.quantity.end) is not None


STAGE_BETWEEN = re.compile(r"(?:在建|在谈|续建)项目数?$")


def kind(told: Told) -> Scope:
    """The kind of the counted projects and the stage that their code does not tell: 省重点工业项目, 续建."""
    case, code, head = told.case, told.what.code, told.head
    parts = []
    stages = OTHER_STAGES.get(code)
    high = min(case.window.high, case.quantity.end + 12)
    if stages and (stage := stages.search(case.text, case.window.low, high)):
        parts.append(stage[0])
    if head is not None and head.word.endswith("项目") and code != "tech_projects":
        low = max(case.window.low, head.start - 24) if head.start < case.quantity.start else case.quantity.end
        whole = WHOLE.match(case.text, low) if low == case.quantity.end else None
        said = case.text[low : whole.end() - 1 if whole else head.end]
        kind = _of_place(told, said, low) or sorts.kind_of_projects(said)
        state = next((word for word in STATES if kind.startswith(word) and kind != word), "")  # 新建工业项目
        kind = kind.removeprefix(state)
        listed = said.removesuffix("项目").endswith(kind) and said.removesuffix(kind + "项目").endswith("等")
        listed = listed or (head.end <= case.quantity.start and case.text.startswith("等", head.end))  # 甲项目、乙项目等28项
        known = [s for s in told.scope if not is_size(s)]
        if (
            kind
            and all(part in f"{kind.strip('“”『』')}项目" for part in known)
            and not listed
            and not (kind == "产业" and told.sizes)
            and kind != "产业创新"
        ):
            parts = [part for part in parts if not part.endswith("复工") or not state]  # 续建项目复工17项
            parts += [state] if state and state not in parts else []
            staged = STAGE_BETWEEN.match(said[said.rfind(kind) + len(kind) :]) is not None  # 市级重点在建项目
            parts.append(kind if staged or (kind.endswith("制造业") and kind != "制造业") else kind + "项目")
    named = parts[-1].removesuffix("项目") if parts and parts[-1].endswith("项目") else ""
    if (not parts or named) and (of_list := project_lists.list_of(told, named)):
        parts = [*(parts[:-1] if named else parts), of_list]
    if not parts and not told.scope and (spoken := _spoken_of(told)):
        parts = [spoken]
    if origin := FROM.search(case.text, case.window.low, min(case.window.high, case.quantity.end + 16)):
        parts = [origin[1], *(part for part in parts if not part.startswith(origin[1]))]
    return tuple(parts)


# 央企项目已开工66个, 工业项目计划签约15个: of what its clause opens with, where the number has a bare noun or none.
OPENS = re.compile(
    r"(?:其中,?|目前,?|截至[^,;。]{1,10},)?(?P<kind>[^,;。:\d]{2,16}?项目)(?:目前|现|计划|预计|力争|均|全部|共|累计|实际|[已有将])*"
    r"(?=(?:集中|新)?(?:签约|签订|开工|动工|竣工|投产|完工|落地|落户|建成|复工|开复工|在建|引进))"
)


def _spoken_of(told: Told) -> str:
    """The kind of projects that the figure's clause opens with and says something of; "" where its own noun has a name."""
    case = told.case
    match = OPENS.match(case.text, case.window.clause, case.quantity.start)
    if match is None or match.start() < case.window.floor or match["kind"].startswith(("上述", "这些")):
        return ""
    kind = sorts.kind_of_projects(match["kind"])
    return kind + "项目" if kind else ""


FROM = re.compile(r"来自([\u4e00-\u9fff、]{2,10}?)(?:地区)?(?:的|项目|签约|投资)")
LISTED_AS = re.compile(r"(?:列入|纳入|入选|安排|确定)$")


def _of_place(told: Told, said: str, low: int) -> str:
    """Of 列入苏州重点项目75个: whose list it is, where a place stands between the verb and 重点项目."""
    kind = sorts.kind_of_projects(said)
    if not kind.startswith(("重点", "重大")):
        return ""
    case, end = told.case, low + said.rfind(kind)
    named = (m for m in case.cast.between(max(low, case.window.clause), end) if m.end == end and not m.back)
    place = next((m for m in named if m.kind == "region"), None)
    listed = place is not None and LISTED_AS.search(case.text, max(0, place.start - 2), place.start)
    return case.text[place.start : end] + kind if place is not None and listed else ""


PLAIN_TECH = {"科技项目", "科创项目", "科技类项目"}
TECH_STEPS = ("梳理摸排", "摸排", "申报", "新招引")  # what may be done with them, short of a stage


def tech_projects(told: Told, scope: list[str]) -> list[str]:
    """Of 摸排科技项目61个, 新招引科创项目30个: what is done with them; 科技招商项目 are of a sort of their own."""
    plain = [s for s in scope if s not in PLAIN_TECH]
    if len(plain) == len(scope):
        return scope
    case = told.case
    done = [word for word in TECH_STEPS if word in case.text[case.window.low : min(case.window.high, case.quantity.end + 4)]]
    return [*plain, *done[:1]]


def batch(told: Told) -> Scope:
    """Of 前三批动员了5434个项目, and 这一批有3012个项目 where the sentence has named which."""
    case = told.case
    clause = case.window.clause
    if "批" not in case.text[case.window.sentence.start : case.quantity.start]:
        return _same_batch(told)
    own = BATCH.search(case.text, clause, case.quantity.start)
    if own is None and THIS_BATCH.search(case.text, clause, case.quantity.start):
        own = BATCH.search(case.text, case.window.sentence.start, clause)
    return (own[1] + (own[2] or ""),) if own else _same_batch(told)


def _same_batch(told: Told) -> Scope:
    """Of 第二批有215个项目开工。制造业项目132个: the batch that the paragraph has counted, which all that follows is of."""
    here = [d for d in told.case.drafts[-REACH:] if d.sentence.paragraph == told.case.window.sentence.paragraph]
    group = next((d for d in here if d.what.code == told.what.code and d.subject.name == told.subject.name), None)
    return tuple(s for s in group.what.scope if BATCH.match(s)) if group is not None else ()
