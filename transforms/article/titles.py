"""The headline: from its element, checked against what the head says, without the site's name."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from transforms.article.lines import squeeze
from transforms.article.metadata import Head
from transforms.article.rules import rules

_SEPARATOR = re.compile(r"\s*(?:[_|丨│»]+|\s[-–—]+\s|--+|——|-(?=[^\d])|–|<|>)\s*")
_WHITE = re.compile(r"\s+")
MAX = 150  # characters of a headline; the longest government titles have about 120


def _text(node: LexborNode) -> str:
    return _WHITE.sub(" ", node.text()).strip()


def _headlines(tree: LexborHTMLParser) -> list[str]:
    found: list[str] = []
    for css in rules().titles:
        for node in tree.css(css)[:6]:
            text = _text(node)
            if 4 <= len(text) <= MAX and text not in found:
                found.append(text)
    return found


def without_site(title: str, site: str = "") -> str:
    """A page's title without the names of site and section at its end (…_金山网, … - 新闻中心 - 镇江市人民政府)."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    first = max(parts[:2], key=len) if site and squeeze(parts[0]) == squeeze(site) else parts[0]
    return first if len(first) >= 4 else title


def find_title(tree: LexborHTMLParser, head: Head) -> str:
    """The article's headline; ``""`` where the page has none.

    An element's text wins where the page's title or OpenGraph's holds it: so neither a logo nor a related
    article's headline is taken.
    A headline that is cut short in its element is taken from where it stands in full.
    """
    said = [t for t in (head.title, head.og_title, head.page_title) if t]
    keys = [squeeze(t) for t in said]
    for text in _headlines(tree):
        key = squeeze(text)
        if any(key and key in k for k in keys) and key != squeeze(head.site) and not _is_only_site(key, keys):
            return text
    if head.title:
        return head.title
    for text in (head.og_title, head.page_title):
        if text and len(shown := without_site(text, head.site)) >= 4:
            return shown
    headlines = _headlines(tree)
    return headlines[0] if headlines else ""


def _is_only_site(key: str, keys: list[str]) -> bool:
    """Whether a candidate is the site's name at the end of the page's title rather than its headline."""
    return all(k.endswith(key) and k != key for k in keys if key in k)
