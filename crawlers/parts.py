"""Articles that a portal shows on several pages: where the next one is, told by its address and the words of its link.

The pages of one article have addresses of one series (``t20250806_12.html``, ``t20250806_12_1.html``; ``88.shtml``,
``88-2.shtml``; ``show-3-88-1.html``, ``show-3-88-2.html``; ``?id=88&page=2``); the article before and after has another number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from scrapy.http import HtmlResponse, Response

from crawlers.addresses import canonical
from crawlers.frontier import Answer, Due, Validators

UNKNOWN = -1
MOST = 30  # pages of one article; photo series have more, and hardly any text
_THREAD = re.compile(r"thread|[?&]tid=")  # the pages after a forum's first hold replies
_NEXT = re.compile(r"^\W*(?:下一页|下页|后一页|后页|next(?:\s*page)?)\W*$", re.IGNORECASE)
_NUMBER = re.compile(r"^\W*(\d{1,2})\W*$")
_FILE = re.compile(r"^(?P<stem>.*?)(?P<suffix>\.[a-z]{3,6})?$")
_COUNTED = re.compile(r"^(?P<stem>.+?)(?P<mark>[_-]p?|/p?)(?P<number>\d{1,2})$")
_PAGES = frozenset(("page", "p", "pn", "pageno", "pageindex", "page_no", "curpage", "pg"))  # parameters that count pages
# TRS writes its pager by script: how many pages, which one this is (from 0), and the name that they share.
_TRS = re.compile(r"createPageHTML\(\s*(\d{1,2})\s*,\s*(\d{1,2})\s*,\s*[\"']([\w.-]{1,80})[\"']\s*,\s*[\"']([a-z]{3,6})[\"']")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address stands in a series."""

    series: str  # what the pages of one article share
    number: int | None  # as its address counts, None where it does not
    folder: bool = False  # counted as a folder below the first page (/slug/2/): elsewhere that is another article's number


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An article whose first pages have come, and whose next one is asked for."""

    due: Due
    answers: tuple[Answer, ...]
    validators: Validators  # of the first page's answer


def place_of(url: str) -> list[Place]:
    """The readings of an address as one page of several: uncounted, counted by its file's name, counted by a parameter."""
    parts = urlsplit(url)
    base = f"{parts.scheme}://{parts.netloc}"
    parameters = parse_qsl(parts.query, keep_blank_values=True, encoding="latin-1")
    counted = [(k, v) for k, v in parameters if k.lower() in _PAGES and v.isdigit()]
    rest = sorted((k, v) for k, v in parameters if (k, v) not in counted)
    match = _FILE.match(parts.path.rstrip("/"))
    stem, suffix = (match["stem"], match["suffix"] or "") if match else (parts.path, "")
    if counted:
        return [Place(f"{base}{stem}{suffix}?{rest}", int(counted[0][1]))]
    found = [Place(f"{base}{stem}{suffix}?{rest}", None)]
    if number := _COUNTED.match(stem):
        found.append(Place(f"{base}{number['stem']}{suffix}?{rest}", int(number["number"]), number["mark"].startswith("/")))
    return found


def follows(url: str, other: str, *, first: str) -> bool:
    """Whether ``other`` is the page after ``url`` of the article whose first page is ``first``.

    The second page counts 1 (TRS) or 2 where the first one has no number; from there on each counts one more.
    """
    if other in (url, first) or _THREAD.search(other):
        return False
    firsts = {place.series: place.number for place in place_of(first)}
    here = {place.series: place.number for place in place_of(url)}
    for place in place_of(other):
        if place.number is None or place.series not in here:
            continue
        start, number = firsts.get(place.series, UNKNOWN), here[place.series]
        if start not in ((None,) if place.folder else (None, 0, 1)):
            continue
        if place.number in ((1, 2) if number is None else (number + 1,)):
            return True
    return False


def next_part(response: Response, first: str) -> str | None:
    """The address of the page after this one, where the article whose first page is ``first`` goes on; else None.

    A link counts where its address is the next of the series and its words are 下一页, or a number.
    """
    if not isinstance(response, HtmlResponse):
        return None
    url = canonical(response.url) or response.url
    if (scripted := _scripted(response, url)) and follows(url, scripted, first=first):
        return scripted
    numbered = None
    for link in response.css("a[href]"):
        words = " ".join("".join(link.css("::text").getall()).split())
        if len(words) > 12 or not (_NEXT.match(words) or _NUMBER.match(words)):
            continue
        target = canonical(link.attrib["href"], response.url)
        if target is None or not follows(url, target, first=first):
            continue
        if _NEXT.match(words):
            return target
        numbered = numbered or target
    return numbered


def _scripted(response: HtmlResponse, url: str) -> str | None:
    for match in _TRS.finditer(response.text):
        count, current, name, suffix = int(match[1]), int(match[2]), match[3], match[4]
        if current + 1 < count and urlsplit(url).path.rpartition("/")[2].startswith(name):
            return canonical(f"{name}_{current + 1}.{suffix}", url)
    return None
