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
