"""Administrative divisions, provinces to counties: GB/T 2260 codes, full and short names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Level = Literal["province", "city", "county"]

# The peoples in the names of autonomous divisions: 延边朝鲜族自治州 is 延边, 恩施土家族苗族自治州 is 恩施.
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|"
    "仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|普米|各"
)
# Written without 族 in 巴音郭楞蒙古自治州, 新疆维吾尔自治区, 巴里坤哈萨克自治县.
_WITHOUT_ZU = ("蒙古", "维吾尔", "哈萨克", "锡伯", "塔吉克", "柯尔克孜")
_AUTONOMOUS = re.compile(r"自治([县旗州])$")
_ENDING = re.compile(
    rf"(?:(?:{_PEOPLES})族)*(?:自治区|自治州|自治县|自治旗)$"
    r"|(?:特别行政区|地区|林区|特区|省|市|州|盟|县|区|旗)$"
)

# Kinds that a county's name ends with at other times: 海门市 is 海门区 now; not 海门市场, 沙县城.
_COUNTY_KINDS = {"市": "场民值面井容政", "县": "域级城", "区": "域位块间内"}


@cache
def short_name(name: str) -> str:
    """A division's name without its kind: 苏州市 is 苏州, 沛县 stays 沛县, for one character alone names nothing."""
    short = _ENDING.sub("", name)
    if name.endswith(("内蒙古自治区", "西藏自治区")):
        short = name.removesuffix("自治区")
    for people in _WITHOUT_ZU:
        if name != "内蒙古自治区" and short.endswith(people) and len(short) > len(people) + 1:
            short = short.removesuffix(people)
    return short if len(short) >= 2 else name


@dataclass(frozen=True, slots=True)
class Place:
    """One division; ``code`` has two digits for a province, four for a city, six for a county.

    The code of one that the standard lists no longer ends in two letters.
    """

    code: str
    name: str

    @property
    def short(self) -> str:
        """The name without 省, 市, 区 or 县."""
        return short_name(self.name)

    @property
    def level(self) -> Level:
        """Province, city (prefecture) or county."""
        levels: dict[int, Level] = {2: "province", 4: "city", 6: "county"}
        return levels[len(self.code)]


def read_rows(name: str) -> list[list[str]]:
    """The rows of a table in ``data/``, without its comment lines and its head."""
    text = files(__package__).joinpath("data", name).read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


@cache
def read_words(name: str) -> frozenset[str]:
    """The words of a list in ``data/``, without its comment lines."""
    lines = files(__package__).joinpath("data", name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def places() -> dict[str, Place]:
    """All divisions by code, those that the standard lists no longer last."""
    current = {code: Place(code, name) for code, name in read_rows("divisions.tsv")}
    return current | {code: Place(code, name) for code, name, _ in read_rows("former_divisions.tsv")}


def parents(place: Place) -> list[Place]:
    """The divisions that a place lies in, the nearest first; a municipality's districts have no city between."""
    table = places()
    return [table[place.code[:n]] for n in (4, 2) if n < len(place.code) and place.code[:n] in table]


@cache
def by_name() -> dict[str, tuple[Place, ...]]:
    """Divisions by full, short and customary name, in order of their code; a present one's short name is no former one's too."""
    out: dict[str, list[Place]] = {}
    for place in places().values():
        for name in dict.fromkeys((place.name, place.short, *customary_names(place))):
            if name == place.name or name not in out or place.code.isdecimal():
                out.setdefault(name, []).append(place)
    return {name: tuple(found) for name, found in out.items()}


@cache
def customary_names(place: Place) -> tuple[str, ...]:
    """What an autonomous division, a league or a banner is called beside its name: 恩施州, 巴里坤县, 喀左县, 锡盟."""
    kind = _AUTONOMOUS.search(place.name)
    plain = (place.short + kind[1],) if kind and place.short not in (place.name, "河南") else ()
    return (*plain, *_customary().get(place.name, ()))


@cache
def _customary() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for name, division in read_rows("customary_names.tsv"):
        out[division] = (*out.get(division, ()), name)
    return out


def lookup(name: str, within: str = "") -> Place | None:
    """The division of that full or short name; the higher level wins, two of one level are told apart by ``within``.

    Args:
        name: 张家港市, 张家港, 苏州市张家港市 is not one.
        within: code of a province or city that it must lie in.
    """
    found = [p for p in by_name().get(name, ()) if p.code.startswith(within)]
    if not found:
        return None
    length = min(len(p.code) for p in found)
    best = [p for p in found if len(p.code) == length]
    return best[0] if len(best) == 1 else None


def as_printed(place: Place, text: str) -> Place:
    """A place under the name that a text gives it: 恩施州, or 海门市, printed before it became 海门区."""
    customary = [name for name in customary_names(place) if name in text and name[-1] in "县旗州盟"]
    if customary and place.name not in text:
        return Place(place.code, max(customary, key=len))
    if place.level != "county" or place.name in text or place.short not in text:
        return place
    for kind, others in _COUNTY_KINDS.items():
        name = place.short + kind
        at = text.find(name)
        if at >= 0 and text[at + len(name) : at + len(name) + 1] not in tuple(others):
            return Place(place.code, name)
    former = former_name(place)
    return Place(place.code, former) if former and _calls_itself(former[-1], place, text) else place


def former_name(place: Place) -> str:
    """What a division was called before it changed its kind (海门市, now 海门区), "" where it did not."""
    return _former_kinds().get(place.code, "")


@cache
def _former_kinds() -> dict[str, str]:
    """What a division was called before it changed its kind, by its code."""
    return {code: name for code, name, _ in read_rows("former_kinds.tsv")}


def _calls_itself(kind: str, place: Place, text: str) -> bool:
    """Whether a text speaks of 我市 or 全县 where its place has long been a 区: it is from before that.

    Not where it speaks of 全区 too, or names the city that the place lies in, whose 全市 that may be.
    """
    if not any(f"{ours}{kind}" in text for ours in "我全"):
        return False
    if kind == "县":
        return True  # 全市 beside it is the city's
    if any(f"{ours}{place.name[-1]}" in text for ours in "我全"):
        return False
    return not any(around.level == "city" and around.short in text for around in parents(place))
