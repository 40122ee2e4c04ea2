"""Seed 001: a newspaper's e-paper in the manner of Founder's system: issues by date, pages as nodes, an image map a page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from seeds import seed_lines
from seeds.server.content import Article, invented, newest_first
from seeds.server.page import Page, Site, morning
from seeds.server.render import FOUNDED, asset, plain, render

NAME = "江城日报"  # the seed does not say in which paper it stood
FOLDER = "epaper"
SECTIONS = {1: "要闻", 2: "专版"}
CAPTIONS = (*range(40, 47), *range(50, 77))  # lines of the seed that stand under photographs
WIDTH, HEIGHT = 360, 520  # of the picture of a page, in pixels


def path(article: Article) -> str:
    """Address of an article: the issue's folder, then the article's number in the paper's system."""
    return f"/content/{article.published:%Y%m/%d}/content_{article.id}.html"


def node_path(issue: date, number: int) -> str:
    """Address of page ``number`` of an issue."""
    return f"/layout/{issue:%Y%m/%d}/node_{number}.html"


def seed() -> Article:
    """Seed 001, cut by its lines: the text runs on around the photographs, whose captions the file repeats."""
    lines = seed_lines(1)
    body = [(n in CAPTIONS, lines[n - 1]) for n in range(11, 93) if lines[n - 1].strip()]
    return Article(
        id=35121, title=lines[2], published=date(2024, 9, 12), paragraphs=[text for _, text in body],
        extra={"page": 2, "subtitle": lines[4], "author": lines[6], "kicker": lines[8], "credit": lines[93], "body": body},
    )


def areas(articles: Sequence[Article]) -> list[tuple[Article, tuple[int, int, int, int]]]:
    """The articles of one page with their rectangles (left, top, right, bottom) in the picture of the page."""
    top, margin = 90, 16
    step = (HEIGHT - top - margin) // len(articles)
    return [(a, (margin, top + n * step, WIDTH - margin, top + (n + 1) * step - 12)) for n, a in enumerate(articles)]


def build(base: str) -> Site:  # noqa: ARG001 -- no page of this site holds its own address
    """All pages of the site; an article is linked from its issue's pages alone."""
    articles = newest_first([seed(), *invented(FOLDER)])
    issues = sorted({article.published for article in articles})
    pages: dict[str, Page] = {}
    for number, issue in enumerate(issues):
        pages |= _issue(issue, [a for a in articles if a.published == issue],
                        before=issues[number - 1] if number else None,
                        after=issues[number + 1] if number + 1 < len(issues) else None)
    for month in {f"{issue:%Y%m}" for issue in issues}:
        days = [issue for issue in issues if f"{issue:%Y%m}" == month]
        pages[f"/layout/{month}/period.xml"] = render("epaper/period.xml", morning(days[-1]), content_type="text/xml", days=days)
    pages["/robots.txt"] = plain("User-agent: *\nDisallow: /admin/\n")
    pages["/res/css/epaper.css"] = asset("epaper.css", "text/css")
    return Site("seed-epaper", pages, render("epaper/404.html", morning(FOUNDED), name=NAME),
                redirects={"/": node_path(issues[-1], 1), "/index.html": node_path(issues[-1], 1)})


def _issue(issue: date, articles: Sequence[Article], before: date | None, after: date | None) -> dict[str, Page]:
    """Pages, pictures and articles of one issue."""
    numbers = sorted({int(article.extra["page"]) for article in articles})
    common: dict[str, Any] = {"name": NAME, "issue": issue, "before": before, "after": after, "numbers": numbers,
                              "sections": SECTIONS, "node_path": node_path, "path": path}
    pages: dict[str, Page] = {}
    for number in numbers:
        own = sorted((a for a in articles if a.extra["page"] == number), key=lambda a: a.id)
        picture = f"/res/{issue:%Y%m/%d}/{number:02}/page_b.svg"
        size: dict[str, Any] = {"width": WIDTH, "height": HEIGHT, "areas": areas(own), "number": number}
        pages[picture] = render("epaper/page.svg", morning(issue), content_type="image/svg+xml", **size, **common)
        pages[node_path(issue, number)] = render("epaper/node.html", morning(issue), picture=picture, **size, **common)
        for article in own:
            pages[path(article)] = render("epaper/article.html", morning(issue), article=article, number=number, **common)
    return pages
