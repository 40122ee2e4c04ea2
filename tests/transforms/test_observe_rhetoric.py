"""Numbers that tell no figure give no observation; the same words with a figure do."""

from __future__ import annotations

import pytest

from tests.transforms.reading import rows


@pytest.mark.parametrize(
    "text",
    [
        "外资和民企是拉动园区的两只轮子。",
        "面对三重压力,园区写好两篇文章。",
        "项目现场数十台挖掘机同时作业。",
        "园区吸引了数十家企业入驻。",
        "园区实现时间过半、任务过半。",
        "园区党工委第一书记到会讲话。",
        "园区将打造全省第一大港。",
        "园区项目分为三个板块。",
    ],
)
def test_a_turn_of_phrase_is_no_figure(text):
    assert rows(text, "indicator", "value") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("园区签约项目62个,其中内资项目55个,项目投资均在5000万元以上。", [("projects_signed", 62), ("projects_signed", 55)]),
        ("20吉瓦时储能机柜、10吉瓦拉棒等57项重点项目开工。", [("projects_started", 57)]),
        ("园区现有两家上市公司。", [("enterprises_listed", 2)]),
        ("园区综合实力位列全省第一。", [("other", 1)]),
        ("上半年签约项目34个。这34个项目将全部入驻园区。", [("projects_signed", 34)]),
    ],
)
def test_what_stands_beside_it_is_read(text, found):
    assert rows(text, "indicator", "value") == found
