"""The indicator that the noun of an amount stands for, by the words before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from transforms.observe import amounts
from transforms.observe.capital import capital, foreign
from transforms.observe.case import Case
from transforms.observe.investments import in_project, investment, total_investment
from transforms.observe.lexicon import Mark
from transforms.observe.model import Indicated
from transforms.observe.phrases import modifiers

EVERYBODY = {"人口", "总人口", "人口总数", "总人数", "年末常住人口", "常驻人口", "常住总人口", "人口规模", "居民", "辖区人口"}
BY_PLAN = re.compile(r"(?:按照|根据|按)[^,;。]{0,8}规划,[^,;。]{0,12}$")
PLANNED = re.compile(r"规划(?!局|展览)")
AREA_ITSELF = re.compile(r"^建成|建筑总?面积|建筑$|开发面积|开发利用")
LAND_VERB = re.compile(r"^(?:盘活|处置|腾退|整理|出让|收储|供应|清理|消化|收回|报批|获批|储备|平整|腾出|新增)")
ABOVE_SIZE = re.compile(r"(?:规上|规模以上|规模)工业|限上")
USES_LAND = re.compile(r"(?:^|[,;、。总共净]|项目|需)用地$")
YET_TO_BE = re.compile(r"年产值|年总产值|可|预计|将|达产|投产|新增|企业|公司|项目")
PLANNED_OUTPUT = re.compile(r"项目|达产|投产|设计|建成|预计|可|生产线|扩建|新建")
# The trade in 石油装备企业; what else enterprises are told apart by is none.
TRADE = re.compile(
    r"(?!规上|规模|投产|入驻|注册|工业|新|在|入园|签约|纳税|小微|中小|民营|外资|重点|龙头|骨干)"
    r"([\u4e00-\u9fffA-Za-z]{2,8}?)(?:产业|制造业)?(?:规上)?企业"
)
NEAR = 40  # characters from a count of enterprises to their output
CUT_TRADE = re.compile(r"(?:^|[,;:、。年月])(?:其中,?)?([\u4e00-\u9fff]{2,10}(?:加|化学|军))$")  # 农产品加|工业产值
# 光电产业的46家规上企业实现产值
FIRMS_OF_INDUSTRY = re.compile(
    r"(?:^|[,;:。])([\u4e00-\u9fffA-Za-z]{2,14}?(?:产业|集群|制造业))的?\d+[家户][^,;。\d]{0,8}?企业(?:累计|合计|共)?(?:实现|完成|创造)?$"
)
CUT_BACK = re.compile(r"压减|淘汰|退出|化解|削减|关停|置换")
LED_BY_FIRMS = re.compile(
    r"为(?:代表|龙头|核心|主导|主体|依托)的([\u4e00-\u9fffA-Za-z]{2,14}?(?:产业|制造业|产业集群|产业链|集群))(?:累计|合计|共)?(?:实现|完成|创造)?$"
)
BUILDINGS = re.compile(r"厂房|楼|仓库|公寓|用房|载体")
# 规上工业企业运行平稳,累计实现工业总产值37亿元
ADS_BEFORE = re.compile(r"(?:规上|规模以上|规模)工业(?:企业)?[^,;。\d]{2,16},(?:累计|共|合计|全年)*(?:实现|完成)$")
DEVELOPED = re.compile(r"(?:已|累计|实际|滚动|完成)(?:经|累计)?(?:开发|建成|利用)(?:利用|建设)?(?:的)?(?:土地)?$")
FREED = re.compile(r"(?:盘活|处置|腾退|腾出|收储|消化|清理|收回|整治|整理)(?:了|各类)?([^,;。\d]{0,10})$")  # 处置批而未供|用地
FARMED = re.compile(
    r"(?:农业|林业|种植|养殖|栽培|播种|灌溉|造林|[果茶桑竹菜药棉粮][园树]?|水稻|小麦|玉米|蔬菜|药材|苗木|牧草|(?<!产业)基地)$"
)
# A trade of the services that the text has told the revenue of: 教育实现营业收入.
SERVICE_TRADE = re.compile(r"(?:^|[,;:。年月])([\u4e00-\u9fff、]{3,24}业)(?:累计|合计|共)?(?:实现|完成)?$")
PULLED_DOWN = re.compile(r"拆除|拆掉|拆了|拆迁|拆违|征迁|征收")
PER = re.compile(r"每平方公里|单平米|每平方?米|单位面积|每公顷|每亩|亩均|地均|户均|人均|平均(?:每|投资)|投资强度|均投资")
# 基金总规模70亿元,首期规模40亿元
OF_THE_FUND = re.compile(r"基金[^。;]*(?:,[首一二]期|,(?:总|目标)?|(?:形成|管理|认缴|资产|合计))$")
FUND_SPENDS = re.compile(
    r"(?:群|集群)?[,]?(?:目前|至今|先后|今年|去年|上半年)?(?:已经|已|累计|共|实际|对外|直接|新增)*(?:完成|实现)?(?:投出|投了|投放|投向[^,;。\d]{0,8}|投资|投入|注资|拨付|出手|下投|直投)"
    r"(?:项目|企业|资金|金额|总额)?了?(?:达到?|超过?|突破|约|近|共)*"
)
OF_A_FUND = re.compile(r"的[^,;。]{0,12}基金")
CLUSTER_AFTER = re.compile(r"的?([^,;。、\d]{2,24}?(?:产业集群|产业链|集群|产业))(?![^,;。、]{0,4}(?:园|基地|集群))")
SORTS_OF_INVESTMENT = {"基础设施": "基础设施", "基建": "基础设施", "基础建设": "基础设施", "房地产": "房地产", "民间": "民间投资"}
SORT_OF_INVESTMENT = re.compile("|".join(SORTS_OF_INVESTMENT))
# Whose taxes, trade or staff a figure is of: 规上工业企业实现入库税收, 民营企业进出口, 以加工贸易方式进出口.
FIRMS_SCOPE = {"tax_revenue", "trade_total", "exports", "imports", "rd_expense", "electricity_consumption"}
FIRMS = re.compile(
    r"((?:规上|规模以上|规模|限上|外商投资|外资|民营|国有|内资|港澳台|高新技术|龙头|骨干|中小微?|“?四上”?)[\u4e00-\u9fff]{0,4}企业)"
    r"(?:累计|共|合计|总计|今年|全年|上半年)*(?:实现|完成|缴纳|上缴|创造)?的?$"
)
TRADE_BY = re.compile(r"以?((?:加工|一般|保税|边境小额|转口|服务)(?:贸易|物流)|跨境电商)(?:方式)?(?:实现|完成)?$")
ADS_ENTERPRISES = re.compile(r"(?:规上|规模以上|规模)(?:工业(?:企业)?|企业)")
THEY_MAKE = re.compile(r"(?:累计|合计|共|共计|总计)*(?:实现|完成)")  # 规上企业634家,累计实现工业增加值36亿元
NAMED_INDUSTRY = re.compile(
    r"(?:石化|化工|纺织|电子|信息|医药|装备|制造|汽车|建材|冶金|食品|能源|材料|轻工|机械|石油|钢铁|煤化|陶瓷|光电|生物|环保|家具|服装|五金|造纸|制药)"
    r"[\u4e00-\u9fff]{0,4}$"
)


def noun(case: Case, head: Mark) -> Indicated:
    """The indicator that a noun stands for, by the words before it."""
    text, window = case.text, case.window
    start = case.phrase_start(head.start) if head.start >= window.low else window.floor
    if head.start >= case.quantity.end:
        start = case.quantity.end
    before = text[max(start, head.start - 40) : head.start]
    said = (max(window.clause, head.start - 16), max(head.end, case.quantity.start))
    if case.unit == "M" and (PER.search(text, *said) or "/" in case.quantity.unit):
        return Indicated("other", text[max(window.clause, head.start - 8) : head.end], (), "other.density")
    if case.unit == "A" and head.value != "land_released" and PULLED_DOWN.search(text, window.low, head.start):
        return Indicated("other", text[window.low : head.end][-16:], (), "other.pulled_down")
    special = NOUNS.get(head.value)
    what = special(case, head, before) if special else None
    if what is not None:
        return what
    if head.value.startswith("@"):
        what = amounts.plain(head, before, _said(case, head).rpartition(";")[2][-40:], _of_enterprise(case, head))
    else:
        what = Indicated(head.value, modifiers(before) + head.word, _scope(head, before), "head")
    return _of_industry(case, _above_size(case, what), before)


# Bare 增加值 and 产值 of a text that has said 规上工业增加值 and 规上工业产值 are of enterprises above size.
BARE = {
    "value_added.industry": ("industrial_value_added_ads", "industrial_value_added"),
    "output.all": ("industrial_output_ads", "industrial_output"),
}


def _above_size(case: Case, what: Indicated) -> Indicated:
    """Of 增加值 alone, where the text speaks of 规上工业增加值 and of no other."""
    above, plain = BARE.get(what.rule, ("", ""))
    kin = {"output.all": ("产值", "industrial_value_added_ads"), "value_added.industry": ("增加值", "industrial_output_ads")}
    word, code = kin.get(what.rule, ("", ""))
    bare = word == what.text and any(d.what.code == code and d.subject.kind != "enterprise" for d in case.here[-4:])
    if bare and not YET_TO_BE.search(case.left):
        return replace(what, code=above, rule=f"{what.rule}.above_size")
    if not above or not case.document.says(above) or case.document.says(plain) or YET_TO_BE.search(case.left):
        return what
    named = case.cast.between(case.window.sentence.start, case.quantity.start) if what.rule == "output.all" else []
    if any(not m.back for m in named):
        return what
    return replace(what, code=above, rule=f"{what.rule}.above_size")


def _of_industry(case: Case, what: Indicated, before: str) -> Indicated:
    """Of 装备制造业增加值, 高新技术产业完成投资: an industry narrows what has no scope yet."""
    if what.scope or what.code not in OF_INDUSTRIES or case.unit not in "MPSR":
        return what
    match = INDUSTRY_BEFORE.search(before)
    if match is None or NO_INDUSTRY.search(match[1]):
        return what
    ads = what.code == "industrial_value_added_ads" and not (ABOVE_SIZE.search(before) or what.rule.endswith("above_size"))
    code = "industrial_value_added" if ads else what.code
    return replace(what, code=code, scope=(match[1].strip("“”"),))


def _said(case: Case, head: Mark) -> str:
    return case.text[case.window.sentence.start : head.start]


def _of_enterprise(case: Case, head: Mark) -> bool:
    return any(m.kind == "enterprise" for m in case.cast.between(case.window.low, head.start))


def _scope(head: Mark, before: str) -> tuple[str, ...]:  # noqa: PLR0911 - one a noun
    """What narrows an amount whose noun has a code of its own."""
    if head.value == "area_total":
        return (head.word,) if head.word in ("围网面积", "核心区") else ()
    if head.value == "population":
        return () if head.word in EVERYBODY else (head.word,)
    if head.value == "area_built":
        return () if AREA_ITSELF.search(head.word) else (modifiers(before) + head.word,)
    if head.value == "land_released":
        return (LAND_VERB.sub("", head.word).replace("批而未供土地", "批而未供").replace("“", "").replace("”", ""),)
    if head.value in ("domestic_capital_utilized", "tax_revenue"):
        match = re.search(r"(?:非)?工业(?:项目|企业)$", before)
        return (match[0],) if match else ()
    if head.value == "fixed_asset_investment":
        sort = SORT_OF_INVESTMENT.search(head.word)
        return (SORTS_OF_INVESTMENT[sort[0]],) if sort else ()
    if head.value in FIRMS_SCOPE and (firms := FIRMS.search(before)):
        return (firms[1],)
    if head.value in FIRMS_SCOPE and (way := TRADE_BY.search(before)):
        return (way[1],)
    if head.value == "electricity_consumption":
        return ("规上工业",) if ABOVE_SIZE.match(head.word) else ()
    if head.value in ("operating_revenue", "invoiced_sales", "enterprise_profit", "exports"):
        sort = ABOVE_SIZE.search(before + head.word)
        return (sort[0],) if sort else ()
    return ()


def _scale(case: Case, head: Mark, before: str) -> Indicated:
    """Of 规模: an industry's output, or a fund's size."""
    said = _said(case, head)
    if "基金" in said[-12:] or OF_THE_FUND.search(said) or OF_A_FUND.match(case.text, case.quantity.end):
        return Indicated("fund_size", head.word, (), "scale.fund")
    topic = amounts.industry_topic(said[-30:], said)
    if topic:
        return Indicated("cluster_output", topic + head.word, (topic,), "scale.industry")
    return Indicated("other", modifiers(before) + head.word, (), "scale.other")


def _of_group(case: Case, head: Mark) -> Indicated | None:
    """签约金额 and 年度计划投资 of the projects that the sentence has counted: narrowed as they are."""
    group = case.group(case.here)
    if group is not None and case.text.startswith("其中", case.document.clause_start(group.quantity.start)):
        group = next((d for d in case.here if d.what.code == group.what.code), group)
    return Indicated(head.value, head.word, group.what.scope, "head.of_group") if group is not None else None


def _area(case: Case, head: Mark, _: str) -> Indicated | None:
    """Of 按照规划,园区总面积为79平方公里."""
    if DEVELOPED.search(case.text, max(case.window.low, head.start - 10), head.start):
        return Indicated("area_built", head.word, (), "area.developed")
    farmed = FARMED.search(case.text, max(case.window.low, head.start - 8), head.start)
    if farmed and head.word == "面积" and "亩" in case.quantity.unit:
        return Indicated("other", case.text[case.window.low : head.end][-12:], (), "area.farmed")
    last = case.here[-1] if case.here and head.word == "面积" else None
    if last is not None and BUILDINGS.search(last.what.text + "".join(last.what.scope)) and last.quantity.unit[-1:] in "栋幢座":
        return Indicated("area_built", head.word, (), "area.of_buildings")  # 建成标准厂房6栋,面积1.2万平方米
    said = case.text[case.window.clause : head.start][-8:] + ("规划" if BY_PLAN.search(_said(case, head)) else "")
    if PLANNED.search(said):
        return Indicated("area_planned", head.word, (), "area.planned")
    housed = (
        bool(case.here)
        and case.here[-1].what.code == "innovation_platforms"
        and case.quantity.unit.endswith(("平方米", "平米", "方"))
    )
    return Indicated("area_built", head.word, case.here[-1].what.scope, "area.of_platforms") if housed else None


def _floor_space(case: Case, head: Mark, before: str) -> Indicated | None:
    """Of 新增孵化载体100万方."""
    name = modifiers(before) + head.word
    return Indicated("area_built", name, (name,), "area.of_platform") if case.unit == "A" else None


def _revenue(case: Case, head: Mark, before: str) -> Indicated | None:
    """Of 规上新兴服务业营收, and of an industry's 营业收入 and 开票销售."""
    if head.value == "operating_revenue" and amounts.SERVICES.search(before):
        return Indicated("service_revenue_ads", modifiers(before) + head.word, (), "revenue.services")
    trade = SERVICE_TRADE.search(before) if head.value == "operating_revenue" else None
    if trade and any(d.what.code == "service_revenue_ads" for d in case.drafts[-8:]):
        return Indicated("service_revenue_ads", trade[1] + head.word, (trade[1],), "revenue.of_services")
    said = _said(case, head).rpartition(";")[2]
    topic = "" if _of_enterprise(case, head) else amounts.industry_topic(before, said)
    return Indicated(head.value, topic + head.word, (topic,), "revenue.of_industry") if topic else None


