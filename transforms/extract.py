"""From a page's bytes to an article and its observations."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from parkwatch.records import Article, Extraction
from transforms.article import PartPage, UnreadablePage, read_html, read_text
from transforms.article.charset import decode
from transforms.article.people import host_names
from transforms.gazetteer import find_places
from transforms.observe import observe
from transforms.observe.confidence import assessed
from transforms.observe.lines import mend
from transforms.observe.regional import mainland
from transforms.periods import infer_published
from transforms.repair import Folded, fold, read_spun

EXTRACTOR_VERSION = "1"

__all__ = ["EXTRACTOR_VERSION", "PartPage", "UnreadablePage", "extract"]


def extract(
    body: bytes,
    *,
    kind: Literal["html", "text"],
    content_type: str = "",
    url: str | None = None,
    fetched_on: date | None = None,
    published: str | None = None,
    place: str = "",
    read: Callable[..., Article] = read_html,
    parts: Sequence[PartPage] = (),
) -> Extraction:
    """Read a page.

    Args:
        body: the page as it came.
        kind: what it is.
        content_type: its header, "" where there was none.
        url: its address; tells the date of an e-paper page.
        fetched_on: the day it was fetched, or the moment in China: then 5小时前 is of the right day; no article is younger.
        published: the article's date where the caller knows it (``2025-08-06``, ``2025-07``, ``2025``); outranks the page's own.
        place: the division that its portal reports on; settles 全市 and 我市.
        read: reads an HTML page, with the arguments and errors of ``read_html``: a ``TemplatedReader``'s way, for a whole portal.
        parts: the further pages of an HTML article, in order; with any it is read the careful way.

    Raises:
        UnreadablePage: the page is empty, or holds no article.
    """
    if kind == "html" and parts:
        article = read_html(body, content_type=content_type, url=url, fetched_on=fetched_on, published=published, parts=parts)
    elif kind == "html":
        article = read(body, content_type=content_type, url=url, fetched_on=fetched_on, published=published)
    else:
        article = read_text(body, url=url, fetched_on=fetched_on, published=published)
    folded, spun = _reading(article)
    place = place or _place_of_host(body, article, folded.text)
    anchor = article.published or infer_published(folded.text)[0]
    observations, parks = observe(article, folded, anchor=anchor, place=place)
    flags = tuple(dict.fromkeys((*article.flags, *(["spun"] if spun else []))))
    article = replace(article, parks=parks, flags=flags)
    return Extraction(article, assessed(article, observations))


OURS = re.compile(r"[我本全][市县区州旗盟]")


def _place_of_host(body: bytes, article: Article, text: str) -> str:
    """The place of the site that shows an article, where that speaks of 我市 and names no place itself."""
    if not OURS.search(text) or find_places(f"{article.title}\n{text}") or find_places(article.source or ""):
        return ""
    places = (find_places(name) for name in host_names(decode(body).text))
    return next((named[0].place.name for named in places if named), "")


# 57。6亿元: the point of a decimal that a converter took for a full stop.
POINT = re.compile(r"。(?<=\d。)(?=\d{1,4}(?:[万亿]?[元吨亩户人家]|[万亿%]|个百分点))")


def _reading(article: Article) -> tuple[Folded, bool]:
    """The text folded, its cut lines mended, and read back where it is spun, with one map to the print."""
    folded = fold(article.text)
    folded = replace(folded, text=POINT.sub(".", mainland(folded.text, article.text)))
    mended = mend(folded.text)
    if mended is not None:
        folded = _compose(folded, mended)
    spun = read_spun(folded.text)
    if spun is None:
        return folded, False
    return _compose(folded, spun.reading), True


def _compose(first: Folded, second: Folded) -> Folded:
    """Two readings, one of the other, as one reading of the print."""
    if second.starts is None or second.ends is None:
        return Folded(second.text, first.printed, first.starts, first.ends)
    if first.starts is None or first.ends is None:
        return Folded(second.text, first.printed, second.starts, second.ends)
    starts, ends = first.starts, first.ends
    return Folded(
        second.text,
        first.printed,
        array("L", [starts[at] for at in second.starts]),
        array("L", [ends[at - 1] for at in second.ends]),
    )
