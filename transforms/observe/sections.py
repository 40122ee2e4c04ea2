"""Sections of a report: what stands under a heading of plans (二、2012年工作打算) is aimed at until the next heading."""

from __future__ import annotations

import re
from bisect import bisect_right

from transforms.observe.document import Document
from transforms.repair import fold

LONGEST = 36  # characters of a heading
NUMBERED = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十][章部]|[(][一二三四五六七八九十]{1,3}[)])")
TOP = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十][章部])")
PLANS = re.compile(
    r"(?:下一?步|下一?阶段|下半年|明年|今后|来年|新一年|20\d\d年|工作|主要|发展|预期|总体|奋斗|今年)[^,。;:\d]{0,12}"
    r"(?:打算|计划|安排|目标|思路|设想|谋划|展望|规划|要求|目标任务|工作重点|重点工作|重点任务|工作任务|主要任务|举措)"
)
# A title that is a plan's own: all under it is aimed at, but what stands under a heading of what is done.
PLAN_TITLE = re.compile(
    r"20\d\d年[^,。;:]{0,24}?(?:工作)?(?:要点|计划|方案|安排|打算|思路|目标任务|目标|规划|纲要)(?:的通知)?[》)]?\s*$"
)
FIGURE = re.compile(r"\d[\d.]*[%亿万个家]")
DONE = re.compile(r"完成|回顾|总结|情况|成效|回眸|成绩|进展|落实|执行|运行|做法")


class Sections:
    """The headings of a document; looked through once, when a figure first asks."""

    def __init__(self, document: Document) -> None:
        """``document`` is read line by line."""
        self._document = document
        self._starts: list[int] | None = None
        self._aimed: list[bool] = []

    def aims(self, at: int) -> bool:
        """Whether position ``at`` stands under a heading of plans."""
        if self._starts is None:
            self._read()
        i = bisect_right(self._starts or [], at) - 1
        return i >= 0 and self._aimed[i]

    def _read(self) -> None:
        """A heading under one of plans is of plans too, until one of the same rank comes."""
        title = fold(self._document.article.title).text
        titled = PLAN_TITLE.search(title) is not None and DONE.search(title) is None
        start, under = 0, titled
        self._starts, self._aimed = [0], [titled]
        for line in self._document.text.split("\n"):
            if (len(line) <= LONGEST and NUMBERED.match(line) and "。" not in line.rstrip("。")) or self._is_bare(line):
                aimed = (titled or PLANS.search(line) is not None) and DONE.search(line) is None
                top = TOP.match(line) is not None
                under = aimed if top or aimed or DONE.search(line) else under
                self._starts.append(start)
                self._aimed.append(under)
            start += len(line) + 1

    @staticmethod
    def _is_bare(line: str) -> bool:
        """Whether a line without a number is a heading of plans or of what is done: nothing else stands in it."""
        short = 4 < len(line) <= LONGEST // 2 and line[-1] not in "。,;:!?" and FIGURE.search(line) is None
        return short and (PLANS.search(line) is not None or DONE.search(line) is not None)
