"""Projects and enterprises by their names' form: what ends in 项目 or 公司 and is no description."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from parkwatch.records import SubjectKind
from transforms.gazetteer import Place, find_places
from transforms.observe.brands import NO_NAME
from transforms.observe.described import is_generic
from transforms.observe.sorts import trades
from transforms.prefilter import Prefiltered

ORGANISATION = re.compile(
    r"有限责任公司|股份有限公司|有限公司|集团公司|集团(?!(?:股份)?有限|有限责任)|公司|创投|基金(?=完成|投资|参与|设立)"
)
WORKS = re.compile(
    r"(?:(?<=[\u4e00-\u9fffA-Za-z]{4})(?<!项目)(?<!基地)(?<![园区城])[二三四]期工程|工程(?=正[在式加]|已[^,;。]|总投资|计划总投资)|项目(?!区|组|部|办|库|化|制|集中|推进会|观摩|调度|现场会|攻坚|招引)|基地|产业园(?!区)|总部|中心|工厂|热电站|生产线|基金(?=”?(?:发布|成立|总规模|首期|规模|为其|拟|重点投|主要投|出资|完成备案|落地|揭牌|启动|正式|累计|共|目标|由)))(?!(?:[(][^()]{1,8}[)])?(?:有限|股份|集团|公司))"
)
STOPS = frozenset(",;:。!?\n|…—―－\t《》①②③④⑤⑥⑦⑧⑨⑩●■◆▲★")
BEFORE_NAME = re.compile(
    r"^(?:新建、扩建|新建(?=[^项]{4})|仅)|.*(?:[)][、和及与]|\d[亿万千百]*(?:元|亩|个|项|家|%)、|元的|[企产]业有|(?<!中小)(?<!小微)企业[“]?(?!集团|管理|服务|家|公司|孵化|咨询|总部|发展|[一二三四]期)|拥有|集聚|聚集|汇聚|汇集|云集|涌现|诞生|近期|设立|本年|重点工程|获得|吸引|新增|(?:项目|基地|产业园|工程|公司|集团|生产线|中心|工厂|酒厂|[一二三]期)(?:、|以?及(?!配套|附属|辅助|相关|其))|、(?=\d)|位于|来到|走进|走访|拟?入驻|进驻|包含|确保|打造|争创|创建|构建|建设|引进了?|(?<!招商)引入了?|招引了?|举行了?|举办了?|迎来了?|拿下了?|签下了?|签约|签订了?|签署了?|落户|其中|目前|现在|如今|(?<=[例比])如|^如(?!意|皋|东|海)|^而|由|据|记者从|以及|省重大项目|重大项目|重点项目|现场|今年.?月|"
    r"\d+月|\d+日|表示|随着|推动|推进|加快|围绕|主要|来自|还有|包括|完成|启动|达成|投资(?!控股|集团|有限|公司|发展|开发|管理|实业)|参与|相邻|当天|在|是|为|与|(?<!^.)和|对|向|把|将|^以(?!色列)|以(?=年产)|等|的|个|了|(?<=[\d一二两三四五六七八九十百几多余这每各])家|取|主营|战略)"
)
# A name that holds one of these is a description (亿元以上项目, 今年新开工项目), not a project's or an enterprise's own.
DESCRIBED = re.compile(
    r"[两三四五六七]地[\u4e00-\u9fff]{0,8}项目$|[镇乡道区县市](?:新?开工|竣工|[在续拟]建|签约|投产|储备|在谈)项目$|^-|^国家(?:级|火炬|新型)|项目[中里]|[一二两三四五六七八九十\d]+[大个项](?:重点|重大|标志性)?[\u4e00-\u9fff]{0,8}项目$|\d+宗|有\d|^“[^”]*[一二三四五六七八九十百千\d]大?”|^随著|制造业基地$|^[含从]|上市公司$|^分别|\d+[只支](?!装)|^(?:子|母|专项|引导|直投)基金$|^[占较]|^全[省市区县国]|^(?:分|子|母)公司|"
    r"^(?:我们|咱们|我|咱|本|贵|某|其|而)|并|已|建成|竣工|[一二两三四五六七八九十\d]+条|举行|召开|组织|开展|举办|判断|列入|纳入|入选|既有|也有|作为|超过|此次|签订|正式协议|接触|今年|去年|累计|完成|新增|新开工|新入园|新签|签约|签下|计划|(?<!及)以上|亿元|万元|领域|各类|外省|这些|一批|多个|全部|集中|储备|预计|"
    r"第[一二三四五](?!工厂|基地|厂区)|等|批次|季度|年度|签署|单位|^“[^”]*[一二三四五六七八九十百千\d][^”]*”(?:工程|项目)|所有|许多|申报|资金|获评|审批|全域|手里|该|这|现有|区内|发电项目$|"
    r"(?:产业|工业|类|重点|重大|招商|标志性|石化|意向|外资|合作|试点|(?<![\u4e00-\u9fff)]{6})建设|示范|配套|公建|入驻|终端|物流|经济|(?<![\u4e00-\u9fff]{4})制造|服务业|装备|能源)(?:项目|中心)$"
)
SIZED = re.compile(
    r"\d+(?:\.\d+)?万?(?:吨|套|台|平方米|立方米|千瓦|兆瓦|吉瓦|兆瓦时|吉瓦时|万?平方|公里|只|片|件|辆|头|颗|枚|条|支|瓶|MW|GW|GWh|MWh|KW)"
    r"|\d+(?:国道|省道|县道)"
)
# …项目二期正在建设; 项目一期总投资 is a part's figure, told of the whole.
PHASE_OF_NAME = re.compile(
    r"[二三四]期(?:工程)?(?=正[在式加]|在[^,;。]|已|施工|建设现场|开工|签约|落户|竣工|投产|建成|顺利|位于|试生产|奠基|破土|如火|进入|主体|完成|[。,](?!总?投资))"
)
OF_CEREMONY = re.compile(
    r"专[项场题]|暨|招商|[批会周节届]|合作|推介|央企|民企|[外台侨]资|等|制造业|市情|(?:产业链?|集群|科技|人才|重点|重大|工业|系列)项目$"
)
COUNT_AFTER = re.compile(r"\d+[家个户]")
# 竣工投产项目30个, 施工项目达12个: what is counted, no name.
OWNED = re.compile(r"公司|集团|厂|^年产\d")
WORKS_COUNTED = re.compile(
    r"(?:共|合计|累计|已|总数|数量|数)*(?:达到?|有|为|约|近|超过?|突破|不少于|许多于|力争|占(?:总数|全部|总量)的?)*[\d一二三四五六七八九十两]+(?:余|多)?(?:个|项|%|家)"
)
NO_SHORT = re.compile(r"[拟涉新续在建签引推增该这各全两三首二一大好本其个批类]")
TOLD = re.compile(r"(?:计划|预计|概算|一期)*(?:总投资|投资|占地|总?建筑面积|规划)")
NUMBERED = re.compile(r"[(]?(?:\d{1,2}(?:[.、)](?!\d))|[一二三四五六七八九十]{1,3}[、)])[)]?\s*")  # 1.青合项目, (二)青合项目
# What 与 joins to the rest of one project's name, where nothing else stands before it in its clause.
JOINS_ONE = re.compile(r"(?!.*(?:公司|集团|大学|政府|管委会|[省市县区镇]$))[\u4e00-\u9fffA-Za-z0-9]{5,16}")
COUNTED_BEFORE = re.compile(r"(?:\d|[余多几百十]|[二三四五六七八九两])[个项](?:重点|重大)?$")
COUNT_BEFORE = re.compile(r"[\d余多几]家$")
AS = re.compile(r"作为[^,;。]*$")  # 作为省内最大的生产基地,该项目…: what the subject is, not who


# 青合集团海川冶炼厂: a part of a firm that acts for itself.
BRANCH = re.compile(
    r"(?!总部|旗下|下属|所属|位于|在|投资|的|与|和)[\u4e00-\u9fff]{2,6}?(?:厂|分公司|子公司|事业部|矿)(?=今年|去年|上半年|一季度|全年|\d|前|累计|实现|完成|生产|年产|已|,)"
)
APPOSED = re.compile(
    r"(?:龙头企业|链主企业|骨干企业|领军企业|头部企业|上市公司|上市企业|入园企业|园区企业|区内企业|代表企业)[“—]*"
    r"(?P<name>[\u4e00-\u9fffA-Za-z]{3,7}?)”?(?=今年|去年|上半年|前\d|一季度|全年|目前|已|实现|完成|生产)"
)


# Works, mines, banks, schools and co-operatives as the subject of a figure: 海川铝厂去年实现产值12亿元.
INSTITUTION = re.compile(
    r"(?:^|[\n,;:。“]|据|由)(?P<name>[\u4e00-\u9fffA-Za-z]{2,14}?(?:农商银行|农商行|银行(?:[\u4e00-\u9fff]{2,4}?[分支]行)?|信用社|大学|学院|研究院|研究所|医院|合作社|家庭农场|"
    r"[铝钢铁铜糖酒纸茶药电船炼油瓷砖衣鞋灯]厂|水泥厂|水厂|服装厂|机床厂|玻璃厂|化工厂|化肥厂|玩具厂|木材厂|家具厂|食品厂|加工厂|制造厂|汽车厂|"
    r"煤矿|铁矿|铜矿|金矿|铝矿|油田|气田|股份))(?:[(][^()]{1,10}[)])?"
    r"(?=(?:今年|去年|上半年|一季度|前三季度|全年|目前|\d{4}年)?(?:已|将|拟|共|累计|预计|计划)*"
    r"(?:实现|完成|投资|投入|发放|授信|产值|营收|营业收入|销售|开票|纳税|利润|出口|生产|年产|年销|资产)[^,;。、:的]{0,10}\d)",
    re.MULTILINE,
)
INSTITUTIONS = Prefiltered(
    INSTITUTION, r"[行社学院所场厂矿田份](?=[(今去上一前全目\d已将拟共累预计实完投发授产营销开纳利出生年资])", 23
)
NO_INSTITUTION = re.compile(
    r"^(?:[全各多该本某一两我其这省市县区\d几]|国有|商业|地方|金融|高等|公立|民营|相关|驻|村镇|投资|引进|建设|联合|携手|支持|获得|其他|目前|今年|去年|通过)|[个家所座]|合作(?!社)"
)
PRODUCT_BEFORE = re.compile(
    r"(?<![\u4e00-\u9fffA-Za-z\d.])(?P<name>(?:[\u4e00-\u9fff()]{2,24}(?:公司|集团|厂))?(?:年产|日产)?\d+(?:\.\d+)?万?"
    r"(?:吨|套|台|辆|只|件|米|平方米|千瓦)[\u4e00-\u9fffA-Za-z]{1,12}(?<!生产线)(?<!项目)(?<!装置)[、和及])$"
)
NEAR = 2000  # characters around a name in which it is looked for again
JOINED = 3  # characters with which a name that holds 和 is looked for again
NAMED_SO = {"装备项目", "物流项目", "能源项目", "终端项目", "物流中心"}
OWN_PART = 6  # characters before 装备项目 that make it a name
OF_TOWN = re.compile(r"[\u4e00-\u9fff]{2,4}(?:镇|乡|街道|[县市区村])项目")
WHEN = re.compile(r"季度|[年月]份?$|半年|累计|期间|以来")  # 园区企业二季度完成…
SEVERAL = 2  # places one after the other
LEAST = 5  # characters of a name in a list of names
LEAST_FIRM = 3  # characters of a firm's name before another's: 青合化工、…有限公司
FEW = 20  # full names whose short forms are looked for
DOES = (
    r"产值|营收|营业收入|销售|开票|纳税|税收|利润|出口|今年|去年|已|将|拟|实现|完成|投资|是|为|成立|拥有|目前|计划|"
    r"\d{4}年|上半年|前|年产|年|的|生产(?!基地|线|车间)|通过|在管|在|有|作为|主要|专注|主营|总投资|落户|于"
)
SIGNS = r"签|拟|相关负责人|董事长|总经理|负责人"
GENERIC_HEAD = re.compile(r"[省市县区州]$|^(?:中国|国家|全国|省|市|区|县)|有限|集团|公司")
OF_LANGUAGE = re.compile(
    r"新一代|高端|先进|现代|绿色|新型|传统|国家|全区|全市|全省|我国|国产|主导|"
    r"战略|产业|行业|工业|以|及|等|的|在|为|是|有|新能源$|^(?:电子|生物|智能)"
)


class Spanned(Protocol):
    """What has a place in the text."""

    @property
    def start(self) -> int:
        """Where it starts."""

    @property
    def end(self) -> int:
        """Where it ends."""


def _groups_of(name: str) -> Iterator[str]:
    """如意集团 and 如意公司 of 山东如意投资控股集团: the name behind its place, with the kind of firm."""
    places = find_places(name)
    core = name[places[0].end :] if places and places[0].start == 0 else name
    if core.endswith(("公司", "集团")) and not GENERIC_HEAD.search(core[:2]):
        yield from (core[:size] + kind for size in (2, 3, 4) if size < len(core) - 2 for kind in ("集团", "公司"))


def short_names(text: str, enterprises: Sequence[Spanned]) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Where an enterprise stands under a name without 公司, and the span of its fullest name.

    The head of a full name: 利维能 of 利维能动力电池公司.
    """
    known: dict[str, tuple[int, int]] = {}
    for enterprise in sorted(enterprises[:FEW], key=lambda e: e.start - e.end):
        name = text[enterprise.start : enterprise.end]
        for group in _groups_of(name):
            known.setdefault(group, (enterprise.start, enterprise.end))
        for size in (6, 5, 4, 3):
            if size < len(name) - 2 and not GENERIC_HEAD.search(name[:size]):
                known.setdefault(name[:size], (enterprise.start, enterprise.end))
    if not known:
        return
    pattern = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    for m in re.finditer(rf"(?:(?<=[\n,;:。、“])|^)({pattern})(?={DOES})|({pattern})(?=公司|{SIGNS})", text, re.MULTILINE):
        name = m[1] or m[2]
        yield m.start(), m.end(), known[name]


