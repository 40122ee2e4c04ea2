"""News of one project and of several: articles put together from the ways of telling each part, labels known by construction."""

from __future__ import annotations

from itertools import product

import pytest

from tests.transforms.reading import read, rows

PARK = "句容经济开发区"
TITLE = f"{PARK}:项目建设按下“快进键”"
NAMES = (
    "海川科技有限公司储能电池生产基地项目",
    "柏石电子年产30万台工业机器人技改项目",
    "“海川新城”产业园项目",
    "晨曦重工特种钢管二期项目",
)
# How a project is told of first: {name} may stand behind the park that it lies in, or behind who welcomes it.
OPENINGS = (
    "7月16日,{name}在句容经济开发区正式开工。",
    "7月16日,句容经济开发区举行{name}签约仪式。",
    "近日,句容经济开发区成功招引{name}。",
    "日前,句容经济开发区与青合集团签订{name}投资协议。",
    "走进句容经济开发区{name}施工现场,塔吊林立。",
    "在句容经济开发区{name}建设现场,工人们正在忙碌。",
    "近日,记者从句容经济开发区获悉,{name}已签约落户。",
    "{name}位于句容经济开发区,由青合集团投资建设。",
)
REFERS = ("该项目", "据了解,项目", "据悉,该项目", "该项目由青合集团投资建设,项目", "该项目位于句容经济开发区,")
# What follows about it, and each figure's indicator, measure, stance and scope.
STORY = (
    ("总投资43.6亿元,其中固定资产投资21.5亿元、设备投资8.4亿元,占地378亩。",
     [("project_investment", "design"), ("fixed_asset_investment", "design"), ("other", "design"), ("area_total", "actual")]),
    ("计划总投资43.6亿元,建筑面积12.4万平方米,设计年产能586万平方米。",
     [("project_investment", "design"), ("area_built", "design"), ("project_capacity", "design")]),
)  # fmt: skip
LATER = (
    ("目前,项目已完成投资6.9亿元。", [("fixed_asset_investment", "level", "actual")]),
    ("截至目前,工程总体进度已达72%。", [("other", "completion", "actual")]),
    ("目前,项目主体工程已完成49%,预计年底投产。", [("other", "completion", "actual")]),
    ("项目分两期建设,其中一期投资13.1亿元;二期投资15.8亿元。", [("project_investment", "level", "design")] * 2),
    ("达产后,预计年产值88.3亿元、利润9.7亿元,带动就业1603人。",
     [(code, "level", "forecast") for code in ("industrial_output", "enterprise_profit", "employees")]),
)  # fmt: skip


def _subject(name: str, told: str) -> bool:
    return told == name or (not ("公司" in name or "年产" in name or name[0] == "“") and told == PARK + name)


@pytest.mark.parametrize(("name", "opening", "refers"), list(product(NAMES, OPENINGS, REFERS)))
def test_what_follows_is_of_the_project(name: str, opening: str, refers: str) -> None:
    at = NAMES.index(name) + OPENINGS.index(opening) + REFERS.index(refers)
    story, known = STORY[at % len(STORY)]
    later, wanted = LATER[at % len(LATER)]
    told = read(opening.format(name=name) + refers + story + later, title=TITLE)
    told = [o for o in told if o.value != 30]  # of the name itself
    assert [o.subject for o in told if not _subject(name, o.subject)] == []
    assert [(o.indicator, o.stance) for o in told[: len(known)]] == known
    assert [(o.indicator, o.measure, o.stance) for o in told[len(known) :]] == wanted
    assert [o.time_period for o in told[: len(known)]] == [""] * len(known)


