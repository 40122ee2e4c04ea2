import gzip
from datetime import UTC, date, datetime

import pytest

from crawlers.finders import find
from crawlers.finders.reading import UnreadableList, day_in, moment_in
from crawlers.listing import Entry, ListPage, Window
from crawlers.portal import ListSource

BASE = "https://news.example.org/park/"


def source(spider: str, url: str = BASE, **fields: object) -> ListSource:
    return ListSource.model_validate({"spider": spider, "url": url, **fields})


LIST = """<html><head><title>园区动态</title></head><body><ul class="news">
<li><a href="../a/1.html">河口开发区一季度产值</a><span class="t">2025年8月6日</span></li>
<li><a href="/a/2.html?spm=x">临江高新区签约</a><a href="/a/2.html#c">评论</a><span class="t">[2025-08-05 09:12]</span></li>
<li><a href="javascript:void(0)">更多</a><span class="t">08-04</span></li>
<li><a href="/a/3.html">无日期</a><span class="t">3天前</span></li>
</ul><a class="next" href="list_2.html">下一页</a></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "utf-8-sig"])
def test_a_list_page_in_any_charset(charset: str) -> None:
    news = source("list", items="ul.news li", articles="a", date=".t", next="a.next")
    shown = find(news, ListPage(0, BASE), LIST.encode(charset), BASE)
    assert shown.entries == (
        Entry("https://news.example.org/a/1.html", date(2025, 8, 6)),
        Entry("https://news.example.org/a/2.html", date(2025, 8, 5)),
        Entry("https://news.example.org/a/3.html"),
    )
    assert shown.next_page == ListPage(0, BASE + "list_2.html", page=2)


def test_a_counted_pager_needs_no_link() -> None:
    pager = source("list", BASE + "list_{page}.html", first_url=BASE, first_page=1)
    second = find(pager, ListPage(0, BASE), LIST.encode(), BASE).next_page
    assert second == ListPage(0, BASE + "list_2.html", page=2)
    assert find(pager, second, LIST.encode(), second.url).next_page == ListPage(0, BASE + "list_3.html", page=3)


def test_a_list_without_a_pager_has_one_page() -> None:
    assert find(source("list"), ListPage(0, BASE), LIST.encode(), BASE).next_page is None


RSS = """<?xml version="1.0" encoding="{charset}"?><rss version="2.0"><channel><link>https://news.example.org/</link>
<item><title>河口</title><link> https://news.example.org/a/1.html </link><pubDate>Tue, 05 Aug 2025 23:30:00 +0000</pubDate></item>
<item><title>临江</title><guid>https://news.example.org/a/2.html</guid><pubDate>2025-08-05 09:12:00</pubDate></item>
<item><title>无</title><guid isPermaLink="false">17</guid></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://news.example.org/"/>
<entry><link rel="enclosure" href="/x.mp3"/><link href="/a/1.html"/><published>2025-08-06T00:10:00+08:00</published>
<updated>2025-08-07T00:00:00Z</updated></entry></feed>"""


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_rss(charset: str) -> None:
    shown = find(source("feed"), ListPage(0, BASE), RSS.format(charset=charset).encode(charset), BASE)
    assert shown.entries == (
        Entry("https://news.example.org/a/1.html", date(2025, 8, 6)),  # Beijing's day
        Entry("https://news.example.org/a/2.html", date(2025, 8, 5)),
    )


def test_atom() -> None:
    shown = find(source("feed"), ListPage(0, BASE), ATOM.encode(), BASE)
    modified = datetime(2025, 8, 7, tzinfo=UTC)
    assert shown.entries == (Entry("https://news.example.org/a/1.html", date(2025, 8, 6), modified),)


SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://news.example.org/a/1.html</loc><lastmod>2025-08-06</lastmod><image:image><image:loc>/i.jpg</image:loc></image:image></url>
<url><loc>https://news.example.org/a/2.html</loc><news:news><news:publication_date>2025-08-01T08:00:00+08:00</news:publication_date>
</news:news><lastmod>2025-08-09</lastmod></url><url><loc>https://news.example.org/a/3.html</loc></url><url><loc/></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example.org/s1.xml</loc><lastmod>2024-12-31</lastmod></sitemap>
<sitemap><loc>https://news.example.org/s2.xml.gz</loc></sitemap></sitemapindex>"""


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_sitemap(pack: object) -> None:
    shown = find(source("sitemap"), ListPage(0, BASE), pack(SITEMAP.encode()), BASE)  # type: ignore[operator]
    assert [(e.url[-6:], e.day) for e in shown.entries] == [
        ("1.html", date(2025, 8, 6)), ("2.html", date(2025, 8, 1)), ("3.html", None)]


