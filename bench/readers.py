"""The readers that the bench compares: each takes a page's bytes and gives its title, date and text."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found on one page."""

    title: str = ""
    published: str = ""
    text: str = ""


Read = Callable[[bytes], Found]


def ours() -> Read:
    """This project's reader."""
    from transforms.article import read_html

    def read(page: bytes) -> Found:
        article = read_html(page)
        return Found(article.title, article.published or "", article.text)

    return read


def trafilatura(**options: Any) -> Callable[[], Read]:
    """Trafilatura with its metadata, under the options given."""

    def make() -> Read:
        import trafilatura as package

        def read(page: bytes) -> Found:
            document = package.bare_extraction(page, with_metadata=True, include_comments=False, **options)
            return Found(document.title or "", document.date or "", document.text or "") if document else Found()

        return read

    return make


def readability() -> Read:
    """The readability algorithm in readability-lxml; it knows no dates."""
    from lxml.html import fromstring
    from readability import Document

    def read(page: bytes) -> Found:
        document = Document(page)
        return Found(document.short_title(), "", fromstring(document.summary()).text_content())

    return read


def newspaper4k() -> Read:
    """The news reader newspaper4k, told that the page is Chinese."""
    import newspaper

    def read(page: bytes) -> Found:
        article = newspaper.Article("https://bench.invalid/", language="zh", fetch_images=False)
        article.download(input_html=page.decode("utf-8", "replace"))
        article.parse()
        published = article.publish_date
        return Found(
            article.title or "", published.date().isoformat() if isinstance(published, datetime) else "", article.text or ""
        )

    return read


def gne() -> Read:
    """GNE, the general extractor for Chinese news."""
    from gne import GeneralNewsExtractor

    extractor = GeneralNewsExtractor()

    def read(page: bytes) -> Found:
        found = extractor.extract(page.decode("utf-8", "replace"))
        return Found(found.get("title") or "", (found.get("publish_time") or "")[:10], found.get("content") or "")

    return read


def justext() -> Read:
    """The paragraph classifier jusText, without stop words, as it has none for Chinese; it knows neither title nor date."""
    import justext as package

    def read(page: bytes) -> Found:
        paragraphs = package.justext(page, frozenset(), stopwords_low=0, stopwords_high=0)
        return Found("", "", "\n".join(p.text for p in paragraphs if not p.is_boilerplate))

    return read


def resiliparse() -> Read:
    """The main content as resiliparse sees it; it knows neither title nor date."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def read(page: bytes) -> Found:
        tree = HTMLTree.parse(page.decode("utf-8", "replace"))
        return Found(unescape(tree.title or ""), "", extract_plain_text(tree, main_content=True))

    return read


def magic_html() -> Read:
    """The extractor magic-html; its text is taken from the HTML that it gives."""
    from lxml.html import fromstring
    from magic_html import GeneralExtractor

    extractor = GeneralExtractor()

    def read(page: bytes) -> Found:
        found = extractor.extract(page.decode("utf-8", "replace"), base_url="https://bench.invalid/")
        return Found(found.get("title") or "", "", fromstring(found.get("html") or "<p></p>").text_content())

    return read


READERS: dict[str, tuple[str, Callable[[], Read]]] = {  # name: package, maker
    "parkwatch": ("transforms", ours),
    "trafilatura": ("trafilatura", trafilatura()),
    "trafilatura recall": ("trafilatura", trafilatura(favor_recall=True)),
    "trafilatura precision": ("trafilatura", trafilatura(favor_precision=True)),
    "trafilatura fast": ("trafilatura", trafilatura(fast=True)),
    "readability-lxml": ("readability", readability),
    "newspaper4k": ("newspaper", newspaper4k),
    "gne": ("gne", gne),
    "justext": ("justext", justext),
    "resiliparse": ("resiliparse", resiliparse),
    "magic-html": ("magic_html", magic_html),
}


def installed(name: str) -> bool:
    """Whether the reader's package is there."""
    return importlib.util.find_spec(READERS[name][0]) is not None
