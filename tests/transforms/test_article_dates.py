"""Dates: what a stamp says, which stamp is the article's own, and when the text overrules it."""

from datetime import UTC, date, datetime

import pytest

from transforms.article import read_html, read_text
from transforms.article.dates import agrees
from transforms.article.stamps import read_stamp, url_date

FETCHED = date(2026, 1, 25)


@pytest.mark.parametrize(("text", "value"), [
    ("发布时间：2025-08-06 10:21", "2025-08-06"),
    ("2025年8月6日 星期三", "2025-08-06"),
    ("2022 01/17 17:39", "2022-01-17"),
    ("6/10/2021, 8:21:04 PM", "2021-06-10"),
    ("发表于 2009年4月", "2009-04"),
    ("发布日期：16-11-22", "2016-11-22"),
    ("二〇二〇年九月二十一日", "2020-09-21"),
    ("Sep 21, 2020", "2020-09-21"),
    ("Saturday, September 10th, 2005 10:56 am", "2005-09-10"),
    ("其它内容 十一月 6th, 2009", "2009-11-06"),
    ("十月 12, 2019", "2019-10-12"),
    ("编号 20200921", "2020-09-21"),
    ("1周前 (01-18)", "2026-01-18"),
    ("2个月前 (11-20)", "2025-11-20"),
    ("3天前", "2026-01-22"),
    ("3小时前", "2026-01-25"),
    ("半小时前", "2026-01-25"),
    ("刚刚", "2026-01-25"),
    ("昨日 10:00", "2026-01-24"),
    ("十天前", "2026-01-15"),
    ("26小时前", "2026-01-24"),
    ("1年前", "2025"),
    ("几天前", ""),  # how many is not known
    ("2周前", "2026-01"),
    ("昨天 14:30", "2026-01-24"),
    ("今天 09:12", "2026-01-25"),
    ("12-31 22:10", "2025-12-31"),  # at the turn of the year: the last such day
])
def test_stamp(text: str, value: str) -> None:
    stamp = read_stamp(text, FETCHED)
    assert stamp is not None
    assert stamp.value == value


@pytest.mark.parametrize("text", [
    "2025-02-30", "1-6月", "总投资236.8亿元", "电话 0511-80821234", "阅读 20250", "三年前，这里还是荒地。", "",
])
def test_no_stamp(text: str) -> None:
    assert read_stamp(text, FETCHED) is None


@pytest.mark.parametrize(("text", "value"), [("5小时前", "2026-01-24"), ("2小时前", "2026-01-25"), ("昨天 23:10", "2026-01-24")])
def test_hours_count_from_the_moment_of_the_fetch(text: str, value: str) -> None:
    stamp = read_stamp(text, datetime(2026, 1, 25, 3, 30, tzinfo=UTC))
    assert stamp is not None
    assert stamp.value == value


def test_a_relative_stamp_without_the_day_of_the_fetch_has_no_date() -> None:
    stamp = read_stamp("1周前 (01-18)")
    assert stamp is not None
    assert (stamp.value, stamp.relative, stamp.monthday) == ("", True, "01-18")


@pytest.mark.parametrize(("url", "value"), [
    ("https://news.example/layout/2025-08/06/content_1.html", "2025-08-06"),
    ("https://news.example/content/202409/12/content_35121.html", "2024-09-12"),
    ("https://news.example/xw/202306/t20230621_4168857.shtml", "2023-06-21"),
    ("https://news.example/art/2025/2/5/art_1229244206_4330236.html", "2025-02-05"),
    ("https://news.example/2023/0805/411783.html", "2023-08-05"),
    ("https://news.example/system/2004/04/12/000767222.shtml", "2004-04-12"),
    ("https://news.example/jj/201706/t3848167_1.shtml", "2017-06"),
    ("https://news.example/news/2019-02/8766101.html", "2019-02"),
    ("https://news.example/post/2301.html", ""),
    ("https://news.example/show/20451399.html", ""),
    (None, ""),
])
def test_date_in_an_address(url: str | None, value: str) -> None:
    assert url_date(url) == value


