"""Parks said without the end of their kind once they have been named: 西安经开 of 西安经开区, 临港 of 临港经济区."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.gazetteer import ParkMention, find_places
from transforms.observe.taken import Taken
from transforms.observe.unknown import MOST, WORDS

KIND = re.compile(
    r"([\u4e00-\u9fff]{2,8}?)(?:(经)(?:开区|济(?:技术)?开发区)|高新(?:区|技术产业开发区|技术产业园区|技术开发区))$"
)
GOES_ON = ("区", "技术", "园", "发区")  # what makes the kind's own name of 经开 and 高新
HEAD = re.compile(r"([\u4e00-\u9fff]{2,4})(?:经济区|新区|经济技术开发区|经济开发区|试验区|航空港区|保税港区|工业区)$")
PORT_ZONE = re.compile(r"[\u4e00-\u9fff]{2,3}港(?:经济(?:技术)?开发区|经开区|新区|工业园区|工业区|高新区)$")
BEFORE_ALONE = re.compile(r"^$|[^\u4e00-\u9fff]|[年月日在对为与和了是全到从由向取持据]")
OPENS = re.compile(r"(?:^|[\n,;:。、]|预计|目前|同时)$")
ACTS = re.compile(
    r"累计|全年|今年|去年|上半年|一季度|已经?|将|完成|实现|先后|综合|的(?:企业|产业|工业)|管委会|企业|也|正|共|现有|拥有|引进|签约|"
    r"GDP|\d{4}年|工业|规上|生产总值"
)
ENOUGH = 2  # times that a head alone is said


def curt(whole: str, parks: list[ParkMention]) -> list[ParkMention]:
    """The parks, and where one that has been named in full is said without the end of its kind."""
    said: dict[str, tuple[str, str | None, list[int]]] = {}
    for p in parks:
        if p.generic or not p.name or len(said) >= MOST:
            continue
        if match := KIND.match(p.text):
            word = match[1] + ("经开" if match[2] else "高新")
            at = [a for a in _each(whole, word) if not whole.startswith(GOES_ON, a + len(word))]
            said.setdefault(word, (p.name, p.park_id, at))
        if PORT_ZONE.search(p.text) and "港区" not in said:  # 云屿港经济开发区 is 港区 to its own
            at = [a for a in _each(whole, "港区") if BEFORE_ALONE.search(whole, max(0, a - 1), a)]
            said["港区"] = (p.name, p.park_id, at)
        match = HEAD.fullmatch(p.text)
        if match and match[1] not in said:
            at = list(_acting(whole, match[1]))
            name = len(at) >= ENOUGH and not find_places(match[1]) and not WORDS.search(match[1])
            said[match[1]] = (p.name, p.park_id, at if name else [])
    if not any(at for _, _, at in said.values()):
        return parks
    taken = Taken((p.start, p.end) for p in parks)
    found = [
        ParkMention(a, a + len(word), word, name, park_id, park_id is not None)
        for word, (name, park_id, at) in said.items()
        for a in at
        if not taken.overlaps(a, a + len(word))
    ]
    return sorted([*parks, *found], key=lambda p: p.start)


def _each(whole: str, word: str) -> Iterator[int]:
    at = whole.find(word)
    while at >= 0:
        yield at
        at = whole.find(word, at + len(word))


def _acting(whole: str, word: str) -> Iterator[int]:
    """Where a word opens a clause and does something: 临港累计完成…."""
    for at in _each(whole, word):
        if ACTS.match(whole, at + len(word)) and OPENS.search(whole, max(0, at - 2), at):
            yield at
