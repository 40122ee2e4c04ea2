"""Times and stances as short reports tell them: whatever word stands in each place, the reading is the same."""

from __future__ import annotations

from itertools import product

import pytest

from tests.transforms.reading import rows
from transforms.periods import infer_published

GOAL_NOUNS = "目标完成率为31.6%|目标达成率为31.6%|占目标管理考核分值的31.6%"
LAST_YEARS = "去年四季度|去年第四季度|去年下半年|去年12月|去年10-12月|去年底|去年全年|上年四季度"
THIS_TIME = "本次|此次|本批|这次|现场|活动上"


def told(text: str, *, published: str = "2025-07-18") -> list[tuple[str, str]]:
    return rows(text, "time_period", "stance", published=published)


@pytest.mark.parametrize("noun", GOAL_NOUNS.split("|"))
def test_a_word_for_a_goal_that_is_part_of_another_noun_aims_at_nothing(noun: str) -> None:
    text = f"1至3月,云麓经开区实现工业总产值48.2亿元,{noun},同比增长12.9%;固定资产投资完成7.4亿元。"
    assert {stance for _, stance in told(text)} == {"actual"}


@pytest.mark.parametrize(("versus", "past"), list(product("比较", LAST_YEARS.split("|"))))
def test_what_a_growth_is_against_is_not_its_time(versus: str, past: str) -> None:
    text = f"今年一季度,云麓经开区完成工业总产值48.2亿元,{versus}{past}增长7.6%。"
    assert told(text) == [("2025-Q1", "actual")] * 2


@pytest.mark.parametrize("this", THIS_TIME.split("|"))
def test_what_is_signed_this_time_is_of_the_ceremony_whatever_the_year_has_seen(this: str) -> None:
    text = (
        "7月16日,云麓经开区举行项目集中签约仪式。\n今年以来,云麓经开区持续掀起招商热潮,"
        f"{this}共签约项目23个,总投资94亿元。其中装备类项目14个;建材项目3个。集中开工项目8个。"
    )
    assert {period for period, _ in told(text)} == {"2025-07-16"}


def test_a_half_years_review_that_names_projects_begun_together_is_of_the_half_year() -> None:
    meeting = "7月16日,云麓经开区召开半年工作推进会。\n"
    review = "今年上半年,云麓经开区工作亮点纷呈。其中,37个项目实现集中开工,相继签约项目52个。"
    assert told(meeting + review) == [("2025-S1", "actual")] * 2


@pytest.mark.parametrize(("quarter", "period"), [("二", "2025-S1"), ("三", "2025-01/2025-09"), ("一", "2025-Q1")])
def test_a_flow_up_to_a_quarter_runs_from_the_years_beginning(quarter: str, period: str) -> None:
    text = f"截至{quarter}季度,云麓经开区累计完成工业总产值43亿元,同比增幅8.7%。"
    assert {p for p, _ in told(text, published="2025-10-20")} == {period}


@pytest.mark.parametrize("up_to", ["截至6月底", "截至今年6月底", "截至2025年6月末"])
def test_what_is_counted_in_all_up_to_a_day_is_of_the_day(up_to: str) -> None:
    assert told(f"{up_to},云麓经开区累计新增商贸企业67家。") == [("2025-06-30", "actual")]


def test_an_amount_behind_what_is_counted_up_to_a_day_is_of_the_day() -> None:
    text = (
        "上半年,云麓经开区到位资金9.6亿元。截止到6月末,签约、意向项目累计31个,协议资金174亿元。"
        "其中,签约项目18个,引资额46亿元;意向项目13个,引资额128亿元。"
    )
    assert {period for period, _ in told(text)[1:]} == {"2025-06-30"}


@pytest.mark.parametrize("stage", ["储备项目", "续建项目", "在建项目", "在谈项目"])
def test_a_stage_of_its_own_is_out_of_reach_of_a_plan_before_it(stage: str) -> None:
    text = f"云麓经开区调度重点项目97个,其中计划新开工项目41个,{stage}28个。"
    assert [stance for _, stance in told(text)] == ["actual", "target", "actual"]
    whole = f"今年,云麓经开区计划实施项目95个,其中新开工项目39个,{stage}56个。"
    assert {stance for _, stance in told(whole)} == {"target"}


