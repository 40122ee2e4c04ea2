"""What an amount is of: money, areas, lengths, masses, by the noun before it, after it, or of the figure that it goes on with."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.indicators import load_indicators
from transforms.observe.capacity import capacity, made_by_area
from transforms.observe.case import Case
from transforms.observe.investments import FUND_INVESTED, bare
from transforms.observe.lexicon import DIMENSIONS, Mark
from transforms.observe.model import Draft, Indicated, unit_class
from transforms.observe.nouns import CLUSTER_AFTER, PER, noun
from transforms.observe.parts_told import WAYS, part_told
from transforms.observe.phrases import LOOKED_AT
from transforms.observe.series import coordinated
from transforms.observe.sorts import bare_industry

# What ends so is an amount of its own (补贴, 贷款); what does not names a part of the amount before (电子信息12亿元).
AMOUNT_NOUN = re.compile(
    r"(?:金|款|额|值|费|贷|债|补贴|补助|奖励|资|价|本|量|券|融资|授信|成本|让利|红利|收益|效益|产出|支出|支持|扶持|减免|退税)$"
)
OWN_NOUN_BEHIND = re.compile(r"的[\u4e00-\u9fff“”]{1,10}")
# 分园区看,云麓园达到596亿元
LAND_TOLD = re.compile(r"(?:的|热)+(?:土地|热土|沃土|大地|版图|区域|范围)[上内里中]?")
YEARS_DONE = re.compile(r"(?<!计划)完成了?(?:年度|当年)(?:固定资产)?投资(?:额)?(?:达|约|近|超)?$")
GOODS_WORTH = re.compile(r"(?:总)?货值(?:达到?|为|约|近|超过?|突破)*$")
TRADED_SO = re.compile(r"进出口|进出境|监管|外贸|进口|出口")
WAYS_OF_GOODS = WAYS | dict.fromkeys(("进出境", "监管", "外贸"), "trade_total")
ABOVE_SIZE_PART = re.compile(
    r"(?:其中,?)?(?:规上|规模以上|规模)(?:工业)?(?:企业)?(?:累计|共|合计)*(?:完成|实现|达到?|为|约|超过?)*"
)
WITH_ADS = {
    "industrial_output": "industrial_output_ads",
    "industrial_value_added": "industrial_value_added_ads",
    "industrial_output_ads": "industrial_output_ads",
}
FREED = re.compile(r"(腾出|腾退|盘活|收储|收回|消化|出让|供应|清理出)了?[约近]?$")
LOCAL_PART = re.compile(
    r"(?:其中,?)?(地方级|地方本级|地方部分|地方留存|一般预算|一般公共预算|公共预算)(?:收入|部分)?(?:完成|实现|为|达|约)*"
)
PARK_OF_SIZE = re.compile(
    r"的?[^,;。\d、]{0,14}?(?:产业园|工业园|园区|产业基地|集聚区|示范区|新城|小镇|开发区|科技园|物流园|产业城)(?!面积|基础|建设|土地)"
)
INVESTED_PART = re.compile(r"[、,;](基础设施|房地产|服务业|农业|商贸|城建|民生)(?:项目|投资|类)?(?:完成|投入|为|达)?$")
FLOORS = re.compile(r"(?:仓|库|厂房|场地|载体|楼|用房|公寓|车间|堆场|空间|中心|大厦|综合体)$")
SPENT = re.compile(
    r"(?:实际|已经?|累计|共)(?:累计)?(?:完成|投[入下了]?|到位)|(?:底|止|目前|季度|半年|\d月),?(?:累计|实际|已)*(?:完成|投下|投了)"
)
PLANNED = re.compile(r"计划|年度|要投|拟|将|目标|任务")
ENDS = re.compile(r"[,;。、:()!?\n和及与]|$")
AREA_VERB = re.compile(r"(规划|开发|建成|建设)了?(?:约|近|超过?|达)?$")
# Floor space of a phase or by what was done with it: 一期8万平方米已封顶, 计划竣工12万平方米.
FLOOR_VERB = re.compile(r"([一二三四五首]期|竣工|封顶|投用|新建|在建|续建|完工)了?(?:约|近|超过?|达)?$")
WORTH = re.compile(r"[^,;。\d]{0,8}[,、](?:总)?(?:价值|货值|金额|总值|创汇)(?:达到?|为|约|超过?)*")
GRANTS = re.compile(r"拿出|发放|兑现|奖补|补贴|贷款|融资|授信|奖励")
SIGNED_FOR = re.compile(r"(签约|签下|签成|揽下|揽金|吸金|揽获|敲定)了?(?:约|近|超过?|逾|达|总投资)*$")
SECTOR_BARE = re.compile(r"(第三产业|三产|服务业)(?:增加值)?(?:实现|完成|为|达到?|[约近超])*$")
GIVEN = re.compile(
    r"(?:补助|补贴|奖励|奖补|经费|补偿|贷款|授信|罚款|租金|捐款|债券)(?:资金|金|款|额|总额)?(?:达到?|共|为|约|近|超过?)*$"
)
INDUSTRY_SPENT = re.compile(r"^(?:其中,?)?工业(?:累计)?(?:完成|投入|实现)(?:投资)?(?:约|近|达|超)?$")
NO_INDUSTRY = re.compile(r"第[一二三]产业|^(?:高新技术|主导|支柱|新兴|特色|重点|文化|旅游)产业$")
DONE = re.compile(r"(?:实际|已|累计)(?:累计)?(?:完成|投入)|完成(?:投资)?(?:约|近|超)?$")
REGISTERED = re.compile(r"注册(?:资本|资金)金?(?:总?额)?(?:约|近|达到?|为|超过?|逾|人民币)*$")
OUTPUTS = {"industrial_output", "industrial_output_ads", "cluster_output"}
# Rules whose last scope is that of one part: its sibling has another.
PARTS = frozenset({"output.topic", "output.part", "output.of_industry", "revenue.of_industry", "amount.part_told"})
PART_INDUSTRY = re.compile(
    r"(?:^|[,、;])(?:其中,?)?([\u4e00-\u9fffA-Za-z0-9]{2,14}?(?:产业|制造业|集群|产业链))(?:产值)?(?:实现|完成|达到?|为|约|超过?|突破)*$"
)


def amount(case: Case) -> Indicated:
    """The indicator of an amount that is no count."""
    what = _amount(case)
    if what.code != "projects_planned_investment":
        return what
    of_projects = case.group(case.here) is not None and YEARS_DONE.search(case.left) is not None
    if of_projects or (SPENT.search(case.left) and not PLANNED.search(case.left)):
        return replace(what, code="fixed_asset_investment", rule="investment.done_of_plan")  # 年度要投12亿元,已投下2亿元
    return what


def _amount(case: Case) -> Indicated:  # noqa: PLR0911 - one a rule
    """The indicator of an amount that is no count, whatever has been done of it."""
    if case.unit == "A" and (land := _land_told(case) or made_by_area(case)) is not None:
        return land
    if case.unit == "M" and REGISTERED.search(case.left):
        return Indicated("other", "注册资本", (), "other.registered")
    by_verb = _area_by_verb(case)
    if by_verb is not None and not case.heads(case.window.low, case.quantity.start):
        return by_verb
    if case.unit == "M" and PER.search(case.left) and not case.heads(case.window.low, case.quantity.start):
        return Indicated("other", case.left[-12:], (), "other.density")
    if case.unit == "M" and case.quantity.start in case.cast.works and not case.heads(case.window.low, case.quantity.start):
        return Indicated("project_investment", case.left[-4:], (), "investment.of_work")  # 引进9.1亿元建设总部基地项目
    if (industrial := _industry_part(case)) is not None:
        return industrial
    if (part := part_told(case)) is not None or (part := _above_size(case)) is not None:
        return part
    head = _head(case)
    if head is not None:
        return _given(case, head) or noun(case, head)
    for rule in (
        _area_by_verb,
        _signed,
        _sector,
        _of_fund,
        bare,
        _traded,
        capacity,
        _throughput,
        _goods_worth,
        _as_before,
        _containers,
        _part_of_paragraph,
        _park_of_size,
        _own_noun,
        _noun_after,
        _as_in_paragraph,
        _bare_area,
    ):
        what = rule(case)
        if what is not None:
            return what
    text = case.left or case.text[case.quantity.end : case.window.high]
    return Indicated("other", text[-16:].strip(" 、的"), (), "other.amount")


def _above_size(case: Case) -> Indicated | None:
    """Of 工业总产值830亿元。其中,规上工业完成790亿元."""
    local = LOCAL_PART.fullmatch(case.left) if case.unit == "M" else None
    if local and any(d.what.code == "fiscal_revenue" for d in case.here[-3:]):
        return Indicated("general_public_budget_revenue", local[1], (), "amount.local_part")  # 财政总收入102亿元,其中地方级58亿元
    if case.unit != "M" or ABOVE_SIZE_PART.fullmatch(case.left) is None:
        return None
    before = [d for d in case.drafts[-4:] if d.sentence.paragraph == case.window.sentence.paragraph and d.measure == "level"]
    last = next((d.what for d in reversed(before) if d.what.code in WITH_ADS), None)
    return Indicated(WITH_ADS[last.code], last.text, (), "amount.above_size") if last else None


def _given(case: Case, head: Mark) -> Indicated | None:
    """Of 技术改造补助, 招商引资专项经费: money given for what the noun names."""
    given = GIVEN.search(case.left) if case.unit == "M" and head.end <= case.quantity.start else None
    if given is None or head.end > case.window.low + given.start():
        return None
    return Indicated("other", case.left[-12:], (), "other.given")


def _industry_part(case: Case) -> Indicated | None:
    """Of 固定资产投资839亿元,其中,工业完成461亿元."""
    last = case.here[-1] if case.here and case.unit == "M" else None
    spent = next((d for d in reversed(case.here) if d.measure == "level"), None) if last is not None else None
    if spent is None or spent.what.code != "fixed_asset_investment" or not INDUSTRY_SPENT.search(case.left):
        return None
    return Indicated("industrial_investment", "工业", (), "investment.industry_part")


def _head(case: Case) -> Mark | None:
    """The noun of an amount: in its own words, right behind it, in the clause before, or before the count that it touches."""
    quantity, window = case.quantity, case.window
    heads = case.heads(window.low, quantity.start)
    if heads:
        area = heads[-1].word.endswith(("面积", "规模")) and len(heads) > 1 and heads[-2].end == heads[-1].start
        return heads[-2] if area else heads[-1]
    right = _right(case)
    if right and (case.unit != "M" or case.text[quantity.end : right[0].start] in ("", "的")):
        return right[0]
    if right and OWN_NOUN_BEHIND.fullmatch(case.text, quantity.end, right[-1].start) and ENDS.match(case.text, right[-1].end):
        return right[-1]  # 创造了86亿元的规上工业税收
    back = case.heads(window.floor, window.low)
    beside = case.here and case.text[case.here[-1].quantity.end : quantity.start] in ("", "、", ",")
    if not back and beside and (quantity.start == case.here[-1].quantity.end or case.here[-1].quantity.unit[-1:] in "宗块"):
        back = case.heads(window.clause, case.here[-1].quantity.start)  # 标准地85宗3270亩, 已供地14宗、960亩
    return back[-1] if back else None


def shared(case: Case) -> list[Indicated] | None:
    """Of 工业总产值、营业收入均突破2000亿元: each noun that an amount is said of; None where it is of one."""
    heads = case.heads(case.window.floor, case.quantity.start)
    if len(heads) < 2 or not case.document.between("link", heads[-1].end, case.quantity.start):
        return None
    if all(m.value != "each" for m in case.document.between("link", heads[-1].end, case.quantity.start)):
        return None
    group = coordinated(case.document, heads, case.window.floor)
    return [noun(case, head) for head in group] if len(group) > 1 else None


def _right(case: Case) -> list[Mark]:
    return case.heads(case.quantity.end, min(case.window.high, case.quantity.end + 24))


def _area_by_verb(case: Case) -> Indicated | None:
    """Of 规划26平方公里, 已开发15平方公里."""
    match = AREA_VERB.search(case.left) if case.unit == "A" else None
    floors = FLOOR_VERB.search(case.left) if case.unit == "A" and case.quantity.unit.endswith(("平方米", "平米", "方")) else None
    if floors is not None:
        return Indicated("area_built", floors[1], (floors[1],) if floors[1].endswith("期") else (), "area.floors")
    if match is None:
        return None
    return Indicated("area_planned" if match[1] == "规划" else "area_built", match[1], (), "area.by_verb")


def _signed(case: Case) -> Indicated | None:
    """Of 现场签约163亿元, 揽金48亿元: money without a noun that is signed."""
    match = SIGNED_FOR.search(case.left) if case.unit == "M" else None
    return Indicated("projects_signed_investment", match[1], (), "investment.by_verb") if match else None


def _sector(case: Case) -> Indicated | None:
    """Of 其中第一产业29亿元、第二产业74亿元、第三产业72亿元, after the GDP that they are parts of."""
    match = SECTOR_BARE.search(case.left) if case.unit == "M" else None
    told = any(d.what.code in ("gdp", "service_value_added") for d in case.drafts[-4:])
    if match is None or not (told or re.search("第[一二]产业", case.text[case.window.sentence.start : case.quantity.start])):
        return None
    return Indicated("service_value_added", match[1], (), "sector.services")


def _of_fund(case: Case) -> Indicated | None:
    """Of a fund that 已投项目19个、金额11.2亿元."""
    said = case.text[case.window.sentence.start : case.quantity.start] if case.unit == "M" else ""
    invested = FUND_INVESTED.search(said)
    return Indicated("fund_investment", invested[0][-8:], (), "fund.invested") if invested else None


def _traded(case: Case) -> Indicated | None:
    """Of 笔记本电脑出口557万台,价值19亿美元: what the amount just counted is worth."""
    last = next((d for d in reversed(case.here) if d.measure != "growth"), None) if case.unit == "M" else None
    if last is None or not WORTH.fullmatch(case.text, case.here[-1].quantity.end, case.quantity.start):
        return None
    start = case.document.clause_start(last.quantity.start)
    trade = [
        h for h in case.document.between("head", start, last.quantity.start) if h.value in ("exports", "imports", "trade_total")
    ]
    return Indicated(trade[-1].value, trade[-1].word, (), "trade.worth") if trade else None


def _as_before(case: Case) -> Indicated | None:
    """Of the same as the last amount of this dimension, unless a noun of its own says otherwise."""
    last = next((d for d in reversed(case.here) if case.unit in dimension(d.what.code)), None)
    if last is None or GRANTS.search(
        case.text, max(case.window.low, case.quantity.start - 8), min(case.quantity.end + 6, case.window.high)
    ):
        return None
    if not case.is_part and AMOUNT_NOUN.search(case.own_noun):
        return None
    floors = case.unit == "A" and not case.quantity.unit.endswith(("公里", "亩", "公顷"))
    if floors and last.quantity.unit.endswith("公里"):
        return None  # 5平方公里围网内建有保税仓38万平方米
    if (what := _part_beside(case, last)) is not None:
        return what
    whole = next((d for d in case.here if d.what.code == last.what.code), last) if case.own_noun else last
    beside = whole.what.scope[-1:] and case.own_noun.endswith(whole.what.scope[-1][-2:])  # 工业项目38亿元;服务业项目26亿元
    part = case.own_noun and (whole.what.rule in PARTS or beside)
    what = replace(whole.what, scope=whole.what.scope[:-1]) if part else whole.what
    return what.with_scope(case.own_noun)


def _part_beside(case: Case, last: Draft) -> Indicated | None:
    """Of an amount whose own words name a part that has a code of its own, beside the part before it."""
    cluster = CLUSTER_AFTER.match(case.text, case.quantity.end) if last.what.code == "cluster_output" else None
    if cluster:
        return Indicated("cluster_output", last.what.text, (cluster[1],), "output.of_cluster")
    if last.what.code in ("projects_planned_investment", "projects_total_investment") and DONE.search(case.left):
        return Indicated("fixed_asset_investment", last.what.text, last.what.scope, "investment.done_of_plan")
    part = INVESTED_PART.search(case.left) if last.what.code == "industrial_investment" else None
    if part is not None:  # 其中工业固投21亿元、基础设施3亿元
        return Indicated("fixed_asset_investment", part[1], (part[1],), "investment.beside_industry")
    industry = PART_INDUSTRY.search(case.left) if last.what.code in OUTPUTS else None
    if industry and not NO_INDUSTRY.search(industry[1]):
        return Indicated("cluster_output", industry[1] + "产值", (industry[1],), "output.part")
    return None


def _throughput(case: Case) -> Indicated | None:
    """Of 吞吐量达5.2万标准箱、散货86万吨: the weight beside the containers."""
    last = case.here[-1] if case.here and case.unit in "TU" else None
    codes = {"T": "cargo_throughput", "U": "container_throughput"}
    kin = last is not None and last.what.code in codes.values() and unit_class(last.quantity) != case.unit
    return Indicated(codes[case.unit], case.left[-8:], (), "throughput.beside") if kin else None


def _goods_worth(case: Case) -> Indicated | None:
    """Of 进出口货运量412万吨,货值286亿元: what the goods of the sentence are worth."""
    worth = case.unit == "M" and GOODS_WORTH.search(case.left)
    said = TRADED_SO.findall(case.text, case.window.sentence.start, case.quantity.start) if worth else []
    return Indicated(WAYS_OF_GOODS[said[-1]], "货值", (), "trade.goods_worth") if said else None


def _containers(case: Case) -> Indicated | None:
    """Of 海铁联运12.6万标箱: nothing but containers is counted in them."""
    return Indicated("container_throughput", case.left[-12:], (), "containers.bare") if case.unit == "U" else None


def _part_of_paragraph(case: Case) -> Indicated | None:
    """Of a sentence that tells apart what the one before told: 货物吞吐量2.4亿吨。其中沿海港口完成1.7亿吨."""
    apart = case.window.clause > case.window.sentence.start and LOOKED_AT.match(case.text, case.window.sentence.start)
    opens = case.is_part and case.window.low == case.window.sentence.start
    if case.here or not (apart or opens) or not case.drafts:
        return None
    last = next((d for d in reversed(case.drafts[-4:]) if d.measure == "level"), case.drafts[-1])
    kin = last.sentence.paragraph == case.window.sentence.paragraph and case.unit in dimension(last.what.code)
    if not kin or AMOUNT_NOUN.search(case.own_noun):
        return None
    return last.what.with_scope(case.own_noun)


def _own_noun(case: Case) -> Indicated | None:
    industry = PART_INDUSTRY.search(case.left) if case.unit == "M" and case.own_noun else None
    if industry is not None and not NO_INDUSTRY.search(industry[1]):
        return Indicated("cluster_output", industry[1], (bare_industry(industry[1]),), "output.of_industry")  # 汽车产业突破4700亿
    if case.unit == "A" and FLOORS.search(case.left) and not case.quantity.unit.endswith(("公里", "亩", "公顷")):
        return Indicated("area_built", case.own_noun, (case.own_noun,), "area.of_floors")  # 查验场地4.6万平方米
    return Indicated("other", case.own_noun, (), "other.own_noun") if case.own_noun else None


def _noun_after(case: Case) -> Indicated | None:
    right = _right(case)
    return noun(case, right[0]) if right else None


def _as_in_paragraph(case: Case) -> Indicated | None:
    if case.unit != "M" or not case.drafts or case.drafts[-1].sentence.paragraph != case.window.sentence.paragraph:
        return None
    last = next((d for d in reversed(case.drafts[-4:]) if unit_class(d.quantity) == case.unit), None)
    return last.what if last is not None and (case.is_part or not case.own_noun) else None


def _land_told(case: Case) -> Indicated | None:
    """Of 在57平方公里的土地上, 腾出640亩地."""
    freed = FREED.search(case.left) if case.quantity.unit.endswith(("亩", "公顷")) else None
    if freed is not None:
        return Indicated("land_released", freed[1], (), "area.freed_by_verb")
    return Indicated("area_total", "土地", (), "area.land") if LAND_TOLD.match(case.text, case.quantity.end) else None


def _park_of_size(case: Case) -> Indicated | None:
    """Of 2000亩的鞋服产业园."""
    told = case.unit == "A" and PARK_OF_SIZE.match(case.text, case.quantity.end)
    return Indicated("area_total", case.text[case.quantity.end : told.end()], (), "area.of_park") if told else None


def _bare_area(case: Case) -> Indicated | None:
    """Of 152平方公里的滨江新城."""
    if case.unit != "A" or not case.quantity.unit.endswith(("公里", "里")):
        return None
    return Indicated("area_total", case.text[case.quantity.end : case.window.high][:12], (), "area.bare")


def dimension(code: str) -> str:
    """Letters of the dimensions that an indicator's amounts have; none for ``other``."""
    return "" if code == "other" else DIMENSIONS[load_indicators()[code].dimension]