def _output(case: Case, head: Mark, before: str) -> Indicated | None:
    """Of an industry's or a cluster's 产值, named before or after it."""
    if before.strip(",、") in ("", "实现", "完成", "全年实现", "全年完成") and _of_hightech(case):
        return Indicated("hightech_industry_output", head.word, (), "output.of_hightech")
    whole = before + "产业" if head.word.startswith("产业") else before  # 生物医药及大健康产业规模
    led = LED_BY_FIRMS.search(case.text, case.window.sentence.start, head.start)
    if led is not None:  # 以甲公司为代表的先进装备制造业实现产值
        return Indicated("cluster_output", led[1] + head.word, (led[1],), "output.led_by_firms")
    if not _of_enterprise(case, head) and (topic := amounts.industry_topic(whole, _said(case, head))):
        return Indicated("cluster_output", topic + head.word, (topic,), "output.topic")
    if firms := FIRMS_OF_INDUSTRY.search(case.text, case.window.sentence.start, head.start):
        return Indicated("cluster_output", firms[1] + head.word, (firms[1],), "output.of_its_firms")
    if not before.strip(",、") and (trade := _trade_counted(case)):
        return Indicated("cluster_output", trade + head.word, (trade,), "output.of_counted")
    cluster = CLUSTER_AFTER.match(case.text, case.quantity.end) if head.start < case.quantity.start else None
    return Indicated("cluster_output", head.word, (cluster[1],), "output.of_cluster") if cluster else None


