"""What works are built to make, told without a noun of its own: 一期建设60万吨PVC、60万吨烧碱, 年产1.5兆瓦风电机组1000台."""

from __future__ import annotations

import re

from transforms.observe.case import Case
from transforms.observe.model import Indicated

# Right before the amount: what is built; and a company's or a phase's name that its product follows.
BUILT = re.compile(
    r"(?:建设|新建|扩建|改建|在建|主要建设|建成|形成|上马|新上|改造|[一二三四五]期(?:工程|项目)?(?:为|建设|规划)?|规划|公司|集团|酒厂|化工厂)(?:了|一个|一条|一座)?(?:规模)?[约近达]?$"
)
PRODUCT = re.compile(r"(?:/年|每年|的)?([\u4e00-\u9fffA-Za-z0-9.()-]{1,16}?)(?=[、,;。:)(]|和|及|等|项目|生产线|装置|$)")
JOINT = re.compile(r"(?:/年)?[\u4e00-\u9fffA-Za-z0-9.()-]{1,16}[、和及,与]")
SIZED = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,14}")  # 年产1.5兆瓦风力发电机组1000台: the size stands before the product
# 已形成炼铁18万吨、炼钢22万吨的产能
CAPACITIES = re.compile(r"[^;。\n]{0,80}?(?:产能|生产能力|加工能力|制造能力|处理能力|年产规模|生产规模)")
MADE_BY_AREA = re.compile(r"(?:(?:年|日)?产能|(?:年|日)?生产能力|年产量?|日产)(?:可?达到?|为|约|近|超过?)*$")
WORKS = re.compile(r"项目|工程|生产线|装置|[一二三]期|基地|工厂|厂")


def capacity(case: Case) -> Indicated | None:
    """The capacity that an amount or a count of products is, where works are spoken of; None elsewhere."""
    made = case.unit in "TQE" or (
        case.unit == "C" and case.quantity.unit.startswith(("万", "亿")) and case.quantity.unit[-1:] in "套台件辆只片吨支"
    )
    last = case.here[-1] if case.here else None
    if last is not None and last.what.code == "project_capacity":
        between = case.text[last.quantity.end : case.quantity.start]
        if (made and JOINT.fullmatch(between)) or (
            case.unit == "C" and SIZED.fullmatch(between) and case.quantity.unit[-1:] in "套台件辆只片"
        ):
            return _of(case)
    said = case.text[max(case.window.sentence.start, case.quantity.start - 60) : case.quantity.start] if made else ""
    if "形成" in said and CAPACITIES.match(case.text, case.quantity.end):
        return _of(case)
    if not made or not BUILT.search(case.left) or WORKS.search(_clause(case)) is None:
        return None
    return _of(case)


def made_by_area(case: Case) -> Indicated | None:
    """What is made is measured by area: 设计年产能586万平方米, 年产地板200万平方米."""
    return _of(case) if MADE_BY_AREA.search(case.left) else None


def _clause(case: Case) -> str:
    sentence = case.window.sentence
    return case.text[sentence.start : min(sentence.end, case.quantity.end + 60)]


def _of(case: Case) -> Indicated:
    product = PRODUCT.match(case.text, case.quantity.end)
    name = product[1] if product else ""
    return Indicated("project_capacity", name or case.left[-8:], (name,) if name else (), "capacity.of_works")
