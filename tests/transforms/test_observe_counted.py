"""When a figure holds: what is counted up to a day, a ceremony's own name, comparisons, plans, and articles without a date."""

from __future__ import annotations

import pytest

from tests.transforms.reading import rows

DAY = "2025-07-21"


def told(text: str, published: str | None = DAY) -> list[str]:
    return [period for (period,) in rows(text, "time_period", published=published, title="云麓经开区动态")]


@pytest.mark.parametrize(("text", "expected"), [
    ("截至目前,云麓经开区共引进项目41个。在谈项目50个。", [DAY, DAY]),
    ("截至目前,云麓经开区有120户企业启动搬迁,总投资63亿元。\n120户企业中,有65户迁往新区。", [DAY] * 3),
    ("目前,云麓经开区落户企业15家,总投资114亿元。", [DAY, ""]),
    ("截至6月中旬,云麓经开区共实施项目103个。其中45个项目正在建设。", ["2025-06", "2025-06"]),
    ("截至一季度,云麓经开区建设项目640个,今年预计投资82亿元。总投资10亿元以上的项目有93个。", ["2025-Q1", "2025", "2025-Q1"]),
    ("截止09年年底,云麓经开区有企业698家。", ["2009-12-31"]),
])
def test_what_is_counted_up_to_a_day(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("3月3日,云麓县迎来2021年第一季度第三批项目集中开工活动。15个项目集中开工。", ["2021-Q1"]),
    ("云麓经开区第二季度重大项目集中开工仪式举行。\n10个项目开工。", ["2021-Q2"]),
])
def test_a_ceremonys_own_name_tells_its_period(text: str, expected: list[str]) -> None:
    assert told(text, "2021-05-01") == expected


def test_the_year_of_a_ceremonys_name_holds_where_its_day_is_open() -> None:
    text = "29日,云麓经开区举行“2019年集中签约、开工活动”,现场签约项目34个。\n2018年,云麓经开区税收5亿元。"
    assert told(text, None) == ["2019", "2018"]


@pytest.mark.parametrize(("text", "expected"), [
    ("上半年,云麓市生产总值增长9.7%。其中:第一产业增长3.4%,快于一季度0.5个百分点;工业增加值增长5.1%。",
     ["2025-S1", "2025-S1", "2025-S1"]),
    ("云麓经开区公布2024年度纳税大户名单,总数与2023年持平。其中,云麓食品公司纳税18亿元。", ["2024"]),
    ("1-6月,云麓经开区税收增长15%,延续上年度良好态势。工业产值增长10%。", ["2025-S1", "2025-S1"]),
    ("上半年,云麓经开区产值增长9%,增速创2012年以来新高;上半年税收增长7%。", ["2025-S1", "2025-S1"]),
    ("2025年1月,云麓综保区进出口2.7亿美元,而去年同期仅3150万美元。", ["2025-01", "2024-01"]),
    ("2008年,云麓经开区财政收入1.4亿元(比上年的8100万元增加5900万元)。", ["2008", "2007", "2008"]),
    ("云麓市科技局局长年初表示,云麓高新区聚集了全市三成高新技术企业。", [""]),
    ("2024年,云麓机场发展加快。\n云麓机场旅客吞吐量突破200万人次。", ["2024"]),
])
def test_what_only_compares_or_reports_is_no_period(text: str, expected: list[str]) -> None:
    assert told(text)[: len(expected)] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2004年开始规划建设,云麓经开区环境优美。\n目前,云麓经开区入驻企业达到73家,其中龙头企业6家。", ["", ""]),
    ("到2015年,云麓经开区产值将达到250亿元。\n云麓经开区年工业总产值为42亿元。", ["2015", ""]),
])
def test_without_a_date_nothing_is_of_now_nor_of_what_is_aimed_at(text: str, expected: list[str]) -> None:
    assert told(text, None) == expected


def test_an_area_in_a_list_is_of_no_day() -> None:
    text = "云麓高新区已有3家国家级孵化器,孵化场面积近70万平方米,在孵企业420家。"
    assert told(text) == [DAY, "", DAY]


@pytest.mark.parametrize(("text", "stances"), [
    ("全年地区生产总值160亿元(预计,下同)、增长8%;规上工业产值达190亿元。", ["forecast"] * 3),
    ("云麓经开区精心谋划,分步实施,推动12个项目签约落地。", ["actual"]),
    ("实现到账外资1.8亿美元,占云麓市奋斗目标的76%,同比增长21%。", ["actual"] * 3),
    ("合同利用外资24.6亿美元,已超额完成22.6亿美元的年度计划任务。", ["actual", "target"]),
    ("到2030年,云麓基地实现“3662”目标(煤炭产量3000万吨,工业总产值600亿元)。", ["target", "target"]),
    ("今年云麓县计划实施项目120个、总投资230亿元。其中产业项目64个。", ["target", "design", "target"]),
    ("到位资金412亿元,完成省里500亿元招商目标任务的82%。", ["actual", "target", "actual"]),
    ("云麓县瞄准高端装备产业,成功招引了5个项目。", ["actual"]),
    ("云麓经开区力争完成投资12.6亿元。引进项目18个。", ["target", "target"]),
    ("云麓冷链物流中心规划占地650亩,总建筑面积71万平方米。", ["design"]),
    ("云麓经开区已开发面积17平方公里。", ["actual"]),
    ("“十二五”期间,云麓经开区将基本完成路网,到2030年,实现工业总产值400亿元。", ["target"]),
])
def test_stances(text: str, stances: list[str]) -> None:
    assert [s for (s,) in rows(text, "stance", published=DAY, title="云麓经开区动态")][-len(stances):] == stances


