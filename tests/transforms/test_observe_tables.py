"""Tables that lost their markup: each cell with the meaning of its head, its row, its caption and its period."""

from __future__ import annotations

import pytest

from parkwatch.records import Observation
from transforms.extract import extract

PARK = "青岚经济开发区"
GDP, OUTPUT = ("gdp", "level", 312.5), ("industrial_output", "level", 812.5)


def read(text: str) -> tuple[Observation, ...]:
    return extract(text.encode(), kind="text", published="2025-07-10").observations


def told(text: str) -> list[tuple[str, str, float]]:
    return [(o.indicator, o.measure, o.value) for o in read(text)]


ONE_A_LINE = [
    "指标名称",
    "单位",
    "1-6月",
    "同比增长(%)",
    "地区生产总值",
    "亿元",
    "312.5",
    "6.8",
    "工业总产值",
    "亿元",
    "812.5",
    "-3.2",
]


@pytest.mark.parametrize(
    "lines",
    [
        ONE_A_LINE,
        ["指标", "总量(亿元)", "增幅(%)", "地区生产总值", "312.5", "6.8", "工业总产值", "812.5", "-3.2"],
        ["地区生产总值", "312.5亿元", "增长6.8%", "工业总产值", "812.5亿元", "下降3.2%"],
        ["指标 单位 绝对量 同比±%", "地区生产总值 亿元 312.5 6.8", "工业总产值 亿元 812.5 -3.2"],
        ["地区生产总值 312.5亿元 6.8%", "工业总产值 812.5亿元 -3.2%"],
        ["一、地区生产总值（亿元）\t312.5\t6.8", "二、工业总产值（亿元）\t812.5\t-3.2"],
        ["指标 | 1-6月(亿元) | 同比% |", "地区生产总值 | 312.5 | 6.8 |", "工业总产值 | 812.5 | -3.2 |"],
    ],
)
def test_a_table_of_indicators_in_every_shape(lines: list[str]) -> None:
    text = "\n".join([f"{PARK}2025年上半年主要经济指标", *lines])
    assert told(text) == [GDP, ("gdp", "growth", 6.8), OUTPUT, ("industrial_output", "growth", -3.2)]
    assert {(o.subject, o.time_period) for o in read(text)} == {(PARK, "2025-S1")}


def test_the_evidence_of_a_cell_is_its_row() -> None:
    first = read("\n".join([f"{PARK}2025年上半年主要经济指标", *ONE_A_LINE]))[0]
    assert first.evidence == "地区生产总值\n亿元\n312.5\n6.8"


def test_a_head_of_two_lines_gives_each_column_its_months() -> None:
    text = (
        f"{PARK}2025年6月主要经济指标\n指标 | 6月 | | 1-6月 | |\n名称 | 总量(亿元) | 增长% | 总量(亿元) | 增长% |\n"
        "工业总产值 | 112.5 | 6.8 | 812.5 | 7.2 |\n固定资产投资 | 21.3 | -2.1 | 98.4 | 3.5 |"
    )
    assert [(o.value, o.time_period) for o in read(text)[:4]] == [
        (112.5, "2025-06"), (6.8, "2025-06"), (812.5, "2025-S1"), (7.2, "2025-S1"),
    ]  # fmt: skip


def test_a_month_and_what_has_added_up_are_of_the_caption_s_time() -> None:
    text = (
        f"{PARK}2025年5月主要经济指标\n指标 | 本月(亿元) | 累计(亿元) | 上年同期累计(亿元) |\n"
        "工业总产值 | 112.5 | 512.5 | 498.1 |\n固定资产投资 | 21.3 | 98.4 | 91.2 |"
    )
    assert [o.time_period for o in read(text)[:3]] == ["2025-05", "2025-01/2025-05", "2024-01/2024-05"]


def test_years_may_be_columns_or_rows() -> None:
    columns = f"{PARK}主要经济指标\n单位:亿元\n2023年 2024年\n地区生产总值 312.5 340.6\n工业总产值 812.5 890.1"
    rows = f"{PARK}历年主要经济指标\n年份 地区生产总值(亿元) 工业总产值(亿元)\n2023年 312.5 812.5\n2024年 340.6 890.1"
    wanted = {
        ("gdp", 312.5, "2023"),
        ("gdp", 340.6, "2024"),
        ("industrial_output", 812.5, "2023"),
        ("industrial_output", 890.1, "2024"),
    }
    for text in (columns, rows):
        assert {(o.indicator, o.value, o.time_period) for o in read(text)} == wanted


