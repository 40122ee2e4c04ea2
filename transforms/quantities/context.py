"""What the words before an amount tell of its kind: its currency, and whether a bare 万 or 亿 is money at all."""

from __future__ import annotations

import re

from transforms.quantities.amounts import Amount

CURRENCY = re.compile(
    r"(?P<name>新台币|台币|港币|美金|日币|澳门币|欧元|美元|港元|日元|US[$]|HK[$]|[$]|€|£)(?:约|逾|超过?|达|近|共|各)?$"
)
CODES = {"新台币": "TWD", "台币": "TWD", "港币": "HKD", "港元": "HKD", "美金": "USD", "美元": "USD", "日币": "JPY", "日元": "JPY",
         "澳门币": "MOP", "US$": "USD", "$": "USD", "HK$": "HKD", "€": "EUR", "£": "GBP", "欧元": "EUR"}
MONEY = re.compile(
    "(?:投资|产值|收入|营收|税收|纳税|税金|资金|销售|利润|利税|补贴|奖励|贷款|薪|资本|投入|融资|授信|开票|成交|交易)"
    "[额达了超近约至为]{0,3}$"
)
PEOPLE = re.compile(
    "(?:人口|游客|旅客|员工|职工|职员|就业|岗位|人员|工人|务工者?|劳动力|农民工|移民|村民|师生|经营主体|客流|用户|粉丝|居民|市民|学生|市场主体|商户|户数|人数)(?:总量|总数|数量|数)?"
    "(?:已|将|突破|超|过|达|到|近|约|为|有|新增|净增|增加|增长|增至|增|减少|多|了){0,5}$"
)

COUNTED = re.compile("农村|城镇|常住|人口|农户|农民|群众|用户|居民|失能|老年|青年|大学生|学生|观众|游客|粉丝|小微")


def is_money(text: str, start: int) -> bool:
    """Whether the words before a number that starts at an offset speak of money."""
    return MONEY.search(text, max(0, start - 12), start) is not None


def money(text: str, amount: Amount) -> str:
    """The measure of 元, or of a bare 万 or 亿: the currency that stands before it, NUM where people are counted."""
    named = CURRENCY.search(text, max(0, amount.start - 6), amount.start)
    if named:
        return CODES[named["name"]]
    if amount.unit is None and (PEOPLE.search(text, max(0, amount.start - 12), amount.start) or COUNTED.match(text, amount.end)):
        return "NUM"
    return "CNY"
