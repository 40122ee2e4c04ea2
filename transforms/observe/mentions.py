"""Who an article speaks of: parks, places, projects, enterprises and the words that refer back to them, in the text's order."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import zip_longest

from parkwatch.records import SubjectKind
from transforms.gazetteer import ParkMention, Place, find_parks, find_places, main_place
from transforms.observe.document import Document

GROUP = re.compile(
    r"(?:各类|省级|国家级|级|各级|全部|市级)?(?:经济|经济技术|高新技术产业)?(?:开发园区|开发区|工业园区|产业园区|产业集聚区|产业聚集区|工业集中区|园区|经开区|高新区|综合保税区|综保区)(?!管委|域)"
)
ORGANISATION = re.compile(r"有限责任公司|股份有限公司|有限公司|集团公司|集团|公司|创投|基金(?=完成|投资|参与|设立)")
WORKS = re.compile(r"项目|基地|产业园|总部|中心|工程|工厂|热电站")
COUNTED_GROUP = re.compile(
    r"\d{1,3}[个家]((?:省级|国家级)?(?:经济|经济技术|高新技术产业)?(?:开发区|工业园区|产业集聚区|工业集中区|经开区|高新区|综保区))"
)
ANY_PARK = {"园区", "示范区", "功能区", "开发园区"}
GROUP_KINDS = ("开发园区", "工业园区", "产业园区", "省级开发区", "国家级开发区", "经济开发区")
WHOLE_GROUP = re.compile(
    r"(全市|全省|全区|全县|全州|我市|我省)(?:各类|省级|国家级)?(开发园区|工业园区|产业园区|园区|开发区|产业集聚区|工业集中区|经开区|高新区)"
)
PART = re.compile(r"[\u4e00-\u9fff]{2,8}(?:发展区|片区|区块|组团|核心区|功能区)")
NAME_STOPS = frozenset(",;:。!?\n|…—\t《》")
BEFORE_NAME = re.compile(
    r".*(?:元的|美元的|位于|来到|走进|走访|打造|建设|引进了?|签约|落户|其中|目前|如|由|据|记者从|以及|省重大项目|重大项目|重点项目|现场|今年.?月|\d+月|\d+日|表示|随着|推动|推进|加快|围绕|"
    r"在|是|为|与|和|对|向|把|将|等|的|个|了|家)"
)
# A name that holds one of these is a description (亿元以上项目, 今年新开工项目), not a project's or an enterprise's own.
DESCRIBED = re.compile(
    r"并|判断|接触|今年|去年|累计|完成|新增|新开工|签约|签下|计划|以上|亿元|万元|领域|各类|外省|这些|一批|多个|全部|集中|储备|预计|第[一二三四五]|等|批次|所有|许多|申报|获评|审批|全域|手里|发电项目$"
    r"|(?:产业|工业|类|重点|重大|招商|标志性|石化|意向|外资|合作|试点|建设|示范|配套|公建|入驻)(?:项目|中心)$"
)
AS = re.compile(r"作为[^,;。]*$")  # 作为省内最大的生产基地,该项目…: what the subject is, not who
GENERIC_NAME = re.compile(
    r"^(?:该|这|各|一批|重点|重大|产业|工业|科技|科创|投资|外资|内资|民资|招商|签约|开工|竣工|在建|续建|新|大|好|小|多|亿元|先进|制造业|先进制造业|省市|市级|省级|国家级|全部|三级|有限|股份|上市|"
    r"集中|其他|相关|优质|高端|新兴|服务业|文旅|商贸|农业|配套|上海|一期|二期|三期|主体|数|两个|若干|意向|优势|扩建|技改|储能|超亿元)*(?:项目|基地|产业园|总部|中心|工程|工厂|公司|集团|创投)$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention; ``name`` is the article's fullest for it."""

    start: int
    end: int
    kind: SubjectKind
    name: str
    back: bool = False  # a word that refers back, resolved
    span: tuple[int, int] | None = None  # of a project or an enterprise: where it is named in full


def name_left(text: str, end: int, limit: int = 60) -> int:
    """Where the proper name that ends at ``end`` starts."""
    at = end
    while at > max(0, end - limit) and text[at - 1] not in NAME_STOPS:
        at -= 1
    lead = BEFORE_NAME.match(text[at : end - 2])
    start = at + lead.end() if lead else at
    while start < end and text[start] in " 、“”)'\"":
        start += 1
    return start