PROJECTS = ("海川科技有限公司储能电池项目", "柏石电子工业机器人产业园项目", "云岭集团光学薄膜扩建项目")
AMOUNTS = ("43.6亿元", "21.5亿元", "8亿元")
JOINTS = ("、", ";", ",")
ITEMS = (
    "{name}总投资{amount}",
    "{name}计划投资{amount}",
    "总投资{amount}的{name}已开工",
    "{name}(总投资{amount})",
    "{name}(投资{amount})",
    "{name},总投资{amount}",
)
LISTS = (
    *(f"其中,{joint.join(['%s'] * 3)}。" for joint in JOINTS),
    "本次开工的项目有:%s;%s;%s。",
    "重点推进以下项目:①%s。②%s。③%s。",
    "重点推进以下项目:(1)%s。(2)%s。(3)%s。",
    "一是%s。二是%s。三是%s。",
)


@pytest.mark.parametrize(("items", "item"), list(product(LISTS, ITEMS)))
def test_each_project_of_a_list_has_its_own(items: str, item: str) -> None:
    if items == LISTS[0] and item.startswith("{name},"):
        pytest.skip("no list is told so")
    told = [item.format(name=name, amount=amount) for name, amount in zip(PROJECTS, AMOUNTS, strict=True)]
    text = f"{PARK}加快重大项目建设。" + items % tuple(told)
    assert rows(text, "subject", "indicator", "value", "time_period", title=TITLE) == [
        (name, "project_investment", value, "") for name, value in zip(PROJECTS, (43.6, 21.5, 8.0), strict=True)
    ]


@pytest.mark.parametrize(
    "way", ["{names}总投资分别为{amounts}。", "{names}分别投资{amounts}。", "{names}计划投资分别达{amounts}。"]
)
def test_projects_told_together_have_their_own(way: str) -> None:
    text = way.format(names="、".join(PROJECTS), amounts="、".join(AMOUNTS))
    told = rows(text, "subject", "indicator", "stance", title=TITLE)
    assert told == [(name, "project_investment", "design") for name in PROJECTS]


@pytest.mark.parametrize(
    ("ways", "indicator"),
    [
        ("{}占地{}亩", "area_total"),
        ("{}已竣工投产,完成投资{}亿元", "fixed_asset_investment"),
        ("{}完成投资{}亿元", "fixed_asset_investment"),
    ],
)
def test_a_firm_in_a_projects_name_is_not_whose_it_is(ways: str, indicator: str) -> None:
    text = "其中," + ";".join(ways.format(name, at + 21) for at, name in enumerate(PROJECTS)) + "。"
    assert rows(text, "subject", "indicator", title=TITLE) == [(name, indicator) for name in PROJECTS]


def test_lines_under_a_projects_name_are_of_it() -> None:
    text = "".join(
        f"\n{name}\n总投资{amount},占地{at}45亩。" for at, (name, amount) in enumerate(zip(PROJECTS, AMOUNTS, strict=True), 1)
    )
    assert [o.subject for o in read(text, title=TITLE)] == [name for name in PROJECTS for _ in "ab"]


@pytest.mark.parametrize(
    "way",
    ["总投资104.7亿元的{}等29个项目签约。", "{}等29个项目签约,总投资104.7亿元。", "包括{}在内的29个项目签约,总投资104.7亿元。"],
)
def test_a_sum_of_many_is_of_the_park(way: str) -> None:
    text = "7月16日," + way.format("、".join(PROJECTS))
    told = sorted(rows(text, "indicator", "subject", title=TITLE))
    assert told == [("projects_signed", PARK), ("projects_signed_investment", PARK)]


@pytest.mark.parametrize("part", ["其中,{}。", "分地区看,{}。", "从分布看,{}。", "{}。"])
@pytest.mark.parametrize("item", ["{}35个,总投资{}亿元", "{}竣工项目35个,总投资{}亿元", "{}竣工35个项目,总投资{}亿元"])
def test_places_told_apart_are_of_the_day_of_all(part: str, item: str) -> None:
    cities = ("如皋市", "海门区", "启东市")
    text = "7月16日,南通市竣工重大项目275个,总投资8238亿元。" + part.format(
        ";".join(item.format(city, 21 + at) for at, city in enumerate(cities))
    )
    told = rows(text, "subject", "indicator", "time_period", title="")[2:]
    assert told == [(c, i, "2025-07-16") for c in cities for i in ("projects_completed", "projects_total_investment")]


