"""When an article was written, as far as its own text settles it: the year, and the month where two times pin it down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.periods.mentions import PeriodMention
from transforms.periods.scanning import number, scan

FOUNDED = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?[^。;\n\d]{0,12}?"
    "(?:成立|设立|获批|批准|创建|建立|组建|诞生|挂牌|落户|开发建设|起步|建区|建园|升格|升级|晋升|晋级|更名|封关|动工兴建|始建)"
)
ELAPSED = re.compile(
    r"(?<![近十百千0-9、-])第?(?:(?<=经过)(?P<few>[2-9]|[二两三四五六七八九])年(?:的)?(?:发展|建设|努力|奋斗|培育)|(?P<n>\d{2}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:周年|个年头|年(?:,|,?就在|过去|来|间|弹指|再|"
    "的?(?:风雨|砥砺|奋斗|春华|风霜|光阴|蝶变|历程|发展))))"
)
PRESENT = re.compile(r"(?<![到至在于])(?P<year>20\d\d)年,?是(?!.{0,6}的[0-9])")
# What just happened has its year in its name: 昨日,举行2019年第二季度集中开工活动.
HELD = re.compile(
    r"(?:近日|日前|昨[日天]|今[日天]|当[日天]|\d{1,2}(?:日|(?=召开|举行)))(?:上午|下午)?[^。;\n\d]{0,60}?"
    r"(?P<year>20\d\d)(?:年(?!度)|(?=[\u4e00-\u9fff])(?![家个户项亩万亿元人余多]))"
    r"(?:(?!表彰|总结|颁奖|百强|考核|评比)[^。,;\n]){0,24}?"
    "(?:仪式|活动|开幕式|观摩会|[大峰年]会|论坛|推进会|洽谈会|推介会|签约会|招商会|动员会|动员大会|博览会|交易会|工作会|开工|签约)"
)
ENDING = re.compile(r"(?P<year>20\d\d)年(?:即将|行将|就要|将要|已近|临近|接近)(?:收官|过去|结束|尾声|收尾|落幕|远去)")
INTENDED = re.compile(r"(?<![到至在于])(?P<year>20\d\d)年,[^。;\n]{0,24}?(?:将|力争|必须|计划|要(?!求)|确保)")
LAST_YEARS_OWN = re.compile(
    r"去年[^。\n]{0,40}?(?:(?P<year>20\d\d)年度|[^。\n]{0,120}?“[^”\n]{0,8}(?P<year3>20\d\d)[^”\n]{0,8}”)|(?P<year2>20\d\d)年(?:度)?\(去年\)"
)
THIS_YEARS_OWN = re.compile(
    r"今年[^。\n]{0,40}?(?<![到至])(?P<year>20\d\d)年度?(?:计划|拟|安排)|今年[(,]?即?(?P<year2>20\d\d)年[),]|(?<![到至])(?P<year3>20\d\d)年\(今年\)"
)
# 6月12日,…印发《关于做好2023年…的通知》: what is made known is of the year, and a year's list after its middle.
# 2018年计划投资27亿元, in a text that speaks of 今年.
PLANNED_FOR = re.compile(
    r"(?<![到至])(?P<year>20\d\d)年度?(?:(?:计划|拟|预计)(?:完成)?(?:年度)?投资"
    r"|,?[^,。;\n\d]{0,10}(?:安排|列入|铺排|实施)[^。;\n]{0,40}年度?(?:计划投资|投资计划))"
)
MADE_KNOWN = re.compile(
    r"(?:^|[^\d年])(?P<month>1[0-2]|[1-9])月(?:3[01]|[12]\d|[1-9])日[^。\n]{0,40}?(?:公布|印发|下发|发布|获悉|公示)[^。\n]{0,24}?"
    r"(?<!\d)(?P<year>20\d\d)年(?P<whole>度)?[^。,;\n]{0,24}?(?:名单|通知|方案|要点|公告|清单|目录)"
)
TWO_YEARS = re.compile(r"[比较](?P<year>20\d\d)年同期[^。\n]{0,40}两年(?:平均|复合)")
WORK_REPORT = re.compile(r"\s*(?:[^\n]{0,20}?)(?P<year>20\d\d)年[^\n,。]{0,20}政府工作报告")
NEW_YEAR = re.compile("新年伊始|新春伊始|元旦刚过|新年第一|开年第一|元旦假期")
PLAN_YEAR = re.compile(
    r"今年是[^。\n]{0,10}?“?(?P<n>十[一二三四五六])五”?(?:规划)?(?:的|实施的)?(?P<which>开局|首|第[一二三四]|收官|最后一)"
)
ORIGINS = {"建党": 1921, "中国共产党成立": 1921, "新中国成立": 1949, "建国": 1949, "改革开放": 1978, "香港回归": 1997,
           "澳门回归": 1999, "建军": 1927}
JUBILEE = re.compile(rf"今年是[^。\n]{{0,12}}?(?P<what>{'|'.join(ORIGINS)})(?P<n>\d{{2,3}})周年")
# The day of what a report without a stamp begins with; no day of a founding looked back on.
DATED_LEAD = re.compile(
    r"^(?:[^。\n,]{0,20}(?:讯|消息)[:,\s]{0,2})?(?P<day>(?P<y>20\d\d)年(?P<m>1[0-2]|[1-9])月(?:3[01]|[12]\d|[1-9])日)(?!前|起|至|以来)"
    r"(?![^。\n]{0,16}(?:成立|设立|获批|批准|印发))",
    re.M,
)
AHEAD = re.compile(r"(?:将|拟|计划|预计|力争)[于在到]?[^,。;\n]{0,6}$")
# The day that a text begins with, a headline before it or none.
LEAD = re.compile(r"^(?:[^。\n\d]{2,40}\n)?\s*(?:[^。\n]{0,30}讯[^。\n]{0,24}?)?(?P<m>1[0-2]|[1-9])月(?P<d>3[01]|[12]\d|[1-9])日")
FOR_A_YEAR = re.compile(r",?[^,。;\n]{0,16}?(?:计划|将|力争|拟)")
DONE_BY = re.compile(r",?[^,。;\d]{0,10}(?:累计|已)")  # 到2011年5月,累计完成投资9亿元
OWN_WORK = re.compile(r"[^,。;\d]{0,12}工作[^,。;\d]{0,12}[,。;]")  # 使2018年度招商工作取得实效。今年1至10月…
# 去年,…46.8%,比2014年提高2.7个百分点: what last year is compared with is the year before it.
BEFORE_LAST = re.compile(r"(?:去年|上年)[^。\n]{0,80}?[比较](?P<year>20\d\d)年(?:底|末)?(?:提|增|下|上|减|净|多|高|低)")
SINCE = re.compile(r"20\d\d年初?以来$")  # not 2003年正式开园以来
FEW = 40  # founding years and spans looked at, so that no text makes the pairs many
FIRST_QUARTER = 3
SOON = 2  # months after a run of months in which it is reported
MIDDLE = 6  # from this month on a year's list (2023年度…名单) is of the year itself
LATE = 11  # 1-11月 of a year may be told of in the next January
OPENING = 250  # characters in which an undated report names the day of what it tells of
NEAR = 300  # characters between a founding year and the years since
# The basis of a date that is only the last year that a text tells of: the article may be of any later time.
GUESSED = re.compile(
    r"the text: (?:(?:今年|months) after [^;]*|"
    r"[^;\d]{0,5}(?:19|20)\d\d年(?:[上下]半年|[^;]{0,8}季度|[^;]{1,10}月[^;]{0,3}|全年)?)$"
)
LAST_MONTH = re.compile("上月|上个月")


def infer_published(text: str, *, opening: bool = False) -> tuple[str | None, str]:
    """The date that a folded article settles by itself (``2024`` or ``2025-07``), and the words that settle it.

    For articles without a dateline. Gives ``(None, "")`` where the text leaves the year open. With ``opening`` a day named in its
    first lines tells the month, where the year is said outright: too little to doubt a stamp by.
    """
    mentions = scan(text)
    year, why, outright = _year(text, mentions)
    if year is None:
        lead = DATED_LEAD.search(text) if opening else None
        return (f"{lead['y']}-{int(lead['m']):02}", lead.group("day")) if lead else (None, "")
    month, also = _month(text, mentions, year, opening, outright)
    past = [m for m in mentions if m.year == year and m.edge != "by" and m.kind != "comparison" and not _ahead(text, m)]
    told = [m.last for m in past if m.last]
    if month and not outright and max(told, default=0) > month:  # 新年伊始 after 2021年12月
        year += 1
    return (f"{year}-{month:02}", f"{why}; {also}") if month else (str(year), why)


def _year(text: str, mentions: list[PeriodMention]) -> tuple[int | None, str, bool]:
    """The year that the first rule to fit settles; the surest rules stand first, and the last does not say it outright."""
    named = [m for m in mentions if m.year and m.kind not in ("comparison", "day") and not _ahead(text, m)]
    named = [m for m in named if m.edge != "by" or (m.first and DONE_BY.match(text, m.end))]
    latest = max((_last_year(m) for m in named), default=0)
    for year, why in (*_said_outright(text), *_intended(text, mentions), *_elapsed(text)):
        if year >= latest:
            return year, why, True
    known = MADE_KNOWN.search(text, 0, OPENING)
    if known and int(known["year"]) >= latest and (known["whole"] is None or int(known["month"]) >= MIDDLE):
        return int(known["year"]), known["year"] + "年 made known", True
    for year, why in _reported(text, named, mentions):
        if year >= latest:
            return year, why, False
    return None, "", False


def _said_outright(text: str) -> Iterator[tuple[int, str]]:
    """2023年是…, 今年是“十四五”收官之年, 今年是改革开放40周年, 去年…2023年度."""
    if report := WORK_REPORT.match(text):  # given in the first weeks of its year, on the year before
        yield int(report["year"]), report.group()
    if present := max(PRESENT.finditer(text), key=lambda m: m["year"], default=None):
        yield int(present["year"]), present.group()
    if held := max(HELD.finditer(text), key=lambda m: m["year"], default=None):
        yield int(held["year"]), held.group()
    if ending := ENDING.search(text):
        yield int(ending["year"]), ending.group()
    if plan := PLAN_YEAR.search(text):
        first = 2001 + 5 * (number(plan["n"]) - 10)
        later = {"收官": 4, "最后一": 4, "第二": 1, "第三": 2, "第四": 3}
        yield first + later.get(plan["which"], 0), plan.group()
    if jubilee := JUBILEE.search(text):
        yield ORIGINS[jubilee["what"]] + int(jubilee["n"]), jubilee.group()
    if two := TWO_YEARS.search(text):
        yield int(two["year"]) + 2, two.group()[:8]
    if own := THIS_YEARS_OWN.search(text):
        yield int(own["year"] or own["year2"] or own["year3"]), f"今年 beside {own['year'] or own['year2'] or own['year3']}年"
    if "今年" in text and (planned := max(PLANNED_FOR.finditer(text), key=lambda m: m["year"], default=None)):
        yield int(planned["year"]), planned.group()
    if past := LAST_YEARS_OWN.search(text):
        year = int(past["year"] or past["year2"] or past["year3"])
        yield year + 1, f"去年 beside {year}年度"


def _intended(text: str, mentions: list[PeriodMention]) -> Iterator[tuple[int, str]]:
    """2024年…将 is the article's own year where the year before is told of as past; else it may be any year to come."""
    intended = max(INTENDED.finditer(text), key=lambda m: m["year"], default=None)
    if intended:
        year = int(intended["year"])
        told = max((_last_year(m) for m in mentions if 0 < _last_year(m) < year), default=0)
        last_year = any(m.offset == -1 and m.kind != "comparison" for m in mentions)
        this_year = any(m.offset == 0 and m.kind == "year" for m in mentions)
        again = text.count(f"{year}年") > 1
        if told == year - 1 or (not told and (last_year or this_year or again)):
            yield year, intended.group()[:12]


