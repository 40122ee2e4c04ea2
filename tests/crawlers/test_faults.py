"""Answers that go wrong, each from a real server: what is kept, what is booked, what is never read as an article."""

import gzip
import io
import socket
import struct
import zlib
from typing import Any

import brotli
import pytest

from crawlers.archive import read_response, scan
from parkwatch.records import WarcPointer

BOMB = b"0" * (17 << 20)
ENOUGH = b"x" * (1 << 20)


def endless(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    while not handler.server.released.is_set():
        handler.wfile.write(ENOUGH)


def a_byte_a_moment(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    while not handler.server.released.wait(0.05):
        handler.wfile.write(b"x")
        handler.wfile.flush()


def reset_in_the_middle(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write("河口".encode()[:4])
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


def lies_about_its_length(handler: Any) -> None:
    handler.give(b"<p>short</p>", Content_Length="5000")
    handler.close_connection = True


def packed(body: bytes, encoding: str) -> Any:
    return lambda handler: handler.give(body, Content_Encoding=encoding)


def moved(location: str) -> Any:
    return lambda handler: handler.give(status=302, Location=location)


@pytest.fixture
def answers(desk: Any) -> dict[str, tuple[Any, str]]:
    """Path → its answer, and what the frontier's last_error says ("" for a page that is kept)."""
    page = desk.article(1).encode()
    return {
        "/a/plain": (page, ""),
        "/a/gzip": (packed(gzip.compress(desk.article(2).encode()), "gzip"), ""),
        "/a/br": (packed(brotli.compress(desk.article(3).encode()), "br"), ""),
        "/a/empty": (b"", ""),
        "/a/pdf": (lambda h: h.give(b"%PDF-1.7\n%\xe2\xe3", Content_Type="application/pdf"), ""),
        "/a/moved": (moved("/a/plain"), ""),
        "/a/gone": (lambda h: h.give(b"gone", 410), "answered 410"),
        "/a/none": (lambda h: h.give(b"not here", 404), "answered 404"),
        "/a/closed": (lambda h: h.give(b"no", 403), "answered 403"),
        "/a/busy": (lambda h: h.give(b"oh", 500), "answered 500"),
        "/a/home": (moved("/"), "which is no article by the portal file"),
        "/a/captcha": ("<title>安全验证</title><p>请输入验证码</p>", "blocked: a page of 10 characters that says"),
        "/a/jump": ("<script>location.href='/x'</script>正在跳转", "blocked: "),
        "/a/loop": (moved("/a/loop?again"), "max redirections reached"),
        "/a/loop?again": (moved("/a/loop"), "max redirections reached"),
        "/a/file": (moved("file:///etc/passwd"), "answered 302 and leads to 'file:///etc/passwd', which is not followed"),
        "/a/data": (moved("data:text/html,hello"), "answered 302 and leads to 'data:"),
        "/a/ftp": (moved("ftp://127.0.0.1/x"), "answered 302 and leads to 'ftp:"),
        "/a/offsite": (moved("https://elsewhere.example/a/1"), "elsewhere.example is not a host of the portal"),
        "/a/metadata": (moved("http://169.254.169.254/latest/"), "169.254.169.254 is not a host of the portal"),
        "/a/endless": (endless, "DownloadCancelledError"),
        "/a/large": (lambda h: h.give(BOMB), "DownloadCancelledError"),
        "/a/gzipbomb": (packed(gzip.compress(BOMB), "gzip"), "exceeded DOWNLOAD_MAXSIZE"),
        "/a/nested": (packed(gzip.compress(gzip.compress(BOMB)), "gzip, gzip"), "exceeded DOWNLOAD_MAXSIZE"),
        "/a/brbomb": (packed(brotli.compress(BOMB), "br"), "exceeded DOWNLOAD_MAXSIZE"),
        "/a/deflatebomb": (packed(zlib.compress(BOMB), "deflate"), "exceeded DOWNLOAD_MAXSIZE"),
        "/a/slow": (a_byte_a_moment, "took longer than 1.0 seconds"),
        "/a/torn": (reset_in_the_middle, "Response"),
        "/a/lying": (lies_about_its_length, "Response"),
    }


def test_each_fault_is_booked_and_none_becomes_a_page(desk: Any, answers: dict[str, tuple[Any, str]]) -> None:
    desk.site.routes = {"/": desk.links(*answers)} | {path: answer for path, (answer, _) in answers.items()}
    result = desk.crawl(desk.portal(timeout=1.0))
    assert result.status == "succeeded", result.reason
    errors = desk.errors()
    assert set(errors) == set(answers)
    for path, (_, said) in answers.items():
        assert (said in errors[path]) if said else not errors[path], (path, errors[path])
    kept = {path for path, (_, said) in answers.items() if not said}
    assert {url.removeprefix(desk.site.url) for url, _ in desk.pages()} == kept
    states = dict(desk.rows("SELECT state, count(*)::int FROM parkwatch.frontier WHERE kind = 'article' GROUP BY state"))
    assert states == {"fetched": len(kept), "gone": 2, "known": len(answers) - len(kept) - 2}  # what failed stays due
    assert result.new_articles == len(kept)
    bodies_are_in_the_archive(desk, {"/a/gzip": desk.article(2).encode(), "/a/br": desk.article(3).encode(), "/a/empty": b""})


def bodies_are_in_the_archive(desk: Any, bodies: dict[str, bytes]) -> None:
    rows = desk.rows("SELECT url, warc_file, warc_offset, warc_record_id, payload_digest FROM parkwatch.page")
    found = {url.removeprefix(desk.site.url): read_response(desk.archive, WarcPointer(*pointer)) for url, *pointer in rows}
    for path, body in bodies.items():
        assert found[path].body == body
    assert found["/a/moved"].url == f"{desk.site.url}/a/plain"  # the record names the address that answered
    whole = scan(desk.archive, rows[0][1])
    archived = {read_response(desk.archive, pointer).status for pointer in whole.pointers}
    assert archived == {200, 302, 403, 404, 410, 500}  # every answer lies in the archive, the failures too


def test_a_torn_answer_leaves_the_last_good_version(desk: Any) -> None:
    desk.site.routes = {"/": desk.links("/a/1"), "/a/1": desk.article(1)}
    desk.crawl()
    before = desk.pages()
    desk.site.routes["/a/1"] = reset_in_the_middle
    desk.run("UPDATE parkwatch.frontier SET due_at = now() WHERE kind = 'article'")
    assert desk.crawl().failures == 1
    assert desk.pages() == before
    desk.site.routes["/a/1"] = desk.article(1, "更正。")
    assert desk.crawl().changed_articles == 1


def test_cookies_and_authorisation_go_nowhere(desk: Any) -> None:
    desk.site.routes = {"/": lambda h: h.give(desk.links("/a/1").encode(), Set_Cookie="sid=hush"), "/a/1": desk.article(1)}
    desk.crawl(contact="watch@hekou.example")
    assert not [hit for hit in desk.site.hits if {"Cookie", "Authorization", "Referer"} & hit.headers.keys()]
    assert {hit.headers["User-Agent"].partition("/")[0] for hit in desk.site.hits} == {"Parkwatch"}
    assert all("(+watch@hekou.example)" in hit.headers["User-Agent"] for hit in desk.site.hits)
    [[file]] = desk.rows("SELECT DISTINCT warc_file FROM parkwatch.page")
    with io.BytesIO((desk.folder / "archive" / file).read_bytes()) as packed_file:
        assert b"hush" not in gzip.GzipFile(fileobj=packed_file).read()


def test_a_portal_behind_a_captcha_fails_and_is_left_alone(desk: Any) -> None:
    paths = [f"/a/{n}" for n in range(9)]
    desk.site.routes = {"/": desk.links(*paths)} | dict.fromkeys(paths, "<title>安全验证</title>请输入验证码")
    result = desk.crawl()
    assert result.status == "failed"
    assert "articles answered with a page that is no article" in result.reason
    assert 5 <= len([p for p in desk.site.paths() if "/a/" in p]) <= 6  # one more may be on its way
    assert not desk.pages()
    assert desk.rows("SELECT count(*)::int FROM parkwatch.frontier WHERE kind = 'article' AND due_at <= now()") == [(9,)]
    desk.site.routes["/"] = "<title>安全验证</title>请输入验证码"
    blocked = desk.crawl()
    assert blocked.status == "failed"
    assert "blocked" in blocked.reason


def test_a_host_that_falls_silent_is_left_alone(desk: Any) -> None:
    paths = [f"/a/{n}" for n in range(9)]
    desk.site.routes = {"/": desk.links(*paths)} | dict.fromkeys(paths, lambda h: setattr(h, "close_connection", True))
    result = desk.crawl()
    assert result.status == "failed"
    assert 5 <= result.failures <= 6  # one more may be on its way
    assert "every article request failed" in result.reason


def test_one_page_at_every_address_is_no_article(desk: Any) -> None:
    paths = [f"/a/{n}" for n in range(4)]
    desk.site.routes = {"/": desk.links("/a/good", *paths), "/a/good": desk.article(7)}
    desk.site.routes |= dict.fromkeys(paths, "<title>域名出售</title>" + "本域名正在出售，请联系经纪人。" * 40)
    result = desk.crawl()
    assert desk.rows("SELECT url FROM parkwatch.page WHERE state = 'fetched'") == [(f"{desk.site.url}/a/good",)]
    [(count, rule, run)] = desk.rows("SELECT count(*)::int, rule, run_id FROM parkwatch.quarantine GROUP BY rule, run_id")
    assert (count, rule, run) == (4, "repeated_page", "test")
    assert result.new_articles == 3  # two before it showed, and the good one


def test_the_portals_own_pages_are_no_articles(desk: Any) -> None:
    desk.site.routes = {"/": desk.links("/", "/list", "/a/1"), "/a/1": desk.article(1)}
    lists = [{"spider": "list", "url": f"{desk.site.url}/"}, {"spider": "list", "url": f"{desk.site.url}/list"}]
    desk.crawl(desk.portal(lists=lists, articles={}))
    assert {url.removeprefix(desk.site.url) for url, _ in desk.pages()} == {"/a/1"}
