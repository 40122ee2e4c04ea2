"""Headline, stamp and body in the forms that templates put together: what one form hides another beside it must not mend."""

import json
import random
from datetime import date

import pytest

from transforms.article import read_html

TITLE = "青澜湾经济开发区新签约12个项目"
LINES = [
    "青澜湾经济开发区8月5日举行集中签约，12个项目总投资36.6亿元。",
    "项目负责人说：“厂房交付比原计划提前了一个月，设备进场后就能试产。”",
    "这些项目年内都将开工，达产后预计年产值58亿元。",
]
BODY = "".join(f"<p>{line}</p>" for line in LINES)
DAY = "2025-08-06"
FETCHED = date(2026, 11, 25)


def page(*parts: str, title: str = f"{TITLE}-青江网", head: str = "") -> bytes:
    named = f"<title>{title}</title>" if title else ""
    return f"<html><head><meta charset=utf-8>{named}{head}</head><body><div class=w>{''.join(parts)}</div></body></html>".encode()


def body(inner: str = BODY) -> str:
    return f"<div class='c1 nr'>{inner}</div>"


STAMP = "<p>时间：2025年8月6日 14:59</p>"
PATHS = [
    "<div class=wz>&gt;&gt;<a href=/a/>青江园区</a>&gt;消息</div>",
    "<div>位置：<a href=/>首页</a> &raquo; <a href=/a/>青江园区</a> &raquo; 消息</div>",
    "<p><span>首页</span><span>&gt;</span><span>消息</span></p>",
    "<div><a href=/>首页</a> → 消息</div>",
    "<h2>消息</h2>",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("named", ["消息-青江园区", "青江园区-消息", "消息"])
def test_a_sections_name_in_title_and_path_is_no_headline(path: str, named: str) -> None:
    shown = page(path, f"<div class=fc>{TITLE}</div>", STAMP, body(), title=named)
    inside = page(body(f"{path}<div class=fc>{TITLE}</div>{STAMP}{BODY}"), title=named)
    for article in map(read_html, (shown, inside)):
        assert (article.title, article.published, article.text.split("\n")) == (TITLE, DAY, LINES)


SENTENCES = ["各位企业家，这些政策请收好！", "项目为王，何以致远？", "港口三期，开建！", "稳住，还要再快！"]


@pytest.mark.parametrize("headline", SENTENCES)
def test_a_headline_that_reads_as_a_sentence_is_one(headline: str) -> None:
    label = "<div class=title><div class=name>新闻详细页</div></div>"
    for title in (headline, "招商引资", ""):
        article = read_html(page(label, body(f"<div class=tt>{headline}</div>{STAMP}{BODY}"), title=title))
        assert (article.title, article.published, article.text.split("\n")) == (headline, DAY, LINES)


@pytest.mark.parametrize("home", ["/", "http://www.qingjiang.example/", "../../index.html", "https://qingjiang.example"])
@pytest.mark.parametrize("title", [f"梧岭高新区_{TITLE}", f"{TITLE}_要闻_梧岭高新区", f"梧岭高新区 >> 要闻 >> {TITLE}"])
def test_a_link_home_is_a_logo_and_no_headline(home: str, title: str) -> None:
    logo = f"<h1><a href='{home}'>梧岭高新区</a></h1>"
    assert read_html(page(logo, f"<div class=a>{TITLE}</div>", STAMP, body(), title=title)).title == TITLE


@pytest.mark.parametrize("named", ["梧岭高新区-要闻", "云栖学院", "要闻"])
def test_the_heads_own_tag_speaks_against_an_elements_text(named: str) -> None:
    head = f'<meta name="ArticleTitle" content="{TITLE}">'
    logo = named.partition("-")[0]
    article = read_html(page(f"<h1>{logo}</h1>", f"<p>{TITLE}</p>", STAMP, body(), title=named, head=head))
    assert article.title == TITLE


@pytest.mark.parametrize("pieces", [2, 3, 4])
def test_a_headline_in_several_elements_is_one(pieces: int) -> None:
    size = len(TITLE) // pieces + 1
    spans = "".join(f"<span>{TITLE[k : k + size]}</span>" for k in range(0, len(TITLE), size))
    for title in ("", "要闻-梧岭高新区", "文章内容"):
        article = read_html(page(f"<h1>{spans}</h1>", STAMP, body(), title=title))
        assert (article.title, article.text.split("\n")) == (TITLE, LINES)


@pytest.mark.parametrize("headline", [
    "栖霞港三期监理服务（QX2025-017）中标公示", "青江市“链主”企业培育方案（2025—2027年）", "关于2025年8月6日停水检修的通告",
    "小厂房里的大文章——梧岭高新区招商一线见闻", "产业园里的“夜经济”",
])
def test_figures_and_dashes_of_a_headline_belong_to_it(headline: str) -> None:
    for title in (f"{headline}——青江网", headline, ""):
        article = read_html(page(f"<p align=center><b>{headline}</b></p>", "<p>2025-08-07 来源：本站</p>", body(), title=title))
        assert (article.title, article.published) == (headline, "2025-08-07")


ENDS = ["（青江网）", " 【要闻】 青江网", " · 梧岭高新区", " 栖霞公司", ",青澜湾,园区-要闻-青江网", "丨青江网", "_中心_青江网"]
HEADLINES = [TITLE, "新闻发布会丨青江市工业成就", "梧岭：一江春水向东流 | 园区行②", "小厂房里的“夜经济”"]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("headline", HEADLINES)
def test_the_headline_is_what_the_pages_title_begins_with_and_the_page_prints(end: str, headline: str) -> None:
    for shown in (f"<h1>{headline}</h1>", f"<ul><li class=h>{headline}</li></ul>", f"<h1>{headline[:7]}<br>{headline[7:]}</h1>"):
        for logo in ("", "<h1 class=logo>梧岭高新区</h1>"):
            assert read_html(page(logo, shown, STAMP, body(), title=headline + end)).title == headline


def test_a_title_that_was_cut_is_taken_as_printed() -> None:
    headline = "关于印发《芦汀产业园企业用电管理办法》的通知"
    for cut in (f"{headline[:15]}...-青江网", f"{headline[:15]}……"):
        assert read_html(page(f"<div class=a>{headline}</div>", STAMP, body(), title=cut)).title == headline


def test_a_stamp_in_the_headlines_element_is_no_part_of_it() -> None:
    for title in (f"{TITLE}_青江网", "要闻 - 青江网", ""):
        article = read_html(page(body(f"<h1>{TITLE}<span class=time>2025-08-06</span></h1>{BODY}"), title=title))
        assert (article.title, article.published, article.text.split("\n")) == (TITLE, DAY, LINES)


@pytest.mark.parametrize("stamp", ["<p>发布日期：2025-08-06</p>", "<p>2025年8月6日 10:22</p>", "<p>添加时间：25-08-06</p>"])
def test_the_days_of_a_list_beside_the_article_are_not_its_own(stamp: str) -> None:
    items = "".join(f"<li><a href=/{n}>禾渡工业园开展安全检查{n}</a><i>2026-0{n}-1{n}</i></li>" for n in range(1, 5))
    side, clock = f"<div class=left><h3>最新发布</h3><ul>{items}</ul></div>", "<div id=time>2026年11月25日 星期三 10:22:31</div>"
    for parts in ((f"<h1>{TITLE}</h1>", stamp), (stamp, f"<h1>{TITLE}</h1>"), (f"<h1>{TITLE[:8]}<br>{TITLE[8:]}</h1>", stamp)):
        assert read_html(page(clock, side, *parts, body()), fetched_on=FETCHED).published == DAY
    assert read_html(page(clock, side, f"<h1>{TITLE}</h1>", body(), side), fetched_on=FETCHED).published is None


STAMPS = [
    "<div class=d><span class=day>06</span><span class=ym>2025-08</span></div>", "<div class=d><b>06</b><br>2025/08</div>",
    "<p>添加时间：25-08-06</p>",
    "<div class=date><i>2025-08</i>-<em>06</em></div>", "<div class=date><i>2025.08.</i><em>06</em></div>",
    "<p>二〇二五年八月六日</p>", "<p>Aug 6, 2025</p>", "<p>李木 发表于 2025-8-6 7:05 | 分类：要闻 | 阅读（210）</p>",
    "<dl><dt>发布日期</dt><dd>2025-08-06</dd><dt>浏览次数</dt><dd>533</dd></dl>", "<p>选稿：李木 2025-08-06</p>",
    "<p>更新时间：2026-01-03 10:00　发布时间：2025-08-06 09:30</p>", "<p>浏览次数：2024　添加时间：2025-08-06</p>",
]


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("where", ["above", "inside", "below"])
def test_a_stamp_is_read_in_each_of_its_forms(stamp: str, where: str) -> None:
    headline = f"<h3 class=t>{TITLE}</h3>"
    parts = {
        "above": (headline, stamp, body()),
        "inside": (body(f"{headline}{stamp}{BODY}"),),
        "below": (headline, body(), stamp if "发布" in stamp else f"<p>发布时间：{stamp}</p>"),
    }
    article = read_html(page(*parts[where]), fetched_on=FETCHED)
    assert (article.published, article.text.split("\n")) == (DAY, LINES)


@pytest.mark.parametrize("told", [
    "二、服务期限：2025年12月15日至2026年10月31日", "报名截止时间：2025年9月30日", "开标时间：2025年9月16日 09:30",
    "公示期为2025年8月8日-2025年8月14日", "项目于2024年3月18日签约落户", "合同签订日期：2025-09-02",
])
@pytest.mark.parametrize("stamp", ["<p>2025年8月6日</p>", "<i>发布日期：2025-08-06 &nbsp;</i>", "<p>[2025-08-06]</p>"])
def test_the_day_of_what_the_text_tells_is_no_stamp(told: str, stamp: str) -> None:
    told_first = f"<p>一、项目名称：{TITLE}</p><p>{told}</p>{BODY}"
    for parts in ((stamp, body(told_first)), (body(f"{BODY}<p>{told}</p>"), f"<p>发布时间：{stamp}</p>")):
        article = read_html(page(f"<h1>{TITLE}</h1>", *parts), fetched_on=FETCHED)
        assert (article.title, article.published) == (TITLE, DAY)
        assert told in article.text.split("\n")


def test_a_day_without_a_year_takes_it_from_the_head_or_the_address() -> None:
    head = f'<meta name="PubDate" content="{DAY} 14:59">'
    shown = page(f"<h1>{TITLE}</h1>", "<p>08-06 14:59 来源：青江日报</p>", body(), head=head)
    assert read_html(shown, fetched_on=FETCHED).published == DAY
    plain = page(f"<h1>{TITLE}</h1>", "<p>08月06日 14:59</p>", body())
    assert read_html(plain, fetched_on=FETCHED, url="https://news.example/2025/0806/1.html").published == DAY
    hours = page(f"<h1>{TITLE}</h1>", "<p>李木 · 5小时前</p>", body(), head=head)
    assert read_html(hours, fetched_on=FETCHED).published == DAY


@pytest.mark.parametrize("named", ["published_at", "publishTime", "pubDate", "post_date", "release_time", "createTime"])
@pytest.mark.parametrize("value", ["2025-08-06 09:47:05", "2025/8/6", 1754444825, 1754444825000])
def test_a_scripts_data_dates_a_page_that_shows_how_long_ago_it_was(named: str, value: str | int) -> None:
    data = json.dumps({"id": 525336, named: value, "user": 7})
    for script in (f"<script>window.data={data}</script>", f"<script>var s={json.dumps(data)}</script>"):
        assert read_html(page(f"<h1>{TITLE}</h1>", "<p>李木 · 5小时前</p>", body(), script)).published == DAY


def test_an_epapers_masthead_dates_its_articles() -> None:
    pages = "".join(f"<td>第A{n:02}版：专版</td>" for n in range(1, 25))
    masthead = f"<p>2025年8月6日 星期三</p><p>总第11236期</p><table><tr>{pages}</tr></table>"
    assert read_html(page(masthead, f"<p>{TITLE}</p>", body(), title=TITLE)).published == DAY
    assert read_html(page("<p>2025年8月6日 星期三</p>", f"<p>{TITLE}</p>", body(), title=TITLE)).published is None  # a clock


@pytest.mark.parametrize("head", ["&gt;&gt;&gt;相关新闻", "相关阅读：", "长按识别二维码查看原文", "延伸阅读"])
def test_what_stands_in_each_section_of_a_round_up_ends_none(head: str) -> None:
    places = ["梧岭高新区", "禾渡工业园", "芦汀产业园", "澄泷开发区", "琅溪保税区"]
    told = [f"{place}上半年新签约项目{n}个，总投资{n}2亿元，其中先进制造业占七成。" for n, place in enumerate(places, 3)]
    links = "" if "二维码" in head else "<p><a href=/1>园区道路改造完工</a></p><p><a href=/2>厂房招租公告发布</a></p>"
    sections = "".join(f"<p>{line}</p><p>{head}</p>{links}" for line in told)
    assert read_html(page(f"<h1>{TITLE}</h1>", STAMP, f"<div id=zoom>{sections}</div>")).text.split("\n") == told


def test_a_box_of_what_a_reader_needs_is_the_articles() -> None:
    box = ["相关信息", "地点：青澜湾会展中心二号馆", "地址：滨湖路78号", "交通：轻轨3号线会展中心站，公交16路、38路到终点站。"]
    article = read_html(page(f"<h1>{TITLE}</h1>", STAMP, body(BODY + "".join(f"<p>{line}</p>" for line in box))))
    assert article.text.split("\n") == LINES + box


NAMED = [f"{TITLE}-青江网", f"{TITLE}_要闻_青江网", f"青江网 >> 要闻 >> {TITLE}", "要闻-青江网", "新闻详情", ""]
ELEMENTS = ["<h1>{}</h1>", "<div class=newst>{}</div>", "<table><tr><td><b>{}</b></td></tr></table>", "<h3>{}</h3>"]
BELOW = ["", "<p>（编辑：李木）</p>", "<p>上一篇：<a href=/1>禾渡开展检查</a> 2025-01-01</p>", "<p>【打印本页】</p>"]


@pytest.mark.parametrize("seed", range(60))
def test_any_form_stands_beside_any_other(seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311
    title, element, below, path, stamp = map(pick.choice, (NAMED, ELEMENTS, BELOW, [*PATHS, ""], STAMPS))
    above = f"{path}{element.format(TITLE)}{stamp}"
    shown = body(above + BODY) if pick.random() < 0.4 else above + body()
    article = read_html(page(shown, below, title=title), fetched_on=FETCHED)
    assert (article.title, article.published, article.text.split("\n")) == (TITLE, DAY, LINES)


CUTS = ["{0}<div>{1}<div>{2}</div></div>", "{0}{1}<div><div>{2}</div></div>", "<div>{0}</div><div class=b>{1}{2}</div>"]


@pytest.mark.parametrize("cut", CUTS)
def test_the_first_half_of_a_body_that_unclosed_elements_cut_is_its_own(cut: str) -> None:
    places = ["梧岭", "禾渡", "芦汀", "澄泷", "琅溪", "青川"]
    lines = [f"第{n}个项目落户{place}，总投资{n}2.6亿元，年内开工。" for n, place in enumerate(places, 3)]
    halves = ["".join(f"<p>{line}</p>" for line in lines[k : k + 2]) for k in (0, 2, 4)]
    comments = "<div class=c><p>写得真好，家乡发展真快！</p></div>"
    article = read_html(page(f"<h1>{TITLE}</h1>", STAMP, f"<div>{cut.format(*halves)}</div>", comments))
    assert article.text.split("\n") == lines


@pytest.mark.parametrize("address", ["/up/2025/0806/15695.jpg", "/2025/08/06/a.png", "/img/2025-08-06/1.jpg", "/20250806_1.jpg"])
def test_a_day_without_a_year_takes_it_from_a_pictures_address(address: str) -> None:
    shown = page(f"<h1>{TITLE}</h1>", "<p>青江手机报 08-06 20:12 责编：李木</p>", body(f"<p><img src='{address}'></p>{BODY}"))
    assert read_html(shown).published == read_html(shown, fetched_on=FETCHED).published == DAY


BACK = ["1970年，青澜湾还是一片滩涂。", "1996年园区设立，2018年以来新增企业320家。", "2012年起，园区实施腾笼换鸟。"]


@pytest.mark.parametrize("told", BACK)
def test_what_a_text_looks_back_on_rules_out_no_stamp(told: str) -> None:
    stamp = "<p>来源：青江大学报 第1478期发稿时间：2025-08-06 11:11</p>"
    assert read_html(page(f"<h1>{TITLE}</h1>", stamp, body(f"<p>{told}</p>{BODY}"))).published == DAY


@pytest.mark.parametrize("shown", ["招商问答Q&A", "招商问答（2025-11）", "招商问答（第三期）"])
def test_a_sections_name_that_goes_on_in_print_is_a_headline(shown: str) -> None:
    for title in ("招商问答-青江网", shown):
        stamp = "<p>来源：青江网 更新时间：2025/08/06</p>"
        article = read_html(page("<h3>招商问答</h3>", f"<div class=t>{shown}</div>", stamp, body(), title=title))
        assert (article.title, article.published) == (shown, DAY)