class Cast:
    """All mentions of an article, and its main subject."""

    def __init__(self, document: Document, title: str, place: str) -> None:
        """Read the mentions; ``title`` is folded, ``place`` the division that the portal reports on."""
        self.document = document
        self.text = text = document.text
        self._title, self._place = title, place
        whole, shift = f"{title}\n{text}", len(title) + 1
        parks = _with_unknown(whole, find_parks(whole, place))
        self._whole = whole
        self.parks: list[ParkMention] = [replace(p, start=p.start - shift, end=p.end - shift) for p in parks if p.start >= shift]
        self._places_named = [replace(p, start=p.start - shift, end=p.end - shift) for p in find_places(whole)]
        self._in_title = [p for p in parks if p.start < shift]
        self._homes: dict[str, Place | None] = {}
        self._printed = self._printed_names(self.parks + self._in_title)
        self.main = Mention(0, 0, "region", "")
        self.main = self._main()
        mentions = self._groups(document)
        taken = [(m.start, m.end) for m in mentions]
        mentions += [self._park(p) for p in self.parks if p.name and not _inside(p.start, p.end, taken)]
        taken = [(m.start, m.end) for m in mentions]
        mentions += self._regions(taken)
        mentions += self._named(taken)
        mentions += self._anaphors(document, mentions)
        self.mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._mention_starts = [m.start for m in self.mentions]

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie wholly in [start, end)."""
        found = self.mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]
        return [m for m in found if m.end <= end]

    def home(self, word: str) -> Place | None:
        """The division that 全市, 我区 or 全省 means."""
        if word[-1] not in self._homes:
            self._homes[word[-1]] = main_place(self.text, self._title, self._place, word)
        return self._homes[word[-1]]

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
        if park.generic and park.text.endswith("园区") and self.main.kind == "region" and GROUP.search(self.main.name):
            return Mention(park.start, park.end, "region", self.main.name, True)
        if park.generic and self.main.kind == "park" and (park.text in ANY_PARK or self.main.name.endswith(park.text)):
            return Mention(park.start, park.end, "park", self.main.name, True)
        part = None if park.generic else PART.match(self.text, park.end)
        if part:
            return Mention(park.start, part.end(), "park", name + part[0])
        return Mention(park.start, park.end, "park", name, park.generic)

    def _groups(self, document: Document) -> list[Mention]:
        """All parks of a place: 全省开发区, 云南省89个开发区, 17个国家级开发区."""
        out = [
            Mention(m.start, m.end, "region", self._group_name(m.word[:2], m.word[2:]), True)
            for m in document.marks["who"]
            if m.value == "parks" and m.word[0] == "全"
        ]
        for m in COUNTED_GROUP.finditer(self.text):
            place = next((p for p in self._places_named if p.end == m.start()), None)
            start = place.start if place else m.start()
            home = place.place if place else self.home("全省")
            if home is not None and not any(a.start <= start < a.end for a in out):
                out.append(Mention(start, m.end(), "region", home.name + m[1], place is None))
        return out

    def _group_name(self, whole: str, kind: str) -> str:
        """镇江市开发园区 of 全市园区, where the article also says 开发园区."""
        home = self.home(whole)
        fuller = [k for k in GROUP_KINDS if k.endswith(kind) and k in self._whole]
        return (home.name if home else whole) + max(fuller, key=len, default=kind)

    def _main(self) -> Mention:
        """The subject of the title; where it names none, that of the lead."""
        shift = len(self._title) + 1
        group = WHOLE_GROUP.search(self._title)
        if group:
            return Mention(0, 0, "region", self._group_name(group[1], group[2]))
        title_parks = [p for p in self._in_title if p.name and not p.generic]
        if title_parks:
            return self._park(replace(title_parks[0], end=len(self.text)))
        first_park = next((p for p in self.parks if p.name and not p.generic and p.start < 400), None)
        for p, following in zip_longest(self._places_named, self._places_named[1:]):
            if following is not None and following.start == p.end:
                continue
            if p.start >= 400:
                break
            if first_park and p.start >= first_park.start:
                break
            if p.start >= 0 and first_park and first_park.start < 200 and not GROUP.match(self.text, p.end):
                continue
            group = GROUP.match(self._whole, p.end + shift)
            if p.start < 0 and first_park and first_park.start < 120 and not group and self._in_title:
                continue
            return Mention(0, 0, "region", p.place.name + (group[0] if group else ""))
        if first_park:
            return self._park(first_park)
        home = self.home("全市") or self.home("全区")
        return Mention(0, 0, "region", home.name if home else "")

    def _regions(self, taken: list[tuple[int, int]]) -> list[Mention]:
        out = []
        for m in self._places_named:
            if m.start < 0 or _inside(m.start, m.end, taken) or self.text[m.start - 1 : m.start] == "(":
                continue
            group = GROUP.match(self.text, m.end)
            end = group.end() if group else m.end
            out.append(Mention(m.start, end, "region", m.place.name + (group[0] if group else "")))
        return out

    def _named(self, taken: list[tuple[int, int]]) -> list[Mention]:
        out: list[Mention] = []
        kinds: tuple[tuple[re.Pattern[str], SubjectKind], ...] = ((ORGANISATION, "enterprise"), (WORKS, "project"))
        for pattern, kind in kinds:
            for m in pattern.finditer(self.text):
                if _inside(m.end() - 1, m.end(), taken):
                    continue
                start = name_left(self.text, m.end())
                name = self.text[start : m.end()]
                if (
                    len(name) < (6 if kind == "project" else 4)
                    or GENERIC_NAME.match(name)
                    or name[0].isdigit()
                    or DESCRIBED.search(name)
                ):
                    continue
                out.append(Mention(start, m.end(), kind, name, span=(start, m.end())))
        return out

    def _anaphors(self, document: Document, named: list[Mention]) -> list[Mention]:
        out = []
        ordered = sorted(named, key=lambda m: m.start)
        spans = [(m.start, m.end) for m in ordered]
        for mark in document.marks["who"]:
            if mark.value == "parks" or _inside(mark.start, mark.end, spans):
                continue
            resolved = self._resolve(mark.value, mark.word, mark.start, ordered)
            if resolved:
                out.append(Mention(mark.start, mark.end, resolved.kind, resolved.name, True, resolved.span))
        return out

    def _resolve(self, value: str, word: str, at: int, named: list[Mention]) -> Mention | None:
        if value == "place":
            return self._resolve_place(word)
        if value == "park":
            before = [m for m in named if m.kind == "park" and m.end <= at]
            same = [m for m in before if m.name.endswith(word)] or [
                m for m in named if m.kind == "park" and m.name.endswith(word)
            ]
            if same and not word.startswith(("园", "该", "区内")):
                return same[-1] if before else same[0]
            return (
                self.main
                if self.main.kind == "park" or "开发" in self.main.name or "园区" in self.main.name
                else (before[-1] if before else None)
            )
        near = [m for m in named if at - 240 < m.end <= at]
        before = [m for m in near if m.kind == value] or [m for m in near if m.kind == "enterprise" and word.startswith("该")]
        return before[-1] if before else None

    def _resolve_place(self, word: str) -> Mention | None:
        if word == "全国":
            return Mention(0, 0, "region", "全国")
        if word[-1] == "区" and self.main.kind == "park":
            return self.main
        if word in ("全域", "县域", "市域"):
            return self.main
        if self.main.kind == "region" and word[-1] in self.main.name[-1:] + "镇":
            return self.main
        home = self.home(word)
        return Mention(0, 0, "region", home.name) if home else None


NAME_BEFORE = re.compile(r"(?:^|[\n,;:。、“ ]|[年月日]|半年|季度)([\u4e00-\u9fff]{2,3})$")
NO_NAME = re.compile(
    r"我们|全国|各个|整个|这个|国家|全省|全市|省级|市级|一个|多个|所有|部分|其他|主要|目前|今年|去年|下辖|现有|两个|近年|重点|全区|此次"
)

VERBS = re.compile(
    r"推进|走进|打造|加快|支持|建设|围绕|聚焦|推动|发展|位于|来到|落户|入驻|依托|带动|服务|做强|提升|深化|作为|成为|实现|加强|创建|申报|引导|鼓励|促进|探索|"
    r"统筹|优化|整合|规划|设立|成立|获批|全力|奋力|争创|以及|包括|其中|相关|沿海|沿江|如今|现在|因此|对于|关于|通过|随着|根据|按照|目标|不少|许多|大力|着力|"
    r"高新|经济|工业|产业|科技|先进|一流|现代|智慧|绿色|生态|[在对从由将把与和为以是有到向被让给使]"
)


def _with_unknown(whole: str, parks: list[ParkMention]) -> list[ParkMention]:
    """Bare kinds behind a short word at a clause's start that is no word of the language's own, under that name: 云麓经开区."""
    names = {}
    for p in parks:
        match = NAME_BEFORE.search(whole, max(0, p.start - 8), p.start) if p.generic and not p.known else None
        if match and not NO_NAME.search(match[1]) and (whole.count(match[1] + p.text) >= 2 or not VERBS.search(match[1])):
            names[match[1] + p.text] = match[1]
    out = []
    for p in parks:
        fitting = [n for n, head in names.items() if n == head + p.text and whole.endswith(head, 0, p.start)] if p.generic else []
        named = fitting[0] if fitting else None
        if named is not None:
            out.append(replace(p, start=p.end - len(named), text=named, name=named, generic=False))
        elif p.generic and not p.name and len(names) == 1 and next(iter(names)).endswith(p.text):
            out.append(replace(p, name=next(iter(names))))
        else:
            out.append(p)
    return out


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in spans)
