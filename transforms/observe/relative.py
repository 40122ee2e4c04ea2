"""What a growth, share, completion, rank or rate is of: the noun before its cue, else the figure that it follows."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from transforms.observe import counted, nouns
from transforms.observe.amounts import sector
from transforms.observe.case import Case
from transforms.observe.lexicon import Mark
from transforms.observe.measures import Measured
from transforms.observe.model import Draft, Indicated, unit_class
from transforms.observe.phrases import LOOKED_AT
from transforms.observe.residue import own_noun
from transforms.observe.series import coordinated
from transforms.observe.sorts import bare_industry, is_trade
from transforms.quantities import numeral

What = list[tuple[Indicated, Draft | None]]  # what it is of, and the figure that it hangs on

# Nouns that stand in many phrases without being what a growth is of; they are only where they stand right before its cue.
WEAK = {
    "@enterprise", "@project", "@people", "@sector", "enterprises_total", "innovation_platforms", "talents", "area_total",
    "area_built", "land_released", "employees", "service_events", "patents",
}  # fmt: skip
COUNTED_NOUNS = {"@enterprise", "@project", "@people"}
PARTS = {"@investment", "@project", "industrial_investment", "tech_upgrade_investment", "@sector"}
COUNTED = re.compile(
    r"^(?:数|数量|总数|总量|个数|规模|占|获评数|的)?(?:[^,;。]{0,2}|(?:均|都|稳|连续[^,;。]{0,4})?(?:居|位居|列|位列|排|排名|名列|跃居)[^,;。]{0,12})$"
)
THIS_FIGURE = re.compile(r"(?:这一|该|此)(?:数字|比例|数据|指标|增速|占比|比重)")
PERIOD_ONLY = re.compile(
    r"(?:[一二三四1234]季度|上半年|下半年|全年|\d+年|\d+月|[,、和到达为至年底末前力争超约近\s]|(?:今|明|去)年)+"
)
INDEX = re.compile(r"指数$|指数[、和与及]")
PACE = re.compile(r"增速|增幅|降幅|占比")
# 全市经济增长6.8%: of all that a place makes; not 数字经济增长.
ECONOMY = re.compile(
    r"(?:^|[,;:。“年月度市县区省州盟旗镇]|全国|地区|区域|县域|园区|实现|推动|带动)经济(?:总体|整体|全年|同比|实现)*$"
)
FIRMS_APART = re.compile(
    r"(?:^|[,;:、])((?:[\u4e00-\u9fff]{2,14}?、)*[\u4e00-\u9fff]{2,14}?(?:企业|单位))(?:累计|合计|同比|则|也)*$"
)
EACH_OF = re.compile(r"(?:^|[,;:。]|年度?的?)([^,;:。]+?)(?:等\d*[项个]?[^,;。]{0,4})?(?:均|都)[^,;。]*$")
# 远高于全部投资及工业投资增幅: what a figure is measured against.
COMPARED = re.compile(r"(?:[高低快慢优好]于|超过|[比较](?=[全省同去上]))[^,;。]*$|对[^,;。占]{0,6}$")
INDUSTRY_ITSELF = re.compile(r"(?:^|[,;:、。“]|其中)([\u4e00-\u9fffA-Za-z]{2,12}?(?:产业|产业集群|制造业))[”]?$")
INVESTMENTS = {"fixed_asset_investment", "industrial_investment", "projects_planned_investment", "tech_upgrade_investment"}
YEARS_INVESTMENT = re.compile(r"(?:年度|全年|当年)(?:计划)?投资")
ASPECT = re.compile(r"(总量|增速|增幅|规模|占比|增量)(?:在[^,;。]{0,6})?$")
ADJOINS = re.compile(
    r"(?:以上|左右)?,(?:约|已|同比|环比|较上年|比上年|比去年同期|较去年同期|年均)*(?:增长|增|增幅|增速|下降|提高|提升|上升|占|占比|降|涨|猛增|大增)[^,;。]{0,12}"
)
# A list or an assessment ranks the park itself: 在“百强榜”中位列第一.
RANKING = re.compile(
    r"(?:榜单?|百强县?|百强区|排行|综合排名|考核|评价|考评|评比|测评|评估)”?(?:结果|名单)?(?:中|里|上|的)?[^,;。、]{0,8}$"
)
# A paragraph that looks at what the one before told from another side: 从增速看, 分地区看.
OVERALL = re.compile(r"(?:综合|整体|总体)[^,;。\d]{0,8}(?:排名|排位|水平|实力|竞争力|评价|考评|考核)[^,;。]{0,20}$")
OF_TRADES = re.compile(r"(?:行业|产业|板块)(?:的)?(?:增速|增幅)")  # 教育、租赁等四类行业增速分别为
OPENS_ASPECT = re.compile(r"(?:到账|到位|完成)?(?:总量|增速|增幅|规模|进度)")  # 总量列全市第8, of what the paragraph has told
ASPECT_OPENS = re.compile(r"[“\s]*(?:增速|增幅|总量|规模|进度)(?:方面|上),")
EACH_GROWS = re.compile(r"([两三四五六])项(?:指标)?(?:的)?(?:增速|增幅|增长)?(?:均|都|双双)(?:增长)?(?:在|超过?|达到?)*$")
TIMES_OF_THEN = re.compile(r"是[^,;。]{1,10}[前时初年]的[约近]?$")  # 税收96亿元,是挂牌前的3.1倍
EXCLUDED = re.compile(r"(?:剔除|扣除|还原|不含|不考虑)[^,;。]{0,8}$")  # 剔除留抵退税后增6.1%
FROM_TO = re.compile(r"[,]?(?:一路|逐步|快速)?[\u4e00-\u9fff]{0,4}[到至]了?[约近]?")
OF_A_TRADE = re.compile(
    r"(?<!全[市区省县国])(?<!规上)(?<!以上)(?<!高技术)(?<!先进)(?<!高端)(?<!全部)(?<!其中)[\u4e00-\u9fff](?<![和与及的年月度区市县省州园占])$"
)
ASSESSED = re.compile(r"的(?:年度|综合)?(?:考核|考评|评价|评比|测评)(?:中|里)?(?:排名|位[列居]|列|居|名列|排)*$")
LISTED_AMONG = re.compile(r"(?:入选|跻身|入围|获评|荣获|评为|进入|上榜|列入|步入)[^,;。]*$")
# 园区的科技创新和营商环境两项指标排名第一
OF_INDICATORS = re.compile(
    r"(?:[的在,;:。]|^)([^,;:。的在、和与及\d]{2,12}(?:[、和与及][^,;:。、和与及\d]{2,12})+?)等?[两二三四五六七八九\d][项个](?:单项|分项|主要|核心)*(?:指标|排名)"
)
N_INDICATORS = re.compile(r"([两二三四五六七八九十\d])[项个](?:主要|核心)?指标")


def relative(case: Case, measured: Measured) -> What:  # noqa: C901, PLR0911, PLR0912 - one a measure
    """What a figure that is no amount is of; several where it is a rank or a growth that they share."""
    if measured.rule == "share.after" and (after := _after(case)):
        return [(after, None)]
    if measured.rule == "level.started":
        sort = re.search(r"([\u4e00-\u9fff]{0,6}项目)(?:在|于|今年|年|\d|[^,;。]{0,12}(?:实现|力争|达到))", case.left)
        return [(Indicated("project_start_rate", "开工", (sort[1],) if sort else (), "rate.started"), None)]
    if measured.rule == "level.rd_intensity":
        return [(Indicated("rd_intensity", case.left.rstrip("达到为至约超"), (), "rate.rd_intensity"), None)]
    if measured.rule == "completion.of_goal":  # 到位资金41亿元,完成省里50亿元招商目标任务的82%
        goal = case.here[-1]
        return [(goal.what, next((d for d in reversed(case.here[:-1]) if d.what.code == goal.what.code), None))]
    if measured.rule in ("level.rate", "silent.level"):
        return [_rate(case, measured)]
    last = case.here[-1] if measured.rule == "level.to" and case.here else None
    if last is not None and last.measure == "level" and unit_class(last.quantity) == "P" and FROM_TO.fullmatch(case.left):
        return [(last.what, last)]  # 配套率由35%提升到52%
    if measured.measure == "growth" and (both := _of_each(case)):
        return both
    if measured.measure == "rank" and ASSESSED.search(case.left):
        return [(Indicated("other", case.left[-16:], (), "other.ranking"), None)]
    heads = strong_heads(case, case.window.floor, measured.cue_start)
    if not heads and not YEARS_INVESTMENT.search(case.text, measured.cue_start, case.quantity.start):
        heads = _weak_head(case, measured)
    if heads and measured.measure == "share" and case.here and _is_part(case, heads[-1], measured):
        scope = (*case.here[-1].what.scope, case.text[case.window.low + 2 : heads[-1].end])
        return [(replace(case.here[-1].what, scope=scope, rule="share.part"), None)]
    if heads and heads[-1].value == "@scale" and measured.measure == "rank" and case.here:
        last = carrier(case) or case.here[-1]
        return [(last.what.with_scope(heads[-1].word), last)]
    if measured.measure == "growth" and (of_firms := _of_firms_apart(case, measured)) is not None:
        return of_firms
    if heads and heads[-1].value == "@sector" and measured.measure == "growth":
        told = _industry_of(case, measured, carrier(case))  # 医药制造业 is no 制造业
        longer = told is not None and heads[-1].start > case.window.low and told.text != heads[-1].word
        if told is not None and (longer or (heads[-1].word.endswith("制造业") and heads[-1].word != "制造业")):
            return [(told, None)]
    if heads:
        pace = PACE.findall(case.text[heads[-1].end : case.quantity.start]) if measured.measure == "rank" else []
        group = coordinated(case.document, heads, case.window.floor)
        return [(indicated(case, head).with_scope(*pace[-1:]), None) for head in group]
    if measured.measure == "growth" and ECONOMY.search(case.text[case.window.low : measured.cue_start]):
        return [(Indicated("gdp", "经济", (), "growth.of_economy"), None)]
    if measured.measure == "rank":
        return _ranked(case)
    if measured.measure == "share" and (of_whole := _whole_named(case, measured)):
        return [(of_whole, None)]
    if measured.measure == "completion" and YEARS_INVESTMENT.search(case.text, measured.cue_start, case.quantity.start):
        invested = next((d for d in reversed(case.here) if d.what.code in INVESTMENTS), None)
        what = Indicated("fixed_asset_investment", "投资", (), "completion.of_investment")
        return [(invested.what if invested else what, invested)]
    industry = INDUSTRY_ITSELF.search(case.text[case.window.low : measured.cue_start]) if measured.measure == "share" else None
    if industry and case.here and case.text.startswith("(", case.here[-1].quantity.end):
        return [(case.here[-1].what.with_scope(industry[1]), case.here[-1])]
    if industry:
        return [(Indicated("cluster_output", industry[1], (industry[1],), "share.of_industry"), None)]
    return [_carried(case, measured)]


def _of_each(case: Case) -> What:
    """Of 固投28亿元,…,两项增速都在30%以上: each of the figures before; none where it is of one."""
    told = EACH_GROWS.search(case.left)
    n = int(numeral(told[1]) or 0) if told else 0
    levels = [d for d in case.here if d.measure == "level" and unit_class(d.quantity) != "C"][-n:] if n else []
    return [(d.what, d) for d in levels] if n and len(levels) == n else []


def _of_firms_apart(case: Case, measured: Measured) -> What | None:
    """Of 分经济类型看,国有企业增长5%: what the sentence before told, of a kind of firms."""
    if not LOOKED_AT.match(case.text, case.window.sentence.start):
        return None
    firms = FIRMS_APART.search(case.text[case.window.low : measured.cue_start])
    last = next((d for d in reversed(case.drafts[-8:]) if d.what.code in INDUSTRY_CODES), None) if firms else None
    if firms is None or last is None or last.sentence.paragraph != case.window.sentence.paragraph:
        return None
    whole = next(d for d in case.drafts[-8:] if d.what.code == last.what.code)
    return [(replace(whole.what.with_scope(firms[1]), rule="growth.of_firms_apart"), None)]


def _whole_named(case: Case, measured: Measured) -> Indicated | None:
    """Of 开发区占全市规上工业增加值的46%: what the whole is named by, where nothing before is of its kind."""
    last = carrier(case)
    heads = [h for h in case.document.between("head", measured.cue_start, case.quantity.start) if h.value not in WEAK]
    if len(heads) != 1 or heads[0].value.startswith("@"):
        return None
    if heads[0].value == "enterprises_ads_industrial" and last is not None and last.what.code in OUTPUT_CODES:
        return None  # 产值9.1万亿元,占规上工业的61%
    here = last is not None and last.sentence == case.window.sentence
    if last is not None and here and (last.measure != "level" or unit_class(last.quantity) in heads[0].dimensions):
        return None
    own = own_noun(case.document, case.cast, case.window.low, measured.cue_start)
    return indicated(case, heads[0]) if not own else None


def indicated(case: Case, head: Mark) -> Indicated:
    """The indicator that a noun stands for in its clause."""
    if head.value == "enterprises_ads_industrial" and head.word.endswith("工业") and case.unit in "PS":
        return sector(head.word)  # 规上工业增长7.8%: of what it makes, not of how many they are
    return counted.noun(case, head) if head.value in COUNTED_NOUNS else nouns.noun(case, head)


def strong_heads(case: Case, start: int, end: int) -> list[Mark]:
    """Nouns in [start, end) that a growth or a share can be of."""
    heads = [h for h in case.document.between("head", start, end) if _is_strong(case.text, h, end)]
    heads = [h for h, after in zip_longest(heads, heads[1:]) if after is None or h.end != after.start]  # 规上工业|税收
    heads = [h for h in heads if not EXCLUDED.search(case.text, max(start, h.start - 12), h.start)] or heads
    kept = [h for h in heads if not COMPARED.search(case.text, max(start, case.document.clause_start(h.start)), h.start)]
    return kept if kept or case.here else heads


def _is_strong(text: str, head: Mark, end: int) -> bool:
    if head.value in ("@area_word", "@arrived"):
        return False
    if head.word == "制造业" and head.value == "@sector" and OF_A_TRADE.search(text, max(0, head.start - 5), head.start):
        return False  # 仪器仪表制造业 is no 制造业
    joined = text[head.end : head.end + 1] in "、和数" or text.startswith("个数", head.end)
    return head.value not in WEAK or joined or COUNTED.match(text[head.end : end]) is not None


def _weak_head(case: Case, measured: Measured) -> list[Mark]:
    """Of 处置批而未供土地,完成全年任务的92.2%: any noun will do, where there is no other."""
    if measured.measure != "completion":
        return []
    heads = case.document.between("head", case.window.floor, measured.cue_start)
    return [h for h in heads if h.value not in ("@area_word", "@arrived", "@sector")][-1:]


def _after(case: Case) -> Indicated | None:
    """Of 60%的营业收入: the noun behind it."""
    comma = case.text.find("、", case.quantity.end, case.window.high)
    right = case.document.between("head", case.quantity.end, comma if comma > 0 else case.window.high)
    return indicated(case, right[-1]) if right else None


def _rate(case: Case, measured: Measured) -> tuple[Indicated, Draft | None]:
    """Of 开工率一季度50%,二季度90%: a rate's own noun, or the rate before it."""
    last = case.here[-1] if case.here else None
    own = PERIOD_ONLY.sub("", case.left)
    goes_on = last is not None and last.measure == "level" and unit_class(last.quantity) == "P" and not own
    if last is not None and (goes_on or THIS_FIGURE.search(own)):
        return last.what, last
    heads = strong_heads(case, case.window.floor, measured.cue_start)
    rates = [h for h in heads if "P" in h.dimensions]
    if rates:
        group = case.group(case.here) if rates[-1].value == "project_start_rate" else None
        firms = next((d for d in case.counts(case.here)), None) if rates[-1].value == "project_start_rate" else None
        if group is None and firms is not None and firms.what.code.startswith("enterprises_"):
            return Indicated("other", rates[-1].word, (rates[-1].word,), "other.rate"), None  # 规上企业复工168家,复工率100%
        return Indicated(rates[-1].value, rates[-1].word, group.what.scope if group else (), "rate.head"), None
    name = re.sub(r"(?:已|达到?|为|超过?|约|近|突破|高达|均)*$", "", case.left).strip(" 、的")
    return Indicated("other", name, (), "other.rate"), None


