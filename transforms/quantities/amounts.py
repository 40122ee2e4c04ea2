"""A numeral with its hedge, multiplier and unit, read at one place of a text."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from transforms.quantities.numerals import DIGITS, LARGE, PLAIN, SMALL, arabic, chinese
from transforms.quantities.units import FACTORS, MULTIPLIERS, Unit, unit_at, units

RANGE_SIGN = re.compile(r"(?:-|~|—|至|到)[0-9零一二两三四五六七八九十百千]")
MINUS = re.compile(r"(?<![0-9A-Za-z%月年日个家元号)])-$")
MULTIPLIER = re.compile("|".join(MULTIPLIERS))
HEDGES = "余多来几"
TRAILING_LARGE = re.compile(r"(?:兆|万亿|万|亿)$")
SECOND = re.compile(r"[0-9]{1,4}(?:,[0-9]{3})?(?![0-9.])")  # of 8万6千, 26万5,091, 1兆588亿
TEN_MILLIONS = re.compile(r"个[百千]?亿(?=[,。;、()\s以左多的到至”]|$)")  # 3个亿, but 3个亿元项目, 3个千亿级产业
ABOUT = re.compile("((?:[一二两三四五六七八九]?十)?)([一二两三四五六七八九])([二三四五六七八九])(十|百|千|)")
PLAN = re.compile("十[一二三四]五")
HALF_TENTH = re.compile("[一二三四五六七八九](?=[,。;、)以左的]|$)")  # 三成五
ANY_COUNTER = re.compile(r"(?![多余以左的了元级等之内后前来])[\u4e00-\u9fff](?=[,。;、)\s]|$)")
COUNTABLE = {"money", "size", "percent", "count", "duration", "years", "specification", "time"}
PLACES = {"项目", "产业", "园区", "产线", "集群", "平台", "基地", "城市", "国家", "机组", "板块"}
COUNTED_WITH_GE = ("百分点", "标箱", "标准箱", "国际标准箱", "工作日", "TEU")
AFTER_GE = tuple(f"个{name}" for name in COUNTED_WITH_GE)


class Amount(NamedTuple):
    """A number as it stands: ``value`` of ``multiplier`` of ``unit``."""

    start: int
    number_start: int
    number_end: int
    end: int
    value: Decimal
    multiplier: str
    unit: Unit | None
    hedge: str
    han: bool
    value_high: Decimal | None = None  # of 三五家

    @property
    def unit_text(self) -> str:
        """The unit as written, the multiplier with it, without hedges and 个 of 个百分点."""
        return self.multiplier + (self.unit.name if self.unit else "")


def _counts_after(unit: Unit, multiplier: str) -> bool:
    """Whether a unit can follow 万 or 亿: 万人 and 万企业 can, 万农(村人口) and 亿国(有资产) are no units."""
    return not multiplier or unit.kind in COUNTABLE or (unit.kind == "noun" and len(unit.name) > 1 and unit.name not in PLACES)


def _any_counter(text: str, at: int) -> tuple[Unit | None, int]:
    """A word of one character that ends a phrase behind 万 or 亿 counts, whatever it is: 300万锭."""
    if ANY_COUNTER.match(text, at):
        return Unit(text[at], "NUM", Fraction(1), "count"), at + 1
    return None, at


def _multiplier(text: str, at: int) -> str:
    multiplier = MULTIPLIER.match(text, at)
    return multiplier.group() if multiplier else ""


def _hedge(text: str, at: int) -> str:
    """A hedge after a numeral, if a multiplier or a unit follows it: 120余家, but not 5来自."""
    if at == len(text) or text[at] not in HEDGES:
        return ""
    counts = _multiplier(text, at + 1) or unit_at(text, at + 1) or RANGE_SIGN.match(text, at + 1)
    return text[at] if counts else ""


def _unit(text: str, at: int) -> tuple[Unit | None, int]:
    """The unit at an offset and where it ends; 个 before 百分点 is passed over."""
    if text.startswith(AFTER_GE, at):
        for name in COUNTED_WITH_GE:
            if text.startswith(name, at + 1):
                unit = unit_at(text, at + 1)
                if unit:
                    return unit, at + 1 + len(unit.name)
    unit = unit_at(text, at)
    return unit, at + len(unit.name) if unit else at


def _second(text: str, at: int, multiplier: str) -> tuple[Decimal, int]:
    """A second, smaller part right behind a multiplier, counted in it (8万6千 adds 0.6), and where it ends."""
    second = SECOND.match(text, at)
    if not second:
        return Decimal(0), at
    smaller = _multiplier(text, second.end()) if unit_at(text, second.end()) is None else ""
    part = Decimal(second.group().replace(",", "")) * FACTORS[smaller] / FACTORS[multiplier]
    end = second.end() + len(smaller)
    return (part, end) if part < 1 and (smaller or unit_at(text, end)) else (Decimal(0), at)


def finish(text: str, start: int, end: int, value: Decimal, multiplier: str, *, han: bool) -> Amount:
    """Read on behind a numeral at ``text[start:end]``: hedge, multiplier, hedge, unit."""
    at = end
    hedge = _hedge(text, at)
    at += len(hedge)
    unit, unit_end = _unit(text, at)
    if not multiplier and (unit is None or unit.name == "个"):
        skip = 1 if text.startswith("个", at) and TEN_MILLIONS.match(text, at) else 0
        multiplier = _multiplier(text, at + skip)
        if multiplier:
            at += skip + len(multiplier)
            added, at = _second(text, at, multiplier)
            value += added
            inner = _hedge(text, at)
            hedge, at = hedge or inner, at + len(inner)
            if inner and multiplier + text[at : at + 1] in FACTORS and text[at : at + 1] in "万亿":  # 3千多亿元
                multiplier, at = multiplier + text[at], at + 1
            unit, unit_end = _unit(text, at)
    if unit is None and multiplier:
        unit, unit_end = _any_counter(text, at)
    if unit is not None and unit.name != "级" and not _counts_after(unit, multiplier):
        unit = None
    if unit is not None and unit.name == "个多月":
        unit, hedge = units()["个月"], "多"
    if unit is None:
        unit_end = at
    elif unit.name == "级" and multiplier:
        unit, unit_end = None, at  # 千亿级
    elif unit.name == "成" and han and (tenth := HALF_TENTH.match(text, unit_end)):
        value, unit_end = value + Decimal(DIGITS[tenth[0]]) / 10, unit_end + 1
    elif unit.name == "元" and text.startswith("人民币", unit_end):
        unit_end += 3
    return Amount(start, start, end, unit_end, value, multiplier, unit, hedge, han)


def from_digits(text: str, start: int, end: int) -> Amount | None:
    """An amount whose numeral is written in digits; a minus sign before it goes with it."""
    value = arabic(text[start:end])
    if value is None:
        return None
    amount = finish(text, start, end, value, "", han=False)
    sign = text[start - 1:start]
    share = amount.unit is not None and amount.unit.name == "%"
    if (sign == "-" and MINUS.search(text, max(0, start - 2), start)) or (sign == "负" and share):  # 增速为负3.2%
        amount = amount._replace(start=start - 1, number_start=start - 1, value=-value)
    return amount


def from_han(text: str, start: int, end: int) -> Amount | None:
    """An amount whose numeral is written in characters; None where they are no number."""
    if text[end - 1] == "千" and text.startswith(("瓦", "米", "克", "公顷"), end) and end - start > 1:
        end -= 1  # 百万千瓦 counts in 千瓦
    numeral = text[start:end].translate(PLAIN)
    lead = text[start - 1] if start and text[start - 1] in "上数几" and numeral[0] in "十百千万亿兆" else ""
    head = TRAILING_LARGE.sub("", numeral)
    multiplier = numeral[len(head):]
    high = None
    if head[:1] in ("零", "〇"):
        return None
    if not head:
        value: Decimal | None = Decimal(1)
    elif any(c in LARGE for c in head):
        value, multiplier = _largest(numeral)
    elif (ends := _about(head)) is not None:
        value, high = ends
    else:
        value = chinese(head)
    if value is None:
        return None
    amount = finish(text, start, end, value, multiplier, han=True)
    if lead:
        amount = amount._replace(start=start - 1, hedge=lead)
    return amount._replace(value_high=high)


def _about(head: str) -> tuple[Decimal, Decimal] | None:
    """The two ends of two digits side by side: 三五 (家), 两三百, 三四十, 十七八; a five-year plan's name (十四五) is none."""
    match = ABOUT.fullmatch(head)
    if match is None or PLAN.fullmatch(head):
        return None
    tens, low, high, unit = match.groups()
    if not 0 < DIGITS[high] - DIGITS[low] <= 2:
        return None
    base = chinese(tens) if tens else Decimal(0)
    times = SMALL[unit] if unit else 1
    return None if base is None else (base + DIGITS[low] * times, base + DIGITS[high] * times)


def _largest(numeral: str) -> tuple[Decimal | None, str]:
    """一亿两千万 as 1.2 of 亿; 四万零四百四十九亿 as 40449 of 亿."""
    if numeral[-1] in ("亿", "兆"):
        return chinese(numeral[:-1]), numeral[-1]
    value = chinese(numeral)
    large = next(c for c in "兆亿万" if c in numeral)
    return (None if value is None else value / LARGE[large]), large
