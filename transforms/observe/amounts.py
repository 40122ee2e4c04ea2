"""Which indicator an amount of money is, where its noun alone (产值, 收入, 投资) does not settle it."""

from __future__ import annotations

import re

from transforms.observe.lexicon import Mark
from transforms.observe.model import Indicated
from transforms.observe.phrases import modifiers
from transforms.observe.sorts import is_compound, is_trade, trade_of_firms

# An industry as the topic of an output: at the end of the phrase before it, or opening the sentence.
INDUSTRY_NAME = (
    r"[\u4e00-\u9fffA-Za-z0-9“”]{1,14}?(?:产业集群|产业链|集群|产业|制造业|行业|制造|终端|领域|"
    r"(?:加工|冶金|化工|电力|采矿|采选|开采|建材|轻工|种植|养殖|纺织|食品|材料|能源|装备|冶炼|酿造|制品|陶瓷|造纸|制药|医药)业)"
)
TOPIC_BEFORE = re.compile(
    rf"(?:^|[,;:。年月度中了]|其中|今年|去年|同期)(?:全区|全市|全县|园区|我区|我市|[\u4e00-\u9fff]{{2,8}}区)?((?:[\u4e00-\u9fffA-Za-z]{{2,12}}、)*{INDUSTRY_NAME})"
    r"(?:合计|累计|今年|去年|上半年|前\S{1,4}月|预计|第?[一二三四1-4]季度|前[\u4e00-\u9fff\d]{1,3}季度|可|共|总|年|全年|\d{4}年|\d+[-—至]\d+月份?)*(?:的)?(?:实现|完成|达到|创造|形成)?(?:了)?$"
)
TOPIC_OPENS = re.compile(
    rf"^({INDUSTRY_NAME})(?:是|成为|作为|依旧|仍|加速|快速|发展|持续|已|,|今年|去年|预计|上半年|企业|特色|表现|增势)"
)
NO_TOPIC = re.compile(
    r"(?:高新?技术|新兴|服务|消费|制造|工业|重点)领域$|高新技术产业$|战略性?新兴[\u4e00-\u9fff]{0,3}业$|新兴产业$|高技术产业$|^(?:全部|规上|规模以上|各|主要|其他|第[一二三])?产业$|^(?:规上)?工业|第[一二三]产业$|^(?:主导|支柱|特色|重点|优势)产业$|^制造业$|^[轻重]工业$"
)
# An industry said to do well opens the clause before: 其中,食品产业增长最快,完成产值18亿元.
TOPIC_DOES_WELL = re.compile(
    rf"(?:^|[;:])(?:其中[,:]?|[^,;。:]{{0,8}}的)?({INDUSTRY_NAME})(?:稳中|保持|增长|增速|增势|发展|表现|势头|一枝独秀|最|稳|拉动|快|持续|较)[^,;。\d]{{0,12}},"
    r"(?:共|累计|今年|上半年|全年|[一前]季度|(?:\d+[-—至])?\d+(?:月份?)?)*,?(?:实现|完成)?$"
)
TRADE_DOES = re.compile(r"(?:^|[,;:。年月度中])([\u4e00-\u9fffA-Za-z]{2,10}?)(?:工业|业)?(?:累计|合计|共)?(?:实现|完成|创造)$")
TRADE_OPENS = re.compile(r"([\u4e00-\u9fffA-Za-z]{2,10}?)(?:工业|业),(?:累计|合计|共)?(?:实现|完成|创造)")
SERVICES = re.compile(r"(?:规上|规模以上)[^,;。]{0,8}服务业")
ABOVE_SIZE = re.compile(r"规上|规模以上|规模工业|限上|规模企业")
INDUSTRY = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9、“”]{0,30}?(?:产业集群|产业链|集群|产业|制造业|行业|工业|业|石化|化工|电子|医药|装备|建材|冶金|汽车|材料|食品)$"
)
PLAIN = re.compile(
    r"^(?:(?:全部|全区|全市|园区|区本级|规上|规模以上|规模)*(?:工业|企业|产业|工业企业|农业|经济)?|主要|年|总|本级)$"
)
THEY_MAKE = re.compile(r"(?:累计|合计|共|总共|今年|全年|上半年)*(?:实现|完成|创造|贡献)了?(?:工业)?$")
EMERGING = re.compile(r"战略性新兴|战新|新兴产业")
HIGH_TECH = re.compile(r"高新技术|高技术|高新")
SIGNED = re.compile(r"新批|签约|签下|签订|协议|合同|落户|引进|招引|招商|新引")
# 工程建设投入资金, 在道路、供水等基础设施和公共配套上投入资金
SPENT_ON_WORKS = re.compile(
    r"(?:工程|园区|项目|设施|道路|管网|开发|城市)(?:建设|配套)?[^,;。]{0,16}(?:投入|完成)(?:各类|建设)?$|"
    r"(?:累计|已|先后|总共|共)(?:累计)?投入(?:各类|开发|建设)*$|投入(?:开发)?建设$"
)
GIVEN_FUNDS = re.compile(r"专项|扶持|奖励|补助|补贴|引导|财政|上级|中央|债券|信贷|担保|惠企|奖补|(?<!开)发展$")
UPKEEP = re.compile(r"(?:环保|污染治理|环境治理|教育|民生|安全生产|扶贫|培训|宣传|广告|营销)$")
INDUSTRYS = re.compile(
    r"(?:工业|制造业)(?!.{0,6}项目)|(?:工业|制造业)(?:新建|扩建|续建|改建|新开工)项目$|"
    r"工业项目(?:累计|共|已|合计)*(?:实际)?(?:完成|实现)?$"
)
YEARLY = re.compile(r"年度|当年|年计划|全年计划")
TECH_UPGRADE = re.compile(r"技改|技术改造|智能化改造|智改数转|数字化改造|设备更新|改造")