@pytest.mark.parametrize("planned", ["共谋划项目166个", "谋划实施了项目166个", "谋划了项目166个", "谋划储备了项目166个"])
def test_what_has_been_thought_out_is_there(planned: str) -> None:
    assert [stance for _, stance in told(f"今年以来,云麓经开区{planned}。")] == ["actual"]


def test_what_one_keeps_in_view_reaches_no_figure_of_the_past() -> None:
    view = "云麓经开区奋力打造开放高地,始终锚定“口岸门户园区”的发展定位并取得新突破,"
    assert {stance for _, stance in told(view + "进出口总额从2022年的57亿元增长到2024年的93亿元。")} == {"actual"}
    assert told("云麓经开区锚定2027年工业总产值500亿元。") == [("2027", "target")]


def test_a_past_act_is_not_of_the_year_aimed_at_before_it() -> None:
    text = (
        "7月16日,云麓经开区举行项目签约仪式。\n到2030年,云麓经开区工业总产值将突破50亿元。\n签约的项目中有4个是装备项目。"
    )
    assert told(text)[-1] == ("2025-07-16", "actual")


@pytest.mark.parametrize("work", ["招商引资工作", "工作", "园区建设各项工作"])
def test_a_year_whose_work_a_report_sums_up_late_in_it_is_its_own(work: str) -> None:
    text = f"各部门创新服务方式,使2018年度{work}取得实效。今年1到10月,完成到位资金84亿元。"
    assert infer_published(text)[0] == "2018"
    assert infer_published("2018年度完成到位资金71亿元。今年1到10月,完成到位资金84亿元。")[0] == "2019"


@pytest.mark.parametrize("part", ["续建项目", "储备项目", "在建项目", "省级重点项目"])
def test_the_parts_of_what_a_year_has_arranged_are_of_the_year(part: str) -> None:
    text = f"2025年,云麓经开区安排重点项目58个,年度计划投资47亿元。其中,{part}21个,年度计划投资16亿元。"
    assert {period for period, _ in told(text)} == {"2025"}


def test_each_places_part_of_what_was_begun_is_of_its_time() -> None:
    text = "今年一季度,云麓市集中开工项目90个,年度计划投资118亿元。其中,东岭县50个、西岭县40个。"
    assert [period for period, _ in told(text)] == ["2025-Q1", "2025", "2025-Q1", "2025-Q1"]


@pytest.mark.parametrize(
    "so_far", ["今年以来,云麓经开区以招商为牵引,截至目前,共", "今年截至目前,云麓经开区共", "今年以来,截止目前云麓经开区"]
)
def test_acts_of_this_year_up_to_now_are_of_the_year_so_far(so_far: str) -> None:
    assert told(f"{so_far}签约项目26个。") == [("2025-01-01/2025-07-18", "actual")]


@pytest.mark.parametrize("spent", ["截至目前已完成投资28亿元", "目前,工程全部启动,完成投资28亿元", "截至目前,累计投入资金28亿元"])
def test_what_has_been_put_into_works_by_now_is_of_the_day(spent: str) -> None:
    text = f"今年,云麓经开区实施项目44个,年度计划投资102亿元。{spent}。"
    assert told(text)[-1] == ("2025-07-18", "actual")


@pytest.mark.parametrize("begun", ["2006年开始发展", "从2006年开始建设", "从2006年起步发展"])
def test_the_year_that_something_began_in_is_not_what_there_is(begun: str) -> None:
    assert told(f"云麓经开区轴承产业{begun},逐步集聚各类企业35家。")[0][0] in ("", "2025-07-18")


@pytest.mark.parametrize("then", ["2019年的", "2019年成立之初的", "2019年建成时的"])
def test_what_a_firm_has_grown_to_is_not_of_the_year_that_it_grew_from(then: str) -> None:
    periods = [period for period, _ in told(f"云麓电源有限公司年产值已从{then}6000万元增至13亿元。")]
    assert periods[0] == "2019"
    assert periods[1] != "2019"


def test_what_something_is_today_is_of_today_and_what_it_was_before_is_not() -> None:
    text = "今年上半年,云麓经开区完成税收3亿元。云麓数据有限公司营业收入从入驻前的2亿元增长到现在的5亿元。"
    assert told(text)[-1] == ("2025-07-18", "actual")


