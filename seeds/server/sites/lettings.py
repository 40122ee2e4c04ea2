"""Seed 002: a blog that lets factories and copies the local paper, with related posts and its agent's telephone."""

from __future__ import annotations

from datetime import date
from typing import Any

from seeds import seed_lines
from seeds.server.content import Article, Linked, invented, lines_between, newest_first
from seeds.server.page import Page, Site, morning
from seeds.server.render import FOUNDED, asset, batches, latest, plain, render

NAME = "扬中厂房网"
FOLDER = "lettings"
CATEGORY = "扬中厂房信息"
LIST_SIZE = 3
FIRST_LINKED = 1204
MEMBERS = range(1, 9)  # eight pages under /private/, all linked from the first list page
ROBOTS = "User-agent: *\nDisallow: /private/\nDisallow: /zb_system/\n"


def path(article: Article | Linked) -> str:
    """Address of a post on this site: Z-Blog without rewriting."""
    return f"/index.php/post/{article.id}.html"


def seed() -> Article:
    """Seed 002, cut by its lines."""
    lines = seed_lines(2)
    return Article(
        id=2286, title=lines[2], published=date(2026, 1, 18), paragraphs=lines_between(lines, 7, 33),
        extra={
            "shown": "1周前 (01-18)", "views": 11,
            # The paper's own list of headlines came along when the article was copied, as text without links.
            "copied": lines_between(lines, 35, 49),
            "agent": lines_between(lines, 51, 55), "follow": lines[56], "notice": [lines[58], lines[60]], "link": lines[62],
            "related_title": lines[64], "related": related(),
        },
    )


def related() -> list[Linked]:
    """The six related posts: title under the picture, title, excerpt."""
    lines = lines_between(seed_lines(2), 67, 101)
    return [Linked(FIRST_LINKED + n, lines[3 * n], lines[3 * n + 2]) for n in range(len(lines) // 3)]


def build(base: str) -> Site:  # noqa: ARG001 -- no page of this site holds its own address
    """All pages of the site."""
    articles = newest_first([seed(), *invented(FOLDER)])
    common: dict[str, Any] = {"name": NAME, "path": path, "category": CATEGORY}
    members = [f"/private/{n}.html" for n in MEMBERS]
    pages: dict[str, Page] = {}
    for where, batch in batches(articles, LIST_SIZE, "/", "/index.php/page_{n}.html"):
        pages[where] = render("lettings/list.html", latest(articles), batch=batch, members=members, **common)
    for article in articles:
        pages[path(article)] = render("lettings/article.html", morning(article.published), article=article, **common)
    for linked in related():
        pages[path(linked)] = render("lettings/teaser.html", morning(FOUNDED), article=linked, **common)
    for n, member in zip(MEMBERS, members, strict=True):
        pages[member] = render("lettings/member.html", morning(FOUNDED), number=n, **common)
    pages["/robots.txt"] = plain(ROBOTS)
    pages["/zb_users/theme/changfang/style/style.css"] = asset("lettings.css", "text/css")
    return Site("seed-lettings", pages, render("lettings/404.html", morning(FOUNDED), **common))
