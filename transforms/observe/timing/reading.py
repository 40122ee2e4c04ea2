"""The period of each figure, from what it is and what the text offers it; docs/periods.md has the table."""

from __future__ import annotations

import re

from transforms.observe.document import Document, Sentence
from transforms.observe.timing.bases import Bases
from transforms.observe.timing.kinds import EVENTS, Asked, is_stock
from transforms.observe.timing.naming import Naming
from transforms.observe.timing.occasions import NAMED_CEREMONY, NAMED_EVENT, PARTS, Occasions
from transforms.observe.timing.spoken import BUILT, Spoken
from transforms.observe.timing.when import NEVER, YEARS, When, is_day, is_future, is_statistical
from transforms.periods import PeriodMention, resolve, scan
from transforms.periods.sdmx import month_end, months

NOW_HAS = re.compile(r"现有|现已|现拥有")
HAS_NOW = re.compile(r"已有|现有|现已|已集聚|已聚集|已汇聚|已拥有|已入驻")  # 4年来,已有企业46家
ALREADY = re.compile(r"已(?!连续|成为)|曾经")
OF_YEARS = re.compile(r"累计|年均|总计|共|合计|先后|新增|增加|增长|从|由")  # what can be of a run of years
RISEN = re.compile(r"(?:达到|总数达|增至|增加到|发展到)(?:了|近|约|超过?)?$")  # what a stock has come to in the period told of
REPORT = re.compile(
    r"(?:上午|下午)?,?[^,;。]{0,40}?(?:分析会|发布会|通气会|座谈会|调度会|通报会|获悉|了解到|得知|公布|发布|通报|介绍)"
)
# 安排重点项目83个,…年度计划投资140亿元: of the year.
PROGRAMME = re.compile(r"(?<!完成)(?:年度|当年|全年|年内)(?:计划)?(?:完成)?投资(?!目标|任务|计划)")
STANDS = re.compile(r"已|共\w{0,6}$|拥有|形成")
UNDATED = When(rule="period.undated")  # now, where nothing tells when that is
SO_FAR = re.compile(r"累计|已|总共|历年")
COME_ABOUT = re.compile(r"(?:已|共|累计)(?:完成|实现)|完成(?:投资|产值)")  # of the part of a year that is over
SPENT = re.compile(r"(?:完成|投入)[^,;。]{0,6}(?:投资|资金)[^,;。]{0,6}$")
STOCK_NOW = re.compile(r"截[至止]|已|达到|[扩拓]大?展?[到至]|增至|增加到|累计|建成|开发(?=面积)")


