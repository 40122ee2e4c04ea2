"""The article's own date: the best of the stamps that a page shows, checked against what the text says.

A stamp of an aggregator is its re-posting. It stands in only where the text agrees with it; else the date is what the text
settles, or none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from transforms.article.cleaning import Cleaned
from transforms.article.dateline import beside_stamp, dateline, speech_day
from transforms.article.lines import tells_a_day
from transforms.article.metadata import Head
from transforms.article.openings import MAX_READ, by_dateline, happened_after, opening_before, opening_month, year_by
from transforms.article.stamps import Stamp, read_stamp, url_date
from transforms.article.visit import Visit
from transforms.periods import infer_published
from transforms.repair import fold

DOUBTFUL = 100  # from this rank on a stamp is an update of the host
HEADLINE = 10  # characters from which on a text below a body may be another article's headline
SIGNED = 30  # characters of a line that is a day alone, under a document
CLOCK = 200  # from this rank on it is a clock
_UPDATE = re.compile(r"更新|修改|最后编辑|重新发布|更正")
_HOSTS_UPDATE = re.compile(r"页面更新|最后更新|最近更新|重新发布|修改|编辑于|更正")
_OTHERS = re.compile(r"[上下前后][一]?[篇条页]")  # the links to other articles
# An electronic paper's own line has nothing but its buttons beside the day: 3上一篇 下一篇4 2016年4月12日 大 中 小.
_BUTTONS = re.compile(r"[上下前后]一?[篇条页版期]|放大|缩小|默认|字[号体]|[大中小]|星期[一二三四五六日天]|[年月日\W\d]")
_LICENCE = re.compile(r"ICP|备案|公网安备|许可证", re.IGNORECASE)  # numbers that look like dates
_OF_SOURCE = re.compile(r"(?:来源|來源|原载|摘自)\s?[:：《]?\s?[^\d\s:：]{2,12}[》\s(（]{0,2}(?=20\d\d\s?[-年/.])")
_FIRST_TOLD = re.compile(r"发[布表](?:时间|日期|于)?")
EVENT = re.compile(  # the day of an act that the line names, or of the document, not of the page
    r"(?:生成|成文|印发|发文|签署)(?:日期|时间)|通过|批准|施行|会议|召开|举行|成立|废止"
)
_DATED = re.compile(r"[\d今昨前刚]|年.{1,3}月")
# A year in digits or characters, of any width, or what tells it (a plan's first year, a jubilee); not 2014家.
_YEAR_TOLD = re.compile(  # one first character for all alternatives: the engine looks for that before it tries them
    "[1１2２二一今\\u2e80-\\u2fdf\\uf900-\\ufaff](?:(?:(?<=[1１])[9９]|(?<=[2２])[0０])[0-9０-９]{2}"
    "(?!(?:[.．]\\d{1,2})?\\s{0,4}[家个個亩畝人户戶名件座万萬亿億元%％])"
    "|(?<=二)[〇零○]|(?<=一)九|(?<=今)年是|(?<=[\\u2e80-\\u2fdf\\uf900-\\ufaff]))"
)
_MARKS = "-/.:年月日"
_PIECE = re.compile(
    r"(?:20\d\d[-/.年]\d{1,2}[-/.月]?|\d{1,4}[-/.:年月日]?|[-/.:年月日]|\d{1,2}[/:-]\d{1,2}|\d{1,2}月\d{1,2}日?)$"
)
ALONE = re.compile(r"[(（\[]?(?:20\d\d\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}日?[)）\]]?")
LONGEST_PIECE = 8  # characters of a piece of a stamp
_DAY_ALONE = re.compile(r"(?:[0-2]?\d|3[01])$")
_MONTH_ALONE = re.compile(r"(20\d\d)\s?[-/.年]\s?(\d{1,2})月?$")
_IS_LABEL = re.compile(r"(?:日期|时间)\s*[:：]?\s*$")
_LOOKED_BACK_ON = re.compile(r"(?:今年 after \D{0,6})?(?:19|20)\d\d年(?:\d{1,2}月)?(?:以来|起|初|底|末)?$")
_YEAR = re.compile(r"(20\d\d)(?<!\d{5})年")
_CLOCK = re.compile(r"今天是|现在是|农历|欢迎|当前时间|北京时间|京港台时间")
_ISSUE = re.compile(r"[\u4e00-\u9fff]{2}[(（]20\d\d\s?[-/.年]\s?\d{1,2}月?[)）]$")  # a month that a headline ends with
_TICKING = re.compile(r"星期[一二三四五六日天]\s?\d{1,2}[:：]\d\d[:：]\d\d")  # a page's clock tells the seconds
_ARCHIVE = re.compile(r"(?<!\d)20\d\d\s?[年-]\s?\d{1,2}月?\s?[(（\[]\s?\d+\s?[篇)）\]]")  # a blog's months, each with its count
_WEEKDAY = re.compile(r"星期[一二三四五六日天]")  # of a newspaper's head or a page's clock
_PAPERS_PAGE = re.compile(r"第\s?[A-Z]?\d{1,3}\s?版")
_LABELLED = re.compile(r"(?:发[布表稿]|时间|日期|来源|刊发|撰写)\D{0,8}\d")
_PUBLISHED = re.compile(r"发[布表]|(?<![京台])时间|日期|来源|发稿|刊发|撰写")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stamp with where it stands; a lower rank is better."""

    stamp: Stamp
    basis: str
    rank: int
    line: str = ""  # that shows it


