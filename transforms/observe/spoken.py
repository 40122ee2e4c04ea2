"""Whom an article names, title and text: all that it may be about, each mention under one name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import zip_longest
from typing import Literal

from parkwatch.record import record
from parkwatch.records import SubjectKind
from transforms.gazetteer import ParkMention, PlaceMention, is_compared, is_visited, stands_for
from transforms.observe.gathered import Counted, branches_name, whole_mention
from transforms.observe.groups import BRANCHES, OF_ITS_KIND, WHOLE
from transforms.observe.names import named
from transforms.observe.scene import Scene
from transforms.observe.taken import Taken
from transforms.observe.unknown import ITSELF

How = Literal["named", "kind", "home", "ours", "bare", "visited"]
# A place in a paper's name or a dateline is not what the article is about: 杭州日报讯, 新华社上海3月2日电.
SOURCE = re.compile(
    r"(?:海关|商会|市?级(?=重[大点]|项目)|日报|晚报|晨报|商报|新闻|电视台|市?网|时报|在线|[\u4e00-\u9fff]{0,6}讯|\d+月\d+日[讯电])"
)
# 近日在云麓市举行, unlike 云麓市举行集中开工仪式: where something was held.
HELD = re.compile(r"(?:举办|召开|举行)")
HELD_AT = re.compile(r"[在于][^,;。]{0,6}$")
DATELINE = re.compile(r"(?:新华社|中新社|中新网|本报)$")
# 我市一批项目在郑州签约: not the place that the title is about.
ELSEWHERE = re.compile(r"(?:[赴在与和]|走进|来到|对接|牵手|携手)$")
ASKS = re.compile(r"(?:共|现)?有(?:多少|几|哪些)个?|的")
OFFICE = re.compile(r"省?(?:委(?:常委|副?书记)|副?省长|省?(?:政协|人大)(?:副主[席任]|常委))")  # 浙江省委常委、嘉兴市委书记
TITLE_PART = re.compile(r"(?:(?!片区)[\u4e00-\u9fff]){2,6}片区|(?:核心|起步|启动|先行)区")  # 云岭自贸试验区青屿港片区
FIRM = re.compile(
    r"(?:(?![与及在将对向把由是引签落]|和(?!平|美)|有(?!限))[\u4e00-\u9fff()]){2,16}?(?:公司|集团|大学|学院|研究院|银行|医院)"
)
# 舟山港, 山东烟台港 and 长沙机场 as the port itself.
HARBOUR = re.compile(
    r"(?:北部湾|[\u4e00-\u9fff]{2}(?=港(?:完成|货物|集装箱|吞吐|今年|全年|新增|累计|实现|作为|\d)))?港(?!区|口(?!货物|吞吐)|澳|商|城|资|股|务|航|籍|企|股|元|式|珠|龙|人|府|媒)口?|[\u4e00-\u9fff]{0,4}?(?:国际)?机场(?!临空|空港|经济|综|保税|集团|公司|高速|路|建设|航|扩建|海关)|口岸(?!办|委|群|局|管)"
)
QUARTER = re.compile(r"港?片区(?:[\u4e00-\u9fff]{2,3}区块)?")  # 青屿港片区
HOME = re.compile(r"[全我本该](?<![占居列在].)(?:市|省|区|县|州|旗|盟)")
OURS_TOWN = re.compile(r"[全我本](?:镇|街道|乡)")
ONE_OF_WORKS = re.compile(r"(?:、[^,;。]{1,60})?等(?:\d+[个项])?[^,;。\d]{0,6}项目")  # 青合产业园等43个项目动工
INDEFINITE = re.compile(r"^[一二三四五六七八九十几数多]*[十百千几多余]+[个家座]")  # 十多个特色园区
LEAD = 400  # characters of the text that can say whom it is about
MOST = 40  # names of parks that a title is looked through for
# Kinds of which a place has one, so that an article can do without its name.
ALONE = OF_ITS_KIND | {"开发区", "高新技术产业开发区", "工业园区"}
AGAIN = 2  # times that a project or an enterprise is said at least where an article is about it


@record
class Spoken:
    """One mention of whom an article may be about; positions in the text, of the title below zero."""

    start: int
    end: int
    kind: SubjectKind
    name: str
    how: How  # by name; by a kind that stands for a name; by 全市; by 全市 or a kind that nothing names; as where someone goes


def spoken(scene: Scene) -> list[Spoken]:
    """All mentions of parks, places, their parks together, towns, ports, projects and enterprises, in the text's order."""
    found = [*_groups(scene), *_parks(scene)]
    taken = Taken((s.start, s.end) for s in found)
    found += _places(scene, taken)
    shift = len(scene.title) + 1
    towns = (t for t in scene.towns if not SOURCE.match(scene.whole, t.end + shift))
    found += (Spoken(t.start, t.end, "region", t.name, "named") for t in towns)
    found += _works(scene)
    for m in OURS_TOWN.finditer(scene.whole) if scene.town else ():
        found.append(Spoken(m.start() - shift, m.end() - shift, "region", scene.town, "home"))
    zone = scene.park_of_office or _zone_for_district(scene)
    unnamed: dict[str, str] = {}  # 我县 and 全县 that nothing names are one, by its last character
    for m in HOME.finditer(scene.whole):
        if taken.overlaps(m.start() - shift, m.end() - shift):
            continue  # 全省 of 全省开发区 is none of the province itself
        home = scene.home(m[0])
        if zone and m[0][-1] == "区" and m[0][0] != "我":
            found.append(Spoken(m.start() - shift, m.end() - shift, "park", zone, "home"))
            continue
        if home is None and m[0][0] == "该":
            continue
        name = home.name if home else unnamed.setdefault(m[0][-1], m[0])
        found.append(Spoken(m.start() - shift, m.end() - shift, "region", name, "home" if home else "ours"))
    return sorted(found, key=lambda s: (s.start, -s.end))


