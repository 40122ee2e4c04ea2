"""The times that a text names, as far as a figure can be of them, each with its period."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from transforms.observe.document import Document, Sentence
from transforms.observe.timing.when import NEVER, YEARS, When, is_day, month_of
from transforms.observe.timing.words import (
    AIMED,
    BASE_OF,
    DATELINE,
    DONE,
    FOUNDED,
    FOUNDED_IN,
    GOAL_OF,
    GROWN_TO,
    KEEPS_ON,
    MEETING,
    NOT_OF_THE_FIGURE,
    OF_A_NAME,
    OF_THOSE,
    ONCE_BUILT,
    PLANNED,
    PLANNED_THEN,
    REPORTED,
    SAME_PERIOD_GROWN,
)
from transforms.periods import GUESSED, PeriodMention, resolve
from transforms.periods.sdmx import month_end, months

HEAD = 120  # characters that a dateline stands within
BACK = "当同是该"  # what the year named before begins with: 当年, 是年
AFTER = "次翌"  # and the one after it: 次年, 翌年
EARLIEST = 2000
FIRST_MONTHS = 3  # an article of these months looks back on the year before
LATE = 11  # from this month on 全年 is the year that ends
RUNS = ("span", "plan")
NEARBY = 200  # mentions that 当月 looks back over at most


class Naming:
    """The times of a document that a figure can be of; ``carried`` is the period that the text has been speaking of."""

    def __init__(self, document: Document, published: str | None) -> None:
        """``published`` anchors 今年 and 1至6月."""
        self._document, self._published, self.published = document, published, published
        # What 目前 is: nothing where only the last year told of stands in for the article's date.
        self.now = None if GUESSED.match(document.article.published_basis) else published
        self._usable = [m for m in document.periods if self._can_be_meant(m)]
        self._starts = [m.start for m in self._usable]
        self._asked: tuple[int, int, int, int] | None = None  # what was asked for last, and what was told
        self._told: list[PeriodMention] = []
        self._resolved: dict[tuple[int, int], tuple[When, When]] = {}
        self._dateline = self._of_dateline()
        # A yearbook's: no time in it is counted from the article's own year.
        self._of_a_past_year = not any(m.offset is not None and m.text[0] in "今本去明" for m in document.periods)
        self.carried, self.carried_at = NEVER, -1  # and where the text names it
        self.this_year = False  # whether it is the 今年 that a sentence begins with

    def mentions(self, start: int, end: int) -> list[PeriodMention]:
        """The periods named in [start, end) that a figure can be of, none that it is compared with."""
        starts = self._starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        last = bisect_left(starts, end, first)
        if self._asked == (first, last, start, end):  # a figure's rules ask the same, one after the other
            return self._told
        self._asked, self._told = (first, last, start, end), self._between(first, last, start, end)
        return self._told

    def _between(self, first: int, last: int, start: int, end: int) -> list[PeriodMention]:
        found = self._usable[first:last]
        while found and found[-1].end > end:
            found.pop()
        if found and self._document.text.find("(", start, end) >= 0:
            found = [m for m in found if not self._aside(m, start, end)]
        return found

    def _aside(self, m: PeriodMention, start: int, end: int) -> bool:
        """Whether a time stands in brackets that close before a figure: 企业12户(2015年同期29户),产值13.2亿元."""
        text = self._document.text
        opened = text.rfind("(", start, m.start)
        if text[opened - 1 : opened] == "期" or m.kind == "day":  # 远期(2040年)将达到920万吨; (17日)
            return False
        return opened >= 0 and text.rfind(")", opened, m.start) < 0 <= text.find(")", m.end, end)

    def _of_dateline(self) -> str:
        """The day of 本报7月18日讯: what 今天 and 昨日 of its text are counted from; "" where there is none."""
        for mention in self._document.periods[:3]:
            if mention.kind == "day" and mention.end < HEAD and DATELINE.match(self._document.text, mention.end):
                return resolve(mention, self._published).time_period
        return ""

    def _can_be_meant(self, m: PeriodMention) -> bool:
        text = self._document.text
        return (
            (m.kind not in ("comparison", "vague") or self._counts_back(m))
            and not (m.kind == "year" and OF_A_NAME.search(text, max(0, m.start - 2), m.start))
            and not NOT_OF_THE_FIGURE.match(text, m.end)
            and not (m.text == "同期" and SAME_PERIOD_GROWN.match(text, m.end))
            and not (m.kind == "year" and not m.edge and MEETING.match(text, m.end))
            and text[m.start - 1 : m.start] not in ("较", "比", "占")
            and not (m.text[0] == "当" and ONCE_BUILT.search(text, max(0, m.start - 8), m.start))
            and not (m.kind == "day" and m.end < HEAD and DATELINE.match(text, m.end))
            and not self._founding(m)
        )

    def _counts_back(self, mention: PeriodMention) -> bool:
        """Whether 三年来 or 五年间 tells how many years; 近三年 and 近年来 are left open."""
        told = 0 < (mention.count or 0) < 10 and mention.text[0] not in "近最"
        if mention.count == 1:  # 一年来, said when a year ends or has just ended
            ends = (self._published or "")[5:7] in ("11", "12", "01", "02")
            told = told and ends and mention.text.endswith(("来", "间", "里"))
        told = told and not mention.text.endswith(("内", "时间", "左右"))
        told = told and KEEPS_ON.match(self._document.text, mention.end) is None  # 增速4年来持续领先
        return mention.kind == "vague" and told and self._published is not None

    def _run_of(self, mention: PeriodMention, sentence: Sentence) -> When | None:
        """The run of years that 三年 or 五年来 takes up: 2021-2023年…,三年累计…; “十三五”时期…。五年来,…."""
        run = next((m for m in reversed(self.mentions(sentence.start, mention.start)) if m.kind in RUNS), None)
        if run is not None:
            return self.resolve(run, sentence)
        until = bisect_left(self._starts, mention.start)
        for m in reversed(self._usable[max(0, until - NEARBY) : until]):
            if m.kind in RUNS and m.edge != "end":
                when = self.resolve(m, sentence)
                years = YEARS.fullmatch(when.time_period)
                if years and int(when.time_period[-4:]) - int(years[1]) + 1 == mention.count and not self._is_to_come(when):
                    return when
        return None

    def _is_to_come(self, when: When) -> bool:
        """Whether a run of years has not ended the year before the article's, or with it."""
        return self._published is not None and when.time_period[-4:] > self._published[:4]

    def _years_past(self, mention: PeriodMention) -> When:
        """The years up to the article's: late in a year that is one of them, and in its first months none."""
        year, month = int((self._published or "0")[:4]), (self._published or "")[5:7]
        late, early = month in ("11", "12"), month in ("01", "02", "03")
        if mention.count == 1:
            return When(str(year - 1 + late), "anchored", "period.years_past")
        first = year - (mention.count or 0)
        return When(f"{first + late}/{year - early}", "anchored", "period.years_past")

    def _founding(self, mention: PeriodMention) -> bool:
        """Whether a time is that of an act that made the park what it is: no figure stands in its clause."""
        if mention.kind not in ("year", "month", "day") or mention.edge == "since":
            return False
        document, text = self._document, self._document.text
        if FOUNDED_IN.search(text, max(0, mention.start - 4), mention.start):
            return True
        act = FOUNDED.match(text, mention.end)
        if act is None:
            return False
        end = document.clause_end(mention.end)
        figures = [q for q in document.quantities_between(mention.end, end) if q.role == "figure"]
        return not figures and act.end() <= end and text[end - 1] not in "时后"

    def resolve(self, mention: PeriodMention, sentence: Sentence) -> When:
        """The period of a mention, anchored on the year that its sentence has named, else on the article's date."""
        key = (mention.start, sentence.start)
        known = self._resolved.get(key)
        if known is None or known[0] is not self.carried:  # what is carried may settle the year
            known = self._resolved[key] = (self.carried, self._resolve(mention, sentence))
        return known[1]

    def _resolve(self, mention: PeriodMention, sentence: Sentence) -> When:
        if mention.kind == "same":
            return self._same(mention, sentence)
        if mention.kind == "vague":
            return self._run_of(mention, sentence) or self._years_past(mention)
        if mention.kind == "now" and self.now is None:
            return NEVER
        year = None
        after = mention.offset == 1 and mention.text[0] in AFTER
        back = f"{BACK}本" if self._published is None else BACK
        before = mention.offset == 0 and mention.text[0] in back  # 当年, 是年: the year named before
        if before or after:
            year = self._year_said(self.mentions(sentence.start, mention.start))
            year = int(self.carried.time_period[:4]) if year is None and self.carried.time_period else year
            if year is None and mention.text[0] not in "当该本":
                return NEVER  # 同年, 次年 of a year that the text leaves open
            if after and year is not None:
                mention, year = replace(mention, offset=None), year + 1
        elif mention.year is None and self._of_told_year(mention, sentence):
            mention = replace(mention, offset=None)
            year = self._year_said(self.mentions(sentence.start, mention.start))
            year = int(self.carried.time_period[:4] or 0) or None if year is None else year
        elif mention.year is None and mention.offset is None:
            if self._published is None and self._of_this_year(mention, sentence):
                return NEVER
            year = self._year_said(self.mentions(sentence.start, mention.start))
            year = self._year_of_text(mention, sentence) if year is None else year
        if mention.edge == "start" and mention.kind == "year" and PLANNED_THEN.match(self._document.text, mention.end):
            mention = replace(mention, edge="")  # 年初计划新开工项目38项: of the year
        anchor = self._dateline if mention.days_off is not None and self._dateline else self._published
        if mention.kind == "quarter" and self._document.text.startswith("收官", mention.end):
            mention = replace(mention, first=1)  # 三季度收官: the year as far as the quarter's end
        period = resolve(mention, anchor, year=year)
        basis = "anchored" if year is not None and not self._is_stated(year, mention, sentence) else period.period_basis
        return When(period.time_period, basis if period.time_period else "none", f"period.{mention.kind}")

    def _of_this_year(self, mention: PeriodMention, sentence: Sentence) -> bool:
        """Whether a month is of a 今年 before it, of which nothing tells which year it is: 今年以来,…,1-6月…."""
        before = self.mentions(sentence.start, mention.start)
        return bool(before) and before[-1].offset == 0 and before[-1].kind == "year" and before[-1].text[0] == "今"

    def _of_told_year(self, mention: PeriodMention, sentence: Sentence) -> bool:
        """Whether 年底 or 年内 is of the year told of, and nothing is aimed at.

        So it is where nothing tells the article's own year, and in a yearbook, which has a year named in numbers and no 今年.
        """
        bare = mention.offset == 0 and mention.text.lstrip("至到截止自从")[:1] == "年"
        if not bare or not (self._published is None or (self._of_a_past_year and self._is_past_year_told())):
            return False
        return AIMED.search(self._document.text, sentence.start, sentence.end) is None

    def _is_past_year_told(self) -> bool:
        """Whether the text speaks of a year named in numbers that was over when the article appeared."""
        told = self.carried.time_period
        stated = self.carried.period_basis == "stated" or self.carried.rule == "period.year"
        return stated and len(told) == len("2007") and told < (self._published or "")[:4]

    def _is_stated(self, year: int, mention: PeriodMention, sentence: Sentence) -> bool:
        """Whether the year of a time that names none stands in the text: before it in its sentence, or in what is carried."""
        carried = self.carried.period_basis == "stated" and self.carried.time_period.startswith(str(year))
        return carried or any(m.year == year for m in self.mentions(sentence.start, mention.start))

    def _year_of_text(self, mention: PeriodMention, sentence: Sentence) -> int | None:
        """The year of a time that its sentence gives none: the carried one where nothing tells the article's, and of 全年."""
        carried = int(self.carried.time_period[:4] or 0)
        told = carried if carried >= EARLIEST else None
        if self._published is None:
            return told
        own, month = int(self._published[:4]), int(self._published[5:7] or 1)
        if not mention.text.startswith(("全年", "年末", "年底")) or month >= LATE:
            return None
        planned = self.this_year and REPORTED.search(self._document.text, sentence.start, sentence.end) is None
        if mention.text.startswith("全年") and not (told == own and (self.carried.period_basis == "stated" or planned)):
            aimed = AIMED.search(self._document.text, sentence.start, min(mention.end + 16, sentence.end))
            if aimed and not (told == own - 1 and aimed[0] in ("预计", "预期")):  # 全年预计完成, said in January
                return None
            if month <= FIRST_MONTHS or DONE.match(self._document.text, mention.end):
                return told if told and told < own else own - 1
        return told if told == own - 1 and month <= FIRST_MONTHS else None

    def _same(self, mention: PeriodMention, sentence: Sentence) -> When:
        """同期 is the period named before; 当月 the last month of the time named before; 当天 that day."""
        if mention.text[-1] in "天日":
            return self._same_day(mention)
        month = "月" in mention.text
        since = self._document.sentences[0].start if month else sentence.start
        first, last = (bisect_left(self._starts, at) for at in (since, mention.start))
        before = next((m for m in reversed(self._usable[max(first, last - NEARBY) : last]) if m.kind != "same"), None)
        if before is None:
            return self.carried
        when = self.resolve(before, sentence)
        if month and (last_month := month_of(when.time_period)):
            return When(last_month, when.period_basis, "period.same_month")
        return when

    def _same_day(self, mention: PeriodMention) -> When:
        """The last day named before, where nothing vaguer (日前) has been said since."""
        for m in reversed(self._document.periods_before(mention.start, NEARBY)):
            if m.kind == "vague" and not m.count:
                return NEVER
            if m.kind == "day":
                return self.resolve(m, self._document.sentence_at(m.start))
        return NEVER

    def _year_said(self, mentions: list[PeriodMention]) -> int | None:
        """The year that the last of some mentions names, by number or as 去年."""
        for mention in reversed(mentions):
            if mention.year is not None and not OF_THOSE.match(self._document.text, mention.end):
                return mention.year
            if mention.edge == "start" or mention.text[0] in BACK:  # 年初预定的; 当年 tells no year of its own
                continue
            if OF_THOSE.match(self._document.text, mention.end):  # 去年签约的60个项目,截至9月底…
                continue
            if mention.offset is not None and self._published:
                return int(self._published[:4]) + mention.offset
            if mention.kind == "months" and mention.offset is None:  # 1-12月…,全年…: one year
                period = resolve(mention, self._published).time_period
                return int(period[:4]) if period[:4].isdigit() else None
        return None

    def only_first(self, mention: PeriodMention, end: int) -> bool:
        """Whether a period is of the figure right behind it alone: 由2021年的320万元提到410万元, 今年计划完成投资29亿元,其中…."""
        text = self._document.text
        first = text[mention.start - 1 : mention.start + 1].startswith(("从", "由"), 0) or mention.text[0] in "从由"
        first = first and BASE_OF.match(text, mention.end) is not None
        first = first or GOAL_OF.match(text, mention.end) is not None  # 下半年,紧盯全年260亿元的产值目标,开工项目9个
        own = mention.text.endswith(("内", "当年")) or self._day_before(mention)
        if not first and not (own and PLANNED.match(text, mention.end)):
            return False
        figures = [q for q in self._document.quantities_between(mention.end, end) if q.role == "figure"]
        return any(q.end < end for q in figures)

    def year_up_to(self, sentence: Sentence, end: int) -> When | None:
        """This year as far as a day or a month's end that its sentence counts up to: 截至9月8日,今年进出130万人次."""
        named = self.mentions(sentence.start, end)[-2:]
        if len(named) == 2 and named[1].kind == "now" and self._counts_up_to(named[1]):
            named.reverse()  # 今年以来,…,截至目前,引进项目12个
        if len(named) < 2 or not self._counts_up_to(named[0]) or named[1].offset != 0 or named[1].kind != "year":
            return None
        if named[1].edge in ("by", "end"):
            return None
        when = self.resolve(named[0], sentence)
        if not is_day(when.time_period) or not self.resolve(named[1], sentence).time_period.startswith(when.time_period[:4]):
            return None
        year, month = int(when.time_period[:4]), int(when.time_period[5:7])
        whole = when.time_period == month_end(year, month)
        return When(months(year, 1, month) if whole else f"{year}-01-01/{when.time_period}", when.period_basis, "period.up_to")

    @staticmethod
    def _counts_up_to(mention: PeriodMention) -> bool:
        """Whether a time is an end that figures are counted up to: 截至6月底, 截至目前."""
        return mention.edge == "asof" or (mention.kind == "now" and mention.text[0] in "截到")

    def summed_over(self, sentence: Sentence, end: int) -> When | None:
        """The run of years that 累计 sums up behind what has grown over it: “十三五”,由26家增加到今年的97家;累计投资3亿元."""
        named = self.mentions(sentence.start, end)
        if not named or GROWN_TO.search(self._document.text, max(0, named[-1].start - 3), named[-1].start) is None:
            return None
        run = next((m for m in reversed(named) if m.kind in ("plan", "span") or m.edge == "since"), None)
        return self.resolve(run, sentence) if run else None

    def _left(self, mention: PeriodMention, sentence: Sentence, end: int) -> bool:  # noqa: PLR0911 - one a rule
        """Whether a part of what its sentence is about has been left: 2026年税收90亿元,一季度20亿元;…, 当月增长5%;…."""
        if ";" not in self._document.text[mention.end : end]:
            return False
        before = self.mentions(sentence.start, mention.start)
        if mention.kind == "same":
            return "月" in mention.text and bool(before)
        if self._looked_ahead(mention, before, sentence, end):
            return True
        if mention.year is not None or mention.offset is not None or mention.edge == "asof":
            return False
        if mention.kind not in ("quarter", "half", "month", "months"):
            return False
        clause = max(self._document.clause_start(mention.start), sentence.start)
        if before and "其中" in self._document.text[clause : mention.start]:
            return True
        years = [m for m in before if m.kind == "year" and not m.edge]
        return bool(years) and any(q.role == "figure" for q in self._document.quantities_between(years[0].end, mention.start))

    def _looked_ahead(self, mention: PeriodMention, before: list[PeriodMention], sentence: Sentence, end: int) -> bool:
        """Whether a time is of what was expected in between: 1-10月产值320亿元,预计全年400亿元;增加值增长13%."""
        text = self._document.text
        if not before or mention.kind != "year" or mention.edge:
            return False
        clause = max(self._document.clause_start(mention.start), sentence.start)
        back = text.rfind(";", mention.end, end)
        return AIMED.search(text, clause, mention.start) is not None and AIMED.search(text, back, end) is None

    def open_since(self, sentence: Sentence, end: int) -> bool:
        """Whether the last time before ``end`` in its sentence is one without a date: 揭牌以来, 近五年, 近年来."""
        before = self._document.periods_before(end, 1)
        if not before or before[0].start < sentence.start or before[0].kind != "vague" or self._counts_back(before[0]):
            return False
        if before[0].count == 1:  # 一年来: the year that the text speaks of
            return False
        return before[0].edge == "since" or bool(before[0].count) or before[0].text.endswith("来")

    def _day_before(self, mention: PeriodMention) -> bool:
        """Whether a time's sentence has named a day before it: 4月7日,集中开工290个,今年计划完成投资392亿元,其中…."""
        sentence = self._document.sentence_at(mention.start)
        return any(m.kind == "day" or m.edge == "asof" for m in self.mentions(sentence.start, mention.start))

    def named(self, sentence: Sentence, end: int) -> When | None:
        """The last period that the sentence names before ``end``, where it can be resolved.

        A sentence that a line's edge has cut off from its start is looked at with what stands before the edge.
        """
        for mention in reversed(self.mentions(sentence.start, end)):
            if self.only_first(mention, end) or self._left(mention, sentence, end):
                continue
            when = self.resolve(mention, sentence)
            if when.time_period:
                return when
        torn = self._document.torn_from(sentence)
        return self.named(torn, torn.end) if torn else None
