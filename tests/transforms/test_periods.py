"""Every form of the table in docs/periods.md is found and resolved as the table says; and what a text settles of its own date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from transforms.periods import infer_published, resolve, scan
from transforms.periods.sdmx import months, months_of

ROW = re.compile(r"^\| `(?P<form>[^`]+)` \| (?P<kind>\w+) \| (?P<period>`[^`]+`|none) \| (?P<basis>\w+) \|", re.M)
TABLE = (Path(__file__).parents[2] / "docs/periods.md").read_text("utf-8")
PUBLISHED = "2025-08-06"
ROWS = [m.groupdict() for m in ROW.finditer(TABLE)]


def test_a_run_of_months_is_written_and_read_back() -> None:
    runs = [(2025, first, last) for first in range(1, 13) for last in range(first, 13)]
    assert [months_of(months(*run)) for run in runs] == runs
    assert [months_of(p) for p in ("2025-07-18", "2024-11/2025-02", "2023/2025", "")] == [(2025, 7, 7), None, None, None]


def test_the_table_is_read() -> None:
    assert len(ROWS) > 60
    assert PUBLISHED in TABLE


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["form"])
def test_each_form_resolves_as_documented(row: dict[str, str]) -> None:
    mention = max(scan(f"园区,{row['form']},实现产值5亿元"), key=lambda m: m.end - m.start)
    period = resolve(mention, PUBLISHED)
    assert mention.text in row["form"]
    assert mention.kind == row["kind"]
    assert (period.time_period or "none", period.period_basis) == (row["period"].strip("`"), row["basis"])


@pytest.mark.parametrize(
    ("published", "form", "period"),
    [
        ("2025", "今年上半年", "2025-S1"), ("2025", "今年以来", "2025"), ("2025-08", "今年以来", "2025-01/2025-08"),
        ("2025", "目前", "2025"), (None, "今年上半年", ""), (None, "2025年上半年", "2025-S1"),
        ("2024-01-05", "1-12月", "2023"), ("2024-01-05", "四季度", "2023-Q4"),
        ("2024-01-05", "12月26日", "2023-12-26"), ("2024-01-05", "6月底前", "2024-06-30"), ("2024-01", "上月", "2023-12"),
        ("2016-02-01", "年末", "2015-12-31"), ("2016-11-01", "年末", "2016-12-31"),
        ("2024-03-01", "11至2月", "2023-11/2024-02"), ("2025-02", "三月以来", "2024-03/2025-02"),
        ("2024-03-01", "29日", "2024-02-29"), ("2024-02-29", "昨天", "2024-02-28"),
    ],
)
def test_anchors_on_the_date_as_far_as_known(published: str | None, form: str, period: str) -> None:
    [mention] = scan(form)
    assert resolve(mention, published).time_period == period


def test_a_year_named_before_stands_in() -> None:
    [mention] = scan("一季度")
    assert resolve(mention, "2015-05-06", year=2014) == ("2014-Q1", "stated")


@pytest.mark.parametrize("text", ["3个月", "百分点", "3.5亿元", "100日元", "十分重要", "第1.2版", "同期声", "0571-8000"])
def test_no_time(text: str) -> None:
    assert [m for m in scan(text) if m.kind not in ("vague", "same")] == []


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("1992年成立的甲乙开发区,32年砥砺奋进。今年上半年产值5亿元。", "2024"),
        ("上半年,园区产值5亿元。2024年1月至2025年6月底,新签约12个项目。上月底,企业对接会举行。", "2025-07"),
        ("2023年是甲市“项目攻坚年”。今年1月,12个项目开工。到2025年,产值达100亿元。", "2023"),
        ("1月4日,甲开发区举行恳谈会。2024年,甲开发区将强势推进招商。去年12月开工。", "2024-01"),
        ("截至2017年底,累计利用外资5亿美元。今年上半年新增3亿美元。", "2018"),
        ("今年是“十四五”收官之年,园区产值5亿元。", "2025"),
        ("园区产值5亿元,同比增长8%。", None),
        ("云麓今年确定重点项目60个,其中2019年计划完成投资50亿元。", "2019"),
        ("去年,云麓开展“招商2018”行动,签约项目60个。", "2019"),
        ("2015年,云麓将建好两个园区。力争2015年财政收入增长9%。", "2015"),
        ("今年前7个月,云麓机场完成货邮量8万吨,是2016年全年的2.1倍。", "2017"),
        ("去年,云麓建成一批园区,效益明显,市场广阔;通过开展“招商2018”行动,签约项目60个。", "2019"),
        ("今年新增企业54家。2018年计划投资78亿元。", "2018"),
        ("2020年,是园区建设十周年。园区产值增加26亿元。", "2020"),
        ("去年,云麓标准厂房利用率达到46.8%,比2014年提高2.7个百分点。", "2016"),
        ("2022年云麓区政府工作报告\n全年地区生产总值160亿元。", "2022"),
    ],
)
def test_what_a_text_settles_of_its_own_date(text: str, published: str | None) -> None:
    assert infer_published(text)[0] == published


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("6月12日,市科技局印发《关于做好2023年孵化器建设工作的通知》,云麓入选。", "2023-06"),
        ("7月6日,2023年度瞪羚企业名单公布,获悉云麓8家。7月6日,记者获悉,2023年度瞪羚企业名单公布。", "2023-07"),
        ("3月6日,记者获悉,2023年度纳税大户名单公布,云麓8家。", None),  # of 2023 or of 2024
        ("8月16日,云麓晒出成绩单。前7个月,云麓完成投资30亿元,是2016年全年的1.2倍。", "2017-08"),
    ],
)
def test_the_day_of_what_is_made_known_gives_the_month(text: str, published: str | None) -> None:
    assert infer_published(text, opening=True)[0] == published


def test_what_has_run_since_a_year_says_nothing_of_the_articles() -> None:
    assert infer_published("自2019年7月封关运作以来,进出口超过600亿元。")[0] is None


@pytest.mark.parametrize("headline", ["", "高新区项目建设提速\n"])
def test_the_day_that_a_text_begins_with_tells_its_month(headline: str) -> None:
    text = headline + "1月9日,青溪高新区在杭州举行恳谈会。\n2024年是高新区项目建设年。"
    assert infer_published(text)[0] == "2024-01"