def _zone_for_district(scene: Scene) -> str:
    """The one zone that 全区 means where its district is named but in the zone's own name: 青溪经开区 … 该区."""
    zones = dict.fromkeys(scene.printed(p.name) for p in (*scene.in_title, *scene.parks) if p.name and not p.generic)
    home = scene.home("全区") if len(zones) == 1 else None
    zone = next(iter(zones)) if len(zones) == 1 else ""
    if home is None:
        return zone  # 记者从云岭科技城管委会获悉,全区…
    if not zone.endswith("区"):
        return ""
    spans = Taken((p.start, p.end) for p in scene.parks)
    shift = len(scene.title) + 1
    in_title = Taken((p.start - shift, p.end - shift) for p in scene.in_title)
    alone = (p for p in scene.places if p.place.code == home.code)
    if any(not (in_title if p.start < 0 else spans).overlaps(p.start, p.end) for p in alone):
        return ""
    return next(iter(zones))


def _works(scene: Scene) -> Iterator[Spoken]:
    """Projects and enterprises that are said again."""
    shift = len(scene.title) + 1
    for a, b, kind in (*((a - shift, b - shift, kind) for a, b, kind in named(scene.title)), *scene.works):
        name = scene.whole[a + shift : b + shift]
        if kind != "park" and scene.whole.count(name) >= AGAIN:
            yield Spoken(a, b, kind, name, "named")


def _groups(scene: Scene) -> Iterator[Spoken]:
    """All parks of a place, and parks that are counted."""
    shift = len(scene.title) + 1
    for m in WHOLE.finditer(scene.whole):
        whole = whole_mention(scene, m)
        yield Spoken(m.start() - shift, m.end() - shift, whole.kind, whole.name, "named")
    for m in BRANCHES.finditer(scene.whole):
        yield Spoken(m.start() - shift, m.end() - shift, "region", branches_name(scene, m[0]), "named")
    for group in Counted(scene).mentions:
        if not INDEFINITE.match(group.name):
            yield Spoken(group.start, group.end, group.kind, group.name, "named")


def _parks(scene: Scene) -> Iterator[Spoken]:
    """Parks by name and by kind; what only the article's source names is called so, and a title's park may have projects."""
    shift = len(scene.title) + 1
    by_source: dict[str, str] = {}
    printed_names = {p.name for p in (*scene.in_title, *scene.parks) if not p.generic}
    printed = {p.text for p in scene.parks if not p.generic}
    for name in sorted(printed, key=len, reverse=True)[: MOST if scene.title else 0]:
        at = scene.title.find(name)
        if at >= 0 and not any(p.start < at + len(name) and at < p.end for p in scene.in_title):
            yield Spoken(at - shift, at - shift + len(name), "park", scene.printed(name), "named")
    for p in (*(p.moved(-shift) for p in scene.in_title), *scene.parks):
        if p.start >= 0 and scene.is_venue(p):
            continue
        if p.start >= 0 and not p.generic and ONE_OF_WORKS.match(scene.text, p.end):
            if host := _host(p, printed):
                yield Spoken(p.start, p.start + len(host), "park", host, "named")
            continue
        if p.generic:
            if p.text not in by_source:
                ours = p.text in ALONE and (p.start < 0 or not p.name)
                by_source[p.text] = scene.park_of_source(p.text) if ours else ""
            office = scene.park_of_office
            office = office if office and p.name not in printed_names and stands_for(p.text, p.called(office)) else ""
            name = _of_county(scene, p) or office or by_source[p.text] or (p.text if p.text in ITSELF else p.name)
            yield Spoken(p.start, p.end, "park", scene.printed(name) if name else p.text, "kind" if name else "bare")
            continue
        match = TITLE_PART.match(scene.title, p.end + shift) if p.start < 0 else None
        part = match[0] if match else ""
        yield Spoken(p.start, p.end + len(part), "park", scene.printed(p.name) + part, "named")


