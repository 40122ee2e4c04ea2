"""Numbers that are not a numeral before a unit: ranks, fractions, halves and doublings."""

from __future__ import annotations

import re
from decimal import Decimal

from parkwatch.records import Qualifier
from transforms.quantities import ranks
from transforms.quantities.numerals import DIGITS, arabic, chinese
from transforms.quantities.qualifiers import qualifier
from transforms.quantities.records import Quantity
from transforms.quantities.units import normal

PAGES = re.compile(r"[ ]*(?:[上下末首尾]一?页|页)")
SLOGAN = 30  # characters of a slogan on either side
QUOTED = re.compile(r"“[^”\n]*$")  # “主攻项目,三年翻两番,五年争一流”
UNQUOTED = re.compile(rf"[^“”\n]{{0,{SLOGAN}}}”")


def read(text: str, kind: str, start: int, end: int) -> Quantity | None:
    """The quantity that a token of one of those kinds tells; None where its number is no number."""
    word = text[start:end]
    how: Qualifier | None
    if kind == "rank":
        rank = ranks.value_of(word)
        if rank is None:
            return None
        reason = ranks.reason_of(text, start, end)
        how = "under" if word[0] == "前" or word[-1] == "强" else "exact"
        return _record(text, start, end, Decimal(rank), "第", how=how, reason=reason)
    if kind == "fraction" and PAGES.match(text, end):
        return None  # 1/2 下一页
    if kind == "double":
        digit = word[-2]
        value = Decimal(DIGITS.get(digit, int(digit) if digit.isdigit() else 1))
        how = "nearly" if "近" in word else "over" if "超" in word else None
        slogan = QUOTED.search(text, max(0, start - SLOGAN), start) and UNQUOTED.match(text, end)
        return _record(text, start, end, value, "番", how=how, reason="slogan" if slogan else "")
    if kind == "half":
        how = "over" if word[0] in "超过大" else "nearly" if word[0] == "近" else None
        return _record(text, start, end, Decimal("0.5"), how=how)
    unit = "百分之" if word.startswith("百分之") else ""
    ratio = _number(word[3:]) if unit else _ratio(word)
    return None if ratio is None else _record(text, start, end, ratio, unit)


def _record(text: str, start: int, end: int, value: Decimal, unit: str = "", *, how: Qualifier | None = None,
            reason: str = "") -> Quantity:
    """The record of such a number; a fraction without a unit is a decimal, to four places."""
    shown = float(value) if unit else round(float(value), 4)
    obs_value, measure = normal(value, unit) if unit else (round(float(value) * 100, 4), "PC")
    return Quantity(start, end, start, end, text[start:end], shown, None, unit, obs_value, None, measure,
                    how or qualifier(text, start, end, ""), "noise" if reason else "figure", reason)


def _number(word: str) -> Decimal | None:
    return arabic(word) or chinese(word)


def _ratio(word: str) -> Decimal | None:
    """1/4 and 三分之二; None for what is over the whole."""
    if "/" in word:
        top, bottom = (_number(part) for part in word.split("/"))
    else:
        bottom, top = (_number(part) for part in word.split("分之"))
    return top / bottom if top is not None and bottom and top <= bottom else None
