"""Figures told twice are one observation, and a round figure said again exactly is the exact one."""

from __future__ import annotations

import pytest

from tests.transforms.reading import read, rows


def told(*lines: str) -> list[tuple[str, float]]:
    return [(o.indicator, o.value) for o in read("\n".join(lines))]


@pytest.mark.parametrize(
    "again",
    [
        "引进的12个项目中,工业项目占大头。",
        "12个项目全部达产后,园区面貌一新。",
        "此次签约的12个项目涉及多个行业。",
        "青禾电子、云帆机械等12个项目各具特色。",
    ],
)
def test_a_count_that_points_back_is_told_once(again: str) -> None:
    first = "3月6日,青云经开区签约项目12个。"
    assert told(first, again) == [("projects_signed", 12)]


def test_a_list_that_nothing_has_counted_before_counts() -> None:
    assert [v for _, v in told("3月6日,青云经开区的青禾电子、云帆机械等12个项目集中开工。")] == [12]


def test_another_report_on_the_page_counts_anew() -> None:
    lines = ("3月6日,青云经开区开工项目8个。", "本报讯 3月7日,白水县青禾电子产业园等8个项目集中开工。")
    assert [v for _, v in told(*lines)] == [8, 8]


def test_a_heading_says_what_its_text_tells() -> None:
    lines = ("今年上半年,云麓经开区保持平稳运行。", "产业:16个项目总投资66亿元", "6月,云麓经开区签约项目16个,签约总投资66亿元。")
    assert told(*lines) == [("projects_signed", 16), ("projects_signed_investment", 66)]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("到2028年,青云经开区营业收入翻一番,突破900亿元。", [900]),
        ("去年,青云经开区营业收入翻一番。", [1]),
        ("青云经开区软件企业占一半以上,达到62%。", [62]),
        ("青云经开区营业收入突破1000亿元,达1068亿元。", [1068]),
    ],
)
def test_a_round_figure_said_again_exactly(sentence: str, values: list[float]) -> None:
    assert [v for _, v in told(sentence)] == values


def test_other_articles_on_the_page_are_not_read() -> None:
    lines = ("去年,青云经开区实现工业总产值86亿元。", "相关阅读", "白水高新区近日开工项目14个...")
    assert told(*lines) == [("industrial_output", 86)]


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("规上工业增加值增长6.1%,增幅比上年同期回落2.4个百分点", -2.4),
        ("规上工业增加值下降3.1%,降幅比1-5月收窄1.7个百分点", 1.7),
        ("项目开工率71.5%,低于去年同期3.6个百分点", -3.6),
        ("规上工业增加值增长6.1%,比上年同期提高2.4个百分点", 2.4),
    ],
)
def test_points_that_fall_are_negative(clause: str, value: float) -> None:
    observations = read(f"今年上半年,青云经开区{clause}。")
    assert [o.value for o in observations if o.unit_measure == "PP"] == [value]


def test_a_round_place_beside_an_exact_one_is_none() -> None:
    observations = read("在全国园区评价中,青云经开区列第九位,首次跻身十强。")
    assert [o.value for o in observations if o.measure == "rank"] == [9]


def test_lines_of_a_list_with_one_number_are_each_told() -> None:
    lines = ("今年上半年,各镇招商:", "青云镇签约项目5个", "白水镇签约项目5个", "其他项目另行统计。")
    assert [v for _, v in told(*lines)] == [5, 5]


def test_an_exact_amount_said_of_another_is_one_figure() -> None:
    text = (
        "云麓经开区去年完成营业收入637.2亿元,同比增长21.3%。\n"
        "青屿高新区与它一河之隔。高新区负责人说,营业收入637.2亿元,同比增长21.3%,值得一学。\n"
    )
    told = [(63720000000.0, "云麓经开区", "level"), (21.3, "云麓经开区", "growth")]
    assert rows(text, "obs_value", "subject", "measure") == told


def test_the_kept_one_of_two_is_what_came_about() -> None:
    text = "云麓经开区力争2024年开票销售达437.5亿元。\n2024年云麓经开区实现开票销售437.5亿元。"
    assert rows(text, "obs_value", "stance") == [(43750000000.0, "actual")]


def test_what_is_waited_for_was_counted_before() -> None:
    text = "青溪县一次签下9个项目,投资总额为83.7亿元。据介绍,待9个新签项目达产后,预计年总产值将达170亿元。"
    assert rows(text, "value") == [(9.0,), (83.7,), (170.0,)]


def test_two_amounts_of_few_digits_are_two() -> None:
    text = "云麓经开区完成税收12亿元。\n青屿高新区完成税收12亿元。"
    assert rows(text, "subject", "obs_value") == [("云麓经开区", 1200000000.0), ("青屿高新区", 1200000000.0)]