@pytest.mark.parametrize(("stage", "count", "total"), [
    ("签约", "projects_signed", "projects_signed_investment"), ("开工", "projects_started", "projects_total_investment"),
    ("竣工", "projects_completed", "projects_total_investment"),
])  # fmt: skip
def test_what_refers_back_is_of_the_ceremony(stage: str, count: str, total: str) -> None:
    text = f"7月16日,{PARK}举行重大项目集中{stage}仪式。这批项目总投资765.1亿元,其中10亿元以上项目11个。"
    assert rows(text, "indicator", "subject", title=TITLE) == [(total, PARK), (count, PARK)]


STORIES = (
    "7月16日,{name}在句容经济开发区开工。\n“项目总投资{a}亿元,占地{b}亩。”项目负责人介绍说。\n全部达产后,预计实现年产值{c}亿元。",
    "7月16日,{name}在句容经济开发区开工。项目计划投入资金{a}亿元,净用地{b}亩。一旦投产,将实现年产值{c}亿元。",
    "7月16日,{name}在句容经济开发区开工。这一项目协议总投资{a}亿元,用地{b}亩。投运后,年产值有望突破{c}亿元。",
    "{name}去年9月签约,今年3月开工。整个项目总投资{a}亿元,占地面积{b}亩,投产后年产值可达{c}亿元。",
    "总投资{a}亿元的{name}落户句容经济开发区,占地{b}亩。项目达产后,年产值{c}亿元。",
    "7月16日,句容经济开发区{name}正式投产。项目概算总投资{a}亿元,总用地{b}亩,建成投产后,年产值{c}亿元。",
)


@pytest.mark.parametrize(("story", "name"), list(product(STORIES, (*NAMES, "柏石电子工业机器人智能工厂项目"))))
def test_a_story_in_paragraphs_is_of_its_project(story: str, name: str) -> None:
    told = [o for o in read(story.format(name=name, a=43.6, b=378, c=88.3), title=TITLE) if o.value != 30]
    assert [o.subject for o in told] == [name] * 3
    assert [o.indicator for o in told] == ["project_investment", "area_total", "industrial_output"]
    assert [o.stance for o in told][::2] == ["design", "forecast"]


@pytest.mark.parametrize("way", [
    "目前建设的一期工程计划投资13.1亿元,占地87亩。", "一期工程投资13.1亿元,占地87亩。", "其中一期项目总投资13.1亿元,占地87亩。",
])  # fmt: skip
def test_a_phase_is_a_part_of_its_project(way: str) -> None:
    text = f"{NAMES[0]}位于句容经济开发区,总投资43.6亿元。" + way
    assert rows(text, "subject", "scope", title=TITLE)[1:] == [(NAMES[0], "一期")] * 2


@pytest.mark.parametrize(
    "way", ["同日开工的还有{},总投资13.1亿元。", "同时开工的{}总投资13.1亿元。", "此外,{}计划投资13.1亿元,正在办理手续。"]
)
def test_another_project_has_its_own(way: str) -> None:
    text = f"7月16日,{NAMES[0]}在句容经济开发区开工,总投资43.6亿元。" + way.format(PROJECTS[2])
    assert rows(text, "subject", "indicator", title=TITLE)[-1] == (PROJECTS[2], "project_investment")


@pytest.mark.parametrize("opening", ["{}位于句容经济开发区,", "{}成立于2012年,", "句容经济开发区{}生产车间里,一派繁忙。"])
def test_a_firm_by_a_bare_name_has_its_own(opening: str) -> None:
    told = rows(opening.format("恒泽药业") + "目前,公司现有员工86人,拥有专利12项。", "subject", title=TITLE)
    assert told == [("恒泽药业",)] * 2


def test_what_is_made_is_no_staff() -> None:
    text = f"{NAMES[0]}总投资43.6亿元,年产工业机器人58.1万套。"
    assert rows(text, "indicator", "stance", title=TITLE)[1:] == [("project_capacity", "design")]