def from_line(line: str, *, where: str, rank: int, fetched_on: date | None) -> Candidate | None:
    """The stamp that a short line shows; an update stamp and a clock rank behind all others."""
    if len(line) > 200 or not _DATED.search(line):
        return None
    label = _OF_SOURCE.search(line) or _FIRST_TOLD.search(line)  # 编辑于2021-07-25 发布于2021-07-23
    stamp = (read_stamp(line[label.end() :], fetched_on) if label else None) or read_stamp(line, fetched_on)
    if (
        stamp is None
        or tells_a_day(line)
        or _ISSUE.search(line)
        or _of_others(line)
        or _LICENCE.search(line)
        or _ARCHIVE.search(line)
    ):
        return None
    if _UPDATE.search(line) and not re.search(r"发[布表]|日期", line):
        # 更新时间 is the one stamp of many old templates; 页面更新 and the like are the host's.
        late = DOUBTFUL if _HOSTS_UPDATE.search(line) or rank >= 40 else 30
        return Candidate(stamp, f"{where}, marked as an update", rank + late, line)
    if (_CLOCK.search(line) or _TICKING.search(line)) and not _PUBLISHED.search(line):
        return Candidate(stamp, f"{where}, a clock", rank + CLOCK, line)
    if _WEEKDAY.search(line) and not _PUBLISHED.search(line):
        if where.startswith("a stamp above"):
            return Candidate(stamp, f"{where}, a clock", rank + CLOCK, line)
        rank += 15
    if EVENT.search(line) or (len(stamp.value) < 10 and where.startswith("a stamp above") and not _PUBLISHED.search(line)):
        rank += 25  # a calendar's month, too
    precise = 0 if len(stamp.value) == 10 and not stamp.relative else 22 if stamp.relative and not stamp.monthday else 5
    return Candidate(stamp, where, rank + precise - (1 if _PUBLISHED.search(line) else 0), line)


def _of_others(line: str) -> bool:
    """Whether a line links to another article; one with nothing but the buttons for that beside the day does not."""
    return _OTHERS.search(line) is not None and _BUTTONS.sub("", line) != ""


def from_address(url: str | None) -> Candidate | None:
    """The date that the page's address carries; a month alone ranks behind every stamp of a day."""
    address = url_date(url)
    return Candidate(Stamp(address), "the page's address", 35 if len(address) == 10 else 58) if address else None


