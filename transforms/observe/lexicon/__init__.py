"""Words of the grammar: what the indicator table and ``words.csv`` hold, found in one pass over the text."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import lru_cache
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


class Lexicon:
    """All words, compiled into one automaton."""

    def __init__(self, meanings: Iterable[tuple[str, str, str, str]]) -> None:
        """Take (word, kind, value, dimensions), where a word may have several meanings."""
        by_word: dict[str, list[tuple[str, str, str]]] = {}
        for word, kind, value, dimensions in meanings:
            by_word.setdefault(word, []).append((kind, value, dimensions))
        self._words = list(by_word)
        self._meanings = [by_word[word] for word in self._words]
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.Standard)

    def scan(self, text: str) -> dict[str, list[Mark]]:
        """Marks by kind in the text's order: leftmost and longest, a longer word before a shorter one that it overlaps.

        A cue or a stance inside a noun is a part of it: 增 of 增加值, 计划 of 年度计划投资, 新增 of 新增长点.
        """
        found: dict[str, list[Mark]] = {"head": [], "stage": [], "cue": [], "stance": [], "link": [], "who": []}
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for start, backwards, index in sorted([(start, -end, index) for index, start, end in matches]):
            end = -backwards
            for kind, value, dimensions in self._meanings[index]:
                marks = found[kind]
                last = marks[-1] if marks else None
                if last is not None and start < last.end:
                    if end <= last.end or end - start <= last.end - last.start:
                        continue
                    marks.pop()  # 全年生产总值 has 生产总值 in it, no 年生产
                marks.append(Mark(start, end, value, self._words[index], dimensions))
        for kind in ("cue", "stance"):
            found[kind] = outside(found[kind], found["head"])
        return {kind: [m for m in marks if m.value != "@none"] for kind, marks in found.items()}  # 出口加工区 has no 出口 in it


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
