"""Which stage the ceremony told of before gives to the projects that a sentence refers back to: 集中签约仪式。这批项目总投资…."""

from __future__ import annotations

import re

from transforms.observe.case import Case
from transforms.observe.projects import CODES

CEREMONY = re.compile(r"(?:集中|项目)(签约|开工|竣工|投产)[^,;。\n]{0,6}(?:仪式|活动|大会)")
REFERS = re.compile(r"(?:这批|这些|此次|本次|这次|上述|当天|该批)[^,;。\d]{0,12}项目")
REACH = 120  # characters before the sentence in which the ceremony is told of


def code_of_event(case: Case) -> str:
    """The code of projects that a sentence refers back to, by the ceremony that the text before it told of; "" without one."""
    start = case.window.sentence.start
    if REFERS.search(case.text, start, case.quantity.start) is None:
        return ""
    ceremonies = [*CEREMONY.finditer(case.text, max(0, start - REACH), start)]
    stages = case.document.between("stage", *ceremonies[-1].span()) if ceremonies else []
    return CODES[stages[-1].value] if stages else ""