def _infer(text: str, title: str, *, opening: bool = False) -> tuple[str | None, str]:
    """What the text itself settles: nothing where it tells no year."""
    told = f"{title}\n{text[:MAX_READ]}"
    return infer_published(fold(told).text, opening=opening) if _YEAR_TOLD.search(told) else (None, "")


def _span(value: str) -> tuple[int, int]:
    """First and last month of a date, counted from year 0."""
    year = int(value[:4])
    month = int(value[5:7]) if len(value) >= 7 else 0
    return (year * 12 + month - 1, year * 12 + month - 1) if month else (year * 12, year * 12 + 11)


_REPORTED = re.compile(
    r"(?:(?P<this>今年|本年)|(?<![\d年去前]))(?:(?P<half>上半年)|(?P<three>前三季度)|(?P<first>一季度|首季)"
    r"|1月?\s?[-—–~至到]\s?(?P<to>\d{1,2})\s?月|前(?P<months>\d{1,2})个月)(?P<after>[^。;；]{0,40})"
)
_PERIOD_WORDS = ("月", "季", "半年")  # one stands in each reported period
_UP_TO = re.compile(r"截[至止]到?(?P<this>今年|本年)?(?P<month>1[0-2]|[1-9])月(?:\d{1,2}日|底|末)")
_LONG = 4  # months: what ended that long before a stamp is no news of it
_ACHIEVED = re.compile(r"实现|完成|达|同比|增长|新签|签约|成交|下降")
_AHEAD = re.compile(r"要|拟|部署|提出|底前|安排|规划|预计|力争|确保|计划|将|目标|冲刺|争取")
_WHOLE_YEAR = re.compile(r"去年|下半年|上年|全年(?:实现|完成)|年终|岁末")


def _signed_on(stamp: str, text: str) -> bool:
    """Whether a document is signed on the day of a stamp: what it tells of the days after is still to come."""
    signed = text.rpartition("\n")[2]
    return len(signed) < SIGNED and (day := read_stamp(signed)) is not None and day.value == stamp


def agrees(stamp: str, text: str) -> bool:
    """Whether a stamp fits what the text reports of its own year: periods that are over by then, none that is still to come.

    今年上半年 reported under a stamp of January speaks of a year before: the stamp is a re-posting. Without 今年 the period
    counts only where it ended long before, and nothing looks back on a whole year.
    """
    if len(stamp) < 7:
        return True
    month = int(stamp[5:7])
    if not any(word in text for word in _PERIOD_WORDS):
        return True
    if happened_after(stamp, text) and not _signed_on(stamp, text):
        return False
    for up_to in _UP_TO.finditer(text):
        if month < int(up_to["month"]) and (up_to["this"] or (month - int(up_to["month"])) % 12 >= _LONG):
            return False
    looks_back = _WHOLE_YEAR.search(text) is not None
    for match in _REPORTED.finditer(text):
        if match["to"] == "12" or match["months"] == "12":
            continue
        end = 6 if match["half"] else 9 if match["three"] else 3 if match["first"] else int(match["to"] or match["months"])
        if match["this"] is None and (looks_back or (month - end) % 12 < _LONG):
            continue
        sentence = text[max(0, match.start() - 40) : match.start()].rpartition("。")[2] + match["after"]
        if month < end and _ACHIEVED.search(match["after"]) and not _AHEAD.search(sentence):
            return False
    return True


def _contradicts(stamp: Stamp, inferred: str, why: str) -> bool:
    """Whether what the text settles rules a stamp out: it lies clearly before it, as with a re-posting.

    A text that looks ahead of its stamp rules nothing out, and a year alone only a stamp that was relative or far away. A year or
    a month that the text looks back on is when something was, not when it was told: it rules out no stamp printed as a day.
    """
    if not stamp.relative and len(stamp.value) == 10 and _LOOKED_BACK_ON.match(why):
        return False
    first, _ = _span(stamp.value)
    _, high = _span(inferred)
    if len(inferred) >= 7:
        return first > high + 2
    return first > high + (1 if stamp.relative else 18)


