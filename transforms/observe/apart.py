"""Those who are told one by one: A、B和C分别完成…, 居前三位的是A、B、C,分别为…, A(145个)、B(139个), A区、B区均超过20%."""

from __future__ import annotations

import re

from transforms.gazetteer import titled_kinds
from transforms.observe.case import Case
from transforms.observe.document import Document
from transforms.observe.measures import Measured
from transforms.observe.mention import Mention
from transforms.observe.mentions import Cast
from transforms.observe.model import Indicated, Subject, unit_class
from transforms.observe.phrases import SIDE
from transforms.quantities import Quantity

JOINT = re.compile(r"\s*(?:、|和|与|及|以及)\s*")
SAYS_SO = re.compile(r"分别|依次|分[列居获]")
EACH = re.compile(r"[各均都](?:已|有|为|是|达到?|完成|实现|新增|签约|开工|增长|超过?|突破|约|近|在|占)*[约近超逾]?$")
COUNTED_LIST = re.compile(r"(?P<names>[^,;。等]+)等[\d两三四五六七八九十]+个[\u4e00-\u9fff]{2,6}")
# 增速居前三位的是…,分别为14.5%: the pace is named before those who have it.
PACED = re.compile(r"(?:增速|增幅|增长率|涨幅)(?:总体)?(?:[居列排位前最较]|领先|靠前|领跑|快于|高于)")
PLACES = re.compile(
    r"(?:重点|主要)?(?:板块|县区|区县|县市区?|市县区?|县[(]|市[(]|市州|地市|地区|乡镇|镇街|街镇|镇|街道|片区|园区|开发区|功能区)"
)
# What may stand before the first of several who are told one by one.
OPENS = re.compile(rf"[\s“]*(?:其中|具体来看|具体为|{SIDE})?[,:]?")
NEXT = re.compile(r"(?:其次|然后|随后|接着|紧随其后|之后|次之)的?[为是]?")
LONGEST_NAME = 30
LONGEST_ASIDE = 30  # characters between a bracket and a figure in it
ITSELF = re.compile(r"(?:约|近|超|达|为|增长|同比|下降|共|有|其中|完成|实现|占|\+|-)*")


def row_of(case: Case, n: int) -> list[Subject] | None:
    """As many parks, places or enterprises as figures, the last such list of the sentence: A、B、C分别实现…."""
    row: list[Mention] = []
    found: list[Mention] | None = None
    apart = "分别" in case.text[case.window.clause : case.quantity.start]  # A项目、B项目分别投资…
    for mention in case.cast.between(case.window.sentence.start, case.quantity.start):
        if (mention.kind == "project" and not apart) or (row and mention.end <= row[-1].end):
            continue
        if apart and (parts := _parts(case.text, mention, n)):  # A、B、C等3个园区分别…
            row, found = [], parts
            continue
        joined = row and JOINT.fullmatch(case.text[row[-1].end : mention.start])
        row = [*row, mention] if joined else [mention]
        if len(row) == n:
            found = row
    return None if found is None else [Subject(m.name, m.kind, "one_for_one", m.span) for m in found]


def _parts(text: str, group: Mention, n: int) -> list[Mention]:
    """The members of a group that its mention names one by one, where they are as many as the figures."""
    listed = COUNTED_LIST.fullmatch(text, group.start, group.end)
    names: list[str] = JOINT.split(listed["names"]) if listed else []
    if len(names) != n:
        return []
    return [Mention(group.start, group.end, "park" if name.endswith(tuple(titled_kinds())) else "region", name) for name in names]


def each_of(case: Case) -> list[Subject]:
    """The parks or places that each have a figure: 青溪县和芦洲县各27个, A区、B区增幅均超过20%; none where it is of one."""
    if not EACH.search(case.left):
        return []
    named = [m for m in case.cast.between(case.window.low, case.quantity.start) if m.kind in ("park", "region")]
    row = named[:1]
    for mention in named[1:]:
        if JOINT.fullmatch(case.text[row[-1].end : mention.start]):
            row.append(mention)
    return [Subject(m.name, m.kind, "each", m.span) for m in row] if len(row) > 1 else []


def says_so(case: Case) -> bool:
    """Whether the words before a run of figures say that each is another's."""
    return SAYS_SO.search(case.text, case.window.clause, case.quantity.start) is not None


def told_of_all(case: Case, measured: Measured) -> Indicated | None:
    """What the figures of a list are of, where its own clause names nothing: the noun before the list, or what was ranked."""
    from transforms.observe.counts import counted  # noqa: PLC0415 - it reads lists by this module
    from transforms.observe.relative import indicated, strong_heads  # noqa: PLC0415 - likewise

    if case.unit not in "MCPR":
        return None
    start, end = case.window.sentence.start, case.window.clause
    heads = strong_heads(case, start, end) if case.unit == "P" else case.heads(start, end)
    heads = [head for head in heads if head.value != "@none"]
    if case.unit == "C" and not heads and (what := counted(case)).code != "other" and what.rule != "list.announced":
        return what
    ranked = [d for d in case.here if d.measure == "rank"]
    if ranked and ranked[-1].what.code != "other":
        return ranked[-1].what
    if case.unit == "R":
        return None
    others = [d for d in case.here if d.measure != "rank" and d.what.code != "other" and unit_class(d.quantity) == case.unit]
    if others and measured.measure == others[-1].measure:
        return others[-1].what
    return indicated(case, heads[-1]) if heads else None


def counts_row(document: Document, cast: Cast, figure: Quantity) -> bool:
    """Whether a number only counts those named before it: 青溪县、芦洲县等2个板块."""
    if not document.text.endswith("等", 0, figure.start) or not PLACES.match(document.text, figure.end):
        return False
    return any(m.end == figure.start - 1 for m in cast.between(max(0, figure.start - LONGEST_NAME), figure.start))


def part_holder(case: Case) -> Mention | None:
    """The park or place that a clause opens with by name, where the sentence before told of another: the whole, or its like."""
    start, last = case.window.low, case.drafts[-1] if case.drafts else None
    if last is None or case.here or last.sentence.end + 2 < case.window.sentence.start:
        return None
    held = next((m for m in case.cast.between(start, case.quantity.start) if not m.back and m.kind in ("park", "region")), None)
    if held is None or held.name == last.subject.name or not OPENS.fullmatch(case.text, case.window.sentence.start, held.start):
        return None
    return held


def pace_named(case: Case, measured: Measured) -> bool:
    """Whether a percentage that only 分别为 tells is a growth by the list's own words: 增速居前三位的是…,分别为14.5%."""
    if case.unit != "P" or measured.measure != "level":
        return False
    start, end = case.window.sentence.start, case.quantity.start
    goes_on = NEXT.search(case.text, case.here[-1].quantity.end, end) if case.here else None
    if goes_on is not None and any(d.measure == "growth" for d in case.here):
        return True
    return PACED.search(case.text, start, end) is not None


def bracketed(document: Document, cast: Cast, figure: Quantity) -> Subject | None:
    """Whom a figure in brackets is of: the name right before them, 青溪县(145个)."""
    text = document.text
    opens = text.rfind("(", max(0, figure.start - LONGEST_ASIDE), figure.start)
    if opens < 0 or not ITSELF.fullmatch(text, opens + 1, figure.start):
        return None
    named = [m for m in cast.between(max(0, opens - LONGEST_ASIDE), opens) if m.end == opens and not m.back]
    return Subject(named[-1].name, named[-1].kind, "bracketed", named[-1].span) if named else None
