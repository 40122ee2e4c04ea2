"""Towns, townships and subdistricts, which no table holds: 坦洲镇, 横山街道."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.prefilter import Prefiltered

TOWN = re.compile(
    r"(?:^|[\n,;:。、( ]|[年日]|月份?|其中|(?<=[镇乡道])(?:以?及|[和与])|"
    r"[是为和与及](?=[\u4e00-\u9fff]{2,3}(?:镇|街道|乡)(?:[、,;。和与及(\d]|分别)))(?:其中|包括)?"
    r"(?P<name>(?!份|其中|包括)[\u4e00-\u9fff]{2,4}?(?:镇|街道|农场|林场|乡(?!镇|村)))"
    r"(?!企|贤|村|长|党|政|级|域|干|街道)",
    re.MULTILINE,
)
TOWNS = Prefiltered(TOWN, r"[镇乡街农林](?:(?<=[镇乡])|(?<=街)道|场)", 9)
# 寿光市羊口镇
TOWN_BEHIND = re.compile(
    r"(?![各全乡城小])[\u4e00-\u9fff]{2,3}?(?:(?<!小)镇|街道|农场|林场|乡(?!镇|村))(?!企|贤|村|长|党|政|级|域|干)"
)
NO_TOWN = re.compile(
    r"^[东西南北](?:临|接|靠|至|邻|依|连|望|濒|起|抵)|其中|下[辖设]|包括|[两三四五六七八九十]个|返乡|下乡|家乡|故乡|城乡|乡镇|城镇|[各我该本每多两外他们]|[市县区省]|小镇|重镇|古镇|老镇|特色"
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


# Ports and crossings that are no place's by name: 云屿港完成吞吐量…, 青垭口岸; and villages that a text speaks of again.
PORT = re.compile(
    r"(?:^|[\n,;:。、“ ]|[年月日]|的|半年|季度)(?P<name>[\u4e00-\u9fff]{2,4}?(?:口岸|港(?:区|口)?))"
    r"(?=今年|去年|全年|上半年|累计|共|已|完成|实现|货物|集装箱|吞吐|进出口|出入境|出口|是|位于|地处|拥有|新增|开放|通关|进出境|外贸|[,:])",
    re.MULTILINE,
)
PORTS = Prefiltered(PORT, "港|口岸", 6)
NO_PORT = re.compile(
    r"^(?:[该本我全各此其多个两三几与和及在到对从由自大]|公路|铁路|水运|航空|陆路|陆地|边境|边民|沿海|沿边|沿江|内河|开放|对外|主要|国家|国际|"
    r"重点|一类|二类|港口|海运|空运|智慧|数字|绿色|建设|打造|通过|依托|抵达|出口|进口)|[年月日]|[来访离抵到进出靠停入]港|"
    r"香港|空港|陆港|临港|珠港|航空港|数字港|信息港|创新港|科创港|物流港"
)
VILLAGE = re.compile(
    r"(?:^|[\n,;:。“])(?P<name>[\u4e00-\u9fff]{2,3}村)(?!民|庄|镇|级|干|委|支|两|里|集|企|寨|落|居|子|口|组)", re.MULTILINE
)
VILLAGES = Prefiltered(VILLAGE, "村", 4)
NO_VILLAGE = re.compile(
    r"^(?:[该本我全各此其多个两几与和及在到对从由自驻进下乡农]|新|老|古|度假|中关|城中|地球|奥运)|[年月日]|(?:示范|行政|自然|贫困|先进|文明)村"
)


def _told_again(text: str, pattern: Prefiltered, none: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Where names of a form stand that a text says at least twice."""
    found = {m["name"] for m in pattern.finditer(text) if not none.search(m["name"])}
    for name in found:
        spans = [m.span() for m in re.finditer(re.escape(name), text)] if text.count(name) > 1 else []
        yield from ((a, b, name) for a, b in spans)


def ports(text: str) -> Iterator[tuple[int, int, str]]:
    """[start, end) and name of each port or crossing, and of each village, that no table holds."""
    yield from _told_again(text, PORTS, NO_PORT)
    yield from _told_again(text, VILLAGES, NO_VILLAGE)


def towns(text: str) -> Iterator[tuple[int, int, str]]:
    """[start, end) and name of each town at a clause's start; 磁灶全镇 is 磁灶镇."""
    for m in TOWNS.finditer(text):
        name = WHOLE.sub("", m["name"])
        if not NO_TOWN.search(name):
            yield m.start("name"), m.end("name"), name


def town_of(source: str) -> str:
    """The town whose own news an article is, by its source: 中山市坦洲镇人民政府; empty where it is none's."""
    match = OF_SOURCE.search(source)
    return match[0] if match and not NO_TOWN.search(match["name"]) else ""
