"""Sentences that a page's narrow columns have cut at a line's edge, read as one, without the spaces of typesetting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.repair import Folded
from transforms.repair.offsets import Rewriter

ENDS = frozenset("。!?;:…”』」)】|》、")
HEADING = re.compile(
    r"[(一二三四五六七八九十\d●■◆▲★※►•·\-—【《“#图注]|第[一二三四五六七八九十]|"
    r"本[报网台刊]|记者|新华社|中新[社网]|[\u4e00-\u9fff]{2,6}讯"  # what a report begins with
)
PROSE = re.compile(r"[,。;]")
DEMANDS = re.compile(r"(?:增长|下降|增加|达到?|突破|超过?|约|同比|完成|实现|提高到?|增至|升至|总额|总值)$")
SPACED = re.compile(r"(?<=[\u4e00-\u9fff,;。:()]) (?=\d)|(?<=[\d%]) (?=[\u4e00-\u9fff%])")
COLUMNS = re.compile(r"  |\d \d|\t")  # what a table set with spaces has
AMOUNT = re.compile(r"\d[\d.]*\s?(?:[万亿%个家户项人亩吨元]|平方|公里|美元|百分)")
LEAST = 24  # characters of a line that can have been cut: a heading or an item of a list is shorter


def mend(text: str) -> Folded | None:
    """The text with the line breaks left out that stand in the middle of a sentence, and spaces beside a number in one.

    A line is cut where it is long, holds punctuation, ends in none, and prose goes on in the next. None where there is neither.
    """
    drops = sorted({*_breaks(text), *_spaces(text)})
    if not drops:
        return None
    rewriter = Rewriter(text)
    for at in drops:
        rewriter.keep(at)
        rewriter.drop(at + 1)
    return rewriter.done()


def _breaks(text: str) -> Iterator[int]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        after = text.find("\n", end + 1)
        following = text[end + 1 : after if after >= 0 else len(text)]
        if _cut(text[start:end], following):
            yield end
        start = end + 1


def _spaces(text: str) -> Iterator[int]:
    """Spaces that typesetting leaves between a number and the words around it (2025 年 1 至 6 月), in prose alone."""
    start = 0
    for line in text.split("\n"):
        if " " in line and "|" not in line and PROSE.search(line) and not COLUMNS.search(line):
            yield from (start + match.start() for match in SPACED.finditer(line))
        start += len(line) + 1


def _cut(line: str, following: str) -> bool:
    if len(line) < LEAST or line[-1] in ENDS or "|" in line or not PROSE.search(line):
        return False
    if following[:1] in "。,;%":
        return bool(following)
    if line[-1] == "." and line[-2].isdigit() and following[:1].isdigit():
        return True  # 是2011年的1. / 37倍
    if not following or PROSE.search(following) is None:
        return False
    # 同比增长 / 17.9%,占全市…; 吸纳就业 / 2万人
    figure = following[0].isdigit() and (DEMANDS.search(line) is not None or AMOUNT.match(following) is not None)
    return figure or line[-1].isdigit() or not HEADING.match(following)
