"""Seed 000: a Z-Blog that gathers other outlets' articles under its own stamp, with an excerpt and a hot list."""

from __future__ import annotations

from datetime import date
from typing import Any

from seeds import seed_lines
from seeds.server.content import Article, Linked, invented, lines_between, newest_first
from seeds.server.page import Page, Site, morning
from seeds.server.render import FOUNDED, asset, batches, latest, plain, render

NAME = "南京夜生活"
FOLDER = "aggregator"
LIST_SIZE = 3
FEED_SIZE = 3
FIRST_LINKED = 871  # the hot list is years older than the rest


def path(article: Article | Linked) -> str:
    """Address of an article on this site, as Z-Blog's rewriting makes it."""
    return f"/post/{article.id}.html"


def seed() -> Article:
    """Seed 000, cut by its lines."""
    lines = seed_lines(0)
    return Article(
        id=2301, title=lines[0], published=date(2025, 8, 6), paragraphs=lines_between(lines, 6, 59),
        extra={"category": "园区", "views": 12, "excerpt": lines[3], "notice": lines_between(lines, 63, 64)},
    )


def hot_list() -> list[Linked]:
    """The five hot articles: in the file each is a bullet with the title, the title again, and an excerpt."""
    lines = lines_between(seed_lines(0), 71, 90)
    return [Linked(FIRST_LINKED + n, lines[3 * n + 1].strip(" "), lines[3 * n + 2].strip(" ")) for n in range(len(lines) // 3)]


def build(base: str) -> Site:
    """All pages of the site."""
    articles, hot = newest_first([seed(), *invented(FOLDER)]), hot_list()
    common: dict[str, Any] = {"name": NAME, "path": path, "hot": hot}
    pages: dict[str, Page] = {}
    for where, batch in batches(articles, LIST_SIZE, "/", "/page_{n}.html"):
        pages[where] = render("aggregator/list.html", latest(articles), batch=batch, **common)
    for article in articles:
        pages[path(article)] = render("aggregator/article.html", morning(article.published), article=article, **common)
    for linked in hot:
        pages[path(linked)] = render("aggregator/teaser.html", morning(FOUNDED), article=linked, **common)
    pages["/feed.php"] = render("aggregator/feed.xml", latest(articles), content_type="application/rss+xml; charset=utf-8",
                                base=base.rstrip("/"), articles=articles[:FEED_SIZE], morning=morning, **common)
    pages["/robots.txt"] = plain("User-agent: *\nDisallow: /zb_system/\nDisallow: /zb_users/plugin/\n")
    pages["/zb_users/theme/ditan/style/style.css"] = asset("aggregator.css", "text/css")
    return Site("seed-aggregator", pages, render("aggregator/404.html", morning(FOUNDED), **common))
