"""Reads an article's figures one after the other, each with what it measures, of whom, and when."""

from __future__ import annotations

import re

from transforms.observe import comparators, counts, measures, money
from parkwatch.records import Stance
from transforms.observe.document import Document, Sentence
from transforms.observe.lexicon import Mark
from transforms.observe.mentions import Cast
from transforms.observe.model import Draft, Indicated, Subject, unit_class
from transforms.observe.series import coordinated, pairs, runs
from transforms.observe.stance import stance_of
from transforms.observe.subjects import Subjects
from transforms.observe.timing import Timing, When, is_future
from transforms.quantities import Quantity

WEAK = {"@enterprise", "@project", "@people", "enterprises_total", "innovation_platforms", "talents", "area_total", "area_built", "land_released", "employees",
        "service_events", "patents"}
# What a project is expected to bring, where the text has been speaking of one.
OF_PROJECTS = {"operating_revenue", "tax_revenue", "industrial_output", "invoiced_sales", "employees", "project_capacity", "other", "enterprise_profit", "exports"}
COUNTED = re.compile(r"^(?:数|数量|总数|总量|个数|规模|占|获评数|的)?[^,;。]{0,2}$")
FLOW = re.compile(r"新入统|新增|净增|新认定|新培育|新获|新批|新引进|新注册|新设|新登记|累计引进|新签|新添|新入库|升规|整治|招引|引进")
YEARLY = re.compile(r"投产|达产|建成|运营|满产|投用|达效|竣工后|届时|完工")
INCREMENT_GOES_ON = re.compile(r"^(?:以上|左右)?、[^,;。:]{0,20}$")
EACH_OF = re.compile(r"(?:^|[,;:。]|年度?的?)([^,;:。]+?)(?:等\d*[项个]?[^,;。]{0,4})?(?:均|都)[^,;。]*$")
GROUP_CODES = {"projects_signed", "projects_negotiating", "projects_started", "projects_completed", "projects_under_construction", "projects_total", "tech_projects"}


class Window:
    """Where a figure's own words lie: [floor, …) after the figure before it, [low, high) its clause without its neighbours."""

    __slots__ = ("clause", "floor", "high", "low", "sentence")

    def __init__(self, document: Document, sentence: Sentence, first: Quantity, last: Quantity, floor: int) -> None:
        """``first`` and ``last`` are the ends of a run of figures that share their words."""
        self.sentence = sentence
        self.clause = max(document.clause_start(first.start), sentence.start)
        self.floor = floor
        self.low = max(self.clause, floor)
        clause_end = min(document.clause_end(last.end), sentence.end)
        following = [q.start for q in document.quantities_between(last.end, clause_end) if q.role == "figure"]
        self.high = min([clause_end, *following[:1]])
        if following:
            comma = document.text.find("、", last.end, self.high)
            self.high = comma if comma >= 0 else self.high


