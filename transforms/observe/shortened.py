"""Parks, their parts and works under a shorter name than the one that introduced them: 回归园 of 回归创业园, 第二基地."""

from __future__ import annotations

import re
from collections.abc import Iterable

from transforms.gazetteer import find_places
from transforms.observe.mention import Mention
from transforms.observe.taken import Taken

KIND = re.compile(
    r"(?:创业|工业|产业|科技|物流|科创|创新|示范|化工|生态|转移|创新创业|循环经济|高新技术产业)?(?:园区|园|集聚区|集中区)$"
)
JOINED = re.compile(
    r"(?P<a>[\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}[-—](?P<b>[\u4e00-\u9fff])[\u4e00-\u9fff]{1,2}?"
    r"(?P<kind>(?:工业|产业|合作|物流|科技|开发|集中发展|新)[^-—]{0,6}[园区])$"
)
JOINT_KINDS = ("园区", "工业园", "工业园区", "产业园", "产业园区", "合作区", "园")
NUMBERED = re.compile(r"第[一二三四五](?:基地|工厂|厂区|中心)$")
LONGEST = 4  # code points of a park's own name that is shortened
MOST = 40  # names that an article's short forms are looked for


def short_forms(mention: Mention) -> list[str]:
    """What else a mention may be called by once it has been named."""
    if mention.kind == "project":
        match = NUMBERED.search(mention.name)
        return [match[0]] if match else []
    if joined := JOINED.search(mention.name):  # 甘眉园区 of 甘孜—眉山工业园区
        return [joined["a"] + joined["b"] + kind for kind in (*JOINT_KINDS, joined["kind"])]
    kind = KIND.search(mention.name)
    places = [p for p in find_places(mention.name) if kind and p.end <= kind.start()]
    own = mention.name[places[-1].end if places else 0 : kind.start()] if kind else ""
    if not kind or not 2 <= len(own) <= LONGEST:
        return []
    return [form for form in (f"{own}园区", f"{own}园", f"{own}片区") if form not in mention.name]


def shortened(text: str, mentions: Iterable[Mention], parts: dict[str, str]) -> list[Mention]:
    """Mentions by short forms, where nothing longer stands; ``parts`` has full names by those of a park's parts alone."""
    known: dict[str, Mention] = {}
    seen: set[str] = set()
    mentions = list(mentions)
    for mention in mentions:
        if mention.back or mention.kind not in ("park", "project") or mention.name in seen or len(seen) >= MOST:
            continue
        seen.add(mention.name)
        for form in short_forms(mention):
            known.setdefault(form, mention)
    for part, name in parts.items():
        known.setdefault(part, Mention(0, 0, "park", name))
    known = {form: mention for form, mention in known.items() if form in text}
    if not known:
        return []
    taken = Taken((m.start, m.end) for m in mentions)
    pattern = re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True)))
    found = (m for m in pattern.finditer(text) if not taken.overlaps(m.start(), m.end()))
    return [Mention(m.start(), m.end(), known[m[0]].kind, known[m[0]].name, False, known[m[0]].span) for m in found]