def whole(texts: list[str]) -> list[str]:
    """Texts with the pieces put together of a stamp whose year, month and day have elements or lines of their own."""
    whole: list[str] = []
    piece = False
    for text in texts:
        before, piece = piece, len(text) <= LONGEST_PIECE and _PIECE.match(text) is not None
        if before and piece and _DAY_ALONE.match(whole[-1]) and (month := _MONTH_ALONE.match(text)):
            whole[-1] = f"{month[1]}-{month[2]}-{whole[-1]}"  # a calendar's leaf: the day above, year and month below
        elif before and piece:
            whole[-1] += text if text in _MARKS or whole[-1][-1] in _MARKS else f" {text}"
        else:
            whole.append(text)
    return whole


def _joined(texts: list[str]) -> list[str]:
    """Each text, with the next behind it where it has no date itself: a label and its value often stand apart."""
    joined: list[str] = []
    labelled = False
    texts = whole(texts)
    for k, text in enumerate(texts):
        if labelled:  # the value has been taken with its label
            labelled = False
        elif read_stamp(text):
            joined.append(text)
        else:
            following = texts[k + 1] if k + 1 < len(texts) else ""
            labelled = "日期" in text or "时间" in text
            labelled = labelled and _IS_LABEL.search(text) is not None and read_stamp(following) is not None
            joined.append(f"{text} {following}".strip())
    return joined


def _without_lists(texts: list[str], least: int) -> list[str]:
    """Texts without the days of a list of articles: each, and there are no fewer than `least`, stands alone behind a headline."""
    days = [k for k, text in enumerate(texts) if k and ALONE.fullmatch(text) and len(texts[k - 1]) >= HEADLINE]
    return [text for k, text in enumerate(texts) if k not in days] if len(days) >= least else texts


def _own(below: list[str]) -> list[str]:
    """Of the texts below a body those that may be its stamp: labelled, or with no other article's headline before it."""
    free = list(takewhile(lambda text: len(text) < HEADLINE or _LABELLED.search(text) or read_stamp(text), below))
    return [text for k, text in enumerate(below) if len(text) < 60 and (k < len(free) or _LABELLED.search(text))]


def _day_first(value: str) -> str:
    """A day read month first, with day and month changed: 06/02/2022 is the 6th of February where the page's head says so."""
    return f"{value[:5]}{value[8:]}-{value[5:7]}" if len(value) == 10 and value[8:] <= "12" else ""


def candidates(
    *, head: Head, header: list[str], above: list[str], cleaned: Cleaned, after: list[str], visit: Visit
) -> list[Candidate]:
    """All stamps of a page: between headline and body, at the body's edges, in its head, in its address, above and below."""
    places: list[tuple[str, int, list[str]]] = [
        ("the page's stamp under the headline", 10, _joined(_without_lists(header, 2))),
        ("the page's stamp above the body", 20, cleaned.head),
        ("a stamp above the headline", 40, _joined(_without_lists(above, 1))[::-1]),
        ("the stamp under the body", 50, cleaned.tail),
        ("the date under the text", 52, [line for line in cleaned.lines[-1:] if len(line) < 30 and line.count("|") < 2]),
        ("a stamp below the body", 60, _own(_joined(after))),
    ]
    found = [
        candidate
        for where, rank, texts in places
        for text in texts
        if (candidate := from_line(text, where=where, rank=rank, fetched_on=visit.fetched_on)) is not None
    ]
    if head.date and (stamp := read_stamp(head.date.replace("T", " "))):
        found = [with_year(c, stamp.value) for c in found]
        found = [replace(c, stamp=stamp) if _day_first(c.stamp.value) == stamp.value else c for c in found]
        found.append(Candidate(stamp, f"the page's {head.date_tag}", 30))
    found += _issue(above, visit.fetched_on)
    if (address := from_address(visit.url)) is None:
        return found
    return [*(with_year(c, address.stamp.value) for c in found), address]


