"""Firms that a text calls by a bare name: 海川锰业实现产值…, 重点企业“云岭重工”, A、B、C等企业, A、B、C3家企业."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from transforms.gazetteer import find_places
from transforms.gazetteer.spans import Lexicon
from transforms.observe.sorts import is_trade
from transforms.prefilter import Prefiltered
from transforms.quantities import numeral

LONGEST = 10  # characters of a bare name
FAR = 20  # characters before a name in which it is looked for what names begin behind
REACH = 80  # characters that a list of names takes at most
STOPS = frozenset(',;:。!?\n|…\t《》、“”‘’"()[]【】 ')
NAME = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9·()-]{1,13}")
# What a name begins behind: a verb, a whole, the owner of it, the sort of firm that it is.
BEFORE = re.compile(
    r".*(?:的|了|仅|[企产]业|公司|集团|龙头|链主|园区|[园内里]|[开新]发?区|集[聚中]区|保税区|示范区|[省市县旗镇]|[年月日季]度?|半年|"
    r"[和与及由像如以被对让为有是在到从自把将着过来]|引进|引入|招引|入驻|落户|走进|来到|拥有|培育|集聚|聚集|汇聚|吸引|签约|包括|其中|目前|位于|来自|依托|支持|推动|带动|以及|"
    r"[家个])"
)
OWNED = re.compile(r"(?:的|内|里|企业|龙头|链主|公司|[园开保新]区|产业园|工业园|集[聚中]区)[“]?$")
# What makes a name the one that a clause is about.
DOES = re.compile(
    r"”?(?:[(][^()]{1,12}[)])?(?:大中华区|中国|亚太区?)?(?:产值|年?营收|年?营业收入|年?销售|年?开票|年?纳税|税收|利润|年?出口|进出口|产量|订单|员工|用工|产品|总投资|占地|现有|今年|去年|前年|上半年|下半年|一季度|"
    r"前[\d一二三四五六七八九十]|\d{4}年|\d{1,2}月|[1一]至|全年|目前|现在|已|将|拟|正|每[年天月]|日产|月产|年产|年加工|年生产|年处理|年屠宰|实现|完成|达成|投资|投入|新上|是(?!否)|为|成立|拥有|计划|预计|生产(?!基地|线|车间|企业)|"
    r"分别|一家|位于|坐落|地处|成立于|创[办立建]|的?生产车间|的?车间(?!主任)|的生产线|厂区|展厅|总?收入|资产|市值|交付|产能|下线|产销|供应|获|通过|旗下|统筹|管理|斥资|发布|公告|披露|签|相关|在|有|作为|主要|专注|主营|落户|入驻|于|也|还|则|累计|共|研发(?!中心)|建成|建有|缴纳|入库|负责人|相关负责人|总经理|副总|董事长|厂长|车间|工作人员|贡献|带动|吸纳)"
)
TRADE_GOES_ON = (
    "产业", "行业", "领域", "集群", "板块", "经济", "制造", "加工", "技术", "市场", "贸易", "园", "城", "基地", "材料", "设备",
    "装备", "零部件", "制品", "类", "业", "链", "服务", "工程", "中心", "项目", "示范",
)  # fmt: skip
OF_FIRMS = re.compile(
    r"(?:等(?:\d{1,3}[余多]?家|[一二两三四五六七八九十几数多]{1,2}家|一批|一大批|多家|众多)?|(?P<n>\d{1,2}|[两三四五六七八九十]{1,2})家)"
    r"(?:[\u4e00-\u9fffA-Za-z0-9“”]{0,12}?)(?:企业|公司|厂商|厂家|巨头|名企|龙头|车企|药企|国企|央企|民企|外企)"
)
FIRMS_LISTED = Prefiltered(OF_FIRMS, r"[等\d两三四五六七八九十](?:(?<=等)|(?=[\d两三四五六七八九十]?家))")
NO_NAME = re.compile(
    r"企业|公司$|项目|产业|行业|领域|产品|设备|材料$|园区|开发区|高新区|经开区|技术|人才|平台|中心|基地|经济|资源|制造|加工|零部件|服务|[省市县]$|类$|^[全各本该我其这那]|[亿万]元|\d[家个]|"
    r"今年|去年|上半年|已|累计|实现|完成|同比|增长|下降|分别|推进|加快|打造|以上|以下|为主|[级性化型]$"
)
# What a city has one of that is called after it: 云麓石化年加工原油600万吨.
OF_CITIES = {"石化", "炼化", "热电", "钢铁", "特钢", "化纤", "水务", "燃气"}
ACTS = re.compile(
    r"(?:今年|去年|上半年|一季度|全年|\d{4}年|前[\d一二三四五六七八九十]+个?[月季]度?)?(?:累计|共|已)?(?:年?加工|年?生产|年产|年?处理|实现|完成|投资|公司|负责人)"
)
MOST = 60  # names that are looked for again
IS_FIRM = re.compile(
    r"[”]?(?:[(][^()]{1,12}[)])?(?:公司|集团|股份|是[^,;。]{0,24}(?:企业|公司|厂家|巨头|龙头)|"
    r"董事长|总经理|负责人)"
)
SPEAKS = re.compile(
    r"(?:(?<=[”。,;!?\n])|^|(?<=据))(?P<name>[\u4e00-\u9fffA-Za-z·]{2,10}?)(?:党委书记|执行|行政|常务|生产|技术|市场)?(?:、)?(?:副?董事长|副?总经理|总裁|厂长|创始人|董事会秘书|首席执行官|CEO|"
    r"运营总监|行政总监|技术总监|销售总监|车间主任|财务总监)"
    r"(?=[\u4e00-\u9fff·]{0,6}(?:表示|说|介绍|告诉|透露|坦言|认为|指着|自豪|感慨|笑着))",
    re.MULTILINE,
)
SPEAKERS = Prefiltered(
    SPEAKS,
    r"[事经裁厂创首C总车](?:(?<=事)[长会]|(?<=经)理|(?<=总)[裁监]|(?<=厂)长|(?<=创)始人|(?<=首)席执|(?<=C)EO|(?<=车)间主任)",
    20,
)
NO_SPEAKER = re.compile(r"公司|企业|集团|园|该|这|项目|工厂|一位|有关|相关|负责|介绍|表示|管委|据|记者|说$|身为|作为|担任|我")


@cache
def _words(name: str) -> frozenset[str]:
    text = files("transforms.observe.lexicon").joinpath(name).read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def firms() -> Lexicon:
    """Firms that news calls by a short name."""
    return Lexicon(sorted(_words("firms.txt")))


def is_firm(name: str) -> bool:
    """Whether a name is that of a firm that news calls so, though it begins as a place does: 宁德时代."""
    return any((start, end) == (0, len(name)) for start, end, _ in firms().find(name))


@cache
def _ends() -> Lexicon:
    return Lexicon(sorted(_words("firm_ends.txt")))


def _start(text: str, end: int, least: int) -> int:
    """Where the name of ``least`` characters or more that ends at ``end`` starts: behind a mark, or what names begin behind."""
    at, low = end, max(0, end - FAR)
    while at > low and text[at - 1] not in STOPS:
        at -= 1
    lead = BEFORE.match(text, at, end - least)
    return lead.end() if lead else at


def _own_head(head: str, known: bool) -> bool:
    """Whether what stands before a firm's ending is a head of its own, none a trade, a place or a description.

    A place alone can be one where the name is ``known`` to be a firm's.
    """
    words = _words("no_firm.txt")
    if not 2 <= len(head) <= 6 or NO_NAME.search(head) or is_trade(head):
        return False
    if head in words or head[-2:] in words or head[:2] in words or head[-3:] in words or head[:3] in words:
        return False
    places = find_places(head)
    own = head[places[0].end :] if places and places[0].start == 0 else head
    return (len(own) > 1 and own not in words) or (known and not own)


def opens_with_firm(text: str, start: int, end: int) -> bool:
    """Whether what stands at ``start`` is a firm's bare name with more behind it: 海川电子储能项目."""
    here = (m for m in _ends().find(text[start : min(end, start + LONGEST)]))
    heads = (text[start : start + stop - len(word)] for _, stop, word in here)
    return any(_own_head(head, False) and not re.search(r"[^\u4e00-\u9fff]", head) for head in heads)


