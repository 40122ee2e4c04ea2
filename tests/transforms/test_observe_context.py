"""Subject, period and stance: carried, shifted, and reached for."""

from __future__ import annotations

from tests.transforms.reading import read, rows
from transforms.copies import signature
from transforms.observe.towns import corps


def test_a_project_is_the_subject_of_its_investment_and_of_what_it_will_bring():
    text = "总投资12亿元的鼎禾电子封装基板项目正在加紧建设。项目达产后预计年销售收入20亿元。"
    assert rows(text, "subject", "subject_kind", "indicator", "stance", "time_period") == [
        ("鼎禾电子封装基板项目", "project", "project_investment", "design", ""),
        ("鼎禾电子封装基板项目", "project", "operating_revenue", "forecast", ""),
    ]


def test_another_park_named_in_mid_paragraph_takes_its_own_figures_alone():
    text = "上半年,云麓经开区工业投资30亿元,增长8%;青棠高新区工业投资12亿元,增长21%。云麓经开区实际使用外资2亿美元。"
    assert [r[0] for r in rows(text, "subject")] == ["云麓经开区"] * 2 + ["青棠高新区"] * 2 + ["云麓经开区"]


def test_a_growth_takes_the_period_of_its_level():
    text = "2024年,云麓经开区地区生产总值208亿元,增长6.1%。今年一季度为49亿元,增长5.8%。"
    assert [r[0] for r in rows(text, "time_period")] == ["2024", "2024", "2025-Q1", "2025-Q1"]


def test_a_flow_without_a_period_takes_the_one_that_the_paragraph_speaks_of():
    text = "今年上半年,云麓经开区经济稳中有进。完成固定资产投资56亿元,增长7%。"
    assert [r[0] for r in rows(text, "time_period")] == ["2025-S1", "2025-S1"]


def test_a_fixed_trait_has_no_period():
    text = "如今的云麓经开区规划面积26平方公里。"
    assert rows(text, "indicator", "time_period", "stance") == [("area_planned", "", "design")]


def test_what_is_aimed_at_is_a_target_and_what_is_done_is_not():
    text = "上半年,云麓经开区完成工业投资30亿元,力争全年突破66亿元。"
    assert rows(text, "stance", "qualifier", "time_period") == [("actual", "exact", "2025-S1"), ("target", "over", "2025")]


def test_the_same_figure_said_twice_is_one_and_two_values_are_both_kept():
    text = "截至6月底,云麓经开区有瞪羚企业9家。\n截至6月底,云麓经开区有瞪羚企业9家。\n截至6月底,云麓经开区有瞪羚企业8家。"
    assert [o.value for o in read(text)] == [9, 8]


def test_traditional_text_keeps_its_print():
    text = "上半年,雲麓經開區實際利用外資2.6億美元,增長12%。"
    observations = read(text, title="雲麓經開區半年報")
    assert [(o.indicator, text[slice(*o.span)]) for o in observations] == [("fdi_utilized", "2.6億美元"), ("fdi_utilized", "12%")]
    assert all(o.evidence == text for o in observations)


def test_a_traditional_article_has_its_names_in_its_own_script_and_the_same_fingerprint():
    traditional = read("今年一季度,中國海關特殊監管區域進出口1800億元。", title="外貿觀察")
    simplified = read("今年一季度,中国海关特殊监管区域进出口1800亿元。", title="外贸观察")
    assert [o.subject for o in traditional] == ["中國海關特殊監管區域"]
    assert signature("同文", traditional).figures == signature("同文", simplified).figures


def test_a_division_of_the_corps_is_a_place():
    title, text = "九师全力招商引资", "从九师招商局了解到,九师去年实施招商引资项目152个,到位资金22亿元。"
    assert {s for (s,) in rows(text, "subject", title=title)} == {"九师"}
    assert [name for _, _, name in corps("三师傅带出徒弟12名,十师生获奖,一师一优课36堂,第十师签约项目9个")] == ["第十师"]
    assert {s for (s,) in rows("新疆生产建设兵团上半年签约项目45个。", "subject", title="兵团签约")} == {"新疆生产建设兵团"}