def _of_paragraph(case: Case, head: Mark, before: str) -> Indicated | None:
    """Of bare 产值 where the paragraph has told that of the emerging or high-tech industries alone: 当月产值16.6亿元."""
    bare = before.strip(",、当单") in ("", "实现", "完成", "月")
    if head.word not in ("产值", "月产值") or not bare or _of_enterprise(case, head):
        return None
    paragraph = case.window.sentence.paragraph
    told = {d.what.code for d in case.drafts[-8:] if d.sentence.paragraph == paragraph and d.what.code.endswith("_output")}
    code = next(iter(told)) if len(told) == 1 else ""
    return Indicated(code, head.word, (), "output.of_paragraph") if code.startswith(("emerging_", "hightech_")) else None


def _of_hightech(case: Case) -> bool:
    """Whether the sentence has just counted high-tech enterprises: 高新技术企业4.4万家,…;全年实现产值7.8万亿元."""
    last = next(case.counts(case.here), None)
    return last is not None and last.what.code == "enterprises_hightech"


def _output_of_trade(case: Case, head: Mark, before: str) -> Indicated | None:
    """Of 新材料产业实现规上产值, 三大主导产业完成工业总产值: an industry's output, above size or not."""
    whole = _of_enterprise(case, head) or before.endswith("的")  # 6条重点产业链的规上工业总产值
    topic = "" if whole else amounts.industry_topic(before, _said(case, head).rpartition(";")[2])
    return Indicated("cluster_output", topic + head.word, (topic,), "output.topic") if topic else None


