"""The whole that a share is of, and the field that a place is held in."""

from __future__ import annotations

import pytest

from tests.transforms.reading import rows

ON = "云麓经开区"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ON}创新指数在全国经开区中排名前十、西部第一。", [(10, "全国经开区"), (1, "西部")]),
        (f"{ON}位列第23位(东部第21位)。", [(23, ""), (21, "东部")]),
        (f"{ON}投资总量居全国第六、增速第二。", [(6, "全国"), (2, "全国")]),
        (f"{ON}进出口总量居全国开发区第7位,增幅居第3位。", [(7, "全国开发区"), (3, "全国开发区")]),
        (f"{ON}在全国200多家国家级经开区综合考评中位列第31位。", [(31, "全国国家级经开区")]),
        (
            f"{ON}营业收入95亿元,在全国120个工业园区中排位第五位;出口12亿元,居全国第八位。",
            [(95, ""), (5, "全国工业园区"), (12, ""), (8, "全国工业园区")],
        ),
        (f"{ON}在全国215家国家级经济技术开发区综合排名中居第27位。", [(27, "全国国家级经济技术开发区")]),
        (f"在商务部公布的国家级经开区综合考评中,{ON}位列第七。", [(7, "国家级经开区")]),
    ],
)
def test_a_place_has_its_field(text: str, expected: list[tuple[float, str]]) -> None:
    assert rows(text, "value", "comparator") == expected


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("国家高新区创造了全国14.3%的生产总值,贡献了13.6%的税收。", ["全国", "全国"]),
        ("国家高新区聚集了近70%的全国重点实验室。", ["全国"]),
        ("上市公司为国家高新区创造了29.6%的营业收入。", ["国家高新区"]),
        (f"{ON}实施项目98个,到位资金53亿元,分别占全市项目总数和到位资金的54%和48%。", ["", "", "全市项目", f"{ON}到位资金"]),
        (f"{ON}营业收入86亿元,占全国不到3%。", ["", "全国"]),
        (f"{ON}今年生产总值95亿元,占全省经济总量的5%。", ["", "全省经济总量"]),
        (f"{ON}固定资产投资96亿元,其中工业投资61亿元,占比63.5%。", ["", "", f"{ON}固定资产投资"]),
        (f"{ON}固定资产投资96亿元,其中工业投资61亿元,占总量的63.5%。", ["", "", f"{ON}固定资产投资"]),
        (f"{ON}税收占全国的41%和全省税收的66%。", ["全国", "全省税收"]),
        (f"{ON}进出口总额84亿元,全国占比超过3%。", ["", "全国"]),
        (f"{ON}省外资金52亿元,占到位资金的80%。", ["", f"{ON}到位资金"]),
        (f"{ON}出口12亿元,占全国出口总额的2%。", ["", "全国出口总额"]),
        (f"{ON}第三产业增加值占GDP比重达43%。", [f"{ON}GDP"]),
        (f"{ON}进出口总值95亿元。其中,加工贸易进出口43亿元,占45.3%。", ["", "", f"{ON}进出口总值"]),
        (f"{ON}签约亿元以上项目227个。制造业项目136个,占比60%。", ["", "", f"{ON}亿元以上签约项目"]),
        (f"{ON}有高新技术企业86家,占全疆29%。", ["", "新疆"]),
        (f"{ON}出口77亿元,占比临海市52%。", ["", "临海市"]),
    ],
)
def test_a_share_has_its_whole_beside_it(text: str, wholes: list[str]) -> None:
    assert [whole for (whole,) in rows(text, "comparator")] == wholes


def test_places_told_apart_are_each_of_its_own() -> None:
    text = "青岚经济开发区、云屏经济技术开发区进步明显,分别位居全国第5和第28名。"
    assert rows(text, "subject", "value") == [("青岚经济开发区", 5), ("云屏经济技术开发区", 28)]


def test_a_place_in_two_indicators_is_one_of_each() -> None:
    text = f"{ON}的科技创新和营商环境两项指标在全省99个开发区中排名第一。"
    assert rows(text, "value", "scope") == [(1, "科技创新"), (1, "营商环境")]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (f"{ON}规上工业总产值占全市的41.1%;规上工业增加值增速达21.3%。", ["share", "growth"]),
        (f"{ON}完成省里500亿元招商引资任务的82.4%。", ["level", "completion"]),
        (f"{ON}专利申请量占国家高新区23.1%。", ["share"]),
        (f"{ON}财政收入跨越90亿元,累计完成93.4亿元。", ["level"]),
    ],
)
def test_what_a_figure_measures(text: str, measures: list[str]) -> None:
    assert [measure for (measure,) in rows(text, "measure")] == measures
