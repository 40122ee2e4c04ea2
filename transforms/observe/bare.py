"""Whom a bare 园区 or 开发区 means: the park its paragraph named last, else the article's, else what the gazetteer says."""

from __future__ import annotations

import re

from transforms.gazetteer import ParkMention
from transforms.observe.groups import AFTER_PLACE, COUNTED, WHOLE, group_name, is_group
from transforms.observe.mention import Mention
from transforms.observe.scene import Scene

PARAGRAPH = 2000  # characters that a bare word looks back over at most
HEAD = 6  # characters of a name that may stand before a bare word
# Kinds of which a city has one or few: in news of all its parks each is itself.
OF_ITS_KIND = {
    "高新区", "经开区", "综保区", "综合保税区", "保税区", "保税港区", "出口加工区", "自贸区", "经济技术开发区", "经济开发区",
}  # fmt: skip
ANY_PARK = {"园区", "示范区", "功能区", "开发园区", "产业园"}
WHOLE_OR_COUNTED = re.compile(f"{WHOLE.pattern}|{COUNTED.pattern}")
CITY_OFFICE = re.compile(r"[市省][\u4e00-\u9fff]{1,6}(?:局|委|办|厅)[^,;。]{0,10}(?:提出|表示|要求|负责人|透露|介绍|说)")


def bare_park(scene: Scene, park: ParkMention, main: Mention) -> Mention:
    """The mention that a bare word makes; ``main`` is whom the article is about."""
    start, text = park.start, scene.text
    headed = _headed(scene, park)
    if headed is not None:
        return headed
    line = text.rfind("\n", max(0, start - PARAGRAPH), start) + 1 or max(0, start - PARAGRAPH)
    before = scene.named_before(line, start)
    group = _group_before(scene, line, start, park.text)
    if group is not None and (before is None or before.start < group.start):
        return Mention(start, park.end, "region", group.name, True)
    groups = list(WHOLE_OR_COUNTED.finditer(text, line, start)) if is_group(main.name) else []
    nearer = bool(groups) and (before is None or before.start < groups[-1].start())
    office = CITY_OFFICE.search(text, max(line, start - 30), start) is not None
    itself = park.text in OF_ITS_KIND and not main.name.endswith(park.text)
    if is_group(main.name) and (nearer or office) and not itself:
        return Mention(start, park.end, "region", main.name, True)
    if park.text in ANY_PARK and before is not None:
        return Mention(start, park.end, "park", scene.printed(before.name), True)
    about = main.kind == "park" or is_group(main.name)
    if about and (park.text in ANY_PARK or main.name.endswith(park.text)):
        return Mention(start, park.end, main.kind, main.name, True)
    return Mention(start, park.end, "park", scene.printed(park.name), True)


def _headed(scene: Scene, park: ParkMention) -> Mention | None:
    """临港经开区 is 宜宾临港经开区."""
    head = park.name.removesuffix(park.text)
    for k in range(min(len(head), HEAD), 1, -1):
        if scene.text.endswith(head[-k:], 0, park.start):
            return Mention(park.start - k, park.end, "park", scene.printed(park.name))
    return None


def _group_before(scene: Scene, line: int, start: int, kind: str) -> Mention | None:
    """The last 广东省综保区 of a line, before a bare 综保区."""
    for p in reversed(scene.places_between(line, start)):
        match = AFTER_PLACE.match(scene.text, p.end) if p.end < start else None
        if match and match[2].endswith(kind) and (p.place.name.endswith(("省", "自治区")) or match[1]):
            return Mention(p.start, match.end(), "region", group_name(p.place.name, match[1], match[2], scene.whole))
    return None
