"""Runs of figures joined by 、 and 和, and the lists that they are paired with one for one."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.observe.amounts import sector
from transforms.observe.apart import row_of, says_so, told_of_all
from transforms.observe.case import Case, fits
from transforms.observe.document import Document
from transforms.observe.goods import PARTNERS, TRADED, listed
from transforms.observe.lexicon import Mark
from transforms.observe.measures import Measured
from transforms.observe.model import Draft, Indicated, Subject, unit_class
from transforms.observe.timing import Timing, When
from transforms.observe.timing.rows import row_of as row_of_periods
from transforms.quantities import Quantity

JOINT = re.compile(r"\s*(?:、|和|与|及|以及|,)\s*")
LIST_JOINT = re.compile(r"^(?:个?数|额|数?量|总量)?(?:、|和|与|及|以及|,)[^,;。:\d]{0,14}$")


def runs(document: Document, figures: list[Quantity]) -> list[list[Quantity]]:
    """Figures in groups: neighbours of one sort with nothing but a joint between them stand together."""
    out: list[list[Quantity]] = []
    for figure in figures:
        last = out[-1][-1] if out else None
        end = last.end + document.text.startswith(("位", "名"), last.end) if last is not None and last.unit == "第" else 0
        joined = last is not None and JOINT.fullmatch(document.text, max(end, last.end), figure.start)
        if last is not None and joined and unit_class(last) == unit_class(figure):
            out[-1].append(figure)
        else:
            out.append([figure])
    return out


def coordinated(document: Document, heads: list[Mark], floor: int) -> list[Mark]:
    """The last noun and those that 、 and 和 join to it, in the text's order."""
    group = [heads[-1]]
    for head in reversed(heads[:-1]):
        between = document.text[head.end : group[0].start]
        if not LIST_JOINT.match(between) or head.start < floor or ("," in between and len(group) == 1):
            break
        group.insert(0, head)
    return group


RELATIVE = "PSR"  # percentages, points and ranks are of any noun
TOTALS = re.compile(r"总数|总量|累计|总额|存量|增至|增加到|达到|发展到")
# What stands between a list of industries and what they have: …等三大主导产业的|产值, …三类行业|增速.
AFTER_LIST = re.compile(
    r"(?:等)?(?:\(.*?\))?(?:[两二三四五六七八九十\d]+(?:大|个|类))?(?:主导|支柱|重点|优势|特色|新兴|先进|战略性新兴|高成长性?|传统)*"
    r"(?:产业集群|产业链|产业|行业|集群|制造业|领域|板块|企业|门类)?(?:上半年|全年|今年|一季度)?(?:累计|合计|共|已|规上|规模以上|工业)*(?:实现|完成|的)*$"
)
MANY = re.compile(r"产业|行业|集群|制造业|领域|板块|门类|业|[两二三四五六七八九十\d](?:大|个|类)")
DOING_WELL = re.compile(  # 新材料、航空装备产业后来居上,2022年分别实现产值
    r"((?:[\u4e00-\u9fffA-Za-z]{2,10}?[、和及])+[\u4e00-\u9fffA-Za-z]{2,8}?)(?:等)?(?:[两二三四五六七八九十\d](?:大|个))?(?:主导|支柱|重点|优势|特色|新兴|先进)*(?:产业|行业|集群|制造业)[^,;。]{0,8}$"
)
BEFORE_LIST = re.compile(
    r".*(?:[,:;。年月]|其中|[全我][区市县省州]|园区|[高经综]\S区|半年|季度|[^目标]的|从行业看|分行业看|发展|打造|培育|围绕|聚焦|形成)"
)
A_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z“”()]{2,14}")
NOT_A_NAME = re.compile(r"企业|公司|收入|投资|增加值|总额|利润|用电|出口|进口|增长|同比|项目|分别|[省市县区镇乡州盟旗]$")
GROWTHS = re.compile(r"(?:增速|增幅|降幅|同比|比重|占比|增长)(?:同比)?$")
PARTNER_LIST = re.compile(
    rf"(?:对|向|与|和|自|从)((?:(?:{PARTNERS})[、和及与])+(?:{PARTNERS}))(?:等)?(?:市场|地区|国家)?(?:的)?(?:进出口|出口|进口)?(?:总?[额值])?$"
)
Paired = list[tuple[Indicated, Draft | None, Subject | None, When | None]]


