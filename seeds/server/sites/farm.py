"""Seed 003: a content farm; its stamp says when it touched the page, never when the article appeared."""

from __future__ import annotations

from datetime import date
from typing import Any

from seeds import seed_lines
from seeds.server.content import Article, invented, lines_between, newest_first
from seeds.server.page import Page, Site, morning
from seeds.server.render import FOUNDED, asset, batches, latest, plain, render

NAME = "bs178.com"
FOLDER = "farm"
LIST_SIZE = 2


def path(article: Article) -> str:
    """Address of a piece on this site."""
    return f"/news/{article.id}.html"


def tag_path(tag: str) -> str:
    """Address of a tag's page; the path is percent-decoded, as the server sees it."""
    return f"/tag/{tag}.html"


def seed() -> Article:
    """Seed 003, cut by its lines."""
    lines = seed_lines(3)
    label, _, tags = lines[79].partition(":")
    return Article(
        id=78121956, title=lines[0], published=date(2024, 3, 19), paragraphs=lines_between(lines, 3, 74),
        extra={"tags": [tag.strip() for tag in tags.split("\xa0")], "tag_label": label},
    )


def furniture() -> dict[str, str]:
    """What every page of the farm carries, in the words of the seed."""
    lines = seed_lines(3)
    return {"expand": lines[75], "more": lines[83], "recommended": lines[84], "friends": lines[85], "others": lines[86],
            "notice": lines[88], "copyright": lines[90], "police": lines[91], "top": lines[93]}


def build(base: str) -> Site:
    """All pages of the site."""
    articles = newest_first([seed(), *invented(FOLDER)])
    lists = dict(batches(articles, LIST_SIZE, "/list/", "/list/{n}.html"))
    pager = next(iter(lists.values())).paths
    common: dict[str, Any] = {"name": NAME, "path": path, "tag_path": tag_path, "articles": articles, "pager": pager,
                              "words": furniture()}
    pages: dict[str, Page] = {}
    for where, batch in lists.items():
        pages[where] = render("farm/list.html", latest(articles), batch=batch, title="产业", **common)
    pages["/"] = pages["/list/"]
    for article in articles:
        pages[path(article)] = render("farm/article.html", morning(article.published), article=article, **common)
    for tag in sorted({tag for article in articles for tag in article.extra["tags"]}):
        tagged = [article for article in articles if tag in article.extra["tags"]]
        for where, batch in batches(tagged, len(tagged), tag_path(tag), ""):
            pages[where] = render("farm/list.html", latest(tagged), batch=batch, title=tag, **common)
    pages["/sitemap.xml"] = render("farm/sitemap.xml", latest(articles), content_type="application/xml",
                                   base=base.rstrip("/"), articles=articles, path=path)
    pages["/robots.txt"] = plain(f"User-agent: *\nDisallow: /search\n\nSitemap: {base}sitemap.xml\n")
    pages["/static/m.css"] = asset("farm.css", "text/css")
    return Site("seed-farm", pages, render("farm/404.html", morning(FOUNDED), **common))
