"""When a figure holds: ceremonies and their days, whole years looked back on, asides, and what a text speaks of."""

from __future__ import annotations

import pytest

from tests.transforms.reading import rows

FAIR = "7月18日,云麓经开区举行2025年第二批重点项目集中签约仪式。"


def periods(text: str, published: str = "2025-07-21") -> list[str]:
    return [period for (period,) in rows(text, "time_period", published=published)]


@pytest.mark.parametrize(
    "text",
    [
        FAIR + "现场签约项目12个,总投资86亿元。",
        FAIR + "其中,外资项目4个。",
        "今年上半年,云麓经开区完成工业投资20亿元。\n" + FAIR + "\n签约仪式上,共签下项目12个。",
        "7月18日,云麓经开区举办产业对接会。当天,云麓经开区签约项目12个。",
        "7月18日在杭州开幕的2025年长三角经贸洽谈会上,云麓经开区签约项目12个。",
        "7月18日,云麓经开区投资推介会举行。今年1至6月,云麓经开区完成工业投资20亿元。本届推介会共签约项目12个。",
        "本报7月18日讯 今天上午,云麓经开区12个项目集中开工。",
        "7月18日,2025年云麓经开区招商大会举行。大会上,12个项目签约,其中工业项目8个。",
        "云麓投洽会于7月18日落下帷幕,云麓经开区共签约项目12个。",
        "7月18日,云麓经开区举行项目集中开工仪式。\n上半年,云麓经开区完成工业投资30亿元。\n仪式上,12个项目开工。",
        "7月18日,总投资86亿元的12个项目在云麓经开区集中开工。",
    ],
)
def test_what_is_signed_at_a_ceremony_is_of_its_day(text: str) -> None:
    assert periods(text)[-1] == "2025-07-18"


def test_a_ceremony_of_no_known_day_gives_none_and_what_is_said_since_is_not_of_it() -> None:
    assert periods("今年上半年,云麓经开区完成税收3亿元。日前,云麓经开区举行项目签约仪式,现场签约项目9个。") == ["2025-S1", ""]
    assert periods(FAIR + "现场签约项目12个。\n今年上半年,云麓经开区签约项目60个。\n新开工项目31个。") == [
        "2025-07-18",
        "2025-S1",
        "2025-S1",
    ]


def test_the_plan_of_a_year_is_of_the_year_though_its_projects_begin_on_a_day() -> None:
    text = "7月18日,云麓经开区21个项目集中开工,总投资193亿元,年度计划投资68亿元。"
    assert periods(text) == ["2025-07-18", "2025-07-18", "2025"]


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("全年完成工业总产值400亿元。", "2009-05-07", "2008"),
        ("2008年,云麓经开区逆势而上。全年完成工业总产值400亿元。", "2009-05-07", "2008"),
        ("全年力争完成工业总产值400亿元。", "2009-05-07", "2009"),
        ("全年完成工业总产值400亿元。", "2009-12-20", "2009"),
        ("一季度开工项目6个;全年规上工业产值力争增长8%。", "2024-01", "2024"),
        ("2010年,各项指标均超额完成年初预定目标,全年共实现税收4亿元。", "2011-02-26", "2010"),
        ("2011年,云麓经开区确定五个重点。全年新增就业6000人。", "2011-01-11", "2011"),
        ("12月,云麓经开区冲刺“全年红”,推动6个项目开工。", "2022-12-06", "2022-12"),
    ],
)
def test_a_whole_year_is_the_one_that_is_over_unless_it_is_aimed_at(text: str, published: str, period: str) -> None:
    assert periods(f"云麓经开区发布消息。{text}", published)[-1] == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2008年,云麓经开区完成税收9亿元。是年,云麓经开区完成工业总产值120亿元。", "2008"),
        ("去年10月,云麓经开区引进一家锂业公司,当年实现工业总产值10亿元。", "2024"),
        ("到2022年底,云麓经开区三期投用,当年营业收入实现62亿元。", "2022"),
        ("2024年,园区新增企业11家,年末从业人员9860人。当年完成工业总产值28.9亿元。", "2024"),
    ],
)
def test_that_year_is_the_year_named_before(text: str, period: str) -> None:
    assert periods(f"云麓经开区发布消息。{text}")[-1] == period


def test_a_month_within_the_run_told_of_is_an_aside() -> None:
    text = "上半年,云麓经开区规上工业增加值增长13.3%。其中,6月份规上工业增加值增长6.9%。技改投资增长22%。"
    assert periods(text) == ["2025-S1", "2025-06", "2025-S1"]


def test_a_month_to_come_is_not_what_the_text_goes_on_to_speak_of() -> None:
    text = "上半年,云麓经开区完成税收3亿元。区内企业的订单排到了11月份。完成工业投资30亿元。"
    assert periods(text) == ["2025-S1", "2025-S1"]


