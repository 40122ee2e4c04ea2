"""The ceremonies and fairs that a text tells of, with their days: what was signed and begun there is of that day."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.observe.document import Document, Sentence
from transforms.observe.timing.kinds import Asked
from transforms.observe.timing.naming import Naming
from transforms.observe.timing.when import NEVER, When, is_ahead, is_day, is_future
from transforms.observe.timing.words import ACT
from transforms.periods import PeriodMention

CEREMONY = re.compile(  # first what it can begin with: looked for at each place of a text
    r"(?=[签开竣奠动投揭集同破正隆相洽推招博交恳对经迎举启促大峰论])"
    rf"(?:{ACT}(?:暨[^,;。]{{0,8}})?(?:仪式|活动|大会|会|现场)|集中{ACT}|(?:同时|同步|破土|正式|隆重|相继){ACT}|动员(?:大会|会)|"
    r"(?:洽谈|推介|招商|投洽|博览|交易|恳谈|对接|经洽|经贸|投资贸易|交流|推进)(?:大|峰)?会|"
    r"促进(?:大|峰)?会|(?:大会|峰会|论坛)(?:在[^,;。]{0,16})?(?:举行|举办|开幕|启幕|召开)|"
    rf"(?:举行|举办|迎来|启动)[^,;。]{{0,24}}{ACT}|签(?:下|约|订|署))"
)
# Words by which a figure refers back to the occasion.
REFERS = re.compile(
    r"现场|当[天日场]|同[日天]|(?:会|会议|仪式|活动|洽谈会|大会)(?:[上中]|期间)|[本此这首][次届批]|(?:参与|参加|与会)|"
    r"(?:今天|今日|昨天|昨日)"
)


# 二季度集中开工: the name of an event, which outranks its day.
PARTS = ("quarter", "half", "months")
NAMED_EVENT = re.compile(r"[^,;。]{0,12}(?:开工|竣工|开竣工|签约|集中|项目)")
# 2021年第一季度第三批项目集中开工活动, 2019年集中签约活动: a ceremony's own name.
NAMED_WHOLE = re.compile(
    rf"(?:第[一二三四五六七八九十\d]+[批次]|[^,;。\d“”]){{0,16}}?(?:集中)?{ACT}[^,;。]{{0,8}}?(?:仪式|活动|动员|$)"
)
NAMED_CEREMONY = re.compile(rf"[^,;。]{{0,20}}?{ACT}(?:仪式|活动|动员)")
FAIR = re.compile(
    r"(?<!\d)(20\d\d)年?(?![家个户项亩万亿元])[^,;。\d]{0,20}?(?:洽谈|推介|招商|投洽|博览|交易|恳谈|对接|经洽|经贸|投资)(?:大|峰)?会"
)
DAYS = re.compile("[至到~—-]|、")  # a fair of some days is of its year: 2012…博览会于9月5日至8日
IN_ALL = re.compile(r"累计|历年|现有|总数|先后")  # more than one day's


THIS = re.compile(r",[^。;]{0,12}?(?:[本此这][次批届]|(?:会|仪式|活动)上|现场)")


class Occasion(NamedTuple):
    """A ceremony: when it was, nothing where the text leaves its day open; and up to where the text tells of it."""

    when: When
    told_at: int


class Occasions:
    """Keeps the last occasion that the text has told of."""

    def __init__(self, document: Document, naming: Naming) -> None:
        """Begin with none."""
        self._document, self._naming = document, naming
        self.last: Occasion | None = None
        self._seen: Sentence | None = None

    def see(self, sentence: Sentence) -> None:
        """Note the ceremony that a sentence tells of, once."""
        if sentence is self._seen:
            return
        self._seen = sentence
        text = self._document.text
        if CEREMONY.search(text, sentence.start, sentence.end) is None:
            return
        mentions = self._naming.mentions(sentence.start, sentence.end)
        resolved = [(m, self._naming.resolve(m, sentence)) for m in mentions if m.kind in ("day", "same")]
        # A speaker's 今天 is the day of the occasion that has been told of.
        days = [(m, when) for m, when in resolved if is_day(when.time_period) and not (self.last and m.days_off == 0)]
        days = [(m, when) for m, when in days if not is_ahead(when.time_period, self._naming.published)] or days
        if days and days[0][0].kind == "same" and self._is_outranked():
            return
        own = self._own_name(sentence)
        named = self._naming.resolve(own, sentence) if own else NEVER
        fair = FAIR.search(text, sentence.start, sentence.end)
        if days and fair and DAYS.search(days[0][0].text):
            self.last = Occasion(When(fair[1], "stated", "period.year"), self._told_at(sentence, days[0][0]))
        elif days:
            part = own is not None and own.kind in PARTS and named.time_period
            self.last = Occasion(named if part else days[0][1], self._told_at(sentence, days[0][0]))
        elif own is not None and named.time_period:
            self.last = Occasion(named, self._told_at(sentence, own))
        elif self._naming.published is None and not resolved and fair:
            self.last = Occasion(When(fair[1], "stated"), sentence.end)  # all that is known of its day
        elif resolved and resolved[-1][0].kind == "same" and not resolved[-1][1].time_period:  # 同日, after 近日
            self.last = Occasion(NEVER, self._told_at(sentence, resolved[-1][0]))
        elif not resolved and (vague := self._undated(sentence)):
            self.last = Occasion(NEVER, self._told_at(sentence, vague))

    def _told_at(self, sentence: Sentence, day: PeriodMention) -> int:
        """The sentence's end, where no figure of another period stands in it: 3月11日,把今年重大项目集中签约放在一起办."""
        figures = [q for q in self._document.quantities_between(day.end, sentence.end) if q.role == "figure"]
        return day.start if figures else sentence.end

    def _own_name(self, sentence: Sentence) -> PeriodMention | None:
        """The quarter, half or year in a ceremony's own name."""
        text = self._document.text
        told = self._document.periods_between(sentence.start, sentence.end)
        named = [m for m in told if m.kind in (*PARTS, "year") and not m.edge]
        part = (m for m in named if m.kind in PARTS and (NAMED_EVENT.match(text, m.end) or NAMED_WHOLE.match(text, m.end)))
        whole = (m for m in named if m.year is not None and NAMED_WHOLE.match(text, m.end))
        return next(part, None) or next(whole, None)

    def _undated(self, sentence: Sentence) -> PeriodMention | None:
        """日前, 近日: a time that leaves the day open."""
        vague = (m for m in self._document.periods_between(sentence.start, sentence.end) if m.kind == "vague" and not m.count)
        return next(vague, None)

    def of(self, asked: Asked) -> Occasion | None:
        """The occasion that an event is of: the last told of, where no period was named since, or its sentence refers to it."""
        last = self.last
        if last is None or asked.stance == "target" or is_ahead(last.when.time_period, self._naming.published):
            return None
        text = self._document.text
        if REFERS.search(text, asked.sentence.start, asked.start):
            return self._again(asked)
        clause = max(self._document.clause_start(asked.start), asked.sentence.start)
        in_all = IN_ALL.search(text, clause, asked.start)
        carried = self._naming.carried.time_period
        since = last.told_at > self._naming.carried_at or is_future(carried, self._naming.published)
        return last if since and in_all is None else None

    def of_this(self, asked: Asked) -> Occasion | None:
        """The occasion that 本次 takes up behind a time of its clause's background: 今年以来,…,本次签约项目20个."""
        named = self._naming.mentions(asked.sentence.start, asked.start)
        if not named or self.last is None or not self.last.when.time_period or named[-1].kind == "day":
            return None
        return self._again(asked) if THIS.search(self._document.text, named[-1].end, asked.start) else None

    def _again(self, asked: Asked) -> Occasion | None:
        """The last occasion, which a figure's sentence has taken up again: what follows is of it too."""
        if self.last is not None and self.last.when.time_period:
            self.last = Occasion(self.last.when, asked.sentence.end)
        return self.last

    def of_that_day(self, asked: Asked) -> Occasion | None:
        """The ceremony that 当日 takes up, where its own name outranks its day: 三季度产业项目集中开工…。当日,4个项目开工."""
        named = self._naming.mentions(asked.sentence.start, asked.start)
        that_day = bool(named) and named[-1].kind == "same" and named[-1].text[-1] in "天日"
        return self.last if that_day and self._is_outranked() else None

    def _is_outranked(self) -> bool:
        """Whether the last ceremony's own name outranks its day."""
        last = self.last.when.time_period if self.last is not None else ""
        return last != "" and not is_day(last)

    def of_speech(self, asked: Asked) -> Occasion | None:
        """The occasion whose speaker says 今天: one that an earlier sentence has dated, before the article."""
        named = self._naming.mentions(asked.sentence.start, asked.start)
        today = bool(named) and named[-1].days_off == 0
        return self.last if today and self.last is not None and self.last.told_at <= asked.sentence.start else None
