"""Numbers that tell no figure: turns of phrase, what a list of names is made of, bounds that each of some things keeps."""

from __future__ import annotations

import re

from transforms.observe.case import Case
from transforms.observe.model import Indicated

SMALL = 10
FURTHER = re.compile(r"[位名强]?(?:、|和|与|及|,|[(])[^,;。()、\d]{0,8}")
COUNTED_BEHIND = re.compile(r"[^,;。]{0,10}?(?:项目|企业|公司|单位|平台|园区|基地|中心)")
DIVIDED = re.compile(r"(?:分为|分成|划分为|包括|包含|涉及|涵盖|围绕|聚焦)$")
VAGUE = ("数十", "数百", "数千", "数万", "成百上千", "几十")
# 时间过半、任务过半.
HALF_DONE = re.compile(r"(?:时间|任务|赛程|进度)$")
# A place in a list is held, not named: 位列第一, 排名第3位; 第一书记, 第一大市 and 第二个 are names.
HELD = re.compile(
    r"(?:居|列|排|位|名|获|夺|跻身|前|蝉联|保持|稳|占|荣|摘|达|升至|升到|进|入|评为|成为|[省市县国区州]内?|:|全球|世界)[^,;。]{0,6}$"
)
NAMED = re.compile(
    r"(?:书记|大[省市县区]|大港|大国|大(?:产业|经济)|[个批家期步轮届次条]|时间|动力|资源|要务|责任人|[\u4e00-\u9fff]{2,8}基地)"
)
# 项目投资均在5000万元以上: what each of them keeps.
EACH = re.compile(r"(?:均|都)(?:在|超过?|超出|不低于|达到?|突破)*$")
OF_MANY = re.compile(r"(?:项目|企业)[^,;。]{0,8}$")
# 20吉瓦时储能机柜(一期)、10吉瓦拉棒等57项重点项目: sizes in a list of names.
IN_LIST = re.compile(r"[^,;。]{1,80}?等[^,;。\d]{0,4}\d+[个项家]")


# 单位能耗每下降1个百分点,…: what would be, not what is.
RULE_OF_THUMB = re.compile(r"每(?:提高|增加|增长|提升|上升|下降|降低|减少|投入|投资|引进|吸引)了?\d?[^。;]{0,50}$")
PRICE = 1000  # yuan: up to there money is what a thing costs
SOME = re.compile(r"个?[^,;。\d]{0,4}?(?:[市县区镇乡旗州盟]|街道|行业|门类|园区|开发区|城市|省份)[^,;。]*$|个(?:增[幅速长]|降幅)")
TOGETHER = re.compile(r"[共现有]|合计|总计|总额|累计|总和|之和|全部|实现|完成(?!额|率)")
# 办结时限压缩至3个工作日: a time that is measured; all others (历时10个月, 试产4个月, 短短10天) are when something was.
TIME_TAKEN = re.compile(
    r"压缩|压到|压减|缩短|缩减|时限|办结|工期|提速|平均用?时|耗时|审批时间|办理时间|通关时间|结关时间|账期|周期"
)
# 13个省级以上开发区, 10市, 83个县, 12层: how many places there are, or what a house is like.
PLACES = re.compile(
    r"[^,，。;；、\d]{0,10}?(?:[省市县区州盟旗镇乡村](?![级内外直场政委域民企])|城市|国家|地区|街道|社区|省份|行业|市县|县区|区县|地市|开发区|园区|集聚区|高新区|经开区|保税区|"
    r"工业园|产业园|科技园|片区|功能区|自贸区|试验区)(?!的?(?:[^,。;\d]{0,6}(?:企业|项目|平台|标准|产业|人才|基地|中心)))"
)
PLACE_UNITS = ("市", "县", "州", "盟", "旗", "镇", "乡", "村", "省", "国", "城市", "街道", "层", "楼", "市州", "区县", "县区")
# 固投增速居前三位的分别是…: how many a list names.
NAMES_LIST = re.compile(r"[位名强]?的[^,;。\d]{0,6}?(?:分别|依次)?(?:是|为|有|包括|[::])")


