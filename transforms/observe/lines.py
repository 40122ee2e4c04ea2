"""Sentences that a page's narrow columns have cut at a line's edge, read as one."""

from __future__ import annotations

import re

from transforms.repair import Folded
from transforms.repair.offsets import Rewriter

ENDS = frozenset("。!?;:…”』」)】|》、")
HEADING = re.compile(
    r"[(一二三四五六七八九十\d●■◆▲★※►•·\-—【《“#图注]|第[一二三四五六七八九十]|"
    r"本[报网台刊]|记者|新华社|中新[社网]|[\u4e00-\u9fff]{2,6}讯"  # what a report begins with
)
PROSE = re.compile(r"[,。;]")
DEMANDS = re.compile(r"(?:增长|下降|增加|达到?|突破|超过?|约|同比|完成|实现|提高到?|增至|升至|总额|总值)$")
LEAST = 24  # characters of a line that can have been cut: a heading or an item of a list is shorter


def mend(text: str) -> Folded | None:
    """The text with the line breaks left out that stand in the middle of a sentence; None where there is none.

    A line is cut where it is long, holds punctuation, ends in none, and prose goes on in the next.
    """
    cuts = []
    start = 0
    while (end := text.find("\n", start)) >= 0:
        after = text.find("\n", end + 1)
        following = text[end + 1 : after if after >= 0 else len(text)]
        if _cut(text[start:end], following):
            cuts.append(end)
        start = end + 1
    if not cuts:
        return None
    rewriter = Rewriter(text)
    for at in cuts:
        rewriter.keep(at)
        rewriter.drop(at + 1)
    return rewriter.done()


def _cut(line: str, following: str) -> bool:
    if len(line) < LEAST or line[-1] in ENDS or "|" in line or not PROSE.search(line):
        return False
    if following[:1] in "。,;%":
        return bool(following)
    if line[-1] == "." and line[-2].isdigit() and following[:1].isdigit():
        return True  # 是2011年的1. / 37倍
    if not following or PROSE.search(following) is None:
        return False
    figure = following[0].isdigit() and DEMANDS.search(line) is not None  # 同比增长 / 17.9%,占全市…
    return figure or line[-1].isdigit() or not HEADING.match(following)
