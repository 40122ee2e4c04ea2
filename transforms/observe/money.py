"""What an amount is of: money, areas, lengths, masses, by the noun before it, after it, or of the figure that it goes on with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transforms.indicators import load_indicators
from transforms.observe import amounts
from transforms.observe.lexicon import DIMENSIONS, Mark
from transforms.observe.model import Indicated, Subject, unit_class
from transforms.observe.names import GENERIC
from transforms.observe.phrases import modifiers
from transforms.observe.residue import own_noun
from transforms.quantities import Quantity

if TYPE_CHECKING:
    from transforms.observe.mentions import Cast
    from transforms.observe.model import Draft
    from transforms.observe.reader import Reader
    from transforms.observe.subjects import Subjects
    from transforms.observe.window import Window

GROUP_CODES = {
    "projects_signed",
    "projects_negotiating",
    "projects_started",
    "projects_completed",
    "projects_under_construction",
    "projects_total",
    "tech_projects",
}
# What ends so is an amount of its own (补贴, 贷款); what does not names a part of the amount before (电子信息12亿元).
AMOUNT_NOUN = re.compile(r"(?:金|款|额|值|费|贷|债|补贴|补助|奖励|资|价|本|量|券|融资|授信|成本|让利|红利|收益|效益|产出|支出|支持|扶持|减免|退税)$")
MANY = re.compile(r"等(?:一批|多个)?[^,;。\d]{0,8}项目|(?:一批|多个|这些|上述)[^,;。\d]{0,8}项目")
WORK_ENDS = re.compile(
    r"落户|落地|签约|开工|奠基|正(?:在|式|加|抓)|已(?!建)|将|于(?=\d)|举行|开足|加快|加速推|顺利|成功|启动|主体|竣工|投产|进入|也|入驻|[是为]"
)
NAMED_WORK = re.compile(
    r"的?([^,;。:]{2,60}(?:项目|基地|产业园|园区|中心|工程|总部|工厂|产业聚集区|产业集聚区|厂|[一二三四]期|生产线))(?![^,;。]{0,8}(?:项目|基地))"
)


def amount(reader: Reader, quantity: Quantity, window: Window) -> Indicated:  # noqa: PLR0911 - one a place to look
    """The indicator of an amount that is no count."""
    document, unit = reader.document, unit_class(quantity)
    heads = [h for h in document.between("head", window.low, quantity.start) if fits(h, unit)]
    if heads:
        head = heads[-1]
        if head.word.endswith("面积") and len(heads) > 1 and heads[-2].end == head.start:
            head = heads[-2]
        return noun(reader, head, quantity, window)
    right = [h for h in document.between("head", quantity.end, min(window.high, quantity.end + 24)) if fits(h, unit)]
    if right and (unit != "M" or right[0].start == quantity.end):
        return noun(reader, right[0], quantity, window)
    back = [h for h in document.between("head", window.floor, window.low) if fits(h, unit)]
    if back:
        return noun(reader, back[-1], quantity, window)
    if reader.here and reader.here[-1].quantity.end == quantity.start:  # 标准地85宗3270亩
        before = [h for h in document.between("head", window.clause, reader.here[-1].quantity.start) if fits(h, unit)]
        if before:
            return noun(reader, before[-1], quantity, window)
    own = own_noun(document, reader.cast, window.low, quantity.start)
    part = document.text.startswith("其中", window.low)
    last = next((d for d in reversed(reader.here) if unit in dimension(d.what.code)), None)
    if last is not None and (part or not AMOUNT_NOUN.search(own)):
        return last.what.with_scope(own) if own else last.what
    if own:
        return Indicated("other", own, (), "other.own_noun")
    if right:
        return noun(reader, right[0], quantity, window)
    if reader.drafts and unit == "M" and reader.drafts[-1].sentence.paragraph == window.sentence.paragraph:
        last = next((d for d in reversed(reader.drafts[-4:]) if unit_class(d.quantity) == unit), None)
        if last is not None and document.text[window.low : quantity.start].strip()[:2] in ("其中", ""):
            return last.what
    if unit == "A" and quantity.unit.endswith(("公里", "里")):
        return Indicated("area_total", document.text[quantity.end : window.high][:12], (), "area.bare")
    text = document.text[window.low : quantity.start] or document.text[quantity.end : window.high]
    return Indicated("other", text[-16:].strip(" 、的"), (), "other.amount")


def dimension(code: str) -> str:
    """Letters of the dimensions that an indicator's amounts have; none for ``other``."""
    return "" if code == "other" else DIMENSIONS[load_indicators()[code].dimension]