def with_year(candidate: Candidate, day: str) -> Candidate:
    """A stamp without a year with that of a day that the page's head or address gives, where it is the same day."""
    same = candidate.stamp.monthday and day[5:] == candidate.stamp.monthday
    return replace(candidate, stamp=Stamp(day)) if same else candidate


def _issue(above: list[str], fetched_on: date | None) -> list[Candidate]:
    """The day of the issue that an e-paper's page prints above its list of pages; none where several days stand there."""
    if not any(map(_PAPERS_PAGE.match, above)):
        return []
    days = {stamp.value: stamp for text in above if (stamp := read_stamp(text, fetched_on)) and len(stamp.value) == 10}
    return [Candidate(stamp, "the issue's day", 45) for stamp in days.values()] if len(days) == 1 else []


def _names_the_day(found: list[Candidate], text: str) -> bool:
    """Whether the text names the day of the best stamp, or one of the three before: then it needs no asking further."""
    best = min(found, key=lambda c: c.rank, default=None)
    if best is None or best.stamp.relative or len(best.stamp.value) < 10 or best.rank >= DOUBTFUL:
        return False
    day = date.fromisoformat(best.stamp.value)
    days = [day - timedelta(days=back) for back in range(4)]
    years = {int(year) for year in _YEAR.findall(text)}
    return max(years, default=day.year) <= day.year and any(f"{d.month}月{d.day}日" in text for d in days)


def decide(candidates: list[Candidate], text: str, title: str, *, fetched_on: date | None) -> tuple[str | None, str]:
    """The date and its basis; ``(None, "")`` where nothing settles it. Never later than the day of the fetch."""
    latest = fetched_on.isoformat() if fetched_on else "9999"
    if (given := speech_day(f"{title}\n{text}")) and given <= latest:
        return given, "the head of a speech"
    value, basis = _by_stamps(candidates, text, title, latest)
    line = dateline(text)
    if line is None:
        month = opening_before(value, text) if value else opening_month(text)
        return (month, "the day that it begins with") if month and month <= latest[:7] else (value, basis)
    if value and len(value) == 10:
        day = beside_stamp(line, value)
        return (value, basis) if day == value else (day, f"the dateline; {basis}")
    day = by_dateline(line, value, text)
    return (day, "the dateline") if day and day <= latest else (value, basis)


def _by_stamps(candidates: list[Candidate], text: str, title: str, latest: str) -> tuple[str | None, str]:
    """The date of the best stamp that the text does not contradict, else what the text settles."""
    inferred, why = "", ""
    if not _names_the_day(candidates, text):
        settled, why = _infer(text, title)
        inferred = settled if settled and settled <= latest[: len(settled)] else ""
    for candidate in sorted(candidates, key=lambda c: c.rank):
        value = candidate.stamp.value
        if not value and candidate.stamp.monthday:
            year = inferred[:4] or year_by(text, int(candidate.stamp.monthday[:2]))
            fits = year and (len(inferred) <= 4 or inferred[5:7] == candidate.stamp.monthday[:2])
            value = f"{year}-{candidate.stamp.monthday}" if fits else ""
        if not value or value > latest[: len(value)] or candidate.rank >= DOUBTFUL:
            continue
        if not agrees(value, text) or (inferred and _contradicts(replace(candidate.stamp, value=value), inferred, why)):
            continue
        if inferred and len(inferred) > len(value) and inferred.startswith(value):
            return inferred, f"{candidate.basis}; {why}"
        return value, candidate.basis
    settled, why = _infer(text, title, opening=True)
    settled = settled if settled and settled <= latest[: len(settled)] else inferred
    return (settled, f"the text: {why}") if settled else (None, "")
