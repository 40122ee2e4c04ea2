"""Parks that no table knows and that have a short name: 云麓经开区."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.gazetteer import ParkMention, find_places, names_nothing, titled_kinds
from transforms.prefilter import Prefiltered

NAME_BEFORE = re.compile(
    r"(?:^|[\n,;:。、“ ]|年度?|月[份底]?|[日季]|年底|半年|季度)"
    r"([\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{3,5}[港湖江山河岛湾城海口桥塘坝洲滨浦泉溪岭川])$"
)
NO_NAME = re.compile(
    r"半年|季度|首季|全年|^[度份底末初]|[该本某各这那]|增速|增幅|[年月日比较占达超]|拉动|我们|全国|各个|整个|这个|国家|全省|全市|省级|市级|一个|多个|所有|部分|其他|主要|目前|今年|去年|下辖|现有|两个|近年|重点|全区|此次|会办|会见|书记|[县市区]长|主任|局长"
)
# Words of the language: no names, unless the text says them again and again before the same kind of park.
WORDS = re.compile(
    r"推进|走进|打造|加快|支持|建设|围绕|聚焦|推动|发展|位于|来到|落户|入驻|依托|带动|服务|做强|提升|深化|作为|成为|实现|加强|创建|申报|引导|鼓励|"
    r"促进|探索|统筹|优化|整合|规划|设立|成立|获批|全力|奋力|争创|以及|包括|其中|相关|沿海|沿江|如今|现在|因此|对于|关于|通过|随着|根据|按照|目标|"
    r"带领|感谢|护航|壮大|助推|助力|赋能|激活|走访|慰问|勉励|调研|考察|参观|督察|督导|视察|指导|夯实|取消|撤销|不少|许多|大力|着力|高新|经济|工业|产业|科技|先进|一流|现代|智慧|绿色|生态|[在对从由将把与和为以是有到向被让给使]"
)

MOST = 200  # different names that are looked for in one article


# Kinds of which a city has one: names by themselves.
ITSELF = {"临港经济区", "空港经济区", "临空经济区", "航空港区", "汽开区", "城市副中心"}
LONG = 4  # characters of a name that is one even where the bare kind could be a park of the table
VAGUE = {"园区", "示范区", "开发园区", "功能区"}  # kinds that hardly make a name on their own
TOLD_AGAIN = 2  # times that a name is said
# Kinds of what is a park though it is said but once.
SURE = frozenset({"经开区", "高新区", "综保区", "经济开发区", "工业园区", "产业集聚区", "工业集中区"})
OF_OTHERS = ("项目", "公司", "集团", "股份")  # what a name is no park's before, wherever it is said
OURS_SAID = re.compile(r"全区|区内|该区|园区")  # what a park that only the title names is called by
TITLED = re.compile(
    rf"(?:^|[:：丨| ])([\u4e00-\u9fff]{{2,8}}?)({'|'.join(sorted(titled_kinds(), key=len, reverse=True))}|"
    r"(?<![公校果家庄花田茶乐物童学桃梨竹开入进出全各本该])园(?![区林艺丁博长内里中外]))"
)
# Kinds that are a name by themselves where the title opens with them: 试验区一季度到位资金2亿元.
TITLED_KIND = re.compile(
    r"(?:^|[:：丨| ])(汽开区|试验区|实验区|先行区|先导区|合作区|新区|自贸区|自贸片区|港区|综改区|"
    r"综改示范区|科学城|科技城|投资区|副中心|城市副中心)(?=[\u4e00-\u9fff])"
)
ALONE_BEFORE = re.compile(r"(?:^|[^\u4e00-\u9fff]|[年月日在对为与和了是全]|以来|目前)$")


def _titled_kind(title: str, whole: str, parks: list[ParkMention]) -> list[ParkMention]:
    """The park that the title calls by its kind alone, everywhere in the text; under a longer name of that end."""
    match = TITLED_KIND.search(title)
    if match is None or any(p.start < len(title) for p in parks):
        return parks
    spans = [
        (m.start(), m.end()) for m in re.finditer(match[1], whole) if ALONE_BEFORE.search(whole, max(0, m.start() - 2), m.start())
    ]
    if len(spans) < TOLD_AGAIN:
        return parks
    name = next((p.name for p in parks if p.name.endswith(match[1])), match[1])
    kept = [p for p in parks if not any(a < p.end and p.start < b for a, b in spans)]
    return sorted((*kept, *(ParkMention(a, b, match[1], name, None, False) for a, b in spans)), key=lambda p: p.start)


# A kind as whom a text tells its figures of, where no park of it has a name: 新区完成投资178亿元.
TOLD_KIND = re.compile(
    r"(?:^|[\n,;。]|[年月日度]|半年|以来|目前)(?P<kind>新区|示范区|试验区|合作区|科学城|科技城)"
    r"(?=(?:共|已|累计|新)*(?:完成|实现|签约|引进|新增|规上|规模以上|地区生产总值|固定资产|实际))",
    re.MULTILINE,
)


def told_by_kind(whole: str, parks: list[ParkMention]) -> list[ParkMention]:
    """The parks, and the one that a text calls by its kind alone, again and again, and names nowhere."""
    told = dict.fromkeys(m["kind"] for m in TOLD_KIND.finditer(whole))
    kinds = [kind for kind in told if whole.count(kind) >= TOLD_AGAIN and not any(p.name.endswith(kind) for p in parks)]
    found = [
        ParkMention(m.start(), m.end(), kind, kind, None, False)
        for kind in kinds[:1]
        for m in re.finditer(kind, whole)
        if ALONE_BEFORE.search(whole, max(0, m.start() - 2), m.start())
    ]
    return sorted([*parks, *found], key=lambda p: p.start) if found else parks


def titled(title: str, whole: str, parks: list[ParkMention]) -> list[ParkMention]:
    """Where the title opens with a name of a park's form that no table knows, said again in the text: that name, everywhere."""
    if any(p.name and not p.generic and p.start < len(title) for p in parks):
        return parks
    match = TITLED.search(title)
    if match is None or "片区" in match[1] or NO_NAME.search(match[1]) or WORDS.search(match[1]) or names_nothing(match[1]):
        return _titled_kind(title, whole, parks)
    name = match[1] + match[2]
    spans = [(m.start(), m.end()) for m in re.finditer(name, whole)]
    meant = match[2] in SURE or (match[2] not in VAGUE and not parks and OURS_SAID.search(whole, len(title)) is not None)
    alone = len(spans) < TOLD_AGAIN and meant and len(match[1]) <= len("云麓") and not find_places(match[1])
    if not alone and all(whole.startswith(OF_OTHERS, end) for _, end in spans):
        return parks
    if len(spans) < TOLD_AGAIN and match[2] not in VAGUE:  # 云澜新区 of the title is 新区 in the text
        kinds = re.compile(match[2]).finditer(whole, len(title))
        spans += [m.span() for m in kinds if ALONE_BEFORE.search(whole, max(0, m.start() - 2), m.start())]
    if len(spans) < TOLD_AGAIN and not alone:
        return parks
    kept = [p for p in parks if not any(a < p.end and p.start < b for a, b in spans)]
    found = [ParkMention(a, b, name, name, None, False) for a, b in spans]
    return sorted((*kept, *found), key=lambda p: p.start)


