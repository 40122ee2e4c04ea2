"""What a total is told apart by, where its parts name no indicator: 进出口120亿元。从贸易方式看,一般贸易80亿元."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.observe.case import Case
from transforms.observe.model import Draft, Indicated, unit_class

# The State's own classes: how goods are traded, who owns a firm, which tax it is.
_MODES = (
    "一般贸易|加工贸易|来料加工|进料加工|保税(?:物流|贸易|加工|仓储|展示)?|跨境电商|跨境电子商务|边境(?:小额)?贸易|边民互市(?:贸易)?|"
    "市场采购(?:贸易)?|转口贸易|易货贸易|服务贸易|货物贸易|特殊监管区域物流货物"
)
_OWNERS = "(?:民营|私营|国有|集体|外资|外商投资|内资|台资|港资|合资|股份制|混合所有制|央属|市属|中小|大型|小微)企业"
_TAXES = (
    "(?:国内)?增值税|企业所得税|个人所得税|消费税|营业税|房产税|土地增值税|城镇土地使用税|契税|资源税|城市维护建设税|城建税|耕地占用税|"
    "印花税|车船税|车辆购置税|环境保护税|环保税|烟叶税|国税|地税"
)
TRADE, TAX = frozenset({"trade_total", "exports", "imports"}), frozenset({"tax_revenue"})
_OWNED = TRADE | TAX | {
    "industrial_output_ads", "industrial_output", "industrial_value_added_ads", "industrial_value_added", "operating_revenue",
    "enterprise_profit", "fixed_asset_investment", "industrial_investment", "invoiced_sales",
}  # fmt: skip
_ENDS = r"(?:累计)?(?:项下)?(?:完成|实现|入库|达到?|为|约|近|超过?|突破|占|有|共)*$"
_OPENS = r"(?:^|[,;:、和])(?:其中,?)?(?:以)?"
CLASSES = (
    (
        TRADE,
        re.compile(
            rf"{_OPENS}(?P<part>(?:{_MODES})(?:[和及与、](?:{_MODES}))*)(?:方式)?(?:合计|共)?(?P<way>进出口|进口|出口)?{_ENDS}"
        ),
    ),
    (TAX, re.compile(rf"{_OPENS}(?P<part>{_TAXES}){_ENDS}")),
    (_OWNED, re.compile(rf"{_OPENS}(?P<part>{_OWNERS}){_ENDS}")),
)
WAYS = {"进出口": "trade_total", "进口": "imports", "出口": "exports"}
REACH = 6  # figures back that the total can be


def part_told(case: Case) -> Indicated | None:
    """The indicator of an amount whose own words name a class that the total before is told apart by."""
    if case.unit != "M" or not case.left:
        return None
    for codes, class_ in CLASSES:
        match = class_.search(case.left)
        whole = _whole(case, codes) if match else None
        if match and whole is not None:
            if way := WAYS.get(match.groupdict().get("way") or ""):
                return Indicated(way, match["part"] + match["way"], (match["part"],), "amount.part_told")
            return replace(whole.what, scope=(match["part"],), rule="amount.part_told")
    return None


def _whole(case: Case, codes: frozenset[str]) -> Draft | None:
    """The total in the same paragraph; or the part before, which stands beside this one."""
    paragraph = case.window.sentence.paragraph
    fitting = (d for d in reversed(case.drafts[-REACH:]) if d.what.code in codes and unit_class(d.quantity) == case.unit)
    levels = [d for d in fitting if d.measure == "level" and d.sentence.paragraph == paragraph]
    both = next((d for d in levels if d.what.code == "trade_total" and levels[0].sentence != case.window.sentence), None)
    return both or next(iter(levels), None)  # 出口4亿元;进口3亿元。从贸易方式看,一般贸易…: of both