def test_rows_of_parks_have_their_own_subjects() -> None:
    text = (
        "青岚市2025年上半年各园区主要指标\n单位:亿元、%\n序号 园区名称 规上工业产值 同比增长\n"
        "1 云麓经开区 312.5 6.8\n2 南浦产业集聚区 212.5 -1.2"
    )
    assert [(o.subject, o.indicator, o.measure, o.value) for o in read(text)] == [
        ("云麓经开区", "industrial_output_ads", "level", 312.5), ("云麓经开区", "industrial_output_ads", "growth", 6.8),
        ("南浦产业集聚区", "industrial_output_ads", "level", 212.5), ("南浦产业集聚区", "industrial_output_ads", "growth", -1.2),
    ]  # fmt: skip


def test_lines_of_told_figures_are_no_table() -> None:
    text = f"{PARK}2025年上半年运行简况\n工业总产值812.5亿元 增长3.2%\n地区生产总值312.5亿元 增长6.8%"
    assert set(told(text)) >= {GDP, OUTPUT}


def test_values_may_stand_above_their_labels() -> None:
    text = f"{PARK}2024年成绩单\n312.5亿元\n地区生产总值\n同比增长6.8%\n812.5亿元\n工业总产值\n同比增长9.1%"
    assert told(text) == [GDP, ("gdp", "growth", 6.8), OUTPUT, ("industrial_output", "growth", 9.1)]


def test_units_may_stand_in_a_line_of_the_head_or_in_the_title() -> None:
    below = f"{PARK}2024年主要指标\n指标 | 总量 | 增长 |\n | 亿元 | % |\n地区生产总值 | 312.5 | 6.8 |\n工业总产值 | 812.5 | 9.1 |"
    title = f"{PARK}2024年主要指标（亿元）\n指标 | 上半年 | 全年 |\n地区生产总值 | 150.2 | 312.5 |\n工业总产值 | 390.1 | 812.5 |"
    assert told(below)[0::2] == [GDP, OUTPUT]
    assert [(o.value, o.time_period) for o in read(title)[:2]] == [(150.2, "2024-S1"), (312.5, "2024")]


def test_a_growth_against_last_year_is_of_this_one() -> None:
    text = f"{PARK}2024年主要指标\n指标名称 计量单位 1-12月 比上年同期增长%\n地区生产总值 万元 3125 6.8\n工业总产值 万元 8125 9.1"
    assert {o.time_period for o in read(text)} == {"2024"}


def test_rows_of_projects_are_what_they_are_to_cost() -> None:
    text = f"{PARK}重点项目表\n序号 | 项目名称 | 总投资(亿元) |\n1 | 云麓新材料项目 | 12.5 |\n2 | 南浦智能装备项目 | 8.1 |"
    assert [(o.subject, o.subject_kind, o.indicator, o.stance, o.time_period) for o in read(text)] == [
        ("云麓新材料项目", "project", "project_investment", "design", ""),
        ("南浦智能装备项目", "project", "project_investment", "design", ""),
    ]


def test_a_caption_gives_its_unit_to_rows_of_parks() -> None:
    rows = "园区   工业总产值   税收收入\n青云经开区   230.5   8.4\n白水高新区   118.6   5.1"
    text = f"江州各园区上半年经济运行\n2025年上半年各园区主要指标(单位:亿元)\n{rows}"
    found = [(o.subject, o.indicator, o.value, o.unit, o.time_period) for o in read(text)]
    assert found == [
        ("青云经开区", "industrial_output", 230.5, "亿元", "2025-S1"),
        ("青云经开区", "tax_revenue", 8.4, "亿元", "2025-S1"),
        ("白水高新区", "industrial_output", 118.6, "亿元", "2025-S1"),
        ("白水高新区", "tax_revenue", 5.1, "亿元", "2025-S1"),
    ]


def test_a_column_of_aims_is_a_target() -> None:
    rows = "固定资产投资(亿元) 160 86.2 53.9%\n到位内资(亿元) 90 51.3 57.0%"
    text = f"江州市重点指标\n2025年1-6月完成情况\n项目 全年目标 1-6月完成 完成率\n{rows}"
    found = [(o.measure, o.value, o.stance, o.time_period) for o in read(text) if o.indicator == "fixed_asset_investment"]
    assert found == [
        ("level", 160, "target", "2025"), ("level", 86.2, "actual", "2025-S1"), ("completion", 53.9, "actual", "2025-S1"),
    ]


def test_what_grows_is_this_years_figure_not_the_one_beside_it() -> None:
    text = "2025年上半年主要指标\n指标 本期 上年同期 增减(%)\n营业收入(万元) 125000 110000 13.6\n利润总额(万元) 9800 10400 -5.8"
    found = [(o.measure, o.value, o.time_period) for o in read(text) if o.indicator == "operating_revenue"]
    assert found == [("level", 125000, "2025-S1"), ("level", 110000, "2024-S1"), ("growth", 13.6, "2025-S1")]