@pytest.mark.parametrize("first", ["前4年", "前四年", "头4年"])
def test_the_first_years_of_a_plan(first: str) -> None:
    assert told(f"“十四五”{first},云麓经开区累计完成工业投资260亿元。") == [("2021/2024", "actual")]


def test_an_average_over_a_plan_is_of_the_plan_though_its_last_year_is_named() -> None:
    text = "“十三五”时期,云麓县地区生产总值迈上新台阶,2020年达到285亿元,年均增长6.3%。"
    assert [period for period, _ in told(text)] == ["2020", "2016/2020"]


@pytest.mark.parametrize("word", ["投产", "建成", "达产"])
def test_the_first_year_of_what_is_built_is_no_year(word: str) -> None:
    assert told(f"云麓冷链物流项目{word}后,当年可实现产值3亿元。") == [("", "forecast")]


@pytest.mark.parametrize("reached", ["目前已形成炼钢70万吨、轧材65万吨的年生产能力", "产能已达到80万吨", "年生产能力达到80万吨"])
def test_what_can_be_made_today_is_there(reached: str) -> None:
    assert {stance for _, stance in told(f"云麓钢铁有限公司{reached}。")} == {"actual"}


def test_what_will_be_made_is_designed() -> None:
    assert {stance for _, stance in told("云麓钢铁有限公司年产80万吨轧材项目开工,规划产能为80万吨。")} == {"design"}


@pytest.mark.parametrize("meeting", ["下半年重点工作动员大会上了解到", "下半年任务部署会上获悉"])
def test_a_meetings_name_aims_at_nothing(meeting: str) -> None:
    text = f"记者从云麓经开区上半年工作总结暨{meeting},云麓经开区上半年完成工业总产值276亿元。"
    assert told(text) == [("2025-S1", "actual")]


def test_a_datelines_day_is_of_no_figure() -> None:
    assert told("云麓日报7月17日讯 云麓市位于省东南部,总人口23万人。") == [("", "actual")]


def test_a_year_told_in_its_december_is_an_estimate() -> None:
    text = "云麓经开区今年各项指标创新高,工业总产值将突破150亿元。"
    assert [stance for _, stance in told(text, published="2025-12-28")] == ["forecast"]
    assert [stance for _, stance in told(text, published="2025-02-28")] == ["target"]


def test_the_parts_of_a_month_looked_at_are_of_the_month() -> None:
    text = "2024年,云麓市进出口总额312亿美元。2024年12月当月进出口总额41亿美元。其中,出口26亿美元,增长5.2%;进口15亿美元。"
    assert [period for period, _ in told(text)] == ["2024", *["2024-12"] * 4]


@pytest.mark.parametrize("both", ["2021年及2022年共计", "2021年和2022年累计", "2021年、2022年两年共"])
def test_two_years_taken_together(both: str) -> None:
    assert told(f"{both}完成工业投资88亿元。") == [("2021/2022", "actual")]


@pytest.mark.parametrize("end", ["至6月底累计完成", "到6月底,累计完成", "截至6月底完成"])
def test_what_is_done_by_a_months_end_in_a_years_plan_runs_up_to_it(end: str) -> None:
    text = f"今年,云麓经开区有重点项目5个,年度计划投资36亿元,{end}投资18亿元,完成年度投资计划的50%。"
    assert [period for period, _ in told(text)] == ["2025", "2025", "2025-S1", "2025-S1"]


def test_what_a_years_plan_has_come_to_is_of_the_part_that_is_over() -> None:
    text = "一季度,云麓市完成固定资产投资30亿元。2025年云麓市安排重点项目65个,年计划投资52亿元。其中,27个工程共完成投资11亿元。"
    assert told(text)[-1] == ("2025-Q1", "actual")


def test_a_day_on_which_the_reporter_was_told_is_of_no_figure_though_the_year_before_is_spoken_of() -> None:
    text = "2024年云麓市对外贸易再上台阶。1月17日,记者在市商务局获悉,全市进出口总额完成275亿美元,同比增长6.1%。"
    assert rows(text, "time_period", published="2025-01-18", title="云麓市外贸上台阶") == [("2024",), ("2024",)]


def test_months_of_a_this_year_that_nothing_tells_are_of_no_year() -> None:
    text = "2012年,云麓经开区地区生产总值820亿元。今年以来,经济平稳发展,1-6月,地区生产总值430亿元,增长9.1%。"
    given = rows(text, "time_period", published=None, title="云麓经开区简介")
    assert given == [("2012",), ("",), ("",)]


