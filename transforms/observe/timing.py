"""When a figure holds: the period its sentence names, else the one that the text has been speaking of."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Literal, NamedTuple

from transforms.observe.document import Document, Sentence
from transforms.periods import PeriodMention, resolve, scan
from transforms.repair import fold

# What a thing is, not what it did: no period, even after 目前.
OF_A_NAME = re.compile(r"[为对]$")  # 为2023年第四批项目动员
NOW_HAS = re.compile(r"现有|现已|现拥有")
ALREADY = re.compile(r"已(?!连续|成为)|曾经")
NAMED_EVENT = re.compile(r"[^,;。]{0,12}(?:开工|竣工|开竣工|签约|集中|项目)")
# 全年目标任务 is a plan, 三月节 a name.
# 今年最后一场, 去年12月封关运行的综合保税区: periods that tell a thing from others.
NOT_OF_THE_FIGURE = re.compile(
    r"的?最[高好大快低]|(?:度)?盘子|”?的[\d.]+倍|[\u4e00-\u9fff]{0,3}基数|(?:度)?的?(?:目标|任务|计划|预算|预期|指标)[^,;。:]{0,6}?的?(?:约|近|超)?\d+(?:\.\d+)?%|节|杯|最后|首[个批场]|第[一二三四五六\d]|"
    r"[\u4e00-\u9fff]{0,6}(?:运行|成立|设立|落户|获批|投产|开工|启动|挂牌|建成|封关|升级|注册)的"
)
# 2006年经省政府批准为…, 2013年升级为国家高新区: what befell the park, where no figure follows in the clause.
FOUNDED = re.compile(
    r"[^,;。:\d]{0,20}?(?:批准|批复|同意|获批|升格|升级|晋升|晋级|成立|设立|组建|挂牌|揭牌|建区|建园|建成(?=的?园区|开)|封关|启动建设|开工建设|开始建设|"
    r"开发建设|动工|奠基|创建|始建|筹建|更名|命名|认定|评为|列为|确定为|纳入)"
)
FOUNDED_IN = re.compile(r"(?:始建|成立|创建|设立|组建|兴建|筹建|创办|创立|建成|诞生|起步|启动|获批|开园|封关|奠基)[于自]$")
CEREMONY = re.compile(r"举行|举办|召开|仪式|集中(?:开工|签约|竣工)")
HALF_YEAR = re.compile(r"半年报|半年考|半年度|年中")
EVENTS = {
    "projects_signed",
    "projects_signed_investment",
    "projects_started",
    "projects_completed",
    "projects_total",
    "projects_total_investment",
    "service_events",
    "projects_planned_investment",
    "project_start_rate",
}
SINGLE_MONTH = re.compile(r"\d月(?:份)?(?:当月|单月)")
BUILT = re.compile(r"[^,;。]{0,10}(?:建成|投产|竣工|完工|投用|投运|交付|达产)")
STOCK_NOW = re.compile(r"截[至止]|已|达到")
FIXED = {"area_planned", "area_total", "shoreline", "project_capacity", "project_investment"}
STOCKS = {
    "enterprises_total",
    "enterprises_ads_industrial",
    "enterprises_listed",
    "enterprises_hightech",
    "enterprises_srdi_giant",
    "enterprises_srdi",
    "enterprises_gazelle",
    "enterprises_unicorn",
    "enterprises_tech_sme",
    "enterprises_large_taxpayer",
    "foreign_enterprises",
    "fortune500_enterprises",
    "population",
    "employees",
    "talents",
    "patents",
    "innovation_platforms",
    "area_built",
    "fund_size",
    "other",
    "projects_under_construction",
    "projects_negotiating",
}


class When(NamedTuple):
    """A period, where it is from, and the rule that gave it."""

    time_period: str = ""
    period_basis: Literal["stated", "anchored", "none"] = "none"
    rule: str = "period.none"


NEVER = When()
DAY = re.compile(r"\d{4}-\d\d-\d\d")
YEARS = re.compile(r"(\d{4})/\d{4}")
NEARBY = 200  # mentions that 当月 looks back over at most


class Asked(NamedTuple):
    """The figure whose period is asked for: where it starts, where its clause ends, and what it is.

    ``flow`` says that a word makes a flow of what else is a stock (新入统, 新增), ``amount`` that it is money or a mass.
    """

    sentence: Sentence
    start: int
    high: int
    code: str
    measure: str
    flow: bool
    amount: bool

    @property
    def is_stock(self) -> bool:
        """Whether it is what there is at a time, not what was done in one."""
        if self.code == "other" and self.measure != "level":
            return False
        if self.code not in STOCKS or self.measure not in ("level", "share", "rank") or self.flow:
            return False
        return not (self.code == "other" and self.amount)


class Timing:
    """Keeps the period that the text speaks of, from sentence to sentence."""

    def __init__(self, document: Document, published: str | None) -> None:
        """``published`` anchors 今年 and 1至6月."""
        self._document, self._published = document, published
        self._usable = [m for m in document.periods if self._can_be_meant(m)]
        self._starts = [m.start for m in self._usable]
        self._resolved: dict[tuple[int, int], tuple[When, When]] = {}
        self._carried = NEVER
        self._carried = self._of_title()
        self._event_day = NEVER  # the day of a ceremony that the paragraph tells of
        self._event_paragraph = -1
        self._headed = False  # whether the carried period stands at the head of a list

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
            when = self.named(sentence, sentence.end)
            if when is None or when.rule == "period.now" or is_future(when.time_period, self._published):
                continue
            if is_statistical(when.time_period) and not self._of_works(sentence, when):
                return When(when.time_period, when.period_basis, "period.lead")
        return NEVER

    @property
    def carried(self) -> When | None:
        """The period that the text has been speaking of."""
        return self._carried if self._carried.time_period else None

    def of_text(self, text: str) -> When | None:
        """The period that a column's head names."""
        for mention in scan(text):
            if mention.kind not in ("comparison", "vague", "now", "same"):
                period = resolve(mention, self._published)
                if period.time_period:
                    return When(period.time_period, period.period_basis, "period.column")
        return None

    def mentions(self, start: int, end: int) -> list[PeriodMention]:
        """The periods named in [start, end) that a figure can be of, none that it is compared with."""
        found = self._usable[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        while found and found[-1].end > end:
            found.pop()
        return found

    def _can_be_meant(self, m: PeriodMention) -> bool:
        text = self._document.text
        return (
            (m.kind not in ("comparison", "vague") or self._counts_back(m))
            and not (m.kind == "year" and OF_A_NAME.search(text, max(0, m.start - 2), m.start))
            and not NOT_OF_THE_FIGURE.match(text, m.end)
            and text[m.start - 1 : m.start] not in ("较", "比")
            and not self._founding(m)
        )

    def _counts_back(self, mention: PeriodMention) -> bool:
        """Whether 三年来 or 五年间 tells how many years; 近三年 and 近年来 are left open."""
        told = 1 < (mention.count or 0) < 10 and mention.text[0] not in "近最"
        return mention.kind == "vague" and told and self._published is not None

    def _years_past(self, mention: PeriodMention) -> When:
        """The years up to the article's: said late in a year, that year is one of them."""
        year, month = int((self._published or "0")[:4]), (self._published or "")[5:7]
        late = month in ("11", "12")
        return When(f"{year - (mention.count or 0) + late}/{year}", "anchored", "period.years_past")

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
        if known is None or known[0] is not self._carried:  # what is carried may settle the year
            known = self._resolved[key] = (self._carried, self._resolve(mention, sentence))
        return known[1]

    def _resolve(self, mention: PeriodMention, sentence: Sentence) -> When:
        if mention.kind == "same":
            return self._same(mention, sentence)
        if mention.kind == "vague":
            return self._years_past(mention)
        year = None
        if mention.year is None and mention.offset is None:
            year = self._year_said(self.mentions(sentence.start, mention.start))
            carried = self._carried.time_period[:4]
            if (
                year is None
                and carried
                and carried >= "2000"
                and (self._published is None or (mention.text.startswith(("全年", "年末", "年底")) and self._last_year(carried)))
            ):
                year = int(carried)
        period = resolve(mention, self._published, year=year)
        return When(period.time_period, period.period_basis, f"period.{mention.kind}")

    def _same(self, mention: PeriodMention, sentence: Sentence) -> When:
        """同期 is the period named before; 当月 the month of the day named before."""
        month = "月" in mention.text
        since = self._document.sentences[0].start if month else sentence.start
        first, last = (bisect_left(self._starts, at) for at in (since, mention.start))
        before = next((m for m in reversed(self._usable[max(first, last - NEARBY) : last]) if m.kind != "same"), None)
        if before is None:
            return self._carried
        when = self.resolve(before, sentence)
        day = re.fullmatch(r"(\d{4}-\d\d)-\d\d", when.time_period)
        return When(day[1], when.period_basis, "period.same_month") if month and day else when

    def _year_said(self, mentions: list[PeriodMention]) -> int | None:
        """The year that the last of some mentions names, by number or as 去年."""
        for mention in reversed(mentions):
            if mention.year is not None:
                return mention.year
            if mention.offset is not None and self._published:
                return int(self._published[:4]) + mention.offset
            if mention.kind == "months" and mention.offset is None:  # 1-12月…,全年…: one year
                period = resolve(mention, self._published).time_period
                return int(period[:4]) if period[:4].isdigit() else None
        return None

    def _only_first(self, mention: PeriodMention, end: int) -> bool:
        """Whether a period is of the figure right behind it alone: 由2021年的320万元提到410万元."""
        text = self._document.text
        if text[mention.start - 1 : mention.start] not in ("从", "由") or not text.startswith("的", mention.end):
            return False
        return any(q.role == "figure" and q.end < end for q in self._document.quantities_between(mention.end, end))

    def named(self, sentence: Sentence, end: int, *, aside: bool = False) -> When | None:
        """The last period that the sentence names before ``end``, where it can be resolved.

        A sentence that a line's edge has cut off from its start is looked at with what stands before the edge.
        """
        text = self._document.text
        for mention in reversed(self.mentions(sentence.start, end)):
            if self._only_first(mention, end):
                continue
            if aside and text[mention.start - 1 : mention.start] == "而":
                continue
            when = self.resolve(mention, sentence)
            if when.time_period:
                return when
        torn = self._document.torn_from(sentence)
        return self.named(torn, torn.end) if torn else None

    def _last_year(self, year: str) -> bool:
        """Whether an article of the first months looks back on ``year``."""
        published = self._published or ""
        return published[:4].isdigit() and int(published[:4]) - 1 == int(year) and (published[5:7] or "01") <= "03"

    def at(self, asked: Asked) -> When:  # noqa: PLR0911 - one a rule
        """The period of a figure."""
        if asked.code in FIXED and asked.measure == "level":
            return NEVER
        event = self._event(asked) if asked.measure == "level" and asked.code in EVENTS else None
        if event is not None:
            return event
        when = self.named(asked.sentence, asked.start)
        if when is not None:
            return self._of_named(asked, when)
        if self._published is None and any(m.offset is not None for m in self.mentions(asked.sentence.start, asked.start)):
            return NEVER  # 今年一季度, where nothing tells which year it is
        after = self.mentions(asked.start, asked.high) if asked.measure == "level" else []
        if after and (when := self.resolve(after[0], asked.sentence)).time_period:
            return When(when.time_period, when.period_basis, "period.after")
        ceremony = asked.code in EVENTS and self._event_paragraph == asked.sentence.paragraph
        if ceremony and not self.carried:
            return When(self._event_day.time_period, self._event_day.period_basis, "period.ceremony")
        if asked.is_stock and not self._headed:
            said = self._clause(asked)
            if self._published and (ALREADY.search(said) or NOW_HAS.search(said)):
                return When(self._published, "anchored", "period.already")
            return NEVER
        return self._carry()

    def _carry(self) -> When:
        carried = self._carried
        return When(carried.time_period, carried.period_basis, "period.carried") if carried.time_period else NEVER

    def _clause(self, asked: Asked) -> str:
        start = max(self._document.clause_start(asked.start), asked.sentence.start)
        return self._document.text[start : asked.start]

    def _event(self, asked: Asked) -> When | None:
        """The period in an event's own name, which outranks its day: 100个一季度开竣工项目."""
        mentions = self.mentions(asked.start, max(asked.high, self._document.clause_end(asked.start)))
        named = [m for m in mentions if m.kind in ("quarter", "half", "months")]
        if named and NAMED_EVENT.match(self._document.text, named[0].end):
            return self.resolve(named[0], asked.sentence)
        return None

    def _not_of_year_end(self, asked: Asked, when: When) -> When | None:
        """The year of a flow that follows a stock of its end: 2006年,…;年末从业人员573.7万人,出口创汇1360.9亿美元."""
        if not when.time_period.endswith("-12-31") or asked.is_stock or asked.code == "other":
            return None
        if asked.measure not in ("level", "growth"):
            return None
        years = [m for m in self.mentions(asked.sentence.start, asked.start) if m.kind == "year" and not m.edge]
        return self.resolve(years[-1], asked.sentence) if years else None

    def _of_named(self, asked: Asked, when: When) -> When:  # noqa: PLR0911 - one a rule
        """The period that the sentence names, unless the figure is none that such a period is said of."""
        now, text = when.rule == "period.now", self._document.text
        if now and asked.code.startswith("area_") and not STOCK_NOW.search(text, asked.sentence.start, asked.start):
            return NEVER
        if asked.is_stock and self._published and NOW_HAS.search(self._clause(asked)):
            return When(self._published, "anchored", "period.now_has")
        if year := self._not_of_year_end(asked, when):
            return year
        run = YEARS.fullmatch(when.time_period)
        if asked.is_stock and run and run[1] <= (self._published or "9")[:4]:
            return NEVER
        if now and asked.code == "projects_total_investment":
            return NEVER
        if not asked.is_stock and asked.code not in EVENTS and not is_statistical(when.time_period) and self.carried:
            later = self.carried.time_period[:4] < when.time_period[:4]  # 截至今年5月底 after a paragraph on last year
            return when if later else self._carry()
        return when

    def leave(self, sentence: Sentence) -> None:
        """At a sentence's end: remember its last period of a statistic (a year, half, quarter, or run of months)."""
        when = self.named(sentence, sentence.end, aside=True)
        if when is not None:
            mentions = self.mentions(sentence.start, sentence.end)
            self._headed = sum(m.end - m.start for m in mentions) + 4 >= sentence.end - sentence.start
        if when is None or when.rule == "period.now":
            return
        if is_statistical(when.time_period) and not SINGLE_MONTH.search(self._document.text, sentence.start, sentence.end):
            if not self._of_works(sentence, when):
                self._carried = when
        elif CEREMONY.search(self._document.text, sentence.start, sentence.end):
            self._event_day, self._event_paragraph = when, sentence.paragraph

    def _of_works(self, sentence: Sentence, when: When) -> bool:
        """Whether a period to come is only when something will be built: 预计于2026年8月建成."""
        last = self.mentions(sentence.start, sentence.end)[-1:]
        if not last:
            return False
        text = self._document.text
        if is_future(when.time_period, self._published) and BUILT.match(text, last[0].end):
            return True
        figures = [q for q in self._document.quantities_between(last[0].end, sentence.end) if q.role == "figure"]
        return not figures and FOUNDED.match(text, last[0].end) is not None


def is_statistical(time_period: str) -> bool:
    """Whether a period is one that statistics are of: no single day."""
    return len(time_period) != len("2025-08-06") or DAY.fullmatch(time_period) is None


def is_future(time_period: str, published: str | None) -> bool:
    """Whether a period begins after the article, as far as its date is known."""
    if not time_period or not published:
        return False
    first = time_period.partition("/")[0]
    year, _, rest = first.partition("-")
    if year[:4] != published[:4]:
        return year[:4] > published[:4]
    month = {"S1": 1, "S2": 7, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10}.get(rest[:2]) or (int(rest[:2]) if rest[:2].isdigit() else 1)
    return len(published) >= 7 and month > int(published[5:7])


def is_past(time_period: str, published: str | None) -> bool:
    """Whether a period's year is over when the article appears."""
    last = time_period.rpartition("/")[2]
    return bool(time_period and published) and last[:4] < (published or "")[:4]
