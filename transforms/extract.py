"""From a page's bytes to an article and its observations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from parkwatch.records import Article, Extraction
from transforms.article import read_html, read_text
from transforms.observe import observe
from transforms.periods import infer_published
from transforms.repair import Folded, fold, read_spun

EXTRACTOR_VERSION = "1"


class UnreadablePage(Exception):  # noqa: N818 - the name that the other rooms know it by
    """A page that is no article; ``rule`` names the check that it failed, ``reason`` says it to a person."""

    def __init__(self, rule: str, reason: str) -> None:
        """Both are kept with the page in quarantine."""
        super().__init__(reason)
        self.rule, self.reason = rule, reason


def extract(
    body: bytes, *, kind: Literal["html", "text"], content_type: str = "", url: str | None = None, fetched_on: date | None = None,
    published: str | None = None, place: str = "",
) -> Extraction:
    """Read a page.

    Args:
        body: the page as it came.
        kind: what it is.
        content_type: its header, "" where there was none.
        url: its address; tells the date of an e-paper page.
        fetched_on: the day it was fetched; no article is younger.
        published: the article's date where the caller knows it (``2025-08-06``, ``2025-07``, ``2025``); outranks the page's own.
        place: the division that its portal reports on; settles 全市 and 我市.

    Raises:
        UnreadablePage: the page is empty, or holds no article.
    """
    if not body.strip():
        raise UnreadablePage("page.empty", "the page is empty")
    article = read_html(body, content_type, url, fetched_on) if kind == "html" else read_text(body, content_type, url, fetched_on)
    if not article.text.strip():
        raise UnreadablePage("page.no_article", "no article was found in the page")
    if published:
        article = replace(article, published=published, published_basis="given by the caller")
    folded, spun = _reading(article)
    anchor = article.published or infer_published(folded.text)
    observations, parks = observe(article, folded, anchor=anchor, place=place)
    flags = tuple(dict.fromkeys((*article.flags, *(["spun"] if spun else []))))
    return Extraction(replace(article, parks=parks, flags=flags), observations)


def _reading(article: Article) -> tuple[Folded, bool]:
    """The text folded, and read back where it is spun, with one map to the print."""
    folded = fold(article.text)
    spun = read_spun(folded.text)
    if spun is None:
        return folded, False
    return _compose(folded, spun.reading), True


def _compose(first: Folded, second: Folded) -> Folded:
    """Two readings, one of the other, as one reading of the print."""
    from array import array  # noqa: PLC0415 - for the few spun texts alone

    starts, ends = array("L"), array("L")
    for i in range(len(second.text)):
        a, b = first.original(*second.original(i, i + 1))
        starts.append(a)
        ends.append(b)
    return Folded(second.text, first.printed, starts, ends)
