"""The sites answer as web servers do: validators, 304, 404, robots.txt, feed, sitemap, issues by date."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from seeds.server import SeedPortal
from seeds.server.sites import BUILDERS

Ask = Callable[..., Any]
SITES = list(BUILDERS)


def paths(portal: SeedPortal, site: str) -> list[str]:
    return list(BUILDERS[site](portal.addresses[site]).pages)


@pytest.mark.parametrize("site", SITES)
def test_every_page_is_304_to_the_one_who_has_it(ask: Ask, portal: SeedPortal, site: str) -> None:
    address = portal.addresses[site]
    for path in paths(portal, site):
        first = ask(address, path)
        assert first.status == 200
        assert first.body
        etag, modified = first.headers["etag"], first.headers["last-modified"]
        by_tag = ask(address, path, if_none_match=f'"other", W/{etag}')
        assert (by_tag.status, by_tag.body, by_tag.headers["etag"]) == (304, b"", etag)
        assert ask(address, path, if_modified_since=modified).status == 304
        assert ask(address, path, if_none_match='"other"', if_modified_since=modified).status == 200
        assert ask(address, path, if_modified_since="Mon, 02 Jan 2006 15:04:05 GMT").status == 200
        assert ask(address, path, if_modified_since="yesterday").status == 200
        assert parsedate_to_datetime(modified).year >= 2023


@pytest.mark.parametrize("site", SITES)
def test_validators_survive_a_restart(ask: Ask, portal: SeedPortal, site: str) -> None:
    again = BUILDERS[site](portal.addresses[site])
    for path, page in again.pages.items():
        answer = ask(portal.addresses[site], path, "HEAD")
        assert (answer.headers["etag"], answer.headers["last-modified"]) == (page.etag, page.last_modified)
        assert (answer.body, int(answer.headers["content-length"])) == (b"", len(page.body))


@pytest.mark.parametrize("site", SITES)
def test_what_is_not_there_is_404_and_what_is_not_asked_for_is_405(ask: Ask, portal: SeedPortal, site: str) -> None:
    missing = ask(portal.addresses[site], "/post/999999.html")
    assert missing.status == 404
    assert missing.body
    assert "etag" not in missing.headers
    assert ask(portal.addresses[site], "/", "POST").status == 405


def test_robots_txt(ask: Ask, portal: SeedPortal) -> None:
    robots = {}
    for site in SITES:
        answer = ask(portal.addresses[site], "/robots.txt")
        assert answer.headers["content-type"].startswith("text/plain")
        robots[site] = RobotFileParser()
        robots[site].parse(answer.body.decode().splitlines())
        assert robots[site].can_fetch("parkwatch", portal.addresses[site])
    lettings = LexborHTMLParser(ask(portal.addresses["seed-lettings"], "/").body.decode())
    links = [node.attributes["href"] or "" for node in lettings.css(".post.item h2 a")]
    forbidden = [link for link in links if not robots["seed-lettings"].can_fetch("parkwatch", link)]
    assert len(forbidden) == 8
    assert all(ask(portal.addresses["seed-lettings"], link).status == 200 for link in forbidden)
    assert "Crawl-delay: 0.2\n" in ask(portal.addresses["seed-bare"], "/robots.txt").body.decode()
    assert robots["seed-farm"].site_maps() == [f"{portal.addresses['seed-farm']}sitemap.xml"]


def test_feed_lists_the_newest_articles_with_their_dates(ask: Ask, portal: SeedPortal) -> None:
    address = portal.addresses["seed-aggregator"]
    items = ET.fromstring(ask(address, "/feed.php").body).findall("channel/item")  # noqa: S314 -- our own server's
    assert len(items) == 3  # fewer than the list pages show: a backfill has something to find
    assert items[0].findtext("title") == "张家港保税区:满弓劲发 拉满奋斗“进度条”"
    dates = [parsedate_to_datetime(item.findtext("pubDate") or "") for item in items]
    assert dates[0].date() == date(2025, 8, 6)
    assert dates == sorted(dates, reverse=True)
    for item in items:
        link = item.findtext("link") or ""
        assert link.startswith(address)
        assert ask(address, urlsplit(link).path).status == 200


def test_sitemap_dates_every_piece(ask: Ask, portal: SeedPortal) -> None:
    address = portal.addresses["seed-farm"]
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = ET.fromstring(ask(address, "/sitemap.xml").body).findall("s:url", space)  # noqa: S314 -- our own server's
    found = {url.findtext("s:loc", "", space): url.findtext("s:lastmod", "", space) for url in urls}
    assert found[f"{address}news/78121956.html"] == "2024-03-19"
    assert len(found) == 9
    assert all(date.fromisoformat(day) and ask(address, urlsplit(link).path).status == 200 for link, day in found.items())


def test_lists_reach_every_article_by_their_pager(ask: Ask, portal: SeedPortal) -> None:
    wanted = {"seed-aggregator": ("h2.post-title a", "a.next-page", "/", 5),
              "seed-lettings": (".item:not(.member) h2 a", "a.next", "/", 4),
              "seed-farm": (".newslist a", "a.next", "/list/", 9), "seed-bare": ("ul a", "a.next", "/", 4)}
    for site, (articles, following, start, count) in wanted.items():
        seen: list[str] = []
        path: str | None = start
        while path:
            answer = ask(portal.addresses[site], path)
            tree = LexborHTMLParser(answer.body.decode("gb18030" if site == "seed-bare" else "utf-8"))
            seen += [node.attributes["href"] or "" for node in tree.css(articles)]
            further = tree.css_first(following)
            path = further.attributes["href"] if further else None
        assert len(seen) == len(set(seen)) == count, site


def test_epaper_lists_its_articles_in_its_nodes_alone(ask: Ask, portal: SeedPortal) -> None:
    address = portal.addresses["seed-epaper"]
    assert ask(address, "/").headers["location"] == "/layout/202409/12/node_1.html"
    pages = BUILDERS["seed-epaper"](address).pages
    articles = {path for path in pages if path.startswith("/content/")}
    linked: dict[str, list[str]] = {}
    for path, page in pages.items():
        for link in re.findall(r'href="\.\./\.\./\.\.(/content/[^"]+)"', page.body.decode()):
            linked.setdefault(link, []).append(path)
    assert linked.keys() == articles
    for article, from_pages in linked.items():
        issue = article.split("/content/")[1][:9]
        assert {path.partition("node_")[0] for path in from_pages} == {f"/layout/{issue}/"}
    assert len({article[:18] for article in articles}) == 5  # five issues in five months
    assert ask(address, "/layout/202409/13/node_1.html").status == 404  # no issue on that day


def test_hits_and_faults(ask: Ask, portal: SeedPortal) -> None:
    site, path = "seed-farm", "/news/78121956.html"

    async def unavailable(_request: Any, response: Any) -> Any:
        response.status_code = 503
        return response

    portal.faults[site][path] = unavailable
    try:
        before = len(portal.hits[site])
        assert ask(portal.addresses[site], path).status == 503
        assert ask(portal.addresses[site], "/list/").status == 200
        assert portal.hits[site][before:] == [("GET", path, 503), ("GET", "/list/", 200)]
    finally:
        del portal.faults[site][path]
    assert ask(portal.addresses[site], path).status == 200
