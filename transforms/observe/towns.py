"""Towns, townships and subdistricts, which no table holds: 坦洲镇, 横山街道."""

from __future__ import annotations

import re
from collections.abc import Iterator

TOWN = re.compile(
    r"(?:^|[\n,;:。、( ]|[年日]|月份?|其中)(?:其中|包括)?"
    r"(?P<name>(?!份|其中|包括)[\u4e00-\u9fff]{2,4}?(?:镇|街道|农场|林场|乡(?!镇|村)))"
    r"(?!企|贤|村|长|党|政|级|域|干|街道)",
    re.MULTILINE,
)
# 寿光市羊口镇
TOWN_BEHIND = re.compile(
    r"(?![各全乡城小])[\u4e00-\u9fff]{2,3}?(?:(?<!小)镇|街道|农场|林场|乡(?!镇|村))(?!企|贤|村|长|党|政|级|域|干)"
)
NO_TOWN = re.compile(
    r"^[东西南北](?:临|接|靠|至|邻|依|连|望|濒|起|抵)|其中|返乡|下乡|家乡|故乡|城乡|乡镇|城镇|[各我该本每多两外他们]|[市县区省]|小镇|重镇|古镇|老镇|特色"
    r"|之乡|家庭|国[有营]|生态(?:农|林)场|[个家]农场|集体|示范"
)
WHOLE = re.compile(r"全(?=镇|街道|乡)")
OF_SOURCE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}[市县区州])?(?P<name>[\u4e00-\u9fff]{2,3}(?:镇|街道|乡))(?=人民政府|政府|党委|党政|$)"
)


# The Xinjiang corps and its divisions, which are places like any other: 新疆生产建设兵团, 兵团第八师, 九师.
_DIVISION = r"(?:第?[一二三四五六七八九十]{1,3}师|建工师)"
_ITS_CITY = "(?:石河子|阿拉尔|图木舒克|五家渠|北屯|铁门关|双河|可克达拉|昆玉|胡杨河|新星|白杨)市"
_REGIMENT = r"第?[〇○一二三四五六七八九十百\d]{2,4}团(?:场)?"
# 三师傅, 十师生, 一师一优课: no division of the corps.
_NO_DIVISION = "[一傅范生资长兄弟姐妹徒德友父母爷从部团]"
CORPS = re.compile(
    rf"新疆(?:生产建设)?兵团(?:{_DIVISION}(?:{_ITS_CITY}|{_REGIMENT})?)?|兵团{_DIVISION}(?:{_ITS_CITY}|{_REGIMENT})?"
    rf"|{_DIVISION}(?:{_ITS_CITY}|{_REGIMENT})|(?<![\u4e00-\u9fff])建工师"
    rf"|(?<![\u4e00-\u9fff])第?[一二三四五六七八九十]{{1,3}}师(?!{_NO_DIVISION})"
)


def corps(text: str) -> Iterator[tuple[int, int, str]]:
    """[start, end) and name of the corps and its divisions; a short name counts wherever it stands once one is told."""
    if "师" not in text and "兵团" not in text:
        return
    found = [(m.start(), m.end(), m[0]) for m in CORPS.finditer(text)]
    full = "新疆生产建设兵团"
    for name in {name for _, _, name in found if name.endswith("师") and not name.startswith(("新疆", "兵团"))}:
        found += [(m.start(), m.end(), name) for m in re.finditer(f"(?<=[从由在为是了,。、])(?<!第){name}", text)]
    for start, end, name in dict.fromkeys(found):
        yield start, end, full if name == "新疆兵团" and full in text else name


def towns(text: str) -> Iterator[tuple[int, int, str]]:
    """[start, end) and name of each town at a clause's start; 磁灶全镇 is 磁灶镇."""
    for m in TOWN.finditer(text):
        name = WHOLE.sub("", m["name"])
        if not NO_TOWN.search(name):
            yield m.start("name"), m.end("name"), name


def town_of(source: str) -> str:
    """The town whose own news an article is, by its source: 中山市坦洲镇人民政府; empty where it is none's."""
    match = OF_SOURCE.search(source)
    return match[0] if match and not NO_TOWN.search(match["name"]) else ""