def test_where_an_event_was_held_is_not_whose_figures_are_told():
    text = "12月1日,全市重点项目集中开工现场会在云麓经济产业园主会场召开。本次集中开工项目90个,总投资82.3亿元。"
    assert {s for (s,) in rows(text, "subject", title="安康四季度重点项目集中开工")} == {"安康市"}


def test_a_goal_with_its_noun_behind_the_number():
    text = "一季度,云麓经开区招商引资到位资金完成14.98亿元,完成全年43亿元目标任务的34.82%,其中省外到位资金4.49亿元。"
    assert rows(text, "indicator", "measure", "stance", "time_period") == [
        ("domestic_capital_utilized", "level", "actual", "2025-Q1"),
        ("domestic_capital_utilized", "level", "target", "2025"),
        ("domestic_capital_utilized", "completion", "actual", "2025-Q1"),
        ("domestic_capital_utilized", "level", "actual", "2025-Q1"),
    ]


def test_the_whole_around_a_park_that_names_its_county():
    ((_,), (comparator,)) = rows("汉源县生态工业集中区实现工业总产值24.3亿元,占全县工业总产值的67.2%。", "comparator")
    assert comparator == "汉源县工业总产值"


def test_what_an_article_calls_its_place_where_nothing_tells_which_it_is():
    text = "上半年,全市新批外商投资企业249家。"
    assert rows(text, "subject", title="利用外资取得新进展") == [("全市",)]
    assert rows("上半年,规上工业增加值同比增长23.5%。", "subject", title="上半年经开区工业持续领先") == [("经开区",)]


def test_county_parks_together_are_a_group_of_their_place():
    text = "2024年,全市县域工业集中区实现工业总产值113.6亿元。"
    assert rows(text, "subject", "subject_kind", title="安康市县域工业集中区迈上新台阶") == [("安康市县域工业集中区", "region")]


def test_production_lines_are_parts_of_the_project_told_of_before():
    text = "青澜建材项目总投资17.8亿元,拟建设年产60万立方米板材生产线2条,全部建成投产后预计年产值12亿元。"
    assert {s for (s,) in rows(text, "subject", title="青澜建材项目签约落户")} == {"青澜建材项目"}


def test_what_a_named_project_is_to_cost_is_no_outlay():
    text = "位于云麓高新区的青澜智慧物流园项目,投资额5亿元,将引入大型物流企业。"
    assert rows(text, "indicator", "stance", "time_period", title="云川县项目集中签约") == [("project_investment", "design", "")]


def test_projects_are_counted_of_a_place_and_once():
    text = (
        "7月2日,汉源县集中签约年产3万吨铸件改扩建和年产1万吨香醋生产线2个项目,协议投资总额8.2亿元。"
        "2个项目建成投产后,预计年税收4580万元。"
    )
    told = rows(text, "indicator", "subject", "value", title="汉源县签约2个项目")
    assert [(c, s) for c, s, v in told if c.startswith("projects_")] == [
        ("projects_signed", "汉源县"),
        ("projects_signed_investment", "汉源县"),
    ]


def test_a_plan_ends_where_a_semicolon_tells_what_is_done():
    text = "目前,云麓经开区在建项目12个,拟开工项目9个;完成产值10.19亿元。"
    assert rows(text, "stance")[-1] == ("actual",)


def test_a_project_of_the_title_is_meant_by_this_project():
    text = "据了解,该项目由云川富意塑料科技有限公司投资建设,总投资2亿元。"
    assert rows(text, "indicator", "subject", title="汽车电机配件项目加紧建设") == [("project_investment", "汽车电机配件项目")]


def test_several_projects_cost_a_total():
    text = "10大工业项目总占地1146.6亩,总投资40亿元。"
    assert rows(text, "indicator")[-1] == ("projects_total_investment",)


def test_a_line_of_a_name_and_an_amount_is_of_what_the_line_over_the_list_says():
    text = "营业收入超500亿元的园区:\n云麓经开区861.9亿元\n青棠高新区569.7亿元"
    assert rows(text, "indicator", "value") == [("operating_revenue", 861.9), ("operating_revenue", 569.7)]
