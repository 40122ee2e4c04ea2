"""What the text has been speaking of: its title's period, the last of a statistic, and the day that stocks were counted on."""

from __future__ import annotations

import re
from itertools import pairwise

from transforms.observe.document import Document, Sentence
from transforms.observe.timing.naming import Naming
from transforms.observe.timing.when import NEVER, When, is_day, is_future, is_statistical
from transforms.observe.timing.words import AIMED, FOUNDED
from transforms.periods import WORK_REPORT, PeriodMention, resolve, scan
from transforms.periods.sdmx import month_end, months
from transforms.repair import fold

HALF_YEAR = re.compile(r"半年报|半年考|半年度|年中")
SINGLE_MONTH = re.compile(r"\d月(?:份)?(?:当月|单月)")
BUILT = re.compile(r"[^,;。]{0,10}(?:建成|[投试]产|开建|竣工|完工|投用|投运|交付|达产)")
# What begins a paragraph that tells apart what the one before has counted: 107户企业中.
GOES_ON = re.compile(
    r"\s*(?:(?:在|从)?(?:这|上述|此)?\d+[个家户项]|其中|(?:在|从)?(?:这些|上述))[^,;。:\d]{0,10}(?:中|里|内|来看|,)"
)
DAYS = re.compile(r"\d{4}-(?!01-01/)\d\d-\d\d/")  # some days, as 4月10日至7月20日: nothing that a text goes on to speak of
BARE_YEAR = re.compile(r"(?<![\dA-Za-z.])20[0-3]\d(?![\d.,万亿家个项户亩人元吨米%a-zA-Z])")
YEARS_PLAN = re.compile(r"[^;。]{0,60}?年度?(?:计划|预计)(?:完成)?投资|[^,;。\d]{0,12}(?:计划|拟|安排)")
LOOK_AHEAD = 40  # characters behind a time in which a word for an aim stands
RUN = re.compile(r"[SQ]|-\d\d/")  # a half, a quarter or a run of months


