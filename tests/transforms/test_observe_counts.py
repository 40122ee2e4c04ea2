"""Counts: what is counted stands before or after the number; a threshold is scope, a stage decides a project's code."""

from __future__ import annotations

import pytest

from tests.transforms.reading import read, rows


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


@pytest.mark.parametrize(("stage", "code"), [("签约", "signed"), ("开工", "started"), ("竣工", "completed")])
@pytest.mark.parametrize(
    "parts",
    [
        "其中,工业项目18个,总投资64.8亿元;商贸项目6个,总投资21.5亿元。",
        "工业项目18个、计划投资64.8亿元;商贸物流项目6个、计划投资21.5亿元。",
        "制造业项目18个,总投资64.8亿元,占比75%;服务业项目6个,总投资21.5亿元。",
        "从产业类型看,先进制造业项目18个,总投资64.8亿元;现代服务业项目6个,总投资21.5亿元。",
        "项目涵盖新能源、新材料等领域,其中新能源项目18个,总投资64.8亿元,新材料项目6个,总投资21.5亿元。",
        "工业项目有18个,投资总额64.8亿元,商贸项目有6个,投资总额21.5亿元。",
        "\n内资项目18个,总投资64.8亿元;外资项目6个,总投资21.5亿元。",
    ],
)
def test_the_parts_of_what_was_counted_are_of_its_stage(stage: str, code: str, parts: str) -> None:
    told = read(f"今年上半年,云麓经开区共{stage}项目24个,总投资86.3亿元。{parts}")
    assert {o.indicator for o in told if o.unit == "个"} == {f"projects_{code}"}
    assert len({o.indicator for o in told if o.unit == "亿元"}) == 1