# 第一、二、三产业分别增长…, 三次产业增加值分别为…: the first two no indicator has.
THREE_SECTORS = re.compile(r"(?:三次|第?一、?二、?三次?)产业(?:增加值)?[^,;。\d]{0,8}(?:分别|依次)")
SECTORS = ("第一产业", "第二产业", "第三产业")


def pairs(cases: list[Case], measured: Measured, timing: Timing) -> Paired | None:  # noqa: PLR0911 - one a rule
    """What each figure of a run is of: as many nouns, periods, or figures before; None where nothing pairs."""
    from transforms.observe.relative import indicated, strong_heads  # noqa: PLC0415 - it joins nouns by this module

    first, n = cases[0], len(cases)
    sentence = first.window.sentence
    if n == len(SECTORS) and (sectors := THREE_SECTORS.search(first.text, first.window.clause, first.quantity.start)):
        return [(sector(name), None, None, None) for name in SECTORS] if sectors else None
    heads = strong_heads(first, first.window.floor, min(measured.cue_start, first.quantity.start))
    if first.unit not in RELATIVE:  # A公司、B公司产值分别是16亿元、2亿元: firms are no amounts
        heads = [head for head in heads if fits(head, first.unit)]
    if heads:
        group = coordinated(first.document, heads, first.window.floor)
        if len(group) == n:
            return [(indicated(case, head), None, None, None) for case, head in zip(cases, group, strict=True)]
        whose = row_of(first, n)
        if whose:
            return [(indicated(first, heads[-1]), None, subject, None) for subject in whose]
        listed = _industries(first, n, heads[-1])
        if listed:
            return [(what, None, None, None) for what in listed]
        counted = [d for d in first.here[-n:] if unit_class(d.quantity) == "C" and d.measure == "level"]
        if first.unit == "M" and len(counted) == n and len({d.what.code for d in counted}) == 1:
            what = indicated(first, heads[-1])  # 外资项目8个、内资项目28个,投资总额分别为3.2亿美元和126亿元
            return [(replace(what, scope=d.what.scope), None, None, None) for d in counted]
        whens = _periods(first, n, measured, timing)
        return [(indicated(first, heads[-1]), None, None, when) for when in whens] if whens else None
    if told := _again(first, n, measured):
        return told
    whose = row_of(first, n) if says_so(first) else None
    if whose and (of_all := told_of_all(first, measured)) is not None:
        return [(of_all, None, subject, None) for subject in whose]
    if named := _industries_again(first, n, measured):
        return [(what, None, None, None) for what in named]
    said = [d for d in first.here if d.sentence == sentence and (d.measure in ("level", "growth") or "increment.verb" in d.rules)]
    # 财政收入3.4亿元(比上年的2.8亿元增加6000万元),分别增长…
    before = [d for d in said if not first.document.in_aside(d.quantity.start, d.quantity.end, first.quantity.start)][-n:]
    if measured.measure in ("growth", "share", "completion", "rank") and len(before) == n:
        apart = len({d.subject.name for d in before}) == n  # 其中青州1402万吨、云州423万吨,分别增长52%、12%
        return [(d.what, d, d.subject if apart else None, None) for d in before]
    return _of_the_same(cases) or _paced(cases, measured, timing)


