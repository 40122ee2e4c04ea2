"""Where a time can begin, by the two characters that it begins with: what is tried in full is little of a text."""

from __future__ import annotations

import re

from transforms.periods.forms import WORDS

NUMERALS = "0123456789"
HAN = "一二三四五六七八九十两"
SPACES = frozenset(c for c in map(chr, range(0x3001)) if c.isspace())
# What a time behind 从, 自, 到 or 至 begins with.
_BEHIND_TO = "年半第头首全Q元今去明开新后前上本当同是该次下翌从" + NUMERALS + HAN + "".join(SPACES)
# What follows a character that a form begins with, where that is no numeral. A form that begins otherwise adds it here.
FOLLOWS: dict[str, str] = {
    **dict.fromkeys("去明同本当是该次翌新开全", "年"),
    "今": "年后(", "前": "年半元" + NUMERALS + HAN, "上": "年一半个月", "本": "年个月", "下": "一半", "后": "年半",
    "同": "年去上前", "比": "去上前年", "较": "去上前年",
    "截": "至止", "从": _BEHIND_TO, "自": _BEHIND_TO, "到": _BEHIND_TO, "至": _BEHIND_TO,
    "“": HAN, "‘": HAN, "未": "来", "接": "下", "过": "去", "最": "近", "近": "的" + NUMERALS + HAN,
    "头": "元" + NUMERALS + HAN, "首": "个季元" + NUMERALS + HAN, "第": NUMERALS + HAN, "Q": NUMERALS,
    "半": "年", "元": "月至到-", "年": "底末终初内中", "昨": "(",
}  # fmt: skip
NUMERAL = frozenset(NUMERALS + HAN)
_NUMBER = re.compile(f"[0-9]+|[{HAN}]+")
_NUMERAL_WORDS = tuple(word for word in WORDS if _NUMBER.fullmatch(word))  # 五一
# What follows the numeral that a form begins with, so that amounts are passed over at once; "" ends the text. A new form whose
# numeral is followed by something else adds it here.
_FOLLOWING = {"", *"年月日季期时末以至到~—、-/.上下前全一二三四〇零○”’", *SPACES}
_FOLLOWING |= {word[m.end()] for word in WORDS if word not in _NUMERAL_WORDS and (m := _NUMBER.match(word))}


def starts(group: set[str]) -> set[str]:
    """The numerals and pairs of characters that a form begins with, of the characters and pairs in its ``group``."""
    return {start + after for start in group for after in (("",) if len(start) > 1 or start in NUMERAL else FOLLOWS[start])}


def lead_of(begins: set[str]) -> re.Pattern[str]:
    """A character that a form can start with; a numeral whole, for it is read from its first digit on, never from its middle."""
    after = {re.escape(start[1]) for start in begins if len(start) > 1}
    return re.compile(
        f"[{''.join(sorted({start[0] for start in begins}))}]"
        f"(?:(?<=[0-9])[0-9]*|(?<=[{HAN}])[{HAN}]*|(?=[{''.join(sorted(after))}]))"
    )


def may_be_time(text: str, numeral: re.Match[str]) -> bool:
    """Whether a time can begin with a numeral, by its length and what follows it: a year has four digits, all else one or two."""
    said, after = numeral[0], text[numeral.end() : numeral.end() + 1]
    if after not in _FOLLOWING:
        return said.startswith(_NUMERAL_WORDS)
    if said[0] not in NUMERALS:
        return True
    return said.startswith(("19", "20")) if len(said) == len("2025") else len(said) <= len("12") and after not in "./"