class Spoken:
    """Keeps it from sentence to sentence; the period itself is ``carried`` of the naming."""

    def __init__(self, document: Document, naming: Naming, published: str | None) -> None:
        """Begin with the period of the title or of the first sentences."""
        self._document, self._naming, self._published = document, naming, published
        self._counted: tuple[When, int] | None = None  # the last day that stocks were counted on, and its paragraph
        self._part = NEVER  # the last half, quarter or run of months that the text has spoken of
        self.aimed = False  # whether the carried period is one by which something is to be done: 到2025年
        self.planned = False  # whether the carried period is one that something is planned for: 今年计划投资4亿元
        self.headed = False  # whether the carried period stands at the head of a list
        naming.carried = self._of_title()

    def counted_on(self, sentence: Sentence) -> When | None:
        """The day that a sentence's paragraph counts up to: 截至6月底; one that goes on with what was counted has that of it."""
        if self._counted is None:
            return None
        when, paragraph = self._counted
        if paragraph + 1 == sentence.paragraph and GOES_ON.match(self._document.text, sentence.start):
            self._counted = when, sentence.paragraph
        return when if self._counted[1] == sentence.paragraph else None

    def so_far(self, year: str) -> When | None:
        """The part of a year that results have been told of: 1-8月…,全年目标8亿,目前已完成66%."""
        for when in (self._naming.carried, self._part):
            if RUN.search(when.time_period) and when.time_period.startswith(year or "-"):
                return when.by("period.carried")
        return None

    def leave(self, sentence: Sentence) -> None:
        """At a sentence's end: remember its last period of a statistic (a year, half, quarter, or run of months)."""
        mentions = self._naming.mentions(sentence.start, sentence.end)
        self._note_counted(mentions, sentence)
        text = self._document.text
        if mentions:
            self.headed = sum(m.end - m.start for m in mentions) + 4 >= sentence.end - sentence.start
        for mention in () if self._looks_back(mentions) else reversed(mentions):
            if mention.offset == -1 and mention is not mentions[0] and self._no_figure_of(mention, mentions[0], sentence):
                continue
            if text[mention.start - 1 : mention.start] == "而" or self._naming.only_first(mention, sentence.end):
                continue
            when = self._naming.resolve(mention, sentence)
            if mention.edge == "asof" and is_day(when.time_period) and not self._naming.carried.time_period:
                when = self._up_to(when)
            if not when.time_period or mention.kind == "now" or not is_statistical(when.time_period):
                continue
            if self._aside(mention, sentence) or DAYS.match(when.time_period):
                continue
            if mention.kind == "month" and (mention is not mentions[-1] or self._begins(mention)):
                return  # 3月签约, 4月1日开工: no month of a statistic
            part = RUN.search(self._naming.carried.time_period) and self._naming.carried.time_period.startswith(when.time_period)
            aside = mention.text == "今年" and text[mention.end : mention.end + 1] not in ",我全"
            if part and aside and not AIMED.search(text, sentence.start, sentence.end):
                return  # 一季度产值68亿元。今年新增企业54个。: the part is what the text goes on with
            ahead = mention.kind == "month" and is_future(when.time_period, self._published)  # 今年的订单排到8月
            if not ahead and not self._of_works(mention, when, sentence):
                self._naming.carried, self._naming.carried_at = when, mention.start
                self._naming.this_year = mention.text == "今年" and mention.start == sentence.start
                self.aimed = self._is_aim(mention, sentence)
                self.planned = YEARS_PLAN.match(text, mention.end) is not None
                self._part = when if RUN.search(when.time_period) else self._part
            return

    def _note_counted(self, mentions: list[PeriodMention], sentence: Sentence) -> None:
        """Remember the day that a sentence counts up to; one that names another time counts up to none."""
        if not mentions:
            return
        self._counted = None
        told = next((m for m in reversed(mentions) if not self._naming.only_first(m, sentence.end)), mentions[-1])
        when = self._naming.resolve(told, sentence)
        now = told.kind in ("now", "day") and told.text.startswith(("截", "到"))
        now = now or (told.kind == "now" and not self._document.text[sentence.start : told.start].strip())  # 目前,… at its head
        day = told.edge == "asof" and (is_day(when.time_period) or told.kind == "quarter" or told.text.endswith("旬"))
        if when.time_period and (day or now):
            self._counted = when, sentence.paragraph

    @staticmethod
    def _up_to(when: When) -> When:
        """The year as far as a month's end that figures are counted up to, for flows told behind it."""
        year, month = int(when.time_period[:4]), int(when.time_period[5:7])
        return When(months(year, 1, month), when.period_basis, when.rule) if when.time_period == month_end(year, month) else when

    def _looks_back(self, mentions: list[PeriodMention]) -> bool:
        """Whether a sentence tells some years before the one spoken of, side by side: 2018年、2019年税收分别为…."""
        years = [m for m in mentions if m.kind == "year"]
        pairs = pairwise(years)
        joined = any(self._document.text[a.end : b.start] in ("、", "和", "及", "与") for a, b in pairs)
        told = self._naming.carried.time_period[:4]
        return joined and bool(told) and all(resolve(m, self._published).time_period[:4] < told for m in years)

    def _begins(self, mention: PeriodMention) -> bool:
        """Whether a month is only when something began: 从9月份开始…."""
        return mention.text[0] in "从自" or self._document.text.startswith(("开始", "起"), mention.end)

    def _no_figure_of(self, mention: PeriodMention, first: PeriodMention, sentence: Sentence) -> bool:
        """Whether a sentence tells figures of its first time alone, and none behind another: 1-2月增长5%,延续上年度态势."""
        between = self._document.quantities_between(first.end, mention.start)
        behind = self._document.quantities_between(mention.end, sentence.end)
        return any(q.role == "figure" for q in between) and not any(q.role == "figure" for q in behind)

    def _is_aim(self, mention: PeriodMention, sentence: Sentence) -> bool:
        """Whether a time is one by which something is to be done: 到2025年,产值将达到500亿元."""
        end = min(mention.end + LOOK_AHEAD, sentence.end)
        return mention.edge == "by" and AIMED.search(self._document.text, sentence.start, end) is not None

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
        ahead = is_future(when.time_period, self._published)
        ahead = ahead or (self._published is None and AIMED.search(text, max(0, mention.start - 4), mention.start) is not None)
        if ahead and BUILT.match(text, mention.end):
            return True
        figures = [q for q in self._document.quantities_between(mention.end, sentence.end) if q.role == "figure"]
        return not figures and FOUNDED.match(text, mention.end) is not None

    def _bare_year(self, title: str) -> str:
        """The year that a title names in bare numbers (数说2023), where it is the article's or the one before; else ""."""
        bare = BARE_YEAR.search(title)
        if bare is None or (self._published and int(self._published[:4]) - int(bare[0]) not in (0, 1)):
            return ""
        return bare[0]

    def _of_title(self) -> When:
        """The period of the title: 上半年, 前10月; a 半年报 reports the first half."""
        title = fold(self._document.article.title).text
        if report := WORK_REPORT.match(title):
            return When(str(int(report["year"]) - 1), "anchored", "period.work_report")
        for mention in scan(title):
            if mention.kind not in ("comparison", "vague", "now", "same", "day"):
                period = resolve(mention, self._published)
                if period.time_period:
                    return When(period.time_period, period.period_basis, "period.title")
        if bare := self._bare_year(title):
            return When(bare, "stated", "period.title")
        if HALF_YEAR.search(title + self._document.text[:200]) and self._published and self._published[5:7] in ("07", "08", "09"):
            return When(f"{self._published[:4]}-S1", "anchored", "period.half_year_report")
        return self._of_first_sentences()

    def _of_first_sentences(self) -> When:
        """The first period of a statistic that the first sentences name, which stands in until the text reaches it."""
        for sentence in self._document.sentences[:6]:
            mentions = self._naming.mentions(sentence.start, sentence.end)
            for mention in reversed(mentions):
                when = self._naming.resolve(mention, sentence)
                if self._aside(mention, sentence):
                    continue
                if mention.kind == "month" and mention is not mentions[-1]:
                    break
                if mention.kind == "now" or is_future(when.time_period, self._published) or not when.time_period:
                    continue
                if is_statistical(when.time_period) and not self._of_works(mention, when, sentence):
                    self.aimed = self._is_aim(mention, sentence)
                    return when.by("period.lead")
        return NEVER
