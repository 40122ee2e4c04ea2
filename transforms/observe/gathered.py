"""Where a text speaks of several parks as one subject: 全省开发区, 云南省89个开发区, 中西部16个国家级开发区."""

from __future__ import annotations

import re

from transforms.gazetteer import Place
from transforms.observe.groups import (
    BRANCHES,
    COUNTED,
    COUNTED_PLACES,
    LEVEL_GROUP,
    NATION,
    PART_OF_COUNTRY,
    WHOLE,
    group_name,
)
from transforms.observe.mention import Mention
from transforms.observe.scene import Scene

HOME_SAID = re.compile(r"[全我][省市区]")
OF_COUNT = re.compile(r"共有|现有")


def groups(scene: Scene, main: Mention) -> list[Mention]:
    """All parks of a place: 全省开发区, 云南省89个开发区, 17个国家级开发区; ``main`` is whom the article is about."""
    text = scene.text
    out = [Mention(m.start(), m.end(), "region", m[0]) for m in COUNTED_PLACES.finditer(text)]
    if main.kind == "region" and (branches := BRANCHES.search(main.name)):
        same = [m for m in BRANCHES.finditer(text) if m[0] == branches[0]]
        out += [Mention(m.start(), m.end(), "region", main.name) for m in same]
    for m in WHOLE.finditer(text):
        home = scene.home(m[1])
        name = group_name(home.name if home else m[1], m[2], m[3], scene.whole)
        out.append(Mention(m.start(), m.end(), "region", name, True))
    covered = {at for a in out for at in range(a.start, a.end)}
    for m in LEVEL_GROUP.finditer(text):
        if m.start() not in covered:
            out.append(Mention(m.start(), m.end(), "region", _level_group(scene, m[1], m[2])))
            covered.update(range(*m.span()))
    place_ends = {p.end: p for p in reversed(scene.places)}
    for m in COUNTED.finditer(text):
        place = place_ends.get(m.start())
        start = place.start if place else m.start()
        home = place.place if place else _said_home(scene, m[1] or "")
        if home is None and m[2] in ("国家级", "省级") and not m[1]:
            out.append(Mention(start, m.end(), "region", m[2] + m[3], True))
            covered.update(range(start, m.end()))
        elif home is not None and start not in covered:
            out.append(Mention(start, m.end(), "region", group_name(home.name, m[2], m[3], scene.whole), place is None))
            covered.update(range(start, m.end()))
    return out


def _said_home(scene: Scene, word: str) -> Place | None:
    """The division whose parks are counted: the one that 全省 or 全市 means, where the article speaks of it at all."""
    for each in (word,) if word else ("全省", "全市"):
        home = scene.home(each)
        if home is not None and (word or HOME_SAID.search(scene.whole) or home.name[:2] in scene.heads_of_places):
            return home
    return None


def _level_group(scene: Scene, sort: str, kind: str) -> str:
    home = scene.home("全省") if re.search(r"[全我]省", scene.whole) else None
    return (home.name if home else "") + sort + kind


def groups_of_country(scene: Scene, main: Mention) -> list[Mention]:
    """国家级开发区 in news of all of them, and the parts that are counted: 中西部16个国家级开发区."""
    out = [Mention(m.start(), m.end(), "region", main.name, True) for m in NATION.finditer(scene.text)]
    for m in COUNTED.finditer(scene.text):
        part = PART_OF_COUNTRY.search(scene.text, max(0, m.start() - 8), m.start())
        start = part.start() if part else m.start()
        out = [o for o in out if o.end <= start or m.end() <= o.start]
        out.append(Mention(start, m.end(), "region", OF_COUNT.sub("", scene.text[start : m.end()])))
    return out