def _elapsed(text: str) -> Iterator[tuple[int, str]]:
    """A founding year and the years since, where they stand near each other: 1992年成立, 32年."""
    founded = list(FOUNDED.finditer(text))[:FEW]
    for elapsed in list(ELAPSED.finditer(text))[:FEW]:
        for origin in founded:
            if abs(origin.start() - elapsed.start()) < NEAR:
                years = elapsed["few"] or elapsed["n"]
                yield int(origin["year"]) + number(years), f"{origin['year']}年 + {years}年"


def _reported(text: str, named: list[PeriodMention], mentions: list[PeriodMention]) -> Iterator[tuple[int, str]]:
    """A part of a year just past is of the article's own year (2025年上半年); a year's end beside 今年 is of the year before."""
    this_year = any(m.offset == 0 or (m.first and m.year is None and m.offset is None) for m in mentions)
    named = [m for m in named if m.edge != "since"]  # 自2019年7月封关以来
    parts = [m for m in named if m.first is not None and m.last is not None and m.last < LATE]
    parts = [m for m in parts if m.kind != "month" or not FOUNDED.match(text, m.start)]
    own_parts = [m for m in mentions if m.offset == 0 and m.kind in ("quarter", "half", "months") and not _ahead(text, m)]
    wholes = [m for m in named if m.kind == "year" and not m.edge and m.first is None and not FOUNDED.match(text, m.start)]
    planned = [m for m in wholes if FOR_A_YEAR.match(text, m.end) or (m.text.endswith("年度") and OWN_WORK.match(text, m.end))]
    wholes = [m for m in wholes if m not in planned]
    ends = [m for m in named if m.edge in ("asof", "end") and (m.last is None or m.last == 12)]
    if ends and this_year and max(map(_last_year, ends)) >= max(map(_last_year, parts), default=0):
        end = max(ends, key=_last_year)
        yield _last_year(end) + 1, f"今年 after {end.text}"
    elif own_parts and planned and max(map(_last_year, planned)) > max(map(_last_year, (*wholes, *parts)), default=0):
        own = max(planned, key=_last_year)  # 2021年,计划安排项目94项。今年前7个月…
        yield _last_year(own), f"今年 beside {own.text}"
    elif own_parts and wholes and max(map(_last_year, wholes)) > max(map(_last_year, parts), default=0):
        whole = max(wholes, key=_last_year)  # 2010年…,今年一季度…
        yield _last_year(whole) + 1, f"今年 after {whole.text}"
    elif wholes and NEW_YEAR.search(text):
        whole = max(wholes, key=_last_year)
        yield _last_year(whole) + 1, f"months after {whole.text}"
    elif parts:
        part = max(parts, key=_last_year)
        yield _last_year(part), part.text
    else:  # 1至9月…,较2023年末净增…
        run = any(m.first == 1 and m.year is None and m.offset in (None, 0) for m in mentions)
        bases = [m for m in mentions if m.kind == "comparison" and m.year and _is_base(text, m)]
        since = [m for m in mentions if m.edge == "since" and m.kind == "year" and SINCE.search(m.text)]
        if run and bases:
            base = max(bases, key=_last_year)
            yield _last_year(base) + 1, f"months after {base.text}"
        elif since and not wholes:  # 2021年以来, said in 2021
            last = max(since, key=_last_year)
            yield _last_year(last), last.text
        elif before := BEFORE_LAST.search(text):
            yield int(before["year"]) + 2, f"months after {before['year']}年"


