"""Amounts that are summed up over more than a year: 建区以来累计完成投资310亿元 is no figure of this year."""

from __future__ import annotations

import re

from transforms.observe.told import Scope, Told

# What is told by the year, the quarter or the month where nothing else is said. Of counts and of land a sum is what there is.
FLOWS = {
    "gdp", "fiscal_revenue", "general_public_budget_revenue", "tax_revenue", "industrial_output", "cargo_throughput",
    "container_throughput", "trade_total", "exports", "imports", "fdi_utilized", "fdi_contracted", "operating_revenue",
    "fixed_asset_investment", "industrial_investment", "retail_sales", "domestic_capital_utilized",
}  # fmt: skip
SIGNED = {"projects_signed", "projects_signed_investment"}  # by the end of a year, they too
BY_THE_END = re.compile(r"(?:截至|截止|到|至)[^,;。]{0,12}[底末日]")
SINCE = re.compile(
    r"(?:[建开设成挂运封投启][\u4e00-\u9fff]{1,3}|成立[\u4e00-\u9fff]{0,4})以来|近[两三四五六七八九十]年|五期间|历年|截[至止]|目前|至今|已累计|年末"
)
WITHIN_A_YEAR = re.compile(
    r"今年|本年|同比|年度?计划|目标|任务|[1１一]\s?[-—至到~]\s?\d{1,2}月|前\S{1,3}个?月|[上下]半年|季度|年初以来|当年"
)
YEARS = re.compile(r"\d{4}/\d{4}")
TO_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\d{4}|")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
A_PERIOD = re.compile(r"\d年|\d月|去年|上年|半年|季度")


def up(told: Told) -> Scope:
    """``累计`` of a flow that its sentence sums up over years, or up to a day without a beginning this year."""
    case = told.case
    if told.measured.measure != "level" or told.stance != "actual" or "累计" in told.scope:
        return ()
    start = max(case.window.sentence.start, case.text.rfind(";", case.window.sentence.start, case.quantity.start) + 1)
    said = case.text[start : case.quantity.start]
    if "累计" not in said:  # 截至2019年底,已批准外资项目530个,实际利用外资41亿美元
        by_then = BY_THE_END.match(said) is not None and "已" in said and DAY.fullmatch(told.time_period) is not None
        return ("累计",) if by_then and told.what.code in FLOWS else ()
    if A_PERIOD.search(said[said.rfind("累计") :]):
        return ()
    if told.what.code in SIGNED:
        by_then = BY_THE_END.match(case.text, case.window.sentence.start) is not None
        return ("累计",) if by_then and "-" in told.time_period else ()
    return ("累计",) if YEARS.fullmatch(told.time_period) or _without_a_beginning(told) else ()


def _without_a_beginning(told: Told) -> bool:
    """Whether nothing says that a sum began this year, and something that it did before: 建区以来, 截至目前已累计."""
    sentence, text = told.case.window.sentence, told.case.text
    if TO_DATE.fullmatch(told.time_period) is None or WITHIN_A_YEAR.search(text, sentence.start, sentence.end):
        return False
    return SINCE.search(text, sentence.start, told.case.quantity.start) is not None
