"""What one night leaves to the next: conditional requests, revisits, corrections, and crawls that were killed."""

import os
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest

from crawlers.archive import scan
from crawlers.locks import sole_crawl
from crawlers.schedule import beijing_today
from parkwatch.errors import ParkwatchError, UsageError

MANY = [f"/a/{n}" for n in range(8)]


def with_etag(body: str, etag: str) -> Any:
    def answer(handler: Any) -> None:
        if handler.headers.get("If-None-Match") == etag:
            handler.give(status=304, ETag=etag)
        else:
            handler.give(body.encode(), ETag=etag)
    return answer


def test_a_second_night_asks_conditionally_and_adds_nothing(desk: Any) -> None:
    counts: list[dict[str, int]] = []
    desk.site.routes = {"/": with_etag(desk.links("/a/1"), '"l1"'), "/a/1": with_etag(desk.article(1), '"a1"')}
    first = desk.crawl(progress=counts.append)
    assert (first.status, first.new_articles, first.not_modified) == ("succeeded", 1, 0)
    assert counts
    assert counts[0]["lists_read"] == 1
    second = desk.crawl()
    assert (second.new_articles, second.changed_articles, second.not_modified) == (0, 0, 1)
    assert second.requests == 2  # robots.txt and the list
    assert desk.rows("SELECT status, reason FROM parkwatch.crawl_run") == [("succeeded", "")] * 2


def test_an_article_is_looked_at_again_when_it_is_due(desk: Any) -> None:
    desk.site.routes = {"/": desk.links("/a/1"), "/a/1": with_etag(desk.article(1), '"a1"')}
    desk.crawl()
    age(desk, days=1)
    assert desk.crawl().not_modified == 1
    desk.site.routes["/a/1"] = with_etag(desk.article(1, "更正：应为7.6亿元。"), '"a1"')  # a silent correction keeps its ETag
    age(desk, days=2)
    third = desk.crawl()  # the third day asks without validators
    assert (third.changed_articles, third.new_articles) == (1, 0)
    assert len(desk.pages()) == 2
    age(desk, days=27)
    last = desk.crawl()
    assert last.changed_articles == 0
    [(due_at,)] = desk.rows("SELECT due_at FROM parkwatch.frontier WHERE kind = 'article'")
    assert due_at.year == 9999


def age(desk: Any, days: int) -> None:
    """Let the frontier be so many days older."""
    desk.run("""UPDATE parkwatch.frontier SET first_seen_at = first_seen_at - make_interval(days => %s),
                due_at = due_at - make_interval(days => %s) WHERE kind = 'article'""", days, days)


def test_what_a_limit_leaves_over_is_fetched_by_the_next_run(desk: Any) -> None:
    desk.site.routes = {"/": desk.links(*MANY)} | {p: desk.article(n) for n, p in enumerate(MANY)}
    assert desk.crawl(limit=3).new_articles == 3
    assert desk.crawl().new_articles == 5


def pager(desk: Any) -> tuple[Any, dict[str, Any]]:
    """A portal of three list pages, each with its own validators, and the routes of its site."""
    portal = desk.portal(lists=[{"spider": "list", "url": f"{desk.site.url}/list_{{page}}"}])
    routes: dict[str, Any] = {p: desk.article(n) for n, p in enumerate(MANY)}
    for number, part in enumerate([MANY[:3], MANY[3:6], MANY[6:]], start=1):
        routes[f"/list_{number}"] = with_etag(desk.links(*part), f'"l{number}"')
    return portal, routes


def test_a_counted_pager_ends_where_its_pages_end(desk: Any) -> None:
    desk.site.routes = {"/list_1": desk.links("/a/1"), "/a/1": desk.article(1)}
    lists = [{"spider": "list", "url": f"{desk.site.url}/list_{{page}}"}]
    result = desk.crawl(desk.portal(lists=lists))
    assert (result.status, result.failures, result.reason) == ("succeeded", 0, "")
    assert "/list_2" in desk.site.paths()
    desk.site.hits.clear()
    desk.crawl(desk.portal(lists=lists))
    assert "/list_2" not in desk.site.paths()


