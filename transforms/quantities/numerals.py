"""Numerals: digits and Chinese characters read as exact numbers."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
# Numerals as a cheque writes them; two at least stand together, since one alone is more often a name (陆家嘴, 伍).
CAPITALS = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True))
PLAIN = str.maketrans(CAPITALS)
DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
LONGEST = 24  # digits of a number that anybody writes; more are a code


def _section(text: str) -> int | None:
    """Up to 千, as in 四百四十九 or 两千零三; None where the characters are no number in this order."""
    total = digit = 0
    last = 10**4
    seen = False
    for c in text:
        if c in DIGITS:
            if seen and digit:
                return None  # two digits side by side
            digit, seen = DIGITS[c], True
        else:
            unit = SMALL.get(c, last)
            if unit >= last:  # out of order, or no numeral at all
                return None
            total, digit, last, seen = total + (digit or 1) * unit, 0, unit, False
    # 三百五 is 350: a last digit after 百 or 千 with no zero before it counts one place lower.
    if digit and last in (100, 1000) and len(text) > 2 and text[-2] in SMALL:
        digit *= last // 10
    return total + digit


def chinese(text: str) -> Decimal | None:
    """The number that Chinese numerals write, 点 for the decimal point (四万零四百四十九, 三点五); None for no number."""
    whole, point, decimals = text.partition("点")
    if not whole or len(text) > LONGEST or (point and (not decimals or any(c not in DIGITS for c in decimals))):
        return None
    total = 0
    for large in ("兆", "亿", "万"):
        head, found, whole = whole.rpartition(large)
        if found:
            count = chinese(head) if head else Decimal(1)
            if count is None:
                return None
            total += int(count) * LARGE[large]
    section = _section(whole)
    if section is None:
        return None
    if decimals:
        return Decimal(f"{total + section}.{''.join(str(DIGITS[c]) for c in decimals)}")
    return Decimal(total + section)


def arabic(text: str) -> Decimal | None:
    """The number that digits write, with commas between thousands; None for what is no number, or too long to be one."""
    plain = text.replace(",", "").replace(" ", "").replace("·", ".")
    return Decimal(plain) if len(plain) <= LONGEST and DECIMAL.fullmatch(plain) else None


def numeral(text: str) -> Decimal | None:
    """The number that digits or Chinese numerals write: 12, 十二; None for what is no number."""
    return arabic(text) if text[:1].isascii() else chinese(text)