def _by_ending(text: str) -> Iterator[tuple[int, int]]:
    """Each bare name by its form, whatever stands behind it."""
    plain = _words("no_firm.txt")
    for _, end, word in _ends().find(text):
        before = text[max(0, end - len(word) - 2) : end - len(word)]
        if before in plain or text.startswith(TRADE_GOES_ON, end) or not before or before[-1] in STOPS:
            continue
        start = _start(text, end, len(word) + 2)
        if end - len(word) <= start or end - start > LONGEST:
            continue
        listed = "、" in (text[start - 1 : start], text[end : end + 1])
        name = text[start:end]
        known = (
            listed
            or text.count(name) > 1
            or IS_FIRM.match(text, end) is not None
            or (word in OF_CITIES and ACTS.match(text, end))
        )
        if _own_head(text[start : end - len(word)], bool(known)):
            yield start, end


def _row(text: str, end: int) -> list[tuple[int, int]]:
    """The names that 、 and 和 join up to ``end``, in the text's order; empty where one of them is no firm's."""
    at = end
    while at > max(0, end - REACH) and (text[at - 1] == "、" or text[at - 1] not in STOPS or text[at - 1] in "“”()"):
        at -= 1
    spans, start = [], at
    for piece in re.split(r"[、和与及]", text[at:end]):
        spans.append((start, start + len(piece)))
        start += len(piece) + 1
    if len(spans) < 2:
        return []
    lead = BEFORE.match(text, spans[0][0], max(spans[0][0], spans[0][1] - 2))
    spans[0] = (lead.end() if lead else spans[0][0], spans[0][1])
    bare = [(a + (text[a : a + 1] == "“"), b - (text[b - 1 : b] == "”")) for a, b in spans]
    names = [text[a:b] for a, b in bare]
    fine = all(NAME.fullmatch(n) and not NO_NAME.search(n) and not is_trade(n) and n not in _words("no_firm.txt") for n in names)
    return bare if fine else []