def test_a_newspapers_last_editions(desk: Any) -> None:
    yesterday = beijing_today() - timedelta(days=1)  # of today there is none yet
    folder = f"/{yesterday:%Y%m}/{yesterday:%d}"
    first = with_etag('<a class="n" href="node_2.html">2</a><area href="content_1.html">', '"n1"')
    desk.site.routes = {
        f"{folder}/node_1.html": first, f"{folder}/node_2.html": with_etag('<area href="content_2.html">', '"n2"'),
        f"{folder}/content_1.html": desk.article(1), f"{folder}/content_2.html": desk.article(2)}
    url = f"{desk.site.url}/{{date:%Y%m}}/{{date:%d}}/node_1.html"
    paper = desk.portal(lists=[{"spider": "epaper", "url": url, "articles": "area", "nodes": "a.n", "days": 3}],
                        articles={"allow": [r"/content_\d+\.html$"]}, assertions={"min_articles": 2})
    assert (desk.crawl(paper).new_articles, desk.pages() == set()) == (2, False)
    second = desk.crawl(paper)
    assert (second.status, second.new_articles, second.not_modified) == ("succeeded", 0, 1)
    desk.site.routes[f"{folder}/node_2.html"] = with_etag('<area href="content_2.html"><area href="content_3.html">', '"n3"')
    desk.site.routes[f"{folder}/content_3.html"] = desk.article(3)
    assert desk.crawl(paper).new_articles == 1


def kill_the_child(handler: Any) -> None:
    for child in psutil.Process().children(recursive=True):
        if "crawlers.run" in child.cmdline():
            child.kill()
    handler.close_connection = True


@pytest.mark.parametrize("path", ["/list_2", "/a/0", "/a/7"])
def test_a_killed_crawl_is_finished_by_the_next_one(desk: Any, path: str) -> None:
    portal, routes = pager(desk)
    desk.site.routes = routes | {path: kill_the_child}
    killed = desk.crawl(portal)
    assert killed.status == "failed"
    assert "signal 9" in killed.reason
    desk.site.routes = routes
    assert desk.crawl(portal).status == "succeeded"
    assert {url.removeprefix(desk.site.url) for url, _ in desk.pages()} == set(MANY)
    assert len(desk.pages()) == len(MANY)
    for (file,) in desk.rows("SELECT DISTINCT warc_file FROM parkwatch.page"):
        assert scan(desk.archive, file).torn_at is None
    assert desk.rows("SELECT count(*)::int FROM parkwatch.crawl_run WHERE status = 'running'") == [(0,)]


PARENT = """
import sys
from pathlib import Path
from crawlers.crawl import crawl
from crawlers.portal import load_portal
crawl(load_portal(Path(sys.argv[1])), database_url=sys.argv[2], archive_url=sys.argv[3], mode="nightly", run_id="killed")
"""


def test_no_child_outlives_its_parent_and_the_dead_run_is_closed(desk: Any) -> None:
    reached, children = threading.Event(), list[psutil.Process]()

    def hang(handler: Any) -> None:
        children.extend(psutil.Process(parent.pid).children(recursive=True))
        reached.set()
        handler.server.released.wait()

    desk.site.routes = {"/": desk.links("/a/1"), "/a/1": hang}
    desk.portal()
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(desk.folder / "hekou.yml"), desk.database_url, desk.archive])
    assert reached.wait(30)
    assert children
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    _, alive = psutil.wait_procs(children, timeout=10)
    assert not alive
    assert desk.rows("SELECT status FROM parkwatch.crawl_run") == [("running",)]
    desk.site.routes["/a/1"] = desk.article(1)
    assert desk.crawl().new_articles == 1
    assert desk.rows("SELECT status, reason FROM parkwatch.crawl_run ORDER BY crawl_run_id") == [
        ("failed", "its process died"), ("succeeded", "")]