def _is_base(text: str, mention: PeriodMention) -> bool:
    """Whether what is compared with is the year before: its end, the whole of it, or its same months (比2022年同期)."""
    return mention.edge == "end" or "全年" in mention.text or text.startswith("同期", mention.end)


def _last_year(mention: PeriodMention) -> int:
    return mention.year_last or mention.year or 0


def _ahead(text: str, mention: PeriodMention) -> bool:
    return bool(AHEAD.search(text, max(0, mention.start - 12), mention.start))


def _month(text: str, mentions: list[PeriodMention], year: int, opening: bool, outright: bool) -> tuple[int | None, str]:
    """The month: the one after the last month reported where 上月 is said; the month of a dated lead, or of a day soon after."""
    ended = [m.last for m in mentions if m.kind in ("months", "half", "quarter") and m.last and m.edge != "by"
             and _last_year(m) in (0, year) and m.offset in (0, None) and not _ahead(text, m)]
    last_month = LAST_MONTH.search(text)
    if last_month and ended and max(ended) < 12:
        return max(ended) + 1, f"{last_month.group()} after month {max(ended)}"
    new_year = NEW_YEAR.search(text)
    if new_year and (not ended or max(ended) <= FIRST_QUARTER):
        return 1, new_year.group()
    if lead := LEAD.match(text):
        return int(lead["m"]), lead.group().split("\n")[-1].strip()[-12:]
    days = [m for m in mentions if m.kind == "day" and m.first and m.year in (None, year) and m.offset in (None, 0)]
    if not opening or not days or days[0].start >= OPENING or _ahead(text, days[0]):
        return None, ""
    begun = max((m.first or 0 for m in mentions if m.last in ended), default=0)
    told = days[0].first or 0
    soon = bool(ended) and 0 < told - max(ended) <= SOON
    return (told, days[0].text) if soon or (outright and begun <= told) else (None, "")