def _listed(text: str) -> Iterator[tuple[int, int]]:
    """The names of a list that says it is of firms: A、B、C等企业, A、B、C3家企业."""
    for m in FIRMS_LISTED.finditer(text):
        row = _row(text, m.start())
        if row and (m["n"] is None or numeral(m["n"]) == len(row)):
            yield from row


def _speaking(text: str) -> Iterator[tuple[int, int]]:
    """Whose head or manager a text quotes: 云岭彩纺董事长陈某介绍."""
    for m in SPEAKERS.finditer(text):
        name = m["name"]
        if not NO_SPEAKER.search(name) and not NO_NAME.search(name) and not find_places(name[-3:]):
            yield m.span("name")


def brands(text: str) -> Iterator[tuple[int, int]]:
    """[start, end) of each firm under a bare name, in no order."""
    sure = list(_listed(text)) if "企业" in text or "家" in text else []
    sure += _speaking(text)
    found = [*_by_ending(text), *((a, b) for a, b, _ in firms().find(text))]
    starts = {start for start, _ in found}
    ends = {end for _, end in found}
    for start, end in found:
        joined = (text[end : end + 1] == "、" and end + 1 in starts) or (text[start - 1 : start] == "、" and start - 1 in ends)
        owned = text[end : end + 1] == "," and OWNED.search(text, max(0, start - 4), start)
        if joined or owned or (DOES.match(text, end) and text[start - 1 : start] not in ("产", "发")):
            sure.append((start, end))
    yield from sure
    names = sorted({text[start:end] for start, end in sure}, key=len, reverse=True)[:MOST]
    for m in re.finditer("|".join(map(re.escape, names)), text) if names else ():
        opens = m.start() == 0 or text[m.start() - 1] in STOPS or OWNED.search(text, max(0, m.start() - 4), m.start())
        if opens and DOES.match(text, m.end()):
            yield m.span()
