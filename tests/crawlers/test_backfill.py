"""A window of the past: walked list by list until it is passed, resumed where it was stopped, never guessed."""

from datetime import date
from typing import Any

import psutil
import pytest

WINDOW = (date(2025, 3, 2), date(2025, 3, 5))


def dated_list(days: list[int]) -> str:
    return "".join(f'<li><a href="/a/{d}">快讯{d}</a><i>2025-03-{d:02}</i></li>' for d in days)


@pytest.fixture
def archive_site(desk: Any) -> Any:
    """Ten days of March, newest first, two a page; after the fifth page the pager repeats its last for ever."""
    routes: dict[str, Any] = {f"/a/{d}": desk.article(d) for d in range(1, 11)}
    for page in range(1, 9):
        top = max(12 - 2 * page, 2)
        routes[f"/list_{page}"] = dated_list([top, top - 1])
    desk.site.routes = routes
    return desk.portal(lists=[{"spider": "list", "url": f"{desk.site.url}/list_{{page}}", "items": "li", "date": "i"}])


def test_a_window_is_walked_until_it_is_passed_and_only_once(desk: Any, archive_site: Any) -> None:
    result = desk.crawl(archive_site, mode="backfill", window=WINDOW)
    assert (result.status, result.reason, result.new_articles) == ("succeeded", "", 4)
    assert [p for p in desk.site.paths() if "list" in p] == [f"/list_{n}" for n in range(1, 7)]
    assert desk.rows("SELECT DISTINCT backfill FROM parkwatch.page") == [(True,)]
    assert {url[-4:] for url, _ in desk.pages()} == {"/a/2", "/a/3", "/a/4", "/a/5"}
    desk.site.hits.clear()
    again = desk.crawl(archive_site, mode="backfill", window=WINDOW)
    assert (again.status, again.requests) == ("succeeded", 0)
    # A night comes after it, finds the newest, and does not look at the backfill's articles again.
    night = desk.crawl(archive_site)
    assert night.new_articles == 5
    assert desk.rows("SELECT count(*)::int FROM parkwatch.page WHERE backfill") == [(4,)]


def test_a_killed_backfill_goes_on_where_it_stopped(desk: Any, archive_site: Any) -> None:
    def kill(handler: Any) -> None:
        for child in psutil.Process().children():
            child.kill()
        handler.close_connection = True

    whole = desk.site.routes["/list_4"]
    desk.site.routes["/list_4"] = kill
    assert desk.crawl(archive_site, mode="backfill", window=WINDOW).status == "failed"
    desk.site.routes["/list_4"] = whole
    desk.site.hits.clear()
    assert desk.crawl(archive_site, mode="backfill", window=WINDOW).status == "succeeded"
    assert [p for p in desk.site.paths() if "list" in p] == ["/list_4", "/list_5", "/list_6"]
    assert {url[-4:] for url, _ in desk.pages()} == {"/a/2", "/a/3", "/a/4", "/a/5"}


def test_a_list_without_dates_is_said_and_not_walked(desk: Any) -> None:
    desk.site.routes = {"/": desk.links("/a/1")}
    result = desk.crawl(mode="backfill", window=WINDOW)
    assert result.status == "failed"
    assert f"{desk.site.url}/ gives no dates, so a window over it cannot be walked" in result.reason
    assert desk.site.hits == []


def test_links_without_a_date_are_counted_and_left_out(desk: Any, archive_site: Any) -> None:
    desk.site.routes["/list_4"] = dated_list([4]) + '<li><a href="/a/9">快讯</a><i>昨天</i></li>'
    result = desk.crawl(archive_site, mode="backfill", window=(date(2025, 3, 4), date(2025, 3, 4)))
    assert result.new_articles == 1
    assert "/list_4: 1 of 2 links carry no date and were left out" in result.reason


def test_editions_of_an_epaper_and_days_without_one(desk: Any) -> None:
    site = desk.site
    for day in (2, 4):
        nodes = '<a class="n" href="node_2.html">2</a><area href="content_1.html">'
        site.routes[f"/202503/0{day}/node_1.html"] = nodes
        site.routes[f"/202503/0{day}/node_2.html"] = '<area href="content_2.html">'
        site.routes |= {f"/202503/0{day}/content_{n}.html": desk.article(10 * day + n) for n in (1, 2)}
    url = f"{site.url}/{{date:%Y%m}}/{{date:%d}}/node_1.html"
    paper = desk.portal(lists=[{"spider": "epaper", "url": url, "articles": "area", "nodes": "a.n"}],
                        articles={"allow": [r"/content_\d+\.html$"]})
    result = desk.crawl(paper, mode="backfill", window=(date(2025, 3, 1), date(2025, 3, 4)))
    assert (result.status, result.new_articles, result.failures) == ("succeeded", 4, 0)
    assert {d for (d,) in desk.rows("SELECT listed_date FROM parkwatch.frontier WHERE kind = 'article'")} == {
        date(2025, 3, 2), date(2025, 3, 4)}
    site.hits.clear()
    desk.crawl(paper, mode="backfill", window=(date(2025, 3, 1), date(2025, 3, 4)))
    assert site.hits == []


def test_the_next_window_does_not_walk_what_the_last_one_walked(desk: Any, archive_site: Any) -> None:
    days = [date(2025, 3, 31 - n // 2) for n in range(60)]
    for page in range(1, 31):
        shown = days[2 * page - 2: 2 * page]
        items = [f'<li><a href="/a/{d}-{n}">快讯</a><i>{d}</i></li>' for n, d in enumerate(shown)]
        desk.site.routes[f"/list_{page}"] = "".join(items)
    desk.site.routes |= {f"/a/{d}-{n}": desk.article(d.day * 2 + n) for d in days for n in (0, 1)}
    assert desk.crawl(archive_site, mode="backfill", window=(date(2025, 3, 11), date(2025, 3, 12))).new_articles == 4
    desk.site.hits.clear()
    assert desk.crawl(archive_site, mode="backfill", window=(date(2025, 3, 9), date(2025, 3, 10))).new_articles == 4
    assert [p for p in desk.site.paths() if "list" in p] == [f"/list_{n}" for n in range(19, 25)]


def test_a_sitemap_is_walked_by_the_days_in_its_addresses(desk: Any) -> None:
    locations = "".join(f"<url><loc>{desk.site.url}/a/2025030{d}/1</loc><lastmod>2026-01-01</lastmod></url>" for d in range(1, 9))
    desk.site.routes = {"/s.xml": f"<urlset>{locations}</urlset>"} | {f"/a/2025030{d}/1": desk.article(d) for d in range(1, 9)}
    portal = desk.portal(lists=[{"spider": "sitemap", "url": f"{desk.site.url}/s.xml"}],
                         articles={"date": r"/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)/"})
    assert desk.crawl(portal, mode="backfill", window=WINDOW).new_articles == 4
    desk.site.hits.clear()
    later = desk.crawl(portal, mode="backfill", window=(date(2025, 3, 6), date(2025, 3, 7)))
    assert (later.status, later.new_articles) == ("succeeded", 2)
    assert "/s.xml" not in desk.site.paths()  # all of it was known
