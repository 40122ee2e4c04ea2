"""The parks and places that an article names, title and text, and what its 全市 and 我省 mean."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property

from transforms.gazetteer import (
    ParkMention,
    Place,
    PlaceMention,
    as_printed,
    find_parks,
    find_places,
    is_compared,
    main_place,
    stands_for,
)
from transforms.gazetteer.names import family_of
from transforms.observe.curt import curt
from transforms.observe.districts import new_districts
from transforms.observe.document import Document
from transforms.observe.groups import OF_ITS_KIND, after_place, group_name, place_name
from transforms.observe.mention import NEARBY, Mention
from transforms.observe.names import named
from transforms.observe.taken import Taken
from transforms.observe.towns import TOWN_BEHIND, corps, ports, town_of, towns
from transforms.observe.unknown import titled, told_by_kind, with_parts, with_unknown
from transforms.repair import fold

MADE = re.compile(
    r"(?:洽谈|共建|建设|打造|创建|申报|规划|设立|谋划|整合|合并|下辖|毗邻|相邻|对接|[在是将由]原)[^,;。]*$"
)  # a park that someone makes is no one's subject yet
# Verbs that no park's name starts with.
NAME_VERBS = re.compile(
    r"占|.*[亿万](?:[多余]?元|[多余])|.*[\d一二两三四五六七八九十]+[个家大]|(?:建成|新建|建立|创建|形成|共建|培育|获批|安排|实施|援助|支持|推动|推进|完成|引导|参与|开展|组织|加快|加强|提升|入驻|落户|走进|依托|围绕|聚焦|带动|打造|建设)+"
)
LEVEL_NAME = re.compile(
    r"^(?:国家|省|市|自治区)(?:示范性?|优秀|重点|先进|特色|十佳|十强|百强)[\u4e00-\u9fff]{2,10}$|"
    r"(?:国家)?[1-5]?A{1,5}级[\u4e00-\u9fff]{0,2}(?:景区|旅游区|风景区)$|^(?:国家级|省级|自治区级|市级|县级)[\u4e00-\u9fff]{2,8}$|"
    r"(?:国家级|省级|自治区级|市级|县级)(?!经济|高新|综合?保税|经开)[\u4e00-\u9fff]{2,8}$"
)
COUNTED_KIND = re.compile(r"区?\d+[个家]")  # 绿色低碳产业园区10个
COUNTY_PARK = re.compile(
    r"([县市])(?:(?<![\u4e00-\u9fff].)|(?<=[从在由到对与].))"
    r"(产业集聚区|工业集中区|工业集聚区|产业集中区|工业园区?|产业园区|经济开发区|开发区|经开区|高新区)(?!域)"
)
PLANT = re.compile(r"(?:制造|生产|总部|研发)基地$")  # 天际汽车泉州制造基地: a firm's, no park
LONGEST_PLACE = 12

# Whose news a zone's own office tells.
MANAGED = re.compile(r"([\u4e00-\u9fff]{4,16}?)(?:党工委|管委会|管理委员会|党群工作部|行政审批局|经济发展局)")
ZONE_ITSELF = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,12}(?:经济技术开发区|经济开发区|高新技术产业开发区|高新区|经开区|综合保税区|保税区|新区|示范区|试验区|工业园区|产业园区|集聚区|开发区))"
    r"(?:(?:党工委)?管委会|管理委员会|官网|发布|融媒体中心|政府网|门户网站)?"
)
AT = re.compile(r"[在于][^,;。]{0,10}$")
VENUE = re.compile(r"(?:主|分)?会?场?(?:隆重)?(?:召开|举行|举办|开幕)")


class Scene:
    """What an article's title and text name, in the text's order; positions in the title are below zero."""

    def __init__(self, document: Document, title: str, place: str) -> None:
        """Read parks and places; ``title`` is folded, ``place`` the division that the portal reports on."""
        self.document, self.title, self.place = document, title, place
        self.text = text = document.text
        self.whole = whole = f"{title}\n{text}"
        self._printed_places: dict[str, Place] = {}
        shift = len(title) + 1
        self.source = fold(document.article.source or "").text
        self._homes: dict[str, Place | None] = {}
        divisions = list(corps(whole))
        of_corps = Taken((a, b) for a, b, _ in divisions)
        self.places: list[PlaceMention] = [
            p.moved(-shift, self._as_printed(p))
            for p in find_places(whole)
            if not of_corps.overlaps(p.start, p.end)
        ]
        parks = self._read(whole)
        self.parks: list[ParkMention] = [p.moved(-shift) for p in parks if p.start >= shift]
        self.town = town_of(self.source)
        held = Taken([(p.start, p.end) for p in self.places] + [(p.start, p.end) for p in self.parks])
        alone = (Mention(a - shift, b - shift, "region", name) for a, b, name in (*divisions, *towns(whole), *ports(whole)))
        behind = (TOWN_BEHIND.match(whole, p.end + shift) for p in self.places)
        found = itertools.chain(alone, (Mention(m.start() - shift, m.end() - shift, "region", m[0]) for m in behind if m))
        self.towns = [t for t in found if not held.overlaps(t.end - 1, t.end)]
        spans = Taken((p.start, p.end) for p in self.parks)
        self.heads_of_places = {p.place.name[:2] for p in self.places if not spans.overlaps(p.start, p.end)}
        self.in_title = [p for p in parks if p.start < shift]
        self._printed = self._printed_names(self.parks + self.in_title)
        self.works = list(named(text))
        works = [
            ParkMention(a, b, text[a:b], text[a:b], None, False)
            for a, b, kind in self.works
            if kind == "park" and not spans.overlaps(b - 1, b)
        ]
        self._named_parks = [p for p in self.parks + works if p.name and not p.generic]
        self._named_parks.sort(key=lambda p: p.start)

    def _read(self, whole: str) -> list[ParkMention]:
        near = next((p.text for p in find_places(self.source)), "")  # 玉溪日报: its 高新区 is 玉溪's
        parks = with_parts(whole, with_unknown(whole, find_parks(whole, self.place or near)))
        parks = curt(whole, told_by_kind(whole, titled(self.title, whole, parks)))
        if managed := MANAGED.search(self.source):
            own = {p.text for p in parks if p.name == p.text and p.park_id is None and managed[1].endswith(p.text)}
            parks = [replace(p, name=managed[1], generic=True) if p.name == p.text and p.text in own else p for p in parks]
        new = new_districts(whole, [p for p in parks if not p.generic])
        spans = Taken((p.start, p.end) for p in new)
        parks = [p for p in parks if not spans.overlaps(p.start, p.end)] + new
        parks.sort(key=lambda p: p.start)
        cut = {p.name for p in parks if _without_verb(p) is not p}
        parks = [replace(p, name="") if p.generic and p.name in cut else _without_verb(p) for p in parks]
        parks = self._of_county(whole, _one_kind(parks))
        parks = [p for p in parks if p.known or not PLANT.search(p.text) or any(q.start == 0 for q in find_places(p.text))]
        return [replace(p, name="", generic=True) if not p.generic and _is_counted(p, whole) else p for p in parks]

    def _of_county(self, whole: str, parks: list[ParkMention]) -> list[ParkMention]:
        """The parks, and 县产业集聚区 as that of the county, where nothing names it better."""
        taken = Taken((p.start, p.end) for p in parks if p.name)
        found = []
        for m in COUNTY_PARK.finditer(whole):
            if not taken.overlaps(m.start(), m.end()):
                home = self.home(f"全{m[1]}")
                name = (home.name if home else m[1]) + m[2]
                found.append(ParkMention(m.start(), m.end(), m[0], name, None, False, generic=True))
        if not found:
            return parks
        spans = Taken((p.start, p.end) for p in found)
        return sorted([*(p for p in parks if not spans.overlaps(p.start, p.end)), *found], key=lambda p: p.start)

    def _as_printed(self, mention: PlaceMention) -> tuple[Place, ...]:
        place = self._printed_places.get(mention.place.code)
        if place is None:
            place = self._printed_places[mention.place.code] = as_printed(mention.place, self.whole)
        return (place, *mention.candidates[1:])

    def is_venue(self, park: ParkMention) -> bool:
        """Whether a park is no more than where an event of the title's place was held: 在…产业园主会场召开."""
        if not VENUE.match(self.text, park.end) or not any(p.start < 0 for p in self.places) or self.in_title:
            return False
        return AT.search(self.text, max(0, park.start - 12), park.start) is not None

    def home(self, word: str) -> Place | None:
        """The division that 全市, 我区 or 全省 means; a writer's 我市 is the city of his paper or office."""
        if word[-1] not in self._homes:
            own, told = self.of_source(word[-1]), main_place(self.text, self.title, self.place, word)
            if own is not None and told is not None and own.code.startswith(told.code):
                told = own  # 全市 of 今日高邮, which names 扬州 above it
            self._homes[word[-1]] = self.own(word[-1]) or told or own or self._only(word[-1])
        return self._homes[word[-1]]

    def _only(self, kind: str) -> Place | None:
        """The one division of a kind that the article names, with more of them to be told apart None: 全县 beside 青溪县."""
        named = {p.place.code: p.place for p in self.places if p.place.name.endswith(kind) and not is_compared(self.text, p)}
        return next(iter(named.values())) if len(named) == 1 and kind in "县区市旗" else None

    def own(self, kinds: str) -> Place | None:
        """The division that its writers call 我市 or 我县, by the article's source; ``kinds`` are last characters."""
        said = (kind for kind in kinds if f"我{kind}" in self.whole)
        return next((place for kind in said if (place := self.of_source(kind)) is not None), None)

    def of_source(self, kind: str) -> Place | None:
        """The division of a kind that the article's source is of: 周口 of 周口日报."""
        found = [as_printed(p.place, self.whole) for p in find_places(self.source)]
        of_kind = next((place for place in found if place.name.endswith(kind)), None)
        was_county = (place for place in found if place.level == "county" and kind == "县")  # 我县 of 沙县, now a 区
        return of_kind or next(was_county, None)

    def _printed_names(self, parks: list[ParkMention]) -> dict[str, str]:
        names: dict[str, str] = {}
        for p in parks:
            if not p.generic and len(p.text) > len(names.get(p.name, "")):
                names[p.name] = p.text
        return names

    def printed(self, name: str) -> str:
        """The longest form that the article prints for a park."""
        return self._printed.get(name, name)

    def park_of(self, home: Place, kind: str) -> str:
        """The park that the article names by its place and its kind alone: 奉新工业园区 of 奉新县; empty where it names none."""
        names = {home.short + kind, home.name + kind}
        return next((self.printed(p.name) for p in self._named_parks if p.text in names), "")

    def after_place(self, place: PlaceMention, at: int) -> re.Match[str] | None:
        """What makes all parks of a place, or of a province that the article is of, stand behind its name, in ``whole``."""
        if self.whole[at - len(place.text) - 1 : at - len(place.text)] in tuple("-—"):
            return None  # 甘孜-眉山工业园区 is one park
        if after_place(True).match(self.whole, at) is None:  # a province has every kind that other places have
            return None
        ours = place.place.level == "province" and self._is_home(place.place)
        match = after_place(ours).match(self.whole, at)
        return None if match and not ours and not match[1] and match[2] in OF_ITS_KIND else match

    def _is_home(self, province: Place) -> bool:
        """Whether an article is of a province: it says so, or names no place of another in its title."""
        home = self.home("全省")
        elsewhere = any(p.start < 0 and not p.place.code.startswith(province.code) for p in self.places)
        return home == province or (home is None and not elsewhere)

    def group_of(self, place: PlaceMention, parks: re.Match[str]) -> str:
        """The name of all parks of a place; ``parks`` is the match of ``AFTER_PLACE`` behind it."""
        front = place_name(place.text, place.place.name, parks[0], self.whole)
        return group_name(front, parks[1], parks[2], self.whole)

    def park_of_source(self, kind: str) -> str:
        """The park whose own news an article is, by its source (安康日报), where it is of a kind; empty where it is none's."""
        managed = MANAGED.search(self.source)
        if managed and managed[1].endswith(kind) and len(managed[1]) > len(kind):
            named_so = (p.name for p in find_parks(managed[1], self.place) if p.name and not p.generic)
            return next(named_so, managed[1])
        readings = (self.source, *(f"{p.place.short}{kind}" for p in find_places(self.source)))
        found = (p for reading in readings for p in find_parks(reading, self.place) if p.name and not p.generic)
        return next((p.name for p in found if stands_for(kind, p)), "")

    @cached_property
    def park_of_office(self) -> str:
        """The park that the article's source is called by, or its office by; empty where it is none's."""
        itself = ZONE_ITSELF.fullmatch(self.source)
        if itself is None:
            return ""
        own = next((p for p in find_parks(self.source, self.place) if p.name and not p.generic), None)
        return own.name if own else itself["name"]

    def place_ending(self, at: int) -> PlaceMention | None:
        """The place whose name ends at a position of ``whole``."""
        at -= len(self.title) + 1
        return next((p for p in self.places_between(at - LONGEST_PLACE, at) if p.end == at), None)

    def places_between(self, start: int, end: int) -> list[PlaceMention]:
        """The places that start in [start, end), the last of them only where there are many."""
        first, last = (bisect_left(self.places, at, key=lambda p: p.start) for at in (start, end))
        return self.places[max(first, last - NEARBY) : last]

    def named_before(self, start: int, end: int) -> ParkMention | None:
        """The park that stands last in [start, end) under a name, none that someone makes."""
        first, last = (bisect_left(self._named_parks, at, key=lambda p: p.start) for at in (start, end))
        fitting = (p for p in reversed(self._named_parks[max(first, last - NEARBY) : last]) if p.end <= end)
        spoken = (p for p in fitting if not MADE.search(self.text, max(0, p.start - 8), p.start))
        nearest = next(spoken, None)
        if nearest is None or self.text[nearest.start - 1 : nearest.start] != "、":
            return nearest
        return next((p for p in spoken if self.text[p.start - 1 : p.start] != "、"), nearest)  # what A、B were joined into


