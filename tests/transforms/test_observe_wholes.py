"""Whom a figure is about where no table knows the name: wholes, titled parks, visited enterprises, short names."""

from __future__ import annotations

import pytest

from parkwatch.records import Observation
from transforms.extract import extract


def read(*lines: str) -> list[Observation]:
    """The observations of an article of these lines."""
    return list(extract("\n".join(lines).encode(), kind="text").observations)


def of(observations: list[Observation], value: float) -> Observation:
    """The observation with a value."""
    return next(o for o in observations if o.value == value)


def test_the_countrys_zones_are_the_subject_and_so_is_a_counted_part_of_them() -> None:
    found = read(
        "国家级开发区一季度运行平稳",
        "2014-05-12 10:00",
        "一季度，210个国家级开发区实现工业总产值5120亿元，同比增长8.2%。其中，中西部90个国家级开发区工业总产值1890亿元。",
    )
    assert of(found, 5120).subject == "国家级开发区"
    assert of(found, 1890).subject == "中西部90个国家级开发区"


def test_a_park_that_only_the_title_names_whole_is_the_subject() -> None:
    found = read(
        "云屏新城1至11月投资完成年计划九成",
        "2013-12-16",
        "1至11月，云屏新城完成固定资产投资158.7亿元，其中基础设施投资32.6亿元，房地产投资45.3亿元。",
    )
    assert {o.subject for o in found if o.unit == "亿元"} == {"云屏新城"}
    assert [of(found, v).scope for v in (158.7, 32.6, 45.3)] == ["", "基础设施", "房地产"]


def test_the_enterprise_that_a_paragraph_visits_reports_of_itself() -> None:
    found = read(
        "云麓经开区：一季度实现开门红",
        "2024-04-18",
        "一季度，云麓经开区完成规上工业总产值186.3亿元。",
        "走进位于园区内的博远新材料有限公司，工人们正忙着赶制订单。今年预计全年产值可达6亿元。",
    )
    assert of(found, 186.3).subject == "云麓经开区"
    assert of(found, 6).subject == "博远新材料有限公司"


def test_an_enterprise_under_its_short_name() -> None:
    found = read(
        "追加投资！云麓经开区再添新动能",
        "2023-03-16",
        "3月15日，云麓经开区与利维恒动力电池公司签订协议。去年，利维恒实现营业收入41.7亿元，同比增长20%。",
    )
    assert of(found, 41.7).subject == "利维恒动力电池公司"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("云麓日报 二○○五年七月二十日 第一版", "2005-07-20"),
        ("云麓日报/2005年/7月/20日/第001版/要闻", "2005-07-20"),
        ("2005年7月20日 星期三 云麓日报 A01版", "2005-07-20"),
    ],
)
def test_datelines_of_newspapers(line: str, published: str) -> None:
    body = "上半年，云麓经济开发区完成工业总产值6.35亿元，同比增长58.7%；实现税收5420万元，新签约项目22个。"
    assert extract(f"云麓经济开发区上半年双过半\n{line}\n{body}".encode(), kind="text").article.published == published


def test_a_dateline_without_a_year_tells_of_the_year_before() -> None:
    head = "云麓综合保税区2021年进出口创新高\n新华社云麓1月20日电"
    body = "2021年，云麓综合保税区进出口总值达856.7亿元，比上年增长42.3%。全年完成税收9.8亿元。"
    assert extract(f"{head}\n{body}".encode(), kind="text").article.published == "2022-01-20"


def test_a_founding_year_is_no_figures_year() -> None:
    found = read(
        "云麓高新区概况",
        "云麓高新区2013年12月经国务院批准升级为国家高新区。园区拥有企业1300家。2017年，高新区完成工业总产值1186亿元。",
    )
    assert (of(found, 1300).time_period, of(found, 1186).time_period) == ("", "2017")


KINDS = (
    "工业城 产业新城 科技城 汽车城 药谷 锂谷 智造谷 创新港 陆港 空港 生物岛 智慧岛 产业带 产业社区 孵化园 "
    "农业园 冷链园 陶瓷园 服装城 商务区 启动区 度假区 加工区 共建园 军民融合园 飞地园 数据湖"
)


@pytest.mark.parametrize("kind", KINDS.split())
@pytest.mark.parametrize("place", ["青溪", "芦洲"])
def test_a_park_of_any_kind_is_known_by_the_title_that_names_it(kind: str, place: str) -> None:
    """No table holds the place or the park; title and text say the same name."""
    name = place + kind
    text = f"今年上半年,{name}新签约项目9个,协议投资31.4亿元。\n目前,{name}已入驻企业77家,从业人员1.1万人。"
    assert {o.subject for o in read(f"{name}项目建设忙", text)} == {name}


def test_a_garden_of_the_title_is_no_park() -> None:
    text = "今年上半年,芦洲县接待游客31万人次。人民公园新增绿地12亩。\n人民公园免费开放。"
    assert not any("公园" in o.subject for o in read("人民公园改造完成", text))


@pytest.mark.parametrize("verb", ["利用", "下达", "考核", "取得", "探访", "途经", "凭借", "倡导", "核准", "并购", "走读", "牵线"])
@pytest.mark.parametrize("kind", ["综合保税区", "高新区", "开发区"])
def test_a_verb_before_a_kind_is_no_name(verb: str, kind: str) -> None:
    text = f"今年上半年,芦洲市{verb}{kind}通关平台完成进口9.5亿元。\n{verb}{kind}平台的企业有31家。"
    assert not any(verb in o.subject for o in read("芦洲市进口规模扩大", text))


def test_our_city_is_the_place_of_the_site_that_shows_the_article() -> None:
    furniture = ("01版:要闻 下一版", "2022年9月14日 星期三", "返回邹城新闻网", "数字报首页")
    heads = ("前8月我市技改投资回升", "技改投资增长14%,全市厂房换新忙")
    text = "本报讯 今年1至8月,全市技改投资完成23亿元,增长14%。"
    told = read(*furniture, *heads, text)
    assert [(o.subject, o.value, o.time_period) for o in told] == [
        ("邹城市", 23, "2022-01/2022-08"),
        ("邹城市", 14, "2022-01/2022-08"),
    ]
    assert "邹城" not in of(read("今日要闻", "返回邹城新闻网", "今年1至8月,芦洲市技改投资完成23亿元。"), 23).subject


def test_the_place_of_a_paper_is_nobody_that_a_figure_is_of() -> None:
    lead = "聊城新闻网讯(记者 李木)9月6日,记者在茌平经开区看到,新盖的2万平方米厂房已有4家企业租下。"
    assert {o.subject for o in read("茌平经开区:厂房迎来新主人", "2021-09-08", lead)} == {"茌平经开区"}