def _host(park: ParkMention, printed: Collection[str]) -> str:
    """The park whose name a work's begins with: 云麓经开区 of 云麓经开区新材料产业园."""
    return max((name for name in printed if name != park.text and park.text.startswith(name)), key=len, default="")


def _of_county(scene: Scene, park: ParkMention) -> str:
    """工业园 as what a title opens with, where the text calls it 县工业园: that of the county."""
    if park.start > -len(scene.title) - 1:
        return ""
    said = re.search(rf"(?<![\u4e00-\u9fff])([县市区]){park.text}(?!区)", scene.text[:LEAD])
    home = scene.home(f"全{said[1]}") if said else None
    return (home.name if home else said[1]) + park.text if said else ""


def _places(scene: Scene, taken: Taken) -> Iterator[Spoken]:
    """Places, with their parks where they stand for those, and their ports; the last of places that touch."""
    whole, shift = scene.whole, len(scene.title) + 1
    begun, last = 0, None  # where the places begin that touch: 广西北海市铁山港区
    for p, following in zip_longest(scene.places, scene.places[1:]):
        begun = begun if last == p.start else p.start
        last = p.end
        if (following is not None and following.start == p.end) or _is_aside(scene, p):
            continue
        group = None if taken.overlaps(p.start, p.end) else scene.after_place(p, _group_at(scene, p))
        if group:
            yield Spoken(p.start, group.end() - shift, "region", scene.group_of(p, group), "named")
        elif taken.overlaps(p.start, p.end) or WHOLE.match(whole, p.end + shift):  # 湖北全省开发区
            continue
        elif quarter := QUARTER.match(whole, p.end + shift):
            yield Spoken(p.start, quarter.end() - shift, "park", whole[p.start + shift : quarter.end()], "named")
        elif not p.text.endswith("港") and (harbour := HARBOUR.match(whole, p.end + shift)):
            yield Spoken(p.start, harbour.end() - shift, "region", whole[p.start + shift : harbour.end()], "named")
        else:
            how: How = "visited" if is_visited(whole, begun + shift, p.end + shift) else "named"
            yield Spoken(begun, p.end, "region", p.place.name, how)


def _is_aside(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place is named for a paper, a firm, a dateline or an office, or is one that others are held against."""
    whole, start, end = scene.whole, place.start + len(scene.title) + 1, place.end + len(scene.title) + 1
    if SOURCE.match(whole, end) or FIRM.match(whole, end) or DATELINE.search(whole, max(0, start - 3), start):
        return True
    if whole[start - 1 : start] == "(" and whole[end : end + 1] == ")":
        return True  # 云麓(上海)投资推介会
    if HELD.match(whole, end) and HELD_AT.search(whole, max(0, start - 8), start):
        return True
    if place.start < 0:
        return HOME.search(scene.title) is not None and ELSEWHERE.search(whole, max(0, start - 3), start) is not None
    office = place.place.level == "province" and OFFICE.match(scene.text, place.end) is not None
    return office or is_compared(scene.text, place)


def _group_at(scene: Scene, place: PlaceMention) -> int:
    """Where in ``whole`` the parks of a place may be named: behind it, and in a title behind a colon or a question too."""
    at = place.end + len(scene.title) + 1
    if place.end >= 0:
        return at
    if scene.whole[at] == ":" and not any(q.name and not q.generic for q in scene.in_title):
        at += 1  # 贵州:园区里长出好产业
    asks = ASKS.match(scene.whole, at)
    return asks.end() if asks else at  # 江苏有几家国家级高新区