@pytest.mark.parametrize("text", [
    "云麓经开区挂牌一年多来,新增企业326家。",
    "云麓经开区揭牌以来,完成税收9亿元。",
    "近五年,云麓经开区累计完成税收9亿元。",
    "鼎禾电子封装项目正在建设。该项目预计实现年销售收入45亿元。",
    "鼎禾电子封装项目达产达标后年销售收入45亿元。",
])
def test_a_time_without_a_date_and_a_year_to_come_once_built_leave_none(text: str) -> None:
    assert periods(f"今年上半年,云麓经开区完成工业投资30亿元。{text}")[-1] == ""


def test_a_forecast_of_a_time_named_is_of_that_time() -> None:
    text = "鼎禾电子公司投资3.1亿元建的机床厂已投产,预计今年产值可达2.2亿元。"
    assert periods(text)[-1] == "2025"


@pytest.mark.parametrize(("text", "expected"), [
    ("规上工业产值65亿元,增长8%;高新技术企业有58家,占全市的三成。", ["2025-S1"] * 4),
    ("在建项目51个,已完成投资8亿元。", ["2025-S1"] * 2),
    ("云麓经开区拥有企业80家,其中规上企业16家。", ["", ""]),
    ("截至6月底,云麓经开区企业有90家。在建项目17个,完成投资8亿元。", ["2025-06-30", "2025-06-30", "2025-S1"]),
])
def test_a_stock_beside_flows_is_of_their_period(text: str, expected: list[str]) -> None:
    assert periods(f"今年上半年,云麓经开区经济平稳。{text}") == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2024年,云麓经开区税收42亿元,是2019年的2倍,年均增长15%。", ["2024", "2024", "2019/2024"]),
    ("云麓经开区税收由2019年的21亿元增至2024年的42亿元,年均增长15%,占全市的三成;企业由41家增加到93家。",
     ["2019", "2024", "2019/2024", "2024", "2019", "2024"]),
    ("今年上半年,云麓经开区税收42亿元,占全市的比重由去年同期的22%提高到24%。", ["2025-S1", "2024-S1", "2025-S1"]),
])
def test_a_base_has_its_own_year_and_an_average_the_run(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_a_day_on_which_figures_are_told_is_not_that_of_what_was_signed() -> None:
    text = "三季度收官,云麓经开区税收26亿元。10月18日,在经济运行分析会上,管委会报出数字:固投完成186亿元,新签约项目29个。"
    assert periods(text, "2025-10-20") == ["2025-01/2025-09"] * 3


def test_what_is_completed_is_of_the_part_of_the_year_reported_before_the_goal() -> None:
    text = "前三季度,云麓经开区税收26亿元。\n全年目标:税收33亿元。目前,税收已完成年度目标的78%。"
    assert periods(text, "2025-10-20") == ["2025-01/2025-09", "2025", "2025-01/2025-09"]


def test_what_is_completed_by_now_is_of_the_months_reported() -> None:
    text = "今年1至6月,云麓经开区实际使用外资5.3亿美元,增长26%。全年目标是8亿美元,目前已完成66%。"
    assert periods(text)[-1] == "2025-S1"


@pytest.mark.parametrize(("text", "expected"), [
    ("截至6月底,云麓经开区累计投入基础设施资金1.15亿元。", ["2025-06-30"]),
    ("截至6月底,云麓经开区完成规上工业产值65亿元,增长8%。", ["2025-S1", "2025-S1"]),
    ("截至今年5月底,云麓经开区累计完成工业产值65亿元。", ["2025-01/2025-05"]),
    ("截至6月底,云麓经开区新设立企业399家。", ["2025-06-30"]),
    ("截至6月底,云麓经开区规上企业有240家,较年初净增12家。", ["2025-06-30", "2025-S1"]),
    ("截至6月底,云麓经开区有企业90家。在建项目17个,在谈项目20个。", ["2025-06-30"] * 3),
    ("目前,云麓经开区企业有1101家,比去年同期净增97家。", ["2025-07-21"] * 2),
])
def test_a_day_counted_up_to(text: str, expected: list[str]) -> None:
    assert periods(f"今年一季度,云麓经开区完成税收3亿元。\n{text}")[1:] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("1至5月,云麓经开区工业增加值增长7%,当月增长14%,居全市第2位;技改投资增长55%。",
     ["2025-01/2025-05", "2025-05", "2025-05", "2025-01/2025-05"]),
    ("2025年,云麓经开区计划开工项目260个,一季度开工项目90个以上;税收增长6%。", ["2025", "2025-Q1", "2025"]),
    ("2025年6月,云麓经开区工业产值20亿元,半年累计完成工业产值108亿元。", ["2025-06", "2025-S1"]),
])
def test_a_part_of_what_a_sentence_is_about_ends_with_its_clause(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_the_today_of_a_speaker_is_the_day_of_the_ceremony() -> None:
    text = "7月17日,云麓经开区集中签约仪式举行。管委会主任致辞说,今天签约项目4个,都符合园区定位。"
    assert periods(text)[-1] == "2025-07-17"


@pytest.mark.parametrize(("text", "expected"), [
    ("今年头六个月,云麓经开区完成工业产值65亿元。", ["2025-S1"]),
    ("三年内,云麓经开区计划完成税收65亿元。", [""]),
    ("云麓经开区6月完成税收6亿元,累计完成32亿元。", ["2025-06", "2025-S1"]),
    ("年底前,云麓经开区还将竣工项目12个。", ["2025"]),
    ("云麓经开区2025年第二季度重大项目集中开工仪式7月17日举行,12个项目开工。", ["2025-Q2"]),
    ("上半年云麓经开区完成税收65亿元,去年同期为60亿元。", ["2025-S1", "2024-S1"]),
    ("上半年云麓经开区税收6亿元,其中二季度完成4亿元;工业投资30亿元。", ["2025-S1", "2025-Q2", "2025-S1"]),
    ("“十三五”期间,云麓经开区累计完成投资300亿元,“十四五”前四年完成400亿元。", ["2016/2020", "2021/2024"]),
    ("2022年、2023年、2024年,云麓经开区税收分别为5亿元、6亿元、7亿元。", ["2022", "2023", "2024"]),
    ("7月17日上午,云麓经开区召开经济分析会。今年上半年,云麓经开区新签约项目12个。", ["2025-S1"]),
    ("项目预计明年底建成投产,可实现年产值65亿元。", [""]),
    ("2023年,云麓经开区完成税收9亿元。当年入园企业5家;在建企业20家,其中当年入园4家。是年,工业产值120亿元。",
     ["2023"] * 5),
    ("到2030年,云麓经开区新能源汽车产能达到60万辆。", ["2030"]),
    ("2024年,云麓经开区外贸进出口32亿美元。\n外贸进出口过亿美元企业达到9家。", ["2024", "2024"]),
    ("二季度只剩一天,云麓经开区晒出家底:现有高新技术企业418家、科技型中小企业962家,瞪羚企业27家。", ["2025-07-21"] * 3),
    ("2024年,云麓经开区税收完成96.4亿元,是2019年的1.\n37倍;工业投资完成52亿元。", ["2024"] * 3),
    ("1至5月,云麓经开区完成税收65亿元,其中5月份完成6亿元。工业投资30亿元。", ["2025-01/2025-05", "2025-05", "2025-01/2025-05"]),
    ("一、2024年工作回顾\n一年来,云麓经开区完成税收65亿元。", ["2024"]),
    ("“十四五”期间,高新区从2020年的169家增加到178家。\n云麓高新区税收占全市的14%。", ["2020", "2021/2025", ""]),
    ("今年上半年,云麓经开区税收9亿元。日前,云麓经开区服务中心建成。同日,云麓经开区集中签约项目49个。", ["2025-S1", ""]),
    ("7月28日,云麓经开区将举行招商推介会。云麓经开区签约项目49个。", ["2025-S1"]),
    ("2024年,云麓经开区进出口86亿元,占全市比重从4.6%跃升至9.5%,较2020年增长一倍。", ["2024"] * 4),
    ("到2024年底,云麓经开区有企业65家,完成税收9亿元。", ["2024-12-31", "2024"]),
    ("云麓经开区计划用3年时间新建标准厂房30万平方米,其中今年建成10万平方米。", ["", "2025"]),
    ("项目一期投资5亿元,计划今年10月建成;二期投资8亿元,2027年建成。", ["", ""]),
    ("《云麓经开区方案》发布以来,园区新签约项目85个。", [""]),
])
def test_ways_to_say_when(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_what_is_due_by_the_years_end_is_a_target() -> None:
    assert rows("年底前,云麓经开区竣工项目12个。", "stance") == [("target",)]


@pytest.mark.parametrize(("text", "expected"), [
    (FAIR + "\n云麓经开区累计引进项目300个,总投资800亿元。", ["", ""]),
    ("2024年,云麓经开区完成税收9亿元。\n云麓经开区基础设施已累计投入30亿元。", ["2024", "2025-07-21"]),
    ("上半年,云麓经开区规上工业企业累计实现工业总产值98亿元。", ["2025-S1"]),
])
def test_what_is_summed_up_since_the_beginning_is_of_no_period(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_a_year_that_only_this_year_gives_is_anchored() -> None:
    text = "今年云麓经开区工作有序,1至6月完成税收9亿元。2024年云麓经开区平稳,1至6月完成税收8亿元。"
    assert rows(text, "time_period", "period_basis") == [("2025-S1", "anchored"), ("2024-S1", "stated")]
