"""What a counted noun stands for: enterprises, projects, people, platforms."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.observe import nouns
from transforms.observe.apart import part_holder
from transforms.observe.case import Case
from transforms.observe.enterprises import BOARDS, enterprises
from transforms.observe.events import code_of_event
from transforms.observe.lexicon import Mark
from transforms.observe.model import Draft, Indicated
from transforms.observe.phrases import conjoined, modifiers
from transforms.observe.projects import projects, stage_near
from transforms.observe.sorts import is_trade
from transforms.observe.window import Window

GRADED_BY_PLACE = {"talents", "enterprises_unicorn"}
GRADES = re.compile(r"(?:入选|获评|认定为?|集聚|新增|获批|评为|入围|培育|拥有|、)$")
JOINED = {"innovation_platforms", "talents", "patents"}
JOINS = re.compile(r"[和及与][\u4e00-\u9fff]{0,6}")
SIGNED_FOR = re.compile(r"[,、](?:协议|合同|签约|意向)(?:总|计划|引)?(?:投资|金额|资金|总额|额|引资|利用)")
PART = re.compile(r"[“\s]*其中")
OPENS = re.compile(r"(?:据(?:统计|了解|介绍|悉),|这?其中,?|有|共有|目前,?|[”“\s])*")
ANALYSED = re.compile(r"(?:从|按|分)[^,;。]{1,10}(?:看|来看|来说|划分|分),")  # 从项目结构看,基础设施项目479个
AMONG = re.compile(r"(?:之)?(?:里|里头|里面|中|当中|其中)[,有]?")
BACK = re.compile(r"(?:这些|上述|(?<![元级])以上)项目")
# A kind of the projects just counted, and how many: 先进制造业项目占12个, 项目涵盖新能源、新材料等领域,其中新能源项目12个.
KIND_ALONE = re.compile(
    r"[“\s]*(?:(?:这些|上述|其中|据(?:统计|了解|介绍|悉)|(?:从|按|分)[^,;。]{1,10}|(?:这些)?项目(?:涵盖|涉及|包括)[^,;。\d]{2,30}),?(?:其中)?)?"
    r"(?P<kind>[^,;。:\d]{1,16}项目)(?:数量?)?(?:有|占|达|共|为|共有|共计|计|达到)?"
)
NEAR_WHOLE = 8  # figures back that the whole can be
VERB = re.compile(r"实施|推进|推动|完成|新建|续建|安排|入库|列入|总投资|储备|有|拥有|共|参加|组织|谋划|滚动")
DOES = re.compile(r"[^,;。\d]{0,12}项目(?:已|累计|共|计划|预计)*(?:完成|实现|投入|到位)")
ABROAD = re.compile(r"外资|外商|三资|台资|港资|日资|韩资")
ADDED = re.compile(r"新增|新添|净增")
FIRMS_END = ("企业", "企", "总部", "机构")
PROGRAMME = re.compile(r"(双创|.+(?:计划|工程))人才$")  # the scope of talents is their programme
LEVEL = re.compile(r"省级以上|省级|自治区级?|市级以上|市级")
TAXPAYERS = re.compile(r"纳税|税收|缴税|入库税|年纳税")
SORTS_OF_STAFF = {"研发人员", "技术工人", "技能工人", "农民工", "外来务工人员"}
MARKET = {"市场主体", "经营主体"}
PROJECTS = {"@project", "tech_projects", "projects_total"}


def noun(case: Case, head: Mark) -> Indicated:  # noqa: PLR0911 - one a sort of noun
    """The indicator that a counted noun stands for."""
    text, quantity, window = case.text, case.quantity, case.window
    after = head.start >= quantity.end
    if after and (comma := text.rfind("、", window.floor, quantity.start)) >= window.low:
        window = window.after(comma + 1)  # 20个项目开工、18个项目竣工
    sizes = [q.end for q in case.document.quantities_between(quantity.end, head.start)] if after else []
    cut = conjoined if head.value == "@enterprise" else modifiers
    sort = cut(text[max([quantity.end, *sizes]) if after else case.phrase_start(head.start) : head.start])
    before = text[window.low : quantity.start if after else head.start]
    if head.value in PROJECTS:
        return _project(case, head, window, sort if after else _with_trades_before(case, head, sort))
    if head.value == "@enterprise":
        return _enterprise(case, head, before, sort)
    if head.value == "enterprises_total" and (sort or head.word.endswith("企业")) and head.word.endswith(FIRMS_END):
        named = head.word.endswith("企业")  # 规上酒企29家, 世界500强分支机构2家
        return enterprises(before, sort + head.word.removesuffix("企业")) if named else enterprises(before, sort, head.word)
    if head.value == "enterprises_tech_sme":
        return enterprises(before, "科技型")
    if head.value == "@people" and head.word == "人员" and not sort and case.unit == "C":
        return Indicated("employees", head.word, (), "count.staff")
    if head.value in ("@people", "@volume"):
        scope = (sort,) if sort and head.value == "@volume" else ()
        return Indicated("other", sort + head.word, scope, f"count.{head.value[1:]}")
    if head.value.startswith("@") or head.value == "project_capacity":
        return nouns.noun(case, head)
    if head.value in GRADED_BY_PLACE and not after:
        sort = _grading(case, case.phrase_start(head.start)) + sort
    if head.value in JOINED and (joined := _joined(case, head, quantity.end if after else window.low)):
        return Indicated(head.value, joined, (joined,), "count.head")
    return Indicated(head.value, sort + head.word, _scope(head, sort, before), "count.head")


def _with_trades_before(case: Case, head: Mark, sort: str) -> str:
    """A sort before its noun, with the trades that 、 joins to it: 新能源、新材料、现代冶金产业."""
    if case.text.startswith("等", head.end):
        return ""  # …饲料加工项目等16项: the last one's name
    before = case.text[case.phrase_start(head.start) : head.start]
    if not sort or not before.endswith("、" + sort):
        return sort
    parts = before.removesuffix("、" + sort).split("、")
    parts[0] = modifiers(parts[0])
    return "、".join([*parts, sort]) if all(map(is_trade, parts)) else sort


def _grading(case: Case, at: int) -> str:
    """The place whose grade a noun tells that starts at ``at``: 集聚江苏省潜在独角兽企业1家; not whose they are."""
    place = next((m for m in case.cast.between(max(case.window.sentence.start, at - 8), at) if m.end == at), None)
    if place is None or place.kind != "region" or not GRADES.search(case.text, max(0, place.start - 4), place.start):
        return ""
    return case.text[place.start : place.end]


def _joined(case: Case, head: Mark, low: int) -> str:
    """Two nouns of one indicator that 和 and 及 join before one number: 国家级孵化器和众创空间; "" where there is one."""
    first = next((h for h in case.heads(low, head.start) if h.value == head.value), None)
    if first is None or not JOINS.fullmatch(case.text, first.end, head.start):
        return ""
    return modifiers(case.text[max(low, first.start - 12) : first.start]) + case.text[first.start : head.end]


def _enterprise(case: Case, head: Mark, before: str, sort: str) -> Indicated:
    last = case.here[-1].what if case.here else None
    goes_on = last is not None and last.rule == "count.part" and case.text.startswith("、", case.window.low)
    if sort == "增资" and last is not None and last.code == "foreign_enterprises":
        return Indicated("foreign_enterprises", sort + head.word, (), "count.part")
    quantities = case.document.quantities_between(case.window.low, max(head.start, case.quantity.start, case.window.high))
    sized = any(q.role == "threshold" for q in quantities)
    if (case.is_part or goes_on) and sized and not sort and last is not None and last.code == "enterprises_ads_industrial":
        return Indicated("enterprises_total", head.word, (), "enterprises.sized")  # 规上企业55家,其中产值过亿元企业36家
    if (case.is_part or goes_on) and not sort and last is not None and last.code.startswith("enterprises_"):
        return Indicated(last.code, last.text, (), "count.part")
    if sized and not sort and last is not None and last.code == "enterprises_large_taxpayer":
        return Indicated("enterprises_large_taxpayer", head.word, (), "enterprises.taxpayers")
    if any(q.role == "threshold" and TAXPAYERS.match(q.scope_text) for q in quantities):
        scope = (sort + "企业",) if sort else ()
        return Indicated("enterprises_large_taxpayer", sort + head.word, scope, "enterprises.taxpayers")
    return enterprises(before, sort)


def _scope(head: Mark, sort: str, before: str) -> tuple[str, ...]:
    """What narrows a count whose noun has a code of its own."""
    word = head.word
    scopes = {
        "enterprises_total": word if word in MARKET else sort + word,
        "innovation_platforms": sort + word,
        "talents": PROGRAMME.sub(r"\1", sort + word) if sort or word not in ("人才", "人才总量", "人才总数") else "",
        "enterprises_srdi": next(iter(LEVEL.findall(sort + word)), ""),
        "enterprises_gazelle": next(iter(LEVEL.findall(sort + word)), ""),
        "service_events": word if word.startswith("科技") else "",
        "foreign_enterprises": "新批" if "新批" in before else "",
        "employees": word if word in SORTS_OF_STAFF else "",
        "patents": word if word != "专利" else "",
        "enterprises_listed": next(iter(BOARDS.findall(sort + word)), ""),
        "population": "" if word in nouns.EVERYBODY else word,
        "enterprises_unicorn": sort + word.removesuffix("企业") if re.search(r"潜在|准|种子|培育", word) else "",
    }
    scope = scopes.get(head.value, "")
    return (scope,) if scope else ()


def referred(case: Case, head: Mark, prefix: str) -> Indicated | None:
    """Of 33个项目里,…: what the text has counted before, where the same number of the same stands there."""
    quantity = case.quantity
    if head.start < quantity.end or not AMONG.match(case.text, head.end):
        return None
    earlier = (d for d in reversed(case.drafts) if d.quantity.value == quantity.value and d.what.code.startswith(prefix))
    whole = next((d.what for d in earlier if d.quantity.unit[-1:] == quantity.unit[-1:]), None)
    return replace(whole, rule="count.referred") if whole is not None else None


def _project(case: Case, head: Mark, window: Window, sort: str) -> Indicated:
    if (known := referred(case, head, "projects_")) is not None:
        return known
    if case.quantity.unit[-1:] in "家户" and ABROAD.search(sort):
        return Indicated("foreign_enterprises", sort + head.word, (), "count.foreign")  # 新批外资项目157家
    if head.value == "tech_projects":
        sort = (sort + head.word).removesuffix("项目").removesuffix("项目数")
    elif head.word.startswith(("大", "重大", "重点")):
        sort += head.word.removesuffix("项目")
    if re.search(r"500强|五百强", sort):
        return Indicated("fortune500_enterprises", sort + head.word, (), "count.fortune500")
    quantity = case.quantity
    clause_end = min(case.document.clause_end(quantity.end), window.high)
    if head.start > clause_end or head.start > window.high:  # 285个总投资1301亿元的项目动建
        clause_end = case.document.clause_end(head.end)
    own = case.document.between("stage", quantity.end, min(clause_end, quantity.end + 8)) if head.end <= case.window.low else []
    near = (window.low, clause_end), (quantity.start, quantity.end), head.end
    stage = (own[0].value, own[0].word) if own else stage_near(case.document, *near)  # 11个项目签约,4个开工
    if stage is None and sort in ("合同", "协议", "合同协议", "框架协议"):
        stage, sort = ("signed", sort), ""
    added = ADDED.search(case.text, window.low, max(head.start, quantity.start))
    if stage is None and added and sort.startswith(("外资", "外商")):
        stage = ("signed", "")  # 新增外资项目62个
    inherited = (None, sort, "") if stage is not None else _inherited(case, window, sort)
    if inherited[2] == "" and stage is None and SIGNED_FOR.match(case.text, max(quantity.end, head.end)):
        stage = ("signed", "")  # 投资项目103个,协议投资248亿元
    what = projects(stage, sort, "") if stage is not None else projects(*inherited)
    return what.with_scope(*_size_of_whole(case, what))


def _size_of_whole(case: Case, what: Indicated) -> list[str]:
    """Of 新签约亿元以上项目94个,其中外资项目15个: the size holds for the part too, unless it has one of its own."""
    if (of_all := _of_all(case)) is not None and of_all.what.code == what.code and not what.scope:
        return [s for s in of_all.what.scope if s.startswith("≥")][:1]
    last = case.here[-1] if case.here else None
    low, end = case.window.low, case.quantity.start
    sizes = [q for q in case.document.quantities_between(low, end) if q.role == "threshold"]
    clause = case.document.clause_start(last.quantity.start) if last is not None else 0
    part = case.is_part or (
        last is not None and case.text.startswith("其中", clause) and case.text.startswith("、", last.quantity.end)
    )
    if last is None or sizes or not part or last.what.code != what.code:
        return []
    whole = case.here[0] if not case.is_part and len(case.here) > 1 else last
    return [s for s in (*whole.what.scope, *last.what.scope) if s.startswith("≥")][:1]


def _inherited(  # noqa: PLR0911 - one a rule
    case: Case, window: Window, sort: str
) -> tuple[tuple[str, str] | None, str, str]:
    """The stage or the code of the list that a count of projects without a stage of its own stands in."""
    start, end = window.sentence.start, case.quantity.start
    if "结转" in sort:
        return None, sort, ""  # carried over from the year before: of no stage
    if case.text.startswith(";", end - 1) and DOES.match(case.text, case.quantity.end):
        return None, sort, ""  # 签约项目20个;44个重点项目完成投资88亿元
    if ANALYSED.match(case.text, start) and not case.here:
        return None, sort, _code(case, len(case.drafts))
    first = _of_first(case)
    if first and ";" in case.text[case.here[-1].quantity.end : window.low + 1]:
        return None, sort, first  # 农林水项目6个,开工4个;工业项目21个
    if PART.match(case.text, start) or (BACK.search(case.text, start, end) and not case.here):
        return None, sort, _code(case, len(case.drafts))
    earlier = case.document.between("stage", window.floor, window.low)
    earlier = [m for m in earlier if ";" not in case.text[m.end : end]]
    if not earlier and case.here and not VERB.search(case.text, window.low, end):
        earlier = case.document.between("stage", start, window.floor)  # 将引进…6家,亿元以上项目20个以上
        if earlier and earlier[-1].value == "started" and ";" in case.text[earlier[-1].end : end]:
            earlier = []
    if (
        not earlier
        and case.here
        and VERB.search(case.text, window.low, end)
        and ";" in case.text[case.here[-1].quantity.end : end]
    ):
        return None, sort, ""
    if earlier:
        return (earlier[-1].value, earlier[-1].word), sort, ""
    return None, sort, _code(case, len(case.here)) or _of_whole(case, sort) or code_of_event(case)


def _of_all(case: Case) -> Draft | None:
    """The count of projects that the one of a park or place is a part of: 全市开工项目69个。云麓县有12个项目,…."""
    before = case.group(case.here)
    if before is not None and before.what.rule in ("projects.inherited", "list.as_before"):
        held = (m for m in case.cast.between(case.window.low, case.quantity.start) if not m.back)
        return before if any(m.name != before.subject.name and m.kind in ("park", "region") for m in held) else None
    if not case.drafts or part_holder(case) is None:
        return None
    last = case.drafts[-1].sentence
    sized = any(q.role == "threshold" for q in case.document.quantities_between(case.window.low, case.quantity.start))
    told = [d for d in case.drafts[-NEAR_WHOLE:] if d.sentence == last and case.group([d]) is not None]
    return None if sized or len({d.what.code for d in told}) != 1 else told[0]


def _of_whole(case: Case, sort: str) -> str:
    """The code of the projects that the sentence before has counted, for some of them: 签约项目43个。工业项目34个,投资额…."""
    last = case.drafts[-1] if case.drafts and not case.here else None
    start, end = case.window.sentence.start, case.quantity.start
    if last is None or case.text.count("\n", last.quantity.end, end) > 1:
        return ""
    if not sort and (of_all := _of_all(case)) is not None:
        return of_all.what.code
    groups = (d for d in case.drafts[-NEAR_WHOLE:] if d.sentence == last.sentence and case.group([d]) is not None)
    whole = next((d for d in groups if d.quantity.value > case.quantity.value), None)
    if whole is None:
        return ""
    if OPENS.fullmatch(case.text, start, end):
        return whole.what.code if case.group([last]) and last.sentence.paragraph == case.window.sentence.paragraph else ""
    alone = KIND_ALONE.fullmatch(case.text, start, end)
    told_anew = alone is None or VERB.search(alone["kind"]) or case.document.periods_between(start, end)
    return "" if told_anew else whole.what.code


def _of_first(case: Case) -> str:
    """The code of the sentence's first count of projects that has no stage of its own."""
    first = next((d for d in case.here if case.group([d]) is not None), None)
    return first.what.code if first is not None and first.what.rule in ("projects.inherited", "projects.total") else ""


def _code(case: Case, reach: int) -> str:
    group = case.group(case.drafts[-min(reach, 8) :] if reach else [])
    return group.what.code if group is not None else ""