def _joins(text: str, at: int) -> bool:
    """Whether a dash is inside a name: 一汽—大众."""
    return text[at] == "—" and "—" not in (text[at - 1 : at], text[at + 1 : at + 2]) and "\u4e00" <= text[at - 1 : at] <= "\u9fff"


def name_left(text: str, end: int, limit: int = 60) -> int:
    """Where the proper name that ends at ``end`` starts."""
    at = end
    while at > max(0, end - limit) and (text[at - 1] not in STOPS or _joins(text, at - 1)):
        at -= 1
    works = end - 4 if text.startswith(("建设", "改造", "扩建"), end - 4) else end - 2
    lead = BEFORE_NAME.match(text[at:works])
    if lead is not None and at + lead.end() == works and text.startswith(("集团", "公司"), works):  # 海川投资集团
        lead = BEFORE_NAME.match(text[at : works - 2])
    start = at + lead.end() if lead else at
    if text.count("“", at, start) > text.count("”", at, start):  # 海川公司“四个中心”项目: no name begins inside a quotation
        lead = BEFORE_NAME.match(text[at : text.rindex("“", at, start)])
        start = at + lead.end() if lead else at
    held = text[start - JOINED : end] if lead is not None and text[start - 1] == "和" else ""
    if held and text.count(held, max(0, start - NEAR), end + NEAR) > 1:  # 天地人和医药产业园项目, said twice
        lead = BEFORE_NAME.match(text[at : start - 1])
        start = at + lead.end() if lead else at
    if lead is not None and text[start - 1] == "与" and JOINS_ONE.fullmatch(text, at, start - 1) and text[end : end + 1] in ",":
        lead, start = None, at  # 聚酯产业链扩能与技术改造项目,总投资…
    while lead and start > at and (before := PRODUCT_BEFORE.search(text, max(at, start - 60), start)):
        start = before.start("name")  # …公司60万吨PVC、60万吨烧碱项目
    while start < end and text[start] in " 、“”)'\"-":
        start += 1
    if numbered := NUMBERED.match(text, start, end):
        start = numbered.end()
    return start


