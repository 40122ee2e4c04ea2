"""Those who are told one by one: lists put together from every way of telling them, their labels known by construction."""

from __future__ import annotations

from itertools import product

import pytest

from tests.transforms.reading import read

HOME = "上半年,青溪县经济运行平稳。"
TOWNS = ("白桥镇", "石塘镇", "柳河镇")
PARKS = ("句容经开区", "丹阳高新区", "镇江新区")
AMOUNTS = ("145.3亿元", "93.6亿元", "71.2亿元")
RATES = ("14.5%", "9.3%", "7.1%")
COUNTS = ("145个", "93个", "71个")
# How a list is told: {names} and {values} are lists, {pairs} has each value behind its name.
WAYS = (
    "{names}{noun}分别为{values}。",
    "{names}等3个板块{noun}分别为{values}。",
    "{names}等3个园区{noun}分别达{values}。",
    "{noun}居前三位的是{names},分别为{values}。",
    "{noun}最高的是{names},分别达{values}。",
    "{noun}前三名的板块分别是{names},分别为{values}。",
    "{noun}列前三位的依次为{pairs}。",
    "{noun}排名前三的板块是{pairs}。",
)
SORTS = (
    ("工业投资", "industrial_investment", "level", AMOUNTS),
    ("固定资产投资增速", "fixed_asset_investment", "growth", RATES),
    ("开工项目数", "projects_started", "level", COUNTS),
)


@pytest.mark.parametrize(("way", "sort", "names"), list(product(WAYS, SORTS, (TOWNS, PARKS))))
def test_each_of_a_list_has_its_own_figure(way: str, sort: tuple[str, str, str, tuple[str, ...]], names: tuple[str, ...]) -> None:
    noun, code, measure, values = sort
    text = HOME + way.format(
        noun=noun,
        names=f"{names[0]}、{names[1]}和{names[2]}",
        values=f"{values[0]}、{values[1]}和{values[2]}",
        pairs="、".join(f"{name}({value})" for name, value in zip(names, values, strict=True)),
    )
    told = [(o.subject, o.indicator, o.measure) for o in read(text, title="") if o.measure != "rank"]
    assert told == [(name, code, measure) for name in names]


def test_those_named_next_have_their_own() -> None:
    text = HOME + "白桥镇开工项目数为167个,居全县首位;其次为石塘镇、柳河镇,分别为145个、93个。"
    told = [(o.subject, o.value) for o in read(text, title="") if o.measure == "level"]
    assert told == [("白桥镇", 167.0), ("石塘镇", 145.0), ("柳河镇", 93.0)]


@pytest.mark.parametrize("joint", ["、", "和", "及", "以及"])
def test_firms_and_projects_of_a_list_have_their_own(joint: str) -> None:
    firms = f"海川科技有限公司{joint}云岭集团分别完成税收1.3亿元、2.6亿元,同比分别增长16.1%和4.2%。"
    told = [(o.subject, o.measure) for o in read(HOME + firms, title="")]
    assert told == [(name, measure) for measure in ("level", "growth") for name in ("海川科技有限公司", "云岭集团")]
    works = f"海川储能电池项目{joint}青合光学薄膜项目总投资分别为13亿元和26亿元。"
    assert [o.subject for o in read(HOME + works, title="")] == ["海川储能电池项目", "青合光学薄膜项目"]


def test_those_who_share_the_next_ranks_have_their_own() -> None:
    text = "上半年,南通市平稳。如皋市固定资产投资列全市第一,海门区和启东市分列第二、第三。"
    told = [(o.subject, o.indicator, o.value) for o in read(text, title="")]
    assert told == [(name, "fixed_asset_investment", float(i)) for i, name in enumerate(("如皋市", "海门区", "启东市"), 1)]


# How each place's part of a total is told: {a} and {b} are its count and its money.
PARTS = (
    "{name}{a}个,总投资{b}亿元",
    "{name}{a}个、总投资{b}亿元",
    "{name}{a}个(总投资{b}亿元)",
    "{name}有{a}个项目,总投资{b}亿元",
)
BEFORE = ("。其中,", "。", "。\n", "。分地区看,", "。具体来看,")


@pytest.mark.parametrize(("part", "before", "joint"), list(product(PARTS, BEFORE, (";", "。"))))
def test_each_place_has_its_part_of_a_total(part: str, before: str, joint: str) -> None:
    total = "2024年上半年,南通市开工亿元以上项目190个,总投资1260.5亿元"
    figures = (("海安市", 57, 240.3), ("如皋市", 38, 160.7), ("启东市", 21, 93.1))
    text = total + before + joint.join(part.format(name=name, a=a, b=b) for name, a, b in figures) + "。"
    told = read(text, title="", published=None)[2:]
    wanted = [(name, code) for name, *_ in figures for code in ("projects_started", "projects_total_investment")]
    assert [(o.subject, o.indicator) for o in told] == wanted
    assert {o.time_period for o in told} == {"2024-S1"}
    assert all("≥1亿元" in o.scope for o in told if o.indicator == "projects_started")


@pytest.mark.parametrize(("before", "part"), list(product(BEFORE, ("{name}{a}亿元,增长{b}%", "{name}完成{a}亿元,同比增长{b}%"))))
def test_each_place_has_its_part_of_a_flow(before: str, part: str) -> None:
    figures = (("海安市", 57.2, 4.3), ("如皋市", 38.9, 6.7), ("启东市", 21.4, 9.1))
    text = "2024年上半年,南通市固定资产投资660.5亿元,增长5.2%" + before
    text += ";".join(part.format(name=name, a=a, b=b) for name, a, b in figures) + "。"
    told = [(o.subject, o.indicator, o.measure, o.time_period) for o in read(text, title="", published=None)[2:]]
    assert told == [(name, "fixed_asset_investment", m, "2024-S1") for name, *_ in figures for m in ("level", "growth")]