@pytest.mark.parametrize("chosen", ["该区选定", "全区确定", "下达", "计划实施"])
def test_what_a_years_beginning_settles_is_of_the_year(chosen: str) -> None:
    assert told(f"今年年初,{chosen}重点项目46个。")[0][0] == "2025"


def test_with_last_year_a_growth_is_compared() -> None:
    text = "2024年云麓经开区实现地区生产总值347亿元,与2023年同比增长8.2%。"
    assert [period for period, _ in told(text)] == ["2024", "2024"]


def test_a_years_goal_beside_what_was_reached_is_all_that_its_word_reaches() -> None:
    text = "前三季度,云麓经开区完成到位资金73亿元,增长31.4%,高于20%的年度目标。"
    run = "2025-01/2025-09"
    assert told(text, published="2025-11-03") == [(run, "actual"), (run, "actual"), ("2025", "target")]


def test_what_was_made_by_a_years_end_is_of_the_year_and_what_there_was_of_its_day() -> None:
    text = "2012年底,云麓经开区实现工业总产值6400万元,工业增加值1500万元,从业人员2100人。"
    assert [period for period, _ in told(text)] == ["2012", "2012", "2012-12-31"]


def test_what_a_project_is_planned_to_make_is_expected() -> None:
    text = "云麓电机项目正式投产,该项目规划年产电机18万台,年产值11亿元以上,税收3600万元以上。"
    assert {stance for _, stance in told(text)[1:]} == {"forecast"}
    assert told("云麓铜板项目设计年产3万吨,2024年下半年实现产值7亿元。")[-1] == ("2024-S2", "actual")


@pytest.mark.parametrize("meeting", ["全球投资促进大会", "产业合作峰会", "园区发展论坛"])
def test_a_meeting_of_this_morning_has_its_year_in_its_name(meeting: str) -> None:
    assert infer_published(f"今天上午,2021云麓{meeting}举行。会上,84个项目集中签约。")[0] == "2021"


def test_what_is_over_by_the_end_of_a_later_year_is_not_of_the_year_before_it() -> None:
    text = "审批事项从2013年的120项缩减到2018年的38项,截至2018年底,云麓自贸区累计新设企业2万家。"
    assert told(text, published="2019-06-22")[-1] == ("2018-12-31", "actual")


@pytest.mark.parametrize("some_day", ["未来", "下一步", "今后,"])
def test_what_is_meant_for_some_day_is_of_none_that_is_spoken_of(some_day: str) -> None:
    text = f"2025年,云麓经开区工业总产值预计突破180亿元。{some_day}竹木产业产值力争达到90亿元。"
    assert told(text)[-1] == ("", "target")


def test_what_is_done_by_a_years_end_is_no_aim_though_something_is_built_up() -> None:
    text = "云麓园区加快推进循环化改造,规划的重点项目至2024年底已建成64个,完成投资达95亿元。"
    assert {stance for _, stance in rows(text, "time_period", "stance", published=None)} == {"actual"}


def test_a_month_by_which_something_was_done_is_over() -> None:
    text = "2008年3月,云麓工业园扩区。到2009年9月,全园固定资产投资累计达到17亿元。"
    assert infer_published(text)[0] == "2009"


def test_a_congress_of_this_morning_is_the_day_of_what_is_signed_there() -> None:
    text = "本报云麓7月17日电 今天上午,2025云麓投资促进大会举行。会上,58个项目集中签约,总投资291亿元。"
    assert {period for period, _ in told(text)} == {"2025-07-17"}


@pytest.mark.parametrize("planned", ["年内计划完成投资", "年度计划投资", "当年计划完成投资"])
def test_each_sorts_projects_are_of_the_year_and_those_begun_of_its_part(planned: str) -> None:
    text = (
        f"2025年,云麓市安排重点项目60项,{planned}143亿元。1-6月,开复工项目48项,开复工率80%。\n"
        f"分行业看:\n家具项目40个,总投资310亿元,{planned}75亿元,开复工项目30个,开复工率75%;\n"
        f"食品项目20个,总投资162亿元,{planned}68亿元,开复工项目18个,开复工率90%。"
    )
    year, half = "2025", "2025-S1"
    assert [period for period, _ in told(text)] == [year, year, half, half, *[year, year, year, half, half] * 2]


