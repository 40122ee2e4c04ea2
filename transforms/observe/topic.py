"""Whom an article is about: the subject of its title; where that names none, of its lead."""

from __future__ import annotations

import re
from itertools import zip_longest

from transforms.gazetteer import ParkMention, PlaceMention, bare_kinds, find_places, is_compared
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
from transforms.observe.names import named
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
SOURCE = re.compile(
    r"(?:海关|商会|市?级(?=重[大点]|项目)|举办|召开|举行|日报|晚报|晨报|商报|新闻|电视台|市?网|时报|[\u4e00-\u9fff]{0,4}讯|\d+月\d+日电)"
)
DATELINE = re.compile(r"(?:新华社|中新社|中新网|本报)$")
# 我市一批项目在郑州签约: not the place that the title is about.
ELSEWHERE = re.compile(r"(?:[赴在与和]|走进|来到|对接|牵手|携手)$")
BARE_TITLE = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=半年)|(?<=季度))(?:{'|'.join(sorted(bare_kinds(), key=len, reverse=True))})"
)
WHOLE_SAID = re.compile(r"[全我][市区县州]")
PROVINCE_SAID = re.compile(r"[我全]省|全自治区")
ASKS = re.compile(r"(?:共|现)?有(?:多少|几|哪些)个?|的")
OFFICE = re.compile(r"省?(?:委(?:常委|副?书记)|副?省长|省?(?:政协|人大)(?:副主[席任]|常委))")  # 河北省委常委、石家庄市委书记
TITLE_PART = re.compile(r"(?:(?!片区)[\u4e00-\u9fff]){2,6}片区")  # 广西自贸试验区钦州港片区
OURS = re.compile(r"我[省市县州]")
HOME_SAID = re.compile(r"[全我本该](?:市|省|区|县|州)")
FIRM = re.compile(r"[\u4e00-\u9fff()]{2,16}?(?:公司|集团|大学|学院|研究院|银行|医院)")
OPENS_CLAUSE = re.compile(r"(?:^|[^\u4e00-\u9fff]|[年月日]|截至)$")
# 宜宾港, 广西北部湾港 and 郑州机场 as the port itself.
HARBOUR = re.compile(
    r"(?:北部湾|[\u4e00-\u9fff]{2}(?=港(?:完成|货物|集装箱|吞吐|今年|全年|新增|累计|实现|作为|\d)))?港(?!区|口(?!货物|吞吐)|澳|商|城|资|股|务|航|籍|企|股|元|式|珠|龙|人|府|媒)口?|[\u4e00-\u9fff]{0,4}?(?:国际)?机场(?!集团|公司|高速|路|建设|航|扩建|海关)|口岸(?!办|委|群|局|管)"
)
QUARTER = re.compile(r"港?片区(?:[\u4e00-\u9fff]{2,3}区块)?")  # 钦州港片区


def whole_country(scene: Scene) -> Mention | None:
    """The zones of the country, where the title speaks of them and of no place or park; else where the lead does."""
    park_there = any(p.name and not p.generic for p in scene.in_title)
    if park_there or any(p.start < 0 for p in scene.places):
        return None
    nation = NATION.search(scene.title)
    if nation is None:
        nation = _nation_of_lead(scene)
        return Mention(0, 0, "region", nation[0].removeprefix("我国")) if nation else None
    counted = next((m for m in COUNTED.finditer(scene.text) if m[3] in ("", "国家级", "国家")), None)
    name = uncounted(counted) if counted else nation[0].removeprefix("我国")
    return Mention(0, 0, "region", name)


def _nation_of_lead(scene: Scene) -> re.Match[str] | None:
    """国家高新区 as what a text opens with, before any place and any park, and speaks of again."""
    text = scene.text
    nation = NATION.search(text, 0, LEAD)
    if nation is None or scene.in_title or HOME_SAID.search(scene.whole) or not OPENS_CLAUSE.search(text, 0, nation.start()):
        return None
    named = any(p.name and not p.generic and p.start < nation.start() for p in scene.parks)
    if named or any(p.start < nation.start() for p in scene.places):
        return None
    return nation if text.count(nation[0]) > 1 or text.startswith(("是指", "是"), nation.end()) else None