def _paced(cases: list[Case], measured: Measured, timing: Timing) -> Paired | None:
    """A市、B市增速分别达18%、15%, 4至6月分别增长…: the growths of what the text has been speaking of."""
    from transforms.observe.relative import relative  # noqa: PLC0415 - it joins nouns by this module

    first = cases[0]
    apart = measured.measure in ("growth", "share") and "分别" in first.text[_last(first) : first.quantity.start]
    if not apart:
        return None
    what = relative(first, measured)[0][0]
    if whose := row_of(first, len(cases)):
        return [(what, None, subject, None) for subject in whose]
    whens = _periods(first, len(cases), measured, timing)
    return [(what, None, None, when) for when in whens] if whens else None


def _of_the_same(cases: list[Case]) -> Paired | None:
    """戴南镇、张郭镇分别完成210亿元、95亿元, of what the text has been speaking of."""
    from transforms.observe.money import amount  # noqa: PLC0415 - it joins nouns by this module

    if cases[0].unit == "R" and "分别" in cases[0].left and (whose := row_of(cases[0], len(cases))):
        what = Indicated("other", cases[0].left[-12:], (), "other.ranking")  # A、B、C排名分别为第一、第四、第六
        return [(what, None, subject, None) for subject in whose]
    apart = cases[0].unit == "M" and cases[0].text.startswith("分别", _last(cases[0]))
    whose = row_of(cases[0], len(cases)) if apart else None
    return [(amount(case), None, subject, None) for case, subject in zip(cases, whose, strict=True)] if whose else None


def _last(first: Case) -> int:
    """Where the last mention before a figure ends in its clause."""
    return max((m.end for m in first.cast.between(first.window.clause, first.quantity.start)), default=first.window.clause)


def _again(first: Case, n: int, measured: Measured) -> Paired | None:
    """The totals of what was just added (新增…5家、…21家,总数分别达到18家、96家), the points by which growths differ."""
    said = first.text[first.window.low : first.quantity.start]
    if "分别" not in said or len(first.here) < n:
        return None
    last = first.here[-n:]
    if measured.rule == "increment.points" and all(d.measure == "growth" for d in last):
        return [(d.what, d, None, None) for d in last]
    alike = all(unit_class(d.quantity) == first.unit and d.measure in ("increment", "level") for d in last)
    if measured.measure == "level" and alike and TOTALS.search(said):
        return [(d.what, None, None, None) for d in last]
    return None


def _industries(first: Case, n: int, head: Mark) -> list[Indicated] | None:
    """As many industries as figures: 电子信息、装备制造、新材料三大产业分别实现产值…."""
    from transforms.observe.relative import indicated  # noqa: PLC0415 - it joins nouns by this module

    apart = first.text.rfind("分别", first.window.clause, head.start)
    output = head.value == "@output"
    if first.unit in "MP" and head.value in TRADED and (partners := _partners(first, n, apart)):
        what = indicated(first, head)
        return [replace(what, scope=(name,), rule="series.partners") for name in partners]
    if first.unit in "MP" and head.value in TRADED and (goods := listed(first.text[first.window.clause : head.end], n)):
        return [replace(indicated(first, head), scope=(name,), rule="series.traded") for name in goods]
    names = _named(first, n, apart, output=output) if apart >= 0 else _named(first, n, head.start, output=output)
    if (
        not names
        and apart >= 0
        and (match := DOING_WELL.search(first.text, first.window.sentence.start, max(first.window.clause - 1, 0)))
    ):
        names = re.split(r"、|和|及", match[1])
    if len(names) != n:
        return None
    what = indicated(first, head)
    return [Indicated(_of_industry(what.code, head.value), what.text, (name,), "series.industries") for name in names]


def _partners(first: Case, n: int, apart: int) -> list[str]:
    """As many partners as figures: 对韩国、巴西分别进出口5.2亿元、3.7亿元."""
    found = PARTNER_LIST.search(first.text, first.window.sentence.start, apart) if apart >= 0 else None
    names = re.split(r"、|和|及|与", found[1]) if found else []
    return names if len(names) == n else []


