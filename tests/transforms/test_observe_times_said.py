"""However a time or a stance is said, it is the same: the words of each, one by one, in one sentence."""

from __future__ import annotations

import pytest

from tests.transforms.reading import rows

FIRST_HALF = (
    "上半年|今年上半年|2025年上半年|1-6月|1至6月|1—6月份|1--6月|今年1至6月份|1月至6月|1月份至6月份|一至六月|元至六月份|元月至6月底|1月至六月|"
    "前6个月|前六个月|今年前6月|今年头六个月|年初到6月底|截至6月底今年|今年1~6月|2025年1月至6月|2025.1-6月|1到6月|1-6月累计|"
    "上半年度|2025上半年|本年上半年|今年前两季度|前两个季度|一二季度|一、二季度|一至二季度|今年年初至6月底"
)
LAST_YEAR = "去年|上年|2024年|2024年度|去年全年|去年1-12月|2024全年|上一年|上年度|二〇二四年|过去的2024年|2024年1-12月"
BY_NOW = (
    "目前|眼下|当前|现在|如今|至今|迄今|截至目前|截止目前|到目前为止|截至目前为止|截至发稿|截至发稿时|截止到目前|现阶段|当下|截至今日|到现在|截至现在"
)
END_OF_JUNE = "6月底|截至6月底|截至6月30日|截止6月末|至6月底|到6月底|6月30日|截至今年6月底|上半年末|截至二季度末|截至2025年6月"
AIMS = "力争|争取|确保|努力|力求|计划|拟|将|准备|打算|要|必须|全力冲刺|奋力|锚定|瞄准|目标是|致力于|着力|预定|规划|谋划"
ONCE_BUILT = (
    "达产后|投产后|建成后|全部建成后|全面达产后|满产后|建成达产后|项目投产后|竣工投产后|达效后|投入运营后|完全达产后|全部投产之后|达产之年|"
    "达产时|届时|满负荷生产后|完工后|改造完成后|扩建后|项目落成后|量产后|正式运营后|项目实施后|项目完成后"
)
WILL_BE = (
    "预计年产值|年产值预计|预计可实现年产值|可实现年产值|年产值可达|年产值将达|预计每年产值|将实现年产值|能实现年产值|有望实现年产值|"
    "预计年可实现产值|年产值有望突破|年可实现产值"
)


def read(text: str) -> list[tuple[str, str]]:
    return rows(text, "time_period", "stance", title="岚溪见闻", published="2025-07-18")


@pytest.mark.parametrize("said", FIRST_HALF.split("|"))
def test_the_first_half(said: str) -> None:
    assert read(f"{said},岚溪经开区完成工业总产值86亿元,同比增长9%。") == [("2025-S1", "actual")] * 2


@pytest.mark.parametrize("said", LAST_YEAR.split("|"))
def test_last_year(said: str) -> None:
    assert read(f"{said},岚溪经开区完成工业总产值86亿元,同比增长9%。") == [("2024", "actual")] * 2


@pytest.mark.parametrize("said", BY_NOW.split("|"))
def test_by_now(said: str) -> None:
    assert read(f"{said},岚溪经开区已有企业312家。") == [("2025-07-18", "actual")]


@pytest.mark.parametrize("said", END_OF_JUNE.split("|"))
def test_the_end_of_june(said: str) -> None:
    assert read(f"{said},岚溪经开区规上企业达到312家。") == [("2025-06-30", "actual")]


@pytest.mark.parametrize("said", AIMS.split("|"))
def test_an_aim(said: str) -> None:
    assert read(f"年底前,岚溪经开区{said}完成工业总产值86亿元。") == [("2025", "target")]


@pytest.mark.parametrize("said", ONCE_BUILT.split("|"))
def test_once_it_is_built(said: str) -> None:
    assert read(f"鼎越电池项目总投资12亿元,{said},年产值86亿元。")[-1] == ("", "forecast")


@pytest.mark.parametrize("said", WILL_BE.split("|"))
def test_what_it_will_bring(said: str) -> None:
    assert read(f"鼎越电池项目总投资12亿元,{said}86亿元。")[-1] == ("", "forecast")


@pytest.mark.parametrize("text", [
    "7月16日上午,岚溪经开区12个项目集中签约。",
    "7月16日,岚溪县举行第三批重大项目集中开工活动。活动现场,岚溪经开区12个项目开工。",
    "在7月16日举行的岚溪招商大会上,岚溪经开区签约项目12个。",
    "7月16日下午,随着一声令下,岚溪经开区12个项目集中破土动工。",
    "7月16日,岚溪经开区举办产业链招商对接会。对接会共达成签约项目12个。",
    "本月16日,岚溪经开区举行集中签约仪式,签约项目12个。",
    "16日,岚溪经开区举行集中签约仪式,签约项目12个。",
])
def test_the_day_of_a_ceremony(text: str) -> None:
    assert read(text) == [("2025-07-16", "actual")]


@pytest.mark.parametrize(("text", "period"), [
    ("鼎越电池项目已完成投资2亿元。", "2025-07-18"),
    ("截至6月底,鼎越电池项目累计完成投资2亿元。", "2025-06-30"),
    ("鼎越电池项目去年完成投资2亿元。", "2024"),
])
def test_what_has_been_invested(text: str, period: str) -> None:
    assert read(text) == [(period, "actual")]
