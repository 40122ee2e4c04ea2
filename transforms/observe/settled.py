"""The stance of a figure, settled once it is known what it is of, whose it is and when it holds."""

from __future__ import annotations

import re
from itertools import takewhile

from parkwatch.records import Stance
from transforms.observe.document import Document, Sentence
from transforms.observe.finding import Finding
from transforms.observe.goals import is_goal, opens_list
from transforms.observe.model import Draft, Subject
from transforms.observe.sections import Sections
from transforms.observe.timing import Timing, is_future, is_past

# What a project is expected to bring, where the text has been speaking of one.
OF_PROJECTS = {
    "operating_revenue",
    "tax_revenue",
    "industrial_output",
    "invoiced_sales",
    "employees",
    "project_capacity",
    "exports",
    "enterprise_profit",
    "other",
}
AIMS = {"力争", "争取", "确保", "冲刺", "目标"}  # what a project's owner says of himself
BENT = {f"stance.{word}" for word in AIMS} | {"stance.goals_go_on"}  # rules of what a paragraph is bent on
IN_VIEW = {"瞄准", "锚定", "奋力", "部署", "要求", "任务"}  # what is kept in view while something else is told
PLANNED = {"计划", "拟", "打算", "谋划"}
OPENERS = {"目标", "任务", "目标任务", "预期目标", "发展目标", "奋斗目标", "盘子", "预期"}
PARTS = re.compile(r"[“\s]*(?:其中|包括)")
DONE_YEAR = re.compile(r"去年|上年|\d年|已")
DONE_BY_NOW = re.compile(r"已经?(?:累计)?完成|已达")
TO_BUILD = re.compile(r"(?:规划|拟|设计)(?:总)?(?:新|改|扩|兴)?(?:建设?|建筑)[^,;。\d]{0,10}$")
PLANNED_SITE = re.compile(r"规划(?:总)?(?:用地|占地|面积|建设)|(?:计划|预计|规划)?总投资|拟(?:用|占)地")
BUILT_BY_NOW = re.compile(r"已|建成|竣工|投用|投入使用|现有|完工|累计|入驻|出租|开发面积")
EXPECTED = re.compile(r"\((?:预计|预期|预计数|预测)(?:值|数)?(?P<all>[,、]?(?:以)?下同)?\)")
BIDDING = re.compile(
    r"\s*(?:引进|新建|建成|培育|加快|实施|推进|新增|打造|建设|力促|招引|完成|新开工|新签约|盘活|组织|开展|申报|创建)"
)
# 目前已形成炼铁900万吨、炼钢1200万吨的年生产能力, 产能已达到60万辆: what it can make today.
REACHED = re.compile(
    r"(?:已经?|现已|目前)(?:形成|具备|拥有)[^;。]*$|(?<!年)(?<!划)(?<!计)(?:产能|能力)(?:规模)?(?:已经?|正式|稳定|现已)*达到?[约近超逾]*$|"
    r"(?:产能|能力)(?:规模)?(?:已经?|正式|稳定|现已)+(?:达到?|为)[约近超逾]*$"
)
PLANNED_TO_MAKE = re.compile(r"(?:规划|设计|计划)年产[^;。]*(?:产值|销售|营收|税收|开票|可)")
TO_HAVE = re.compile(r"规划|计划|设计|预计|拟|将")
OVER = re.compile(r"去年|上年|已|截[至止]|目前|现有|连续|累计完成|荣获|获批|\d月底?,")
BUILDS = re.compile(r"打造|建设(?!了)|重点发展|着力|大力发展|培育(?!了)|加快|努力|全力|规划")
YEAR = 4  # characters of a period that is a year