def test_a_cell_of_points_and_a_column_of_places() -> None:
    rows = "工业总产值(亿元) | 52.8 | 10.4% | 3\n研发投入占比(%) | 3.4 | 0.3个百分点 | 5"
    text = f"2025年上半年主要指标\n指标 | 本期 | 增长 | 增速排名\n{rows}"
    found = [(o.indicator, o.measure, o.value, o.unit) for o in read(text)]
    assert found == [
        ("industrial_output", "level", 52.8, "亿元"),
        ("industrial_output", "growth", 10.4, "%"),
        ("industrial_output", "rank", 3, "第"),
        ("rd_intensity", "level", 3.4, "%"),
        ("rd_intensity", "increment", 0.3, "百分点"),
        ("rd_intensity", "rank", 5, "第"),
    ]


def test_any_unit_of_the_units_table_is_one_in_a_table():
    head = ["2024年青岚经济开发区主要指标", "指标 | 单位 | 2024年 | 增长(%)"]
    lines = [*head, "进出口总额 | 万欧元 | 3125 | 6.8", "规划面积 | 公顷 | 812.5 | 0"]
    assert [(o.unit, o.value) for o in read("\n".join(lines)) if o.measure == "level"] == [("万欧元", 3125), ("公顷", 812.5)]


@pytest.mark.parametrize("row", ["青溪县 12.5 3.4", "青溪县 12.5"])
def test_a_row_shorter_than_its_head_is_no_table(row: str) -> None:
    # a page that lost cells is read as prose, and breaks nothing
    found = read(f"云麓市各县主要指标(单位:亿元)\n地区 产值 税收 利润\n{row}\n上半年,云麓市签约项目16个,总投资52亿元。")
    assert ("projects_signed", 16) in [(o.indicator, o.value) for o in found]


HEADS = ["排名", "县区", "工业投资(亿元)", "同比增长(%)"]
RANKED = [HEADS, ["1", "东城区", "91.4", "7.3"], ["2", "西山县", "82.5", "-6.2"], ["3", "南浦县", "73.6", "5.1"]]


@pytest.mark.parametrize("between", ["\t", "  ", "|", " | ", "\n", "\n\n"])
@pytest.mark.parametrize("caption", ["", "附表:\n", "梧川市各县区主要经济指标完成情况\n", "单位:亿元、%\n"])
def test_a_ranking_loses_its_columns_and_not_its_meaning(between: str, caption: str) -> None:
    end = "\n\n" if between == "\n\n" else "\n"
    text = "梧川市上半年经济运行情况\n" + caption + end.join(between.join(row) for row in RANKED)
    assert [(o.subject, o.indicator, o.measure, o.value) for o in read(text)] == [
        (place, "industrial_investment", measure, value)
        for place, amount, growth in (("东城区", 91.4, 7.3), ("西山县", 82.5, -6.2), ("南浦县", 73.6, 5.1))
        for measure, value in (("level", amount), ("growth", growth))
    ]


def test_a_table_in_one_line() -> None:
    text = f"{PARK}主要指标\n指标 单位 1-6月 同比增长(%) 利润总额 亿元 63.4 12.1 技改投资 亿元 35.2 11.9"
    assert told(text) == [
        ("enterprise_profit", "level", 63.4),
        ("enterprise_profit", "growth", 12.1),
        ("tech_upgrade_investment", "level", 35.2),
        ("tech_upgrade_investment", "growth", 11.9),
    ]


def test_two_lines_of_head_and_rows_of_industries_and_firms() -> None:
    heads = f"{PARK}各行业产值\n| 行业 | 工业总产值 |  |\n|  | 绝对额(亿元) | 增长(%) |\n"
    assert told(heads + "| 建材 | 81.4 | 7.3 |\n| 食品加工 | 72.5 | 6.2 |") == [
        ("cluster_output", "level", 81.4),
        ("cluster_output", "growth", 7.3),
        ("cluster_output", "level", 72.5),
        ("cluster_output", "growth", 6.2),
    ]
    firms = read(f"{PARK}企业排名\n序号\t企业名称\t产值(万元)\n1\t天远机械有限公司\t625.9\n2\t云海电子股份有限公司\t586.5")
    assert [(o.subject, o.indicator) for o in firms] == [
        ("天远机械有限公司", "industrial_output"),
        ("云海电子股份有限公司", "industrial_output"),
    ]
