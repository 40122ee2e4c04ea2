"""Whom an article is about: the subject of its title; where that names none, of its lead."""

from __future__ import annotations

import re
from itertools import zip_longest

from transforms.gazetteer import ParkMention, bare_kinds, find_places
from transforms.observe.gathered import Counted, branches_name, uncounted, whole_mention
from transforms.observe.groups import (
    BRANCHES,
    COUNTED,
    LEVEL_TITLE,
    NATION,
    OF_ITS_KIND,
    WHOLE,
    is_group,
)
from transforms.observe.mention import Mention
from transforms.observe.scene import Scene

TITLE_PARTS = re.compile(r"[:;,。!?|\s]|年|月|季度|季|半年")
PLACE_AT_MOST = 4
OURS_TOWN = re.compile(r"[全我本]镇|全街道|全乡|我乡")
# Kinds of which a place has one, so that a title can do without its name.
ALONE = OF_ITS_KIND | {"开发区", "高新技术产业开发区", "工业园区"}
BARE_AFTER = re.compile(r"(?:调研|走访|来到|赴|到|在|[市县区])$")
LEAD = 400  # characters of the text that can say whom it is about
OPENING = 160  # characters in which its first park comes before any place
# A place in a paper's name or a dateline is not what the article is about: 广州日报讯, 新华社北京12月6日电.
SOURCE = re.compile(r"(?:举办|召开|举行|日报|晚报|晨报|商报|新闻|电视台|市?网|时报|[\u4e00-\u9fff]{0,4}讯|\d+月\d+日电)")
DATELINE = re.compile(r"(?:新华社|中新社|中新网|本报)$")
# 我市一批项目在郑州签约: not the place that the title is about.
ELSEWHERE = re.compile(r"(?:[赴在与和]|走进|来到|对接|牵手|携手)$")
BARE_TITLE = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=半年)|(?<=季度))(?:{'|'.join(sorted(bare_kinds(), key=len, reverse=True))})"
)
WHOLE_SAID = re.compile(r"全[市区县州]")
HOME_SAID = re.compile(r"[全我本该](?:市|省|区|县|州)")
FIRM = re.compile(r"[\u4e00-\u9fff()]{2,16}?(?:公司|集团|大学|学院|研究院|银行|医院)")
QUARTER = re.compile(r"港?片区(?:[\u4e00-\u9fff]{2,3}区块)?")  # 钦州港片区


def whole_country(scene: Scene) -> Mention | None:
    """The zones of the country, where the title speaks of them and of no place or park."""
    nation = NATION.search(scene.title)
    park_there = any(p.name and not p.generic for p in scene.in_title)
    if nation is None or park_there or any(p.start < 0 for p in scene.places):
        return None
    counted = next((m for m in COUNTED.finditer(scene.text) if m[3] in ("", "国家级", "国家")), None)
    name = uncounted(counted) if counted else nation[0].removeprefix("我国")
    return Mention(0, 0, "region", name)


def article_topic(scene: Scene) -> Mention:
    """The subject of the title; where it names none, that of the lead; a region without a name where neither tells."""
    return (
        _whole_of_title(scene)
        or _park_of_title(scene)
        or _town(scene)
        or _bare_of_title(scene)
        or _of_lead(scene)
    )


def _whole_of_title(scene: Scene) -> Mention | None:
    """All parks of a place, or a park with its branches, as the title's subject."""
    title = scene.title
    branches = BRANCHES.search(title)
    if branches and not any(p.name and not p.generic for p in scene.in_title):
        return Mention(0, 0, "region", branches_name(scene, branches[0]))
    if group := WHOLE.search(title):
        return whole_mention(scene, group)
    if counted := _counted_in_title(scene):
        return counted
    level = LEVEL_TITLE.search(title)
    if level and not scene.in_title:
        return Mention(0, 0, "region", level[0])
    return None


def _counted_in_title(scene: Scene) -> Mention | None:
    """The counted parks that a title opens with, after no more than a place or a colon: 福建三个开发区揽下外资大单."""
    title, shift = scene.title, len(scene.title) + 1
    named = next((p.start for p in scene.in_title if p.name and not p.generic), shift)
    for group in Counted(scene).mentions:
        start, end = group.start + shift, group.end + shift
        if group.start >= 0 or start > named or end == len(title):
            return None
        before = TITLE_PARTS.split(title[:start])[-1]
        if not before or (before == title[:start] and len(before) <= PLACE_AT_MOST and find_places(before + "的")):
            return Mention(0, 0, "region", group.name)
    return None


