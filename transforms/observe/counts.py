"""What a count is of: enterprises, projects, people, platforms, by the noun that it counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.observe import money
from transforms.observe.enterprises import enterprises
from transforms.observe.lexicon import Mark
from transforms.observe.model import Indicated, unit_class
from transforms.observe.phrases import modifiers
from transforms.observe.projects import projects, stage_near
from transforms.observe.residue import own_noun
from transforms.quantities import Quantity

if TYPE_CHECKING:
    from transforms.observe.reader import Reader
    from transforms.observe.window import Window

LINKED = re.compile(
    r"^(?:数|数量|总数|个数|总量|团队|计划|培育对象)?(?:分别|已|共|就|约|仅|现|则|也|均|总计|合计|累计|(?:达到?|为|有|突破|超过?|近|完成|实现|新增|净增|增至|发展到|多达|高达|至|计|增加到|增加|签约|落户|:|入驻)了?|[、\s])*$"
)
PART = re.compile(r"[“\s]*其中")
EVENT = re.compile(r"活动|推介会|现场会|对接会|招商会|恳谈会|洽谈会|仪式|培训|路演|沙龙|论坛|大会|招商")
BACK = re.compile(r"(?:这些|上述|以上)项目")
MARKET = {"市场主体", "经营主体"}
STOP = re.compile(r"[,;:。、()]|(?:实现|完成|正在|已经|获评|获批|成为|列入|入选|上榜|达到|位于|分布|参加|参与|落户)")


def counted(reader: Reader, quantity: Quantity, window: Window) -> Indicated:
    """The indicator of a count."""
    document = reader.document
    if quantity.unit[-1:] in "场次" and EVENT.search(document.text, window.low, min(quantity.end + 12, window.high)):
        return Indicated("service_events", document.text[window.low : quantity.start][-12:], (), "count.events")
    left = [h for h in document.between("head", window.low, quantity.start) if _fits(h)]
    if not left and (carried := _part_of(reader, quantity, window)) is not None:
        return carried
    right = _right_heads(reader, quantity, window)
    if left and LINKED.match(document.text[left[-1].end : quantity.start]):
        return noun(reader, left[-1], quantity, window)
    if right is not None:
        named = _named_as(reader, right, window) if right.value == "@enterprise" else None
        return named or noun(reader, right, quantity, window)
    if left:
        return noun(reader, left[-1], quantity, window)
    back = [h for h in document.between("head", window.floor, window.low) if _fits(h)]
    if back:
        return noun(reader, back[-1], quantity, window)
    return _bare(reader, quantity, window)


def _part_of(reader: Reader, quantity: Quantity, window: Window) -> Indicated | None:
    """Of 其中超10亿元的3家: the same as the count before, where nothing but a size narrows it."""
    text, here = reader.document.text, reader.here
    if not here or unit_class(here[-1].quantity) != "C" or not re.match(r"其中", text[window.low : quantity.start]):
        return None
    sizes = [q for q in reader.document.quantities_between(window.low, quantity.start) if q.role == "threshold"]
    rest = text[sizes[-1].end : quantity.start] if sizes else ""
    return here[-1].what if sizes and re.fullmatch(r"的?(?:企业|项目)?(?:有|达|共)?", rest) else None


def _fits(head: Mark) -> bool:
    return "C" in head.dimensions and head.word != "家"


def _right_heads(reader: Reader, quantity: Quantity, window: Window) -> Mark | None:
    """The noun that follows a count: the last of the nouns that touch, before any verb or mark."""
    document = reader.document
    stop = STOP.search(document.text, quantity.end, window.high)
    end = stop.start() if stop else window.high
    heads = [h for h in document.between("head", quantity.end, min(end, quantity.end + 40)) if _fits(h)]
    if not heads:
        return None
    head = heads[0]
    for other in heads[1:]:
        if other.start - head.end > 4 or "的" in document.text[head.end : other.start]:
            break
        head = other
    return head


NAMED_AS = re.compile(
    r"[^,;。]{0,6}?(?:(?=上市)|成为|成了|获批|获评|列入|入选|登上|认定为|被评为|荣获|上榜|跻身|获得|入围|获|列入了)(?:了|为)?([^,;。]{2,24})"
)


def _named_as(reader: Reader, head: Mark, window: Window) -> Indicated | None:
    """Of 6家企业获评“专精特新”企业: what they were named."""
    document = reader.document
    match = NAMED_AS.match(document.text, head.end, max(window.high, document.clause_end(head.end)))
    if match is None:
        return None
    heads = [
        h
        for h in document.between("head", match.start(1), match.end(1))
        if _fits(h) and h.value.startswith("enterprises_") and h.value != "enterprises_total"
    ]
    if heads:
        return Indicated(
            heads[-1].value,
            match[1],
            (heads[-1].word,) if "独角兽" in heads[-1].word and heads[-1].word != "独角兽企业" else (),
            "count.named_as",
        )
    return enterprises("", match[1].removesuffix("企业"), noun="") if len(match[1]) <= 16 else None


def noun(reader: Reader, head: Mark, quantity: Quantity, window: Window) -> Indicated:  # noqa: PLR0911 - one a sort of noun
    """The indicator that a counted noun stands for."""
    document = reader.document
    after = head.start >= quantity.end
    if after and (comma := document.text.rfind("、", window.floor, quantity.start)) >= window.low:
        window = window.after(comma + 1)  # 20个项目开工、18个项目竣工
    sort = modifiers(document.text[quantity.end : head.start] if after else _behind_threshold(reader, window, head))
    before = document.text[window.low : quantity.start if after else head.start]
    if head.value in {"@project", "tech_projects", "projects_total"}:
        return _project(reader, head, quantity, window, sort)
    if head.value == "@enterprise" and not sort and re.match(r"其中", document.text[window.low : window.low + 2]):
        last = reader.here[-1].what if reader.here else None
        if last is not None and last.code.startswith("enterprises_"):
            return Indicated(last.code, last.text, (), "count.part")
    if head.value == "@enterprise":
        sizes = [q.scope_text for q in document.quantities_between(window.low, max(head.start, quantity.start)) if q.role == "threshold"]
        if any(re.match(r"纳税|税收|缴税|入库税|年纳税", size) for size in sizes):
            return Indicated("enterprises_large_taxpayer", sort + head.word, (sort + "企业",) if sort else (), "enterprises.taxpayers")
        return enterprises(before, sort)
    if head.value == "enterprises_total":
        if head.word.endswith("企业"):
            return enterprises(before, sort + head.word.removesuffix("企业"))
        return Indicated("enterprises_total", head.word, (head.word if head.word in MARKET else sort + head.word,), "count.head")
    if head.value == "enterprises_tech_sme":
        return enterprises(before, "科技型")
    if head.value == "@people":
        return Indicated("other", sort + head.word, (), "count.people")
    if head.value == "@volume":
        return Indicated("other", sort + head.word, (sort,) if sort else (), "count.volume")
    if head.value.startswith("@") or head.value == "project_capacity":
        return money.noun(reader, head, quantity, window)
    return Indicated(head.value, sort + head.word, _scope(head, sort, before), "count.head")


def _behind_threshold(reader: Reader, window: Window, head: Mark) -> str:
    """The phrase before a noun, after the size that narrows it: of 超10亿元工业项目 the word 工业."""
    sizes = [q for q in reader.document.quantities_between(window.low, head.start) if q.role == "threshold"]
    return reader.document.text[sizes[-1].end if sizes else window.low : head.start]


def _scope(head: Mark, sort: str, before: str) -> tuple[str, ...]:  # noqa: PLR0911 - one a noun
    """What narrows a count whose noun has a code of its own."""
    match head.value:
        case "innovation_platforms":
            return (sort + head.word,)
        case "talents":
            return (sort,) if sort else ()
        case "foreign_enterprises":
            return ("新批",) if "新批" in before else ()
        case "patents":
            return (head.word,) if head.word != "专利" else ()
        case "population":
            return (head.word,) if head.word != "人口" else ()
        case "enterprises_unicorn":
            return (head.word.removesuffix("企业"),) if re.search(r"潜在|准|种子|培育", head.word) else ()
    return ()


def _project(reader: Reader, head: Mark, quantity: Quantity, window: Window, sort: str) -> Indicated:
    document = reader.document
    if head.value == "tech_projects":
        sort = (sort + head.word).removesuffix("项目").removesuffix("项目数")
    if re.search(r"500强|五百强", sort):
        return Indicated("fortune500_enterprises", sort + head.word, (), "count.fortune500")
    if head.value != "tech_projects" and head.word.startswith(("大", "重大", "重点")):
        sort += head.word.removesuffix("项目")
    clause_end = min(document.clause_end(quantity.end), window.high)
    stage = stage_near(document, (window.low, clause_end), (quantity.start, quantity.end), head.end)
    inherited = ""
    if stage is None:
        earlier = document.between("stage", window.floor, window.low) or _stage_of_list(reader, quantity, window)
        if BACK.search(document.text, window.sentence.start, quantity.start) and not reader.here:
            inherited = next(
                (
                    d.what.code
                    for d in reversed(reader.drafts[-8:])
                    if d.what.code.startswith("projects_") and unit_class(d.quantity) == "C"
                ),
                "",
            )
        elif PART.match(document.text, window.sentence.start):
            inherited = next(
                (d.what.code for d in reversed(reader.drafts[-6:]) if d.what.code.startswith("projects_") and unit_class(d.quantity) == "C"), ""
            )
        elif earlier:
            stage = (earlier[-1].value, earlier[-1].word)
        elif reader.here:
            inherited = next(
                (
                    d.what.code
                    for d in reversed(reader.here)
                    if d.what.code.startswith("projects_") and unit_class(d.quantity) == "C"
                ),
                "",
            )
    return projects(stage, sort, inherited)


def _stage_of_list(reader: Reader, quantity: Quantity, window: Window) -> list[Mark]:
    """The stage that a list began with, where an item has no verb of its own: 将引进…6家,亿元以上项目20个以上."""
    document = reader.document
    if not reader.here or VERB.search(document.text, window.low, quantity.start):
        return []
    return document.between("stage", window.sentence.start, window.floor)[-1:]


VERB = re.compile(r"实施|推进|完成|新建|续建|安排|入库|列入|总投资|储备|有|拥有|共|参加|组织|谋划|滚动")


def _bare(reader: Reader, quantity: Quantity, window: Window) -> Indicated:
    """A count without a noun: of the same thing as the count before it; else by its measure word."""
    document = reader.document
    last = next(
        (d for d in reversed(reader.here) if unit_class(d.quantity) == "C" and _kin(d.quantity.unit, quantity.unit)), None
    )
    stage = document.between("stage", window.low, min(window.high, quantity.end + 12))
    if last is None and not reader.here and re.search(r"(?:共|其中|有|达|:)$", document.text[window.low : quantity.start] or ":"):
        last = next(
            (
                d
                for d in reversed(reader.drafts[-6:])
                if d.sentence.paragraph == window.sentence.paragraph
                and unit_class(d.quantity) == "C"
                and _kin(d.quantity.unit, quantity.unit)
            ),
            None,
        )
        if last is not None:
            narrowed = SORT_BEFORE.search(document.text[window.sentence.start : window.low])
            return Indicated(last.what.code, last.what.text, (narrowed[1],) if narrowed else (), "count.as_before")
    if last is not None:
        if last.what.code.startswith("projects_") and stage:
            return projects((stage[-1].value, stage[-1].word), "", "").with_scope(*list(last.what.scope))
        return last.what
    if stage and quantity.unit[-1:] in "个项":
        return projects((stage[-1].value, stage[-1].word), "", "")
    text = document.text[quantity.end : window.high][:16]
    if quantity.unit.endswith("家"):
        sort = modifiers(document.text[window.low : quantity.start])
        return Indicated("enterprises_total", sort or text, (), "count.bare_enterprises")
    return Indicated("other", text or document.text[window.low : quantity.start], (), "other.count")


SORT_BEFORE = re.compile(r"^([\u4e00-\u9fff]{2,8}?)(?:是|占|成为|依旧|仍|最|方面|类)")


def _staged(reader: Reader, quantity: Quantity, window: Window) -> bool:
    """Whether a stage of a project stands right by a count: 转化达产36个, 24个实现开工."""
    near = reader.document.between("stage", max(window.low, quantity.start - 4), min(window.high, quantity.end + 6))
    return bool(near) and quantity.unit[-1:] in "个项"


def _kin(a: str, b: str) -> bool:
    return a[-1:] == b[-1:]
