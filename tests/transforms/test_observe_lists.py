"""Lists that say their indicator once: in a heading, an announcement or their first item, however the list is laid out."""

import pytest

from tests.transforms.reading import rows

NOUNS = [
    ("工业投资", "亿元", "industrial_investment"),
    ("规上工业增加值", "亿元", "industrial_value_added_ads"),
    ("实到外资", "万美元", "fdi_utilized"),
    ("工业用电量", "亿千瓦时", "electricity_consumption"),
    ("货物吞吐量", "万吨", "cargo_throughput"),
    ("高新技术企业", "家", "enterprises_hightech"),
    ("新开工项目", "个", "projects_started"),
    ("入库税收", "亿元", "tax_revenue"),
]
AMOUNTS = [
    "上半年,各县区{n}:东城区91{u}、西山县82{u}、南浦县73{u}。",
    "上半年,各县区{n}排名如下:\n东城区91{u}\n西山县82{u}\n南浦县73{u}",
    "上半年,各县区{n}排名情况:\n1.东城区 91{u}\n2.西山县 82{u}\n3.南浦县 73{u}",
    "上半年{n}前三强出炉。\n1、东城区:91{u}\n2、西山县:82{u}\n3、南浦县:73{u}",
    "上半年,{n}居前三位的是东城区(91{u})、西山县(82{u})、南浦县(73{u})。",
    "上半年,{n}最多的是东城区,达91{u};其次是西山县,为82{u};再次是南浦县,为73{u}。",
    "上半年,东城区{n}为91{u},西山县为82{u},南浦县为73{u}。",
    "今年以来,园区{n}逐月攀升,1月份73{u},2月份82{u},3月份91{u}。",
    "2022年至2024年,园区{n}分别达到73{u}、82{u}、91{u}。",
]
GROWTHS = [
    "上半年,{n}增速居全市前三位的分别是东城区(9.1%)、西山县(8.2%)、南浦县(7.3%)。",
    "上半年,{n}增速:东城区9.1%、西山县8.2%、南浦县7.3%。",
    "上半年,全市{n}同比增长9.1%。分县区看,东城区增长8.2%,西山县增长7.3%。",
]


@pytest.mark.parametrize("form", AMOUNTS)
@pytest.mark.parametrize(("noun", "unit", "code"), NOUNS, ids=lambda n: n)
def test_each_amount_of_a_list_is_of_what_announces_it(form: str, noun: str, unit: str, code: str) -> None:
    told = rows(form.format(n=noun, u=unit), "indicator", "measure", "value", title="梧川市上半年各县区经济运行情况")
    assert sorted(told) == [(code, "level", 73.0), (code, "level", 82.0), (code, "level", 91.0)]


@pytest.mark.parametrize("form", GROWTHS)
@pytest.mark.parametrize(("noun", "unit", "code"), NOUNS, ids=lambda n: n)
def test_each_growth_of_a_list_is_of_what_announces_it(form: str, noun: str, unit: str, code: str) -> None:
    told = rows(form.format(n=noun), "indicator", "measure", "value", title="梧川市上半年各县区经济运行情况")
    assert sorted(told) == [(code, "growth", 7.3), (code, "growth", 8.2), (code, "growth", 9.1)]


@pytest.mark.parametrize("heading", ["(一){n}。上半年", "一、{n}\n累计", "二、{n}稳步增长\n上半年"])
@pytest.mark.parametrize(("noun", "unit", "code"), NOUNS, ids=lambda n: n)
def test_a_heading_tells_what_its_section_is_of(heading: str, noun: str, unit: str, code: str) -> None:
    text = f"上半年,园区经济运行平稳。\n{heading.format(n=noun)}完成91{unit},同比增长8.2%。"
    assert rows(text, "indicator", "measure", "value") == [(code, "level", 91.0), (code, "growth", 8.2)]


def test_a_noun_of_its_own_inherits_nothing() -> None:
    text = "(一)税收收入。上半年,园区为企业发放补贴91亿元,举办培训73场。"
    assert rows(text, "indicator") == [("other",), ("service_events",)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("税收收入86.4亿元(+7.8%)。", 7.8),
        ("税收收入86.4亿元(-7.8%)。", -7.8),
        ("税收收入86.4亿元,+7.8%。", 7.8),
        ("税收收入86.4亿元(同比+7.8%)。", 7.8),
        ("税收收入86.4亿元,↑7.8%。", 7.8),
    ],
)
def test_a_sign_tells_a_growth(text: str, value: float) -> None:
    assert rows(text, "indicator", "measure", "value")[1:] == [("tax_revenue", "growth", value)]


@pytest.mark.parametrize(
    "text",
    [
        "全市13个省级以上开发区加快建设,83个县参与,12个街道同步推进。",
        "项目历时10个月建成,试运行4个月,短短15天完成搬迁。",
        "园区新建18层科研楼,9个国家级高新区前来考察。",
    ],
)
def test_places_storeys_and_spans_of_time_are_no_figures(text: str) -> None:
    assert rows(text, "indicator") == []


def test_a_time_that_is_measured_is_a_figure() -> None:
    assert rows("企业开办时限压缩至3个工作日。", "value", "unit_measure") == [(3.0, "D")]


@pytest.mark.parametrize("item", ["1.{}:{}亿元", "1.{}{}亿元", "1、{} {}亿元", "{}{}亿元", "(1){}{}亿元"])
def test_each_item_of_a_list_is_of_the_place_that_it_names(item: str) -> None:
    lines = "\n".join(item.format(place, value) for place, value in (("昆山市", 91), ("太仓市", 82)))
    text = f"上半年,各县区工业投资排名:\n{lines}"
    assert rows(text, "subject", "value", title="苏州市上半年经济运行") == [("昆山市", 91.0), ("太仓市", 82.0)]
