"""Reads an article's figures one after the other, each with what it measures, of whom, and when."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.observe import counts, measures, money
from transforms.observe.document import Document
from transforms.observe.lexicon import Mark
from transforms.observe.mentions import Cast, Mention
from transforms.observe.model import Draft, Indicated, Subject, unit_class
from transforms.observe.residue import own_noun
from transforms.observe.series import coordinated, pairs, runs
from transforms.observe.subjects import Subjects
from transforms.observe.tables import find_tables, read_table, table_spans
from transforms.observe.timing import Timing
from transforms.observe.window import Window
from transforms.observe.writing import Finding, Writer
from transforms.quantities import Quantity

WEAK = {
    "@enterprise",
    "@project",
    "@people",
    "enterprises_total",
    "innovation_platforms",
    "talents",
    "area_total",
    "area_built",
    "land_released",
    "employees",
    "service_events",
    "patents",
}
COUNTED = re.compile(r"^(?:数|数量|总数|总量|个数|规模|占|获评数|的)?[^,;。]{0,2}$")
N_INDICATORS = re.compile(r"([两二三四五六七八九十\d])[项个](?:主要|核心)?指标")
NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2} | {str(i): i for i in range(10)}
THIS_FIGURE = re.compile(r"(?:这一|该|此)(?:数字|比例|数据|指标|增速|占比|比重)")
PERIOD_ONLY = re.compile(
    r"(?:[一二三四1234]季度|上半年|下半年|全年|\d+年|\d+月|[,、和到达为至年底末前力争超约近\s]|(?:今|明|去)年)+"
)
INCREMENT_GOES_ON = re.compile(r"^(?:以上|左右)?、[^,;。:]{0,20}$")
EACH_OF = re.compile(r"(?:^|[,;:。]|年度?的?)([^,;:。]+?)(?:等\d*[项个]?[^,;。]{0,4})?(?:均|都)[^,;。]*$")


class Reader:
    """Reads one document; ``drafts`` are its observations in the text's order."""

    def __init__(self, document: Document, cast: Cast, published: str | None) -> None:
        """``published`` is the article's date, as far as it is known."""
        self.document, self.cast, self.published = document, cast, published
        self.subjects, self.timing = Subjects(document, cast), Timing(document, published)
        self.writer = Writer(document, cast, published, self.subjects, self.timing)
        self.drafts = self.writer.drafts
        self._sentence_first = 0  # index of the sentence's first draft

    def read(self) -> list[Draft]:
        """All drafts of the document."""
        tables = find_tables(self.document)
        spans = table_spans(tables)
        for sentence in self.document.sentences:
            if any(start <= sentence.start < end for start, end in spans):
                if tables and sentence.start >= tables[0][0][0].start:
                    self.drafts += read_table(self.document, self.cast, self.timing, tables.pop(0))
                continue
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
        return self.drafts[self._sentence_first :]

    # One figure

    def _figure(self, quantity: Quantity, window: Window) -> None:
        if (work := self._in_name(quantity)) is not None:
            what = Indicated("project_capacity", self.document.text[quantity.start : work.end], (), "capacity.in_name")
            whose = Subject(work.name, "project", "name", work.span)
            level = measures.Measured("level", quantity.start, False, "level.name")
            self.writer.write(Finding(quantity, window, level, what, None, whose))
            return
        measured = measures.measure_of(self.document, quantity, window.low, window.high)
        last = self.here[-1] if self.here else None
        own = self.document.text[window.low : quantity.start]
        if last is not None and last.measure == "growth" and unit_class(quantity) == "P" and THIS_FIGURE.search(own):
            measured = measures.Measured("growth", quantity.start, False, "growth.this_figure")
        if measured is None:
            measured = self._silent(quantity, window)
        if (
            measured.measure == "level"
            and self.here
            and self.here[-1].measure == "increment"
            and INCREMENT_GOES_ON.match(self.document.text[self.here[-1].quantity.end : quantity.start])
        ):
            measured = measures.Measured("increment", measured.cue_start, False, "increment.list")
        if measured.measure in ("level", "increment") and unit_class(quantity) not in ("P", "S"):
            whats = self._amount(quantity, window)
        else:
            whats = self._relative(quantity, window, measured)
        for what, carrier in whats:
            self.writer.write(Finding(quantity, window, measured, what, carrier))

    def _in_name(self, quantity: Quantity) -> Mention | None:
        """The project in whose name a quantity stands: 神宁400万吨煤炭间接液化项目."""
        if unit_class(quantity) not in "TQCELA" or quantity.unit[-1:] in "个家项期人名":
            return None
        around = self.cast.between(max(0, quantity.start - 40), min(len(self.document.text), quantity.end + 40))
        return next((m for m in around if m.kind == "project" and m.start < quantity.start and quantity.end < m.end), None)

    def _silent(self, quantity: Quantity, window: Window) -> measures.Measured:
        """A percentage without a word for its measure: as the one before it; else a growth after an amount's noun, or a level."""
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

    def _relative(  # noqa: PLR0911 - one a place to look
        self, quantity: Quantity, window: Window, measured: measures.Measured
    ) -> list[tuple[Indicated, Draft | None]]:
        """What a growth, share, completion, rank or rate is of: the noun before its cue, else the figure that it follows."""
        heads = self.strong_heads(window.floor, measured.cue_start)
        if measured.rule == "share.after":
            comma = self.document.text.find("、", quantity.end, window.high)
            right = self.document.between("head", quantity.end, comma if comma > 0 else window.high)
            if right:
                return [(self.indicated(right[-1], quantity, window), None)]
        if measured.rule in {"level.rate", "silent.level"}:
            last = self.here[-1] if self.here else None
            own = PERIOD_ONLY.sub("", self.document.text[window.low : quantity.start])
            if last is not None and last.measure == "level" and unit_class(last.quantity) == "P" and not own:
                return [(last.what, last)]
            if last is not None and THIS_FIGURE.search(own):
                return [(last.what, last)]
            rate = [h for h in heads if "P" in h.dimensions]
            if rate:
                return [(Indicated(rate[-1].value, rate[-1].word, (), "rate.head"), None)]
            return [(self._rate(quantity, window), None)]
        if not heads and measured.measure == "completion":
            weak = self.document.between("head", window.floor, measured.cue_start)
            heads = [h for h in weak if h.value not in ("@area_word", "@arrived", "@sector")][-1:]
        if heads and measured.measure == "share" and self.here and self._is_part(heads[-1], window, measured):
            part = self.document.text[window.low + 2 : heads[-1].end]
            return [(replace(self.here[-1].what, scope=(*self.here[-1].what.scope, part), rule="share.part"), None)]
        if heads:
            group = coordinated(self.document, heads, window.floor)
            return [(self.indicated(h, quantity, window), None) for h in group]
        if measured.measure == "rank":
            return self._ranked(quantity, window)
        carrier = self.carrier(window)
        own = own_noun(self.document, self.cast, window.low, measured.cue_start)
        if own and carrier is not None and not self.document.text.startswith("其中", window.low):
            return [(Indicated("other", own, (), "other.own_noun"), None)]
        if carrier is not None:
            return [(carrier.what.with_scope(own), carrier)]
        return [
            (Indicated("other", self.document.text[window.low : measured.cue_start].strip(" 、的"), (), "other.relative"), None)
        ]

    def _is_part(self, head: Mark, window: Window, measured: measures.Measured) -> bool:
        """其中设备投资占比62%, 其中先进制造业项目占比六成: a part of the figure before, that its own words narrow."""
        same = head.value == self.here[-1].what.code
        kin = same or head.value in ("@investment", "@project", "industrial_investment", "tech_upgrade_investment", "@sector")
        return kin and head.start >= window.low and self.document.text.startswith("其中", window.low) and "占比" in self.document.text[measured.cue_start : measured.cue_start + 2]

    def strong_heads(self, start: int, end: int) -> list[Mark]:
        """Nouns in [start, end) that a growth or a share can be of; a count's noun only where it stands right before ``end``."""
        heads = self.document.between("head", start, end)
        out = []
        for h in heads:
            if h.value in ("@area_word", "@arrived"):
                continue
            if (h.value in WEAK or h.value == "@sector") and not COUNTED.match(self.document.text[h.end : end]):
                nxt = self.document.text[h.end : h.end + 1]
                if nxt not in "、和数":
                    continue
            out.append(h)
        return out

    def _rate(self, quantity: Quantity, window: Window) -> Indicated:
        text = self.document.text[window.low : quantity.start]
        return Indicated(
            "other", re.sub(r"(?:已|达到?|为|超过?|约|近|突破|高达|均)*$", "", text).strip(" 、的"), (), "other.rate"
        )

    def _ranked(self, quantity: Quantity, window: Window) -> list[tuple[Indicated, Draft | None]]:
        each = [m for m in self.document.between("link", window.low, quantity.start) if m.value == "each"]
        levels = [d for d in self.here if d.measure == "level" and not self._part(d)]
        counted = N_INDICATORS.search(self.document.text, window.low, quantity.start)
        if counted and each:
            levels = levels[-NUMERALS.get(counted[1], len(levels)) :]
        if each and levels:
            return [(d.what, d) for d in levels]
        carrier = self.carrier(window)
        if carrier is not None and carrier.sentence == window.sentence:
            return [(carrier.what, carrier)]
        listed = EACH_OF.search(self.document.text[window.low : quantity.start]) if each else None
        names = re.split(r"、|和|及|与", listed[1]) if listed else [self.document.text[window.low : quantity.end]]
        return [(Indicated("other", name, (), "other.rank"), None) for name in names]

    def _part(self, draft: Draft) -> bool:
        """Whether a figure is a part of the one before it: 其中10亿元以上项目12个."""
        clause = self.document.clause_start(draft.quantity.start)
        return self.document.text.startswith("其中", clause)

    def carrier(self, window: Window) -> Draft | None:
        """The figure that a relative one hangs on: the last of its sentence, else of the sentence before in its paragraph."""
        if self.here:
            return next((d for d in reversed(self.here) if d.what.code != "other" or d.measure != "level"), self.here[-1])
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
            self.writer.write(Finding(quantity, window, measured, what, carrier, subject, when))
        return True
