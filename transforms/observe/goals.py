"""A goal as a figure of its own: 完成全年任务75亿元的23.7%, 全年目标是8亿美元, and the words that open a list of goals."""

from __future__ import annotations

import re

from transforms.observe.document import Document
from transforms.observe.model import Draft
from transforms.quantities import Quantity

OF_WHAT = r"(?:招商引资|招商|引资|财政收入|税收|投资|年度|全年)?"  # what a goal is of, before its noun
NOUN = r"(?:目标|任务|计划|盘子|(?:任务|考核|计划|目标|年度)指标)(?:任务|目标|计划)?"
# Right before a number: what it is is the goal itself, of the figure before it.
GOAL_IS = re.compile(
    rf"{NOUN}(?:数|额|值|总数|总额|总量)?(?:也|则|就|只|均|分别)?"
    r"(?:是|为|定为|定在|设为|调整为|调整到|确定为|达到?|共|:)?了?[约近超逾过]{0,2}$"
)
SHARE_FOLLOWS = re.compile(rf"(?:以上|左右)?(?:的?(?:{OF_WHAT}{NOUN}|总额|总量|总数))?的[约近超逾过]{{0,2}}")
# 完成全年43亿元目标任务的34.82%: the noun behind the number.
DONE = re.compile(
    r"(?:完成|达到?|占)了?(?:全年|年度|今年|当年|本年|年|年初|上级|全?(?:自治区|[省市州县区盟旗])(?:里|委|政府)?)?(?:确定|制定|下达|核定|交办|定)?的?$"
)
GOAL_BEHIND = re.compile(
    rf"(?:以上)?的?{OF_WHAT}{NOUN}的[约近超逾过]{{0,2}}\d|(?:以上)?的?(?:全年|年度|今年|预期|既定)*(?:目标|任务|计划)(?:任务|目标)?(?=[,;。!]|$)"
)
# Behind 目标, 任务, 盘子: what follows in the sentence is the list of goals.
OPENS = re.compile(r"(?:任务|数|值)?(?:分别)?(?:[】\]」:—]|\((?=[\u4e00-\u9fff])|是(?!否)|为(?!导|引)|定为|确定为|锁定为?)")
MEETS = re.compile(r"(?:占|完成|达到|超过?|超额|实现|围绕|对照|按照|紧盯)[^,;。:]{0,8}$")
BY_A_YEAR = re.compile(r"到(?:20\d\d|明|后)年(?:底|末)?,?[^,;。]{0,8}实现[^,;。]{0,10}$")  # 到2025年实现“6117”目标(…)
LONGEST = 16  # characters before a number that can be the goal's noun


def is_goal(document: Document, quantity: Quantity, low: int) -> bool:
    """Whether an amount or a count, whose own words begin at ``low``, is what a goal asks for."""
    if quantity.unit_measure in ("PC", "PP", "RANK"):
        return False
    asked = (quantity.number_start, low)
    if asked not in document.goals:
        document.goals[asked] = _asks(document.text, quantity, low)
    return document.goals[asked]


def _asks(text: str, quantity: Quantity, low: int) -> bool:
    start = quantity.number_start
    if DONE.search(text, max(low, start - LONGEST), start) and GOAL_BEHIND.match(text, quantity.end):
        return True
    return GOAL_IS.search(text, max(low, start - LONGEST), start) is not None


def of_goal(document: Document, quantity: Quantity, last: Draft | None) -> bool:
    """Whether a percentage tells how much of the goal right before it is done: 完成年任务75亿元的23.7%."""
    if last is None or quantity.unit_measure != "PC" or "stance.goal" not in last.rules:
        return False
    return SHARE_FOLLOWS.fullmatch(document.text, last.quantity.end, quantity.start) is not None


def opens_list(text: str, start: int, end: int) -> bool:
    """Whether the word [start, end) for a goal opens a list of goals: 今年目标:…, 全年的盘子是…."""
    if OPENS.match(text, end) is None:
        return False
    met = MEETS.search(text, max(0, start - 12), start) is not None
    return not met or BY_A_YEAR.search(text, max(0, start - 24), start) is not None
