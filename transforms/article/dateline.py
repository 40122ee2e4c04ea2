"""The day that a report itself begins with (新华社南京6月10日电), and which of it and a page's stamp is the article's own.

A dateline names no year: that is the stamp's, or what the text settles. A stamp some days later is a re-posting; one of the day
after is when it was printed or posted first, unless 今天(22日) says the day outright.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.article.lines import half_width

LINES = 8  # that a dateline is looked for in
FAR = 120  # characters of a line that it stands within
OLD = 330  # days: a stamp that much later does not tell the dateline's year
_DATELINE = re.compile(
    r"(?:(?:(?P<y>20\d\d)年)?(?P<m>1[0-2]|0?[1-9])\s?月\s?(?P<d>3[01]|[12]\d|0?[1-9])\s?日?\s?(?:上午|下午|晚)?\s?(?:[电電]|[讯訊]|消息|综合|報道|报道|,[^,。\n]{0,8}(?:[讯訊]|消息)(?=[,:]))"
    r"|今[天日]\s?[((](?P<today>3[01]|[12]\d|0?[1-9])日?[))]"
    r"|[记記]者(?P<m2>1[0-2]|[1-9])月(?P<d2>3[01]|[12]\d|[1-9])日[^。\n]{0,12}?[从從在自向]"
    r"|(?P<m3>1[0-2]|[1-9])月\s?(?P<d3>3[01]|[12]\d|[1-9])日,?[^,。\n]{0,8}[记記]者[^,。\n]{0,24}?(?:[获獲]悉|了解到|得知))"
)
_WORDS = ("今天", "今日", "记者", "記者", "电", "電", "讯", "訊", "消息", "综合", "报道", "報道")  # one stands in each
# The head of a speech: 2017年2月22日在…第一次会议上.
_SPEECH = re.compile(
    r"(?:^|[\s((—])(20\d\d)年(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])日,?\s?在[^。]{2,40}?(?:会议|大会|全会|论坛|座谈会)上"
)
_SPOKEN_AT = ("会议上", "会上", "论坛上")  # one stands in each such head


@dataclass(frozen=True, slots=True)
class Dateline:
    """A report's own day; ``month`` is None where it names the day alone, ``year`` 0 where it names none.

    ``outright`` says that it names today, ``told`` that it is only the day on which the reporter was told (记者8月6日从…获悉).
    """

    month: int | None
    day: int
    outright: bool
    year: int = 0
    told: bool = False


def dateline(text: str) -> Dateline | None:
    """The dateline of an article's first lines."""
    for line in text.split("\n", LINES)[:LINES]:
        head = line[:FAR]
        if not any(word in head for word in _WORDS):
            continue
        if (match := _DATELINE.search(half_width(head))) is None:
            continue
        if match["today"]:
            return Dateline(None, int(match["today"]), True)
        month, day = (match[name] or match[f"{name}2"] or match[f"{name}3"] for name in "md")
        return Dateline(int(month), int(day), False, int(match["y"] or 0), told=match["m"] is None)
    return None


def speech_day(text: str) -> str:
    """The day on which a report was given to a congress, "" where the text is none."""
    if not any(place in text for place in _SPOKEN_AT):
        return ""
    match = _SPEECH.search(half_width("\n".join(line[:FAR] for line in text.split("\n", LINES)[:LINES])))
    return _iso(int(match[1]), int(match[2]), int(match[3])) if match else ""


def of_year(line: Dateline, year: int, month: int | None = None) -> str:
    """The dateline's day in a year, "" where it has none, or where it is of another month."""
    month = line.month or month
    if month is None or (line.month and month != line.month):
        return ""
    return _iso(year, month, line.day)


def beside_stamp(line: Dateline, stamp: str) -> str:
    """The article's day: the dateline's, where the stamp is a re-posting of it; else the stamp."""
    if line.told:
        return stamp
    stamped = date.fromisoformat(stamp)
    first = stamped if line.month is None else stamped.replace(day=1)
    days = [day for year, month in _near(first, line.month) if (day := _iso(year, month, line.day)) and day <= stamp]
    if not days:
        return stamp
    gap = (stamped - date.fromisoformat(max(days))).days
    return max(days) if (1 if line.outright else 2) <= gap <= OLD else stamp


def _near(stamped: date, month: int | None) -> list[tuple[int, int]]:
    """Years and months that a dateline before a stamp can be of."""
    if month is not None:
        return [(stamped.year, month), (stamped.year - 1, month)]
    before = stamped.replace(day=1) - timedelta(days=1)
    return [(stamped.year, stamped.month), (before.year, before.month)]


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
