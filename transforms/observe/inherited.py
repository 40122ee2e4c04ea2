"""What a figure without a noun of its own is of: an item of a list, told by the item before it or by what announces the list."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.observe.apart import part_holder
from transforms.observe.case import Case
from transforms.observe.document import Sentence
from transforms.observe.lexicon import Mark
from transforms.observe.measures import Measured
from transforms.observe.model import Draft, Indicated, unit_class
from transforms.observe.phrases import SIDE
from transforms.observe.projects import projects
from transforms.observe.relative import indicated
from transforms.observe.residue import own_noun

# Rules that found no indicator.
UNTOLD = {"other.amount", "other.own_noun", "other.rate", "other.relative", "other.count", "count.bare_enterprises"}
ORDINAL = re.compile(r"^[\s(]*(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、):]")
# What may hold a figure of a list: places and parks by the end of their names, however unknown the names are.
HOLDER = re.compile(
    r"[\u4e00-\u9fff]{1,9}?(?:[县市区镇乡旗盟州省城港园]|街道|[师团]|新区|开发区|高新区|经开区|园区|集聚区|管委会|功能区|片区|口岸)"
)
HOLDS = re.compile(
    r"(?:以|则|排在?|位[居列]?|居|其次是?|紧随其后|依次|分别|最[高多快大好]的?是?|[和与及、,:]|第[一二三四五六七八九十])"
)
LISTS = re.compile(
    r":|分别|依次|[位排居]列|居|排名|前[\d一二三四五六七八九十两]+[位名强]?|最[高多快大好]|较[快高多大好]|方面|逐[月年季]|增速|增幅|占比"
)
BY_PLACE = re.compile(rf"[“\s]*(?:其中|{SIDE})[,:]?")
PACE = re.compile(r"增速|增幅|增长率|增长(?!极)")
PART = re.compile(r"占比|比重|占")
NOUNS = {"@output", "@value_added", "@revenue", "@tax", "@investment", "@project", "@enterprise"}
LONGEST_HEADING = 40  # characters of what announces a list
NEAR = 200  # characters in one sentence from the noun that announces a list to its items
LOOK_BACK = 8  # drafts


def inherited(case: Case, what: Indicated, measured: Measured) -> tuple[Indicated, Measured] | None:
    """The indicator of a figure whose own words are but a holder's name, with its measure; None where it has words of its own.

    The item before it in its list tells it, else the noun that announces the list, in its sentence or in the line before.
    """
    if what.rule not in UNTOLD or case.unit in "SRDAL" or not _holder_alone(case):
        return None
    before = _item_before(case, measured)
    if before is not None:
        return replace(before.what, rule="list.as_before"), _as(before, measured)
    head = _announcing(case) or _heading(case)
    if head is None:
        return None
    measure = measured
    if case.unit == "P" and measured.rule == "silent.level":
        said = case.text[head.end : case.quantity.start] if head.end > case.window.sentence.start else _line(case, head)
        if not PACE.search(said) and not PART.search(said):
            return None
        measure = Measured("growth" if PACE.search(said) else "share", case.quantity.start, False, "list.announced")
    return replace(_of(case, head), rule="list.announced"), measure


def _of(case: Case, head: Mark) -> Indicated:
    """What a noun away from the figure stands for: projects by the stage that stands before them there."""
    low = max(case.document.clause_start(head.start), head.start - NEAR)
    stages = case.document.between("stage", low, head.end + 4) if head.value == "@project" else []
    return projects((stages[-1].value, stages[-1].word), "", "") if stages else indicated(case, head)


def _as(before: Draft, measured: Measured) -> Measured:
    return measured if before.measure == measured.measure else measured._replace(measure=before.measure, rule="list.as_before")


def _line(case: Case, head: Mark) -> str:
    sentence = case.document.sentence_at(head.start)
    return case.text[head.end : sentence.end]


def _holder_alone(case: Case) -> bool:
    """Whether nothing but a holder's name, a period and function words stand before a figure, and no noun behind it."""
    low, end = case.window.low, case.quantity.start
    if case.heads(case.quantity.end, case.window.high) or case.document.between("stage", low, case.window.high):
        return False
    opens = ORDINAL.match(case.text[low:end])
    rest = own_noun(case.document, case.cast, low + (opens.end() if opens else 0), end)
    rest = HOLDS.sub("", HOLDER.sub("", rest))
    return len(rest) < 2


def _kin(case: Case, draft: Draft, measured: Measured) -> bool:
    """Whether two figures may be items of one list."""
    if draft.what.code == "other" or unit_class(draft.quantity) != case.unit:
        return False
    if case.unit == "C" and draft.quantity.unit[-1:] != case.quantity.unit[-1:]:
        return False
    return draft.measure == measured.measure or measured.rule == "silent.level"


def _item_before(case: Case, measured: Measured) -> Draft | None:
    """The item before it: in its sentence, or in the one before where either is an item alone or it tells the total by place."""
    here = next((d for d in reversed(case.here) if _kin(case, d, measured)), None)
    if here is not None:
        return here
    if case.here or not case.drafts:
        return None
    last = case.drafts[-1].sentence
    if not last.end <= case.window.sentence.start <= last.end + 3:
        return None
    listed = [d for d in case.drafts[-LOOK_BACK:] if d.sentence == last and _kin(case, d, measured)]
    same = last.paragraph == case.window.sentence.paragraph
    by_place = part_holder(case) is not None or (same and BY_PLACE.match(case.text, case.window.sentence.start) is not None)
    items = listed and not same and listed[0].what.rule.startswith("list.")
    return listed[-1] if listed and (by_place or items) else None


def _announcing(case: Case) -> Mark | None:
    """The noun that announces a list in the figure's own sentence: 固投增速居前四位的分别是东城区(7.8%)、…."""
    start = max(case.window.sentence.start, case.quantity.start - NEAR)
    heads = [h for h in case.document.between("head", start, case.window.low) if _may_have(case, h)]
    if not heads:
        return None
    listed = LISTS.search(case.text, heads[-1].end, case.quantity.start) is not None
    held = HOLDER.search(case.left) is not None or bool(case.cast.between(case.window.low, case.quantity.start))
    plain = heads[-1].value not in ("@project", "@enterprise")
    return heads[-1] if listed or (held and plain) else None


def _may_have(case: Case, head: Mark) -> bool:
    if head.value.startswith("@") and head.value not in NOUNS:
        return False
    if head.value in ("@project", "@enterprise") and case.unit == "C" and case.quantity.unit[-1:] not in "个项家户":
        return False
    return case.unit == "P" or bool(case.heads(head.start, head.end))


def _heading(case: Case) -> Mark | None:
    """The noun of the heading that a figure stands under: the short sentence or line before, with no figure of its own."""
    if case.here:
        return None
    sentence = case.window.sentence
    before = case.document.sentence_at(max(sentence.start - 2, 0))
    before = _without_blanks(case, before)
    if before.end > sentence.start or before.end - before.start > LONGEST_HEADING:
        return None
    if any(q.role == "figure" and unit_class(q) != "R" for q in case.document.quantities_between(before.start, before.end)):
        return None
    heads = [h for h in case.document.between("head", before.start, before.end) if _may_have(case, h)]
    return heads[-1] if heads else None


def _without_blanks(case: Case, sentence: Sentence) -> Sentence:
    """The sentence itself, or the one before it where it holds nothing."""
    while sentence.start > 0 and not case.text[sentence.start : sentence.end].strip():
        sentence = case.document.sentence_at(max(sentence.start - 2, 0))
    return sentence
