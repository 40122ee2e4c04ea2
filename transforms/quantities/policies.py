"""Amounts that a rule grants or asks for (给予20万元奖励, 按3%给予补助): what may be had, of nobody in particular."""

from __future__ import annotations

import re

REACH = 30  # characters before an amount in which the grant is told
GRANT = "奖励|补助|补贴|资助|奖补|扶持|贴息|返还"
BEFORE = re.compile(rf"(?:给予|予以|按照?|(?:{GRANT})(?:标准)?[^,。;\d]{{0,4}}|最高|最多|上限)[^,。;\d]{{0,8}}$")
BEHIND = re.compile(rf"(?:以内|以下)?的?(?:标准)?(?:一次性)?(?:给予|予以)?(?:[\u4e00-\u9fff]{{0,4}})(?:{GRANT})")
CAPPED = re.compile(rf"(?:给予|予以|{GRANT})[^。;\n]*(?:最高|最多|上限)[^,。;\d]{{0,8}}$")
STANDARD = re.compile(rf"(?:{GRANT})标准[^,。;\d]{{0,8}}$")
# What each of them begins with.
TOLD = re.compile(rf"给予|予以|按|{GRANT}|最高|最多|上限")
PAID = re.compile("已|累计|共|获|拨付|发放|兑现|争取|到位|落实|收到|领到|拿到")


def is_rule(text: str, start: int, end: int) -> bool:
    """Whether the amount at ``text[start:end]`` is one that a rule grants; what was paid is a figure."""
    before = text[max(0, start - REACH):start]
    if TOLD.search(before) is None:
        return False
    granted = (BEFORE.search(before) and BEHIND.match(text, end)) or CAPPED.search(before) or STANDARD.search(before)
    return bool(granted) and PAID.search(before) is None
