"""What a page's head says of the article: meta tags, OpenGraph, JSON-LD, and the comments and variables of a CMS."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

_DATES = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "og:release_date",
    "og:published_time",
    "datepublished",
    "publish_time",
    "firstcreatetime",
    "weibo: article:create_at",
    "weibo:article:create_at",
    "bytedance:published_time",
    "date",
    "dc.date",
    "dcterms.date",
    "createdate",
    "publication_date",
    "apub:time",
    "publishtime",
    "releasedate",
    "firstpublishedtime",
    "dateupdate",
)
_SOURCES = ("contentsource", "source", "mediaid", "article:source", "copyrightholder")
_AUTHORS = ("author", "article:author")
_FOUNDER = "<!--enpproperty"
_TAGGED = re.compile(r"<(date|author|title|source|sourcename|introtitle|subtitle)>(.*?)</\1>", re.DOTALL)
_LD_DATE = re.compile(r"\"(?:datePublished|pubDate|dateCreated)\"\s*:\s*\"([^\"]{8,40})\"")
# Seconds or milliseconds since 1970, or a day.
_ASSIGNED = re.compile(r"[:=]\s{0,4}\\{0,2}[\"']?(1\d{9}(?=(?:\d{3})?\D)|20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d))")
_TIME_NAMED = re.compile(
    r"(?:\bct|(?:(?:publish(?:ed)?|pub|issued?|released?|news|post(?:ed)?|article|show|input|add|ori_?create|create)[_-]?(?:time|date|at|on|day|timestamp)))\\{0,2}[\"']?\s{0,4}$",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</?(?:div|p|br|span|font|b|strong|center|h[1-6])\b[^<>]{0,200}>", re.IGNORECASE)
MAX_READ = 4_000_000  # characters of a page that are searched for a script's variable
_TOLD_BY = 'meta[content], title, script[type="application/ld+json"]'
_CHINA = timedelta(hours=8)


@dataclass(slots=True)
class Head:
    """What the head says, each with the tag that said it."""

    title: str = ""
    og_title: str = ""
    page_title: str = ""
    date: str = ""  # as printed
    date_tag: str = ""
    source: str = ""
    author: str = ""
    site: str = ""
    body: str = ""  # the article's text, where JSON-LD holds it
    meta: dict[str, str] = field(default_factory=dict)


_LD = {"date": ("datePublished", "pubDate"), "title": ("headline",), "body": ("articleBody",)}


def _named(node: Any) -> dict[str, str]:
    """The first of each value that names the article in a JSON-LD value, looked for in no more than its upper levels."""
    queue, seen = [node], 0
    found: dict[str, str] = {}
    while queue and seen < 200:
        value = queue.pop(0)
        seen += 1
        if isinstance(value, dict):
            for field_name, keys in _LD.items():
                for key in keys:
                    if isinstance(value.get(key), str):
                        found.setdefault(field_name, value[key])
            queue.extend(value.values())
        elif isinstance(value, list):
            queue.extend(value[:20])
    return found


def _json_ld(tree: LexborHTMLParser | LexborNode) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in tree.css('script[type="application/ld+json"]')[:8]:
        text = block.text()
        try:
            named = _named(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            loose = _LD_DATE.search(text)
            named = {"date": loose[1]} if loose else {}
        found = named | found
    return found


def _founder(source: str) -> dict[str, str]:
    """What the comment says that Founder's CMS writes into its pages."""
    start = source.find(_FOUNDER)
    if start < 0:
        return {}
    fields = {tag: value.strip() for tag, value in _TAGGED.findall(source[start : start + 4000].partition("-->")[0])}
    named = {
        "pubdate": fields.get("date"),
        "articletitle": fields.get("title"),
        "author": fields.get("author"),
        "contentsource": fields.get("sourcename") or fields.get("source"),
    }
    return {key: value for key, value in named.items() if value}


def script_date(source: str) -> str:
    """The day that a script's variable gives (``var ct="1581…"``, ``publish_time``); ``""`` if none. Slow: a last resort."""
    named = (m for m in _ASSIGNED.finditer(source[:MAX_READ]) if _TIME_NAMED.search(source, max(0, m.start() - 24), m.start()))
    match = next(named, None)
    if match is None:
        return ""
    value = match[1]
    if value.isdigit():
        return (datetime.fromtimestamp(int(value), UTC) + _CHINA).date().isoformat()
    year, month, day = map(int, re.split(r"\D", value))
    return f"{year}-{month:02d}-{day:02d}" if month <= 12 and day <= 31 else ""


def year_in_addresses(source: str, monthday: str) -> str:
    """The year of a day without one (``09-27``) that the page's addresses carry, of pictures say; ``""`` if none or several."""
    month, day = monthday.split("-")
    years = set(re.findall(rf"[/_](20\d\d)[-/_]?{month}[-/_]?{day}(?=[/_.\"'])", source[:MAX_READ]))
    return years.pop() if len(years) == 1 else ""


def _plain(title: str) -> str:
    """A headline without the markup that editors put into it to break its lines."""
    return " ".join(_MARKUP.sub("", title).split()) if "<" in title else title


def stands_in_head(tree: LexborHTMLParser) -> bool:
    """Whether all that a page's data is read from stands in the head's element; a broken head leaves some in the body."""
    return tree.head is not None and len(tree.head.css(_TOLD_BY)) == len(tree.css(_TOLD_BY))


def read_head(tree: LexborHTMLParser, source: str, *, within: LexborNode | None = None) -> Head:
    """Read the head's data; `source` is the page's text, for comments and scripts, `within` what holds all the data."""
    head = Head()
    root = tree if within is None else within
    for node in root.css("meta[content]")[:300]:
        attributes = node.attributes
        name = (
            attributes.get("name")
            or attributes.get("property")
            or attributes.get("itemprop")
            or attributes.get("http-equiv")
            or ""
        ).lower()
        content = (attributes.get("content") or "").strip()
        if name and content:
            head.meta.setdefault(name, content)
    head.meta.update(_founder(source))
    title = root.css_first("title")
    head.page_title = " ".join(title.text()[:1000].split()) if title is not None else ""
    head.title = _plain(head.meta.get("articletitle", ""))
    head.og_title = _plain(head.meta.get("og:title", "") or head.meta.get("twitter:title", ""))
    head.source = next((head.meta[k] for k in _SOURCES if head.meta.get(k)), "")
    head.author = next((head.meta[k] for k in _AUTHORS if head.meta.get(k)), "")
    head.site = head.meta.get("sitename", "") or head.meta.get("og:site_name", "")
    for tag in _DATES:
        if any(c.isdigit() for c in head.meta.get(tag, "")):
            head.date, head.date_tag = head.meta[tag], tag
            break
    said = _json_ld(root)
    if not head.date:
        head.date, head.date_tag = said.get("date", ""), "JSON-LD"
    head.og_title = head.og_title or " ".join(unescape(said.get("title", "")).split())
    head.body = said.get("body", "")
    return head