def _is_part(case: Case, head: Mark, measured: Measured) -> bool:
    """其中设备投资占比62%, 其中先进制造业项目占比六成: a part of the figure before, that its own words narrow."""
    kin = head.value == case.here[-1].what.code or head.value in PARTS
    return kin and head.start >= case.window.low and case.is_part and case.text.startswith("占比", measured.cue_start)


def _ranked(case: Case) -> What:  # noqa: PLR0911 - one a rule
    links = case.document.between("link", case.window.low, case.quantity.start)
    each = any(
        m.value == "each" and (m.word != "各" or case.text[m.end : m.end + 1] in "居列占位获") for m in links
    )  # 各口岸第一
    if LISTED_AMONG.search(case.left) and case.text[case.quantity.end - 1 : case.quantity.end + 1].find("强") >= 0:
        return [(Indicated("other", case.left[-12:], (), "other.listed"), None)]
    if RANKING.search(case.left) or OVERALL.search(case.text, case.window.clause, case.quantity.start):
        return [(Indicated("other", case.left[-16:], (), "other.ranking"), None)]
    levels = [d for d in case.here if d.measure == "level" and not _part(case, d)]
    listed = EACH_OF.search(case.left) if each else None
    if listed and INDEX.search(listed[1]):
        return [(Indicated("other", name, (), "other.rank"), None) for name in re.split(r"、|和|及|与", listed[1])]
    parts = re.split(r"、|和|及|与|,", listed[1]) if listed else []
    if len(parts) > 1 and all(ASPECT.search(p) for p in parts) and (last := carrier(case)) is not None:
        return [(last.what.with_scope(ASPECT.search(p)[1]) if "总" not in p else last.what, last) for p in parts]  # type: ignore[index]
    told = N_INDICATORS.search(case.left)
    if told and each:
        levels = levels[-int(numeral(told[1]) or 0) :]
    if each and levels:
        return [(d.what, d) for d in levels]
    named = OF_INDICATORS.search(case.left)
    if named and not levels:
        return [(Indicated("other", name, (name,), "other.rank"), None) for name in re.split(r"、|和|及|与", named[1])]
    last = carrier(case)
    if last is not None and last.sentence == case.window.sentence:
        pace = PACE.findall(case.left)
        return [(last.what.with_scope(*pace[-1:]), last)]
    aspect = OPENS_ASPECT.match(case.left) or ASPECT_OPENS.match(case.text, case.window.sentence.start)
    if last is not None and last.what.code != "other" and aspect:
        return [(last.what, last)]
    names = re.split(r"、|和|及|与", listed[1]) if listed else [case.text[case.window.low : case.quantity.end]]
    return [(Indicated("other", name, (), "other.rank"), None) for name in names]


