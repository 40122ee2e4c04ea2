"""Traditional, full-width and otherwise odd text folded to one form for reading.

Folded are: traditional to simplified characters (OpenCC's table, one character to one), full-width ASCII, minus signs, radicals
and compatibility ideographs that a PDF leaves behind. Left out are zero-width and bidirectional controls, pinyin glosses in
brackets, and white space inside a number or between a number and its unit. Everything else stays, so most texts keep their
offsets.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import resources

from transforms.repair.offsets import Folded, Rewriter

DIGITS = "0123456789"
ASTRAL = re.compile("[\U00010000-\U0010ffff]")
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
GLOSS = re.compile(rf"(?<=[\u3400-\u9fff])[ ]?\([a-zü ]{{0,6}}[{TONED}][a-z{TONED}ü ]{{0,6}}\)")
TONELESS = re.compile(r"(?<=[\u3400-\u9fff])\((?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)[aeiouü]{1,3}(?:n|ng|r)?\)")
HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]+"
)
# White space that splits a number, or a number from the word that counts with it.
GAP = re.compile("[ ]{1,3}|\n")
UNIT_BEHIND = re.compile("(?:[.][ ]?[0-9]+[ ]?)?(?:[%亿万千百元年月日至到余多个家项倍亩人吨户名]|平方|公[里顷顿]|美元)")
WORD_BEFORE = re.compile("[第约超近达为至到年月之前亿万]")
# 2025年 7月 is one date, 2025年 312.5 two cells of a table's row.
DATE_BEHIND = re.compile("[0-9]{1,2}(?![0-9.,])")
# A list's "2. 5个" keeps its space: behind a point the decimals must be of money or a share.
DECIMALS_BEHIND = re.compile("[0-9]{1,4}[ ]?(?:[%亿]|万元|个百分点)")
LINE_BEHIND = re.compile("[亿万](?:元|美元|吨|人|平方)|%|个百分点")
SIGNS = {0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2212: "-", 0xFE63: "-", 0xFE6A: "%", 0x066A: "%",
         0x00A0: " ", 0x3000: " ", 0x2002: " ", 0x2003: " ", 0x2009: " ", 0x202F: " ", 0x0009: " ", 0x301C: "~", 0x223C: "~",
         0x300C: "“", 0x300D: "”", 0x300E: "‘", 0x300F: "’",
         0xFE50: ",", 0xFE52: ".", 0xFE54: ";", 0xFE55: ":", 0xFE59: "(", 0xFE5A: ")"}


@lru_cache(maxsize=1)
def table() -> dict[int, str]:
    """What each code point is folded to, one to one."""
    folds: dict[int, str] = {}
    for block in (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00)):
        for code in block:
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                folds[code] = plain
    characters = resources.files("opencc").joinpath("dictionary/TSCharacters.txt").read_text("utf-8")
    for line in characters.splitlines():
        traditional, _, simplified = line.partition("\t")
        readings = simplified.split()
        # A character that is also its own simplified form (著, 乾, 藉) stays: the text may be simplified already.
        if len(traditional) == 1 and readings and len(readings[0]) == 1 and traditional not in readings:
            folds[ord(traditional)] = readings[0]
    folds[ord("於")] = "于"  # a place's name in simplified text; the word for "at" in any other
    folds.update({code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
    folds.update(SIGNS)
    return folds


@lru_cache(maxsize=1)
def _basic() -> list[int]:
    """The table for code points below 0x10000, as a list: translating by it takes half the time that a mapping takes."""
    folds = table()
    return [ord(folds[code]) if code in folds else code for code in range(0x10000)]


def _splits_a_number(text: str, start: int, end: int) -> bool:
    """Whether the white space at ``text[start:end]`` stands inside a number, or between it and its unit."""
    if not start or end == len(text):
        return False
    before, after = text[start - 1], text[end]
    if text[start] == "\n":
        return before in DIGITS and LINE_BEHIND.match(text, end) is not None
    if before in DIGITS:
        return UNIT_BEHIND.match(text, end) is not None
    if after in DIGITS and before in "年月":
        return DATE_BEHIND.match(text, end) is not None
    if after in DIGITS:
        return WORD_BEFORE.match(before) is not None or (
            before == "." and start > 1 and text[start - 2] in DIGITS and DECIMALS_BEHIND.match(text, end) is not None)
    return after == "元" and before in "亿万" and start > 1 and text[start - 2] in DIGITS


def fold(text: str) -> Folded:
    """The text in simplified characters and half-width signs, with the map back to the print.

    Punctuation comes out as ASCII where it has an ASCII twin (``，`` as ``,``, ``（`` as ``(``); ``。、“”`` stay.
    """
    even = text.translate(table() if ASTRAL.search(text) else _basic())
    cuts = [(*m.span(), False) for m in HIDDEN.finditer(even)]
    glosses = list(GLOSS.finditer(even)) if "(" in even else []
    cuts += [(*m.span(), True) for m in glosses]
    if len(glosses) > 1:  # 們(men) is a gloss only in a text that prints glosses
        cuts += [(*m.span(), True) for m in TONELESS.finditer(even)]
    cuts += [(*m.span(), False) for m in GAP.finditer(even) if _splits_a_number(even, *m.span())]
    if not cuts:
        return Folded(even, text)
    rewriter = Rewriter(even)
    for start, end, gloss in sorted(cuts):
        rewriter.keep(start)
        rewriter.drop(end, attach=gloss)
    done = rewriter.done()
    return Folded(done.text, text, done.starts, done.ends)