def _described(name: str) -> bool:
    """Whether a name is a description; one with a size in it (2×30万千瓦热电联产配套项目) may end like one."""
    if name.endswith("项目") and (places := find_places(name)) and places[0].start == 0:
        rest = name[max(p.end for p in places[:2] if p.end < len(name)) :]  # 云麓市招商引资项目
        if len(rest) > len("项目") and is_generic(rest):
            return True
    if OF_TOWN.fullmatch(name):
        return True
    match = DESCRIBED.search(name)
    if match is not None and match.start() >= OWN_PART and match[0] in NAMED_SO:
        return False  # 海川冷藏物流装备项目
    return match is not None and not (match.end() == len(name) and any(c.isdigit() for c in name[: match.start()]))


def _by_trade(text: str) -> Iterator[tuple[int, int]]:
    """Where a firm or an institution stands that is no 公司 by name: 海川铝厂去年实现产值…, 龙头企业海川乳业."""
    for m in INSTITUTIONS.finditer(text):
        if not (OF_LANGUAGE.search(m["name"]) or NO_INSTITUTION.search(m["name"])):
            yield m.span("name")
    for m in APPOSED.finditer(text):
        if not (NO_NAME.search(m["name"]) or WHEN.search(m["name"])):
            yield m.span("name")


def _start_of(text: str, end: int) -> int:
    """Where a name that ends at ``end`` starts, with the quotation mark that it opens with: “云岭智谷”项目."""
    start = name_left(text, end)
    opens = text[start - 1 : start] == "“" and text.count("”", start, end) > text.count("“", start, end)
    return start - opens


