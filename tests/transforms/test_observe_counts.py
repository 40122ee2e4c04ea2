"""Counts: what is counted stands before or after the number; a threshold is scope, a stage decides a project's code."""

from __future__ import annotations

import pytest

from tests.transforms.reading import rows


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("截至6月底,云麓经开区拥有规模以上工业企业136家。", "enterprises_ads_industrial"),
        ("截至6月底,云麓经开区集聚136家规上工业企业。", "enterprises_ads_industrial"),
        ("截至6月底,云麓经开区有国家级专精特新“小巨人”企业4家。", "enterprises_srdi_giant"),
        ("截至6月底,云麓经开区有4家外商投资企业。", "foreign_enterprises"),
        ("截至6月底,云麓经开区落户世界500强企业4家。", "fortune500_enterprises"),
        ("上半年,云麓经开区新开工项目14个。", "projects_started"),
        ("上半年,云麓经开区14个项目竣工投产。", "projects_completed"),
        ("目前,云麓经开区在建项目14个。", "projects_under_construction"),
        ("目前,云麓经开区正在洽谈项目14个。", "projects_negotiating"),
        ("上半年,云麓经开区开展招商活动14场。", "service_events"),
        ("截至6月底,云麓经开区累计授权发明专利14件。", "patents"),
    ],
)
def test_the_noun_decides_the_code(text, code):
    assert [r[0] for r in rows(text, "indicator")] == [code]


def test_a_threshold_is_scope_and_no_value():
    text = "上半年,云麓经开区新签约亿元以上项目17个,其中超10亿元项目2个。"
    assert rows(text, "indicator", "value", "scope") == [("projects_signed", 17, "≥1亿元"), ("projects_signed", 2, "≥10亿元")]


def test_enterprises_are_what_they_were_named():
    text = "上半年,云麓经开区鼎禾电子、瑞川机械等6家企业获评省级“专精特新”企业。"
    assert rows(text, "indicator", "value") == [("enterprises_srdi", 6)]


def test_a_sort_that_no_code_names_is_scope():
    text = "截至6月底,云麓经开区落户化工企业28家。"
    assert rows(text, "indicator", "value", "scope") == [("enterprises_total", 28, "化工企业")]


def test_a_size_told_in_words_is_of_each_of_what_is_counted():
    text = "上半年,8家企业纳税超千万元,合计入库税收2.3亿元。"
    taxpayers = ("enterprises_large_taxpayer", 8, "纳税≥1000万元")
    assert rows(text, "indicator", "value", "scope") == [taxpayers, ("tax_revenue", 2.3, "纳税≥1000万元")]