def _part(case: Case, draft: Draft) -> bool:
    """Whether a figure is a part of the one before it: 其中10亿元以上项目12个."""
    return case.text.startswith("其中", case.document.clause_start(draft.quantity.start))


def carrier(case: Case) -> Draft | None:  # noqa: PLR0911 - one a case
    """The figure that a relative one hangs on: the last of its sentence, else of the sentence before in its paragraph."""
    done = [d for d in case.here if "stance.goal" not in d.rules]
    if len(done) < len(case.here):  # 17.8亿元,完成年任务75亿元的23.7%: of the figure, not of its goal
        return done[-1] if done else case.here[-1]
    if case.here and case.unit == "S" and unit_class(case.here[-1].quantity) == "P":
        return case.here[-1]
    if case.here and case.unit == "P" and ADJOINS.fullmatch(case.text, case.here[-1].quantity.end, case.quantity.start):
        return case.here[-1]
    if case.here:
        if unit_class(case.here[-1].quantity) == "M" and case.here[-1].measure == "level":
            return case.here[-1]
        return next((d for d in reversed(case.here) if d.what.code != "other" or d.measure != "level"), case.here[-1])
    if not case.drafts:
        return None
    same = case.drafts[-1].sentence.paragraph == case.window.sentence.paragraph
    if same or LOOKED_AT.match(case.text, case.window.sentence.start):
        return next((d for d in reversed(case.drafts) if d.measure == "level"), case.drafts[-1])
    return None


