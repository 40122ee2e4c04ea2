"""The stance of a figure, settled once it is known what it is of, whose it is and when it holds."""

from __future__ import annotations

import re

from parkwatch.records import Stance
from transforms.observe.document import Document, Sentence
from transforms.observe.finding import Finding
from transforms.observe.goals import is_goal, opens_list
from transforms.observe.model import Draft, Subject
from transforms.observe.timing import Timing, is_future

# What a project is expected to bring, where the text has been speaking of one.
OF_PROJECTS = {
    "operating_revenue",
    "tax_revenue",
    "industrial_output",
    "invoiced_sales",
    "employees",
    "project_capacity",
    "exports",
    "other",
}
AIMS = {"力争", "争取", "确保", "冲刺", "目标"}  # what a project's owner says of himself
PLANNED = {"计划", "拟", "打算", "谋划"}
OPENERS = {"目标", "任务", "目标任务", "预期目标", "发展目标", "奋斗目标", "盘子", "预期"}
PARTS = re.compile(r"[“\s]*(?:其中|包括)")
DONE_YEAR = re.compile(r"去年|上年|\d年|已")
DONE_BY_NOW = re.compile(r"已经?(?:累计)?完成|已达")
YEAR = 4  # characters of a period that is a year


class Settled:
    """Settles stances in the text's order; remembers where a list of goals began."""

    def __init__(self, document: Document, timing: Timing, published: str | None, drafts: list[Draft]) -> None:
        """``drafts`` are those written so far, ``published`` the article's date as far as it is known."""
        self._document, self._timing, self._published, self._drafts = document, timing, published, drafts
        self._goals_since: Sentence | None = None

    def stance(  # noqa: PLR0911 - one a rule
        self, found: Finding, who: Subject, said: tuple[Stance, str], time_period: str
    ) -> tuple[Stance, str]:
        """The stance of a figure and the rule that gave it; ``said`` is what its sentence's words gave, and by which word."""
        stance, word = said
        if found.measured.measure in ("level", "increment") and is_goal(self._document, found.quantity, found.window.low):
            return "target", "stance.goal"
        if found.what.code == "projects_planned_investment":
            return "target", "stance.planned"
        if found.measured.measure in ("level", "increment") and self._is_design(found, who, stance):
            return "design", "stance.trait"
        if stance == "actual":
            return self._unless_to_come(found, who, word, time_period)
        if stance == "target" and found.what.code == "project_capacity" and word in PLANNED:
            return "design", "stance.planned_capacity"
        of_works = who.kind == "project" and found.quantity.unit_measure == "M2"
        if stance == "target" and of_works and word not in AIMS and found.measured.measure == "level":
            return "design", "stance.trait"
        if stance == "target" and who.kind == "project" and found.what.code in OF_PROJECTS and word not in AIMS:
            return "forecast", "stance.of_project"
        self._note_goals(found, word)
        return stance, f"stance.{word}"

    def _unless_to_come(self, found: Finding, who: Subject, word: str, time_period: str) -> tuple[Stance, str]:
        """Actual, unless the time, the carrier, the whole or the list that the figure stands in is to come."""
        if self._not_yet(found, time_period):
            return "target", "stance.year_not_over"
        if is_future(time_period, self._published):
            return "forecast" if who.kind == "project" else "target", "stance.future"
        if found.carrier is not None and found.carrier.stance != "actual" and not self._done_by_now(found):
            return found.carrier.stance, "stance.of_level"
        if not word and (aimed := self._as_whole(found)):
            return aimed, "stance.of_whole"
        if not word and self._goals_go_on(found, time_period):
            return "target", "stance.goals_go_on"
        return "actual", f"stance.{word}" if word else "stance.actual"

    def _note_goals(self, found: Finding, word: str) -> None:
        """Remember the sentence whose word opened a list of goals."""
        at = self._document.text.rfind(word, found.window.sentence.start, found.quantity.start) if word in OPENERS else -1
        if at >= 0 and opens_list(self._document.text, at, at + len(word)):
            self._goals_since = found.window.sentence

    def _goals_go_on(self, found: Finding, time_period: str) -> bool:
        """Whether a sentence goes on with the goals that its paragraph began to list: 预期目标是…。财政收入完成279亿元."""
        since, sentence = self._goals_since, found.window.sentence
        if since is None or since.paragraph != sentence.paragraph or since == sentence:
            return False
        if self._timing.mentions(sentence.start, sentence.end) or DONE_YEAR.search(
            self._document.text, sentence.start, sentence.end
        ):
            self._goals_since = None
            return False
        return len(time_period) in (0, YEAR)

    def _as_whole(self, found: Finding) -> Stance | None:
        """The stance of a whole that is yet to be, for the parts that it is told apart into (其中内资项目8个)."""
        last, sentence = self._drafts[-1] if self._drafts else None, found.window.sentence
        if last is None or last.stance not in ("target", "forecast") or last.sentence.paragraph != sentence.paragraph:
            return None
        if PARTS.match(self._document.text, sentence.start) is None:
            return None
        goes_on = last.sentence == sentence and "stance.of_whole" in last.rules
        first = last.sentence != sentence and last.what.code == found.what.code
        return last.stance if goes_on or first else None

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

    def _is_design(self, found: Finding, who: Subject, stance: Stance) -> bool:
        """Whether a figure is what something is built for: an investment, a planned area, a capacity, a project's floor space."""
        code = found.what.code
        if code in ("project_investment", "projects_total_investment", "area_planned"):
            return True
        if stance != "actual":
            return False
        return code == "project_capacity" or (who.kind == "project" and found.quantity.unit_measure == "M2")