def industry_topic(before: str, said: str) -> str:
    """The industry that an output is of: named in the phrase ``before`` it, else at the start of what the sentence ``said``."""
    match = TOPIC_BEFORE.search(before or said[-60:])  # nothing stands between a period and the noun: 四个支柱产业一季度完成产值
    match = match or TOPIC_OPENS.match(said) or TOPIC_DOES_WELL.search(said)
    if match is not None:
        return match[1].strip("“”") if not NO_TOPIC.search(match[1]) else ""
    trade = TRADE_DOES.search(before) or TRADE_OPENS.fullmatch(said)
    return trade[1] if trade and is_compound(trade[1]) and trade[1] not in ("工业", "制造业", "服务业", "轻工") else ""


def plain(head: Mark, before: str, clause: str, enterprise: bool) -> Indicated:  # noqa: PLR0911 - one a noun
    """Of a noun that the words before it tell apart: ``before`` is the phrase, ``clause`` the sentence so far."""
    match head.value:
        case "@output":
            return output(before, clause, enterprise, head.word)
        case "@value_added":
            return value_added(before, clause)
        case "@revenue":
            return revenue(before, clause + head.word)
        case "@investment":
            return investment(before, clause, head.word)
        case "@sector":
            return sector(head.word)
        case "@tax" if "利税" not in head.word:
            return Indicated("tax_revenue", head.word, (), "tax")
        case "@fund":
            return Indicated("fund_size", head.word, (), "fund")
    return Indicated("other", modifiers(before) + head.word, (), "head.other")


def output(before: str, clause: str, enterprise: bool, word: str = "") -> Indicated:
    """Of 产值: ``before`` is the phrase before it, ``clause`` the clause so far."""
    sort = modifiers(before)
    if EMERGING.search(before + word) and not re.search(r"、", before[-30:]):
        return Indicated("emerging_industry_output", sort + "产值", (), "output.emerging")
    if HIGH_TECH.search(before):
        return Indicated("hightech_industry_output", sort + "产值", (), "output.hightech")
    if not enterprise and (firms := trade_of_firms(modifiers(THEY_MAKE.sub("", before)))):
        return Indicated("cluster_output", sort + "产值", (firms,), "output.of_firms")  # 动力电池规上企业实现产值
    of_trade = sort and (INDUSTRY.search(sort) or is_trade(sort))  # 航空维修产值
    trade = of_trade and not sort.endswith("企业") and not PLAIN.match(sort)
    if ABOVE_SIZE.search(before if trade else clause) and not enterprise:
        return Indicated("industrial_output_ads", sort + "产值", (), "output.ads")
    if trade and not enterprise:
        return Indicated("cluster_output", sort + "产值", (sort,), "output.cluster")
    return Indicated("industrial_output", sort + "产值", (), "output.all")


SECTORS = (
    ("industrial_value_added_ads", re.compile(r"规上工业|规模以上工业|规模工业")),
    ("service_value_added", re.compile(r"第三产业|三产|服务业")),
    ("industrial_value_added", re.compile(r"工业$")),
    ("emerging_industry_output", re.compile(r"战略性?新兴|战新")),
    ("hightech_industry_output", re.compile(r"高新技术产业")),
)