# 其中电子信息产业增长8%: of the industry's own output, value added or revenue, as the text has been speaking of.
INDUSTRY_GROWS = re.compile(
    r"(?:^|[,;:、。])(?:其中,?)?((?:[一二三四五六七八九十\d]大)?[\u4e00-\u9fffA-Za-z、“”]{2,30}?)(产业集群|产业链|集群|产业|制造业|行业|工业|业|领域)?[”]?(?:累计|今年|上半年|则|也|又|同样|分别|等行业)*的?(?:同比|较上年|比上年|较去年同期)?$"
)
OUTPUT_CODES = {
    "industrial_output", "industrial_output_ads", "cluster_output", "hightech_industry_output", "emerging_industry_output",
}  # fmt: skip
# An industry that grows: by its output, unless the text has told of another figure.
ALONE = ("产业", "制造业", "产业集群", "产业链", "集群")
NO_INDUSTRY = re.compile(r"第[一二三]|^(?:工业|服务业|文化|旅游|其他|各|相关|农业|传统)|高新技术|高技术|战略性?新兴|战新")
A_TRADE = re.compile(r"(?:制造|生产|供应|加工|采矿|采选|冶炼|制品|服务|运输|邮政|仓储|纺织|印刷|维修)业$")
INDUSTRY_CODES = OUTPUT_CODES | {
    "industrial_value_added_ads", "industrial_value_added", "service_revenue_ads", "operating_revenue", "invoiced_sales",
    "industrial_investment", "enterprise_profit",
}  # fmt: skip


