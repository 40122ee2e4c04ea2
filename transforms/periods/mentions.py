"""The record of one time that a text names."""

from __future__ import annotations

from typing import Literal

from parkwatch.record import record

Kind = Literal["year", "half", "quarter", "months", "month", "day", "plan", "span", "now", "same", "comparison", "vague"]
Edge = Literal["", "since", "asof", "end", "by", "start"]


@record
class PeriodMention:
    """One time as a folded text names it; the span is half-open and in code points of that text.

    ``year`` is a year that the text names; ``offset`` counts years from the article's own (去年 is -1), ``months_off`` months
    (上月 is -1), ``days_off`` days (昨天 is -1). Without any of these the year is left to the article's date. ``comparison`` is
    the period that a growth is measured against (去年同期, 较2020年), never the figure's own; ``same`` takes up the period
    named before (同期, 当月); ``vague`` settles none (日前, 近年来).
    """

    start: int
    end: int
    text: str
    kind: Kind
    edge: Edge = ""  # since 以来, asof 截至, end 底, by 前 or 到, start 初
    year: int | None = None
    offset: int | None = None
    first: int | None = None  # the first month
    last: int | None = None  # the last month
    day: int | None = None
    year_last: int | None = None  # of a run over years; its last month is ``last``
    offset_last: int | None = None  # the same, from the article's own year; of a plan its first years (前四年)
    day_last: int | None = None
    months_off: int | None = None
    days_off: int | None = None
    count: int | None = None  # years of 未来五年 and of the vague 五年来; of 十四五 the number of the plan
