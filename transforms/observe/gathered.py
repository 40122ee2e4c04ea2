"""Where a text speaks of several parks as one subject: 全省开发区, 云南省89个开发区, 中西部16个国家级开发区."""

from __future__ import annotations

import re

from transforms.gazetteer import Place, find_places
from transforms.observe.groups import (
    AND_MORE,
    BRANCHES,
    COUNTED_PLACES,
    COUNTS,
    HOME_SAID,
    LEVEL_GROUP,
    LISTED,
    LISTED_PLACES,
    NATION,
    OF_COUNTRY,
    PART_OF_COUNTRY,
    TOGETHER,
    WHOLE,
    group_name,
    is_group,
    number,
    place_name,
)
from transforms.observe.mention import Mention
from transforms.observe.scene import Scene

JOINT = re.compile(r"[、和与]")
WHEN = re.compile(r"^[^、和与]*(?:[年月日]|半年|季度|以来|其中)")
DIVIDED = re.compile(r"(?:共?下?[辖设]有?|包括|包含|涵盖|拥有|[现共设]有|分为|由|形成|建成|规划|布局)")  # 下辖A、B、C三个园
WITHIN = ("辖区内", "境内", "内")  # 广东省内13个综合保税区
OF_COUNT = re.compile(r"^(?:全国|我国)?的?|共有|现有")
LONG_TAIL = 5  # code points of a group's name without its place that tell it from a bare word
INSIDE = re.compile(r"园区|产业园区?|科技园|工业园|片区|功能区|示范区|集聚区")  # a park has them too
SORT_DROPPED = re.compile(r"^(?:各类|各级|省(?!级))")


class Counted:
    """The groups that an article counts, title and text; of two with one number the name with a place serves both."""

    def __init__(self, scene: Scene, main: Mention | None = None) -> None:
        """Name each count with a place first, then those without by them; ``main`` is whom the article is about."""
        self._scene, self._main = scene, main
        shift = len(scene.title) + 1
        places = {p.end + shift: p for p in reversed(scene.places)}
        self.mentions: list[Mention] = []  # positions in the text, of the title below zero
        placed: dict[tuple[int, str], str] = {}
        bare: list[re.Match[str]] = []
        for m in COUNTS.finditer(scene.whole):
            place = places.get(m.start()) or next(
                (places.get(m.start() - len(w)) for w in WITHIN if scene.whole.endswith(w, 0, m.start())), None
            )
            if place is not None and _listed(scene.whole, m):  # 石家庄、保定、承德3家国家高新区
                place = None
            home = place.place if place else self._home(m[1]) if m[1] else None
            if home is None:
                bare.append(m)
                continue
            start = place.start + shift if place else m.start()
            port = m[1] if m[1] and m[1].endswith("港") else ""
            printed = place_name(place.text, home.name, m[0], scene.whole) if place else home.name
            printed = place.text + port if place and port else printed
            name = placed.setdefault((number(m[2]), m[4][-1]), self._name(m, printed, place.text if place else home.short))
            self.mentions.append(Mention(start - shift, m.end() - shift, "region", name, place is None))
        printed_names = _fullest(bare)
        for m in bare:
            key = (number(m[2]), m[4][-1])
            if listed := _listed(scene.whole, m):
                start = m.start() - len(listed)
                self.mentions.append(Mention(start - shift, m.end() - shift, "region", listed + m[0]))
                continue
            inside = main if main is not None and main.kind == "park" and INSIDE.fullmatch(m[4]) else None
            ours = main.name if main is not None and is_group(main.name) and m[3] == "" and m[4] == "园区" else ""
            name = placed.get(key) or (inside.name if inside else "") or ours or self._of_said_home(m) or printed_names[key]
            kind = inside.kind if inside is not None and key not in placed else "region"
            self.mentions.append(Mention(m.start() - shift, m.end() - shift, kind, name, True))
        self.mentions.sort(key=lambda m: m.start)

    def _name(self, match: re.Match[str], full: str, short: str) -> str:
        """云南省开发区 of 云南省89个开发区; 福建三个开发区 stays as printed, for it names no more than those three."""
        if match[2][0].isdigit():
            return full + SORT_DROPPED.sub("", match[3]) + match[4]
        return short + match[2] + match[3] + match[4]

    def _home(self, word: str) -> Place | None:
        return self._scene.home(word) if word[-1] not in "国港" else None

    def _of_said_home(self, match: re.Match[str]) -> str:
        """11个开发区 in news of a province or a city that speaks of 全省 or 全市."""
        if match[1] or not match[2][0].isdigit() or OF_COUNTRY.search(match[4]):
            return ""
        for word in ("全省", "全市"):
            home = self._scene.home(word)
            if home is not None and (HOME_SAID.search(self._scene.whole) or home.name[:2] in self._scene.heads_of_places):
                return self._name(match, home.name, home.short)
        return ""


def uncounted(match: re.Match[str]) -> str:
    """国家级经开区 of 218家国家级经开区, which are all of that rank; a count of others stays: 21家自贸试验区."""
    return match[3] + match[4] if match[3].startswith("国家") else OF_COUNT.sub("", match[0])


