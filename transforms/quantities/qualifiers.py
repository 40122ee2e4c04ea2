"""How exact a number is meant: the nearest word before or after it, and only one that belongs to it."""

from __future__ import annotations

import re

from parkwatch.records import Qualifier

REACH = 6  # characters before a number in which its word must end
WORDS: tuple[tuple[Qualifier, str], ...] = (
    ("at_least", "(?:不少于|不低于|不小于|不下|不下于|至少|最低|最少|许多于|≥)[为达有在]?"),
    ("under", "(?:不足|不到|少于|低于|小于|不超过|不高于|不多于|至多|最多|未超过?|<|≤|控制在)了?"),
    ("nearly", "(?:接近于?|将近|逼近|临近|直逼|(?<![最附邻就])近)了?"),
    ("over", "(?:超过|超越|超出|超|突破|冲破|打破|跨越|跨过|闯过|逾|高于|多于|大于|(?<!打)破|>)[了到至达]?"
             "|(?<![通经超不透度途错])过|(?<=[值资收税额])上"),
    ("about", "(?:大约|大概|(?<![签集节条契公履违预邀特])(?<!(?<!折)合)约|近似)[为占合达有计]?"),
)
LAST = frozenset("于下少低≥为达有在足到过多<≤了近临逼超越出破逾>上约概似占合计至")  # what the words before can end in
BEFORE = tuple((name, re.compile(f"(?:{words})$")) for name, words in WORDS)
ABOUT_PART = re.compile(r"约占[^,。;0-9]{1,10}的(?:[0-9.]+%(?:、|和)[^,。;0-9]{1,8}的)*$")  # 约占全省的13%、全市的40%
AFTER = re.compile(
    r"(?:个|元)?(?:[(](?:含|不含|含本数|人民币)[)])?[(]?(?P<q>以上|及以上|之上|开外|以下|以内|之内|内(?!资|部|地|蒙|河|生|容|涵|贸|需|外|陆|有|设)|左右|上下|许|前后|有余|多(?=[,。;、的\s]|$))"
)
AIM = re.compile("力争|争取|确保|冲刺|目标|计划|拟|力求|要求|到20[0-9]{2}年|将|预计|要(?!素|闻|客)|提出|保持在|争创|必须")


def qualifier(text: str, start: int, end: int, hedge: str) -> Qualifier:
    """The qualifier of the number at ``text[start:end]``, whose inner hedge (余, 多, 来, 几) is given apart."""
    after = AFTER.match(text, end)
    if after:
        word = after["q"]
        if word in ("左右", "上下", "许", "前后"):
            return "about"
        if word in ("以下", "以内", "之内", "内"):
            return "under"
        if word in ("多", "有余"):
            return "over"
    before = text[max(0, start - REACH):start].rstrip(" “”\"'")
    found: Qualifier | None = None
    if before and before[-1] in LAST:
        found = next((name for name, pattern in BEFORE if pattern.search(before)), None)
    if after:
        return found if found in ("at_least", "over") else _aim(text, start)
    if hedge in ("余", "多", "几", "上", "数"):
        return "over"
    if hedge == "来":
        return "about"
    if found in ("over", "under") and text[start:end].endswith("百分点") and before.endswith(("高于", "低于", "多于", "少于")):
        return "exact"  # a difference, not a bound
    if found is None and before.endswith("的") and ABOUT_PART.search(text, max(0, start - 40), start):
        return "about"
    return found or "exact"


def _aim(text: str, start: int) -> Qualifier:
    """Of 以上: at least, where the clause sets an aim; else over."""
    clause = max(text.rfind(stop, max(0, start - 40), start) for stop in "。;\n!")
    return "at_least" if AIM.search(text, max(clause + 1, start - 40, 0), start) else "over"