def tells_nothing(case: Case, what: Indicated) -> bool:  # noqa: PLR0911 - one a sort of unit
    """Whether a number is no figure, for what it is found to be of."""
    start = max(case.window.sentence.start, case.quantity.start - 60)
    if "每" in case.text[start : case.quantity.start] and RULE_OF_THUMB.search(case.text, start, case.quantity.start):
        return True
    if case.unit in "MPS" and case.quantity.qualifier in ("over", "at_least") and _bound_of_some(case):
        return True
    match case.unit:
        case "C":
            return _phrase(case, what) or (what.code == "other" and _counts_places(case, what))
        case "D":
            return TIME_TAKEN.search(case.text, case.window.clause, case.window.high) is None
        case "R":
            return _names_place(case, what)
        case "P":
            return what.code == "other" and "过半" in case.quantity.text and HALF_DONE.search(case.left) is not None
        case "M":
            return _price(case, what)
    in_list = what.code == "other" and IN_LIST.match(case.text, case.quantity.end) is not None
    return in_list or case.quantity.unit_measure == "Y"  # 有效期3年


def _bound_of_some(case: Case) -> bool:
    """Whether a figure is but what each of some counted places or trades passes: 11个县区投资增幅均超过15%."""
    before = [q for q in case.document.quantities_between(case.window.clause, case.quantity.start) if q.role == "figure"]
    if not before or before[-1].unit[-1:] not in "个市县区镇" or before[-1].unit_measure != "NUM":
        return False
    said = case.text[before[-1].end - len(before[-1].unit) : case.quantity.start]
    return SOME.match(said) is not None and TOGETHER.search(said) is None


def _names_place(case: Case, what: Indicated) -> bool:
    """Whether a place in a list names something or says how long the list is, and is held by nobody."""
    if case.quantity.qualifier == "under" and NAMES_LIST.match(case.text, case.quantity.end):
        return True
    held = HELD.search(case.left) is not None or _goes_on(case)
    return what.code == "other" and not (held and NAMED.match(case.text, case.quantity.end) is None)


def _price(case: Case, what: Indicated) -> bool:
    """Whether an amount is what one thing costs, or what each of many keeps to."""
    if case.text.startswith("每", case.quantity.start - 1):  # 每百元营业收入中的成本
        return True
    if what.code == "other" and case.quantity.unit[:1] == "元" and case.quantity.obs_value < PRICE:
        return True
    each = EACH.search(case.left) if case.quantity.qualifier in ("over", "at_least") else None
    return each is not None and OF_MANY.search(case.left[: each.start()]) is not None


def _goes_on(case: Case) -> bool:
    """Whether a place goes on with the one before it: 位居全国第5和第49名, 位列第44位(东部第40位), 排名前十、西部第一."""
    last = case.here[-1] if case.here else None
    if last is None or last.measure != "rank":
        return False
    return FURTHER.fullmatch(case.text, last.quantity.end, case.quantity.start) is not None


def _counts_places(case: Case, what: Indicated) -> bool:
    """Whether a count is of places or parks, who figures are told of, or of the floors of a house."""
    if what.rule == "count.zones" or case.quantity.unit.endswith(PLACE_UNITS):
        return True
    return case.quantity.unit[-1:] in "个家" and PLACES.match(case.text, case.quantity.end) is not None


def _phrase(case: Case, what: Indicated) -> bool:
    """Whether a count in words tells no figure: 两只轮子, 三重压力, 两篇文章, 分为三个板块; 数十台挖掘机."""
    quantity = case.quantity
    if any(c.isdigit() for c in quantity.text):
        return False
    if quantity.text.startswith(VAGUE) or (quantity.unit[-1:] in "只头篇重类种层轮把" and quantity.value <= SMALL):
        return True
    if what.code not in ("other", "projects_total"):
        return False
    if DIVIDED.search(case.left):
        return True
    if COUNTED_BEHIND.match(case.text, quantity.end) or case.heads(case.window.low, quantity.start):
        return False
    return quantity.value <= SMALL
