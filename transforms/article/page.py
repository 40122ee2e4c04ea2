"""From a page's text to a parsed tree that is safe to walk: what would take a parser seconds is cut off or refused first."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from transforms.article.errors import UnreadablePage
from transforms.article.rules import rules

MAX_CHARACTERS = 4_000_000  # an article's page has 50 to 800 thousand; a longer one is no article
MAX_DEPTH = 1_500  # open elements at once; lexbor's tree building is quadratic in them
MAX_TAG = 20_000  # characters of one tag; lexbor looks for duplicates among attributes one by one

_LONG_TAG = re.compile(rf"<([A-Za-z][A-Za-z0-9]*)\s[^<>]{{{MAX_TAG},}}>")
_DATA_URI = re.compile(r"data:[a-z]+/[A-Za-z0-9.+-]+;base64,[A-Za-z0-9+/=\s%]{200,}")
# Stray end tags: libxml2 drops all that follows the first of them, and nothing needs them.
_END_OF_PAGE = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
# NUL and other controls, zero-width and bidirectional marks, lone surrogates: they hide in numbers and words.
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]")
_INVISIBLE_ENTITY = re.compile(r"&(?:#(?:8203|8204|8205|65279|x200[bcd]|xfeff)|zwnj|zwj|ZeroWidthSpace|shy);", re.IGNORECASE)
# Elements that have to be closed: of these, and not of p, li or td, the parser keeps a stack that grows.
_NESTING = re.compile(
    r"<(/?)(?:div|ul|ol|dl|font|b|i|u|a|em|strong|span|section|article|big|small|code|tt|s|strike|nobr|center|blockquote)(?=[\s>/])",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(?:!doctype|html|head|body|div|p|br|table|article|section|meta|title|h1|span|a)\b", re.IGNORECASE)


def invisible_removed(text: str) -> str:
    """`text` without control, zero-width and bidirectional characters and lone surrogates."""
    return _INVISIBLE.sub("", text)


def _depth(text: str) -> int:
    deepest = depth = 0
    for match in _NESTING.finditer(text):
        if match[1]:
            depth = max(0, depth - 1)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def prepare(text: str) -> str:
    """The page's source made safe and regular for the parser.

    Raises:
        UnreadablePage: the text is empty, no HTML, or of a size or depth that no article's page has.
    """
    if not text.strip("\x00 \t\r\n\ufeff"):
        raise UnreadablePage("empty", "the page is empty")
    if len(text) > MAX_CHARACTERS:
        text = _DATA_URI.sub("", text)
        if len(text) > MAX_CHARACTERS:
            raise UnreadablePage("too_large", f"the page has {len(text)} characters, more than {MAX_CHARACTERS}")
    if not _TAG.search(text[:200_000]):
        raise UnreadablePage("not_html", "the page holds no HTML element")
    text = _LONG_TAG.sub(r"<\1>", text)
    if _depth(text) > MAX_DEPTH:
        raise UnreadablePage("too_deep", f"elements are nested more than {MAX_DEPTH} deep")
    text = _INVISIBLE_ENTITY.sub("", invisible_removed(text))
    text = _END_OF_PAGE.sub("", text)
    for marker in rules().markers:
        text = marker.wrap(text)
    return text


def parse(text: str) -> LexborHTMLParser:
    """Parse the prepared source."""
    return LexborHTMLParser(text)
