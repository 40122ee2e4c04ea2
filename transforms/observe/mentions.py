"""Who an article speaks of: parks, places, projects, enterprises and the words that refer back to them, in the text's order."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import replace

from transforms.gazetteer import ParkMention, Place
from transforms.observe.anaphors import REACH, Anaphors
from transforms.observe.bare import bare_park
from transforms.observe.brands import brands, is_firm, opens_with_firm
from transforms.observe.described import is_generic
from transforms.observe.document import Document
from transforms.observe.gathered import groups, groups_of_country
from transforms.observe.groups import OF_ITS_KIND
from transforms.observe.mention import Mention
from transforms.observe.names import short_names
from transforms.observe.parks import parks_named
from transforms.observe.scene import Scene
from transforms.observe.shortened import shortened
from transforms.observe.spoken import HARBOUR, QUARTER
from transforms.observe.taken import Holders, Taken
from transforms.observe.topic import article_topic, whole_country
from transforms.observe.works import Work, works

PART = re.compile(
    r"核心区(?!域|块)|"
    r"(?!位于|分为|包括|下辖|下设|成为|作为|划为|设立|规划|建设|打造)[\u4e00-\u9fff]{2,8}(?:发展区|片区|区块|组团|核心区|功能区)|"
    r"[\u4e00-\u9fff]{2}分区|[东西南北中]区(?![域间块别位内划])|"
    r"[\u4e00-\u9fff]{2,3}(?<![公产校花田果庄乐业技流创])园(?![区林内路项艺])|"
    r"(?:核心|起步|启动|先行)区"
    r"(?!总?面积|规划|占地|用地|总|建设|开发|范围|位于|[东西南北内域块的和与及、,。]|约|\d(?!\d{3}年))"
)
CORES = ("核心区", "起步区", "启动区", "先行区")
WORKS_OF_GUESTS = re.compile(r"(?:工业园|产业园|科技园)(?!区)")  # 浙江工业园, in another province
FREE_TRADE = re.compile(r"(?:中国[(（][^()（）]{2,6}[)）])?(?:自由贸易试验区|自贸试验区|自贸区)$")
ITS_ZONE = re.compile("|".join(sorted(OF_ITS_KIND, key=len, reverse=True)))
OWN = re.compile(r"(?:该|我们)?(?:公司|企业|集团)(?!\S*公司)")
SPOKEN_OF = re.compile(r"(?:目前|据悉|此外|另外)?,?(?:该|我们)?(?:公司|企业|集团)")
LINE = re.compile(r"(?:年产)?\d.*(?:线|装置)$")  # the name of a line by what it makes
# 芦洲是全省闻名的陶瓷产业基地, 第三个精心打造的…加工基地: what something is, no name of a project.
IS_WHAT = re.compile(r"(?:是|成为|作为|打造成?|建成)[^,;。:]{1,40}的$|(?:^|[,;。])第[一二三四五六七八九十]个[^,;。:]{1,40}的$")
FURTHER = re.compile(r"(?:新建|主要建设|建设内容|建有|配套建设|建设|打造|形成|培育|布局)[^,;。]{0,80}、$")
BUILDS = re.compile(r"(?:建设|打造|新建|建成|配套)$")
FIRM_BEHIND = re.compile(r"“|[\u4e00-\u9fffA-Za-z()]{2,24}?(?:有限公司|公司|集团|年产\d)")
OF_THE_PARK = re.compile(r"[^公集]{0,2}(?:投资|开发|建设|控股|国有|城市|城投|管理|发展|实业|资产|运营)|总?公司|集团")
AREA = re.compile(r"地区(?!生产|生产总值|GDP|经济|总产)")
LEAST_PLACE = 2  # code points of a place's name, and of a firm's own behind one
NEAR = 160  # code points in which its project stands before it

# A place that a paper is named for, or that a dateline is from: 青溪新闻网讯, 新华社青溪7月8日电, 青溪日报记者.
OF_PAPER = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}?(?:新闻网|日报|晚报|晨报|商报|时报|广播|电视台|发布|新闻|网|在线|融媒)(?:社|客户端)?(?:[\u4e00-\u9fff]{2,4}|站)?"
    r"(?:\d{1,2}月\d{1,2}日)?(?:讯|电|消息|记者)|(?:\d{1,2}月)?\d{1,2}日[讯电])"
)


class Cast:
    """All mentions of an article, and its main subject."""

    def __init__(self, document: Document, title: str, place: str) -> None:
        """Read the mentions; ``title`` is folded, ``place`` the division that the portal reports on."""
        self.document, self.text = document, document.text
        self._scene = scene = Scene(document, title, place)
        self.parks = scene.parks
        self._shift = len(title) + 1
        self._parts: dict[str, str] = {}  # parts of parks by their own names: 江北一体发展区
        self.works: dict[int, Work] = {q.start: work for q, work in works(document)}  # by where the amount starts
        self.strong_works = {work.start for work in self.works.values() if work.strong}
        self.founded = {work.start for work in self.works.values() if work.kind == "enterprise"}
        country = whole_country(scene)
        self.main = country or article_topic(scene)
        mentions = groups_of_country(scene, self.main) if country else groups(scene, self.main)
        taken = Taken((m.start, m.end) for m in mentions)
        self._groups = sorted(mentions, key=lambda m: m.start)
        self._group_ends = [m.end for m in self._groups]
        mentions += [self._park(p) for p in self.parks if p.name and not taken.overlaps(p.start, p.end) and not scene.is_venue(p)]
        taken = Taken((m.start, m.end) for m in mentions)
        mentions += self._regions(taken)
        towns = [m for m in scene.towns if m.start >= 0 and not OF_PAPER.match(self.text, m.end)]
        mentions += [m for m in towns if not taken.overlaps(m.start, m.end)]
        mentions += self._works(taken)
        bare = [m for m in mentions if m.back or not self._parts.get(self.text[m.start : m.end])]
        mentions += shortened(self.text, bare, self._parts)
        self._named_works = sorted(
            (m for m in mentions if m.kind == "project" and not self._is_part(m)), key=lambda work: work.start
        )
        self._work_starts = [m.start for m in self._named_works]
        mentions = [m for m in mentions if m.kind != "project" or self.owner(m) is None]
        mentions += Anaphors(scene, self.main, mentions).mentions()
        holders = Holders((m.start, m.end) for m in mentions if m.kind in ("project", "enterprise"))
        mentions = [m for m in mentions if m.kind != "region" or m.back or not holders.go_on(m.start, m.end)]
        whole = {m.start: m.end for m in mentions if m.kind == "project" and not m.back}
        mentions = [m for m in mentions if m.kind != "enterprise" or m.end >= whole.get(m.start, 0)]  # 海川公司储能项目
        self.mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._mention_starts = [m.start for m in self.mentions]
        self._furthest = list(itertools.accumulate((m.end for m in self.mentions), max))  # that a mention up to each one ends

    def owner(self, work: Mention) -> Mention | None:
        """The project that a part without a name of its own (年产20万吨的氧化钙生产线) belongs to: the one told of before it."""
        if not self._is_part(work):
            return None
        before = bisect_left(self._work_starts, work.start)
        whole = self._named_works[before - 1] if before and work.start - NEAR < self._work_starts[before - 1] else None
        apart = whole is not None and not LINE.match(work.name) and "。" in self.text[whole.end : work.start]
        return None if apart else whole

    def _is_part(self, work: Mention) -> bool:
        """Whether a work is told of as what a project makes or builds: its lines, and 将建设…运营中心."""
        if LINE.match(work.name) is not None or BUILDS.search(self.text, max(0, work.start - 4), work.start) is not None:
            return True
        if work.name.endswith("项目") or self.text[work.start - 1 : work.start] != "、":
            return False
        return FURTHER.search(self.text, self.document.clause_start(work.start), work.start) is not None

    def _is_what(self, start: int, end: int) -> bool:
        """Whether a work's form is what something is: 芦洲是全省闻名的陶瓷产业基地."""
        if self.text[start - 1 : start] != "的" or self.text.startswith("项目", end - 2):
            return False
        return IS_WHAT.search(self.text, max(0, start - 48), start) is not None

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie wholly in [start, end)."""
        starts = self._mention_starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        last = bisect_left(starts, end, first)
        found = self.mentions[first:last]
        return found if self._furthest[last - 1] <= end else [m for m in found if m.end <= end]

    def parks_named(self) -> tuple[str, ...]:
        """The parks that the article names."""
        return parks_named(self._scene, self.main)

    def counts_group(self, start: int, end: int) -> bool:
        """Whether a number is the count in a subject's name: 7个重点园区新签约项目28个."""
        i = bisect_left(self._group_ends, end)
        group = self._groups[i] if i < len(self._groups) else None
        return group is not None and group.start <= start and end < group.end

    def home(self, word: str) -> Place | None:
        """The division that 全市, 我区 or 全省 means."""
        return self._scene.home(word)

    def _park(self, park: ParkMention) -> Mention:
        """A park under the article's fullest name for it; a part of it (…江北一体发展区) under its own."""
        if park.generic:
            bare = bare_park(self._scene, park, self.main, self._groups)
            core = PART.match(self.text, park.end) if self.text.startswith(CORES, park.end) else None
            return replace(bare, end=core.end(), name=bare.name + core[0]) if core and bare.kind == "park" else bare
        name = self._scene.printed(park.name)
        part = PART.match(self.text, park.end)
        if part:
            self._parts.setdefault(part[0], name + part[0])
            return Mention(park.start, part.end(), "park", name + part[0])
        return Mention(park.start, park.end, "park", name)

    def _regions(self, taken: Taken) -> list[Mention]:
        out = []
        for m in self._scene.places:
            if m.start < 0 or taken.overlaps(m.start, m.end) or self.text[m.start - 1 : m.start] == "(":
                continue
            if OF_PAPER.match(self.text, m.end):
                continue
            if m.place.level != "province" and self.text.startswith(("级", "属"), m.end):  # 云州市级重点项目4个: a grade
                continue
            group, harbour = self._scene.after_place(m, m.end + self._shift), HARBOUR.match(self.text, m.end)
            if group:
                out.append(Mention(m.start, group.end() - self._shift, "region", self._scene.group_of(m, group)))
            elif quarter := QUARTER.match(self.text, m.end):
                zone = FREE_TRADE.search(self.text, max(0, m.start - 16), m.start)
                start = zone.start() if zone else m.start
                out.append(Mention(start, quarter.end(), "park", self.text[start : quarter.end()]))
            elif m.place.level != "province" and (zone := ITS_ZONE.match(self.text, m.end)):
                out.append(Mention(m.start, zone.end(), "park", self.text[m.start : zone.end()]))
            elif m.place.level == "province" and (works := WORKS_OF_GUESTS.match(self.text, m.end)):
                out.append(Mention(m.start, works.end(), "park", self.text[m.start : works.end()]))
            elif harbour and not m.text.endswith("港"):
                out.append(Mention(m.start, harbour.end(), "region", self.text[m.start : harbour.end()]))
            elif m.place.level != "province" and AREA.match(self.text, m.end):  # 喀什地区, 昆山地区
                name = m.place.name if m.place.name.endswith("地区") else m.text + "地区"
                out.append(Mention(m.start, m.end + 2, "region", name))
            else:
                out.append(Mention(m.start, m.end, "region", m.place.name))
        return out

    def _works(self, taken: Taken) -> list[Mention]:
        """Projects and enterprises, by their full names and by short ones."""
        found = [
            Mention(start, end, kind, self.text[start:end], span=(start, end))
            for start, end, kind in self._scene.works
            if not taken.overlaps(end - 1, end) and not (kind == "project" and self._is_what(start, end))
        ]
        found = [self._owned(self._behind_park(m), found) for m in found]
        self.built = {at: self._built(at, work, found) for at, work in self.works.items()}
        built = list(self.built.values())
        spans = Taken((m.start, m.end) for m in built)
        found = [m for m in found if not spans.overlaps(m.start, m.end)] + built
        full = Taken((m.start, m.end) for m in found)
        firms = [m for m in found if m.kind == "enterprise"]
        short = [
            Mention(start, end, "enterprise", self.text[span[0] : span[1]], span=span)
            for start, end, span in short_names(self.text, firms)
            if not (taken.overlaps(start, end) or (self._holds_place(start, end) and not is_firm(self.text[start:end])))
        ]
        short += self._brands(firms, taken, Taken((m.start, m.end) for m in short))
        fuller = {(m.start, m.end): m for m in short}  # 如意集团 is a full name by its form, and short for another
        found = [fuller.get((m.start, m.end), m) for m in found]
        short = [m for m in short if not full.overlaps(m.start, m.end)]
        return found + short

    def _behind_park(self, work: Mention) -> Mention:
        """A firm or its project behind the park it lies in, without the park: 云麓经开区海川公司储能项目."""
        park = next((p for p in self.parks if p.start == work.start < p.end < work.end), None)
        if park is None or work.name.endswith("基金") or OF_THE_PARK.match(self.text, park.end):
            return work
        bare = work.kind == "project" and opens_with_firm(self.text, park.end, work.end)
        if not bare and FIRM_BEHIND.match(self.text, park.end, work.end) is None:
            return work
        behind = replace(work, start=park.end, name=self.text[park.end : work.end], span=(park.end, work.end))
        return self._behind_park(behind)  # …开发区南川工业园区海川公司储能项目

    def _holds_place(self, start: int, end: int) -> bool:
        """Whether a short name of a firm is a place's or holds one, but for the one that it begins with: 四川云麓."""
        here = self._scene.places_between(start - LEAST_PLACE, end)
        return any(p.end > start and (p.start != start or end - p.end < LEAST_PLACE) for p in here)

    def _brands(self, firms: list[Mention], taken: Taken, short: Taken) -> list[Mention]:
        """Firms under a bare name, as the firm whose full name holds it where there is one."""
        out: list[Mention] = []
        for start, end in sorted(set(brands(self.text)), key=lambda span: (span[0], -span[1])):
            if out and start < out[-1].end:
                continue
            if not (taken.overlaps(start, end) or short.overlaps(start, end)):
                name = self.text[start:end]
                full = next((f for f in firms if name in f.name), None)
                out.append(
                    Mention(start, end, "enterprise", full.name if full else name, span=full.span if full else (start, end))
                )
        return out

    def _owned(self, mention: Mention, named: list[Mention]) -> Mention:
        """公司二期项目 under the name of the firm that spoke before it."""
        own = OWN.match(mention.name) if mention.kind == "project" else None
        firm = self._firm_before(named, mention.start - REACH, mention.start) if own else None
        return mention if firm is None or own is None else replace(mention, name=firm.name + mention.name[own.end() :], span=None)

    def _firm_before(self, named: list[Mention], start: int, end: int) -> Mention | None:
        return next((m for m in reversed(named) if m.kind == "enterprise" and start <= m.start and m.end <= end), None)

    def _built(self, at: int, work: Work, named: list[Mention]) -> Mention:
        """A work as a mention; one whose name tells nothing (三期项目, 第二基地) with its builder's before it."""
        name = self.text[work.start : work.end]
        own = OWN.match(name)  # 公司二期项目
        name = name[own.end() :] if own else name
        if work.kind == "project" and (own or is_generic(name) or name.startswith("第")):
            clause = self.document.clause_start(at)
            spoken = own or SPOKEN_OF.match(self.text, clause, work.start)  # 公司正在建设的三期项目
            start = work.start - REACH if spoken else clause
            firm = self._firm_before(named, start, work.start)
            if firm is not None:
                return Mention(work.start, work.end, "project", firm.name + name)
        return Mention(work.start, work.end, work.kind, name, span=(work.start, work.end))
