"""How a zone's name varies: its province left off, its place short or full, its kind abbreviated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

# Each family holds the forms that one kind of zone goes by, the official ones first.
ECONOMIC = ("经济技术开发区", "经济开发区", "经济技术产业开发区", "经开区")
HIGH_TECH = (
    "高新技术产业开发区", "高新技术产业园区", "高新技术开发区", "高新技术产业园",
    "高新开发区", "高新园区", "高新园", "高新区", "高技术产业开发区",
)
FREE_TRADE = ("自由贸易试验区", "自贸试验区", "自贸区")
FAMILIES: tuple[tuple[str, ...], ...] = (
    ECONOMIC,
    HIGH_TECH,
    ("汽车经济技术开发区", "汽车产业开发区", "汽开区"),
    ("综合保税区", "综保区"),
    ("保税区",),
    ("保税港区",),
    ("保税物流园区", "保税物流园"),
    ("保税物流中心（B型）", "保税物流中心(B型)", "保税物流中心"),
    ("出口加工区",),
    ("边境经济合作区", "边合区"),
    ("国家自主创新示范区", "自主创新示范区", "自创区"),
    FREE_TRADE,
    ("产业转移工业园区", "产业转移工业园", "产业转移园"),
    ("工业园区", "工业园", "工业区"),
    ("工业集中区", "工业园区", "工业园"),
    ("产业集聚区", "产业聚集区"),
    ("产业园区", "产业园"),
    ("科技园区", "科技园"),
    ("物流园区", "物流园"),
    ("工业区",),
)
FREE_TRADE_NAME = re.compile(r"中国（(.+)）自由贸易试验区")


@cache
def family_of(name: str) -> tuple[str, tuple[str, ...]]:
    """The ending that tells a zone's kind, and all its forms; two empty values where it is none of these."""
    best = ""
    forms: tuple[str, ...] = ()
    for family in FAMILIES:
        for form in family:
            if name.endswith(form) and len(form) > len(best):
                best, forms = form, family
    return best, forms


def without_province(name: str, province: str, short: str) -> str:
    """A zone's name without the province in front, unless too little is left to be a name.

    天津港保税区 and 天津开发区现代产业区 stay whole; 上海市北工业园区 is 市北工业园区, for 北 alone is none.
    """
    for prefix in (province, short):
        rest = name.removeprefix(prefix)
        if prefix and rest != name and len(rest) >= len(family_of(rest)[0]) + 2 and not rest.startswith(("开发区", "国家")):
            return rest
    return name


def split_places(core: str, places: Iterable[str]) -> tuple[list[str], str]:
    """The divisions at a name's head, one after the other, and what is left: 镇江京口工业园区 → [镇江, 京口], 工业园区."""
    found: list[str] = []
    known = sorted(places, key=len, reverse=True)
    while hit := next((p for p in known if core.startswith(p) and p not in found), None):
        rest = core.removeprefix(hit)
        if len(rest) < 2:
            break
        found.append(hit)
        core = rest
    return found, core


def without_place(core: str, places: dict[str, str]) -> Iterator[str]:
    """A zone's names with its city left off, where a name of its own is left: 辽滨沿海经济技术开发区 of 盘锦."""
    heads, rest = split_places(core, places)
    suffix, forms = family_of(rest)
    own = rest.removesuffix(suffix)
    if heads and suffix and len(own) >= 2:
        yield rest
        yield from (own + form for form in forms)


def variants(core: str, places: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Names that a zone goes by, and how loose each is: 0 its own, 1 by its kind's other forms, 2 a bare 开发区.

    Args:
        core: the name without its province.
        places: short and full names of the city and county it lies in; each maps to its other form.

    Yields:
        A name and 0, 1 or 2.
    """
    if m := FREE_TRADE_NAME.fullmatch(core):
        yield core, 0
        yield from ((front + form, 1) for front, form in product((m[1], f"中国{m[1]}", f"中国({m[1]})"), FREE_TRADE))
        return
    heads, rest = split_places(core, places)
    suffix, forms = family_of(rest)
    middle = rest.removesuffix(suffix) if suffix else rest
    fronts = ["".join(heads)]
    if heads:
        last = heads[-1]
        fronts += [last, places.get(last, last)]
        if len(heads) == 1 and not middle:
            fronts.append(heads[0])
    fronts = list(dict.fromkeys(fronts))
    for front in fronts:
        if len(front + middle) < 2:
            continue
        yield front + rest, 0
        for form in forms:
            yield front + middle + form, 1
        if forms == ECONOMIC:
            yield front + middle + "开发区", 2
