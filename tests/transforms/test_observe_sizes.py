"""Sizes told as predicates: they narrow the count beside them, and are no figures."""

from __future__ import annotations

import pytest

from tests.transforms.reading import rows

ON = "云麓经开区"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{ON}有126家企业工业产值超亿元。其中,31家企业超过10亿元。",
            [(126, "工业产值≥1亿元"), (31, "工业产值≥10亿元")],
        ),
        (f"{ON}有38家企业2024年研发费用超过3000万。", [(38, "研发费用≥3000万元")]),
        (f"{ON}8户企业增速在45%以上。", [(8, "增速≥45%")]),
        (f"{ON}有3家企业营收超过100亿元。", [(3, "营收≥100亿元")]),
        (f"{ON}销售收入超过50亿元的达到6个。", [(6, "销售收入≥50亿元")]),
        (f"{ON}产值突破百亿元的有4家。", [(4, "产值≥100亿元")]),
    ],
)
def test_a_size_of_each_is_scope(text: str, expected: list[tuple[float, str]]) -> None:
    assert rows(text, "value", "scope") == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (f"{ON}12家企业实现产值32.6亿元。", [12, 32.6]),
        (f"{ON}有31家规上企业,产值超过90亿元。", [31, 90]),
        (f"{ON}21家企业营收超过86.4亿元。", [21, 86.4]),
    ],
)
def test_what_they_make_together_is_a_figure(text: str, values: list[float]) -> None:
    assert [value for (value,) in rows(text, "value")] == values