def _one_kind(parks: list[ParkMention]) -> list[ParkMention]:
    """Unknown parks of one name whose kind is now short, now long (云港综保区, 云港综合保税区) under the longest of them."""
    own = {p.name: family_of(p.name) for p in parks if p.name and not p.generic and not p.known}
    longest: dict[tuple[str, tuple[str, ...]], str] = {}
    for name, (suffix, forms) in own.items():
        key = (name.removesuffix(suffix), forms)
        longest[key] = max(longest.get(key, ""), name, key=len)
    if len(longest) == len(own):
        return parks
    names = {name: longest[name.removesuffix(suffix), forms] for name, (suffix, forms) in own.items()}
    return [replace(p, name=names[p.name]) if p.name in names and not p.known else p for p in parks]


def _is_counted(park: ParkMention, text: str) -> bool:
    """Whether what has a park's form is what is counted: 绿色低碳产业园区10个."""
    return not (park.known or "(" in park.text or find_places(park.text)) and COUNTED_KIND.match(text, park.end) is not None


def _without_verb(park: ParkMention) -> ParkMention:
    """A park without the verb or the count that its name was read with: 安排工业园区, 五个产业园."""
    if not park.known and not park.generic and LEVEL_NAME.search(park.text):
        return replace(park, name="", generic=True)
    if not (park.known or park.generic or "(" in park.text):
        inner = next((p.start for p in find_places(park.text) if p.text == p.place.name and len(p.text) > len("云县")), 0)
        if inner:  # 再添新动能云麓市空港经开区
            return replace(park, start=park.start + inner, text=park.text[inner:], name=park.text[inner:])
    match = None if park.known or park.generic else NAME_VERBS.match(park.text)
    if match is None or match.end() >= len(park.text):
        return park
    rest = park.text[match.end() :]
    bare = len(rest) <= 4
    return replace(park, start=park.start + match.end(), text=rest, name="" if bare else rest, generic=bare)
