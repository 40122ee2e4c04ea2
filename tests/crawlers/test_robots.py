"""robots.txt and the host's own wishes, against real servers."""

import time
from contextlib import nullcontext
from email.utils import formatdate
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from scrapy.http import Response

from crawlers.middlewares.guard import Postponed
from crawlers.middlewares.robots import Forbidden, rules_of

FORBIDDEN = [f"/a/private/{n}" for n in range(8)]
RULES = b"User-agent: *\nDisallow: /a/private/\n"


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawlers.child.CHILD_MODULE", "wide_run")
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.mark.usefixtures("wide")
def test_eight_forbidden_addresses_at_once_and_none_is_fetched(desk: Any) -> None:
    def slow_robots(handler: Any) -> None:
        time.sleep(0.3)  # the server's own slowness: all nine requests wait for this one answer
        handler.give(RULES, Content_Type="text/plain")

    desk.site.routes = {"/": desk.links("/a/1", *FORBIDDEN), "/robots.txt": slow_robots, "/a/1": desk.article(1)}
    desk.site.routes |= dict.fromkeys(FORBIDDEN, desk.article(2))
    desk.crawl(limit=0)  # only the list: now the frontier knows nine articles
    desk.site.hits.clear()
    desk.site.routes["/"] = desk.links()
    result = desk.crawl()  # asks for all nine at once, robots.txt not yet read
    assert desk.site.paths().count("/robots.txt") == 1
    assert desk.site.paths()[0] == "/robots.txt"
    assert sorted(desk.site.paths()[1:]) == ["/", "/a/1"]
    assert (result.forbidden, result.new_articles) == (8, 1)
    assert desk.errors()[FORBIDDEN[0]] == "robots.txt forbids it"


@pytest.mark.usefixtures("wide")
def test_rules_that_change_in_a_long_run_are_seen(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PW_TEST_KEEP_SECONDS", "0")

    def changing(handler: Any) -> None:
        handler.give(RULES if desk.site.paths().count("/robots.txt") > 1 else b"")

    desk.site.routes = {"/": desk.links(FORBIDDEN[0], "/a/1"), "/robots.txt": changing, "/a/1": desk.article(1)}
    result = desk.crawl()
    assert (result.forbidden, result.new_articles) == (1, 1)


def test_rules_that_change_let_an_address_in_with_the_next_run(desk: Any) -> None:
    desk.site.routes = {"/": desk.links(FORBIDDEN[0]), "/robots.txt": RULES, FORBIDDEN[0]: desk.article(1)}
    assert desk.crawl().forbidden == 1
    desk.site.routes["/robots.txt"] = b"User-agent: *\nDisallow:\n"
    assert desk.crawl().new_articles == 1


@pytest.mark.parametrize(
    ("robots", "said"),
    [(lambda h: h.give(b"", 503), "its robots.txt answered 503"),
     (lambda h: setattr(h, "close_connection", True), "its robots.txt cannot be read")],
)
def test_where_robots_txt_cannot_be_read_nothing_is_fetched(desk: Any, robots: Any, said: str) -> None:
    desk.site.routes = {"/": desk.links("/a/1"), "/robots.txt": robots}
    result = desk.crawl()
    assert set(desk.site.paths()) == {"/robots.txt"}
    assert result.status == "failed"
    assert said in result.reason


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [(404, b"", None), (403, b"User-agent: *\nDisallow: /\n", None), (200, b"", None),
     (200, b"\xef\xbb\xbf# " + "河口".encode("gb18030"), None), (200, b"User-agent: *\nDisallow: /\n", Forbidden),
     (200, b"User-agent: Parkwatch\nCrawl-delay: 86400\n", Postponed), (429, b"", Postponed), (500, b"", Postponed),
     (302, b"", Postponed)],
)
def test_what_each_answer_allows(status: int, body: bytes, outcome: type[Exception] | None) -> None:
    rules = rules_of("https://news.example.org", Response("https://news.example.org/robots.txt", status=status, body=body))
    with pytest.raises(outcome) if outcome else nullcontext():
        rules.check("https://news.example.org/a/1")


@pytest.mark.usefixtures("wide")
def test_crawl_delay_holds_between_any_two_requests(desk: Any) -> None:
    desk.site.routes = {"/": desk.links("/a/1", "/a/2"), "/robots.txt": b"User-agent: *\nCrawl-delay: 0.4\n",
                        "/a/1": desk.article(1), "/a/2": desk.article(2)}
    assert desk.crawl().new_articles == 2
    moments = [hit.at for hit in desk.site.hits]
    assert len(moments) == 4
    assert min(b - a for a, b in pairwise(moments)) > 0.35


def busy_once(retry_after: str, page: str) -> Any:
    asked: list[float] = []

    def answer(handler: Any) -> None:
        asked.append(time.monotonic())
        if len(asked) == 1:
            in_two = formatdate(time.time() + 2, usegmt=True)  # whole seconds: one to two seconds from now
            handler.give(b"", 429, Retry_After=in_two if retry_after == "date" else retry_after)
        else:
            handler.give(page.encode())
    return answer


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize(("retry_after", "least"), [("1", 0.9), ("date", 0.5)])
def test_retry_after_is_kept(desk: Any, retry_after: str, least: float) -> None:
    desk.site.routes = {"/": desk.links("/a/1", "/a/2"), "/a/1": busy_once(retry_after, desk.article(1)), "/a/2": desk.article(2)}
    assert desk.crawl(desk.portal(delay=0.1)).new_articles == 2
    first, second = (hit.at for hit in desk.site.hits if hit.path == "/a/1")
    assert second - first > least
    assert not [h for h in desk.site.hits if first + 0.05 < h.at < first + least]  # nobody else asks in the pause either


def test_a_host_that_asks_for_a_year_is_left_alone_and_nothing_is_lost(desk: Any) -> None:
    desk.site.routes = {"/": desk.links(*(f"/a/{n}" for n in range(4)))} | {f"/a/{n}": desk.article(n) for n in range(4)}
    desk.site.routes["/a/0"] = lambda h: h.give(b"", 503, Retry_After="31536000")
    desk.crawl()
    asked = [p for p in desk.site.paths() if p.startswith("/a/")]
    assert asked[-1] == "/a/0"
    assert asked.count("/a/0") == 1
    desk.site.routes["/a/0"] = desk.article(0)
    desk.crawl()
    assert len(desk.pages()) == 4
