"""A figure written down as a draft: whose it is, when it holds, and whether it happened."""

from __future__ import annotations

import re
from typing import NamedTuple

from parkwatch.records import Stance
from transforms.observe import comparators, measures
from transforms.observe.document import Document
from transforms.observe.goals import is_goal
from transforms.observe.investments import invested_project, invested_work
from transforms.observe.mentions import Cast
from transforms.observe.model import Draft, Indicated, Subject, unit_class
from transforms.observe.stance import stance_of
from transforms.observe.subjects import Subjects
from transforms.observe.timing import FIXED, Asked, Timing, When, is_future, is_past, kind_of
from transforms.observe.window import Window
from transforms.quantities import Quantity

YEARS = re.compile(r"(\d{4})/(\d{4})")
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
# What an enterprise reports of itself.
OF_ENTERPRISES = {
    "operating_revenue",
    "tax_revenue",
    "industrial_output",
    "invoiced_sales",
    "employees",
    "exports",
    "rd_expense",
    "rd_intensity",
    "patents",
    "enterprise_profit",
    "tech_upgrade_investment",
    "talents",
    "other",
}
AREAS = {"area_total", "area_planned", "area_built"}
FLOW = re.compile(
    r"新入统|新增|净增|新认定|新培育|新获|新批|新引进|新注册|新设|新登记|累计引进|新签|新添|新入库|升规|整治|招引|引进"
)
DONE_YEAR = re.compile(r"去年|上年|\d年|已")
OF_A_YEAR = re.compile(r"年(?:均|可)?(?:销售|产值|税收|利税|营业|营收|产出|开票)")
GROWN_TO = re.compile(r"(?:增至|增加到|升至|增长到|扩大到|发展到|扩至|增加至)了?$")
AMONG = re.compile(r"([\u4e00-\u9fff]{2,12})(?:中|里),")
YEARLY = re.compile(r"投产|达产|建成|运营|满产|投用|达效|竣工后|届时|完工")


class Finding(NamedTuple):
    """A figure with what it measures; ``carrier`` is the figure it hangs on, ``subject`` and ``when`` where a list gave them."""

    quantity: Quantity
    window: Window
    measured: measures.Measured
    what: Indicated
    carrier: Draft | None = None
    subject: Subject | None = None
    when: When | None = None

    @property
    def goes_on(self) -> Draft | None:
        """The carrier, where it stands in the same sentence."""
        return self.carrier if self.carrier is not None and self.carrier.sentence == self.window.sentence else None