def fits(head: Mark, unit: str) -> bool:
    """Whether a noun can have an amount of this dimension."""
    return unit in head.dimensions or "X" in head.dimensions or (unit == "A" and head.value == "innovation_platforms")


def noun(reader: Reader, head: Mark, quantity: Quantity, window: Window) -> Indicated:
    """The indicator that a noun stands for, by the words before it."""
    text = reader.document.text
    before = text[max(window.low, head.start - 40) : head.start] if head.start >= window.low else text[window.floor : head.start]
    said = text[window.sentence.start : head.start]
    enterprise = any(m.kind == "enterprise" for m in reader.cast.between(window.low, head.start))
    match head.value:
        case "@total_investment":
            return _total_investment(reader, head, quantity, window)
        case "@capacity":
            return _capacity(text, head, quantity)
        case "@investment" | "industrial_investment" if invests(reader, head, quantity, window):
            return Indicated("project_investment", head.word, (), "investment.in_project")
        case "@investment" if (group := _group_before(reader, quantity, window)) is not None:
            signed = group.what.code == "projects_signed"
            code = "projects_signed_investment" if signed else "projects_total_investment"
            return Indicated(code, head.word, group.what.scope, "investment.of_list")
        case "@scale":
            return _scale(head, said, text, quantity.end)
        case "area_total" if PLANNED.search(said[-14:]):
            return Indicated("area_planned", head.word, (), "area.planned")
        case "@arrived":
            return amounts.arrived(said, quantity.unit_measure)
        case "innovation_platforms":
            return Indicated("area_built", modifiers(before) + head.word, (modifiers(before) + head.word,), "area.of_platform")
        case "operating_revenue" if amounts.SERVICES.search(before):
            return Indicated("service_revenue_ads", modifiers(before) + head.word, (), "revenue.services")
        case "@output" if (topic := amounts.industry_topic(before, said)) and not enterprise:
            return Indicated("cluster_output", topic + head.word, (topic,), "output.topic")
        case "@output" if (cluster := CLUSTER_AFTER.match(text, quantity.end)) is not None and head.start < quantity.start:
            return Indicated("cluster_output", head.word, (cluster[1],), "output.of_cluster")
        case "@investment" if amounts.TECH_UPGRADE.search(text, quantity.end, min(quantity.end + 16, len(text))):
            return Indicated("tech_upgrade_investment", head.word, (), "investment.tech_upgrade")
        case "@investment" if OF_FUND.search(text, window.clause, head.start):
            return Indicated("fund_investment", head.word, (), "investment.of_fund")
        case "industrial_output" | "industrial_value_added":
            ads = bool(reader.here) and reader.here[-1].what.code.endswith("_ads")
            return _industrial(head, text[window.clause : head.start], ads, enterprise)
    if head.value.startswith("@"):
        return amounts.plain(head, before, said[-40:], enterprise)
    return Indicated(head.value, modifiers(before) + head.word, _scope(head, before), "head")


def _scope(head: Mark, before: str) -> tuple[str, ...]:
    """What narrows an amount whose noun has a code of its own."""
    if head.value == "area_total":
        return (head.word,) if head.word in ("围网面积", "核心区") else ()
    if head.value == "population":
        return (head.word,) if head.word != "人口" else ()
    if head.value in ("area_built", "land_released"):
        return () if head.word.startswith("建成") else ((modifiers(before) + head.word).replace("“", "").replace("”", ""),)
    if head.value in ("domestic_capital_utilized", "tax_revenue"):
        match = re.search(r"(?:非)?工业(?:项目|企业)$", before)
        return (match[0],) if match else ()
    return ()


PLANNED = re.compile(r"规划(?!局|展览)")
INVESTS = re.compile(r"[一二三]?期?(?:计划|预计|拟)?总?投资额?(?:约|超过?|近|达|为)*")
BUILDS = re.compile(r"(?:建设|新建|扩建|兴建|打造|实施)(?!用地)")


