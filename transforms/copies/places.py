"""Where a text's figures and reporting periods stand: each with the letters around it, numbers masked.

Two copies print the same letters around a figure, so the same letters with another figure are a changed figure, whatever the
extractor makes of it; and the same letters with other periods are next period's report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parkwatch.records import Place
from transforms.quantities import scan

CONTEXT = 8  # letters on a side that make a place: fewer are common to many figures of one text
TOO_FEW = 5  # with fewer letters on a side (a text's first words) that side tells nothing
REACH = 40  # how far a row of a table is followed back to its name
MASK = "#"
PERIOD_MARK = "period|"  # begins the value of a place that is a period: period|2025|1-6
DAY_MARK = "day|"  # begins the value of a place that is a day: day|7月3日
OPEN = "万亿千百十余多"  # what a unit may still follow
# Counters of a page's own readers: the same article shows another number at every visit.
VISITS = re.compile(r"(?:阅读|浏览|点击|评论|点赞|访问|播放|热度|转发|收藏)(?:量|数|次数|人数)?[:( ]{0,2}$")
PERIOD = re.compile(
    r"(?P<day>\d{1,2}月\d{1,2}日)|(?:(?P<year>20\d\d)年)?(?P<part>[上下]半年|全年|[前第]?[一二三四1-4]季度|前(?:\d{1,2}|[三六九])个?月"
    r"|(?:\d{1,2}月?(?:-|~|—{1,2}|至|到))?(?<!\d)\d{1,2}月(?!\d)(?:份|底|末)?)"
    r"|(?P<only>20\d\d)年(?![一-九\d])"
)
_JOIN = re.compile(r"月?(?:-|~|—{1,2}|至|到)")


def places(text: str) -> list[Place]:
    """The places of a folded text, in its order."""
    stream: list[str] = []
    marks: list[tuple[int, str, str]] = []  # position in the stream, value, printed
    at = 0
    first, last = next((i for i, c in enumerate(text) if c.isalnum()), 0), len(text.rstrip())
    for start, end, value in _spans(text):
        if start <= first or (end == last and text[end - 1] in OPEN):
            continue  # at the very edge, where a cut may have left half of a number
        stream += filter(str.isalnum, text[at:start])
        marks.append((len(stream), value, text[start:end]))
        stream.append(MASK)
        at = end
    stream += filter(str.isalnum, text[at:])
    masked = "".join(stream).lower()
    return [Place(_context(masked[max(0, p - REACH):p][::-1])[::-1], _context(masked[p + 1:p + 1 + REACH]), value, printed)
            for p, value, printed in marks]


def _context(side: str) -> str:
    """The nearest ``CONTEXT`` letters of one side, masks among them kept; empty where there are too few."""
    count = 0
    for i, letter in enumerate(side):
        count += letter != MASK
        if count == CONTEXT:
            return side[:i + 1]
    return side if count >= TOO_FEW else ""


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Periods and figures in the order of the text, none over another; a period wins."""
    found = [(m.start(), 0, m.end(), _period(m)) for m in PERIOD.finditer(text)]
    for q in scan(text):
        if q.role != "noise" and not VISITS.search(text, max(0, q.start - 8), q.start):
            high = "" if q.obs_value_high is None else f"-{amount(q.obs_value_high)}"
            found.append((q.start, 1, q.end, f"{amount(q.obs_value)}{high} {q.unit_measure}"))
    end = 0
    for start, _, stop, value in sorted(found):
        if start >= end:
            yield start, stop, value
            end = stop


def _period(m: re.Match[str]) -> str:
    if m["day"]:
        return f"{DAY_MARK}{m['day']}"
    part = _JOIN.sub("-", (m["part"] or "").strip("份底末"))
    return f"{PERIOD_MARK}{m['year'] or m['only'] or ''}|{part}"


def amount(value: float) -> str:
    """A number as both sides of a comparison write it: 12 digits, so that 3126.0万 and 0.3126亿 are one."""
    return f"{value:.12g}"
