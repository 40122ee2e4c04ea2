"""Who an article speaks of: parks, places, projects, enterprises and the words that refer back to them, in the text's order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from parkwatch.records import SubjectKind
from transforms.gazetteer import ParkMention, Place, find_parks, find_places, main_place
from transforms.observe.districts import new_districts
from transforms.observe.document import Document
from transforms.observe.groups import (
    AFTER_PLACE,
    BRANCHES,
    COUNTED,
    COUNTED_PLACES,
    LEVEL_GROUP,
    LEVEL_TITLE,
    NATION,
    PART_OF_COUNTRY,
    WHOLE,
    group_name,
    is_group,
)
from transforms.observe.names import named, short_names
from transforms.observe.taken import Taken
from transforms.observe.unknown import titled, with_unknown

MADE = re.compile(
    r"(?:洽谈|共建|建设|打造|创建|申报|规划|设立|谋划)[^,;。]*$"
)  # a park that someone makes is no one's subject yet
PARAGRAPH = 2000  # characters that a bare word looks back over at most
NEARBY = 200  # mentions that a word that refers back looks through at most
# Kinds of which a city has one or few: in news of all its parks each is itself.
OF_ITS_KIND = {
    "高新区", "经开区", "综保区", "综合保税区", "保税区", "保税港区", "出口加工区", "自贸区", "经济技术开发区", "经济开发区",
}  # fmt: skip
ANY_PARK = {"园区", "示范区", "功能区", "开发园区", "产业园"}
PART = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:发展区|片区|区块|组团|核心区|功能区)|"
    r"[\u4e00-\u9fff]{2,3}(?<![公产校花田果庄乐业技流创])园(?![区林内路项艺])"
)
WHOLE_OR_COUNTED = re.compile(f"{WHOLE.pattern}|{COUNTED.pattern}")
CITY_OFFICE = re.compile(r"[市省][\u4e00-\u9fff]{1,6}(?:局|委|办|厅)[^,;。]{0,10}(?:提出|表示|要求|负责人|透露|介绍|说)")
TOWN = re.compile(
    r"(?:^|[\n,;:。、(]|[月年日]|其中)([\u4e00-\u9fff]{2,4}(?:镇|街道|乡))(?!企|贤|村|长|党|政|级|域|干)", re.MULTILINE
)
# A place in a paper's name or a dateline is not what the article is about: 广州日报讯, 新华社北京12月6日电.
PAPER = re.compile(r"日报|晚报|晨报|新闻网|电视台")
SOURCE = re.compile(r"(?:举办|召开|举行|日报|晚报|晨报|商报|新闻|电视台|市?网|时报|[\u4e00-\u9fff]{0,4}讯|\d+月\d+日电)")
DATELINE = re.compile(r"(?:新华社|中新社|中新网|本报)$")
# Verbs that no park's name starts with.
NAME_VERBS = re.compile(
    r".*[亿万]元|.*[\d一二两三四五六七八九十]+[个家大]|(?:建成|新建|建立|创建|形成|共建|培育|获批|安排|实施|援助|支持|推动|推进|完成|引导|参与|开展|组织|加快|加强|提升|入驻|落户|走进|依托|围绕|聚焦|带动|打造|建设)+"
)
HOME_SAID = re.compile(r"[全我本该](?:市|省|区|县|州)")
LEVEL_NAME = re.compile(r"(?:国家级|省级|自治区级|市级|县级)[\u4e00-\u9fff]{2,8}$")
FIRM = re.compile(r"[\u4e00-\u9fff()]{2,16}?(?:公司|集团|大学|学院|研究院|银行|医院)")
COUNTED_KIND = re.compile(r"区?\d+[个家]")  # 绿色低碳产业园区10个
QUARTER = re.compile(r"港?片区")  # 钦州港片区
HARBOUR = re.compile(r"港(?!区|口|澳|商|城|资|股|务|航)")  # 宜宾港 as the port itself


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention; ``name`` is the article's fullest for it."""

    start: int
    end: int
    kind: SubjectKind
    name: str
    back: bool = False  # a word that refers back, resolved
    span: tuple[int, int] | None = None  # of a project or an enterprise: where it is named in full


