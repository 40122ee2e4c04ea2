"""What the text has been speaking of: its title's period, the last of a statistic, and the day that stocks were counted on."""

from __future__ import annotations

import re

from transforms.observe.document import Document, Sentence
from transforms.observe.timing.naming import FOUNDED, Naming
from transforms.observe.timing.when import NEVER, When, is_day, is_future, is_statistical
from transforms.periods import PeriodMention, resolve, scan
from transforms.repair import fold

HALF_YEAR = re.compile(r"半年报|半年考|半年度|年中")
SINGLE_MONTH = re.compile(r"\d月(?:份)?(?:当月|单月)")
BUILT = re.compile(r"[^,;。]{0,10}(?:建成|投产|竣工|完工|投用|投运|交付|达产)")
RUN = re.compile(r"[SQ]|-\d\d/")  # a half, a quarter or a run of months


class Spoken:
    """Keeps it from sentence to sentence; the period itself is ``carried`` of the naming."""

    def __init__(self, document: Document, naming: Naming, published: str | None) -> None:
        """Begin with the period of the title or of the first sentences."""
        self._document, self._naming, self._published = document, naming, published
        self._counted: tuple[When, int] | None = None  # the last day that stocks were counted on, and its paragraph
        self._part = NEVER  # the last half, quarter or run of months that the text has spoken of
        self.headed = False  # whether the carried period stands at the head of a list
        naming.carried = self._of_title()

    def counted_on(self, sentence: Sentence) -> When | None:
        """The day that a sentence's paragraph counts up to: 截至6月底."""
        return self._counted[0] if self._counted is not None and self._counted[1] == sentence.paragraph else None

    def so_far(self, year: str) -> When | None:
        """The part of a year that results have been told of: 1-8月…,全年目标8亿,目前已完成66%."""
        for when in (self._naming.carried, self._part):
            if RUN.search(when.time_period) and when.time_period.startswith(year or "-"):
                return when.by("period.carried")
        return None

    def leave(self, sentence: Sentence) -> None:
        """At a sentence's end: remember its last period of a statistic (a year, half, quarter, or run of months)."""
        mentions = self._naming.mentions(sentence.start, sentence.end)
        if mentions:
            self.headed = sum(m.end - m.start for m in mentions) + 4 >= sentence.end - sentence.start
        text = self._document.text
        if mentions:
            self._counted = None
            when = self._naming.resolve(mentions[-1], sentence)
            if mentions[-1].edge == "asof" and is_day(when.time_period):
                self._counted = when, sentence.paragraph
        for mention in reversed(mentions):
            if text[mention.start - 1 : mention.start] == "而" or self._naming.only_first(mention, sentence.end):
                continue
            when = self._naming.resolve(mention, sentence)
            if not when.time_period or mention.kind == "now" or not is_statistical(when.time_period):
                continue
            if mention.kind == "month" and mention is not mentions[-1]:  # 3月签约, 4月1日开工: no month of a statistic
                return
            ahead = mention.kind == "month" and is_future(when.time_period, self._published)  # 今年的订单排到8月
            if not ahead and self._aside(mention, sentence):
                continue
            if not ahead and not self._of_works(mention, when, sentence):
                self._naming.carried, self._naming.carried_at = when, mention.start
                self._part = when if RUN.search(when.time_period) else self._part
            return

    def _aside(self, mention: PeriodMention, sentence: Sentence) -> bool:
        """Whether a month is only looked at within the run spoken of: 其中6月份, 11月当月."""
        if mention.kind not in ("month", "same"):
            return False
        text = self._document.text
        clause = max(self._document.clause_start(mention.start), sentence.start)
        single = SINGLE_MONTH.search(text, sentence.start, sentence.end) or text.startswith("其中", sentence.start)
        single = single or "其中" in text[clause : mention.start]
        return bool(single)

    def _of_works(self, mention: PeriodMention, when: When, sentence: Sentence) -> bool:
        """Whether a period to come is only when something will be built: 预计于2026年8月建成."""
        text = self._document.text
        if is_future(when.time_period, self._published) and BUILT.match(text, mention.end):
            return True
        figures = [q for q in self._document.quantities_between(mention.end, sentence.end) if q.role == "figure"]
        return not figures and FOUNDED.match(text, mention.end) is not None

    def _of_title(self) -> When:
        """The period of the title: 上半年, 前10月; a 半年报 reports the first half."""
        title = fold(self._document.article.title).text
        for mention in scan(title):
            if mention.kind not in ("comparison", "vague", "now", "same", "day"):
                period = resolve(mention, self._published)
                if period.time_period:
                    return When(period.time_period, period.period_basis, "period.title")
        if HALF_YEAR.search(title + self._document.text[:200]) and self._published and self._published[5:7] in ("07", "08", "09"):
            return When(f"{self._published[:4]}-S1", "anchored", "period.half_year_report")
        for sentence in self._document.sentences[:6]:
            mentions = self._naming.mentions(sentence.start, sentence.end)
            for mention in reversed(mentions):
                when = self._naming.resolve(mention, sentence)
                if mention.kind == "month" and mention is not mentions[-1]:
                    break
                if mention.kind == "now" or is_future(when.time_period, self._published) or not when.time_period:
                    continue
                if is_statistical(when.time_period) and not self._of_works(mention, when, sentence):
                    return when.by("period.lead")
        return NEVER