def article_topic(scene: Scene) -> Mention:
    """The subject of the title; where it names none, that of the lead; a region without a name where neither tells."""
    return (
        _whole_of_title(scene)
        or _park_of_title(scene)
        or _town(scene)
        or _bare_of_title(scene)
        or _work_of_title(scene)
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
    if COUNTED.search(title) is None:
        return None
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
    if park is None:
        return None
    part = TITLE_PART.match(scene.title, park.end)
    return Mention(0, 0, "park", scene.printed(park.name) + (part[0] if part else ""))


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
        said = re.search(rf"(?<![\u4e00-\u9fff])([县市区]){p.text}(?!区)", scene.text[:LEAD]) if p.start == 0 else None
        if p.generic and (county := said):
            home = scene.home(f"全{county[1]}")
            return Mention(0, 0, "park", (home.name if home else county[1]) + p.text)  # 县工业园, under 工业园 in the title
        if p.generic and p.start == 0 and not p.name and _opens_a_clause(scene.text, p.text):
            return Mention(0, 0, "park", scene.park_of_source(p.text) or p.text)
    return None


def _work_of_title(scene: Scene) -> Mention | None:
    """The one project that a title names, with no place or park, and the text speaks of by that name."""
    if scene.in_title or any(p.start < 0 for p in scene.places):
        return None
    found = [(scene.title[a:b], kind) for a, b, kind in named(scene.title) if kind == "project"]
    if len(found) != 1 or found[0][0] not in scene.text:
        return None
    return Mention(0, 0, "project", found[0][0])


def _opens_a_clause(text: str, word: str) -> bool:
    """Whether a word opens a clause of the lead, with 县 or 市 before it or without."""
    at = text.find(word, 0, LEAD)
    return at >= 0 and OPENS_CLAUSE.search(text[max(0, at - 4) : at].rstrip("县市区我")) is not None


def _of_lead(scene: Scene) -> Mention:
    park = next((p for p in scene.parks if p.name and not p.generic and p.start < LEAD and not scene.is_venue(p)), None)
    region = _first_region(scene)
    if region is not None and region.start < 0 and is_group(region.name):
        return region
    if region is not None and region.start >= 0 and (paper := _of_its_paper(scene, region.start)):
        region = Mention(region.start, region.end, "region", paper)
    home = (scene.home("全市") or scene.home("全区")) if HOME_SAID.search(scene.whole) else None
    if park is not None and (region is None or region.start >= park.start):
        said = HOME_SAID.search(scene.text, 0, park.start)
        ours = scene.home(said[0]) if said else None
        if ours is not None:
            return Mention(0, 0, "region", ours.name)  # 全市 is spoken of before any park
        own = OURS.search(scene.whole, 0, len(scene.title) + park.start)
        if own is not None and region is None:
            return Mention(0, 0, "region", own[0])  # our county, which nothing names
    if park is not None and (region is None or (region.start < 0 and _leads(scene, park)) or 0 <= park.start <= region.start):
        return Mention(0, 0, "park", scene.printed(park.name))
    if region is not None:
        return region
    return Mention(0, 0, "region", home.name) if home else _unnamed(scene)


def _of_its_paper(scene: Scene, at: int) -> str:
    """The place of the paper whose 全市 stands before the first place that its text names: 今日高邮 on what 扬州 asks."""
    said = HOME_SAID.search(scene.title) or HOME_SAID.search(scene.text, 0, at)
    ours = scene.of_source(said[0][-1]) if said else None
    return ours.name if ours is not None and ours == scene.home(said[0] if said else "全市") else ""


def _unnamed(scene: Scene) -> Mention:
    """What an article calls its place or park where nothing tells which one it is: 经开区 of the title, 全市 of the lead."""
    if scene.title and (bare := BARE_TITLE.search(scene.title)):
        return Mention(0, 0, "park", bare[0])
    said = WHOLE_SAID.search(scene.title) or WHOLE_SAID.search(scene.text, 0, LEAD)
    opening = next((p for p in scene.parks if p.generic and not p.name and p.start < OPENING), None)
    if opening and not scene.title and OPENS_CLAUSE.search(scene.text, 0, opening.start):
        return Mention(0, 0, "park", opening.text)
    said = said or PROVINCE_SAID.search(scene.title) or PROVINCE_SAID.search(scene.text, 0, LEAD)
    return Mention(0, 0, "region", said[0] if said else "")


def _leads(scene: Scene, park: ParkMention) -> bool:
    """Whether a park is the first that the body names, before any place and any figure."""
    if any(q.role == "figure" for q in scene.document.quantities_between(0, park.start)):
        return False
    return park.start < OPENING and not any(0 <= p.start < park.start for p in scene.places)


def _not_spoken_of(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place of the text is one that others are held against, or a province named for its offices alone."""
    office = place.place.level == "province" and OFFICE.match(scene.text, place.end) is not None
    return office or is_compared(scene.text, place)


def _group_at(scene: Scene, place: PlaceMention) -> int:
    """Where in ``whole`` the parks of a place may be named: behind it, and in a title behind a colon or a question too."""
    at = place.end + len(scene.title) + 1
    if place.end >= 0:
        return at
    if scene.whole[at] == ":" and not any(q.name and not q.generic for q in scene.in_title):
        at += 1  # 云南:开发区托起产业集群
    asks = ASKS.match(scene.whole, at)
    return asks.end() if asks else at  # 安徽有多少个省级以上开发区


def _first_region(scene: Scene) -> Mention | None:
    """The first place of title or lead, with its parks where it stands for those; the last of places that touch."""
    whole, shift = scene.whole, len(scene.title) + 1
    ours, own = HOME_SAID.search(scene.title) is not None, scene.own("县区市")
    for p, following in zip_longest(scene.places, scene.places[1:]):
        if p.start >= LEAD:
            return None
        if p.start >= 0 and _not_spoken_of(scene, p):
            continue
        if SOURCE.match(whole, p.end + shift) or FIRM.match(whole, p.end + shift):
            continue
        before = (max(0, p.start + shift - 3), p.start + shift)
        if DATELINE.search(whole, *before) or (p.start < 0 and ours and ELSEWHERE.search(whole, *before)):
            continue
        if p.start < 0 and own is not None and not p.place.code.startswith(own.code):
            continue
        if following is not None and (following.start == p.end or (p.start < 0 and whole[p.end + shift] in ")]")):
            continue
        after = _group_at(scene, p)
        group, quarter = scene.after_place(p, after), QUARTER.match(whole, p.end + shift)
        harbour = None if group or p.text.endswith("港") else HARBOUR.match(whole, p.end + shift)
        if harbour:
            return Mention(p.start, harbour.end() - shift, "region", whole[p.start + shift : harbour.end()])
        counted = COUNTED.match(whole, after) if p.start >= 0 and not group else None
        if counted and (told := next((g for g in Counted(scene).mentions if g.start == p.start), None)):
            return Mention(p.start, told.end, "region", told.name)  # 海南省13个重点园区
        if quarter and not group:
            return Mention(p.start, quarter.end() - shift, "park", whole[p.start + shift : quarter.end()])
        return Mention(p.start, p.end, "region", scene.group_of(p, group) if group else p.place.name)
    return None