def _park_of_title(scene: Scene) -> Mention | None:
    park = next((p for p in scene.in_title if p.name and not p.generic), None)
    return Mention(0, 0, "park", scene.printed(park.name)) if park else None


def _town(scene: Scene) -> Mention | None:
    """The town that the title names, or whose own news it is: 我镇, by a town's government."""
    named = next((t for t in scene.towns if t.start < 0), None)
    if named is not None:
        return Mention(0, 0, "region", named.name)
    return Mention(0, 0, "region", scene.town) if scene.town and OURS_TOWN.search(scene.whole) else None


def _bare_of_title(scene: Scene) -> Mention | None:
    """The park that a title means by its bare kind: 开发区签约项目10个, by the city's paper."""
    if any(p.start < 0 for p in scene.places):
        return None
    for p in scene.in_title:
        before = TITLE_PARTS.split(scene.title[: p.start])[-1]
        if p.generic and p.text in ALONE and (not before or BARE_AFTER.search(before)):
            name = scene.park_of_source(p.text) or p.name
            return Mention(0, 0, "park", scene.printed(name)) if name else None
    return None


def _of_lead(scene: Scene) -> Mention:
    park = next((p for p in scene.parks if p.name and not p.generic and p.start < LEAD and not scene.is_venue(p)), None)
    region = _first_region(scene)
    if region is not None and region.start < 0 and is_group(region.name):
        return region
    home = (scene.home("全市") or scene.home("全区")) if HOME_SAID.search(scene.whole) else None
    if park is not None and (region is None or region.start >= park.start):
        said = HOME_SAID.search(scene.text, 0, park.start)
        ours = scene.home(said[0]) if said else None
        if ours is not None:
            return Mention(0, 0, "region", ours.name)  # 全市 is spoken of before any park
    if park is not None and (region is None or (region.start < 0 and _leads(scene, park)) or 0 <= park.start <= region.start):
        return Mention(0, 0, "park", scene.printed(park.name))
    if region is not None:
        return region
    return Mention(0, 0, "region", home.name) if home else _unnamed(scene)


def _unnamed(scene: Scene) -> Mention:
    """What an article calls its place or park where nothing tells which one it is: 经开区 of the title, 全市 of the lead."""
    if scene.title and (bare := BARE_TITLE.search(scene.title)):
        return Mention(0, 0, "park", bare[0])
    said = WHOLE_SAID.search(scene.title) or WHOLE_SAID.search(scene.text, 0, LEAD)
    return Mention(0, 0, "region", said[0] if said else "")


def _leads(scene: Scene, park: ParkMention) -> bool:
    """Whether a park is the first that the body names, before any place and any figure."""
    if any(q.role == "figure" for q in scene.document.quantities_between(0, park.start)):
        return False
    return park.start < OPENING and not any(0 <= p.start < park.start for p in scene.places)


def _first_region(scene: Scene) -> Mention | None:
    """The first place of title or lead, with its parks where it stands for those; the last of places that touch."""
    whole, shift = scene.whole, len(scene.title) + 1
    ours, own = HOME_SAID.search(scene.title) is not None, scene.own("县区市")
    for p, following in zip_longest(scene.places, scene.places[1:]):
        if p.start >= LEAD:
            return None
        if SOURCE.match(whole, p.end + shift) or FIRM.match(whole, p.end + shift):
            continue
        before = (max(0, p.start + shift - 3), p.start + shift)
        if DATELINE.search(whole, *before) or (p.start < 0 and ours and ELSEWHERE.search(whole, *before)):
            continue
        if p.start < 0 and own is not None and not p.place.code.startswith(own.code):
            continue
        if following is not None and (following.start == p.end or (p.start < 0 and whole[p.end + shift] in ")]")):
            continue
        after = p.end + shift
        if p.end < 0 and whole[after] == ":" and not any(q.name and not q.generic for q in scene.in_title):
            after += 1  # 云南:开发区托起产业集群
        group, quarter = scene.after_place(p, after), QUARTER.match(whole, p.end + shift)
        if quarter and not group:
            return Mention(p.start, quarter.end() - shift, "park", whole[p.start + shift : quarter.end()])
        return Mention(p.start, p.end, "region", scene.group_of(p, group) if group else p.place.name)
    return None