def test_sitemap_index() -> None:
    window = Window(date(2025, 1, 1), date(2025, 2, 1))
    shown = find(source("sitemap"), ListPage(0, BASE, window=window), INDEX.encode(), BASE)
    assert [(n.page.url[-9:], n.modified) for n in shown.nodes] == [("rg/s1.xml", date(2024, 12, 31)), ("s2.xml.gz", None)]
    assert shown.nodes[0].page.window == window


def test_an_edition_of_an_epaper() -> None:
    paper = source("epaper", "https://news.example.org/{date:%Y%m}/{date:%d}/node_1.html", articles="area", nodes="a.node")
    page = ListPage(0, "https://news.example.org/202508/06/node_1.html", day=date(2025, 8, 6))
    html = """<a class="node" href="node_1.html">A1</a><a class="node" href="node_2.html">A2</a>
      <map><area href="content_11.html"><area href="content_12.html"></map>"""
    shown = find(paper, page, html.encode(), page.url)
    assert [e.day for e in shown.entries] == [date(2025, 8, 6)] * 2
    assert [n.page.url[-11:] for n in shown.nodes] == ["node_2.html"]
    assert find(paper, shown.nodes[0].page, html.encode(), shown.nodes[0].page.url).nodes == ()


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "xxxxxxxxxx">""" + "".join(
    f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)) + """]>
<rss><channel><item><title>&j;</title><link>https://news.example.org/a/1.html</link></item></channel></rss>"""
OUTSIDE = """<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><link>https://news.example.org/&f;</link></item>
</channel></rss>"""


def test_entities_are_not_expanded() -> None:
    with pytest.raises(UnreadableList, match="dangerous XML"):
        find(source("feed"), ListPage(0, BASE), BOMB.encode(), BASE)
    assert "root" not in str(find(source("feed"), ListPage(0, BASE), OUTSIDE.encode(), BASE))


@pytest.mark.parametrize(
    ("spider", "body", "said"),
    [
        ("feed", b"", "no XML"), ("feed", b"<html><body>404</body></html>", "no feed"), ("feed", b"\x89PNG", "no XML"),
        ("sitemap", ATOM.encode(), "no sitemap"), ("sitemap", gzip.compress(SITEMAP.encode(), mtime=0)[:50], "torn"),
        ("sitemap", gzip.compress(b"0" * (65 << 20), mtime=0), "64 MiB"), ("list", b" \n", "empty"),
    ],
)
def test_what_is_no_list_is_a_clear_error(spider: str, body: bytes, said: str) -> None:
    with pytest.raises(UnreadableList, match=said):
        find(source(spider), ListPage(0, BASE), body, BASE)


def test_a_page_nested_deep_and_with_a_nul_is_read() -> None:
    html = b"<div>" * 20_000 + b"\x00<a href='/a/1.html'>x</a>"
    assert len(find(source("list"), ListPage(0, BASE), html, BASE).entries) <= 1


def test_only_whole_dates_are_dates() -> None:
    assert day_in("发布：2025/8/6 10:00") == date(2025, 8, 6)
    assert day_in("2025-02-30 或 2025-03-01") == date(2025, 3, 1)
    assert day_in("08-06") is None
    assert day_in("12025-08-06") is None
    assert moment_in("yesterday") is None
    assert moment_in("") is None
