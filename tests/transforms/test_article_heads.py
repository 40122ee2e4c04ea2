"""What a page's head says: JSON-LD, OpenGraph, the meta tags of government sites; and pages whose body is there alone."""

import json

import pytest

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


def test_markup_in_a_meta_tag_is_no_part_of_the_headline() -> None:
    head = '<meta name="ArticleTitle" content="青澜湾开发区新签约12个项目<div>——夏季集中签约侧记</div>">'
    assert read_html(page(head)).title == "青澜湾开发区新签约12个项目——夏季集中签约侧记"


@pytest.mark.parametrize("named", ["电子报_内容详情", "青江晚报数字报", "CCQJ.com- 公告详情", "公告"])
def test_a_page_named_after_its_section_shows_its_headline_in_an_element(named: str) -> None:
    body = f"""<div>2025-08-06 第26,259号</div><div>青江报业集团主管主办·晚报社出版</div><div>第7版：园区/公告</div>
<div><a href=a>下一篇</a></div><h3 class=sub></h3><h2 class=news_title>{TITLE}</h2><div id=newsContent>{BODY}</div>"""
    article = read_html(page(f"<title>{named}</title>", body))
    assert (article.title, article.text.split("\n")) == (TITLE, LINES)


def test_a_forum_names_the_subject_with_a_label() -> None:
    rows = [f"<b>主题：</b> {TITLE}", "时间：2025-08-06 19:13:18", LINES[0]]
    body = "<table>" + "".join(f"<tr><td>{row}</td></tr>" for row in rows) + "</table>"
    assert read_html(page("<title>青江网 - 论坛 :: null</title>", body)).title == TITLE


def test_a_sites_name_behind_a_space_is_no_headline() -> None:
    body = f"<div class=logo><h1>青江网</h1></div><p>2025-08-06 09:57</p><div id=zoom>{BODY}</div>"
    assert read_html(page(f"<title>{TITLE} 青江网</title>", body)).title == TITLE


def test_a_headline_of_several_pieces_is_taken_whole() -> None:
    pieces = "<p><span>关于</span><span>青澜湾经济开发区项目集中签约情况的公示</span></p>"
    article = read_html(page("<title>公告</title>", f"<h1>公告</h1><div class=content>{pieces}{BODY}</div>"))
    assert (article.title, article.text.split("\n")) == ("关于青澜湾经济开发区项目集中签约情况的公示", LINES)


@pytest.mark.parametrize("printed", ["校园快讯（2025-13）", "新园区 新气象——青澜湾开发区项目集中签约"])
def test_the_headline_is_the_longest_that_page_and_title_both_show(printed: str) -> None:
    section = printed.partition("（")[0].partition("——")[0]
    body = f"<h2>{section}</h2><div class=a>{printed}</div><p>2025-08-06</p><div id=zoom>{BODY}</div>"
    suffix = "" if "（" in printed else "-青江大学“开放办学”专题"
    assert read_html(page(f"<title>{printed}{suffix}</title>", body)).title == printed


def test_a_page_without_a_title_takes_no_address_and_no_blogs_name_for_it() -> None:
    portal = f"<div>车坛动态 &gt;&gt; 业界</div><div>{TITLE}</div><div>http://www.qingjiang.example/　2025-08-06 13:03:17</div>"
    assert read_html(page("", f"{portal}<div class=a>{BODY}</div>")).title == TITLE
    months = "".join(f"<li>2025年0{n}月({n})</li>" for n in range(7, 2, -1))
    post = f"正在读取评论……<div>{TITLE}</div><div class=post>{BODY}</div><p>发表于2025年08月06日</p>"
    blog = f"<h1>青江客的博客</h1><ul>{months}</ul>{post}"
    article = read_html(page("", blog))
    assert (article.title, article.published) == (TITLE, "2025-08-06")


def test_the_headline_stands_above_the_pages_stamp_and_not_above_a_documents_own_day() -> None:
    head = f"<div>{TITLE}</div><div>http://www.qingjiang.example/</div><div>2025-08-06 16:17:00</div>"
    document = f"<p>{TITLE}</p><p>青澜湾经济开发区招商工作课题组</p><p>2025年7月</p>"
    assert read_html(page("", f"{head}<div class=a>{document}{BODY}</div>")).title == TITLE


def test_the_page_of_a_thread_is_no_part_of_its_headline() -> None:
    thread = f"<div><a href=/>青江论坛</a> » {TITLE}</div><p>2025-8-6 09:07 青江客</p><div class=archive>{BODY}</div>"
    title = f"<title>{TITLE}(页 1) - 园区动态 - 青江论坛 - powered by Discuz! Archiver</title>"
    assert read_html(page(title, thread)).title == TITLE