def test_what_is_hoped_for_behind_a_count_is_a_forecast_and_what_is_about_to_be_is_a_sort() -> None:
    assert told("下半年仍有通用厂房等5个项目可望开工。") == [("2025-S2", "forecast")]
    assert told("云麓经开区有开工和即将投产项目9个。")[0][1] == "actual"


def test_how_much_of_a_work_is_done_is_of_the_day_that_its_paragraph_counts_up_to() -> None:
    text = "截至7月15日,二号车间进入吊装阶段。云麓产业园一期工程总工程量已经完成65%。"
    assert rows(text, "time_period", published="2025-07-18", title="云麓产业园建设顺利") == [("2025-07-15",)]


def test_a_programme_of_a_year_that_this_year_carries_out_is_the_articles_own() -> None:
    text = "今年以来,项目建设亮点纷呈。2018年,全市安排重点项目213个,年度计划投资376亿元。1-8月共完成投资241亿元。"
    assert infer_published(text)[0] == "2018"


@pytest.mark.parametrize("past", ["5年来持续领跑全省", "三年来连续两位数", "十年来首次转正"])
def test_how_long_a_pace_has_held_is_no_time_of_what_follows(past: str) -> None:
    text = f"今年前三季度,云麓新区地区生产总值增长9%、增速{past}。分项看,规上工业增加值增长12.6%。"
    assert {period for period, _ in told(text, published="2025-10-28")} == {"2025-01/2025-09"}


def test_a_ceremony_named_for_a_quarter_is_of_no_year_that_something_will_be_built_in() -> None:
    text = "21日上午,云麓高新区举行一季度项目集中开工活动。此次活动涉及17个项目,其中精密模具基地预计2025年建成。"
    assert rows(text, "time_period", published=None, title="云麓高新区项目集中开工")[0] == ("",)


@pytest.mark.parametrize(
    "lead",
    [
        "6月20日,2018云麓·东岭周开幕式在国际会议中心举行。",
        "当天,现场还举行了2018年云麓街道招商项目集中签约仪式。",
        "6月23日,州委副书记率观摩团参加2018年首场项目建设观摩会。",
        "记者从6月26召开的云麓新区召开2018年工作会议上获悉,近五年,产值年均增长6%。",
    ],
)
def test_an_occasion_just_held_has_the_articles_year_in_its_name(lead: str) -> None:
    assert (infer_published(lead)[0] or "")[:4] == "2018"


def test_a_meeting_that_honours_a_year_is_of_the_next() -> None:
    assert infer_published("4月27日,云麓区举行2016年财富百强表彰大会。")[0] is None


@pytest.mark.parametrize(
    ("ground", "stance"), [("占地", "actual"), ("总占地面积", "actual"), ("规划占地", "design"), ("拟占地", "design")]
)
def test_the_ground_that_a_project_stands_on_is_there_unless_it_is_planned(ground: str, stance: str) -> None:
    text = f"云麓新材料有限公司年产6万吨铝材项目总投资9亿元,{ground}260亩。"
    assert rows(text, "indicator", "stance")[-1][1] == stance


@pytest.mark.parametrize("work", ["计划于今年9月建成投产的", "预计年底竣工的"])
def test_a_plan_that_tells_of_a_work_reaches_no_figure_behind_it(work: str) -> None:
    text = f"{work}云麓造纸项目继去年完成投资34亿元后,1月又完成投资5亿元。"
    assert [stance for _, stance in told(text)] == ["actual", "actual"]


def test_what_one_figure_is_expected_to_be_says_nothing_of_the_next_ones() -> None:
    text = "今年1月,云麓经开区贸易额预计完成62亿元,同比增长14%;税收5300万元,同比增长8%。"
    assert [stance for _, stance in told(text)] == ["forecast", "forecast", "actual", "actual"]


def test_a_plan_that_is_fulfilled_aims_at_nothing_and_what_will_yet_come_is_a_forecast() -> None:
    text = "2024年,云麓经开区超额完成年初确定的投资计划,固定资产投资达到73亿元。"
    assert [stance for _, stance in told(text)] == ["actual"]
    assert [stance for _, stance in told("今年下半年,还会有16家配套企业入驻云麓经开区。")] == ["forecast"]
