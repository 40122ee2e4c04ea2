"""Whose list some projects are on, where not their own noun says so: 16个项目进入省重点项目库, 列入市级考核的28个重大项目."""

from __future__ import annotations

import re

from transforms.observe.told import Told

_ON = r"(?:列入|纳入|入选|入围|获列|列为|列进)了?(?:\d{4}年度?|今年|全年|本年度?|[一二三四]季度|[上下]半年)?"
_WEIGHS = r"(?:重点|重大|百大|优选|示范|标志性|考核|“[^”]{2,10}”)"
BEHIND = re.compile(
    rf"[个项]?(?:[\u4e00-\u9fff]{{0,6}}项目)?(?:成功|已经?|被|均|全部|分别)*{_ON}(?P<list>[\u4e00-\u9fff]{{0,8}}?{_WEIGHS}[\u4e00-\u9fff]{{0,6}}?)"
    r"(?:项目|工程)?(?P<book>库)?(?:名单|清单|计划|盘子|行列|(?=[,;。、:(]|$))"
)
BEFORE = re.compile(rf"{_ON}(?P<list>[\u4e00-\u9fff“”]{{1,10}}?(?:考核|名单|清单|计划|盘子|库))(?:的)?(?:共有?|有)?$")
ENTERED = re.compile(r"[列纳入]")
NEAR = 24  # code points before a number in which the list may be named


def list_of(told: Told, kind: str) -> str:
    """The list that counted projects are on, with their own ``kind``; "" where the text names none."""
    case = told.case
    if not ENTERED.search(case.text, case.window.clause, case.window.high + 40):
        return ""
    before = BEFORE.search(case.text, max(case.window.clause, case.quantity.start - NEAR), case.quantity.start)
    if before:
        return before["list"] + (kind + "项目" if kind else "")
    behind = BEHIND.match(case.text, case.quantity.end)
    if behind is None or kind:
        return ""
    return behind["list"] + "项目" + (behind["book"] or "")
