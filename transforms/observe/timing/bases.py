"""Runs of years and the bases that a figure is compared with: 由2020年的…增至2025年的…, 比去年全年的297万标箱."""

from __future__ import annotations

import re

from transforms.observe.document import Document, Sentence
from transforms.observe.model import Draft
from transforms.observe.timing.naming import Naming
from transforms.observe.timing.when import YEARS, When
from transforms.periods import PeriodMention, resolve

BASE = re.compile(r"(?:全年)?的|(?:仅|只|才)?(?:为|是|有)|仅|只|才")
# 去年同期税收仅为1.46亿元: the base itself, not what is compared with it.
BASE_IS = re.compile(r"(?:[\u4e00-\u9fff]{1,12}?)(?:仅仅?|只有?|才|为|是)+(?:约|近|[不超]过?|足)*")
COUNTED = ("period.plan", "period.years_past")
YEAR_OF = re.compile(r"\d{4}(?=$|[-/])")


class Bases:
    """Looks them up in a document."""

    def __init__(self, document: Document, naming: Naming, published: str | None) -> None:
        """``published`` is the article's date, as far as it is known."""
        self._document, self._naming, self._published = document, naming, published

    def years_named(self, sentence: Sentence, end: int) -> list[int]:
        """The years that a sentence names before ``end``, also to compare with, in rising order."""
        named = self._document.periods_between(sentence.start, end)
        own = int(self._published[:4]) if self._published else None
        named = [m for m in named if m.kind in ("year", "comparison", "month") and m.edge != "start"]
        stated = {m.year for m in named if m.year is not None}
        return sorted(stated | {own + m.offset for m in named if own and m.offset is not None})

    def run_named(self, sentence: Sentence, end: int) -> When | None:
        """The run of years that a sentence names before ``end``, though it goes on with one of them: “十三五”时期,2020年…."""
        runs = (m for m in reversed(self._naming.mentions(sentence.start, end)) if m.kind in ("plan", "span") and not m.edge)
        when = next((self._naming.resolve(m, sentence) for m in runs), None)
        return when if when is not None and YEARS.fullmatch(when.time_period) else None

    def span_of(self, sentence: Sentence, end: int, when: When) -> tuple[str, str] | None:
        """The first and the last year of a figure's run of years, or of those that its sentence has named before it.

        Of a plan, and of 五年来, the base is the year before: the “十二五” begins with what 2010 ended with.
        """
        if run := YEARS.fullmatch(when.time_period):
            rule = self._naming.carried.rule if when.rule == "period.carried" else when.rule
            return str(int(run[1]) - (rule in COUNTED)), when.time_period[-4:]
        years = self.years_named(sentence, end)
        return (str(years[0]), str(years[-1])) if len(years) > 1 else None

    def _is_base(self, mention: PeriodMention, start: int) -> bool:
        """Whether a time to compare with is that of the figure that starts at ``start``."""
        text = self._document.text
        if BASE.fullmatch(text, mention.end, start):
            return True
        alone = text[mention.start] not in "比较同" and not text.startswith(("比", "较", "与", "和", "同"), mention.start - 1)
        return alone and BASE_IS.fullmatch(text, mention.end, start) is not None

    def of_base(self, sentence: Sentence, start: int, last: Draft | None) -> When | None:
        """The period of a base that a figure is compared with: 比去年全年的297万标箱, 由去年同期的22.4%提高到24.1%."""
        before = self._document.periods_before(start, 1)
        mention = before[0] if before else None
        if mention is None or mention.kind != "comparison" or not self._is_base(mention, start):
            return None
        if "上" in mention.text and "同" not in mention.text:  # 上年 is the year before the one told of, 去年 the article's
            told = last.time_period if last is not None and last.sentence == sentence else self._naming.carried.time_period
            if told[:4].isdigit() and "/" not in told:
                return When(str(int(told[:4]) - 1), "anchored", "period.of_base")
        if "同" not in mention.text:
            period = resolve(mention, self._published)
            return When(period.time_period, period.period_basis, "period.of_base") if period.time_period else None
        level = last.time_period if last is not None and last.sentence == sentence else self._naming.carried.time_period
        return When(YEAR_OF.sub(lambda m: str(int(m[0]) - 1), level), "anchored", "period.of_base") if level else None