def _of_industry(code: str, noun: str = "") -> str:
    """The indicator of one industry, of what all of them have."""
    output = noun == "@output" or code in ("industrial_output", "industrial_output_ads", "hightech_industry_output")
    return "cluster_output" if output else code


def _named(first: Case, n: int, end: int, *, output: bool = False) -> list[str]:
    """The names of a list of ``n`` that ends at ``end``, but for what is said of all; none where it is no such list."""
    low = max(first.window.sentence.start, end - NAMES_REACH)
    said = first.text[low:end].rpartition(";")[2] if end > low else ""
    low = end - len(said)
    tail = AFTER_LIST.search(said)
    said = said[: tail.start()] if tail else said
    several = output or said.endswith("业") or (tail is not None and MANY.search(tail[0]) is not None)
    names = said.split("、")[-n:]
    if len(names) < n:
        names = [*names[:-1], *re.split(r"以及|和|及|与", names[-1], maxsplit=1)] if len(names) == n - 1 else []
    if not names or not several:
        return []
    whose = [first.text[m.start : m.end] for m in first.cast.between(low, end)]
    names = [next((name.removeprefix(w) for w in whose if w and name.startswith(w)), name) for name in names]
    names[0] = BEFORE_LIST.sub("", names[0])
    if names[-1].endswith("业") and not all(name.endswith("业") for name in names):
        names[-1] = names[-1].removesuffix("业")
    good = all(A_NAME.fullmatch(name) and not NOT_A_NAME.search(name) for name in names)
    return [re.sub(r"\(.*?\)", "", name).strip("“”") for name in names] if good else []


def _industries_again(first: Case, n: int, measured: Measured) -> list[Indicated] | None:
    """As many industries, of what the text has been speaking of: A、B、C三类行业增速分别为…, A、B两大产业分别完成投资…."""
    at = first.text.rfind("分别", first.window.clause, first.quantity.start)
    if at < 0 or measured.measure not in ("growth", "share", "level"):
        return None
    said = first.text[first.window.low : at]
    pace = GROWTHS.search(said)
    names = _named(first, n, first.window.low + pace.start() if pace else at) or _named(first, n, max(first.window.clause - 1, 0))
    near = [d for d in first.drafts[-4:] if d.sentence.paragraph == first.window.sentence.paragraph]
    last = next((d for d in reversed(near) if d.what.code in SECTORAL), None)
    counts = last is not None and last.what.code == "projects_signed"
    if names and last is None and measured.measure == "growth" and said.endswith(GROWING):
        return [Indicated("cluster_output", name, (name,), "series.industries") for name in names]
    if not names or last is None or (first.unit == "C") != counts:
        return None
    return [Indicated(_of_industry(last.what.code), last.what.text, (name,), "series.industries") for name in names]


GROWING = ("产业增速", "产业增幅", "产业", "制造业增速", "制造业")
NAMES_REACH = 90  # code points that the names of a list take at most
# What industries have, and their lists go on about.
SECTORAL = {
    "service_revenue_ads", "operating_revenue", "industrial_value_added_ads", "industrial_value_added", "industrial_output",
    "industrial_output_ads", "cluster_output", "fixed_asset_investment", "industrial_investment", "hightech_industry_output",
    "service_value_added", "tax_revenue", "enterprise_profit", "exports", "electricity_consumption", "projects_signed",
}  # fmt: skip


def _periods(first: Case, n: int, measured: Measured, timing: Timing) -> list[When] | None:
    """As many periods as figures: named one by one, or the years of a run (2016年至2018年)."""
    sentence = first.window.sentence
    when = timing.named(sentence, first.quantity.start)
    if when is None or not when.time_period or measured.measure not in ("level", "growth"):
        return None
    if row := row_of_periods(first.text[sentence.start : first.quantity.start], when.time_period[:4], n):
        return [When(period, when.period_basis, "period.row") for period in row]
    mentions = timing.mentions(sentence.start, first.quantity.start)
    return [timing.resolve(p, sentence) for p in mentions[-n:]] if len(mentions) >= n else None