def with_unknown(text: str, parks: list[ParkMention]) -> list[ParkMention]:
    """The parks, those bare kinds named that stand at a clause's start behind a short word that is none of the language's own."""
    seen: dict[str, str | None] = {}  # the head of each name that may be one, None where it is none
    for p in parks:
        match = NAME_BEFORE.search(text, max(0, p.start - 10), p.start) if p.generic else None
        if p.known and match and len(match[1]) < LONG:
            match = None
        if match and match[1] + p.text not in seen and len(seen) < MOST:
            again = text.count(match[1] + p.text) >= TOLD_AGAIN
            nothing = NO_NAME.search(match[1]) or names_nothing(match[1])
            plain = WORDS.search(match[1]) is None
            named = not nothing and ((again and plain) if p.text in VAGUE else (again or plain))
            seen[match[1] + p.text] = match[1] if named else None
    names = {name: head for name, head in seen.items() if head}
    out = []
    for p in parks:
        fitting = [n for n, head in names.items() if n == head + p.text and text.endswith(head, 0, p.start)] if p.generic else []
        if fitting:
            out.append(replace(p, start=p.end - len(fitting[0]), text=fitting[0], name=fitting[0], generic=False))
        elif p.generic and not p.name and len(names) == 1 and next(iter(names)).endswith(p.text):
            out.append(replace(p, name=next(iter(names))))
        elif p.generic and not p.name and p.text in ITSELF:
            out.append(replace(p, name=p.text, generic=False))
        else:
            out.append(p)
    return out


# 由青合、云屏、东岭三个园组成: what a park is divided into, each called 青合园 where the text goes on.
DIVIDED_INTO = re.compile(
    r"(?:由|下辖|下设|包括|划分为|分为|设有?|含|拥有)(?P<names>(?:[\u4e00-\u9fff]{2,4}[、和及])+[\u4e00-\u9fff]{2,4}?)等?"
    r"[两二三四五六七八九十\d]+(?:个|大)(?P<kind>园|片|组团|板块|分园)区?(?!企业|项目)"
)


# 其中云屏片区规划面积7平方公里: what a park is laid out in.
PART_TOLD = re.compile(
    r"(?:其中|[,;。]|^|\n)(?P<name>(?!其中)[\u4e00-\u9fff]{2,8}?(?:片区|产业区|组团|分园))(?=(?:总|核心|控制)*规划(?:总|用地)*面积|占地|定位为?|总面积|重点发展)"
)
PARTS_TOLD = Prefiltered(PART_TOLD, "[片产组分](?:(?<=片)区|(?<=产)业区|(?<=组)团|(?<=分)园)", 10)


def with_parts(text: str, parks: list[ParkMention]) -> list[ParkMention]:
    """The parks, and the parts that the text says one of them is divided into, wherever it names those."""
    found: list[ParkMention] = []
    for divided in DIVIDED_INTO.finditer(text):
        for name in re.split("[、和及]", divided["names"])[:MOST]:
            if NO_NAME.search(name) or names_nothing(name):
                continue
            for m in re.finditer(f"{name}{divided['kind']}区?", text):
                if not any(p.start < m.end() and m.start() < p.end for p in parks):
                    found.append(ParkMention(m.start(), m.end(), m[0], m[0], None, False))
    for m in PARTS_TOLD.finditer(text):
        name, start = m["name"], m.start("name")
        nothing = NO_NAME.search(name) or names_nothing(name) or WORDS.match(name)
        if not (nothing or any(p.start < m.end() and start < p.end for p in parks)):
            found.append(ParkMention(start, m.end(), name, name, None, False))
    return sorted([*parks, *found], key=lambda p: p.start) if found else parks