@pytest.mark.parametrize(("text", "basis"), [
    ("2022年,云麓经开区税收12亿元,相较于2010年增长9倍。", "vs:2010"),
    ("2020年,云麓经开区有企业510家,较“十三五”初期增长50%。", "vs:2016"),
    ("2010年,云麓港完成货物吞吐量119万吨,比2009年增长26%。", "yoy"),
])
def test_what_a_growth_is_measured_against(text: str, basis: str) -> None:
    assert rows(text, "growth_basis", published=DAY)[-1] == (basis,)


def test_a_heading_of_plans_makes_targets_of_what_stands_under_it() -> None:
    text = (
        "一、2011年工作完成情况\n完成工业总产值65亿元,增长12%。\n二、2012年工作打算\n完成工业总产值80亿元,增长20%。\n"
        "目前已签约项目14个。\n三、做法\n引进项目30个。"
    )
    told = rows(text, "value", "stance", published="2012-01-10", title="云麓开发区2011年工作总结")
    assert told == [
        (65, "actual"), (12, "actual"), (80, "target"), (20, "target"), (14, "actual"), (30, "actual"),
    ]


@pytest.mark.parametrize(("title", "text", "published", "expected"), [
    ("2022年云麓区政府工作报告", "全年地区生产总值160亿元,增长8%。完成进出口90亿美元。", "2022", ["2021"] * 3),
    ("云麓经开区动态", "一年来,云麓经开区签约项目80个,完成税收5亿元。", "2024-12-28", ["2024", "2024"]),
    ("云麓经开区动态", "全年安排重点项目160个,总投资132亿元,年度计划投资21亿元,1-6月完成投资14亿元。", "2025-07-21",
     ["2025", "2025", "2025", "2025-S1"]),
    ("云麓经开区动态", "一季度完成产值68亿元。今年新增企业54家。工业投资完成17亿元。", "2025-04-21",
     ["2025-Q1", "2025", "2025-Q1"]),
    ("云麓经开区动态", "120个项目前三季度全部开工。", "2025-11-21", ["2025-01/2025-09"]),
])
def test_years_and_their_parts(title: str, text: str, published: str, expected: list[str]) -> None:
    assert [p for (p,) in rows(text, "time_period", published=published, title=title)] == expected


def test_columns_headed_by_bare_years_are_of_them() -> None:
    text = "下面列表是高新区企业概况\n|\n2022 |\n2023 |\n企业数(个) |\n28338 |\n32857 |\n工业总产值(亿元) |\n12937.1 |\n17257.4 |"
    assert told(text, None) == ["2022", "2023"] * 2


@pytest.mark.parametrize(("text", "published", "expected"), [
    ("2016年至2018年,云麓经开区分别完成税收2亿元、3亿元、4亿元,年均增长24.5%。", "2019-03-01",
     ["2016", "2017", "2018", "2016/2018"]),
    ("云麓市2024年签约的218个项目,截至6月底,已有199个开工;其中,118个竣工。", DAY, ["2024", "2025-06-30", "2025-06-30"]),
    ("预计到12月底,云麓经开区完成工业总产值26亿元。", "2009-11-20", ["2009"]),
    ("今年一季度,云麓经开区增加值增长12%,较去年全年提高3个百分点;投资增长15%。", "2025-04-21", ["2025-Q1"] * 3),
    ("今年前11个月,云麓综保区进出口186亿元,其中11月当月24亿元,创单月历史新高。出口120亿元。", "2023-12-18",
     ["2023-01/2023-11", "2023-11", "2023-01/2023-11"]),
    ("回望“十三五”,规上企业从2015年的26家增加到2020年的97家;累计完成固定资产投资323亿元。", "2020-12-31",
     ["2015", "2020", "2016/2020"]),
    ("2021-2023年,云麓经开区将实施项目150个,三年累计完成投资800亿元。", "2021-06-08", ["2021/2023"] * 2),
    ("上半年,云麓市生产总值820亿元。6月末,全市存款余额1860亿元。", DAY, ["2025-S1", "2025-06-30"]),
    ("【概况】2008年,云麓开发区生产总值56亿元。\n至年底,累计批准项目196个。\n年内投入建设资金4.6亿元。", None, ["2008"] * 3),
    ("目前,云麓新区已有7家世界500强企业。海川建设集团等5家民营500强企业也已引进。", DAY, [DAY] * 2),
    ("截至7月19日,今年云麓口岸进出人员突破900万人次。截至目前,日均出入近3万人次。", DAY,
     ["2025-01-01/2025-07-19", DAY]),
    ("从7月初到8月中旬,云麓新区开工49个项目。", "2019-09-12", ["2019-07/2019-08"]),
    ("上半年,云麓新区税收5亿元。从4月10日挂牌至7月10日,新增企业2046家。新开工项目22个。", DAY,
     ["2025-S1", "2025-04-10/2025-07-10", "2025-S1"]),
    ("记者在2015中国·云麓经贸洽谈会上获悉,合作升温。云麓市共有52个项目成功签约。", None, ["2015"]),
    ("今年,云麓经开区突出实干。全年完成开票销售突破300亿元。", "2019-02-14", ["2019"]),
    ("区内已形成三大产业,落户项目416个。2011年完成工业总产值412亿元。", None, ["", "2011"]),
])
def test_more_ways_to_say_when(text: str, published: str | None, expected: list[str]) -> None:
    assert told(text, published) == expected


def test_what_a_yearbook_tells_of_its_year_is_no_target_and_a_noun_no_aim() -> None:
    assert rows("2008年,云麓开发区年内投入建设资金4.6亿元。", "stance", published=None) == [("actual",)]
    text = "眼下正值年末冲刺,云麓经开区今年列入重点项目156个。"
    assert rows(text, "stance", published="2022-11-25") == [("actual",)]