def _trade_counted(case: Case) -> str:
    """The trade of the enterprises that the sentence has just counted: 电子信息企业126家,…产业规模突破300亿元."""
    last = next(case.counts(case.here), None)
    if (
        last is None
        or last.what.code not in ("enterprises_total", "enterprises_ads_industrial")
        or case.quantity.start - last.quantity.end > NEAR
    ):
        return ""
    match = TRADE.fullmatch(last.what.scope[0] if last.what.scope else last.what.text)
    return match[1] if match else ""


def _industrial(case: Case, head: Mark, before: str) -> Indicated:
    """工业总产值, 工业增加值: of enterprises above size where the clause counts those, of one industry where it names one."""
    clause = case.text[case.window.clause : head.start]
    sort = modifiers(clause)
    chain = (
        bool(case.here)
        and case.here[-1].what.code.startswith("industrial_")
        and ADS_ENTERPRISES.search(_said(case, head).rpartition(";")[2]) is not None
        and not clause
    )
    follows = bool(case.here) and case.here[-1].what.code.endswith(("_ads", "_ads_industrial"))
    goes_on = chain or (follows and THEY_MAKE.match(clause) is not None)
    goes_on = goes_on or (not case.here and ADS_BEFORE.search(_said(case, head)) is not None)
    part = case.is_part and any(d.what.code == f"{head.value}_ads" for d in case.here[-3:])  # 其中园区企业完成工业总产值
    if part or (not _of_enterprise(case, head) and (goes_on or ADS_ENTERPRISES.search(clause))):
        return Indicated(f"{head.value}_ads", head.word, (), "industrial.ads")
    if head.value == "industrial_output" and (trade := CUT_TRADE.search(before)):
        return Indicated("cluster_output", trade[1] + head.word, (trade[1] + "工业",), "industrial.cut")
    if head.value == "industrial_output" and (what := _output_of_trade(case, head, before)):
        return what
    if head.value == "industrial_output" and NAMED_INDUSTRY.search(sort):
        return Indicated("cluster_output", sort + head.word, (sort,), "industrial.cluster")
    return Indicated(head.value, sort + head.word, (), "head")


