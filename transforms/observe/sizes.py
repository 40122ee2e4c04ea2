"""Numbers that bound or class what is counted beside them, told from figures by what stands between the two."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from transforms.quantities import Quantity

CLASS = re.compile(r"级(?:产业|园区|开发区|企业|集群|项目|(?=\d+[个家]))")
STEPS = re.compile(r"(?:元|美元)?级?(?:的)?(?:台阶|门槛|量级)")
ENDS = re.compile(r"[,;:。!?\n()\[\]—|…]")
OF_THAT_SIZE = re.compile(r"(?:以上)?的?(?:项目|企业|园区|集群)?(?:就|已|共|则)?(?:有|达到?|为|共)?(?:了)?")
EACH_IN = re.compile(r"(?:项目|企业)[^,;。]{0,4}(?:投资额?|产值|规模)均(?:在|超过?|达到?|不低于|为)$")
LIST_OF_SIZE = re.compile(r"以上的[^,;。]{0,60}?等(?:\d+|[一二两三四五六七八九十]+)个[^,;。\d]{0,6}项目")
PRODUCT = re.compile(r"[\u4e00-\u9fff]{2,12}")
FIELD = (
    r"(?:规上|规模以上|规上工业|工业|新增)?(?:纳税|税收|总?产值|销售收入|销售额?|营收|营业收入|主营业务收入|开票销售|收入|利润|出口|进出口)"
    r"|研发(?:费用|投入|经费)"
)
WHEN = r"(?:\d{4}年|去年|今年|年|全年|上半年)?"
WHO = r"[\u4e00-\u9fff“”]{0,8}(?:企业|公司|集团|单位)"
SIZE_FIELD = re.compile(rf"({FIELD}|主营业务)(?:额|值)?(?:超过?|过|突破|达到?|在)*$")
# 6家企业纳税超千万元, 65家企业2022年研发费用超过4000万元: a round size, or one in words, is of each of them.
EACH_PAYS = re.compile(
    rf"(?P<who>{WHO})?的?{WHEN}(?:入库|上缴)?(?P<field>{FIELD})?额?(?:均|都|已)?"
    r"(?P<over>超过?|过|突破|逾)?(?:达到?)?"
)
WHOSE = re.compile(rf"[\u4e00-\u9fff“”]{{0,8}}{WHEN}(?P<field>{FIELD})额?(?:均|都)?(?P<over>超过?|突破|逾)")
EACH_GREW = re.compile(r"[\u4e00-\u9fff]{0,6}企业[\u4e00-\u9fff]{0,4}(增速|增幅|增长率?)(?:均|都)?(?:超过?|在|达到?)")
FIELD_OF_SIZE = re.compile(r"([\u4e00-\u9fff]+)≥")
ELLIPTIC = re.compile(r"[^;。\n项]{0,24}[,、;](?:其中,?|有)?(?:超过?|过|上|突破|达到?)?")
FIELD_REACH = 100  # characters in which a size told without its field is of the field before


def settle(quantities: list[Quantity], text: str) -> None:
    """Give numbers that are sizes, classes, points or specifications of others their roles, in place."""
    _points(quantities, text)
    _classes(quantities, text)
    _bounds(quantities, text)
    _each(quantities, text)
    _of_that_size(quantities, text)
    _fields_go_on(quantities, text)
    _specifications(quantities, text)


def _points(quantities: list[Quantity], text: str) -> None:
    """2.5个、40.2个和36.5个百分点: all of them are points."""
    for i in range(len(quantities) - 2, -1, -1):
        q, following = quantities[i], quantities[i + 1]
        if q.unit == "个" and following.unit_measure == "PP" and text[q.end : following.start] in ("、", "和", "及", ",", "与"):
            quantities[i] = replace(q, unit=following.unit, unit_measure="PP", obs_value=q.value)


def _classes(quantities: list[Quantity], text: str) -> None:
    """千亿级园区6个: the class narrows what is counted."""
    for i, q in enumerate(quantities):
        if i and quantities[i - 1].end == q.start and STEPS.match(text, q.end):  # 跨越两个百亿台阶
            quantities[i - 1 : i + 1] = [replace(each, role="noise", reason="step") for each in (quantities[i - 1], q)]
    for i, (q, following) in enumerate(itertools.pairwise(quantities)):
        if CLASS.match(text, q.end) and not ENDS.search(text, q.end, following.start) and following.unit in ("个", "家"):
            quantities[i] = replace(q, role="threshold", scope_text=text[q.start : q.end] + "级")


def _bounds(quantities: list[Quantity], text: str) -> None:
    """Of 项目投资额均在5000万元以上, and 完成投资亿元以上的…等8个项目: the size that it is of each."""
    for i, q in enumerate(quantities):
        if q.role != "figure" or not q.unit.endswith("元"):
            continue
        each = EACH_IN.search(text, max(0, q.start - 16), q.start) and text.startswith(("以上", "以下"), q.end)
        if each or LIST_OF_SIZE.match(text, q.end):
            quantities[i] = replace(q, role="threshold", reason="size", scope_text="≥" + text[q.number_start : q.end])


def _each(quantities: list[Quantity], text: str) -> None:
    """469家企业产值超亿元;其中,81家企业超过30亿元: what each of them makes, pays or spends at least."""
    field, field_at = "", 0
    for i, (q, following) in enumerate(itertools.pairwise(quantities)):
        if q.unit[-1:] not in {"家", "户", "个"} or q.role != "figure" or following.role != "figure":
            continue
        if following.unit_measure == "PC":
            grew = EACH_GREW.fullmatch(text, q.end, following.start) if following.qualifier in ("over", "at_least") else None
            if grew:
                bound = f"{grew[1].removesuffix('率')}≥{following.text}"
                quantities[i + 1] = replace(following, role="threshold", reason="size", scope_text=bound)
            continue
        told = _told_of_each(q, following, text)
        if told is None:
            continue
        if told["field"]:
            field, field_at = told["field"], q.start
        elif not field or q.start - field_at > FIELD_REACH:
            continue
        size = following.obs_value
        bound = f"{field}≥{size / 1e8:g}亿元" if size >= 1e8 else f"{field}≥{size / 1e4:g}万元"
        quantities[i + 1] = replace(following, role="threshold", reason="size", scope_text=bound)


def _told_of_each(q: Quantity, following: Quantity, text: str) -> re.Match[str] | None:
    """What stands between a count and a size that is of each of what is counted; None where the size is no such."""
    if following.unit_measure not in ("CNY", "USD"):
        return None
    told = EACH_PAYS.fullmatch(text, q.end, following.start) or WHOSE.fullmatch(text, q.end, following.start)
    if told is None or not (told["field"] or told.groupdict().get("who")):
        return None
    if any(c.isdigit() for c in following.text) and not (told["over"] and _is_round(following)):
        return None
    return told if q.unit[-1:] != "个" or told["field"] else None


def _is_round(q: Quantity) -> bool:
    return len(f"{q.value:.4f}".replace(".", "").strip("0")) == 1


def _of_that_size(quantities: list[Quantity], text: str) -> None:
    """投资过10亿元的有7个: a size of what is counted."""
    for i, (q, following) in enumerate(itertools.pairwise(quantities)):
        money = q.role == "figure" and q.qualifier in ("over", "at_least") and q.unit.endswith("元")
        if money and following.unit in ("个", "家", "户") and OF_THAT_SIZE.fullmatch(text, q.end, following.number_start):
            field = SIZE_FIELD.search(text, max(0, q.start - 12), q.start)
            scope = (field[1] if field else "") + "≥" + text[q.number_start : q.end]
            quantities[i] = replace(q, role="threshold", scope_text=scope)


def _fields_go_on(quantities: list[Quantity], text: str) -> None:
    """产值过亿元企业36家,过30亿元的7家: the second size is of what the first one is."""
    field, end = "", 0
    for i, q in enumerate(quantities):
        if q.role != "threshold":
            continue
        own = FIELD_OF_SIZE.match(q.scope_text)
        if own is not None:
            field, end = own[1], q.end
        elif field and q.scope_text.startswith("≥") and q.unit.endswith("元") and ELLIPTIC.fullmatch(text, end, q.start):
            quantities[i] = replace(q, scope_text=field + q.scope_text)
            end = q.end
        else:
            field = ""


def _specifications(quantities: list[Quantity], text: str) -> None:
    """年产2兆瓦风机叶片200套: the power of each is what they are, no figure."""
    for i, (q, following) in enumerate(itertools.pairwise(quantities)):
        power = q.role == "figure" and q.unit_measure == "KW" and following.unit[-1:] in {"台", "套", "片", "支"}
        if power and PRODUCT.fullmatch(text, q.end, following.start):
            quantities[i] = replace(q, role="noise", reason="specification")