class Cast:
    """All mentions of an article, and its main subject."""

    def __init__(self, document: Document, title: str, place: str) -> None:
        """Read the mentions; ``title`` is folded, ``place`` the division that the portal reports on."""
        self.document = document
        self.text = text = document.text
        self._title, self._place = title, place
        whole, shift = f"{title}\n{text}", len(title) + 1
        parks = titled(title, whole, with_unknown(whole, find_parks(whole, place)))
        self._whole = whole
        parks += new_districts(whole, parks)
        parks.sort(key=lambda p: p.start)
        cut = {p.name for p in parks if _without_verb(p) is not p}
        parks = [replace(p, name="") if p.generic and p.name in cut else _without_verb(p) for p in parks]
        parks = [replace(p, name="", generic=True) if not p.known and COUNTED_KIND.match(whole, p.end) else p for p in parks]
        self.parks: list[ParkMention] = [replace(p, start=p.start - shift, end=p.end - shift) for p in parks if p.start >= shift]
        self._places_named = [replace(p, start=p.start - shift, end=p.end - shift) for p in find_places(whole)]
        spans = Taken((p.start, p.end) for p in self.parks)
        self._names_of_places = {p.place.name[:2] for p in self._places_named if not spans.overlaps(p.start, p.end)}
        self._in_title = [p for p in parks if p.start < shift]
        self._homes: dict[str, Place | None] = {}
        self._printed = self._printed_names(self.parks + self._in_title)
        self._works_named = list(named(text))
        works = [
            ParkMention(a, b, text[a:b], text[a:b], None, False)
            for a, b, kind in self._works_named
            if kind == "park" and not spans.overlaps(b - 1, b)
        ]
        self._named_parks = [p for p in self.parks + works if p.name and not p.generic]
        self._named_parks.sort(key=lambda p: p.start)
        self.main = Mention(0, 0, "region", "")
        self._national = False
        self.main = self._main()
        mentions = self._groups()
        taken = Taken((m.start, m.end) for m in mentions)
        mentions += [self._park(p) for p in self.parks if p.name and not taken.overlaps(p.start, p.end)]
        taken = Taken((m.start, m.end) for m in mentions)
        mentions += self._regions(taken)
        mentions += [
            Mention(m.start(1), m.end(1), "region", m[1]) for m in TOWN.finditer(text) if not taken.overlaps(m.start(1), m.end(1))
        ]
        mentions += self._named(taken)
        mentions += self._anaphors(document, mentions)
        holders = [(m.start, m.end) for m in mentions if m.kind in ("project", "enterprise")]
        mentions = [
            m for m in mentions if m.kind != "region" or m.back or not any(a <= m.start and m.end < b for a, b in holders)
        ]
        self.mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._mention_starts = [m.start for m in self.mentions]

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie wholly in [start, end)."""
        found = self.mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]
        return [m for m in found if m.end <= end]

    def home(self, word: str) -> Place | None:
        """The division that 全市, 我区 or 全省 means."""
        if word[-1] not in self._homes:
            self._homes[word[-1]] = main_place(self.text, self._title, self._place, word) or self._of_paper(word)
        return self._homes[word[-1]]

    def _of_paper(self, word: str) -> Place | None:
        """The city of a city's paper, where nothing else tells which 全市 is."""
        source = self.document.article.source or ""
        if word[-1] != "市" or not PAPER.search(source):
            return None
        return next((p.place for p in find_places(source) if p.place.name.endswith("市")), None)

    def _printed_names(self, parks: list[ParkMention]) -> dict[str, str]:
        """The longest form that the article prints for each park."""
        names: dict[str, str] = {}
        for p in parks:
            if not p.generic and len(p.text) > len(names.get(p.name, "")):
                names[p.name] = p.text
        return names

    def _park(self, park: ParkMention) -> Mention:
        """A park under the article's fullest name for it; a part of it (…江北一体发展区) under its own."""
        name = self._printed.get(park.name, park.name)
        if park.generic:
            return self._bare_park(park)
        part = None if park.generic else PART.match(self.text, park.end)
        if part:
            return Mention(park.start, part.end(), "park", name + part[0])
        return Mention(park.start, park.end, "park", name, park.generic)

    def _bare_park(self, park: ParkMention) -> Mention:
        """Whom a bare 园区 means: the park its paragraph named last, else the article's, else what the gazetteer says."""
        start = park.start
        head = park.name[: len(park.name) - len(park.text)] if park.name.endswith(park.text) else park.name
        for k in range(min(len(head), 6), 1, -1):  # 临港经开区 is 宜宾临港经开区
            if self.text.endswith(head[-k:], 0, park.start):
                return Mention(park.start - k, park.end, "park", self._printed.get(park.name, park.name))
        line = self.text.rfind("\n", max(0, start - PARAGRAPH), start) + 1 or max(0, start - PARAGRAPH)
        before = self._named_before(line, start)
        group = self._group_before(line, start, park.text)
        if group is not None and (before is None or before.start < group.start):
            return Mention(start, park.end, "region", group.name, True)
        groups = list(WHOLE_OR_COUNTED.finditer(self.text, line, start)) if is_group(self.main.name) else []
        nearer = bool(groups) and (before is None or before.start < groups[-1].start())
        office = CITY_OFFICE.search(self.text, max(line, start - 30), start) is not None
        itself = park.text in OF_ITS_KIND and not self.main.name.endswith(park.text)
        if is_group(self.main.name) and (nearer or office) and not itself:
            return Mention(start, park.end, "region", self.main.name, True)
        if park.text in ANY_PARK and before is not None:
            return Mention(start, park.end, "park", self._printed.get(before.name, before.name), True)
        about = self.main.kind == "park" or is_group(self.main.name)
        if about and (park.text in ANY_PARK or self.main.name.endswith(park.text)):
            return Mention(start, park.end, self.main.kind, self.main.name, True)
        return Mention(start, park.end, "park", self._printed.get(park.name, park.name), True)

    def _group_before(self, line: int, start: int, kind: str) -> Mention | None:
        """The last 广东省综保区 of a line, before a bare 综保区."""
        first, last = (bisect_left(self._places_named, at, key=lambda p: p.start) for at in (line, start))
        for p in reversed(self._places_named[max(first, last - NEARBY) : last]):
            match = AFTER_PLACE.match(self.text, p.end) if p.end < start else None
            if match and match[2].endswith(kind) and (p.place.name.endswith(("省", "自治区")) or match[1]):
                return Mention(p.start, match.end(), "region", group_name(p.place.name, match[1], match[2], self._whole))
        return None

    def _named_before(self, line: int, end: int) -> ParkMention | None:
        """The park that stands last in [line, end) under a name, none that someone makes."""
        first, last = (bisect_left(self._named_parks, at, key=lambda p: p.start) for at in (line, end))
        fitting = (p for p in reversed(self._named_parks[max(first, last - NEARBY) : last]) if p.end <= end)
        return next((p for p in fitting if not MADE.search(self.text, max(0, p.start - 8), p.start)), None)

    def _groups(self) -> list[Mention]:
        """All parks of a place: 全省开发区, 云南省89个开发区, 17个国家级开发区."""
        if self._national:
            return self._groups_of_country()
        out = [Mention(m.start(), m.end(), "region", m[0]) for m in COUNTED_PLACES.finditer(self.text)]
        if self.main.kind == "region" and (branches := BRANCHES.search(self.main.name)):
            same = [m for m in BRANCHES.finditer(self.text) if m[0] == branches[0]]
            out += [Mention(m.start(), m.end(), "region", self.main.name) for m in same]
        for m in WHOLE.finditer(self.text):
            home = self.home(m[1])
            name = group_name(home.name if home else m[1], m[2], m[3], self._whole)
            out.append(Mention(m.start(), m.end(), "region", name, True))
        covered = {at for a in out for at in range(a.start, a.end)}
        for m in LEVEL_GROUP.finditer(self.text):
            if m.start() not in covered:
                out.append(Mention(m.start(), m.end(), "region", self._level_group(m[1], m[2])))
                covered.update(range(*m.span()))
        place_ends = {p.end: p for p in reversed(self._places_named)}
        for m in COUNTED.finditer(self.text):
            place = place_ends.get(m.start())
            start = place.start if place else m.start()
            home = place.place if place else self._said_home(m[1] or "")
            if home is None and m[2] in ("国家级", "省级") and not m[1]:
                out.append(Mention(start, m.end(), "region", m[2] + m[3], True))
                covered.update(range(start, m.end()))
            elif home is not None and start not in covered:
                out.append(Mention(start, m.end(), "region", group_name(home.name, m[2], m[3], self._whole), place is None))
                covered.update(range(start, m.end()))
        return out

    def _said_home(self, word: str) -> Place | None:
        """The division whose parks are counted: the one that 全省 or 全市 means, where the article speaks of it at all."""
        for each in (word,) if word else ("全省", "全市"):
            home = self.home(each)
            if home is not None and (word or re.search(r"[全我][省市区]", self._whole) or home.name[:2] in self._names_of_places):
                return home
        return None

    def _level_group(self, sort: str, kind: str) -> str:
        home = self.home("全省") if re.search(r"[全我]省", self._whole) else None
        return (home.name if home else "") + sort + kind

    def _groups_of_country(self) -> list[Mention]:
        """国家级开发区 in news of all of them, and the parts that are counted: 中西部16个国家级开发区."""
        out = [Mention(m.start(), m.end(), "region", self.main.name, True) for m in NATION.finditer(self.text)]
        for m in COUNTED.finditer(self.text):
            part = PART_OF_COUNTRY.search(self.text, max(0, m.start() - 8), m.start())
            start = part.start() if part else m.start()
            out = [o for o in out if o.end <= start or m.end() <= o.start]
            out.append(Mention(start, m.end(), "region", self.text[start : m.end()].replace("共有", "").replace("现有", "")))
        return out

    def _whole_country(self) -> Mention | None:
        """The zones of the country, where the title speaks of them and of no place or park."""
        nation = NATION.search(self._title)
        park_there = any(p.name and not p.generic for p in self._in_title)
        if nation is None or park_there or any(p.start < 0 for p in self._places_named):
            return None
        counted = next((m for m in COUNTED.finditer(self.text) if m[2] in ("", "国家级")), None)
        name = counted[0].replace("共有", "").replace("现有", "") if counted else nation[0].removeprefix("我国")
        return Mention(0, 0, "region", name)

    def _main(self) -> Mention:
        """The subject of the title; where it names none, that of the lead."""
        return self._whole_of_title() or self._of_title() or self._of_lead()

    def _whole_of_title(self) -> Mention | None:
        """All parks of the country or of a place, or a park with its branches, as the title's subject."""
        nation = self._whole_country()
        if nation is not None:
            self._national = True
            return nation
        branches = BRANCHES.search(self._title)
        home = self.home("全市") or self.home("全县") if branches else None
        if branches and home is not None and not any(p.name and not p.generic for p in self._in_title):
            return Mention(0, 0, "region", home.name + branches[0])
        group = WHOLE.search(self._title)
        if group:
            home = self.home(group[1])
            return Mention(0, 0, "region", group_name(home.name if home else group[1], group[2], group[3], self._whole))
        level = LEVEL_TITLE.search(self._title)
        if level and not self._in_title:
            return Mention(0, 0, "region", level[0])
        return None

    def _of_title(self) -> Mention | None:
        title_parks = [p for p in self._in_title if p.name and not p.generic]
        if title_parks:
            return Mention(0, 0, "park", self._printed.get(title_parks[0].name, title_parks[0].name))
        return None

    def _of_lead(self) -> Mention:
        park = next((p for p in self.parks if p.name and not p.generic and p.start < 400), None)
        region = self._first_region()
        if region is not None and region.start < 0 and is_group(region.name):
            return region
        if park is not None and (region is None or (region.start < 0 and self._leads(park)) or 0 <= park.start <= region.start):
            return Mention(0, 0, "park", self._printed.get(park.name, park.name))
        if region is not None:
            return region
        home = (self.home("全市") or self.home("全区")) if HOME_SAID.search(self._whole) else None
        return Mention(0, 0, "region", home.name if home else "")

    def _leads(self, park: ParkMention) -> bool:
        """Whether a park is the first that the body names, before any place and any figure."""
        if any(q.role == "figure" for q in self.document.quantities_between(0, park.start)):
            return False
        return park.start < 160 and not any(0 <= p.start < park.start for p in self._places_named)

    def _first_region(self) -> Mention | None:
        """The first place of title or lead, with its parks where it stands for those; the last of places that touch."""
        shift = len(self._title) + 1
        for p, following in zip_longest(self._places_named, self._places_named[1:]):
            if p.start >= 400:
                return None
            if SOURCE.match(self._whole, p.end + shift) or FIRM.match(self._whole, p.end + shift):
                continue
            if DATELINE.search(self._whole, max(0, p.start + shift - 3), p.start + shift):
                continue
            if following is not None and following.start == p.end:
                continue
            group = AFTER_PLACE.match(self._whole, p.end + shift)
            quarter = QUARTER.match(self._whole, p.end + shift)
            if quarter and not group:
                return Mention(p.start, quarter.end() - shift, "park", self._whole[p.start + shift : quarter.end()])
            name = group_name(p.place.name, group[1], group[2], self._whole) if group else p.place.name
            return Mention(p.start, p.end, "region", name)
        return None

    def _regions(self, taken: Taken) -> list[Mention]:
        out = []
        for m in self._places_named:
            if m.start < 0 or taken.overlaps(m.start, m.end) or self.text[m.start - 1 : m.start] == "(":
                continue
            group, harbour = AFTER_PLACE.match(self.text, m.end), HARBOUR.match(self.text, m.end)
            if group:
                out.append(Mention(m.start, group.end(), "region", group_name(m.place.name, group[1], group[2], self._whole)))
            elif quarter := QUARTER.match(self.text, m.end):
                out.append(Mention(m.start, quarter.end(), "park", self.text[m.start : quarter.end()]))
            elif harbour and not m.text.endswith("港"):
                out.append(Mention(m.start, harbour.end(), "region", m.text + "港"))
            else:
                out.append(Mention(m.start, m.end, "region", m.place.name))
        return out

    def _named(self, taken: Taken) -> list[Mention]:
        found = [
            Mention(start, end, kind, self.text[start:end], span=(start, end))
            for start, end, kind in self._works_named
            if not taken.overlaps(end - 1, end)
        ]
        full = Taken((m.start, m.end) for m in found)
        places = Taken((p.start, p.end) for p in self._places_named)
        short = [
            Mention(start, end, "enterprise", self.text[span[0] : span[1]], span=span)
            for start, end, span in short_names(self.text, [m for m in found if m.kind == "enterprise"])
            if not (taken.overlaps(start, end) or full.overlaps(start, end) or places.overlaps(start, end))
        ]
        return found + short

    def _anaphors(self, document: Document, known: list[Mention]) -> list[Mention]:
        out = []
        ordered = sorted(known, key=lambda m: m.start)
        spans = Taken((m.start, m.end) for m in ordered)
        for mark in document.marks["who"]:
            if spans.overlaps(mark.start, mark.end):
                continue
            if mark.value == "project" and mark.word[0] not in "该本这" and document.clause_start(mark.start) != mark.start:
                continue  # 亿元以上项目 refers to none
            resolved = self._resolve(mark.value, mark.word, mark.start, ordered)
            if resolved:
                out.append(Mention(mark.start, mark.end, resolved.kind, resolved.name, True, resolved.span))
        return out

    def _resolve(self, value: str, word: str, at: int, named: list[Mention]) -> Mention | None:
        if value == "place":
            return self._resolve_place(word, at, named)
        if value == "park":
            last = next((m for m in _before(named, at) if m.kind == "park"), None)
            if not word.startswith(("园", "该", "区内")):
                same = next((m for m in _before(named, at) if m.kind == "park" and m.name.endswith(word)), None)
                if same is not None:
                    return same
            if word.startswith("该") and last is not None:
                return last
            if word in OF_ITS_KIND and is_group(self.main.name) and not self.main.name.endswith(word):
                home = self.home("全市") or self.home("全县")
                return Mention(0, 0, "park", home.name[:-1] + word) if home else None
            return self.main if self.main.kind == "park" or is_group(self.main.name) else last
        near = [m for m in reversed(list(_before(named, at))) if m.end > at - 240]
        before = [m for m in near if m.kind == value] or [m for m in near if m.kind == "enterprise" and word.startswith("该")]
        return before[-1] if before else self._announcing if value == "enterprise" and word in ("公司", "本公司") else None

    @cached_property
    def _announcing(self) -> Mention | None:
        """The enterprise whose announcement the article is, by its title."""
        if "公告" not in self._title:
            return None
        found = next(((a, b) for a, b, kind in named(self._title) if kind == "enterprise"), None)
        return Mention(0, 0, "enterprise", self._title[found[0] : found[1]]) if found else None

    def _resolve_place(self, word: str, at: int, named: list[Mention]) -> Mention | None:
        if word == "全国":
            return Mention(0, 0, "region", "全国")
        if word[-1] == "区" and self.main.kind == "park":
            return self.main
        if word == "该区":
            before = next((m for m in _before(named, at) if m.kind == "park" or m.name.endswith("区")), None)
            if before is not None:
                return before
        if word in ("全域", "县域", "市域"):
            return self.main
        if self.main.kind == "region" and not is_group(self.main.name) and word[-1] in self.main.name[-1:] + "镇":
            return self.main
        home = self.home(word)
        return Mention(0, 0, "region", home.name) if home else None


def _without_verb(park: ParkMention) -> ParkMention:
    """A park without the verb or the count that its name was read with: 安排工业园区, 五个产业园."""
    if not park.known and not park.generic and LEVEL_NAME.search(park.text):
        return replace(park, name="", generic=True)
    match = None if park.known or park.generic else NAME_VERBS.match(park.text)
    if match is None or match.end() >= len(park.text):
        return park
    rest = park.text[match.end() :]
    bare = len(rest) <= 4
    return replace(park, start=park.start + match.end(), text=rest, name="" if bare else rest, generic=bare)


def _before(mentions: list[Mention], at: int) -> Iterator[Mention]:
    """The mentions that end at a place or before it, the last first."""
    last = bisect_left(mentions, at, key=lambda m: m.start)
    return (m for m in reversed(mentions[max(0, last - NEARBY) : last]) if m.end <= at)