def _last_of_list(name: str, least: int = LEAST) -> int:
    """Where the last of several names begins (云麓童世界、海川物流中心); what is made, in brackets or quotes stays together."""
    at = name.rfind("、")
    if at > 0 and least == LEAST_FIRM and not set(name[at:]) & set("()“”"):
        return at + 1
    if at > 0 and is_generic(name[at + 1 :]):
        return at + 1
    if at < least or len(name) - at - 1 < LEAST or any(c.isdigit() for c in name) or set(name) & set("()“”"):
        return 0
    return at + 1


def _told_short(text: str, start: int, end: int) -> bool:
    """Whether a project of two characters is what a clause is about: 南环项目总投资5200万元."""
    opens = text[start - 1 : start] in ("", "\n", ",", ";", "。")
    head = text[start : end - 2]
    return opens and not (head in trades() or NO_SHORT.search(head) or find_places(head)) and TOLD.match(text, end) is not None


def _after_its_place(name: str) -> int:
    """Where a firm's name begins behind the place that it lies in: 遂宁市安居区四川海川公司."""
    chain = find_places(name)
    at = next((i for i, p in enumerate(chain[1:], 1) if chain[i - 1].end != p.start), len(chain))
    if not chain or chain[0].start > 0 or at < SEVERAL:
        return 0
    for outer, inner in pairwise(chain[:at]):
        if len(inner.place.code) < len(outer.place.code) or not _lies_in(inner.place, outer.place):
            return inner.start
    return 0