@pytest.mark.parametrize(("stamp", "text", "fits"), [
    ("2026-01-18", "今年上半年，全市园区完成投资161.2亿元。", False),
    ("2025-07-18", "今年上半年，全市园区完成投资161.2亿元。", True),
    ("2026-01-18", "1-6月，园区实现产值28亿元，同比增长5%。", False),
    ("2026-01-18", "去年上半年，园区实现产值28亿元。", True),
    ("2026-01-18", "2025年上半年，园区实现产值28亿元。", True),
    ("2025-04-02", "今年上半年力争完成投资60亿元。", True),
    ("2026-01-18", "上半年实现产值28亿元，下半年实现产值31亿元。", True),
    ("2016-02-25", "1至5月，园区产值26亿元，同比增长9.4%。", False),  # ended nine months before
    ("2025-02-13", "截至5月15日，园区重点项目完成投资55亿元。", False),
    ("2025-01-13", "截至11月底，园区重点项目完成投资55亿元。", True),
    ("2024-05-08", "5月12日，两个项目签约落户园区。", False),  # a stamp before what it tells of
    ("2024-05-08", "5月12日，两个项目将在园区开工。", True),
])
def test_agreement_with_the_text(stamp: str, text: str, fits: bool) -> None:
    assert agrees(stamp, text) is fits


def page(head: str, body: str, foot: str = "") -> bytes:
    title = "澄泷工业园：新签约项目12个"
    article = f"<h1>{title}</h1>{head}<div id=zoom><p>{body}</p></div>{foot}"
    return f"<html><head><title>{title}</title></head><body>{article}</body></html>".encode()


BODY = "澄泷工业园日前举行签约仪式，新签约项目12个，总投资35亿元，其中先进制造业项目9个，预计年内全部开工。"


def test_an_update_of_the_host_is_no_publication() -> None:
    assert read_html(page("", BODY, "<p>页面更新：2024-03-19</p>")).published is None


def test_a_clock_and_the_next_articles_date_are_not_the_articles() -> None:
    head = "<p>今天是2026年1月25日 星期日</p><p>发布时间：2024-05-06</p><p>下一篇：夜校开课 2025-01-01</p>"
    article = read_html(page(head, BODY))
    assert article.published == "2024-05-06"


def test_no_date_later_than_the_fetch() -> None:
    article = read_html(page("<p>2027-05-06</p>", BODY), fetched_on=FETCHED)
    assert article.published is None
    article = read_html(page("<p>2027-05-06</p>", BODY), fetched_on=FETCHED, url="https://news.example/2024/0512/1.html")
    assert (article.published, article.published_basis) == ("2024-05-12", "the page's address")


def test_the_text_overrules_a_reposting_and_says_why() -> None:
    text = (
        "2024年1月至2025年6月底，园区开工项目27个。"
        "1月至6月，园区新签约项目12个，总投资35亿元，同比增长8%。上月底，园区举行了签约仪式。"
    )
    article = read_html(page("<p>admin 1周前 (01-18)</p>", text), fetched_on=FETCHED)
    assert article.published == "2025-07"
    assert article.published_basis.startswith("the text: ")


def test_what_the_caller_knows_stands() -> None:
    article = read_html(page("<p>2024-05-06</p>", BODY), published="2024-05-04")
    assert (article.published, article.published_basis) == ("2024-05-04", "given")
    assert read_text(f"标题\n2024-05-06\n{BODY}".encode(), published="2024-05").published == "2024-05"


def test_a_month_that_the_text_names_rules_out_no_printed_day() -> None:
    page = """<html><head><title>青澜湾影视基地新片开机_青江网</title></head><body>
<h1>青澜湾影视基地新片开机</h1><p>发布时间：2018-04-19</p>
<div id="zoom"><p>新片昨日在青澜湾影视基地开机，总投资1.2亿元。</p>
<p>主演苏禾2002年7月出生于青江，影片预计将于2019年上映。</p></div></body></html>"""
    article = read_html(page.encode())
    assert (article.published, article.published_basis) == ("2018-04-19", "the page's stamp under the headline")


def test_a_body_that_names_its_headline_has_its_stamp_above_all_the_same() -> None:
    page = """<html><head><title>青澜湾2021年4月招聘流程-青江人才网</title></head><body>
<h2>青澜湾2021年4月招聘流程</h2><p>2020-12-29 10:35:58　来源：青江人才网</p><div class="article-content"><p><b>导读</b></p>
<p><a href="/">青澜湾2021年4月招聘流程</a></p><p>2021年4月时间安排</p>
<p>青澜湾经济开发区组织86家企业招聘，提供岗位2300个。</p><p>报名者须在园区人才市场登记，并带好学历证书。</p></div></body></html>"""
    assert read_html(page.encode()).published == "2020-12-29"


