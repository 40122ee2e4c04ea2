"""What narrows a figure, in many words: each row of the table is a made-up text, one of its figures, and its whole scope."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.transforms.reading import read, rows
from transforms.observe import sorts

with (Path(__file__).parent / "scopes.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))


def parts(scope: str) -> set[str]:
    return set(filter(None, scope.replace("、", ";").split(";")))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['figure']} {row['text']}")
def test_figure_has_its_scope(row: dict[str, str]) -> None:
    at = row["text"].index(row["figure"])
    found = [o for o in read(row["text"]) if o.span[0] == at]
    assert [parts(o.scope) for o in found] == [parts(row["scope"])]


@pytest.mark.parametrize(
    ("part", "tidied"),
    [
        ("批准外商投资项目", "外商投资项目"),
        ("新批", "新批"),
        ("项目中合同类项目", "合同类项目"),
        ("其中包括内资项目", "内资项目"),
        ("双创”人才", "双创人才"),
        ("新设立企业", "新设立"),
        ("第三产业项目", "第三产业项目"),
        ("≥1亿元", "≥1亿元"),
        ("千万级", "千万级"),
        ("州政府任务", ""),
        ("性项目", ""),
        ("手项目", ""),
    ],
)
def test_part_is_cleared_of_what_it_was_cut_out_with(part: str, tidied: str) -> None:
    assert sorts.tidy(part) == tidied


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("锂电产业", "锂电"),
        ("三大主导产业", "三大主导产业"),
        ("新材料产业集群", "新材料产业集群"),
        ("装备制造业", "装备制造业"),
        ("钛产业", "钛产业"),
    ],
)
def test_industry_is_named_by_what_it_makes(name: str, bare: str) -> None:
    assert sorts.bare_industry(name) == bare


@pytest.mark.parametrize(
    "text",
    [
        "云麓经开区吸引了数十家企业。",
        "记者来到三台县采访。",
        "云麓经开区五十头社区今天开会。",
        "云麓经开区1亩=666.67平方米。",
        "本文关键词:云麓经开区,1500亩,产业园",
        "云麓经开区规划用地(1亩≈666.67平方米)。",
        "云麓日报等10余家中央媒体走进云麓经开区。",
        "云麓市(三台)云麓经开区今天揭牌。",
        "云麓经开区签约项目投资额均在5000万元以上。",
        "云麓经开区要形成3亿Ah电芯能力。",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_density_is_no_amount_of_a_currency() -> None:
    (found,) = read("上半年,云麓经开区亩均税收12.5万元/亩。")
    assert (found.value, found.unit, found.obs_value, found.unit_measure) == (12.5, "万元/亩", 125000, "NUM")


def test_size_of_each_narrows_and_counts_not() -> None:
    found = read("云麓经开区亿元以上投资额同比增长53%。")
    assert [(o.measure, o.value, o.scope) for o in found] == [("growth", 53, "≥1亿元")]


def test_places_told_apart_by_each_share_no_rank() -> None:
    found = read("上半年,云麓经开区税收6亿元,出口9.2亿美元,居全市各开发区第二位。")
    assert [o.indicator for o in found if o.measure == "rank"] == ["exports"]


def test_whole_is_narrowed_by_none_of_its_parts() -> None:
    found = read("云麓经开区引进的34个项目中合同类项目11个。")
    assert [(o.value, o.scope) for o in found] == [(34, ""), (11, "合同类项目")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "去年,全区进出口总额120亿元。从贸易方式看,一般贸易80亿元,增长15%;加工贸易38亿元,下降6%。",
            [("trade_total", ""), ("trade_total", "一般贸易"), ("trade_total", "一般贸易"), ("trade_total", "加工贸易"),
             ("trade_total", "加工贸易")],
        ),
        ("去年,全区出口50亿元,其中民营企业40亿元。", [("exports", ""), ("exports", "民营企业")]),
        ("去年,全区对美国进出口30亿元;对东盟21亿元。", [("trade_total", "美国"), ("trade_total", "东盟")]),
        (
            "去年,园区税收30亿元。其中,增值税12亿元;企业所得税8亿元。",
            [("tax_revenue", ""), ("tax_revenue", "增值税"), ("tax_revenue", "企业所得税")],
        ),
        (
            "去年,园区规上工业产值800亿元。分行业看,装备制造业产值310亿元;电子信息业280亿元。",
            [("industrial_output_ads", ""), ("cluster_output", "装备制造业"), ("cluster_output", "电子信息业")],
        ),
        ("去年,园区民营企业获得贷款40亿元。", [("other", "")]),
    ],
)  # fmt: skip
def test_the_parts_of_a_total_are_told_by_their_class_alone(text: str, told: list[tuple[str, str]]) -> None:
    assert rows(text, "indicator", "scope") == told
