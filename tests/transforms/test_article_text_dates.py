"""The date of a plain text: the forms of stamp that sites and papers leave in it, and what its own words settle."""

from __future__ import annotations

import pytest

from transforms.article import read_text

TITLE = "岚溪经开区产值增长11%"
BODY = (
    "据了解,今年前三季度,岚溪经开区完成规上工业总产值86.4亿元,同比增长11%,新引进项目23个,总投资64亿元。\n"
    "岚溪经开区把项目建设作为头等大事,精心布局园区产业,全力提速推进重大项目建设。"
)


@pytest.mark.parametrize("head", [
    "2019年11月4日 星期一 第A03版:要闻 上一版 下一版",
    "3上一篇  下一篇4 2019年11月4日 放大 缩小 默认",
    "上一篇 下一篇 2019年11月4日",
    "第10版:观察 | 2019年11月04日 星期一",
    "【字体:大 中 小】 发布日期:2019-11-04 16:20 浏览次数:123",
    "楼主 发表于 2019-11-4 08:22:33 | 只看该作者",
    "20191104 岚溪日报",
    "2019年11月04日08:12 岚溪日报 我有话说(12人参与)",
    "信息来源:经发局 提供日期:2019-11-04 08:30",
    "[2019-11-04]",
    "岚溪日报/2019年/11月/4日/第006版 市州",
    "新华社岚溪11月4日电\n2019-11-04",
    "——2019年11月4日在岚溪县\n第三届人民代表大会第一次会议上",
])
def test_a_stamp_above_a_text(head: str) -> None:
    assert read_text(f"{TITLE}\n{head}\n{BODY}".encode()).published == "2019-11-04"


@pytest.mark.parametrize("foot", [
    "二〇一九年十一月四日",
    "岚溪经开区管委会\n2019年11月4日",
    "(岚溪日报 2019年11月4日 A02版)",
    f"2019-11-04 {TITLE} 1 1 岚溪日报 content_1123.html 1 {TITLE} 本报讯 岚溪经开区管委会日前发布消息 /enpproperty-->",
])
def test_a_stamp_below_a_text(foot: str) -> None:
    assert read_text(f"{TITLE}\n{BODY}\n{foot}".encode()).published == "2019-11-04"


def test_the_link_to_another_article_is_no_stamp() -> None:
    assert read_text(f"{TITLE}\n上一篇:岚溪产业园区签约项目 2018-10-01\n{BODY}".encode()).published is None


@pytest.mark.parametrize(("published", "text"), [
    ("2019-01", "1月19日,岚溪区政府与康衡投资签署协议。\n2018年,全区综合评价位居全省前列。项目将在2021年2月竣工投产。"),
    ("2011-05", "5月23日,在岚溪新区光伏产业园内,又一项目开工。2011年,新区光伏项目年内计划完成投资13.6亿元。"),
    ("2021-06", "6月15日,记者从岚溪海关获悉,1-5月岚溪货物贸易进出口总值340.9亿元,较2020年同期增长14.9%。"),
    ("2023-09", "记者9月20日从岚溪市统计局了解到,今年1至8月园区工业增加值增长9.1%,比2022年同期提高2个百分点。"),
    ("2021", "12月28日,岚溪经开区举行项目签约仪式。2021年以来,岚溪经开区共签约项目86个。"),
    ("2017-03", "3月8日,岚溪高新区举行项目开工仪式。园区2016年新引进项目42个,今年计划引进50个。"),
    ("2022", "元旦刚过,岚溪经开区的车间里机器轰鸣。2021年,岚溪经开区完成产值320亿元,同比增长14%。"),
    ("2023-05", "5月18日,第六届岚溪投资贸易洽谈会开幕,现场签约项目36个。2022年,岚溪外贸进出口增长21%。"),
    ("2013-04", "4月2日,岚溪开发区一季度项目推进会召开。2013年,开发区计划实施项目56个。"),
    ("2023-10", "岚溪网10月18日讯 2023年,岚溪市计划重点推进项目176项。今年前9个月,岚溪市完成投资34亿元。"),
    ("2019-11", "岚溪网讯 2019年11月4日,岚溪经开区召开分析会,强调抓好四季度工作。"),
    ("2020", "10月18日,岚溪化工园一项目开工,预计2021年12月底建成投产,建成后年销售收入达8亿元。2020年是园区建设第六年。"),
])
def test_what_a_texts_own_words_settle(published: str, text: str) -> None:
    assert (read_text(f"岚溪:产业园区发展见闻\n{text}".encode()).published or "").startswith(published)


@pytest.mark.parametrize("text", [
    "10月18日,岚溪化工园一项目开工。项目预计2021年12月底建成投产,建成后年销售收入达8亿元。",
    "记者从岚溪高新区了解到,截至10月底园区企业达到312家,比去年底增加28家。",
    "2000年正式封关运作以来,岚溪出口加工区引来一批厂商。今年全区电脑产量预计达6000万台。",
])
def test_a_year_to_come_or_of_a_founding_settles_none(text: str) -> None:
    assert read_text(f"岚溪:产业园区发展见闻\n{text}".encode()).published is None
