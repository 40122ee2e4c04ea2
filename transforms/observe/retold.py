"""Figures that an article tells again: in a heading over its text, or as what it has counted before."""

from __future__ import annotations

import re
from collections import defaultdict

from transforms.observe.document import Document, Sentence
from transforms.observe.model import Draft

HEADING = 60  # characters of a line that can be a heading
FAR = 32  # figures of the same amount that one is held against, on either side
EXACT = 3  # digits from which on two figures are the same by no chance
NAMED = {"clause", "bracketed", "one_for_one"}
NEAR = 4  # sentences in which 等8个项目 can point back
MEASURE_WORDS = "个项家户"
# Before a count of what is known: 此次开工的5个项目, 引进的34个项目, 上述3家企业, or nothing at all (7个新签项目全部达产后).
POINTS = re.compile(r"(?:[的这该些述待]|随着|此次|本次|这次|上述|以上|[,。;:!?\n”]|^)$")
REPORT = re.compile(r"[讯訊]")
OF_ITS_OWN = re.compile(r"[”》]|指数|评价|评估|考核|能力|综合|榜|强|名")  # what a place is in, where no indicator is it
LISTS = re.compile(r"等$")
SPEAKS_OF = re.compile(r"[^,;。:\d]{0,12}?(?:项目|企业|公司|工程)(?!总?数)")


def mark_retold(document: Document, drafts: list[Draft]) -> None:
    """Set ``told_before`` on the drafts that say again what another one says."""
    kin: dict[tuple[str, float, str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if not draft.told_before:
            kin[_key(draft)].append(draft)
    order = {sentence: i for i, sentence in enumerate(document.sentences)}
    for same in kin.values():
        for i, draft in enumerate(same):
            earlier = [d for d in same[max(0, i - FAR) : i] if not d.told_before] if i else []
            heads = _heads(document, draft) and any(_is_its_text(document, draft, later) for later in same[i + 1 : i + 1 + FAR])
            draft.told_before = heads or (bool(earlier) and _points_back(document, draft, earlier, order))
        _exact(document, same)
    _with_their_level(drafts, kin)
    _ranks(document, drafts)


def _exact(document: Document, same: list[Draft]) -> None:
    """An exact amount of one indicator that two sentences tell is one figure, whomever and whenever each seems to be of."""
    if len(same) < 2 or same[0].measure != "level" or _digits(same[0].quantity.value) < EXACT:
        return
    by_code: dict[str, list[Draft]] = defaultdict(list)
    for draft in same[:FAR]:
        in_table = "|" in document.text[draft.sentence.start : draft.sentence.end]
        if not draft.told_before and draft.what.code != "other" and not in_table:
            by_code[draft.what.code].append(draft)
    for told in by_code.values():
        best = max(told, key=lambda d: (not _heads(document, d), bool(d.time_period), d.stance == "actual", bool(d.what.scope)))
        for draft in told:
            draft.told_before = draft is not best and draft.sentence != best.sentence and not _each_its_own(draft, best)


def _each_its_own(draft: Draft, other: Draft) -> bool:
    """Whether two figures are each of one that its own clause names."""
    apart = draft.subject.name != other.subject.name and draft.subject.kind == other.subject.kind
    return apart and draft.subject.rule in NAMED and other.subject.rule in NAMED


def _with_their_level(drafts: list[Draft], kin: dict[tuple[str, float, str, str], list[Draft]]) -> None:
    """A growth behind an amount that is told again is told again too, where it stands behind the other one as well."""
    level: Draft | None = None
    for draft in drafts:
        if draft.measure == "level":
            level = draft
        elif level is not None and level.told_before and not draft.told_before and _is_of(draft, level):
            others = (d for d in kin[_key(draft)] if d is not draft and not d.told_before)
            draft.told_before = any(d.what.code == draft.what.code and d.sentence != draft.sentence for d in others)


def _is_of(draft: Draft, level: Draft) -> bool:
    return level.sentence == draft.sentence and level.what.code == draft.what.code


def _digits(value: float) -> int:
    """Significant digits of a number: 997.4 has four, 500 one."""
    return len(f"{value:.12g}".replace(".", "").strip("0"))


def _key(draft: Draft) -> tuple[str, float, str, str]:
    quantity = draft.quantity
    sign = -1 if draft.negative else 1
    counter = quantity.unit[-1:] if quantity.unit_measure == "NUM" else ""
    return draft.measure, sign * quantity.obs_value, quantity.unit_measure, counter


def _family(code: str) -> str:
    if code.startswith(("projects_", "tech_projects")):
        return "investment" if code.endswith("investment") else "projects"
    return "enterprises" if "enterprises" in code else code


def _says_the_same(draft: Draft, other: Draft) -> bool:
    return _family(draft.what.code) == _family(other.what.code) and draft.sentence != other.sentence


def _is_its_text(document: Document, heading: Draft, later: Draft) -> bool:
    """Whether a later figure is the one that a heading tells; lines of a list that are alike tell each its own."""
    return _says_the_same(heading, later) and heading.subject.name == later.subject.name and not _heads(document, later)


def _heads(document: Document, draft: Draft) -> bool:
    """Whether a figure stands in a heading: a short line of its own that ends in no full stop and holds no clause."""
    start, end = draft.sentence.start, draft.sentence.end
    if end - start > HEADING:
        return False
    text = document.text
    alone = (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n")
    return alone and text[end - 1] not in "。!?;:|" and "|" not in text[start:end] and end < len(text)


def _points_back(document: Document, draft: Draft, earlier: list[Draft], order: dict[Sentence, int]) -> bool:
    quantity, text = draft.quantity, document.text
    if draft.measure != "level" or quantity.unit[-1:] not in MEASURE_WORDS or quantity.unit_measure != "NUM":
        return False
    if _family(draft.what.code) not in ("projects", "enterprises") or not SPEAKS_OF.match(text, quantity.end):
        return False
    same = [d for d in earlier if _says_the_same(draft, d)]
    if not same:
        return False
    start = max(document.clause_start(quantity.start), draft.sentence.start)
    if REPORT.search(text, draft.sentence.start, draft.sentence.start + 40):
        return False  # another report begins
    if LISTS.search(text, start, quantity.start):
        return order.get(draft.sentence, 0) - order.get(same[-1].sentence, 0) <= NEAR
    return POINTS.search(text, max(0, start - 1), quantity.start) is not None


def _ranks(document: Document, drafts: list[Draft]) -> None:
    """A place that one sentence tells of no indicator, and another of one, is one place."""
    named = {(d.subject.name, d.quantity.obs_value) for d in drafts if d.measure == "rank" and d.what.code != "other"}
    exact: dict[tuple[Sentence, str], set[str]] = defaultdict(set)
    for d in drafts:
        if d.measure == "rank" and d.quantity.qualifier == "exact":
            exact[d.sentence, d.subject.name].add(d.comparator.replace("中国", "全国"))
    for draft in (d for d in drafts if d.measure == "rank"):
        among = draft.what.code == "other" and draft.quantity.qualifier == "under"
        fields = exact.get((draft.sentence, draft.subject.name), set()) if among else set()
        own = draft.comparator.replace("中国", "全国")
        if any(field.startswith(own) or own.startswith(field) for field in fields):
            draft.told_before = True  # 列第九位,跻身十强
        if draft.what.rule != "other.rank" or OF_ITS_OWN.search(draft.what.text):
            continue
        alone = len(document.quantities_between(draft.sentence.start, draft.sentence.end)) == 1
        if alone and (draft.subject.name, draft.quantity.obs_value) in named:
            draft.told_before = True
