"""Dates as pages print them: read from text, from addresses, and relative to the day of the fetch."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from transforms.quantities import numeral

# 2023年1-7月 is no day.
_FULL = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-/.年\s][\s/]?(\d{1,2})\s?(?:[-/.月]|\s)[\s/]?(\d{1,2})(?!\d|\s?月)")
_COMPACT = re.compile(r"(?<!\d)(20[0-2]\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_ENGLISH = re.compile(
    r"\b(?:(\d{1,2})\s)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s(?:(\d{1,2})(?:st|nd|rd|th)?,?\s)?(20\d\d)\b",
    re.IGNORECASE,
)
_ENGLISH_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LABELLED = re.compile(r"(?:发[布表]|發[布佈表]|时间|時間|日期)[^。\d]{0,8}$")
# The issue of a newspaper that an article is quoted from: 《某某日报》(2023年02月10日07版).
_ISSUE = re.compile(
    r"[报報]》?\s?[（(]?\s?(20\d\d)\s?[年-]\s?(\d{1,2})\s?[月-]\s?(\d{1,2})\s?日?\s?,?\s?[（(]?\s?第?\s?[A-Z]?\d{1,2}\s?版"
)
_TIME = re.compile(r"日?\s*T?\d{1,2}[:：]\d\d")
_HAN_YEAR = re.compile(
    r"(?<![零〇○O一二三四五六七八九十])([一二][零〇○O九][零〇○O一二三四五六七八九]{2})\s?年"
    r"\s?([一二三四五六七八九十]{1,2})\s?月(?:\s?([一二三四五六七八九十廿]{1,3})\s?日)?"
)
_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "O": 0}
_HAN_MONTH_FIRST = re.compile(r"([一二三四五六七八九十]{1,2})月\s(\d{1,2})(?:st|nd|rd|th)?,?\s(20\d\d)(?!\d)")
_AMERICAN = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(20\d\d)(?!\d)")
_EUROPEAN = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(20\d\d)(?![\d.])")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?(?:年|[-/.])\s?(\d{1,2})(?:月|(?![\d.\-/]))")
_SHORT_YEAR = re.compile(r"(?<![\d.-])'?(\d\d)[-/](\d{1,2})[-/](\d{1,2})(?![\d-])")
_AGO = re.compile(
    r"(?:^|(?<=[^\u4e00-\u9fff\d])|(?<=[于约表布]))(\d{1,3}|十[一二三四五]?|[一二两三四五六七八九几半])\s?(?:个)?(?P<half>半)?"
    r"(秒|分钟|小时|天|日|周|星期|月|年)前(?:(?=[发来更阅浏])|(?![\u4e00-\u9fff，,]))"
    r"(?:\s*[((]\s*(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?\s*[))])?"
)
_NAMED = re.compile(r"(今[天日]|昨[天日]|前[天日])\s*(?=\d{1,2}[:：]\d\d|$)")
_NOW = re.compile(r"^\W*(?:发[布表]于?\W*)?刚刚\W*(?:发[布表])?\W*$")
_NO_YEAR = re.compile(
    r"(?<![\d-])(\d{1,2})[-/月](\d{1,2})日?(?:\s+\d{1,2}[:：]\d\d|(?<=日)[电讯電訊])|^\s*(\d{1,2})[-/月](\d{1,2})日?\s*$"
)
_URL = (
    re.compile(r"(?<!\d)(20\d\d|19\d\d)[-/_](\d{1,2})[-/_](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)[-/]?(\d{2})/?(\d{2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)/(\d\d)(\d\d)(?!\d)"),
)
_URL_MONTH = re.compile(r"(?:^|/)((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])/")
_MAY_BE_DATED = re.compile(r"\d|[年前天今昨刚]")  # what each form of a date has at the least
_UNITS = {  # of how long, and how much of the date it leaves known
    "秒": (timedelta(seconds=1), 10),
    "分钟": (timedelta(minutes=1), 10),
    "小时": (timedelta(hours=1), 10),
    "天": (timedelta(days=1), 10),
    "日": (timedelta(days=1), 10),
    "周": (timedelta(days=7), 7),
    "星期": (timedelta(days=7), 7),
    "月": (timedelta(days=30), 7),
    "年": (timedelta(days=365), 4),
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as printed: ISO 8601 as precise as known; `monthday` where the year is missing (``01-18``)."""

    value: str  # "" where only month and day are known
    relative: bool = False
    monthday: str = ""


