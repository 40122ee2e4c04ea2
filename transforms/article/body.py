"""The article's body: trafilatura reads the part of the page that narrowing has found, and the whole page where it found none."""

from __future__ import annotations

from functools import cache
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from transforms.article.tidy import rows_of, tidy


@cache
def _trafilatura() -> Any:
    import trafilatura  # noqa: PLC0415  (takes a fifth of a second: only who reads a page pays)

    return trafilatura


def read_part(part: LexborNode) -> str:
    """The text of the part as trafilatura reads it, a paragraph a line, table rows with ``|`` between the cells."""
    text = _trafilatura().extract(
        tidy(part), output_format="txt", include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    return text or ""


def read_page(tree: LexborHTMLParser) -> str:
    """The text of the whole page as trafilatura reads it, without links of a headline's length: what they name is elsewhere."""
    for link in tree.css("a"):
        if len(link.text()) >= 8:
            link.decompose()
    text = _trafilatura().extract(
        tree.html or "", output_format="txt", include_comments=False, include_tables=True, favor_precision=True
    )
    return text or ""


def read_said(text: str) -> str:
    """The text that a page's data gives as the article's, a paragraph a line; it may hold markup."""
    if "<" in text:
        tree = LexborHTMLParser(text)
        return "\n".join(rows_of(tree.body)) if tree.body is not None else ""
    return unescape(text).replace("\r", "\n")