def _cut_back(case: Case, head: Mark, _: str) -> Indicated | None:
    """Of 压减粗钢产能560万吨: what is given up is no project's."""
    cut = CUT_BACK.search(case.text, case.window.clause, head.start) if head.end <= case.quantity.start else None
    return Indicated("other", case.left[-12:], (), "other.cut_back") if cut else None


def _capacity(case: Case, head: Mark, _: str) -> Indicated:
    """Of 年产: its product stands before the number or behind it."""
    text, quantity = case.text, case.quantity
    if head.start < quantity.start:
        product = re.sub(r"(?:可达|达到?|约|近|超过?|为|可|有)*$", "", text[head.end : quantity.start]).strip("各类种 ")
        if not product:
            stop = re.search(
                r"[,;。、:]|的产能|的(?:生产|加工|处理)?能力|的规模|扩建|项目|生产线",
                text[quantity.end : quantity.end + 30] + "。",
            )
            product = text[quantity.end : quantity.end + (stop.start() if stop else 0)].strip("的 ")
    else:
        product = text[quantity.end : head.start].strip("的 ")
    made = head.word in ("产量", "年产量", "发电量", "年发电量") and head.start < quantity.start
    if made and not PLANNED_OUTPUT.search(text, case.window.sentence.start, head.start):
        name = modifiers(case.text[case.phrase_start(head.start) : head.start])
        made_of = name.removesuffix("总")
        return Indicated("other", name + head.word, (made_of,) if made_of else (), "output.made")
    scope = ("月产",) if head.word == "月产" else ()
    return Indicated("project_capacity", head.word + product, (*scope, product) if product else scope, "capacity")