def _industry_of(case: Case, measured: Measured, last: Draft | None) -> Indicated | None:
    """The industry whose growth alone is told, with the indicator that the text has been speaking of."""
    match = INDUSTRY_GROWS.search(case.text[case.window.low : measured.cue_start])
    if last is not None and last.what.code not in INDUSTRY_CODES:
        here = (d for d in reversed(case.drafts[-8:]) if d.sentence.paragraph == case.window.sentence.paragraph)
        last = next((d for d in here if d.what.code in INDUSTRY_CODES), None)
    if match is None or (last is None and match[2] not in ALONE):
        return None
    name = match[1] + (match[2] or "")
    known = is_trade(match[1]) or is_trade(name) or A_TRADE.search(name) is not None
    if not known and match[2] not in ALONE:
        return None
    if last is None and (NO_INDUSTRY.search(name) or len(match[1]) < 2):
        return None
    code = "cluster_output" if last is None or last.what.code in OUTPUT_CODES else last.what.code
    return Indicated(code, name, (bare_industry(name),), "growth.of_industry")


def _of_trades(case: Case, measured: Measured) -> Indicated | None:
    """What the paragraph before told, of some of its trades: 教育、租赁等四类行业增速分别为…."""
    before = case.drafts[-1].what if case.drafts and measured.measure == "growth" and OF_TRADES.search(case.left) else None
    return replace(before, scope=(), rule="growth.of_trades") if before and before.code in INDUSTRY_CODES else None