def invests(reader: Reader, head: Mark, quantity: Quantity, window: Window) -> bool:
    """Whether an investment is that of one project: 投资24亿元的…项目, …项目投资9亿元, 投资6亿元建设…."""
    text = reader.document.text
    if head.start > quantity.start or re.search(r"完成|累计|到位|技改|年度|实际|基金|创投|每年", text[window.low : quantity.start]):
        return False
    if reader.document.figure_at(quantity.end + 1):
        return False
    if text.startswith("的", quantity.end) or BUILDS.match(text, quantity.end):
        end = reader.document.clause_end(quantity.end)
        return NAMED_WORK.match(text[quantity.end : end]) is not None or BUILDS.match(text, quantity.end) is not None
    projects = [m for m in reader.cast.between(window.low, quantity.start) if m.kind == "project"]
    if any(INVESTS.fullmatch(text[m.end : quantity.start]) for m in projects):
        return True
    return re.search(r"[一二三]期(?:计划|预计|总)?$", text[window.low : head.start]) is not None


def _group_before(reader: Reader, quantity: Quantity, window: Window) -> Draft | None:
    """The count of projects that an amount right after it is of: 第一产业项目10个,累计投资约13亿元."""
    last = reader.here[-1] if reader.here else None
    if last is None or last.what.code not in GROUP_CODES or unit_class(last.quantity) != "C":
        return None
    between = reader.document.text[last.quantity.end : quantity.start]
    return last if OF_GROUP.fullmatch(between) else None


OF_GROUP = re.compile(r"[,、]?(?:累计|合计|共|协议|计划|预计)?总?投资(?:总额|额|规模)?(?:达到?|为|约|超过?|逾|近|人民币)*")


def _scale(head: Mark, said: str, text: str, end: int) -> Indicated:
    """Of 规模: an industry's output, or a fund's size."""
    if "基金" in said[-12:] or OF_A_FUND.match(text, end):
        return Indicated("fund_size", head.word, (), "scale.fund")
    topic = amounts.industry_topic(said[-30:], said)
    if topic:
        return Indicated("cluster_output", topic + head.word, (topic,), "scale.industry")
    return Indicated("other", modifiers(said) + head.word, (), "scale.other")


OF_A_FUND = re.compile(r"的[^,;。]{0,12}基金")
CLUSTER_AFTER = re.compile(r"的?([^,;。、\d]{2,24}?(?:产业集群|产业链|集群|产业))(?![^,;。、]{0,4}(?:园|基地|集群))")
OF_FUND = re.compile(r"(?:创投|基金)(?!规模)")
ADS_ENTERPRISES = re.compile(r"(?:规上|规模以上|规模)(?:工业)?企业")
NAMED_INDUSTRY = re.compile(
    r"(?:石化|化工|纺织|电子|信息|医药|装备|制造|汽车|建材|冶金|食品|能源|材料|轻工|机械|石油|钢铁|煤化|陶瓷|光电|生物|环保|家具|服装|五金|造纸|制药)[\u4e00-\u9fff]{0,4}$"
)


def _industrial(head: Mark, before: str, ads: bool, enterprise: bool) -> Indicated:
    """工业总产值, 工业增加值: of enterprises above size where the sentence counts those, of one industry where it names one."""
    sort = modifiers(before)
    if not enterprise and (ADS_ENTERPRISES.search(before) or (ads and re.match(r"实现|完成", before))):
        return Indicated(f"{head.value}_ads", head.word, (), "industrial.ads")
    if head.value == "industrial_output" and NAMED_INDUSTRY.search(sort):
        return Indicated("cluster_output", sort + head.word, (sort,), "industrial.cluster")
    return Indicated(head.value, sort + head.word, (), "head")


