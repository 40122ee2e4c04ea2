"""Level, growth, share, rank, completion and increment, and what each hangs on."""

from __future__ import annotations

import pytest

from tests.transforms.reading import rows


def test_a_chain_after_one_amount_is_all_of_its_indicator():
    text = "上半年,云麓经开区新签约项目31个,签约总投资额206.4亿元,同比增长9.3%,完成全年目标任务的51.7%。"
    assert rows(text, "indicator", "measure", "value") == [
        ("projects_signed", "level", 31),
        ("projects_signed_investment", "level", 206.4),
        ("projects_signed_investment", "growth", 9.3),
        ("projects_signed_investment", "completion", 51.7),
    ]


def test_a_fall_is_a_negative_growth():
    text = "上半年,云麓经开区进出口总额18.2亿元,同比下降4.6%。"
    assert rows(text, "indicator", "measure", "value") == [("trade_total", "level", 18.2), ("trade_total", "growth", -4.6)]


def test_what_is_a_part_of_a_noun_adds_nothing():
    text = "2024年,云麓经开区作为新增长点的数据标注产业实现产值12亿元,新增企业16家。"
    assert rows(text, "measure", "value") == [("level", 12), ("increment", 16)]


def test_a_share_has_its_whole():
    text = "2024年,云麓经开区规上工业总产值320亿元,占全区工业总产值的36.5%。"
    assert rows(text, "indicator", "measure", "value")[1] == ("industrial_output_ads", "share", 36.5)


def test_a_rank_that_several_indicators_share_is_one_of_each():
    text = "上半年,云麓经开区固定资产投资、工业投资和实际使用外资均列全省开发区第一。"
    assert rows(text, "indicator", "measure", "value") == [
        ("fixed_asset_investment", "rank", 1),
        ("industrial_investment", "rank", 1),
        ("fdi_utilized", "rank", 1),
    ]


def test_growths_in_a_row_are_paired_with_their_nouns():
    text = "上半年,云麓经开区固定资产投资、工业投资分别增长8.1%、12.4%。"
    assert rows(text, "indicator", "measure", "value") == [
        ("fixed_asset_investment", "growth", 8.1),
        ("industrial_investment", "growth", 12.4),
    ]


def test_growths_in_a_row_are_paired_with_the_amounts_before():
    text = "云麓经开区今年上半年利用内资12.5亿元、外资3200万美元,同比增长11%、7.4%。"
    assert rows(text, "indicator", "measure", "value")[2:] == [
        ("domestic_capital_utilized", "growth", 11),
        ("fdi_utilized", "growth", 7.4),
    ]


def test_amounts_in_a_row_are_paired_with_the_years_of_a_run():
    text = "2021年至2023年,云麓经开区工业开票销售分别为210亿元、236.8亿元、255亿元。"
    assert rows(text, "indicator", "value", "time_period") == [
        ("invoiced_sales", 210, "2021"),
        ("invoiced_sales", 236.8, "2022"),
        ("invoiced_sales", 255, "2023"),
    ]


def test_new_ones_are_an_increment_over_the_whole_list():
    text = "上半年,云麓经开区新增高新技术企业12家、瞪羚企业3家。"
    assert rows(text, "indicator", "measure", "value") == [
        ("enterprises_hightech", "increment", 12),
        ("enterprises_gazelle", "increment", 3),
    ]


def test_points_are_an_increment_of_the_share_before():
    text = "2024年,云麓经开区高新技术产业产值占比达48.2%,同比提高2.3个百分点。"
    assert rows(text, "indicator", "measure", "value") == [
        ("hightech_industry_output", "share", 48.2),
        ("hightech_industry_output", "increment", 2.3),
    ]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("规上工业增加值增长2.1%,增幅比上年同期回落4.6个百分点。", -4.6),
        ("规上工业增加值增长2.1%,增幅比上年同期提高4.6个百分点。", 4.6),
        ("规上工业增加值下降2.1%,降幅较上月收窄0.7个百分点。", 0.7),
        ("规上工业增加值增长2.1%,低于一季度0.8个百分点。", -0.8),
        ("规上工业增加值增长2.1%,比全省平均增速低1.4个百分点。", -1.4),
        ("装备制造产值下降7.4%,下拉全区规上产值增速2.6个百分点。", -2.6),
    ],
)
def test_points_lost_are_negative(text, points):
    assert rows(text, "measure", "value")[-1] == ("increment", points)