def _carried(case: Case, measured: Measured) -> tuple[Indicated, Draft | None]:  # noqa: PLR0911 - one a rule
    last = carrier(case)
    own = own_noun(case.document, case.cast, case.window.low, measured.cue_start)
    if last is None and (of_trades := _of_trades(case, measured)) is not None:
        return of_trades, None
    if last is not None and THIS_FIGURE.search(case.left):
        return last.what, last
    if last is None and measured.measure == "growth" and (told := _industry_of(case, measured, None)) is not None:
        return told, None
    if last is None:
        return Indicated("other", case.text[case.window.low : measured.cue_start].strip(" 、的"), (), "other.relative"), None
    if own and measured.measure == "share" and last.sentence == case.window.sentence and last.measure in ("level", "share"):
        scope = last.what.scope[:-1] if last.measure == "share" and last.what.scope else last.what.scope
        return replace(last.what, scope=(*scope, own.strip(",")), rule="share.of_part"), last
    if measured.measure == "growth" and (told := _industry_of(case, measured, last)) is not None:
        return told, None
    if own and not case.is_part and not TIMES_OF_THEN.match(case.left):
        return Indicated("other", own, (), "other.own_noun"), None
    of_share = measured.rule == "increment.points" and last.measure == "share" and "拉动" not in case.left
    own = "" if TIMES_OF_THEN.match(case.left) else own
    return last.what.with_scope(own, "占比" if of_share else ""), last