def _listed(text: str, match: re.Match[str]) -> str:
    """The names before a count of as many: 武威、黄羊 before 两个工业园区."""
    if more := AND_MORE.search(text, max(0, match.start() - 16), match.start()):
        return more[1]
    listed = LISTED.search(text, max(0, match.start() - 60), match.start())
    names = WHEN.sub("", listed[1]) if listed else ""
    return names if names and not DIVIDED.match(names) and len(JOINT.findall(names)) + 1 == number(match[2]) else ""


def _fullest(matches: list[re.Match[str]]) -> dict[tuple[int, str], str]:
    """The longest form that each number of parks has in an article."""
    names: dict[tuple[int, str], str] = {}
    for m in matches:
        key, name = (number(m[2]), m[4][-1]), uncounted(m)
        if len(name) > len(names.get(key, "")):
            names[key] = name
    return names


def groups(scene: Scene, main: Mention) -> list[Mention]:
    """All parks of a place: 全省开发区, 云南省89个开发区, 17个国家级开发区; ``main`` is whom the article is about."""
    text = scene.text
    out = [Mention(m.start(), m.end(), "region", m[0]) for m in COUNTED_PLACES.finditer(text)]
    out += [
        Mention(m.start(), m.end(), "region", m[0])
        for m in LISTED_PLACES.finditer(text)
        if len(JOINT.findall(m["names"])) + 1 == number(m["n"] + "个")
    ]
    out += [Mention(m.start(), m.end(), "region", m[0], True) for m in TOGETHER.finditer(text)]
    for m in BRANCHES.finditer(text):
        if main.kind == "park":  # 晋江经济开发区“一区十四园” is that park
            out.append(Mention(m.start(), m.end(), "park", main.name, True))
        else:
            out.append(Mention(m.start(), m.end(), "region", branches_name(scene, m[0])))
    for m in WHOLE.finditer(text):
        out.append(whole_mention(scene, m))
    covered = {at for a in out for at in range(a.start, a.end)}
    for m in LEVEL_GROUP.finditer(text):
        if m.start() not in covered:
            out.append(Mention(m.start(), m.end(), "region", _level_group(scene, m[1], m[2])))
            covered.update(range(*m.span()))
    out += _main_again(scene, main, covered)
    return out + [m for m in Counted(scene, main).mentions if m.start >= 0 and m.start not in covered]


def _main_again(scene: Scene, main: Mention, covered: set[int]) -> list[Mention]:
    """The article's own group without its place: 自贸港重点园区 of 海南自贸港重点园区."""
    places = find_places(main.name) if is_group(main.name) else []
    tail = main.name[places[0].end :] if places and places[0].start == 0 else ""
    if len(tail) < LONG_TAIL:
        return []
    said = rf"(?:(?<![\u4e00-\u9fff])|(?<=[各的在对月年日底度全])){re.escape(tail)}"  # not in 鹤淇产业集聚区
    found = (m for m in re.finditer(said, scene.text) if m.start() not in covered)
    return [Mention(m.start(), m.end(), main.kind, main.name, True) for m in found]


def branches_name(scene: Scene, branches: str) -> str:
    """A park with its branches (“一区四园”) under the place that stands before it somewhere, else that of 全市, 全县 or 全区."""
    for m in BRANCHES.finditer(scene.whole):
        place = scene.place_ending(m.start()) if m[0] == branches else None
        if place is not None:
            return place.text + branches
    words = [w[0] for w in HOME_SAID.finditer(scene.whole)]
    home = next((home for word in (*words[:1], "全市", "全县") if (home := scene.home(word)) is not None), None)
    return (home.name if home else "") + branches


def whole_mention(scene: Scene, match: re.Match[str]) -> Mention:
    """全市园区 as all parks of the city; 我县工业园区 as the county's one park, where the article names that."""
    home = scene.home(match[1]) if match[1][-1] != "国" else None
    if home is not None and match[1][-1] in "县区" and (own := scene.park_of(home, match[3])):
        return Mention(match.start(), match.end(), "park", own, True)
    name = group_name(home.name if home else match[1].replace("我国", "全国"), match[2], match[3], scene.whole)
    return Mention(match.start(), match.end(), "region", name, True)


def _level_group(scene: Scene, sort: str, kind: str) -> str:
    home = scene.home("全省") if re.search(r"[全我]省", scene.whole) else None
    return (home.name if home else "") + sort + kind


def groups_of_country(scene: Scene, main: Mention) -> list[Mention]:
    """国家级开发区 in news of all of them, and the parts that are counted: 中西部16个国家级开发区."""
    out = [Mention(m.start(), m.end(), "region", main.name, True) for m in NATION.finditer(scene.text)]
    for m in COUNTS.finditer(scene.text):
        part = PART_OF_COUNTRY.search(scene.text, max(0, m.start() - 8), m.start())
        start = part.start() if part else m.start()
        out = [o for o in out if o.end <= start or m.end() <= o.start]
        name = OF_COUNT.sub("", scene.text[start : m.end()]) if part else uncounted(m)
        out.append(Mention(start, m.end(), "region", name))
    return out
