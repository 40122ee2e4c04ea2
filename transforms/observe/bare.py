"""Whom a bare 园区 or 开发区 means: the park its paragraph named last, else the article's, else what the gazetteer says."""

from __future__ import annotations

import re

from transforms.gazetteer import ParkMention, stands_for
from transforms.observe.groups import OF_ITS_KIND, is_group
from transforms.observe.mention import Mention
from transforms.observe.mention import before as before_at
from transforms.observe.roles import is_subject
from transforms.observe.scene import Scene

PARAGRAPH = 2000  # characters that a bare word looks back over at most
HEAD = 6  # characters of a name that may stand before a bare word
PART_NAME = re.compile(r"(?:片区|产业区|组团|分园)$")
ANY_PARK = {"园区", "示范区", "功能区", "开发园区", "产业园"}
CITY_OFFICE = re.compile(r"[市省][\u4e00-\u9fff]{1,6}(?:局|委|办|厅)[^,;。]{0,10}(?:提出|表示|要求|负责人|透露|介绍|说)")


def bare_park(scene: Scene, park: ParkMention, main: Mention, groups: list[Mention]) -> Mention:
    """The mention that a bare word makes; ``main`` is whom the article is about, ``groups`` what it says of several parks."""
    start, text = park.start, scene.text
    headed = _headed(scene, park)
    if headed is not None:
        return headed
    place = scene.place_ending(start + len(scene.title) + 1)
    part = park.text == "园区" and main.kind == "park" and place is not None and place.place.level == "county"
    if part and place is not None and place.text not in main.name:
        return Mention(place.start, park.end, "park", text[place.start : park.end])  # 平房园区, of 哈经开区
    line = text.rfind("\n", max(0, start - PARAGRAPH), start) + 1 or max(0, start - PARAGRAPH)
    before = scene.named_before(line, start)
    if before is not None and not is_subject(text, Mention(before.start, before.end, "park", before.name)):
        before = scene.named_before(line, before.start) or before
    if before is not None and main.kind == "park" and PART_NAME.search(before.name):
        before = None  # 其中云屏片区…。园区累计完成…: the whole again
    told = _told_before(scene, groups, line, start) if main.kind == "region" else None
    told = told if told is not None and _fits(park.text, told.name) else None
    group = _group_before(scene, line, start, park.text) or told
    if group is not None and (before is None or before.start < group.start):
        return Mention(start, park.end, "region", group.name, True)
    whole = told.name if told else main.name
    listed = before is not None and is_group(whole) and _fits(park.text, whole) and _is_listed(scene, before, line, start)
    office = CITY_OFFICE.search(text, max(line, start - 30), start) is not None
    if listed or (is_group(main.name) and office and _fits(park.text, main.name)):
        return Mention(start, park.end, "region", whole if listed else main.name, True)
    if park.text in ANY_PARK and before is not None:
        return Mention(start, park.end, "park", scene.printed(before.name), True)
    about = (main.kind == "park" or is_group(main.name)) and (park.text in ANY_PARK or main.name.endswith(park.text))
    about = about or (main.kind == "park" and _is_of_kind(main.name, park.text) and not _said_as(scene, park, line))
    name = main.name if about else scene.printed(park.name)
    return Mention(start, park.end, main.kind if about else "park", name, True)


def _is_of_kind(name: str, kind: str) -> bool:
    """Whether a bare kind can mean a park of that name: 经开区 and 云麓经济技术开发区."""
    return stands_for(kind, ParkMention(0, 0, name, name, None, False))


def _said_as(scene: Scene, park: ParkMention, line: int) -> bool:
    """Whether the paragraph has named the park that the gazetteer takes a bare word for."""
    return any(line <= p.start < park.start and p.name == park.name and not p.generic for p in scene.parks)


def _is_listed(scene: Scene, park: ParkMention, line: int, start: int) -> bool:
    """Whether a sentence that is over told parks one by one: A园区28亿元,B园区19亿元。园区从业人员2.9万人."""
    end = scene.text.find("。", park.end, start)
    opens = scene.text.rfind("。", line, park.start) + 1 or line
    return end >= 0 and len({p.name for p in scene.parks if opens <= p.start < end and p.name and not p.generic}) > 1


def _fits(word: str, name: str) -> bool:
    """Whether a bare word can mean several parks of a name: 高新区 among all parks of a city is itself."""
    return word not in OF_ITS_KIND or name.endswith(word)


def _told_before(scene: Scene, groups: list[Mention], line: int, start: int) -> Mention | None:
    """The group that a paragraph spoke of last."""
    last = next((m for m in before_at(groups, start) if m.start >= line and is_subject(scene.text, m)), None)
    return last if last is not None and is_group(last.name) else None


def _headed(scene: Scene, park: ParkMention) -> Mention | None:
    """临港经开区 is 宜宾临港经开区."""
    head = park.name.removesuffix(park.text)
    for k in range(min(len(head), HEAD), 1, -1):
        if scene.text.endswith(head[-k:], 0, park.start):
            return Mention(park.start - k, park.end, "park", scene.printed(park.name))
    return None


def _group_before(scene: Scene, line: int, start: int, kind: str) -> Mention | None:
    """The last 广东省综保区 of a line, before a bare 综保区."""
    shift = len(scene.title) + 1
    for p in reversed(scene.places_between(line, start)):
        match = scene.after_place(p, p.end + shift) if p.end < start else None
        if match and match[2].endswith(kind) and (p.place.name.endswith(("省", "自治区")) or match[1]):
            return Mention(p.start, match.end() - shift, "region", scene.group_of(p, match))
    return None
