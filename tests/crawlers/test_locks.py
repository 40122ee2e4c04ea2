"""A night does not wait for a backfill of years, and no host gets two queues."""

import threading
from typing import Any

import psycopg
import pytest

from crawlers.locks import hosts, night_waits, sole_crawl
from parkwatch.errors import ParkwatchError


def test_a_backfill_makes_way_for_a_night_and_goes_on_afterwards(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    nights: list[Any] = []

    def answer(handler: Any) -> None:
        if not nights:  # the first article of the backfill: now the night comes
            nights.append(None)
            thread = threading.Thread(target=lambda: nights.append(desk.crawl(portal)))
            thread.start()
            threads.append(thread)
        if len(nights) == 1:
            handler.server.released.wait(0.4)  # a slow site, until the night is over
        handler.give(desk.article(int(handler.path[3:])).encode())

    threads: list[threading.Thread] = []
    days = range(1, 20)
    listing = "".join(f'<li><a href="/a/{d}">快讯{d}</a><i>2025-03-{d:02}</i></li>' for d in days)
    desk.site.routes = {"/old": listing, "/new": desk.links("/a/99"), "/a/99": desk.article(99)}
    desk.site.routes |= {f"/a/{d}": answer for d in days}
    portal = desk.portal(lists=[
        {"spider": "list", "url": f"{desk.site.url}/old", "items": "li", "date": "i", "use": "backfill"},
        {"spider": "list", "url": f"{desk.site.url}/new", "use": "nightly"}])
    window = {"mode": "backfill", "window": (desk.day(2025, 3, 1), desk.day(2025, 3, 31))}
    backfill = desk.crawl(portal, **window)
    for thread in threads:
        thread.join()
    assert (backfill.status, backfill.new_articles, backfill.reason) == ("succeeded", 19, "")
    assert (nights[1].status, nights[1].new_articles) == ("succeeded", 1)
    runs = desk.rows("SELECT mode, status, reason FROM parkwatch.crawl_run ORDER BY crawl_run_id")
    assert [mode for mode, _, _ in runs] == ["backfill", "nightly", "backfill"]
    assert runs[0][1:] == ("succeeded", "made way for a nightly crawl; it goes on afterwards")


def test_portals_on_one_host_share_its_queue(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawlers.locks.HOST_WAIT", "50ms")

    def on(name: str, host: str) -> Any:
        return desk.portal(name, home=f"https://{host}/", lists=[{"spider": "feed", "url": f"https://{host}:8443/feed"}])

    one, two, other = on("one", "news.example.org"), on("two", "news.example.org"), on("other", "other.example.org")
    assert hosts(one) == ["news.example.org"]
    assert hosts(desk.portal()) == []
    with psycopg.connect(desk.database_url, autocommit=True) as a, psycopg.connect(desk.database_url, autocommit=True) as b:
        with sole_crawl(a, one, nightly=True):
            assert not night_waits(b, "one")
            with sole_crawl(b, other, nightly=True):
                pass
            with pytest.raises(ParkwatchError, match=r"portal two: another crawl of its host news\.example\.org is running"), \
                    sole_crawl(b, two, nightly=True):
                pass
            assert not night_waits(b, "two")
        with sole_crawl(b, two, nightly=False):
            pass