def test_an_interrupt_ends_the_child_and_closes_the_run(desk: Any) -> None:
    def interrupt(counts: dict[str, int]) -> None:
        raise KeyboardInterrupt

    desk.site.routes = {"/": desk.links("/a/1"), "/a/1": desk.article(1)}
    with pytest.raises(KeyboardInterrupt):
        desk.crawl(progress=interrupt)
    assert not psutil.Process().children()
    assert desk.rows("SELECT status, reason FROM parkwatch.crawl_run") == [("failed", "interrupted")]


def test_pages_that_a_killed_upload_lost_are_fetched_again(desk: Any) -> None:
    desk.site.routes = {"/": with_etag(desk.links("/a/1"), '"l1"'), "/a/1": with_etag(desk.article(1), '"a1"')}
    desk.crawl()
    [(file,)] = desk.rows("SELECT warc_file FROM parkwatch.page")
    (desk.folder / "archive" / file).unlink()
    desk.run("UPDATE parkwatch.crawl_run SET status = 'running'")
    assert desk.crawl().new_articles == 1
    [(new_file,)] = desk.rows("SELECT warc_file FROM parkwatch.page")
    assert new_file != file


def test_two_crawls_of_one_portal_never_run_together(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawlers.locks.PORTAL_WAIT", "50ms")
    with psycopg.connect(desk.database_url, autocommit=True) as other, sole_crawl(other, desk.portal(), nightly=True):
        with pytest.raises(ParkwatchError, match="portal hekou: another crawl of it is running"):
            desk.crawl()
        assert desk.site.hits == []
    desk.site.routes = {"/": desk.links()}
    assert desk.crawl().status == "succeeded"


def test_a_database_that_goes_away_ends_the_crawl(desk: Any) -> None:
    def cut_the_child_off(handler: Any) -> None:
        desk.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'parkwatch crawl hekou' "
                  "AND state = 'idle' AND pid <> pg_backend_pid() ORDER BY backend_start DESC LIMIT 1")
        handler.give(desk.article(0).encode())

    desk.site.routes = {"/": desk.links(*MANY)} | {p: desk.article(n) for n, p in enumerate(MANY)} | {"/a/0": cut_the_child_off}
    cut = desk.crawl()
    assert cut.status == "failed"
    assert "database" in cut.reason
    desk.site.routes["/a/0"] = desk.article(0)
    desk.crawl()
    assert len(desk.pages()) == len(MANY)


def test_a_database_that_is_not_there_is_a_clear_error(desk: Any) -> None:
    with pytest.raises(ParkwatchError, match=r"database warehouse on 127\.0\.0\.1:1 cannot be reached") as caught:
        desk.crawl(database_url="postgresql://watch:hush@127.0.0.1:1/warehouse")
    assert "hush" not in str(caught.value)
    with pytest.raises(ParkwatchError, match="PARKWATCH_DATABASE_URL"):
        desk.crawl(database_url="postgresql://[broken")


def test_an_archive_that_cannot_be_written_is_a_clear_failure(desk: Any) -> None:
    (desk.folder / "archive").write_text("a file in the folder's place")
    result = desk.crawl()
    assert result.status == "failed"
    assert "cannot be created in the archive" in result.reason
    assert desk.site.hits == []


def test_calls_that_are_wrong_in_themselves(desk: Any, tmp_path: Path) -> None:
    public = desk.portal(home="https://news.example.org/", lists=[{"spider": "feed", "url": "https://news.example.org/feed"}])
    with pytest.raises(UsageError, match="PARKWATCH_CONTACT"):
        desk.crawl(public)
    today = datetime.now(UTC).date()
    with pytest.raises(UsageError, match="has a window"):
        desk.crawl(mode="backfill")
    with pytest.raises(UsageError, match="has a window"):
        desk.crawl(window=(today, today))
    with pytest.raises(UsageError, match="is empty or in the future"):
        desk.crawl(mode="backfill", window=(today.replace(year=today.year + 1), today.replace(year=today.year + 2)))
    nights = desk.portal(lists=[{"spider": "feed", "url": f"{desk.site.url}/feed", "use": "nightly"}])
    with pytest.raises(UsageError, match="none of its lists is for backfills"):
        desk.crawl(nights, mode="backfill", window=(today, today))
    assert desk.site.hits == []
