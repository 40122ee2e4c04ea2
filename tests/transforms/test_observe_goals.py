"""Goals: a goal told as a figure is a target of the figure before it, and what is done of it is that figure's completion."""

from __future__ import annotations

import pytest

from tests.transforms.reading import read, rows


@pytest.mark.parametrize(
    "goal",
    [
        "完成年任务120亿元的52.5%",
        "完成全年目标任务120亿元的52.5%",
        "完成市政府下达任务数120亿元的52.5%",
        "占年度计划120亿元的52.5%",
        "全年目标是120亿元,已完成52.5%",
        "年度任务数为120亿元,完成52.5%",
    ],
)
def test_a_goal_is_a_target_of_the_figure_before_it(goal):
    text = f"上半年,云麓经开区完成工业总产值63亿元,{goal}。"
    assert rows(text, "indicator", "measure", "value", "stance", "time_period") == [
        ("industrial_output", "level", 63, "actual", "2025-S1"),
        ("industrial_output", "level", 120, "target", "2025"),
        ("industrial_output", "completion", 52.5, "actual", "2025-S1"),
    ]


@pytest.mark.parametrize(
    "opening",
    ["今年的盘子是:", "全年目标:", "今年的目标任务是:", "【目标】2025年:", "今年主要预期目标为:", "全年预期:", "2025年目标"],
)
def test_what_an_opening_word_lists_are_targets(opening):
    text = f"{opening}规上工业产值增长9%,实际使用外资2.1亿美元。"
    assert {o.stance for o in read(text)} == {"target"}


def test_a_goal_that_is_met_is_no_opening():
    assert rows("上半年,园区税收完成年度目标的51%。", "measure", "stance") == [("completion", "actual")]


@pytest.mark.parametrize("word", ["据测算,", "据部门估算,", "据初步预测,"])
def test_what_is_to_come_by_an_estimate_is_a_forecast(word):
    assert rows(f"{word}五年后园区工业总产值将达到900亿元。", "stance") == [("forecast",)]


def test_a_clause_of_what_was_granted_is_not_to_come():
    text = "今年,高新技术企业将突破90家,6家企业获评省级专精特新企业。"
    assert rows(text, "value", "stance") == [(90, "target"), (6, "actual")]


def test_a_list_of_goals_goes_on_to_the_paragraphs_end():
    text = "今年园区预期目标是地区生产总值达到300亿元。财政收入完成28亿元,增长12%。\n财政局晒出账单:财政收入完成13亿元。"
    assert rows(text, "value", "stance") == [(300, "target"), (28, "target"), (12, "target"), (13, "actual")]


def test_the_parts_of_what_is_to_come_are_to_come():
    text = "大会将集中签约项目14个。其中内资项目9个,外资项目5个。"
    assert rows(text, "value", "stance") == [(14, "target"), (9, "target"), (5, "target")]


def test_a_goals_own_word_reaches_its_figure_alone():
    text = "上半年,实现营业收入42亿元,占目标任务60亿元的70%,实现税金1.7亿元。"
    assert rows(text, "value", "stance") == [(42, "actual"), (60, "target"), (70, "actual"), (1.7, "actual")]


def test_what_was_done_in_all_is_done():
    text = "2025年,全市计划开工项目70个,全市共签约亿元以上项目62个。"
    assert rows(text, "value", "stance") == [(70, "target"), (62, "actual")]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("全年争取到上级专项资金1.2亿元。", "actual"),
        ("全年产值可望突破9亿元。", "forecast"),
        ("各项指标均超额完成年初预定目标任务,全年实现工业产值3.8亿元。", "actual"),
        ("按照“三年见成效”的要求,实现税收3.8亿元。", "actual"),
    ],
)
def test_a_words_form_decides_what_it_tells(text, stance):
    assert rows(text, "stance") == [(stance,)]


def test_a_planned_sum_makes_a_plan_of_what_it_is_for():
    assert rows("园区今年计划投资21.7亿元,实施产业项目39个。", "value", "stance")[-1] == (39, "target")


def test_what_a_year_plans_holds_for_all_that_it_lists() -> None:
    told = rows("全年计划供地600亩,新增规上企业15家以上,完成工业投资30亿元。", "stance", "time_period")
    assert told == [("target", "2025")] * 3
