"""One statement said in every way: each word of each part stands in some sentence, and no wording changes what is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.transforms.reading import read

PUBLISHED = "2023-08-15"
TITLE = "云麓经开区经济运行情况"
PARK = {"云麓经开区", "云麓经济技术开发区"}
TIMES = {
    "今年上半年": "2023-S1", "上半年": "2023-S1", "1-7月": "2023-01/2023-07", "1至7月": "2023-01/2023-07",
    "1—7月份": "2023-01/2023-07", "前7个月": "2023-01/2023-07", "前七月": "2023-01/2023-07", "今年前7月": "2023-01/2023-07",
    "头七个月": "2023-01/2023-07", "元至七月": "2023-01/2023-07", "7月份": "2023-07", "7月当月": "2023-07", "去年": "2022",
    "2022年": "2022", "去年全年": "2022", "2022年度": "2022", "二季度": "2023-Q2", "今年第二季度": "2023-Q2", "首季": "2023-Q1",
    "2021年前三季度": "2021-01/2021-09", "上月": "2023-07", "“十三五”期间": "2016/2020", "今年截至7月底": "2023-01/2023-07",
    "去年下半年": "2022-S2",
}  # fmt: skip
SUBJECTS = (
    "云麓经开区", "园区", "全区", "该区", "该园区", "开发区", "经开区", "云麓经济技术开发区", "", "我区", "该开发区", "区内",
)  # fmt: skip
NOUNS = {
    "gdp": "地区生产总值 生产总值 GDP",
    "industrial_output_ads": "规模以上工业总产值 规上工业产值 规模工业产值 规模以上工业企业总产值",
    "industrial_output": "工业总产值 工业产值",
    "industrial_value_added_ads": "规上工业增加值 规模以上工业增加值 规模工业增加值",
    "emerging_industry_output": "战略性新兴产业产值 战新产业产值",
    "invoiced_sales": "工业开票销售 开票销售收入 应税销售收入 工业企业开票销售",
    "operating_revenue": "营业收入 主营业务收入 营业总收入 技工贸总收入 业务总收入 销售收入",
    "service_revenue_ads": "规上服务业营业收入 规模以上服务业营收",
    "service_value_added": "服务业增加值 第三产业增加值",
    "retail_sales": "社会消费品零售总额 社零总额",
    "enterprise_profit": "利润总额 规上工业利润 工业利润",
    "general_public_budget_revenue": "一般公共预算收入 公共财政预算收入 地方财政收入 地方一般预算收入",
    "fiscal_revenue": "财政总收入 财政收入 全口径财政收入",
    "tax_revenue": "税收收入 税收 入库税收 全口径税收 税收总额",
    "fixed_asset_investment": "固定资产投资 固投 全社会固定资产投资",
    "industrial_investment": "工业投资 工业固定资产投资",
    "tech_upgrade_investment": "技改投资 工业技改投资 技术改造投资",
    "fdi_utilized": "实际利用外资 实际使用外资 到账外资 实际到账外资 外资到账 利用外资 外商直接投资",
    "domestic_capital_utilized": "到位内资 实际利用内资 利用省外资金 招商引资到位资金 引进市外资金",
    "trade_total": "进出口总额 外贸进出口总值 进出口总值 外贸进出口 进出口额",
    "exports": "出口总额 外贸出口 出口额 出口",
    "imports": "进口总额 进口额",
    "rd_expense": "研发费用 研发投入 研发经费支出",
    "tech_contract_value": "技术合同成交额 技术合同交易额 技术合同登记额",
}
CODES = {noun: code for code, said in NOUNS.items() for noun in said.split()}
VERBS = (
    "实现{n}{v}", "完成{n}{v}", "{n}达{v}", "{n}达到{v}", "{n}{v}", "{n}为{v}", "{n}完成{v}", "{n}实现{v}", "共实现{n}{v}",
    "{n}突破{v}", "{n}累计完成{v}", "实现{n}共计{v}", "{n}总量达{v}", "录得{n}{v}",
)  # fmt: skip
VALUES = {
    "112.6亿元": 112.6, "近113亿元": 113, "112亿多元": 112, "一百一十二亿元": 112, "1126000万元": 1126000, "逾112亿元": 112,
    "112.6亿元人民币": 112.6, "112亿余元": 112,
}  # fmt: skip
GROWTHS = {
    ",同比增长14.2%": 14.2, ",增长14.2%": 14.2, ",同比增14.2%": 14.2, ",比上年同期增长14.2%": 14.2, ",增幅14.2%": 14.2,
    ",较去年同期增长14.2%": 14.2, ",增速达14.2%": 14.2, ",同比上升14.2%": 14.2, ",同比净增14.2%": 14.2, ",同期增长14.2%": 14.2,
    ",同比下降14.2%": -14.2, ",同比负增长14.2%": -14.2, "(增长14.2%)": 14.2, ",增长率为14.2%": 14.2, ",降14.2%": -14.2,
    ",与去年同期相比增长14.2%": 14.2, ",按可比价格计算增长14.2%": 14.2, ",名义增长14.2%": 14.2, ",降幅为14.2%": -14.2,
    ",与上年同期相比上升了14.2%": 14.2, ",同比大幅增长14.2%": 14.2, "、增长14.2%": 14.2, ",同口径增长14.2%": 14.2,
    ",逆势增长14.2%": 14.2, ",稳步增长14.2%": 14.2, ",实现14.2%的高增长": 14.2, "(+14.2%)": 14.2, ",同比-14.2%": -14.2,
}  # fmt: skip
TAILS = {
    "": None, ",完成年度任务的58.3%": ("completion", 58.3), ",占年度目标的58.3%": ("completion", 58.3),
    ",完成率58.3%": ("completion", 58.3), ",为年度计划的58.3%": ("completion", 58.3), ",序时进度58.3%": ("completion", 58.3),
    ",占全市的23.1%": ("share", 23.1), ",占全市比重达23.1%": ("share", 23.1), ",占全市总量的23.1%": ("share", 23.1),
    ",列全市第2位": ("rank", 2), ",居全市第二": ("rank", 2), ",总量位居全市第2": ("rank", 2), ",增速列全市第2位": ("rank", 2),
    ",高于全市2.1个百分点": ("increment", 2.1), ",增速高于全市平均水平2.1个百分点": ("increment", 2.1),
    ",比一季度加快2.1个百分点": ("increment", 2.1), ",净增2.1亿元": ("increment", 2.1),
    ",比去年同期多2.1亿元": ("increment", 2.1),
}  # fmt: skip
ORDERS = ("{t},{s}{x}", "{s}{t}{x}", "{t}{s}{x}", "据统计,{t}{s}{x}")
SENTENCES = 300


def _picked(choices: dict[str, Any] | tuple[str, ...], step: int, n: int) -> str:
    """One of the choices; steps without a common divisor bring each of them together with each of another part in time."""
    return list(choices)[(n * step + n // len(choices)) % len(choices)]


@pytest.mark.parametrize("n", range(SENTENCES))
def test_no_wording_changes_what_is_told(n: int) -> None:
    time, subject, noun = _picked(TIMES, 5, n), _picked(SUBJECTS, 7, n), _picked(CODES, 1, n)
    value, growth, tail = _picked(VALUES, 3, n), _picked(GROWTHS, 2, n), _picked(TAILS, 7, n)
    said = _picked(VERBS, 3, n).format(n=noun, v=value)
    text = _picked(ORDERS, 1, n).format(t=time, s=subject, x=said) + growth + tail + "。"
    told = [
        (o.measure, o.value, o.indicator, o.time_period, o.subject in PARK, o.stance)
        for o in read(text, title=TITLE, published=PUBLISHED)
    ]
    figures = [("level", VALUES[value]), ("growth", GROWTHS[growth]), *([TAILS[tail]] if TAILS[tail] else [])]
    assert told == [(measure, v, CODES[noun], TIMES[time], True, "actual") for measure, v in figures], text