class Reader:
    """Reads one document; ``drafts`` are its observations in the text's order."""

    def __init__(self, document: Document, cast: Cast, published: str | None) -> None:
        """``published`` is the article's date, as far as it is known."""
        self.document, self.cast, self.published = document, cast, published
        self.subjects, self.timing = Subjects(document, cast), Timing(document, published)
        self.drafts: list[Draft] = []
        self._sentence_first = 0  # index of the sentence's first draft

    def read(self) -> list[Draft]:
        """All drafts of the document."""
        for sentence in self.document.sentences:
            self.subjects.enter(sentence)
            self._sentence_first = len(self.drafts)
            figures = [q for q in self.document.quantities_between(sentence.start, sentence.end) if q.role == "figure"]
            floor = sentence.start
            for run in runs(self.document, figures):
                window = Window(self.document, sentence, run[0], run[-1], floor)
                if len(run) == 1 or not self._series(run, window):
                    for quantity in run:
                        self._figure(quantity, Window(self.document, sentence, quantity, quantity, floor))
                        floor = quantity.end
                floor = run[-1].end
            self.timing.leave(sentence)
            self.subjects.leave(sentence)
        return self.drafts

    @property
    def here(self) -> list[Draft]:
        """The sentence's drafts so far."""
        return self.drafts[self._sentence_first:]

    # One figure

    def _figure(self, quantity: Quantity, window: Window) -> None:
        measured = measures.measure_of(self.document, quantity, window.low, window.high)
        if measured is None:
            measured = self._silent(quantity, window)
        if measured.measure == "level" and self.here and self.here[-1].measure == "increment" and INCREMENT_GOES_ON.match(
                self.document.text[self.here[-1].quantity.end:quantity.start]):
            measured = measures.Measured("increment", measured.cue_start, False, "increment.list")
        if measured.measure in ("level", "increment") and unit_class(quantity) not in ("P", "S"):
            whats = self._amount(quantity, window)
        else:
            whats = self._relative(quantity, window, measured)
        for what, carrier in whats:
            self._write(quantity, window, measured, what, carrier)

    def _silent(self, quantity: Quantity, window: Window) -> measures.Measured:
        """A percentage without a word for its measure: as the one before it, a growth where an amount's noun stands before it, else a level."""
        last = self.here[-1] if self.here else None
        if last is not None and last.quantity.unit_measure == "PC" and last.measure != "level":
            return measures.Measured(last.measure, quantity.start, last.negative, "silent.as_before")
        heads = self.document.between("head", window.low, quantity.start)
        if heads and heads[-1].dimensions == "M":
            return measures.Measured("growth", quantity.start, False, "silent.growth")
        return measures.Measured("level", quantity.start, False, "silent.level")

    def _amount(self, quantity: Quantity, window: Window) -> list[tuple[Indicated, Draft | None]]:
        if unit_class(quantity) == "C":
            return [(counts.counted(self, quantity, window), None)]
        return [(money.amount(self, quantity, window), None)]

    def _relative(self, quantity: Quantity, window: Window, measured: measures.Measured) -> list[tuple[Indicated, Draft | None]]:
        """What a growth, share, completion, rank or rate is of: the noun before its cue, else the figure that it follows."""
        heads = self.strong_heads(window.floor, measured.cue_start)
        if measured.rule == "share.after":
            comma = self.document.text.find("、", quantity.end, window.high)
            right = self.document.between("head", quantity.end, comma if comma > 0 else window.high)
            if right:
                return [(self.indicated(right[-1], quantity, window), None)]
        if measured.rule == "level.rate" or measured.rule == "silent.level":
            rate = [h for h in heads if "P" in h.dimensions]
            if rate:
                return [(Indicated(rate[-1].value, rate[-1].word, (), "rate.head"), None)]
            return [(self._rate(quantity, window), None)]
        if heads:
            group = coordinated(self.document, heads, window.floor)
            return [(self.indicated(h, quantity, window), None) for h in group]
        if measured.measure == "rank":
            return self._ranked(quantity, window)
        carrier = self.carrier(window)
        if carrier is not None:
            return [(carrier.what, carrier)]
        return [(Indicated("other", self.document.text[window.low:measured.cue_start].strip(" 、的"), (), "other.relative"), None)]

    def strong_heads(self, start: int, end: int) -> list[Mark]:
        """Nouns in [start, end) that a growth or a share can be of; a count's noun only where it stands right before ``end``."""
        heads = self.document.between("head", start, end)
        out = []
        for h in heads:
            if h.value in ("@area_word", "@arrived"):
                continue
            if (h.value in WEAK or h.value == "@sector") and not COUNTED.match(self.document.text[h.end:end]):
                nxt = self.document.text[h.end:h.end + 1]
                if nxt not in "、和数":
                    continue
            out.append(h)
        return out

    def _rate(self, quantity: Quantity, window: Window) -> Indicated:
        text = self.document.text[window.low:quantity.start]
        return Indicated("other", re.sub(r"(?:已|达到?|为|超过?|约|近|突破|高达|均)*$", "", text).strip(" 、的"), (), "other.rate")

    def _ranked(self, quantity: Quantity, window: Window) -> list[tuple[Indicated, Draft | None]]:
        each = [m for m in self.document.between("link", window.low, quantity.start) if m.value == "each"]
        levels = [d for d in self.here if d.measure == "level"]
        if each and levels:
            return [(d.what, d) for d in levels]
        carrier = self.carrier(window)
        if carrier is not None and carrier.sentence == window.sentence:
            return [(carrier.what, carrier)]
        listed = EACH_OF.search(self.document.text[window.low:quantity.start]) if each else None
        names = re.split(r"、|和|及|与", listed[1]) if listed else [self.document.text[window.low:quantity.end]]
        return [(Indicated("other", name, (), "other.rank"), None) for name in names]

    def carrier(self, window: Window) -> Draft | None:
        """The figure that a relative one hangs on: the last of its sentence, else the last of the sentence before in its paragraph."""
        if self.here:
            return self.here[-1]
        if self.drafts and self.drafts[-1].sentence.paragraph == window.sentence.paragraph:
            return next((d for d in reversed(self.drafts) if d.measure == "level"), self.drafts[-1])
        return None

    def indicated(self, head: Mark, quantity: Quantity, window: Window) -> Indicated:
        """The indicator that a noun stands for in its clause."""
        if head.value in ("@enterprise", "@project", "@people"):
            return counts.noun(self, head, quantity, window)
        return money.noun(self, head, quantity, window)

    # A run of figures that share their words

    def _series(self, run: list[Quantity], window: Window) -> bool:
        """Read a run against the list that it is paired with; False where there is none."""
        measured = measures.measure_of(self.document, run[0], window.low, window.high) or self._silent(run[0], window)
        matched = pairs(self, run, window, measured)
        if matched is None:
            return False
        for quantity, (what, carrier, subject, when) in zip(run, matched, strict=True):
            self._write(quantity, window, measured, what, carrier, subject=subject, when=when)
        return True

    # Writing down

    def _write(self, quantity: Quantity, window: Window, measured: measures.Measured, what: Indicated, carrier: Draft | None,
               subject: Subject | None = None, when: When | None = None) -> None:
        sentence, document = window.sentence, self.document
        stance, stance_word = stance_of(document, sentence, quantity, measured.measure == "completion")
        who = subject or self._who(quantity, window, what, carrier, stance == "forecast" and what.code in OF_PROJECTS)
        what = what.with_scope(*self._thresholds(quantity, window, what, carrier))
        flow = measured.measure == "increment" or what.rule == "count.named_as" or FLOW.search(document.text, window.low, quantity.start) is not None
        period = when or self._when(quantity, window, what, measured, carrier, flow)
        stance, stance_rule = self._stance(what, stance, stance_word, period.time_period)
        if carrier is not None and carrier.stance != "actual" and stance == "actual":
            stance = carrier.stance
        time_period, basis = period.time_period, period.period_basis
        if stance == "forecast" and YEARLY.search(document.text, max(sentence.start, quantity.start - 60), quantity.start):
            time_period, basis = "", "none"
        comparator = ""
        if measured.measure == "share":
            comparator = comparators.share_whole(document, self.cast, window.low, quantity.start, who, what)
            if not comparator and carrier is not None:
                comparator = carrier.comparator
        elif measured.measure == "rank":
            comparator = comparators.rank_field(document, self.cast, window.clause, quantity.start)
        growth = measures.growth_basis(document.text[window.low:quantity.start]) if measured.measure == "growth" else ""
        draft = Draft(quantity, sentence, measured.measure, what, who, stance, time_period, basis, growth, comparator,
                      measured.negative and quantity.value > 0,
                      [measured.rule, what.rule, f"subject.{who.rule}", period.rule, stance_rule])
        self.drafts.append(draft)

    def _when(self, quantity: Quantity, window: Window, what: Indicated, measured: measures.Measured, carrier: Draft | None, flow: bool) -> When:
        text, sentence = self.document.text, window.sentence
        if carrier is not None and carrier.sentence == sentence and carrier.time_period and not self.timing.mentions(carrier.quantity.end, quantity.start):
            return When(carrier.time_period, carrier.period_basis, "period.of_level")
        if measured.measure == "level" and "每年" in text[window.low:quantity.start]:
            return When(rule="period.every_year")
        when = self.timing.at(sentence, quantity.start, window.high, what.code, measured.measure, flow=flow)
        run = re.fullmatch(r"(\d{4})/(\d{4})", when.time_period)
        if run and measured.measure == "level":
            if text[quantity.start - 1:quantity.start] in "从由" and text[quantity.end:quantity.end + 1] in "到升增长提":
                return When(run[1], when.period_basis, "period.from")
            if self.here and self.here[-1].time_period == run[1] and re.fullmatch(r"(?:升|增长|提高|增加|长)?到", text[self.here[-1].quantity.end:quantity.start]):
                return When(run[2], when.period_basis, "period.to")
        return when

    def _who(self, quantity: Quantity, window: Window, what: Indicated, carrier: Draft | None, project: bool) -> Subject:
        if what.code == "project_investment":
            project = money.invested_project(self, quantity, window)
            if project is not None:
                return project
        if carrier is not None and carrier.sentence == window.sentence:
            between = [m for m in self.cast.between(carrier.quantity.end, quantity.start)]
            if not between:
                return carrier.subject
        project = project or what.code == "project_capacity"
        return self.subjects.at(window.sentence, window.clause, quantity.start, project=project)

    def _stance(self, what: Indicated, stance: Stance, word: str, time_period: str) -> tuple[Stance, str]:
        if what.code == "projects_planned_investment":
            return "target", "stance.planned"
        if what.code in ("project_investment", "projects_total_investment", "area_planned"):
            return "design", "stance.trait"
        if what.code == "project_capacity" and stance == "actual":
            return "design", "stance.capacity"
        if stance == "actual" and is_future(time_period, self.published):
            return "target", "stance.future"
        return stance, f"stance.{word}" if word else "stance.actual"

    def _thresholds(self, quantity: Quantity, window: Window, what: Indicated, carrier: Draft | None) -> list[str]:
        if carrier is not None:
            return []
        end = self.document.text.find("、", quantity.end, window.high)
        high = window.high if end < 0 else end
        found = [q for q in self.document.quantities_between(window.low, high) if q.role == "threshold" and q.scope_text]
        return [q.scope_text for q in found]