class Timing:
    """Gives a figure its period; told of each sentence at its end."""

    def __init__(self, document: Document, published: str | None) -> None:
        """``published`` anchors 今年 and 1至6月."""
        self._document, self._published = document, published
        self._naming = Naming(document, published)
        self.mentions, self.resolve, self.named = self._naming.mentions, self._naming.resolve, self._naming.named
        self._spoken = Spoken(document, self._naming, published)
        self._occasions = Occasions(document, self._naming)
        bases = Bases(document, self._naming, published)
        self.years_named, self.span_of, self.of_base = bases.years_named, bases.span_of, bases.of_base
        self.run_named = bases.run_named

    @property
    def carried(self) -> When | None:
        """The period that the text has been speaking of."""
        return self._naming.carried if self._naming.carried.time_period else None

    def of_text(self, text: str, *, published: str | None = None, year: int | None = None) -> When | None:
        """The period that a column's head names, in a table of the ``year``; on the article's date where no other is given."""
        for mention in scan(text):
            if mention.kind not in ("comparison", "vague", "now", "same"):
                period = resolve(mention, published or self._published, year=year)
                if period.time_period:
                    return When(period.time_period, period.period_basis, "period.column")
        return None

    def at(self, asked: Asked) -> When:
        """The period of a figure: what its sentence says of it, else what the text has told before."""
        if asked.kind == "trait":
            return self._aimed_at(asked)
        if asked.code == "projects_planned_investment" and asked.measure == "level":
            return self._year_of_plan(asked)
        own = self._of_event(asked) if asked.kind == "event" else None
        return own or self._said(asked) or self._told(asked)

    def _said(self, asked: Asked) -> When | None:
        """The time that its sentence names before a figure, or right after it; None where it names none."""
        if self._naming.open_since(asked.sentence, asked.start):
            has = asked.is_stock and HAS_NOW.search(self._clause(asked)) is not None
            has = has or (asked.measure == "level" and asked.stance == "actual" and "已" in self._clause(asked))
            now = self._naming.now if has else None
            return When(now, "anchored", "period.already") if now else When(rule="period.open")
        if not asked.is_stock and asked.stance == "actual" and (up_to := self._naming.year_up_to(asked.sentence, asked.start)):
            return up_to
        when = self.named(asked.sentence, asked.start)
        if when is not None and not asked.is_stock and "累计" in self._clause(asked):
            when = self._naming.summed_over(asked.sentence, asked.start) or when
        if when is not None:
            return self._of_named(asked, when)
        named = self.mentions(asked.sentence.start, asked.start)
        if self._published is None and any(m.offset is not None for m in named):
            return NEVER  # 今年一季度, where nothing tells which year it is
        if self._naming.now is None and any(m.kind == "now" for m in named):
            return UNDATED
        base = self._document.text[asked.start - 1 : asked.start] == "的"  # 从搬迁前的2亿元增长到现在的7亿元
        after = self.mentions(asked.start, asked.high) if asked.measure == "level" and not base else []
        when = self.resolve(after[0], asked.sentence) if after else NEVER
        return when.by("period.after") if when.time_period else None

    def _told(self, asked: Asked) -> When:  # noqa: PLR0911 - one a rule
        """What the text has told before: an occasion, a day that stocks were counted on, the period that it speaks of."""
        if asked.kind == "event" and (occasion := self._occasions.of(asked)):
            return occasion.when.by("period.occasion")
        of_events = asked.kind == "event" or (asked.code in EVENTS and asked.measure == "share")
        if of_events and asked.stance == "actual" and (counted := self._spoken.counted_on(asked.sentence)):
            return counted.by("period.counted")
        ahead = self._naming.carried.rule == "period.lead"  # the text has named no time yet
        if ahead and asked.kind == "event":
            return UNDATED if self._published is None and self._stands(asked) else NEVER
        if asked.code == "projects_total" and PROGRAMME.search(self._document.text, asked.start, asked.sentence.end):
            return self._year_of_plan(asked)
        if self._in_all(asked):
            known = self._naming.now if ALREADY.search(self._clause(asked)) else None
            return When(known, "anchored", "period.in_all") if known else When(rule="period.in_all")
        if asked.is_stock and not self._spoken.headed:
            return self._of_stock(asked)
        if told := self._summed_up(asked) or self._so_far(asked):
            return told
        if asked.stance == "actual" and self._published is None and self._spoken.aimed:
            return When(rule="period.aimed_at")
        if YEARS.fullmatch(self._naming.carried.time_period) and not OF_YEARS.search(self._clause(asked)):
            return When(rule="period.not_of_years")
        if not self._naming.carried.time_period and asked.measure in ("level", "completion") and asked.stance == "actual":
            now = self._naming.now if ALREADY.search(self._clause(asked)) else None
            by_now = When(now, "anchored", "period.already") if now else NEVER
            return (self._spoken.counted_on(asked.sentence) or NEVER).by("period.counted") if by_now is NEVER else by_now
        return self._left_behind(asked) or self._naming.carried.by("period.carried")

    def _so_far(self, asked: Asked) -> When | None:
        """The part of the year that is over, of what has come about in a year planned for: 今年计划投资40亿元,共完成5亿元."""
        planned = self._spoken.planned and asked.stance == "actual" and COME_ABOUT.search(self._clause(asked)) is not None
        return self._spoken.so_far((self._published or "")[:4]) if planned or asked.measure == "completion" else None

    def _left_behind(self, asked: Asked) -> When | None:
        """Of what has come about by and by, told a paragraph or more behind a time: 先后引进…, 已引进…."""
        at = self._naming.carried_at
        if at < 0 or asked.measure not in ("level", "increment") or asked.stance != "actual":
            return None
        if self._document.sentence_at(at).paragraph == asked.sentence.paragraph:
            return None
        said = self._clause(asked)
        if "先后" in said:
            return When(rule="period.open")
        now = self._naming.now if ALREADY.search(said) else None
        return When(now, "anchored", "period.already") if now else None

    def _summed_up(self, asked: Asked) -> When | None:
        """The day that a paragraph counts up to, of what it sums up: 截至目前,…。云岭市已到位资金146亿元."""
        if asked.measure not in ("level", "share", "completion") or SO_FAR.search(self._clause(asked)) is None:
            return None
        counted = self._spoken.counted_on(asked.sentence)
        return counted.by("period.counted") if counted else None

    def _of_stock(self, asked: Asked) -> When:
        """What there is already is of the article's date; what it has come to, of the period spoken of."""
        said, carried = self._clause(asked), self._naming.carried
        if (counted := self._spoken.counted_on(asked.sentence)) and not self._is_bare_area(asked):
            return counted.by("period.counted")
        now = self._naming.now
        if (ALREADY.search(said) or NOW_HAS.search(said)) and not self._is_bare_area(asked):
            return When(now, "anchored", "period.already") if now else UNDATED
        risen = asked.measure == "level" and RISEN.search(said) and not YEARS.fullmatch(carried.time_period)
        return carried.by("period.carried") if risen else NEVER

    def _aimed_at(self, asked: Asked) -> When:
        """A trait has a period only where it is what will have come about by a time: 到2030年产能达到60万辆."""
        named = self.mentions(asked.sentence.start, asked.start)
        when = self.named(asked.sentence, asked.start)
        if not named or asked.code == "project_investment" or BUILT.match(self._document.text, named[-1].end):
            return NEVER
        aimed = asked.stance == "target" or named[-1].edge == "by"
        return when if when and aimed and is_future(when.time_period, self._published) else NEVER

    def _stands(self, asked: Asked) -> bool:
        """Whether what was done is told as what there is, in a text without a date: 已形成三大产业,落户项目416个."""
        said = self._document.text[asked.sentence.start : asked.start]
        return STANDS.search(said) is not None

    def _in_all(self, asked: Asked) -> bool:
        """Whether an act, or an investment in the ground, is summed up since the beginning: 累计引进项目300个."""
        if asked.measure != "level" or asked.stance != "actual":
            return False
        said = self._clause(asked)
        if RISEN.search(said):  # 新入驻企业7家,累计达到58家
            return False
        return "累计" in said and (asked.kind == "event" or is_stock(asked.code) or "基础设施" in said)

    def _year_of_plan(self, asked: Asked) -> When:
        """年度计划投资 is of a year: the one named, else the one that the text speaks of, else the article's own."""
        for when in (self.named(asked.sentence, asked.start), self.carried):
            if when and re.match(r"\d{4}(?!/)", when.time_period):
                return When(when.time_period[:4], when.period_basis, "period.year_of_plan")
        return When((self._published or "")[:4], "anchored", "period.year_of_plan") if self._published else NEVER

    def named_of(self, start: int, end: int) -> bool:
        """Whether [start, end) names a time of a figure behind it, and none by which something will be built."""
        text = self._document.text
        return any(m.kind not in ("day", "now") and BUILT.match(text, m.end, end) is None for m in self.mentions(start, end))

    def _clause(self, asked: Asked) -> str:
        start = max(self._document.clause_start(asked.start), asked.sentence.start)
        return self._document.text[start : asked.start]

    def _of_event(self, asked: Asked) -> When | None:
        """The period in an event's own name, which outranks its day (100个一季度开竣工项目); the day of a speaker's 今天."""
        self._occasions.see(asked.sentence)
        mentions = self.mentions(asked.start, max(asked.high, self._document.clause_end(asked.start)))
        named = [m for m in mentions if m.kind in PARTS]
        if named and NAMED_EVENT.match(self._document.text, named[0].end):
            return self.resolve(named[0], asked.sentence)
        before = [m for m in self.mentions(asked.sentence.start, asked.start) if m.kind != "day"]
        if before and before[-1].kind in PARTS and NAMED_CEREMONY.match(self._document.text, before[-1].end):
            return self.resolve(before[-1], asked.sentence)
        told = self._occasions.of_speech(asked) or self._occasions.of_that_day(asked) or self._occasions.of_this(asked)
        return told.when.by("period.occasion") if told else None

    def _up_to(self, asked: Asked, when: When) -> When | None:
        """A flow 截至11月底 runs from the year's first month; with 累计 or 已 it is of the day, as a stock is."""
        named = self.mentions(asked.sentence.start, asked.start)
        amount = asked.measure != "completion"
        if not amount or not named or not self._counts_up_to(asked, named[-1], when):
            return None
        if named[-1].kind == "quarter" and "-Q" in when.time_period:  # 截至三季度, without 末
            return When(months(int(when.time_period[:4]), 1, named[-1].last or 3), when.period_basis, "period.up_to")
        if not is_day(when.time_period):
            return None
        counted = is_stock(asked.code) or asked.code in ("land_released", "other")  # no statistic of a year's months
        this_year = any(m.offset == 0 for m in (named[:-1] if counted else named))
        summed = asked.measure in ("level", "increment") and SO_FAR.search(self._document.text, named[-1].end, asked.start)
        if summed and not this_year:
            return when
        year, month = int(when.time_period[:4]), int(when.time_period[5:7])
        whole = when.time_period == month_end(year, month)
        return When(months(year, 1, month) if whole else f"{year}-01-01/{when.time_period}", when.period_basis, "period.up_to")

    def _counts_up_to(self, asked: Asked, last: PeriodMention, when: When) -> bool:
        """Whether a time is an end that figures are counted up to: 截至6月底, and 至8月底 of what is over by then."""
        if last.edge == "asof":
            return True
        by = last.edge == "by" and last.kind == "month" and last.text[0] in "到至" and asked.stance == "actual"
        return by and self._published is not None and is_day(when.time_period) and when.time_period <= self._published

    def _reported(self, asked: Asked, when: When) -> bool:
        """Whether a day is only the one on which figures were told: 10月18日,在经济运行分析会上."""
        if not is_day(when.time_period):
            return False
        last = self.mentions(asked.sentence.start, asked.start)[-1:]
        return bool(last) and REPORT.match(self._document.text, last[0].end, asked.start) is not None

    def _year_end(self, asked: Asked, when: When) -> When | None:
        """A stock 至2024年末 is of that day, where the year is over."""
        last = self.mentions(asked.sentence.start, asked.start)[-1:]
        ends = bool(last) and last[0].kind == "year" and last[0].edge == "by" and any(c in last[0].text for c in "底末终")
        over = len(when.time_period) == len("2024") and when.time_period < (self._published or "9")[:4]
        return When(f"{when.time_period}-12-31", when.period_basis, "period.year_end") if ends and over else None

    def _is_deadline(self, asked: Asked, when: When) -> bool:
        """Whether the year's end is only until when something will be done: 年底前竣工27个 are of the year."""
        named = self.mentions(asked.sentence.start, asked.start)
        last = named[-1] if named else None
        counted = asked.measure in ("level", "increment") and not is_stock(asked.code)
        year = last is not None and last.edge == "by" and (last.kind == "year" or last.first == 12)
        return counted and year and when.time_period.endswith("-12-31")

    def _part_ended(self, asked: Asked, when: When) -> When | None:
        """The quarter or half whose end is named, of what is done by then: 一季度末,22个新建项目开工5个."""
        last = self.mentions(asked.sentence.start, asked.start)[-1:]
        ends = bool(last) and last[0].edge == "end" and last[0].kind in ("quarter", "half", "year")
        ends = ends and not (last[0].kind == "year" and asked.measure != "level")
        if not ends or is_stock(asked.code) or asked.code == "other" or not is_day(when.time_period):
            return None
        if last[0].kind == "year":  # 2012年底,实现产值40亿元
            return When(when.time_period[:4], when.period_basis, "period.part_ended")
        first, month = last[0].first or 1, int(when.time_period[5:7])
        return When(months(int(when.time_period[:4]), first, month), when.period_basis, "period.part_ended")

    def _not_of_year_end(self, asked: Asked, when: When) -> When | None:
        """The year of a flow that follows a stock of its end: 2006年,…;年末从业人员573.7万人,出口创汇1360.9亿美元."""
        if not when.time_period.endswith("-12-31") or asked.is_stock or asked.code == "other":
            return None
        if asked.measure not in ("level", "growth"):
            return None
        years = [m for m in self.mentions(asked.sentence.start, asked.start) if m.kind == "year" and not m.edge]
        year = self.resolve(years[-1], asked.sentence) if years else NEVER
        return year if year.time_period == when.time_period[:4] else None

    def _of_named(self, asked: Asked, when: When) -> When:
        """The period that the sentence names, unless the figure is none that such a period is said of."""
        if when.rule == "period.now" and (own := self._of_now(asked, when)) is not None:
            return own
        return self._stock_of(asked, when) if asked.is_stock else self._act_of(asked, when)

    def _of_now(self, asked: Asked, when: When) -> When | None:
        """What 目前 says nothing of: an area, what projects come to; and what is completed by now, of the months reported."""
        if self._is_bare_area(asked):
            return When(rule="period.area_now")
        told = asked.measure == "completion" or (asked.measure == "growth" and not is_stock(asked.code))
        if told and (so_far := self._spoken.so_far(when.time_period[:4])):
            return so_far
        last = self.mentions(asked.sentence.start, asked.start)[-1:]
        counted = bool(last) and last[0].text.startswith(("截", "到"))  # 截至目前: counted up to the day
        return NEVER if asked.code == "projects_total_investment" and not counted else None

    def _is_bare_area(self, asked: Asked) -> bool:
        """Whether a figure is an area that nothing says has come about: a fixed trait, of no day also after 目前."""
        return asked.code.startswith("area_") and not STOCK_NOW.search(self._document.text, asked.sentence.start, asked.start)

    def _stock_of(self, asked: Asked, when: When) -> When:
        """Of a stock: a day or a year; a run of years that has begun says nothing of it, and 现有 is now."""
        if NOW_HAS.search(self._clause(asked)) and not self._is_bare_area(asked):
            return When(self._naming.now, "anchored", "period.now_has") if self._naming.now else UNDATED
        run = YEARS.fullmatch(when.time_period)
        if run and run[1] <= (self._published or "9")[:4]:
            return NEVER
        return self._year_end(asked, when) or when

    def _act_of(self, asked: Asked, when: When) -> When:  # noqa: PLR0911 - one a rule
        """Of an event or a flow: a day only where it was done on it, or where nothing longer is spoken of."""
        if year := self._not_of_year_end(asked, when):
            return year
        if ended := self._part_ended(asked, when):
            return ended
        if self._is_deadline(asked, when):
            return When(when.time_period[:4], when.period_basis, "period.deadline")
        if is_stock(asked.code) and asked.measure != "increment":  # 截至2月底新设立企业3999家: counted up to the day
            return when
        if asked.kind == "event" or (asked.code in EVENTS and asked.measure == "share"):
            return self._naming.carried.by("period.carried") if self.carried and self._reported(asked, when) else when
        if when.rule == "period.now" and asked.measure == "level" and self._is_by_now(asked):
            return when
        if when.rule != "period.now" and (up_to := self._up_to(asked, when)):
            return up_to
        if asked.code not in EVENTS and not is_statistical(when.time_period) and self.carried:
            later = self.carried.time_period[:4] < when.time_period[:4]  # 截至今年5月底 after a paragraph on last year
            return when if later and not self._reported(asked, when) else self._naming.carried.by("period.carried")
        return when

    def _is_by_now(self, asked: Asked) -> bool:
        """Whether a figure is what has been put into works by now, or what something is today.

        截至目前已完成投资20亿元; 从搬迁前的2亿元增长到现在的7亿元.
        """
        last = self.mentions(asked.sentence.start, asked.start)[-1:]
        if last and self._document.text[last[0].end : asked.start] in ("的", "的近", "的约", "的超"):
            return True
        return bool(last) and SPENT.search(self._document.text, last[0].end, asked.start) is not None

    def leave(self, sentence: Sentence) -> None:
        """At a sentence's end: note its ceremony, and what the text now speaks of."""
        self._occasions.see(sentence)
        self._spoken.leave(sentence)
