"""Find the divisions that an article names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cache, lru_cache, partial

from parkwatch.record import record
from transforms.gazetteer.divisions import Place, by_name, former_name, parents, read_words
from transforms.gazetteer.spans import Lexicon

# Characters after a short name that make another word of it: 南京路, 吉林大学, 太原街道, 黄河口, 长江.
_OTHER_WORD = ("路", "街", "大道", "镇", "乡", "村", "话", "菜", "籍", "大学", "公园", "陵", "装", "舰", "岛",
               "东路", "西路", "南路", "北路", "中路", "大街", "东街", "西街", "大桥", "制药", "药业", "股份")
# Words that hold a place's name by chance: 最大竹胶板, 入海口.
_AFTER = re.compile(r"最(?=大)|[入出](?=海口)")
# A zone's name begins with the place it lies in, however ordinary a word: 赤壁高新区. 产业园 is not among them: 新兴产业园.
_ZONE = (
    "经开区", "高新区", "综保区", "滨海新区", "新区", "临港", "经济开发区", "经济技术开发区", "高新技术产业", "综合保税区",
    "工业集中区",
)  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d$")  # 2024云麓(上海)推介会
_EVENT = re.compile(r"[(（][\u4e00-\u9fff]{2,6}[)）](?:招商|投资|推介|经贸|产业|城市)")  # 城关(上海)投资推介会
_ITEMS = tuple("\n、,，;；:：。和及与 ")
_PLACED = re.compile(r"分别|增长|引进|增速|项目|位居|位列|占|积极|紧盯|次之|最")
_HEADED = "市县区镇乡州局部处院校厅司队科厂行社会"  # whose 长 is its head
_CLAUSE = "\n,，。;；:：、 计月日据度"  # the last character of what stands before a clause's subject
_NAME = 40  # code points that no name is longer than
_SHORT = 2  # code points of a short name that other words may hold
_BEGINS = re.compile(r"[^\u4e00-\u9fff]|[在于与和及从对到向赴自由往是为的将把让给经至离了进走入驻达省市县区州盟年月日讯获访]")
# What stands behind a place that does something: 和平上半年实现…, 兴国:一季度…, 开州外贸逆势增长.
_DOES = re.compile(
    r"[:：]|(?:今年|去年|本月|上月|全年|上半年|下半年|一季度|首季|前[一二三四五六七八九十\d]+(?:个?月|季度)|\d|[一二三四]季度|"
    r"累计|共|再|喜|又)|"
    r"(?:新?签约?|新增|实现|完成|引进|落户|获批|入选|外贸|进出口|出口|GDP|地区生产总值|规上|规模以上|工业|招商|财政|税收|固定资产|固投|项目|经济|"
    r"园区|开放|投资|企业|产业|晒|交出|跑出|打造|推进|加快|力推|做强)"
)
# Ordinary words that open a clause and do so as verbs or as what is spoken of; they stay words.
_ALWAYS_WORDS = frozenset(
    {"建设", "合作", "互助", "解放", "复兴", "振兴", "前进", "资源", "港口", "通道", "公安"}
    | {"延长", "前锋", "中方", "开放", "共和"}
)
_SIDES = "陕湘赣皖苏浙粤闽川豫鲁冀晋黔桂滇渝鄂辽吉黑甘青宁新藏蒙琼江河海岭"  # 陕南, 皖北: parts of provinces
_GOES_ON = ("域", "块", "位", "间", "场", "容")  # 新建区域 names no 新建区
_BARE_KINDS = {"东区", "西区", "城区", "矿区", "郊区"}  # places of these names count only straight after their city


@record
class PlaceMention:
    """One division as the text names it; several where the article does not settle which of one name it is."""

    start: int
    end: int
    text: str
    candidates: tuple[Place, ...]

    @property
    def place(self) -> Place:
        """The likeliest division."""
        return self.candidates[0]

    def moved(self, by: int, candidates: tuple[Place, ...]) -> PlaceMention:
        """The same words, so many code points on."""
        return PlaceMention(self.start + by, self.end + by, self.text, candidates)


def ambiguous() -> frozenset[str]:
    """Short names that are ordinary words too."""
    return read_words("ambiguous_places.txt")


@cache
def _lexicon() -> Lexicon:
    return Lexicon(list(by_name()))


def find_places(text: str) -> list[PlaceMention]:
    """Provinces, cities and counties that a text names, with and without 省, 市, 县 and 区, in order.

    A short name that is an ordinary word (和平, 朝阳, 新兴) counts only straight after the division it lies in, or where its
    full name stands in the text too, or a 高新区 follows it. Of several places of one name, those that lie in another place of
    the text come first.
    """
    return list(_found_in_name(text) if len(text) < _NAME else _found_in_text(text))


def _found(text: str) -> tuple[PlaceMention, ...]:
    """What ``find_places`` gives."""
    hits = _lexicon().find(text)
    if not hits:
        return ()
    in_full = {name for _, _, name in hits}
    found: list[PlaceMention] = []
    in_its_city: set[str] = set()  # ordinary words that the text has had straight after their city: 盐城大丰
    by_other_kind: dict[str, bool] = {}  # whether the text gives an ordinary word a kind that it had: 大丰市
    for start, end, name in hits:
        candidates = by_name()[name]
        before = found[-1] if found and found[-1].end == start else None
        inside = [c for c in candidates if before and any(c.code.startswith(p.code) for p in before.candidates)]
        if inside and before and inside[0] != before.place:
            around = tuple(p for p in before.candidates if inside[0].code.startswith(p.code))
            found[-1] = replace(before, candidates=around)
            candidates = tuple(inside)
            in_its_city.add(name)
        elif all(c.name != name for c in candidates):
            counted = text[start - 1 : start].isdigit() and not _YEAR.search(text, max(0, start - 5), start)
            if text.startswith(_OTHER_WORD, end) or counted:  # 长兴岛, 200万载重吨
                continue
            if _AFTER.match(text, max(0, start - 1)):
                continue
            if before is None and name[0] == "长" and text[start - 1 : start] in tuple(_HEADED):
                continue  # 市长武某, 局长葛某
            told = text.startswith(_ZONE, end) or any(c.name in in_full for c in candidates)
            if not told and name in ambiguous():
                if name not in by_other_kind:
                    by_other_kind[name] = any(former and former in text for former in map(former_name, candidates))
                told = by_other_kind[name] or _heads(text, start, name, candidates)
                told = told or (name in in_its_city and _BEGINS.match(text, start - 1) is not None)
                told = told or _is_listed(text, start, end, candidates, in_full) or _EVENT.match(text, end) is not None
                told = told or (len(in_full) > _SHORT and _is_among(text, start, end, candidates, in_full))
            if not told and (name in ambiguous() or _by_chance(text, start, end, candidates, in_full)):
                continue
        elif name in _BARE_KINDS or (before and name.endswith("新区")) or _is_other_word(text, name, end):
            continue  # 青溪滨海新区 is not Tianjin's
        found.append(PlaceMention(start, end, text[start:end], candidates))
    return _settle(found, text)


def _is_other_word(text: str, name: str, end: int) -> bool:
    """Whether what looks like a place are parts of other words: 新建区域, 陕南县域."""
    if name == "和县" and text.startswith(("区", "直", "域", "级", "市"), end):
        return True  # 各市和县区
    if name == "化州市" and "\u4e00" <= text[end - 4 : end - 3] <= "\u9fff" and not _BEGINS.match(text[end - 4]):
        return True  # 深化州市、县区联动
    if len(name) == _SHORT:
        start = end - _SHORT
        return not (start == 0 or _BEGINS.match(text[start - 1])) and (text.startswith("域", end) or text[start - 1] in _SIDES)
    return name[:-1] in ambiguous() and text.startswith(_GOES_ON, end)


def _heads(text: str, at: int, name: str, candidates: Sequence[Place]) -> bool:
    """Whether an ordinary word is the place that an article is of: it opens the first line, doing something.

    And the text tells so, by 全县 of its kind or by opening another clause with it.
    """
    if name in _ALWAYS_WORDS or not text.startswith(name) or not _DOES.match(text, len(name)):
        return False
    if at and not (text[at - 1] in _CLAUSE and _DOES.match(text, at + len(name))):
        return False
    kinds = {c.name[-1] for c in candidates}
    if any(f"{all_}{kind}" in text for kind in kinds for all_ in "全我"):
        return True
    return any(text[m.start() - 1] in _CLAUSE and _DOES.match(text, m.end()) for m in re.finditer(name, text) if m.start())


def _is_listed(text: str, start: int, end: int, candidates: Sequence[Place], named: Set[str]) -> bool:
    """Whether an ordinary word stands where an article goes through the counties of its city: 天长12个,明光5个."""
    if not (text[end : end + 1].isdigit() and text[start - 1 : start] in ("、", ",", ";", ":", "和")):
        return False
    return any(p.level == "city" and (p.name in named or p.short in named) for c in candidates for p in parents(c))


def _is_among(text: str, start: int, end: int, candidates: Sequence[Place], named: Set[str]) -> bool:
    """Whether an ordinary word stands as a county beside another one of its city, the city named too: 其中,河东完成30亿元,沂南….

    It begins a clause or an item of a list, and what stands behind it is what a place does, or the next item.
    """
    before = text[start - 1 : start]
    if not (before in ("", *_ITEMS) or text.startswith("其中", start - 2)):
        return False
    if not (text[end : end + 1] in tuple("、和") or _DOES.match(text, end) or _PLACED.match(text, end)):
        return False
    for place in candidates:
        city = next((p for p in parents(place) if p.level == "city"), None)
        if city is not None and (city.name in named or city.short in named) and _has_sibling(place, named):
            return True
    return False


def _has_sibling(place: Place, named: Set[str]) -> bool:
    """Whether another county of a county's city is named by what is no ordinary word."""
    others = (c for name in named if name not in ambiguous() for c in by_name()[name] if c.level == "county")
    return any(c.code[:4] == place.code[:4] and c.code != place.code for c in others)