def _valid(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if 1990 <= year <= 2100 else ""
    except ValueError:
        return ""


def _han(text: str) -> int:
    """A number up to 31 in characters: 二十, 十八, 七."""
    tens, found, ones = text.replace("廿", "二十").rpartition("十")
    return (_HAN_DIGITS[tens] if tens else 1) * 10 * bool(found) + (_HAN_DIGITS[ones] if ones else 0)


def _in_digits(match: re.Match[str]) -> str:
    year = "".join(str(_HAN_DIGITS[c]) for c in match[1])
    return f"{year}年{_han(match[2])}月" + (f"{_han(match[3])}日" if match[3] else "")


def _dated(text: str) -> str:
    """The first date with a year in `text`: a day, else a month, else a day with a two-digit year."""
    if "年" in text and "月" in text:
        text = _HAN_YEAR.sub(_in_digits, text)
    if ("20" in text or "19" in text) and (value := _of_full_year(text)):
        return value
    for match in _SHORT_YEAR.finditer(text) if "-" in text or "/" in text else ():
        if value := _valid(2000 + int(match[1]), int(match[2]), int(match[3])):
            return value
    return ""


def _of_full_year(text: str) -> str:
    """The first day whose year has four digits, else the first such month."""
    for match in _FULL.finditer(text):
        if value := _valid(int(match[1]), int(match[2]), int(match[3])):
            return value
    if value := _year_last(text) or _worded(text):
        return value
    months = (match for match in _MONTH.finditer(text) if _valid(int(match[1]), int(match[2]), 1))
    return next((f"{match[1]}-{int(match[2]):02d}" for match in months), "")


def _year_last(text: str) -> str:
    """6/10/2021, month first, and 09.08.2017, day first."""
    for pattern, month, day in ((_AMERICAN, 1, 2), (_EUROPEAN, 2, 1)):
        for match in pattern.finditer(text):
            if value := _valid(int(match[3]), int(match[month]), int(match[day])):
                return value
    return ""


def _worded(text: str) -> str:
    """A date in English (Sep 21, 2020), in WordPress's Chinese (十一月 6th, 2009), or unmarked (20200921)."""
    if "月 " in text and (match := _HAN_MONTH_FIRST.search(text)):
        return _valid(int(match[3]), _han(match[1]), int(match[2]))
    if (match := _ENGLISH.search(text)) and (day := match[1] or match[3]):
        return _valid(int(match[4]), _ENGLISH_MONTHS.index(match[2].lower()) + 1, int(day))
    if match := _COMPACT.search(text):
        return _valid(int(match[1]), int(match[2]), int(match[3]))
    return ""


def stamp_in_prose(text: str) -> Stamp | None:
    """The date in a line of prose that is a stamp all the same: behind a label, before a time of day, or of a paper's issue."""
    if "GMT" in text:  # a forum's clock
        return None
    for match in _FULL.finditer(text[:200]):
        value = _valid(int(match[1]), int(match[2]), int(match[3]))
        if value and (_LABELLED.search(text[: match.start()]) or _TIME.match(text, match.end())):
            return Stamp(value)
    if issue := _ISSUE.search(text):
        value = _valid(int(issue[1]), int(issue[2]), int(issue[3]))
        return Stamp(value) if value else None
    return None


@lru_cache(4096)  # a page's lines are looked at more than once, and its template's stand on every page of a portal
def read_stamp(text: str, fetched_on: date | None = None) -> Stamp | None:
    """The first date in `text`; a relative one or one without a year is resolved on the day of the fetch, where that is known."""
    if not _MAY_BE_DATED.search(text):
        return None
    if value := _dated(text):
        return Stamp(value)
    return _relative(text, fetched_on)


def _on(month: int, day: int, fetched_on: date | None) -> Stamp | None:
    """A month and a day without a year: the last such day up to the fetch."""
    if not _valid(2024, month, day):
        return None
    monthday = f"{month:02d}-{day:02d}"
    if fetched_on is None:
        return Stamp("", True, monthday)
    year = fetched_on.year if (month, day) <= (fetched_on.month, fetched_on.day) else fetched_on.year - 1
    return Stamp(_valid(year, month, day), True, monthday)


def _relative(text: str, fetched_on: date | None) -> Stamp | None:
    if "前" in text and (match := _AGO.search(text)):
        if match["month"]:
            return _on(int(match["month"]), int(match["day"]), fetched_on)
        return Stamp(_ago(match[1], match["half"], match[3], fetched_on), True)
    if match := _NAMED.search(text):
        back = {"今": 0, "昨": 1, "前": 2}[match[1][0]]
        return Stamp((_day(fetched_on) - timedelta(days=back)).isoformat() if fetched_on else "", True)
    if _NOW.match(text):
        return Stamp(_day(fetched_on).isoformat() if fetched_on else "", True)
    if match := _NO_YEAR.search(text):
        return _on(int(match[1] or match[3]), int(match[2] or match[4]), fetched_on)
    return None


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _ago(count: str, half: str | None, unit: str, fetched_on: date | None) -> str:
    """When that long ago was, as precise as it leaves it; ``""`` where the day of the fetch or the number is not known.

    Where only the day of the fetch is known and no hour, some hours ago were on that day.
    """
    number = 0.5 if count == "半" else float(numeral(count) or 0)
    if fetched_on is None or not number:
        return ""
    length, known = _UNITS[unit]
    back = length * (number + (0.5 if half else 0))
    then = fetched_on - (back if isinstance(fetched_on, datetime) else timedelta(days=back.days))
    return _day(then).isoformat()[:known]


def url_date(url: str | None) -> str:
    """The day or month that an address carries (``/2025-08/06/``, ``/202508/t20250806_1.html``); ``""`` if none."""
    path = (url or "").split("?")[0].partition("//")[2].partition("/")[2]
    for pattern in _URL:
        for match in pattern.finditer(path):
            if (value := _valid(int(match[1]), int(match[2]), int(match[3]))) and 1995 <= int(match[1]) <= 2100:
                return value
    month = _URL_MONTH.search(path)
    return f"{month[1]}-{month[2]}" if month else ""