class Writer:
    """Writes drafts in the text's order."""

    def __init__(self, document: Document, cast: Cast, published: str | None, subjects: Subjects, timing: Timing) -> None:
        """``published`` is the article's date, as far as it is known."""
        self._document, self._cast, self._published = document, cast, published
        self._subjects, self._timing = subjects, timing
        self.drafts: list[Draft] = []

    def write(self, found: Finding) -> None:
        """Write a figure down."""
        document, quantity, window, measured = self._document, found.quantity, found.window, found.measured
        stance, word = stance_of(document, window.sentence, quantity, measured.measure == "completion")
        who = found.subject or self._who(found, stance == "forecast" and found.what.code in OF_PROJECTS)
        what = found.what.with_scope(*self._thresholds(found))
        when = found.when or self._when(found, what, stance)
        stance, stance_rule = self._stance(found, who, (stance, word), when.time_period)
        built = who.kind == "project" and (
            quantity.unit_measure == "M2" or OF_A_YEAR.search(document.text, quantity.start - 16, quantity.start)
        )
        if built and stance in ("forecast", "design"):
            when = When(rule="period.of_project")
        elif stance == "forecast" and YEARLY.search(
            document.text, max(window.sentence.start, quantity.start - 60), quantity.start
        ):
            when = When(rule="period.yearly_forecast")
        growth = measures.growth_basis(document.text[window.low : quantity.start]) if measured.measure == "growth" else ""
        self.drafts.append(
            Draft(
                quantity=quantity,
                sentence=window.sentence,
                measure=measured.measure,
                what=what,
                subject=who,
                stance=stance,
                time_period=when.time_period,
                period_basis=when.period_basis,
                growth_basis=growth,
                comparator=self._comparator(found, who),
                negative=measured.negative and quantity.value > 0,
                rules=[measured.rule, what.rule, f"subject.{who.rule}", when.rule, stance_rule],
            )
        )

    def _comparator(self, found: Finding, who: Subject) -> str:
        quantity, window = found.quantity, found.window
        if found.measured.measure == "share":
            named = comparators.share_whole(self._document, self._cast, window.low, quantity.start, who)
            return named or self._whole_said(found, who)
        if found.measured.measure == "rank":
            return comparators.rank_field(self._document, self._cast, window.clause, quantity.start)
        return ""

    def _whole_said(self, found: Finding, who: Subject) -> str:
        """The whole of a share whose clause names none: of the share before it, of the figure before 其中, or of 工业总产值中."""
        text, sentence, start = self._document.text, found.window.sentence, found.window.low
        here = [d for d in self.drafts if d.sentence == sentence]
        if here and text.startswith("其中", start):
            return who.name + here[-1].what.text
        share = next((d for d in reversed(here) if d.measure == "share"), None)
        if share is not None:
            return share.comparator
        among = AMONG.match(text, sentence.start, sentence.end)
        return who.name + among[1] if among else found.carrier.comparator if found.carrier else ""

    def _when(self, found: Finding, what: Indicated, stance: Stance) -> When:
        text, quantity, window, carrier = self._document.text, found.quantity, found.window, found.goes_on
        if carrier is not None and carrier.time_period and not self._timed_itself(found, carrier):
            return When(carrier.time_period, carrier.period_basis, "period.of_level")
        level = found.measured.measure == "level"
        if self._is_goal(found) and (goal := self._year_of_goal(found)):
            return goal
        if carrier is not None and carrier.what.code in FIXED and not carrier.time_period and found.measured.measure == "share":
            return When(rule="period.of_trait")
        if level and "每年" in text[window.low : quantity.start]:
            return When(rule="period.every_year")
        flow = found.measured.measure == "increment" or what.rule == "count.named_as"
        flow = flow or GROWN_TO.search(text, window.low, quantity.start) is not None
        flow = flow or stance == "target" or FLOW.search(text, window.low, quantity.start) is not None
        measure = found.measured.measure
        kind = kind_of(what.code, measure, flow=flow, amount=unit_class(quantity) in "MTE")
        asked = Asked(window.sentence, quantity.start, window.high, what.code, measure, kind, stance)
        when = self._timing.at(asked)
        if asked.is_stock and when.rule == "period.none" and (listed := self._of_list(window)):
            when = listed
        if stance == "target" and when.rule == "period.carried" and is_past(when.time_period, self._published):
            return When(rule="period.past_target")
        run = YEARS.fullmatch(when.time_period)
        return self._end_of_run(quantity, when, run) if run and level else when

    def _timed_itself(self, found: Finding, carrier: Draft) -> bool:
        """Whether a period stands between a figure and its carrier that is its own, not that of a goal."""
        of_goal = found.measured.measure == "completion" and "stance.goal" in self.drafts[-1].rules
        return not of_goal and bool(self._timing.mentions(carrier.quantity.end, found.quantity.start))

    def _year_of_goal(self, found: Finding) -> When | None:
        """The year that a goal is for, where only the figure before it is dated: 1至3月…17.8亿元,完成年任务75亿元的…."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.sentence != found.window.sentence or not last.time_period[:4].isdigit():
            return None
        if YEARS.fullmatch(last.time_period) or self._timing.mentions(found.window.clause, found.quantity.start):
            return None
        return When(last.time_period[:4], last.period_basis, "period.year_of_goal")

    def _of_list(self, window: Window) -> When | None:
        """Of a stock in a list: the period of the figure before it in its sentence, where that is none of its own."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.sentence != window.sentence or not last.time_period:
            return None
        taken = [rule for rule in last.rules if rule in ("period.carried", "period.already", "period.now_has", "period.of_list")]
        return When(last.time_period, last.period_basis, "period.of_list") if taken else None

    def _end_of_run(self, quantity: Quantity, when: When, run: re.Match[str]) -> When:
        """从33.98亿元到149亿元 over a run of years: the first is of its first year, the second of its last."""
        text, last = self._document.text, self.drafts[-1] if self.drafts else None
        if text[quantity.start - 1 : quantity.start] in "从由" and text[quantity.end : quantity.end + 1] in "到升增长提":
            return When(run[1], when.period_basis, "period.from")
        if (
            last is not None
            and last.time_period == run[1]
            and re.fullmatch(r"(?:升|增长|提高|增加|长)?到", text[last.quantity.end : quantity.start])
        ):
            return When(run[2], when.period_basis, "period.to")
        return when

    def _who(self, found: Finding, project: bool) -> Subject:
        quantity, window, carrier = found.quantity, found.window, found.goes_on
        if found.what.code == "project_investment":
            named = invested_project(self._cast, self._subjects, self.drafts, quantity, window)
            if named is not None:
                return named
        elif (named := invested_work(self._cast, self._subjects, quantity)) is not None:
            return named
        if carrier is not None:
            between = self._cast.between(carrier.quantity.end, quantity.start)
            paired = carrier.subject.rule == "one_for_one"
            if not between or (paired and not self._subjects.named_anew(between, window.sentence)):
                return carrier.subject
        here = [d for d in self.drafts[-1:] if d.sentence == window.sentence]
        if here and here[0].subject.kind == "project" and not self._cast.between(here[0].quantity.end, quantity.start):
            return here[0].subject
        project = project or found.what.code == "project_capacity"
        told = self._subjects.last_project is not None and self._subjects.last_project_at >= window.sentence.start
        project = project or (told and found.what.code in AREAS)
        own = found.what.code in OF_ENTERPRISES
        return self._subjects.at(window.sentence, window.clause, quantity.start, project=project, own=own)

    def _stance(  # noqa: PLR0911 - one a rule
        self, found: Finding, who: Subject, said: tuple[Stance, str], time_period: str
    ) -> tuple[Stance, str]:
        stance, word = said
        if self._is_goal(found):
            return "target", "stance.goal"
        if found.what.code == "projects_planned_investment":
            return "target", "stance.planned"
        built = found.measured.measure in ("level", "increment") and self._is_design(found, who, stance)
        if built:
            return "design", "stance.trait"
        if stance == "actual" and self._not_yet(found, time_period):
            return "target", "stance.year_not_over"
        if stance == "actual" and is_future(time_period, self._published):
            return "forecast" if who.kind == "project" else "target", "stance.future"
        if stance == "actual" and found.carrier is not None and found.carrier.stance != "actual":
            return found.carrier.stance, "stance.of_level"
        return stance, f"stance.{word}" if word else "stance.actual"

    def _is_goal(self, found: Finding) -> bool:
        return found.measured.measure in ("level", "increment") and is_goal(self._document, found.quantity, found.window.low)

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

    def _thresholds(self, found: Finding) -> list[str]:
        """The sizes that narrow a figure: 超10亿元项目, 亿元以上."""
        if found.carrier is not None:
            return []
        end = self._document.text.find("、", found.quantity.end, found.window.high)
        high = found.window.high if end < 0 else end
        found_here = self._document.quantities_between(found.window.low, high)
        return [q.scope_text for q in found_here if q.role == "threshold" and q.scope_text]
