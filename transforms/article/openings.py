"""The year of a day that a report begins with: by the times that its text names as past, and by what it aims at."""

from __future__ import annotations

import re

from transforms.article.dateline import Dateline, of_year
from transforms.repair import fold

MAX_READ = 20_000  # characters of the text that are read for its date
_TOLD = re.compile(r"(?<![到至在\d])(20\d\d)年(?!底前|前)")
_PAST = re.compile(r"(?<!到)(?P<year>20\d\d)年(?:(?P<month>1[0-2]|[1-9])月)?(?!底?前)")
YEARS_END = 11  # from this month on a year told of is the article's own
OPENING = 200  # characters in which a report without a stamp names the day of what it tells of
REPOSTED, MOST_LATER = 3, 9  # months between the day that a report begins with and a stamp that is a re-posting
_HAPPENED = re.compile(r"[^。\n]{0,40}?(?:举行|举办|召开|签约|开工|开幕|揭牌|竣工|投产|启动|舉行|簽約|開工|開幕)")
_MONTHS_TOLD = re.compile(r"(?<!\d)(1[0-2]|[1-9])月")
_OPENING_DAY = re.compile(r"(?<![\d年])(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日")
_FOUNDED = re.compile(  # what befell a park one day: no time of a statistic
    r"20\d\d年(?:1[0-2]|[1-9])月(?:\d{1,2}日)?[^,。;，；\n\d]{0,14}?(?:批[复復准準]|同意|成立|[设設]立|[获獲]批|升[级級格]|[挂掛]牌)"
)
_PLANNED = re.compile(
    r"(?:[预預][计計]|将|將|拟|擬|[计計][划劃]|力[争爭]|[确確]保)[^,。;，；\n]{0,8}?20\d\d年(?:(?:1[0-2]|[1-9])月)?"
)
_YEARS_MONTH = re.compile(r"(?<!到)20\d\d年(?:1[0-2]|[1-9])月")
_TO_COME = re.compile("将|拟|计划|预计|定于|至|—|-")
LATER = 40  # days by which what a report begins with can follow a stamp of the same year
_YEAR_DONE = re.compile(
    r"(?<![到至在创\d])(20\d\d)年(?:度|全年|底)?(?!以[来來])(?!,?[^,。;]{0,20}(?:将|力争|计划|目标|确保|预计))[^。;]{0,40}?(?:实现|完成|达到?|增长|下降|突破|位[居列]|排名|荣?获|入选|新增|引进)"
)
_YEAR_AHEAD = re.compile(
    r"(?<![到至在\d])(20\d\d)年(?:,?[^,。;]{0,16}?(?:[计計][划劃]|将|將|力[争爭]|拟|擬)|初?以[来來](?!的?[最新首单]))"
)
NEW_YEAR = 4  # up to this month an article tells of the year before as a whole


def year_by(text: str, month: int) -> str:
    """The year of a day without one (1月20日电), by the latest time that the text names as past.

    A part of a year that had begun by that month is of it; a later part is of the year before. A whole year told of is the one
    before early in a year, and the article's own at its end.
    """
    told = _FOUNDED.sub("", text[:MAX_READ])
    times = [(int(m["year"]), int(m["month"] or 0)) for m in _PAST.finditer(told)]
    years = [int(year) for year in _TOLD.findall(told)]
    if not years:
        return ""
    latest = max(years)
    if re.search(rf"[比较較]{latest}年同期", text):
        return str(latest + 1)
    if re.search(rf"{latest}年(?:上半年|前?[一二三]季度|前[一二三四五六七八九十\d]|[1-9][-—至])", text):
        return str(latest)
    ahead = _YEAR_AHEAD.search(text)
    if ahead and int(ahead[1]) == latest and "今年" in text:  # 2021年,…计划…。今年前7个月…
        return str(latest)
    months = [told for year, told in times if year == latest and told]
    if months:
        return str(latest if max(months) <= month else latest + 1)
    return str(latest + 1) if month <= NEW_YEAR else str(latest) if month >= YEARS_END else ""


def opening_month(text: str) -> str | None:
    """The month of a day in the first lines that looks back on a year just over: 1月10日…2012年全年实现… is of 2013-01.

    Of a day on which something was held, the year is that of the last month told of before it; at a year's end the year told of
    is its own; and where no year is told of as done, it is the one that something is planned for.
    """
    day = _OPENING_DAY.search(text[:OPENING])
    if day is None:
        return None
    if int(day[1]) >= NEW_YEAR:
        held = _HAPPENED.match(text, day.end()) and _TO_COME.search(text, max(0, day.start() - 12), day.start()) is None
        told = _PLANNED.sub("", text) if held else ""
        year = year_by(told, int(day[1])) if _YEARS_MONTH.search(told) else ""
        if year:
            return f"{year}-{int(day[1]):02}"
    if _TO_COME.search(text, max(0, day.start() - 12), day.start()):
        return None
    folded = _PLANNED.sub("", fold(text[:MAX_READ]).text)
    if done := [int(year) for year in _YEAR_DONE.findall(folded)]:
        return f"{max(done) + (int(day[1]) < YEARS_END)}-{int(day[1]):02}"
    ahead = _YEAR_AHEAD.search(folded)
    later = ahead is not None and any(year > ahead[1] for year in _TOLD.findall(folded))
    return f"{ahead[1]}-{int(day[1]):02}" if ahead and not later else None


def opening_before(stamp: str, text: str) -> str | None:
    """The month of a day in the first lines, where a stamp is a re-posting months later, and nothing later is told."""
    day = _OPENING_DAY.search(text[:OPENING])
    if day is None or len(stamp) < len("2025-08-06") or _HAPPENED.match(text, day.end()) is None:
        return None
    month = int(day[1])
    told = [int(m) for m in _MONTHS_TOLD.findall(text[:MAX_READ])]
    year = int(stamp[:4]) if f"{month:02}" <= stamp[5:7] else int(stamp[:4]) - 1
    later = (int(stamp[:4]) - year) * 12 + int(stamp[5:7]) - month
    named = str(year) in text or "今年" not in text
    return f"{year}-{month:02}" if REPOSTED <= later <= MOST_LATER and max(told) <= month and named else None


def happened_after(stamp: str, text: str) -> bool:
    """Whether a report begins with the day of what has happened, and a stamp lies some days before it: it is none of its own."""
    day = _OPENING_DAY.search(text[:OPENING])
    if day is None or len(stamp) < len("2025-08-06") or _HAPPENED.match(text, day.end()) is None:
        return False
    if _TO_COME.search(text, max(0, day.start() - 12), text.find("。", day.end()) + 1 or len(text)):
        return False
    later = (int(day[1]) - int(stamp[5:7])) * 31 + int(day[2]) - int(stamp[8:])
    return 1 < later <= LATER


def by_dateline(line: Dateline, settled: str | None, text: str) -> str:
    """The dateline's day in the year, or the month, that the text settles; "" where neither is known."""
    if settled and len(settled) == 7:
        return of_year(line, int(settled[:4]), int(settled[5:7]))
    if line.month is None:
        return ""
    if line.year:
        return of_year(line, line.year)
    year = settled or year_by(text, line.month)
    told = [int(m["month"] or 0) for m in _PAST.finditer(text[:MAX_READ]) if m["year"] == year]
    return of_year(line, int(year) + (max(told, default=0) > line.month)) if year else ""
