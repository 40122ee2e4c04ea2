"""Which indicator a count of projects is: its stage decides."""

from __future__ import annotations

import itertools
import re

from transforms.observe.document import Document
from transforms.observe.lexicon import Mark
from transforms.observe.model import Indicated

CODES = {
    "signed": "projects_signed",
    "negotiating": "projects_negotiating",
    "started": "projects_started",
    "completed": "projects_completed",
    "both": "projects_total",
    "construction": "projects_under_construction",
}
# What the projects of a count cost together: what is signed for has a code of its own, whatever comes of it.
SUMS = {"projects_signed": "projects_signed_investment"}
PLAIN = {"大", "优质", "建设", "产业", "各类", "产业类", "招商", "引资", "投资", "现有", "全部"}
WEAK = {"迎来", "收获", "斩获", "吸引"}  # what comes is signed, unless another stage is said of it
JOINED = 12  # characters that stages after a noun may take together: 项目的集中签约、开工和竣工
JOINT = re.compile(r"(?:、|和|及|以及|与|或|/|暨)(?:新|拟|已|在|集中|即将|将|正在)?")
OPENS = re.compile(r"(?:其中,?|这些项目中,?)?((?:集中|新)?[\u4e00-\u9fff]{2,4})项目(?:主要)?(?:包括|分别是|分别为|涵盖|有|为)")
TECH = re.compile(r"科技|科创")
TECH_VERBS = {"招引", "引进", "新引进", "招商", "引", "新引", "招"}
STAGE_WORDS = re.compile(
    r"(?:集中|新|开、|开|拟|现场|成功|累计|新近|已|计划|招商)*(?:敲定|谈成|签成|拿下|签约|签下|落户|落地|引进|招引|在谈|在建|续建|开工|动工|"
    r"竣工|投产|储备|策划|谋划|洽谈|对接|开竣工|建成|开复工|意向|入驻|实施|新增(?!长)|新开|新设立?|新备案|申报|投用|达产|完工|投运|复工|奠基|破土|上马|跟踪|接洽|推进)(?:并网|投产|、竣工)?的?"
)


def sum_of(code: str) -> str:
    """The indicator of what the projects of a count cost together; ``code`` is the count's."""
    return SUMS.get(code, "projects_total_investment")


def stage_near(document: Document, clause: tuple[int, int], number: tuple[int, int], head_end: int) -> tuple[str, str] | None:
    """The stage of a count of projects and its word: in the noun phrase, else before the number, else right after the noun.

    ``clause`` and ``number`` are spans, ``head_end`` is the noun's end.
    """
    first, last = min(number[1], head_end), max(head_end, number[0])
    inner = document.between("stage", first, last)
    if inner:
        return _told(document, inner)
    opens = OPENS.match(document.text, clause[0], number[0])
    if opens is not None and (said := document.between("stage", opens.start(1), opens.end(1))):
        return _told(document, said)  # 竣工项目包括…等7个
    before = document.between("stage", clause[0], number[0])
    weak = [m for m in before if m.word in WEAK]
    if weak and len(weak) == len(before) and document.between("stage", max(head_end, number[1]), clause[1]):
        before = []  # 迎来49个项目集中开工
    if before and number[0] - before[-1].end <= 40:
        return _told(document, before)
    after = document.between("stage", max(head_end, number[1]), clause[1])
    if after and document.figure_at(after[0].end):  # 28个重大项目已开工26个: of the second figure
        after = []
    if after and after[0].start - max(head_end, number[1]) <= 16:
        joined = [m for m in after if m.end - after[0].start <= JOINED]
        while len(joined) > 1 and not all(JOINT.fullmatch(document.text, a.end, b.start) for a, b in itertools.pairwise(joined)):
            joined.pop()
        return _told(document, joined)
    return None


def _told(document: Document, stages: list[Mark]) -> tuple[str, str]:
    """The last of some stages; of several that 、 and 和 join (签约、开工的项目) all of them, as one of both."""
    last = stages[-1]
    start = last.start
    for mark in reversed(stages[:-1]):
        if not JOINT.fullmatch(document.text, mark.end, start):
            break
        if mark.value != last.value:
            last = Mark(mark.start, stages[-1].end, "both", document.text[mark.start : stages[-1].end])
        start = mark.start
    return last.value, last.word


def projects(stage: tuple[str, str] | None, sort: str, inherited: str) -> Indicated:
    """The indicator of a count of projects of a stage.

    ``sort`` narrows the noun, ``inherited`` is the code of the list that it stands in.
    """
    sort = STAGE_WORDS.sub("", sort)
    scope = () if not sort or sort in PLAIN else (sort,) if sort.endswith("制造业") else (sort + "项目",)
    attracted = stage is not None and stage[1] in TECH_VERBS
    if TECH.search(sort) and (attracted or (stage is None and not inherited.startswith("projects_"))):
        return Indicated("tech_projects", sort + "项目", scope, "projects.tech")
    if stage is None:
        code = inherited if inherited in CODES.values() else "projects_total"
        return Indicated(code, sort + "项目", scope, "projects.inherited" if inherited else "projects.total")
    said = stage[1].replace("集中", "")
    both = "开竣工" if "工" in said and "竣" in said and "约" not in said and "投" not in said else said
    extra = (both,) if stage[0] == "both" else ("储备",) if stage[1] == "储备" else ()
    return Indicated(CODES[stage[0]], f"{stage[1]}{sort}项目", (*scope, *extra), f"projects.{stage[0]}")