def test_a_year_that_the_text_looks_back_on_rules_out_no_printed_day() -> None:
    page = """<html><head><title>澄泷工业园老厂房更新_青江网</title></head><body>
<h1>澄泷工业园老厂房更新</h1><p>2024-10-21 来源：青江日报</p>
<div id="zoom"><p>改造从2021年开始，当年园区腾退低效用地1260亩。</p>
<p>今年前三季度，园区规上工业产值达到286.4亿元，同比增长9.3%。</p></div></body></html>"""
    assert read_html(page.encode()).published == "2024-10-21"


def stamped(*lines: str) -> str | None:
    text = "\n".join(lines)
    return read_text(text.encode()).published


PROSE = "云麓经开区上周有八个项目动工，管委会说，它们的厂房在明年完工，园区的道路也会铺好。"


def test_a_stamp_that_stands_on_several_lines_is_one() -> None:
    assert stamped("云麓首批项目动工", "新闻", "2013", "07/30", "21:15", PROSE) == "2013-07-30"


def test_the_issue_of_a_paper_that_a_text_is_quoted_from_dates_it() -> None:
    assert stamped("云麓首批项目动工", PROSE + "《云麓日报》(2022年03月18日07版) 原文链接") == "2022-03-18"


def test_a_stamp_behind_a_source_in_traditional_characters_is_the_articles() -> None:
    assert stamped("雲麓首批項目動工", PROSE, "來源:雲麓廣播網新聞頻道 2011-02-19") == "2011-02-19"


def test_figures_of_a_table_and_a_headlines_month_are_no_stamps() -> None:
    assert stamped("云麓首批项目动工", PROSE, "上缴税额(亿元) |", "766.4 |", "1977.1 |") is None
    assert stamped("2018年6月云麓新区主要经济指标统计月报", PROSE) == "2018"


def test_the_head_says_whether_day_or_month_comes_first() -> None:
    head = '<meta property="article:published_time" content="2022-02-06T12:48:06+00:00">'
    stamp = "<p>发表时间： 06/02/2022 - 13:48</p>"
    page = f"<html><head>{{}}</head><body><h1>园区招商周报</h1>{stamp}<div id=zoom><p>{{}}</p></div></body></html>"
    told = "青澜湾开发区一周新签约项目9个，总投资21亿元。"
    assert read_html(page.format(head, told).encode()).published == "2022-02-06"
    assert read_html(page.format("", told).encode()).published == "2022-06-02"


def test_a_clock_with_its_time_zone_is_no_stamp() -> None:
    page = """<html><body><div>2026年1月20日（北京时间）</div><h1>园区招商周报</h1><p>September 10th, 2025</p>
<div id=zoom><p>青澜湾开发区一周新签约项目9个，总投资21亿元。</p></div></body></html>"""
    assert read_html(page.encode(), fetched_on=FETCHED).published == "2025-09-10"


def test_a_notice_of_what_will_be_is_of_the_day_that_it_is_signed_on() -> None:
    told = ["各企业：", "园区建成十周年大会8月8日上午在芦汀会展中心举行。", "请于9:30前入场。", "芦汀管委会", "2025年8月4日"]
    body = "".join(f"<p>{line}</p>" for line in told)
    head = "<h1>关于参加园区建成十周年大会的通知 ( 2025年08月04日 )</h1>"
    page = f"<html><body>{head}<div class=content>{body}</div></body></html>"
    assert read_html(page.encode()).published == "2025-08-04"


def test_a_forums_clock_is_no_stamp() -> None:
    assert stamped("云麓首批项目动工", PROSE, "GMT+8, 2025-1-15 00:13 , Processed in 0.079944 second(s), 26 queries .") is None


def test_the_day_of_what_was_held_is_of_the_last_month_told_of() -> None:
    lead = "6月8日,云麓区在北京举行招商推介会,二百多家企业参加,推介会上介绍了区内的道路和港口。"
    assert stamped("云麓区举行推介会", lead, "2013年1月,国家批准设立云麓开发区。2012年,开发区的港口建成。") == "2013-06"


def test_a_dateline_in_traditional_characters_is_one() -> None:
    assert stamped("記者2月2日上午從雲麓鎮了解到,2006年該鎮實現財政收入2.3億元,首次突破億元大關,增長很快。") == "2007-02-02"


def test_a_month_that_something_will_stand_by_dates_no_opening() -> None:
    lead = "10月18日,云麓化工园废盐利用项目开工仪式举行,该项目总投资7亿元,预计2021年11月底投产。"
    assert stamped("云麓化工园又一大项目开建", lead, PROSE) is None