class Settled:
    """Settles stances in the text's order; remembers where a list of goals began."""

    def __init__(self, document: Document, timing: Timing, published: str | None, drafts: list[Draft]) -> None:
        """``drafts`` are those written so far, ``published`` the article's date as far as it is known."""
        self._document, self._timing, self._published, self._drafts = document, timing, published, drafts
        self._goals_since: Sentence | None = None
        self._sections = Sections(document)
        self._expected = ""  # the year whose figures are all said to be expected ones

    def stance(  # noqa: PLR0911 - one a rule
        self, found: Finding, who: Subject, said: tuple[Stance, str], time_period: str
    ) -> tuple[Stance, str]:
        """The stance of a figure and the rule that gave it; ``said`` is what its sentence's words gave, and by which word."""
        stance, word = said
        if found.measured.measure in ("level", "increment") and is_goal(self._document, found.quantity, found.window.low):
            return "target", "stance.goal"
        if found.what.code == "projects_planned_investment" and found.measured.measure != "completion":
            return "target", "stance.planned"
        if found.what.rule == "capacity.in_name":
            return "design", "stance.of_name"
        if self._aims_no_more(stance, word, time_period):
            stance, word = "actual", ""
        if stance == "actual" and self._is_expected(found, time_period):
            return "forecast", "stance.expected"
        if found.measured.measure in ("level", "increment") and self._is_design(found, who, stance):
            return "design", "stance.trait"
        if stance in ("actual", "target") and word not in AIMS and self._is_planned_area(found):
            return "design", "stance.planned_area"
        if stance == "actual":
            return self._unless_to_come(found, who, word, time_period)
        return self._as_aimed(found, who, (stance, word), time_period)

    def _as_aimed(self, found: Finding, who: Subject, said: tuple[Stance, str], time_period: str) -> tuple[Stance, str]:
        """A target, unless it is what a project is planned as or is expected to bring."""
        stance, word = said
        if stance == "target" and found.what.code == "project_capacity" and word in PLANNED:
            return "design", "stance.planned_capacity"
        of_works = who.kind == "project" and found.quantity.unit_measure == "M2"
        if stance == "target" and of_works and word not in AIMS and found.measured.measure == "level":
            return "design", "stance.trait"
        if stance == "target" and who.kind == "project" and found.what.code in OF_PROJECTS and word not in AIMS:
            return "forecast", "stance.of_project"
        self._note_goals(found, word)
        if stance == "target" and word == "将" and self._is_years_end(time_period):
            return "forecast", "stance.years_end"
        return stance, f"stance.{word}"

    def _unless_to_come(  # noqa: PLR0911 - one a rule
        self, found: Finding, who: Subject, word: str, time_period: str
    ) -> tuple[Stance, str]:
        """Actual, unless the time, the carrier, the whole or the list that the figure stands in is to come."""
        if self._not_yet(found, time_period):
            return "target", "stance.year_not_over"
        if is_future(time_period, self._published):
            return "forecast" if who.kind == "project" else "target", "stance.future"
        if found.carrier is not None and found.carrier.stance != "actual" and not self._done_by_now(found):
            return found.carrier.stance, "stance.of_level"
        if who.kind == "project" and found.what.code in OF_PROJECTS and self._planned_to_make(found):
            return "forecast", "stance.of_project"
        if not word and self._published is None and self._by_then(found):
            return "target", "stance.by_then"
        if not word and (aimed := self._as_whole(found)):
            return aimed, "stance.of_whole"
        if not word and self._goals_go_on(found, time_period):
            return "target", "stance.goals_go_on"
        return "actual", f"stance.{word}" if word else "stance.actual"

    def _aims_no_more(self, stance: Stance, word: str, time_period: str) -> bool:
        """Whether an aim is told of what is over: 年内 of a yearbook, and what was kept in view while something was done."""
        if word == "年内" and (self._published is None or is_past(time_period, self._published)):
            return True
        return stance == "target" and word in IN_VIEW and self._is_over(time_period)

    def _is_years_end(self, time_period: str) -> bool:
        """Whether a figure is of the year that ends as the article appears: said in December, 将达到 is an estimate."""
        published = self._published or ""
        return time_period == published[:YEAR] and published[5:7] in ("11", "12")

    def _is_over(self, time_period: str) -> bool:
        """Whether a period has ended by the article's year, and is no plan for that year as a whole."""
        last = time_period.rpartition("/")[2][:YEAR]
        return bool(self._published and last) and (last < (self._published or "")[:YEAR] or "/" in time_period)

    def _planned_to_make(self, found: Finding) -> bool:
        """Whether what a project is planned to make stands before a figure: 规划年产电机25万台,年产值15亿元."""
        said = found.quantity.unit_measure != "NUM" and found.measured.measure == "level"
        planned = PLANNED_TO_MAKE.search(self._document.text, found.window.sentence.start, found.quantity.start)
        return said and planned is not None and not self._timing.mentions(planned.start(), found.quantity.start)

    def _by_then(self, found: Finding) -> bool:
        """Whether a text without a date tells what is to be built up by a year: 打造铝材基地,到2018年实现收入460亿元."""
        text, sentence = self._document.text, found.window.sentence
        named = self._timing.mentions(sentence.start, found.quantity.start)
        if not named or named[-1].edge != "by" or named[-1].kind != "year" or named[-1].text[0] not in "到至":
            return False
        if "已" in text[named[-1].end : found.quantity.start]:  # 至2024年底已建成40个
            return False
        return BUILDS.search(text, sentence.start, named[-1].start) is not None

    def _note_goals(self, found: Finding, word: str) -> None:
        """Remember the sentence whose word opened a list of goals."""
        at = self._document.text.rfind(word, found.window.sentence.start, found.quantity.start) if word in OPENERS else -1
        if at >= 0 and opens_list(self._document.text, at, at + len(word)):
            self._goals_since = found.window.sentence

    def _goals_go_on(self, found: Finding, time_period: str) -> bool:
        """Whether a sentence goes on with the goals that its paragraph began to list: 预期目标是…。财政收入完成279亿元."""
        since, sentence = self._goals_since, found.window.sentence
        if self._bids(sentence) or self._is_planned(sentence, time_period):
            return True
        if since is None or since.paragraph != sentence.paragraph or since == sentence:
            return False
        if self._timing.mentions(sentence.start, sentence.end) or self._document.first(DONE_YEAR, sentence) >= 0:
            self._goals_since = None
            return False
        return len(time_period) in (0, YEAR)

    def _is_planned(self, sentence: Sentence, time_period: str) -> bool:
        """Whether a sentence under a heading of plans tells nothing that is over: no past year, no 已."""
        over = bool(time_period) and time_period[:4] < (self._published or "0")[:4]
        if over or len(time_period) not in (0, YEAR) or not self._sections.aims(sentence.start):
            return False
        return self._document.first(OVER, sentence) < 0

    def _bids(self, sentence: Sentence) -> bool:
        """Whether a sentence without a subject goes on with what its paragraph is bent on: 力争完成投资14亿元。引进项目15个."""
        last = self._drafts[-1] if self._drafts else None
        if last is None or last.sentence.paragraph != sentence.paragraph:
            return False
        bent = last.sentence == sentence or not BENT.isdisjoint(last.rules)
        if not bent or not self._document.opens(BIDDING, sentence) or self._document.first(DONE_YEAR, sentence) >= 0:
            return False
        if last.sentence == sentence:
            return "stance.goals_go_on" in last.rules
        return not self._timing.mentions(sentence.start, sentence.end)

    def _as_whole(self, found: Finding) -> Stance | None:
        """The stance of a whole that is yet to be, for the parts that it is told apart into (其中内资项目8个)."""
        last, sentence = self._drafts[-1] if self._drafts else None, found.window.sentence
        if last is None or last.sentence.paragraph != sentence.paragraph:
            return None
        if not self._document.opens(PARTS, sentence):
            return None
        if last.sentence == sentence:
            part = next((d for d in reversed(self._drafts) if d.stance != "design"), last)
            return part.stance if part.sentence == sentence and "stance.of_whole" in part.rules else None
        before = takewhile(lambda d: d.sentence == last.sentence, reversed(self._drafts))
        whole = next((d for d in before if d.what.code == found.what.code), None)
        return whole.stance if whole is not None and whole.stance in ("target", "forecast") else None

    def _done_by_now(self, found: Finding) -> bool:
        done = DONE_BY_NOW.search(self._document.text, found.window.low, found.quantity.start)
        return found.measured.measure == "completion" and done is not None

    def _not_yet(self, found: Finding, time_period: str) -> bool:
        """Whether a figure is of 全年, and that year has hardly begun."""
        published = self._published or ""
        if len(published) < 7 or time_period != published[:4] or published[5:7] > "06":
            return False
        clause = self._document.text[found.window.clause : found.quantity.start]
        return "全年" in clause and not DONE_YEAR.search(clause)

    def _is_expected(self, found: Finding, time_period: str) -> bool:
        """Whether a figure is marked as expected behind its number, or stands where all are: 3700亿元(预计,下同)."""
        marked = EXPECTED.match(self._document.text, found.quantity.end)
        if marked and marked["all"]:
            self._expected = time_period[:4] or "-"
        return marked is not None or (bool(self._expected) and time_period[:4] == self._expected)

    def _is_planned_area(self, found: Finding) -> bool:
        """Whether floor space is what is yet to be built: 拟建建筑面积35万平方米, 规划占地100亩,总建筑面积25万平方米."""
        if found.what.code != "area_built" or found.measured.measure != "level":
            return False
        text, window = self._document.text, found.window
        if TO_BUILD.search(text, max(window.clause, found.quantity.start - 16), found.quantity.start):
            return True
        first, last = window.sentence.start, window.sentence.end
        planned = PLANNED_SITE.search(text, first, found.quantity.start) is not None
        return planned and BUILT_BY_NOW.search(text, first, last) is None

    def _is_design(self, found: Finding, who: Subject, stance: Stance) -> bool:
        """Whether a figure is what something is built for: an investment, a planned area, a capacity, a project's floor space."""
        code = found.what.code
        if code in ("project_investment", "projects_total_investment", "area_planned"):
            return True
        if stance != "actual":
            return False
        if code == "project_capacity" and found.what.rule != "capacity.in_name":
            first, at = found.window.sentence.start, found.quantity.start
            if REACHED.search(self._document.text, first, at):
                return False
        of_works = who.kind == "project" and found.quantity.unit_measure == "M2"
        if of_works and code == "area_total":  # 占地60亩 is the ground it stands on, 规划占地 what it shall have
            clause = self._document.text[found.window.clause : found.quantity.start]
            return TO_HAVE.search(clause) is not None
        return code == "project_capacity" or of_works
