"""What sort of thing a figure is about: the modifiers of its noun, as far as its indicator does not say them already."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from transforms.observe.phrases import modifiers

# Verbs and adverbs between whose figure it is and the noun: 规上工业企业累计实现入库税收.
VERBS = re.compile(
    r"(?:今年|去年|全年|上半年|当年|当月|期间|已|共|累计|合计|总计|预计|可|将|同期|全部|同比|分别)*"
    r"(?:实现|完成|缴纳|上缴|实缴|入库|创造|贡献|实际|新增|直接|达到|取得)*(?:了|的)*$"
)
VERB_ENDS = frozenset("年月间已共计可将期部比别现成纳缴库造献际增接到得了的\n")  # last characters of VERBS, looked at first
LEADING = re.compile(
    r"^(?:[及和与](?=[\u4e00-\u9fff]{2})|(?:引进的)?\d*个?项目[里中]|[一二三四五六七八九十]是|新批|批准|获批|审批|核准|(?:实现|完成|办结)(?=[\u4e00-\u9fff]{2})|上报|申报|启动|发布|来自|确保|力争|奔向|迈向|打造|推动|集聚起?|其中|包括|各类|各种|各级|全部|所有|相关|"
    r"重点引进|新近|现有|已有|确定|(?:全|我|本)(?:市|省|区|县)|区内|园内|园区内?|(?:这一[\u4e00-\u9fff]{0,4}?)?内(?=工业|企业)|辖区|涉及|围绕|仍在|尚在|还在|带动|拉动|签署|参加(?:集中)?|还(?=批准)|规划(?=[国省市县区])|区域内|(?:区|园)?内(?=已|新设|现有)|[签订](?=合同|协议))+"
)
TRAILING = re.compile(r"(?:[等的、和及与了在]|各类|方面|类|一共|合计|总共|分别|累计|等相关|相关)+$")
LEADING_STARTS = frozenset(
    "及和与引0123456789个项一二三四五六七八九十新批获审核实完办上申启发来确力奔迈打推集其包各全所相重现已我本区园这内辖涉围仍尚还签订带拉参规"
)
TRAILING_ENDS = frozenset("等的、和及与了在类面共计别关\n")
SIZE = re.compile(r"[≥<>超]\d|级$|以上$")
NOTHING = re.compile(  # what all are
    r"(?:[全我该各本][区市县省])?(?:行业|产业|领域|板块)|(?:各[类种]|施工|建设|投资|招商|实施|上述|以上|这些|这批)?项目|企业(?:总数|数量|家数|个数)|(?:确定)?现?(?:入驻|落户|入园|进驻|现有|各类)企业"
)
NEW_FIRMS = re.compile(r"(新(?:设立?|注册|登记))(?:的|各类)*企业")
KEPT = {"新批", "占比", "增速", "增幅", "累计", "储备", "开竣工", "每万人", "其他", "产业类"}
STRONG = re.compile(r"\d+强|每万人")
NO_SORT = re.compile(
    r"[\d,;:。%()<>/|]|政府|任务|下达|以来|截至|同比|增长(?![点极])|下降|预计|目前|已经|正在|其中|进入|成为|超过|突破|第[一二三四五六七八九十](?!产业)|^[\u4e00-\u9fff]?$|^性|^类|^手(?=项目)"
)
FIRMS = re.compile(r"[\u4e00-\u9fffA-Za-z“”]{1,12}?(?:企业|公司|民企|国企|央企|单位|机构)")
PLAIN_FIRMS = re.compile(
    r"(?:园区|区内|辖区|各|全部|所有|入驻|落户|入园|入区|进区|进驻|驻区|本地|当地|相关|多家|有关|参与|全区|全市|生产|产业)*(?:企业|公司|单位)"
)
MANUFACTURE = r"第[一二三]产业|高新技术产业|高技术产业|(?:高技术|装备|先进)?制造业"
BRANCH = re.compile(rf"({MANUFACTURE}|民间项目|[新续]建项目|服务业|(?:工业|产业|技改)项目|产业类|特色产业|城市建设)$")
SEVERAL = re.compile(r"[两三四五六七八九十\d]大(?:主导|支柱|重点|优势|特色|新兴|先进|战略性新兴|高成长性)*(?:产业|制造业|行业)$")
WORKS = re.compile(r"[\u4e00-\u9fffA-Za-z“”]{2,10}项目")
INDUSTRIES = re.compile(
    r"[\u4e00-\u9fffA-Za-z、“”]{2,18}?(?:产业集群|产业链|集群|产业|制造业|行业|服务业|领域|板块|经济|贸易)(?:企业)?"
)
NO_INDUSTRY = re.compile(
    r"对?外贸易|(?:全部|规上|规模以上|主要|其他|各)*(?:工业|产业|服务业|行业|经济|制造业)|第[一二三]产业|国民经济|开放型经济|民营经济"
)
ABOVE = re.compile(r"(?:规上|规模以上|规模|限上|限额以上)(?:工业|服务业)?(?:企业)?")
ORIGINS = re.compile(
    r"(?:[省市州县区盟旗疆藏](?:内|外)|境[内外]|国[内外]|域外|内资|外资|民资|台资|港资|侨资|日资|韩资|美资|德资|欧资|澳资|港澳台|民间|国有|社会)"
)
OWNED = re.compile(r"(?:区|市|县|省|镇)(?:属|直|级|本级)|直管|本级|属地|地方级?")
WAYS = re.compile(
    r"进口|出口|外贸|内贸|海铁联运|铁海联运|铁水联运|公铁联运|江海联运|散货|件杂货|货物|中转|重箱|空箱|陆港|铁路|国际|国内|沿海|内河|远洋|煤炭|矿石|铁矿石|原油|粮食"
)
RANKED = re.compile(r"(?:国家级?|省级|市级|自治区级?|县级|区级)(?:及)?(?:以上)?|[省市县区](?=[重属])")

# Codes by what may narrow them.
CAPITAL = {"domestic_capital_utilized", "fdi_utilized", "fdi_contracted"}
BOXES = {"container_throughput", "cargo_throughput"}
GOODS = {"exports", "imports", "trade_total"}
EARNED = {
    "operating_revenue", "enterprise_profit", "tax_revenue", "invoiced_sales", "rd_expense", "employees", "industrial_output",
    "industrial_value_added", "electricity_consumption", "wholesale_sales_ads", "retail_sales", "service_revenue_ads",
}  # fmt: skip
OUTLAYS = {"fixed_asset_investment", "industrial_investment", "tech_upgrade_investment"}
ABOVE_SIZE = {
    "industrial_output_ads", "industrial_value_added_ads", "service_revenue_ads", "wholesale_sales_ads",
    "enterprises_ads_industrial",
}  # fmt: skip
CAPITAL_AND_OUTLAYS = CAPITAL | OUTLAYS
OWNED_BY = ABOVE_SIZE | {"industrial_output", "operating_revenue"}
OF_SEVERAL = EARNED | OUTLAYS | GOODS
OF_FIRMS = EARNED | OUTLAYS | CAPITAL | ABOVE_SIZE
GRADED = {"enterprises_hightech", "enterprises_srdi", "enterprises_gazelle", "enterprises_unicorn", "enterprises_listed"}


@cache
def _words(name: str) -> frozenset[str]:
    """The words of a file of the lexicon, white space between them."""
    text = resources.files(__package__).joinpath("lexicon", name).read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def trades() -> frozenset[str]:
    """The trades of ``lexicon/trades.txt``."""
    return _words("trades.txt")


def is_trade(text: str) -> bool:
    """Whether a text is a trade, or a list of trades."""
    return bool(text) and all(part in trades() for part in re.split(r"、|和|及|与", text.strip("“”")))


_STANDING = "(?:规模以上|规上|规模|限上|重点|龙头|骨干|大型|代表|上下游|链上|核心|投产|相关)"
_BETTER = "(?:民用|军用|新型|高端|绿色|现代|精密|智能|特种|高性能|先进|传统)?"


@cache
def _compound() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(trades(), key=len, reverse=True)))
    return re.compile(rf"{_BETTER}(?:{words})+")


def is_compound(text: str) -> bool:
    """Whether a text is made of trades alone: 动力电池电芯, 民用航空."""
    return is_trade(text) or _compound().fullmatch(text) is not None


STANDING = re.compile(rf"(?:产业)?(?:{_STANDING}|工业)+企业$")
LED_BY_STANDING = re.compile(rf"^{_STANDING}+(?=[\u4e00-\u9fff]{{2,}}企业$)")


def names_trade(text: str) -> bool:
    """Whether a text is a trade, a list of trades, or what ends in one: 动力电池电芯."""
    return is_trade(text) or any(text[i:] in trades() for i in range(1, len(text) - 1))


def trade_of_firms(firms: str) -> str:
    """The trade of firms of some standing: 新材料 of 新材料规上企业; "" where they are of none."""
    if not firms.endswith("企业"):
        return ""
    trade = STANDING.sub("", LED_BY_STANDING.sub("", firms)).removesuffix("企业")
    if trade + "企业" == firms or len(trade) < 2:
        return ""
    return trade if names_trade(trade) and trade not in ("工业", "制造业", "服务业", "农业", "科技", "高新技术") else ""


OF_SEVERAL_INDUSTRIES = re.compile(
    r"(?P<names>.{2,}?)(?P<more>等)?(?P<all>[一二两三四五六七八九十\d]+大"
    r"(?:主导|支柱|重点|优势|特色|新兴|先进|战略性新兴|传统|高成长性?)*(?:产业|制造业|行业|产业集群))"
)


def bare_industry(name: str) -> str:
    """An industry by what it makes: 锂电 of 锂电产业; 三大主导产业, 新材料产业集群 and 装备制造业 stay."""
    if several := OF_SEVERAL_INDUSTRIES.fullmatch(name):
        if several["more"]:
            return several["all"]  # 汽车、电子等五大支柱产业
        if re.search(r"[、和及]", several["names"]):
            return several["names"]
    bare = name.removesuffix("产业")
    if len(bare) < 2:
        return name
    return (
        bare
        if bare != name
        and (is_trade(bare) or "、" in bare or len(bare) > 3)
        and not re.search(r"主导$|支柱$|新兴$|特色$|重点$|大$|优势$|技术$", bare)
        else name
    )


STANDS_FOR = re.compile(r"^.*为(?:代表|主|主导|龙头|核心|重点|支撑|引领|特色)的(?=[\u4e00-\u9fff]{2})")


def tidy(part: str, product: bool = False) -> str:
    """A part of a scope without the verbs and particles that it was cut out with; "" where it is no phrase.

    A ``product`` may hold digits and letters (3C连接器), and ends where a sentence or a chain of trades does.
    """
    if not part or part in KEPT or SIZE.search(part):
        return part
    if part[-1] in "目业数量" and NOTHING.fullmatch(part):
        return ""
    if part[0] == "新" and (new := NEW_FIRMS.fullmatch(part)):
        return new[1]
    if product:
        part = re.split(r"[…。;:(/)]|[、及和与]\d", part.lstrip("/年的)”"))[0].removesuffix("产业链").removesuffix("产业综合")
        return "" if re.match(r"已|于|将|正|预计|目前", part) else TRAILING.sub("", part)
    part = STANDS_FOR.sub("", part.lstrip("”)’、;,.: ").replace("项目项目", "项目"))
    if part[:1] in LEADING_STARTS or part[:1].isdecimal():
        part = LEADING.sub("", part) or part
    if part[-1:] in TRAILING_ENDS:
        part = TRAILING.sub("", part)
    part = part.strip().removesuffix("“")
    if part[:1] == "新" and (new := NEW_FIRMS.fullmatch(part)):
        return new[1]
    part = part if part.count("“") == part.count("”") else part.replace("“", "").replace("”", "")
    return "" if NO_SORT.search(part) and not STRONG.search(part) else part


def without_verbs(before: str) -> str:
    """The words before a noun without the verbs at their end."""
    return VERBS.sub("", before) if before[-1:] in VERB_ENDS else before


def sort_before(before: str) -> str:
    """The modifiers at the end of the words before a noun."""
    return tidy(modifiers(without_verbs(before)))


# The same at the end of the words before a noun.
ORIGIN_LAST = re.compile(rf"({ORIGINS.pattern})(?:客商|企业)?$")
WAY_LAST = re.compile(rf"(?:^|[^\u4e00-\u9fff]|[月年中度]|口岸|[港园全][区市]?)({WAYS.pattern})$")
OWNED_LAST = re.compile(rf"({OWNED.pattern})$")


def sort_of(code: str, before: str) -> str:  # noqa: PLR0911 - one a kind of modifier
    """What narrows an amount of an indicator, from the words ``before`` its noun; "" where they tell nothing new."""
    plain = without_verbs(before)
    if (code in CAPITAL_AND_OUTLAYS or code == "projects_signed_investment") and (origin := ORIGIN_LAST.search(plain)):
        return "" if _said(code, origin[1]) else origin[1]
    if code in BOXES and (way := WAY_LAST.search(plain)):
        return "" if code == "cargo_throughput" and way[1] == "货物" else way[1]
    if owned := OWNED_LAST.search(plain):
        return owned[1] if code in OWNED_BY else ""
    if code in OUTLAYS and (branch := BRANCH.search(plain)):
        whole = tidy(modifiers(plain)) if branch[1].endswith("制造业") else ""
        return whole if whole.endswith(branch[1]) else branch[1]
    if code in OF_SEVERAL and (several := SEVERAL.search(plain)):
        return bare_industry(several[0])
    sort = tidy(modifiers(plain)).strip("“”")
    if not sort or _said(code, sort):
        return ""
    if code in GOODS:
        return sort if (is_trade(sort) and sort != "工业") or sort.endswith("产品") else _of_firms(code, sort)
    if code in OF_FIRMS:
        return _of_firms(code, sort)
    return ""


WITHIN = re.compile(rf"({MANUFACTURE}|服务业|民间|基础设施|房地产|产业项目|特色产业|城市建设)(?=投资|项目投资|完成)")
LED_TO = re.compile(r"(?:到位|引进|利用|实际|新增|吸引)*")


TRADED = re.compile(r"([\u4e00-\u9fff、]{2,16}?)(?:累计|实现|完成)*(?:进出口|出口|进口)(?:总?[额值]|创汇|金额)?")


def sort_within(code: str, noun: str) -> str:
    """What narrows an amount whose noun holds it: 省外到位资金, 外贸集装箱吞吐量, 第三产业投资."""
    if code in CAPITAL and (origin := ORIGINS.match(LED_TO.sub("", noun, count=1))):
        return "" if _said(code, origin[0]) else origin[0]
    if code in BOXES and (way := WAYS.match(noun)):
        return "" if way[0] == "货物" else way[0]
    if code in GOODS and (goods := TRADED.fullmatch(noun)):
        return goods[1] if is_trade(goods[1]) or goods[1].endswith("产品") else ""
    within = WITHIN.match(noun) if code in OUTLAYS else None
    return within[1].replace("民间", "民间投资") if within else ""


def _of_firms(code: str, sort: str) -> str:
    """Of 中小企业, 工业项目, 高技术产业."""
    if FIRMS.fullmatch(sort):
        return "" if PLAIN_FIRMS.fullmatch(sort) else sort
    if WORKS.fullmatch(sort):
        return sort
    if INDUSTRIES.fullmatch(sort) and not NO_INDUSTRY.fullmatch(sort):
        return sort if "经济" in sort else bare_industry(sort)
    return sort if is_trade(sort) and sort not in ("工业", "服务业", "制造业") and code in EARNED else ""


# A kind of projects: 省重点工业项目, 标志性项目, 合同类项目, 内资签约项目; what every project is tells nothing.
_WEIGHT = "重点|重大|标志性|优质|示范|考核"
_LEVEL = r"(?:自治区级?|国家级?|[区州]级|[省市县]级?)"
_RANK = (
    rf"(?:(?<![全我本该])(?:{_LEVEL}(?:[、和及]?(?:{_LEVEL}|区))*(?:及?以上)?(?:层面(?:及?以上)?)?|三级|年度)"
    rf"(?={_WEIGHT}|工业|产业))?"
)


@cache
def _kinds() -> re.Pattern[str]:
    words = sorted({*trades(), *_words("project_kinds.txt")}, key=len, reverse=True)
    stages = r"(?:集中|新|计划|拟|已)?(?:签约|开工|引进|落地|在建|竣工|投产|谋划|储备|续建|在谈)?"
    quoted = r"[“『](?![^”』]*一批)[^“”『』,;。]{2,12}[”』](?:经济|产业)?"  # “三新”产业项目, not “签约一批”项目
    kinds = f"{quoted}|{_WEIGHT}|{'|'.join(map(re.escape, words))}|[类性和及、]"
    return re.compile(rf"({_RANK}(?:{kinds})+){stages}(?:大|好|新)?项目数?$")


PLAIN_KINDS = {
    "", "优质", "建设", "招商引资", "招商", "招引", "投资", "施工", "意向", "新建", "续建", "扩建", "协议", "及", "和", "、",
    "类",
}  # fmt: skip


def kind_of_projects(before: str) -> str:
    """The kind that the words up to and with 项目 name; "" for projects of no kind."""
    match = _kinds().search(before)
    kind = match[1].strip("、和及").lstrip("类性") if match else ""
    kind = kind.removeprefix("建设") or kind
    return "" if kind in PLAIN_KINDS else kind


# What alone would not tell that projects are meant: how much they weigh, whose money they are, their broadest classes.
WITH_NOUN = re.compile(
    r"^[国省市](?![外内资际])|重点|重大|标志性|优质|示范|年度|[国省市区县州]级|[外内民港侨日韩美德欧央国]资|外商|[省市州区县境国域]外(?!投资)|外省|境内|招商|引资|合同|意向|固定资产|建设$|施工|"
    r"服务业|总部|物流|旅游|文旅|金融|商贸|贸易|康养|社会事业|电商|科技|科创|高新|新开工|在建$|结转|列省|百大|工业$|^农业$|(?<!战略性新兴)(?<!第[一二三])(?<!次)产业$"
)


def bare_kind(part: str) -> str:
    """A kind of projects by what they make or do: 生物医药 of 生物医药项目; 工业项目, 重点项目 and 外资项目 stay."""
    kind = part.removesuffix("项目")
    return kind if kind and not WITH_NOUN.search(kind) else part


def _said(code: str, sort: str) -> bool:
    """Whether an indicator says a modifier already."""
    if code in ABOVE_SIZE and (ABOVE.fullmatch(sort) or (ABOVE.match(sort) and sort.endswith("企业"))):
        return True
    if code.startswith("industrial_") and sort in ("工业企业", "工业", "企业"):
        return True
    foreign = code in ("fdi_utilized", "fdi_contracted") and sort in ("外资", "国外", "境外", "外商")
    return foreign or (code == "domestic_capital_utilized" and sort in ("内资", "国内", "外资"))
