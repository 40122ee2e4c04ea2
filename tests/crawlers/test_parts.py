"""Articles on several pages: which link leads on, and what is booked of them."""

from typing import Any

import pytest
from scrapy.http import HtmlResponse

from crawlers.archive import read_response
from crawlers.parts import follows, next_part
from parkwatch.records import WarcPointer

HOST = "http://qing.invalid"


@pytest.mark.parametrize(("first", "url", "other"), [
    ("/xw/202508/t20250806_1234567.html", "/xw/202508/t20250806_1234567.html", "/xw/202508/t20250806_1234567_1.html"),  # TRS
    ("/xw/202508/t20250806_1234567.html", "/xw/202508/t20250806_1234567_1.html", "/xw/202508/t20250806_1234567_2.html"),
    ("/a/20230805/411783.html", "/a/20230805/411783.html", "/a/20230805/411783_2.html"),  # DedeCMS
    ("/show-3-88-1.html", "/show-3-88-1.html", "/show-3-88-2.html"),  # phpcms
    ("/n1/2019/0408/c1001-31018531.html", "/n1/2019/0408/c1001-31018531.html", "/n1/2019/0408/c1001-31018531-2.html"),
    ("/to/detail-iicezz.shtml", "/to/detail-iicezz.shtml", "/to/detail-iicezz-p2.shtml"),
    ("/a/9_0.shtml", "/a/9_0.shtml", "/a/9_1.shtml"),
    ("/2024/05/yuanqu/", "/2024/05/yuanqu/", "/2024/05/yuanqu/2/"),  # WordPress
    ("/index.php?m=content&id=88", "/index.php?m=content&id=88", "/index.php?id=88&m=content&page=2"),
    ("/index.php?m=content&id=88", "/index.php?m=content&id=88&page=2", "/index.php?m=content&id=88&page=3"),
])
def test_the_next_of_a_series(first: str, url: str, other: str) -> None:
    assert follows(HOST + url, HOST + other, first=HOST + first)


@pytest.mark.parametrize(("first", "url", "other"), [
    ("/a/1", "/a/1", "/a/2"),  # the next article
    ("/a/41.html", "/a/41.html", "/a/42.html"),
    ("/content_12.htm", "/content_12.htm", "/content_13.htm"),
    ("/xw/t1_7.html", "/xw/t1_7.html", "/xw/t1_8.html"),
    ("/a/88.html", "/a/88.html", "/a/88_3.html"),  # not the next
    ("/a/88.html", "/a/88_2.html", "/a/88_1.html"),  # back
    ("/a/88.html", "/a/88.html", "/b/88_2.html"),
    ("/forum.php?mod=viewthread&tid=7", "/forum.php?mod=viewthread&tid=7", "/forum.php?mod=viewthread&tid=7&page=2"),
    ("/a/88.html", "/a/88.html", "/a/88.html"),
])
def test_no_next_of_a_series(first: str, url: str, other: str) -> None:
    assert not follows(HOST + url, HOST + other, first=HOST + first)


def answer(body: str, path: str = "/a/88.html") -> HtmlResponse:
    return HtmlResponse(HOST + path, body=f"<html><body>{body}</body></html>".encode(), encoding="utf-8")


@pytest.mark.parametrize(("body", "found"), [
    ('<a href="88.html">1</a> <a href="88_2.html">2</a> <a href="88_2.html">下一页</a>', "/a/88_2.html"),
    ('<a href="/a/88_2.html"><b>下一页&gt;</b></a>', "/a/88_2.html"),
    ('<a href="88_2.html">2</a>', "/a/88_2.html"),
    ('<a href="88_2.html">园区全景图</a>', ""),
    ('<a href="89.html">下一篇：园区开工</a>', ""),
    ('<a href="javascript:;">下一页</a><a href="http://elsewhere.invalid/a/88_2.html">下一页</a>', ""),
    ('<script>createPageHTML(3, 0, "88", "html");</script>', "/a/88_1.html"),
    ('<script>createPageHTML(1, 0, "88", "html");</script>', ""),
    ('<script>createPageHTML(3, 0, "index", "html");</script>', ""),
])
def test_the_link_that_leads_on(body: str, found: str) -> None:
    assert next_part(answer(body), HOST + "/a/88.html") == (HOST + found if found else None)


