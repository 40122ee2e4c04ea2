"""What narrows a figure: sizes, sorts, groups and parts, said once and kept as long as the text speaks of them."""

from __future__ import annotations

import pytest

from tests.transforms.reading import rows

ON = "青岚经济开发区"


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (f"上半年,{ON}新开工亿元以上项目12个,总投资86亿元。", ["≥1亿元", "≥1亿元;新开工"]),
        (f"截至6月底,{ON}共有投产企业52家。", ["投产企业"]),
        (f"上半年,{ON}签约外资项目9个,总投资3.2亿美元,占全部签约项目的15%。", ["外资项目"] * 3),
        (f"{ON}新增省级专精特新企业9家。", ["省级"]),
        (f"上半年,{ON}生物医药产业实现产值36亿元,同比增长12%。", ["生物医药", "生物医药"]),
        (f"上半年,{ON}引进工业项目17个。", ["工业项目"]),
        (f"{ON}建成标准厂房15万平方米。", ["标准厂房"]),
        (f"今年以来外资项目明显增多,{ON}累计引进12个。", ["外资项目"]),
        (f"上半年,{ON}举办科技招商活动28场。", ["科技招商活动"]),
        (f"上半年,{ON}新签约项目7个,总投资31亿元。", ["", ""]),  # what the code says is no scope
        (f"上半年,{ON}规上工业总产值286亿元,增长7.4%。", ["", ""]),
    ],
)
def test_a_figure_is_narrowed_by_its_words_and_by_what_it_goes_on_with(text: str, scopes: list[str]) -> None:
    assert [scope for (scope,) in rows(text, "scope")] == scopes


def test_a_semicolon_ends_what_a_group_lends() -> None:
    text = f"上半年,{ON}签约外资项目9个;完成固定资产投资56亿元。"
    assert rows(text, "indicator", "scope")[-1] == ("fixed_asset_investment", "")


def test_the_year_that_a_growth_is_against_is_its_basis_and_no_scope() -> None:
    told = rows(f"2024年,{ON}规上工业总产值286亿元,较2020年增长74%。", "growth_basis", "scope")
    assert told == [("", ""), ("vs:2020", "")]


def test_the_output_of_firms_counted_right_before_is_their_industry_s() -> None:
    text = f"2024年,{ON}光电照明企业9家,完成产值58.37亿元;建材家居企业66家,完成产值90.55亿元。"
    told = [row for row in rows(text, "indicator", "value", "scope") if row[0] != "enterprises_total"]
    assert told == [("cluster_output", 58.37, "光电照明"), ("cluster_output", 90.55, "建材家居")]
