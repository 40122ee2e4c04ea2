"""What a page's head says: JSON-LD, OpenGraph, the meta tags of government sites; and pages whose body is there alone."""

import json

from transforms.article import read_html

TITLE = "青澜湾经济开发区新签约12个项目"
LINES = ["青澜湾经济开发区8月5日举行集中签约，12个项目总投资36.6亿元。", "这些项目年内都将开工，达产后预计年产值58亿元。"]
BODY = "".join(f"<p>{line}</p>" for line in LINES)


def page(head: str, body: str = f"<div class='a1'>{BODY}</div>") -> bytes:
    return f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def ld(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | values, ensure_ascii=False)}</script>'


def test_json_ld_names_headline_and_day() -> None:
    article = read_html(page("<title>青江网</title>" + ld(headline=TITLE, datePublished="2025-08-06T08:30:00+08:00")))
    assert (article.title, article.published, article.published_basis) == (TITLE, "2025-08-06", "the page's JSON-LD")


def test_json_ld_in_a_graph_and_with_line_breaks_in_strings() -> None:
    graph = [{"@type": "WebSite"}, {"headline": TITLE, "description": "一BREAK二", "pubDate": "2025-08-06T08:30:00"}]
    article = read_html(page(ld(**{"@graph": graph}).replace("BREAK", "\n")))
    assert (article.title, article.published) == (TITLE, "2025-08-06")


def test_a_page_that_a_script_builds_is_read_from_its_data() -> None:
    head = f"<title>{TITLE}-青江网</title>" + ld(headline=TITLE, articleBody="\n".join(LINES), datePublished="2025-08-06")
    article = read_html(page(head, "<div id='root'></div>"))
    assert (article.text.split("\n"), article.published) == (LINES, "2025-08-06")
    marked = read_html(page(head.replace("\\n", "</p><p>"), "<div id='app'><a href='/'>首页</a></div>"))
    assert marked.text.split("\n") == LINES


def test_open_graph() -> None:
    head = f"""<title>{TITLE}_青江_项目_投资</title><meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="青江网"><meta property="article:published_time" content="2025-08-06T08:30:00+08:00">"""
    article = read_html(page(head))
    assert (article.title, article.published) == (TITLE, "2025-08-06")


def test_government_meta_tags() -> None:
    head = f"""<title>青江市人民政府</title><meta name="SiteName" content="青江市人民政府">
<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2025-08-06 08:30">
<meta name="ContentSource" content="青江日报">"""
    article = read_html(page(head))
    assert (article.title, article.published, article.source) == (TITLE, "2025-08-06", "青江日报")
