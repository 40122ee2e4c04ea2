"""Seed 004: pages that are a body and nothing else, in GB18030, with no charset in any header or tag."""

from __future__ import annotations

from datetime import date
from typing import Any

from seeds import seed_lines
from seeds.server.content import Article, invented, lines_between, newest_first
from seeds.server.page import Page, Site, morning
from seeds.server.render import FOUNDED, batches, latest, plain, render

FOLDER = "bare"
LIST_SIZE = 2
NO_CHARSET: dict[str, Any] = {"content_type": "text/html", "charset": "gb18030"}


def path(article: Article) -> str:
    """Address of a piece on this site; it tells no date."""
    return f"/show/{article.id}.htm"


def seed() -> Article:
    """Seed 004: every line of it is article text, the reporters' line included."""
    return Article(id=1187, title="", published=date(2024, 1, 12), paragraphs=lines_between(seed_lines(4), 1, 25))


def build(base: str) -> Site:  # noqa: ARG001 -- no page of this site holds its own address
    """All pages of the site."""
    articles = newest_first([seed(), *invented(FOLDER)])
    pages: dict[str, Page] = {}
    for where, batch in batches(articles, LIST_SIZE, "/", "/index_{n}.htm"):
        pages[where] = render("bare/list.html", latest(articles), batch=batch, path=path, **NO_CHARSET)
    for article in articles:
        pages[path(article)] = render("bare/article.html", morning(article.published), article=article, **NO_CHARSET)
    pages["/robots.txt"] = plain("User-agent: *\nCrawl-delay: 0.2\nDisallow: /admin/\n")
    return Site("seed-bare", pages, render("bare/404.html", morning(FOUNDED), **NO_CHARSET))