def _land(case: Case, head: Mark, _: str) -> Indicated | None:
    """Of 用全省1%的土地, 用地300亩."""
    if case.unit == "A" and head.end <= case.quantity.start and USES_LAND.search(case.text, head.start - 3, head.end):
        return Indicated("area_total", head.word, (), "area.used")
    freed = FREED.search(case.text, max(case.window.low, head.start - 16), head.start) if case.unit == "A" else None
    if freed is not None:
        return Indicated("land_released", freed[0] + head.word, (freed[1] + head.word,), "area.freed")
    return Indicated("area_total", head.word, (), "area.share_of_land") if case.unit == "P" else None


def _fund(case: Case, head: Mark, _: str) -> Indicated | None:
    """Of a fund that 已投出19亿元: what it has spent, where the verb stands between it and the number."""
    spent = FUND_SPENDS.fullmatch(case.text, head.end, case.quantity.start) if head.end <= case.quantity.start else None
    return Indicated("fund_investment", head.word, (), "fund.spent") if spent else None


# What an industry can have, and the industry at the end of the words before it.
OF_INDUSTRIES = {
    "industrial_value_added", "industrial_value_added_ads", "operating_revenue", "industrial_investment",
    "fixed_asset_investment", "enterprise_profit", "exports", "trade_total", "electricity_consumption",
}  # fmt: skip
INDUSTRY_BEFORE = re.compile(
    r"(?:^|[,;:、。“年月]|其中|实现|完成|[度中大的])((?:[一二三四五六七八九十\d]+大)?[\u4e00-\u9fffA-Za-z]{2,12}?(?:产业|制造业|行业|服务业|领域|板块|[轻重]工业))[”]?"
    r"(?:合计|累计|上半年|全年|当年|企业)?(?:实现|完成|的)?$"
)
NO_INDUSTRY = re.compile(
    r"^(?:全部|规上|规模以上|各|主要|其他|第[一二三]|全区|全市)*(?:工业|产业|服务业|行业)$|规上|规模以上|一二三|三次"
)


# The nouns that more than the words before them decide; a rule that gives None leaves it to the rest.
NOUNS: dict[str, Callable[[Case, Mark, str], Indicated | None]] = {
    "@total_investment": lambda case, head, _: total_investment(case, head),
    "@investment": investment,
    "industrial_investment": lambda case, head, _: in_project(case, head),
    "@capacity": _capacity,
    "project_capacity": _cut_back,
    "@scale": _scale,
    "@arrived": lambda case, head, _: amounts.arrived(_said(case, head), case.quantity.unit_measure),
    "@output": lambda case, head, before: _of_paragraph(case, head, before) or _output(case, head, before),
    "area_total": _area,
    "@area_word": _land,
    "fund_size": _fund,
    "@fund": _fund,
    "innovation_platforms": _floor_space,
    "operating_revenue": _revenue,
    "invoiced_sales": _revenue,
    "domestic_capital_utilized": capital,
    "fdi_utilized": foreign,
    "projects_signed_investment": lambda case, head, _: in_project(case, head) or _of_group(case, head),
    "projects_planned_investment": lambda case, head, _: _of_group(case, head),
    "industrial_output": _industrial,
    "industrial_output_ads": _output_of_trade,
    "industrial_value_added": _industrial,
}