def page(desk: Any, number: int, following: str = "") -> str:
    link = f'<a href="{following}">下一页</a>' if following else ""
    return str(desk.article(number)).replace("</body>", f"{link}</body>")


def parts(desk: Any) -> list[tuple[int, str]]:
    return [(number, url.removeprefix(desk.site.url)) for number, url in
            desk.rows("SELECT number, url FROM parkwatch.page_part ORDER BY page_id, number")]


def test_all_pages_of_an_article_are_booked_with_its_first(desk: Any) -> None:
    desk.site.routes = {"/": desk.links("/a/1.html"), "/a/1.html": page(desk, 1, "1_2.html"),
                        "/a/1_2.html": page(desk, 2, "1_3.html"), "/a/1_3.html": page(desk, 3)}
    result = desk.crawl()
    assert (result.status, result.new_articles, result.failures) == ("succeeded", 1, 0)
    assert [url for url, _ in desk.pages()] == [f"{desk.site.url}/a/1.html"]
    assert parts(desk) == [(2, "/a/1_2.html"), (3, "/a/1_3.html")]
    [(file, offset, record, digest)] = desk.rows(
        "SELECT warc_file, warc_offset, warc_record_id, payload_digest FROM parkwatch.page_part WHERE number = 3")
    assert read_response(desk.archive, WarcPointer(file, offset, record, digest)).body.decode() == page(desk, 3)
    assert len(desk.rows("SELECT url FROM parkwatch.frontier WHERE kind = 'article'")) == 1


def test_a_page_that_is_gone_or_forbidden_is_done_without_and_said(desk: Any) -> None:
    desk.site.routes = {"/robots.txt": "User-agent: *\nDisallow: /a/2_2", "/": desk.links("/a/1.html", "/a/2.html"),
                        "/a/1.html": page(desk, 1, "1_2.html"), "/a/2.html": page(desk, 2, "2_2.html")}
    result = desk.crawl()
    assert (result.status, result.new_articles) == ("succeeded", 2)
    assert "/a/1.html: its page 2 answered 404; it is read without" in result.reason
    assert "/a/2.html: its page 2 is forbidden by robots.txt; it is read without" in result.reason
    assert parts(desk) == []


def test_an_article_whose_next_page_fails_is_fetched_whole_later(desk: Any) -> None:
    desk.site.routes = {"/": desk.links("/a/1.html"), "/a/1.html": page(desk, 1, "1_2.html"),
                        "/a/1_2.html": lambda handler: handler.give(b"busy", status=500)}
    assert desk.crawl().new_articles == 0
    assert desk.pages() == set()
    assert "its page" in desk.errors()["/a/1.html"]
    desk.run("UPDATE parkwatch.frontier SET due_at = now()")
    desk.site.routes["/a/1_2.html"] = page(desk, 2)
    assert desk.crawl().new_articles == 1
    assert parts(desk) == [(2, "/a/1_2.html")]


def test_pages_that_lead_in_a_circle_end(desk: Any) -> None:
    desk.site.routes = {"/": desk.links("/a/1.html"), "/a/1.html": page(desk, 1, "1_2.html"),
                        "/a/1_2.html": page(desk, 2, "1_2.html")}
    assert desk.crawl().new_articles == 1
    assert parts(desk) == [(2, "/a/1_2.html")]


def test_an_article_that_has_not_changed_is_not_walked_again(desk: Any) -> None:
    desk.site.routes = {"/": desk.links("/a/1.html"), "/a/1.html": page(desk, 1, "1_2.html"), "/a/1_2.html": page(desk, 2)}
    desk.crawl()
    desk.run("UPDATE parkwatch.frontier SET due_at = now() WHERE kind = 'article'")
    desk.crawl()
    assert desk.site.paths().count("/a/1.html") == 2
    assert desk.site.paths().count("/a/1_2.html") == 1