def sector(word: str) -> Indicated:
    """Of 第三产业占GDP的四成, 规上工业增长5%: the sector's value added; the output of the emerging and high-tech industries."""
    for code, pattern in SECTORS:
        if pattern.search(word):
            return Indicated(code, word, (), "sector")
    return Indicated("other", word, (word,), "sector.other")


def arrived(before: str, currency: str) -> Indicated:
    """Of 到位: foreign where the currency or the words before say so."""
    foreign = currency != "CNY" or re.search(r"(?<![市省县区])外资(?!金)|外商", before) is not None
    return Indicated("fdi_utilized" if foreign else "domestic_capital_utilized", "到位", (), "arrived")


def value_added(before: str, clause: str) -> Indicated:
    """Of 增加值."""
    if re.search(r"服务业|第三产业|三产", clause[-24:]):
        return Indicated("service_value_added", modifiers(before) + "增加值", (), "value_added.services")
    if re.search(r"第二产业|二产|第一产业|农业|建筑业|数字经济|农林牧渔", clause[-24:]):
        sort = modifiers(before)
        return Indicated("other", sort + "增加值", (sort,) if sort else (), "value_added.other")
    if re.search(r"(?:高技术|先进|装备|高端)制造业$", before[-12:]):  # a part of industry; 高新技术产业 are more
        code = "industrial_value_added_ads" if ABOVE_SIZE.search(clause) else "industrial_value_added"
        sort = modifiers(before)
        return Indicated(code, sort + "增加值", (sort,), "value_added.manufacture")
    if HIGH_TECH.search(before[-12:]) or EMERGING.search(before[-12:]):
        return Indicated("other", modifiers(before) + "增加值", (), "value_added.other")
    if ABOVE_SIZE.search(clause):
        return Indicated("industrial_value_added_ads", modifiers(before) + "增加值", (), "value_added.ads")
    return Indicated("industrial_value_added", modifiers(before) + "增加值", (), "value_added.industry")


def revenue(before: str, clause: str) -> Indicated:
    """Of 收入 and 销售."""
    tail = clause[-20:]
    if "批发" in tail:
        return Indicated("wholesale_sales_ads", modifiers(before) + "销售额", (), "revenue.wholesale")
    if ABOVE_SIZE.search(tail) and "服务业" in tail:
        return Indicated("service_revenue_ads", modifiers(before) + "收入", (), "revenue.services")
    if "财政" in tail:
        return Indicated("fiscal_revenue", modifiers(before) + "收入", (), "revenue.fiscal")
    if "税" in tail[-4:]:
        return Indicated("tax_revenue", modifiers(before) + "收入", (), "revenue.tax")
    if re.search(r"旅游(?!度?假?区|景区)[^,;。区]{0,6}$", tail) or "居民" in tail or "人均" in tail:
        return Indicated("other", modifiers(before) + "收入", (), "revenue.other")
    return Indicated("operating_revenue", modifiers(before) + "收入", (), "revenue.operating")


def investment(before: str, clause: str, word: str) -> Indicated:  # noqa: PLR0911 - one a sort
    """Of 投资, 投入 and 资金 without a noun of their own code."""
    near = before[-16:]
    if (word == "资金" and GIVEN_FUNDS.search(near)) or (word in ("投入", "资金") and UPKEEP.search(near)):
        return Indicated("other", modifiers(before) + word, (), "investment.funds")
    for pattern, code in ((YEARLY, "projects_planned_investment"), (TECH_UPGRADE, "tech_upgrade_investment")):
        if pattern.search(near):
            return Indicated(code, modifiers(before) + word, (), f"investment.{code}")
    if "研发" in near or "科研" in near:
        return Indicated("rd_expense", modifiers(before) + word, (), "investment.research")
    if SIGNED.search(near) and word != "投入":
        return Indicated("projects_signed_investment", modifiers(before) + word, (), "investment.signed")
    if re.search(r"外资|外商", near) and "再投资" in near + word:
        return Indicated("fdi_utilized", modifiers(before) + word, (), "investment.foreign")
    if INDUSTRYS.search(near):
        return Indicated("industrial_investment", modifiers(before) + word, (), "investment.industry")
    if word == "资金" and SPENT_ON_WORKS.search(before):
        scope = ("基础设施",) if "基础设施" in before else ()
        return Indicated("fixed_asset_investment", modifiers(before) + word, scope, "investment.works")
    if word == "资金":
        return Indicated("other", modifiers(before) + word, (), "investment.funds")
    said = re.split(r"[,;]", clause)[-1]
    scope = ("基础设施",) if "基础设施" in said else ("房地产",) if "房地产" in near else ()
    return Indicated("fixed_asset_investment", modifiers(before) + word, scope, "investment.fixed")
