"""The scan: every time that a folded text names, in order, the longest form at each place."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from transforms.periods.forms import (
    ACTS,
    COMPARED,
    DAY_OF_MONTH,
    DAY_ONLY,
    ISO_DAY,
    LATER,
    PLAN,
    RUN,
    RUN_YEARS,
    SINCE_EVENT,
    SINCE_OPEN,
    SPAN,
    WITH_YEAR,
    WITHOUT_YEAR,
    WORD,
    WORDS,
)
from transforms.periods.mentions import Edge, Kind, PeriodMention
from transforms.periods.starts import HAN, NUMERAL, NUMERALS, lead_of, may_be_time, starts

OFFSETS = dict.fromkeys("今本当同是该开新", 0) | dict.fromkeys("去上", -1) | dict.fromkeys("明下次翌", 1) | {"前": -2, "后": 2}
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "元": 1}
AGAINST = re.compile(r"[比较]$")
WITH = re.compile(r"(?:与|和|同|跟)$")
EQUAL = re.compile(r"同比|相较|对比|相比|持平|一样|相当|相同|相仿|相近|基本持平|大体持平|比较")
PACE_BEYOND = re.compile(r"(?:[快慢高低好优强弱]于|超过?)$")  # 增速快于一季度0.5个百分点
POINTS = re.compile(r"(?:的)?(?:增速|水平)?(?:约|近)?[0-9.]+个?百分点")
BEYOND = re.compile(r"(?:超过?|超出|赶超|高于|低于|接近|逼近|相当于|等于)$")
TIMES = re.compile(r"的(?:近|约|将近)?(?:[0-9]+(?:[.]\s?[0-9]+)?|[一二三四五六七八九十两]+)多?倍")
PART_OF_A_WORD = tuple("项科节题栏条账")  # 项目前三季度开工
CENTURY = "80"  # from which on two digits are a year of the last century
HALVES = {"半": (1, 6), "上": (1, 6), "前": (1, 6), "下": (7, 12), "后": (7, 12)}


def number(text: str) -> int:
    """A small number in digits or characters: 6, 十二, 两."""
    if text.isdigit() and text.isascii():
        return int(text)
    tens, found, ones = text.rpartition("十")
    if found:
        return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0)
    return int("".join(str(DIGITS[c]) for c in ones))


def scan(text: str) -> list[PeriodMention]:
    """Every time that the text names, in order and without overlap."""
    found: list[PeriodMention] = []
    end = 0
    for lead in LEAD.finditer(text):
        start = lead.start()
        if start < end:
            if lead.end() <= end:
                continue
            lead, start = LEAD.match(text, end) or lead, end  # noqa: PLW2901 - what a time has left of a numeral
        numeral = text[start] in NUMERAL
        if numeral and not may_be_time(text, lead):
            continue
        mention = _at(text, start, numeral)
        if mention is not None:
            found.append(_against(text, mention))
            end = mention.end
    return found


def _at(text: str, start: int, numeral: bool) -> PeriodMention | None:
    """The time that starts at an offset."""
    forms = READ_AT.get(text[start : start + 2])
    if forms is None and numeral:
        forms = READ_AT[text[start]]
    for pattern, read in forms or ():
        match = pattern.match(text, start)
        if match and match.end() > start:
            mention = read(match)
            if mention is not None:
                return mention
    return None


def _against(text: str, mention: PeriodMention) -> PeriodMention:
    """A period that a growth is measured against is no period of a figure: 较2020年, 与上年相比."""
    before = text[max(0, mention.start - 3):mention.start]
    past = mention.kind == "year" and mention.edge == "" and (mention.offset == -1 or mention.year is not None)
    beyond = past and (BEYOND.search(before) or TIMES.match(text, mention.end))
    faster = PACE_BEYOND.search(before) and POINTS.match(text, mention.end)
    if beyond or faster or AGAINST.search(before) or (WITH.search(before) and EQUAL.match(text, mention.end)):
        return PeriodMention(mention.start, mention.end, mention.text, "comparison", mention.edge, mention.year, mention.offset,
                             mention.first, mention.last)
    return mention


def _mention(match: re.Match[str], kind: Kind, edge: Edge = "", **fields: int | None) -> PeriodMention:
    return PeriodMention(match.start(), match.end(), match.group(), kind, edge, **fields)


def _run(match: re.Match[str]) -> PeriodMention | None:
    """From one month or day to another, over years: 去年11月至今年3月, 4月1日至11月3日."""
    if not (match["year2"] or match["rel2"]) and not (match["d1"] and match["d2"]):
        return None  # 1月至6月 of one year is read with its year
    first_year, last_year = (int(match[name]) if match[name] else None for name in ("year", "year2"))
    first_off, last_off = (OFFSETS[match[name][0]] if match[name] else None for name in ("rel", "rel2"))
    first_day, last_day = (int(match[name]) if match[name] else None for name in ("d1", "d2"))
    return _mention(match, "months", year=first_year, offset=first_off, first=int(match["m1"]), last=int(match["m2"]),
                    year_last=last_year, offset_last=last_off, day=first_day, day_last=last_day)


def _run_years(match: re.Match[str]) -> PeriodMention | None:
    first, last = int(match["year"]), int(match["year2"] or match["year3"])
    return _mention(match, "span", year=first, year_last=last) if first < last else None


def _since_event(match: re.Match[str]) -> PeriodMention:
    month = int(match["m"]) if match["m"] else None
    return _mention(match, "month" if month else "year", "since", year=int(match["year"]), first=month, last=month)


def _since_open(match: re.Match[str]) -> PeriodMention:
    return _mention(match, "vague", "since")


def _iso(match: re.Match[str]) -> PeriodMention:
    month = int(match["m"])
    return _mention(match, "day", year=int(match["year"]), first=month, last=month, day=int(match["d"] or match["d2"]))


def _plan(match: re.Match[str]) -> PeriodMention | None:
    name, tail = (match["n"], match["tail"]) if match["n"] else (match["n2"], match["tail2"])
    tail = tail or ""
    if tail in ("规划", "蓝图"):
        return _mention(match, "vague")
    edge: Edge = ("end" if "末" in tail or tail == "收官之年" else "start" if tail in ("首年", "第一年", "开局之年")
                  else "since" if tail == "以来" else "")
    first_years = number(tail[1:-1]) if tail.startswith(("前", "头")) else None
    return _mention(match, "plan", edge, count=number(name), offset_last=first_years)


def _span(match: re.Match[str]) -> PeriodMention:
    if match["vague"] or match["way"] in ("近", "最近"):
        return _mention(match, "vague", count=number(match["n2"] or match["n"]))
    return _mention(match, "span", count=number(match["n"]) * (-1 if match["way"] == "过去" else 1))


def _later(match: re.Match[str]) -> PeriodMention:
    return _mention(match, "year", offset=number(match["n"]))


def _day(match: re.Match[str]) -> PeriodMention:
    return _mention(match, "day", day=int(match["d"] or match["d2"]))


def _day_of_month(match: re.Match[str]) -> PeriodMention:
    return _mention(match, "day", months_off=-1 if match["near"][0] == "上" else 0, day=int(match["d"]))


def _word(match: re.Match[str]) -> PeriodMention | None:
    if match.group().startswith("目前") and match.string[match.start() - 1 : match.start()] in PART_OF_A_WORD:
        return None
    kind, fields = WORDS[match.group()]
    return _mention(match, kind, **fields)  # type: ignore[arg-type]


def _compared(match: re.Match[str]) -> PeriodMention:
    return _mention(match, "comparison", offset=-1)


def _dated(match: re.Match[str]) -> PeriodMention | None:
    """A year, a part of a year, or both, with what stands around: 截至, 到, 底, 以来."""
    group = match.groupdict()
    year = group.get("year") or group.get("bareyear")
    if short := group.get("short"):
        year = f"{'19' if short >= CENTURY else '20'}{short}"
    year_number = int(year) if year else number(group["hanyear"]) if group.get("hanyear") else None
    offset = OFFSETS[group["rel"][0]] if group.get("rel") else None
    kind, first, last, day = _part(group)
    ended = bool(group.get("mend") or group.get("yend") or group.get("lend"))
    edge: Edge = ("since" if group["since"] else "asof" if group["asof"] or group["until"] else
                  "by" if group["by"] or group["to"] or group.get("within") else "end" if ended else
                  "start" if group.get("ystart") or group.get("lstart") else "")
    # 年末 is a statistician's word for the year told of; 年底 and the rest are of the article's own year.
    if group.get("lstart") or group.get("lend") in ("底", "终") or group.get("within") or group.get("mid"):
        offset = 0
    last_day = int(group["yd"]) if group.get("yd") else None
    return _mention(
        match, kind, edge, year=year_number, offset=offset, first=first, last=last, day=1 if last_day else day, day_last=last_day
    )


def _part(group: dict[str, str | None]) -> tuple[Kind, int | None, int | None, int | None]:
    """Kind, first and last month and day of the part of a year that a form names."""
    if half := group.get("half"):
        return ("half", *HALVES[half[0]], None)
    if quarter := group.get("q"):
        low, high = number(quarter), number(group.get("q2") or quarter)
        return "quarter", low * 3 - 2, high * 3, None
    if group.get("fq") or group.get("firstq"):
        return "quarter", 1, number(group.get("fq") or "1") * 3, None
    if quarter := group.get("qq"):
        return "quarter", int(quarter) * 3 - 2, int(quarter) * 3, None
    if group.get("onetwo"):
        return "months", 1, 2, None
    if months := group.get("fm") or group.get("ym"):
        return "months", 1, number(months), None
    for low_name, high_name in (("m1", "m2"), ("hm1", "hm2")):
        low_month, high_month = group.get(low_name), group.get(high_name)
        if low_month and high_month:
            return "months", number(low_month), number(high_month), None
    if month := group.get("m"):
        day = group.get("d")
        return "day" if day else "month", number(month), number(month), number(day) if day else None
    return "year", None, None, None


Reader = Callable[[re.Match[str]], "PeriodMention | None"]
# In order of precedence; each with the characters, or the pairs of them, that its form can start with, so that few are tried at
# one place.
READERS: tuple[tuple[Collection[str], re.Pattern[str], Reader], ...] = (
    ("今去明前上本当同是该从自" + NUMERALS, RUN, _run),
    ("12从自", RUN_YEARS, _run_years),
    ("12", ISO_DAY, _iso),
    ("自12", SINCE_EVENT, _since_event),
    (frozenset(ACTS), SINCE_OPEN, _since_open),
    ("比较同去上前", COMPARED, _compared),
    ("“‘十六七八九", PLAN, _plan),
    ("本上", DAY_OF_MONTH, _day_of_month),
    (frozenset(word[:2] for word in WORDS), WORD, _word),
    ("0129二一今去明后前上本当同是该次翌截自从到至下开新", WITH_YEAR, _dated),
    ("未今接过近最" + NUMERALS + HAN, SPAN, _span),
    ("截自从到至上下前后第首全年头半元Q" + NUMERALS + HAN, WITHOUT_YEAR, _dated),
    (NUMERALS + HAN, LATER, _later),
    ("昨今" + NUMERALS, DAY_ONLY, _day),
)


def _by_start() -> dict[str, tuple[tuple[re.Pattern[str], Reader], ...]]:
    """The forms to try where a numeral stands, and where a pair of characters does."""
    begins = [(starts(set(group)), group, pattern, read) for group, pattern, read in READERS]
    return {
        start: tuple((pattern, read) for pairs, group, pattern, read in begins if start in pairs or start[0] in group)
        for start in set().union(*(pairs for pairs, *_ in begins))
    }


READ_AT = _by_start()
LEAD = lead_of(set(READ_AT))