def _by_chance(text: str, start: int, end: int, candidates: Sequence[Place], named: Set[str]) -> bool:
    """Whether a county's short name stands in the middle of other words: 投资中, 郭广昌, 麒麟芯片, 佛罗里达州.

    It is a name where one begins (behind a mark, or a word that leads to a place), or where the text names what it lies in.
    """
    if end - start > _SHORT or any(c.level != "county" for c in candidates):
        return False
    if start == 0 or _BEGINS.match(text[start - 1]) or text.startswith("园", end):
        return False
    return not any(around.name in named or around.short in named for c in candidates for around in parents(c))


# Parks, main place and subjects ask of one text, and of the same names again and again.
_found_in_text = lru_cache(maxsize=4)(_found)
_found_in_name = lru_cache(maxsize=1024)(_found)


def _settle(found: list[PlaceMention], text: str) -> tuple[PlaceMention, ...]:
    if all(len(m.candidates) == 1 for m in found):
        return tuple(found)
    sure = Counter(m.place.code[:n] for m in found if len(m.candidates) == 1 for n in (2, 4) if n <= len(m.place.code))
    said = {kind for kind in "市县区旗" if f"全{kind}" in text or f"我{kind}" in text}
    kind = said.pop() if len(said) == 1 else ""
    return tuple(
        m if len(m.candidates) == 1
        else replace(m, candidates=tuple(sorted(m.candidates, key=partial(_rank, text=m.text, sure=sure, kind=kind))))
        for m in found
    )


def _rank(place: Place, text: str, sure: Counter[str], kind: str) -> tuple[int, bool, int, bool]:
    """What those of one name are sorted by: lying in a place of the text, being what its 全县 can mean, being the higher."""
    support = sum(sure[place.code[:n]] for n in (2, 4) if n <= len(place.code))  # a city's own counties speak for it too
    return (-support, bool(kind) and not place.name.endswith(kind), len(place.code), place.name != text)
