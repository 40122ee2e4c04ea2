"""The date of a plain text: the forms of stamp that sites and papers leave in it, and what its own words settle."""

from __future__ import annotations

import pytest

from transforms.article import read_text

TITLE = "岚溪经开区产值增长12%"
BODY = (
    "据了解,今年前三季度,岚溪经开区完成规上工业总产值73.2亿元,同比增长12%,新引进项目17个,总投资41亿元。\n"
    "岚溪经开区派出专员联系每一个项目,厂房、用电和招工的难处当周就有回音。"
)


@pytest.mark.parametrize("head", [
    "2019年11月4日 星期一 第A03版:要闻 上一版 下一版",
    "3上一篇  下一篇4 2019年11月4日 放大 缩小 默认",
    "上一篇 下一篇 2019年11月4日",
    "第05版:城事 上一版3  4下一版\n版面导航\n上一版3  4下一版 2019年11月4日 星期 放大 缩小 默认",
    "第06版:纵横 | 2019年11月04日 星期一",
    "【字体:大 中 小】 发布日期:2019-11-04 16:20 浏览次数:123",
    "楼主 发表于 2019-11-4 08:22:33 | 只看该作者",
    "20191104 岚溪日报",
    "2019年\n11月04日",
    "2019年11月04日08:12 岚溪日报 我有话说(12人参与)",
    "信息来源:经发局 提供日期:2019-11-04 08:30",
    "[2019-11-04]",
    "岚溪日报/2019年/11月/4日/第003版 县域",
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
    ("2019-01", "1月9日,康衡投资与岚溪区签下合作协议。\n2018年,全区科技创新能力位居全市第三。工厂将在2020年8月建成投产。"),
    ("2014-04", "4月11日,岚溪新区电缆园里,两家工厂动工。2014年,新区电缆项目全年计划投资7.2亿元。"),
    ("2021-07", "7月13日,记者从岚溪港了解到,1-6月岚溪港货物吞吐量520万吨,较2020年同期增长8.3%。"),
    ("2023-08", "记者8月17日从岚溪供电公司了解到,今年1至7月园区用电量增长6.4%,比2022年同期提高3个百分点。"),
    ("2021", "12月28日,岚溪经开区举行项目签约仪式。2021年以来,岚溪经开区共签约项目86个。"),
    ("2017-03", "3月8日,岚溪高新区举行项目开工仪式。园区2016年新引进项目42个,今年计划引进50个。"),
    ("2022", "元旦刚过,岚溪经开区的车间里机器轰鸣。2021年,岚溪经开区完成产值320亿元,同比增长14%。"),
    ("2023-05", "5月18日,第六届岚溪投资贸易洽谈会开幕,现场签约项目28个。2022年,岚溪外贸出口增长17%。"),
    ("2013-04", "4月2日,岚溪开发区一季度项目推进会召开。2013年,开发区计划实施项目56个。"),
    ("2021-08", "岚溪网8月12日讯 2021年,岚溪市计划安排重点项目94项。今年前7个月,岚溪市完成投资52亿元。"),
    ("2019-11", "岚溪网讯 2019年11月4日,岚溪经开区召开分析会,强调抓好四季度工作。"),
    ("2020", "9月3日,岚溪化工园一条生产线动工,预计2021年6月底建成,之后年销售收入达5亿元。2020年是园区设立第八年。"),
])
def test_what_a_texts_own_words_settle(published: str, text: str) -> None:
    assert (read_text(f"岚溪:产业园区发展见闻\n{text}".encode()).published or "").startswith(published)


@pytest.mark.parametrize("text", [
    "9月3日,岚溪化工园一条生产线动工。生产线预计2021年6月底建成,之后年销售收入达5亿元。",
    "记者从岚溪高新区了解到,截至10月底园区企业达到312家,比去年底增加28家。",
    "2003年正式开园以来,岚溪出口加工区来了不少厂商。今年全区家电产量预计达350万台。",
])
def test_a_year_to_come_or_of_a_founding_settles_none(text: str) -> None:
    assert read_text(f"岚溪:产业园区发展见闻\n{text}".encode()).published is None