def _lies_in(place: Place, outer: Place) -> bool:
    return place.code[:2] == outer.code[:2]


def _is_counted(text: str, start: int, end: int) -> bool:
    """Whether what has a work's form at [start, end) is what is counted: 57个设备更新改造项目, 施工项目达12个."""
    if COUNTED_BEFORE.search(text, max(0, start - 5), start) and not text.endswith("1个", 0, start):
        return True
    return not text.endswith("产业园", start, end) and WORKS_COUNTED.match(text, end) is not None


def named(text: str) -> Iterator[tuple[int, int, SubjectKind]]:
    """[start, end) and kind of each project and enterprise that a text names in full."""
    yield from ((start, end, "enterprise") for start, end in _by_trade(text))
    last = (-1, -1)
    for pattern, kind in ((ORGANISATION, "enterprise"), (WORKS, "project")):
        for m in pattern.finditer(text):
            start, end = _start_of(text, m.end()), m.end()
            name = text[start:end]
            if "(" in name and ")" not in name:
                start += name.rindex("(") + 1
            if longer := (BRANCH if kind == "enterprise" else PHASE_OF_NAME).match(text, end):
                end = longer.end()
            start += _after_its_place(text[start:end]) if kind == "enterprise" else 0
            start += _last_of_list(text[start:end], LEAST_FIRM if kind == "enterprise" else LEAST)
            name = text[start:end]
            if (
                len(name)
                < (4 if kind == "enterprise" or _told_short(text, start, end) else 5 if name.endswith(("项目", "基金")) else 6)
                or is_generic(name)
                or (name[0].isdigit() and not SIZED.match(name))
                or _described(name)
                or (text.startswith("签约仪式", end) and OF_CEREMONY.search(name))  # 市情说明暨产业项目签约仪式: of several
            ):
                continue
            if pattern is ORGANISATION and (COUNT_AFTER.match(text, end) or COUNT_BEFORE.search(text, max(0, start - 3), start)):
                continue  # 金融信息服务公司178家, 百余家生技公司
            if name.count("“") != name.count("”"):
                continue
            if name.endswith(("生产线", "工程")) and name[-3] != "期" and not OWNED.search(name):
                continue  # 主要建设创新药生产线: what is in a project
            if (kind == "project" and _is_counted(text, start, end)) or name.count("(") != name.count(")"):
                continue
            if AS.search(text, max(0, start - 24), start) or (start == last[0] and end <= last[1]):
                continue
            if kind == "project" and pattern.match(text, end):  # 产业园项目 is one name
                continue
            last = (start, end)
            yield start, end, "park" if name.endswith("产业园") else kind  # type: ignore[misc]
