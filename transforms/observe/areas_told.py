"""What narrows an area: the part of a park that it is of, the buildings that it is the floor space of, the phase."""

from __future__ import annotations

import re

from transforms.observe import sorts
from transforms.observe.told import Told

NEAR = 24  # code points before a number in which what it is of may stand
# A part of a park or a place right before its area: 其中北部区域规划10平方公里, A片区8.31平方公里, 海域面积约7000平方公里.
PART = (
    r"(?P<part>(?:陆域|海域|陆地|水域|(?:核心|起步|启动|先行|中心|综合|东|西|南|北|中|[A-Z]|[\u4e00-\u9fff]{2,12}?)(?:片区?|区域|组团|区块)"
    r"|[\u4e00-\u9fff]{2,6}?(?:核心区|作业区|加工区|合作区|物流区|保税区)))"
)
PART_BEFORE = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|其[中间],?|包括|含|和|及){PART}[,:]?(?:规划|总|占地|用地|建设|陆地)*(?:面积)?(?:为|约|达到?|近|超过?)*$"
)
PART_BEHIND = re.compile(
    r"(?:的)?(?P<part>[\u4e00-\u9fff]{2,8}?(?:、[\u4e00-\u9fff]{2,6}?)?(?:作业区|加工区|物流区|片区|组团|贸易中心|物流园|展示区))(?![\u4e00-\u9fff]*面积)"
)
LED_BY = re.compile(r"^(?:即|为|含|和|及|其[中间]|包括|新(?=盘活))+")
LISTS = re.compile(r"(?:包括|含|和|及|、|建设|新建)[约近超]?$")
WHOLE = re.compile(r"行政|管辖|所辖|辖区|区划|规划|建成|开发|园区|全区|整个|全部|总|该|这|两|三|四|个|处|批准|国务院|核准")
# Buildings by what they end in, before or behind their floor space.
THING = (
    r"(?:厂房|载体|空间|楼宇|写字楼|用房|仓库|公寓|办公楼|堆场|场站|场地|展厅|市场|车间|冷库|宿舍|食堂|商铺|综合楼|大楼|孵化器|加速器|孵化场|孵化|"
    r"物流配送中心|配送中心|商务中心|研发中心|服务中心|会展中心|展示中心|配套设施|商业设施)"
)
THING_BEHIND = re.compile(
    rf"(?:的)?(?P<thing>[\u4e00-\u9fff]{{0,8}}?{THING}(?:[及和][\u4e00-\u9fff]{{0,6}}?{THING})?)(?!区?总?面积)(?=$|[,、;。:()和及建投]|已|项目)"
)
THING_BEFORE = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|其中|[成设新增投用含有]|[及和])(?P<thing>[\u4e00-\u9fff]{{0,8}}?{THING})(?:的)?(?:总|建筑)*(?:面积)?(?:约|达到?|为|近|超过?|有|共)*$"
)
MADE = re.compile(
    r"(?:新建|建成|新增|形成|投用|建设|竣工|在建|规划|启用|盘活|改造|完成|腾出|交付|容量|投入使用|运营|拥有|建有|可提供|[、和及与含])[了约近超]*$|^$"
)
SPACE = re.compile(r"(?:总|建筑)*面积$")
LAND_AND_SEA = "陆海"  # 陆域 is a part where the sentence tells of 海域 too
STATE = re.compile(r"([一二三四五]期|首期)?(?:已|拟|新|累计|计划|预计|目前)*(?:建成?|开发|开工|建设|竣工|续建|投产|投用)*面?")
VERB = re.compile(r"^[\u4e00-\u9fff]{0,5}?(?:建成|建设|新建|新增|形成|[增建设成投](?!筑|材|备|资|果))")


def parts(told: Told, scope: list[str]) -> list[str]:
    """Of 临江片区面积3.2平方公里, 4.8平方公里码头作业区: a part of the whole, in place of the one before."""
    part = _part(told)
    if not part or part in scope:
        return scope
    last = told.last.what.scope if told.last is not None else ()
    return [*(each for each in scope if each not in last), part]


def _part(told: Told) -> str:
    case, start = told.case, told.case.quantity.start
    if told.quantity_is_floor:
        return ""
    low = max(case.window.sentence.start, start - NEAR)
    match = PART_BEFORE.search(case.text, low, start)
    if match is None and LISTS.search(case.text, max(low, start - 4), start):
        match = PART_BEHIND.match(case.text, case.quantity.end)
    if match is None:
        return ""
    name = LED_BY.sub("", _bare(told, match, "part"))
    if name[:1] in LAND_AND_SEA and not all(word + "域" in _said(told).replace("陆地", "陆域") for word in LAND_AND_SEA):
        return ""
    return "" if not name or WHOLE.search(name) or name in told.subject.name else name


def _said(told: Told) -> str:
    sentence = told.case.window.sentence
    return told.case.text[sentence.start : sentence.end]


def _bare(told: Told, match: re.Match[str], group: str) -> str:
    """What a group matched, without the names that it begins with."""
    end = match.end(group)
    inner = [m.end for m in told.case.cast.between(match.start(group), end) if m.end < end]
    return told.case.text[max(inner) : end] if inner else match[group]


def buildings(told: Told, scope: list[str]) -> list[str]:
    """Of 冷库70万平方米, 7800平方米海关查验场地: what was built, in place of what a word further off told."""
    case = told.case
    if told.quantity_is_floor:
        start, end = case.quantity.start, case.quantity.end
        low = max(case.window.low, start - NEAR)
        behind = THING_BEHIND.match(case.text, end, min(len(case.text), end + NEAR))
        made = MADE.search(case.text, max(case.window.clause, start - 6), start)
        match = behind if behind and made else THING_BEFORE.search(case.text, low, start) or behind
        thing = sorts.tidy(VERB.sub("", SPACE.sub("", LED_BY.sub("", _bare(told, match, "thing"))))) if match else ""
        if thing:
            kept = [part for part in scope if re.fullmatch(r"[一二三四五]期|首期|≥.*", part)]
            return [*kept, thing]
    bare = [SPACE.sub("", part) for part in scope]
    states = [(part, STATE.fullmatch(part)) for part in bare]  # 一期已建成面积: of the phase alone
    return [state[1] or "" if state else part for part, state in states if part and (state is None or state[1])]