def _total_investment(reader: Reader, head: Mark, quantity: Quantity, window: Window) -> Indicated:  # noqa: PLR0911 - one a case
    document = reader.document
    before = document.text[max(window.floor, head.start - 8) : head.start]
    if amounts.SIGNED.search(before):
        return Indicated("projects_signed_investment", before + head.word, (), "investment.signed")
    following = [
        q for q in document.quantities_between(quantity.end, quantity.end + 16) if q.role == "figure" and unit_class(q) == "C"
    ]
    if following and document.text[quantity.end : quantity.end + 1] == "的":
        clause_end = document.clause_end(quantity.end)
        stages = document.between("stage", following[0].end, clause_end) or document.between(
            "stage", window.sentence.start, quantity.start
        )
        if stages and stages[-1].value == "signed":
            return Indicated("projects_signed_investment", head.word, (), "investment.of_signed")
        return Indicated("projects_total_investment", head.word, (), "investment.of_group")
    if invested_project(reader.cast, reader.subjects, reader.drafts, quantity, window) is not None:
        return Indicated("project_investment", head.word, (), "investment.of_project")
    group = next((d for d in reversed(reader.here) if d.what.code in GROUP_CODES and unit_class(d.quantity) == "C"), None)
    if group is None and MANY.search(document.text, window.sentence.start, quantity.start):
        return Indicated("projects_total_investment", head.word, (), "investment.of_many")
    if group is None and head.word.startswith("投资") and not reader.subjects.last_project:
        return Indicated("fixed_asset_investment", head.word, (), "investment.of_park")
    if group is not None:
        code = "projects_signed_investment" if group.what.code == "projects_signed" else "projects_total_investment"
        return Indicated(code, head.word, group.what.scope, "investment.of_list")
    return Indicated("project_investment", head.word, (), "investment.of_project")


def invested_project(cast: Cast, subjects: Subjects, drafts: list[Draft], quantity: Quantity, window: Window) -> Subject | None:
    """The project whose total investment a figure is: named after it (总投资8亿元的…项目), or before it in the sentence."""
    named = _named_after(cast, quantity)
    if named is not None:
        subjects.remember(named, quantity.end)
        return named
    before = [m for m in cast.between(window.sentence.start, quantity.start) if m.kind == "project"]
    if len(before) > 1 and re.search(r"是", cast.text[before[-2].end : before[-1].start]):
        before.pop()  # …总部项目是园区重点打造的战略项目: the second says what the first is
    counts = [d for d in drafts if d.sentence == window.sentence and d.what.code in GROUP_CODES]
    if before and (not counts or before[-1].start > counts[-1].quantity.end):
        return Subject(before[-1].name, "project", "invested", before[-1].span)
    return subjects.last_project if not counts else None


def _named_after(cast: Cast, quantity: Quantity) -> Subject | None:
    """The project or park that 总投资8亿元的 stands before."""
    document = cast.document
    after = document.text[quantity.end : document.clause_end(quantity.end)]
    if not after.startswith("的"):
        return None
    verb = WORK_ENDS.search(after, 3)
    match = NAMED_WORK.match(after[: verb.start() if verb else len(after)])
    if match is None:
        return None
    start, end = quantity.end + match.start(1), quantity.end + match.end(1)
    if (first := match[1].find("项目")) >= 0:
        end = start + first + 2
    parks = [m for m in cast.between(start, end) if m.kind == "park" and m.end == end]
    name = document.text[start:end]
    if parks and not name.endswith(("项目", "基地")):
        return Subject(parks[0].name, "park", "invested")
    builder = [m for m in cast.between(document.clause_start(quantity.start), quantity.start) if m.kind == "enterprise"]
    if builder and GENERIC.match(name):  # 该公司投资2亿元的扩产项目
        return Subject(builder[-1].name + name, "project", "invested")
    return Subject(name, "project", "invested", (start, end))


def _capacity(text: str, head: Mark, quantity: Quantity) -> Indicated:
    if head.start < quantity.start:
        product = text[head.end : quantity.start]
        product = re.sub(r"(?:可达|达到?|约|近|超过?|为|可|有)*$", "", product).strip("各类种 ")
        if not product:
            stop = re.search(r"[,;。、:]|的产能|扩建|项目|生产线", text[quantity.end : quantity.end + 30] + "。")
            product = text[quantity.end : quantity.end + (stop.start() if stop else 0)].strip("的 ")
    else:
        product = text[quantity.end : head.start].strip("的 ")
    scope = ("月产",) if head.word == "月产" else ()
    return Indicated("project_capacity", head.word + product, (*scope, product) if product else scope, "capacity")
