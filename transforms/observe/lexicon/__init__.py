"""Words of the grammar: what the indicator table and ``words.csv`` hold, found in one pass over the text."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import lru_cache, partial
from importlib import resources
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.indicators import load_indicators

# Letters of dimension: M money, C count, P percent, A area, L length, T mass, E energy, U containers, Q any physical quantity,
# X any, V value added, told by its sector alone (工业占GDP的四成).
DIMENSIONS = {
    "money": "M",
    "count": "C",
    "percent": "P",
    "area": "A",
    "length": "L",
    "mass": "T",
    "energy": "E",
    "teu": "U",
    "quantity": "QTCEL",
    "any": "X",
}
RESOLVED_DIMENSIONS = {
    "@output": "M",
    "@scale": "M",
    "@value_added": "M",
    "@revenue": "M",
    "@tax": "M",
    "@total_investment": "M",
    "@investment": "M",
    "@enterprise": "C",
    "@project": "C",
    "@capacity": "QTCEAL",
    "@volume": "QTCEL",
    "@people": "C",
    "@profit_tax": "M",
    "@fund": "M",
    "@area_word": "A",
    "@arrived": "M",
    "@sector": "V",
}


class Mark(NamedTuple):
    """A word of the grammar in the text: [start, end), what kind of word it is, and what it stands for."""

    start: int
    end: int
    value: str  # of a head: an indicator's code, or @resolver
    word: str
    dimensions: str = ""  # of a head: letters of DIMENSIONS


_marked = partial(tuple.__new__, Mark)  # a mark of a row; calling ``Mark`` takes four times as long


class Lexicon:
    """All words, compiled into one automaton."""

    def __init__(self, meanings: Iterable[tuple[str, str, str, str]]) -> None:
        """Take (word, kind, value, dimensions), where a word may have several meanings."""
        by_word: dict[str, list[tuple[str, tuple[str, str, str]]]] = {}
        for word, kind, value, dimensions in meanings:
            by_word.setdefault(word, []).append((kind, (value, word, dimensions)))
        self._meanings = list(by_word.values())
        self._automaton = AhoCorasick(list(by_word), matchkind=MatchKind.Standard)

    def scan(self, text: str) -> dict[str, list[Mark]]:
        """Marks by kind in the text's order: leftmost and longest, a longer word before a shorter one that it overlaps.

        A cue or a stance inside a noun is a part of it: 增 of 增加值, 计划 of 年度计划投资, 新增 of 新增长点.
        """
        rows: dict[str, list[tuple[int, int, str, str, str]]] = {
            "head": [], "stage": [], "cue": [], "stance": [], "link": [], "who": [],
        }  # fmt: skip
        meanings, matches = self._meanings, self._automaton.find_matches_as_indexes(text, overlapping=True)
        for start, backwards, index in sorted([(start, -end, index) for index, start, end in matches]):
            end = -backwards
            if text[end - 1 : end + 1] == "企业":  # 石化企业 are no 化企
                continue
            for kind, meaning in meanings[index]:
                marks = rows[kind]
                if marks and start < (last := marks[-1])[1]:
                    if end <= last[1] or end - start <= last[1] - last[0]:
                        continue
                    marks.pop()  # 全年生产总值 has 生产总值 in it, no 年生产
                marks.append((start, end, *meaning))
        found = {kind: list(map(_marked, marks)) for kind, marks in rows.items()}
        for kind in ("cue", "stance"):
            found[kind] = outside(found[kind], found["head"])
        for kind in ("head", "stage"):  # 出口加工区 has no 出口 in it, 开工率 no 开工
            found[kind] = [m for m in found[kind] if m.value != "@none"]
        return found


def outside(marks: list[Mark], nouns: list[Mark]) -> list[Mark]:
    """The marks that lie in none of the ``nouns``, both in the text's order."""
    out, i = [], 0
    for mark in marks:
        while i < len(nouns) and nouns[i].end < mark.end:
            i += 1
        if i == len(nouns) or not (nouns[i].start <= mark.start and mark.end <= nouns[i].end):
            out.append(mark)
    return out


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The project's lexicon."""
    meanings: list[tuple[str, str, str, str]] = []
    for indicator in load_indicators().values():
        meanings += [(word, "head", indicator.code, DIMENSIONS[indicator.dimension]) for word in indicator.synonyms]
    table = resources.files(__package__).joinpath("words.csv").read_text("utf-8")
    for row in csv.DictReader(table.splitlines()):
        dimensions = RESOLVED_DIMENSIONS.get(row["value"], "")
        meanings += [(word, row["kind"], row["value"], dimensions) for word in row["words"].split(";") if word]
    return Lexicon(meanings)
