"""What verbs tell the stage of projects: each of them, wherever it stands by the count."""

from __future__ import annotations

import pytest

from tests.transforms.reading import read

VERBS = {
    "projects_signed": "签约 签下 落户 落地 引进 招引 拿下 敲定 谈成 谈妥 揽得 收获 迎来 引来 招来 请来 牵手 "
    "签回 入园 进驻 安家 扎根 抢滩 新批",
    "projects_started": "开工 动工 破土 奠基 开建 打桩 进场施工 启动建设 上马 新上 启建 先后启动",
    "projects_completed": "竣工 投产 建成 投用 完工 达产 投运 试生产 落成 量产 交付使用 开业运营",
    "projects_under_construction": "在建 续建 正在建设 正加紧建设 加快施工 抓紧施工",
    "projects_negotiating": "在谈 洽谈 对接 储备 谋划 意向 跟踪 待签约 拟落户 策划包装",
}
FRAMES = ("{verb}项目26个。", "{verb}了26个项目。", "已有26个项目{verb}。", "{verb}的项目有26个。")


@pytest.mark.parametrize(("code", "verb"), [(code, verb) for code, verbs in VERBS.items() for verb in verbs.split()])
def test_a_verb_tells_the_stage_before_and_behind_the_count(code: str, verb: str) -> None:
    for frame in FRAMES:
        observations = read("今年以来,云麓经开区" + frame.format(verb=verb))
        assert [(o.indicator, o.value) for o in observations] == [(code, 26)], frame


def test_what_comes_is_signed_unless_another_stage_is_said_of_it() -> None:
    observations = read("今年以来,云麓经开区迎来26个项目集中开工。")
    assert [o.indicator for o in observations] == ["projects_started"]


def test_a_stage_that_is_not_reached_is_none() -> None:
    observations = read("云麓经开区签约项目26个,已签约未开工的8个。")
    assert [o.indicator for o in observations] == ["projects_signed", "projects_signed"]


def test_a_word_that_only_holds_a_stage_tells_none() -> None:
    observations = read("云麓经开区紧盯开工率,28个重大项目已开工26个。")
    assert [o.indicator for o in observations] == ["projects_total", "projects_started"]


# What is said of projects, and the codes of the count and of the sums behind it: the boundaries between the project codes.
TABLE = (
    ("签约项目26个,总投资{m}亿元", "projects_signed projects_signed_investment"),
    ("新引进项目26个,协议投资{m}亿元", "projects_signed projects_signed_investment"),
    ("落户园区的26个项目,总投资{m}亿元", "projects_signed projects_signed_investment"),
    ("在谈项目26个,计划总投资{m}亿元", "projects_negotiating projects_total_investment"),
    ("储备项目26个,总投资{m}亿元", "projects_negotiating projects_total_investment"),
    ("新开工项目26个,总投资{m}亿元", "projects_started projects_total_investment"),
    ("在建项目26个,总投资{m}亿元", "projects_under_construction projects_total_investment"),
    ("竣工项目26个,总投资{m}亿元", "projects_completed projects_total_investment"),
    ("26个重点项目总投资{m}亿元", "projects_total projects_total_investment"),
    ("集中签约开工项目26个,总投资{m}亿元", "projects_total projects_total_investment"),
    ("列入省重点项目26个,年度计划投资{m}亿元", "projects_total projects_planned_investment"),
    ("列入省重点项目26个,年度计划投资{m}亿元,已完成{n}亿元", "projects_total projects_planned_investment fixed_asset_investment"),
    ("技改项目26个,投入{m}亿元", "projects_total tech_upgrade_investment"),
    ("26个重点工业项目完成投资{m}亿元", "projects_total industrial_investment"),
    ("在建和拟建项目总投资{m}亿元", "projects_total_investment"),
    ("开工项目10个、签约项目16个,总投资{m}亿元", "projects_started projects_signed projects_total_investment"),
    ("总投资{m}亿元、占地900亩的26个工业项目开工", "projects_total_investment area_total projects_started"),
    ("引进外资项目26个,合同外资{m}亿美元,实到{n}亿美元", "projects_signed fdi_contracted fdi_utilized"),
    ("新批外资项目26家", "foreign_enterprises"),
    ("签约入驻企业26家,总投资{m}亿元", "enterprises_total projects_signed_investment"),
)


@pytest.mark.parametrize(("said", "codes"), TABLE)
def test_counts_and_sums_of_projects_have_the_codes_of_their_stage(said: str, codes: str) -> None:
    observations = read("上半年,云麓经开区" + said.format(m=86, n=31) + "。")
    assert [o.indicator for o in observations] == codes.split()
