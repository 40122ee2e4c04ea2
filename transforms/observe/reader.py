"""Reads an article's figures one after the other, each with what it measures, of whom, and when."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from transforms.observe import counts, measures, money
from transforms.observe.apart import counts_row, each_of, pace_named
from transforms.observe.case import Case
from transforms.observe.document import Document, Sentence
from transforms.observe.finding import Finding
from transforms.observe.goals import of_goal
from transforms.observe.grids import find_grids
from transforms.observe.inherited import inherited
from transforms.observe.listed import listed_item
from transforms.observe.measures import Measured
from transforms.observe.mention import Mention
from transforms.observe.mentions import Cast
from transforms.observe.model import Draft, Indicated, Subject, unit_class
from transforms.observe.relative import THIS_FIGURE, What, relative
from transforms.observe.rhetoric import tells_nothing
from transforms.observe.series import pairs, runs
from transforms.observe.subjects import Subjects
from transforms.observe.tables import read_table
from transforms.observe.timing import Timing
from transforms.observe.window import Window
from transforms.observe.writing import Writer
from transforms.quantities import Quantity

HAS = re.compile(r"[有含辖增占设]|包括|获批|建成|形成|升级|中$")
# Lines that a page puts round its article: search words, links to other articles.
FURNITURE = re.compile(
    r"[【\[(\s]{0,3}(?:本文)?(?:关键[词字]|标签|热门资讯|热门推荐|相关阅读|推荐阅读|相关新闻|猜你喜欢|延伸阅读|[上下]一[篇条])[】\])]?\s*[::]"
)
LINKS = re.compile(
    r"[【\[(\s]{0,3}(?:新闻推荐|推荐新闻|热门推荐|热点推荐|精彩推荐|推荐阅读|相关阅读|相关新闻|相关报道|相关链接|相关文章|延伸阅读|猜你喜欢|更多新闻|热点新闻|最新新闻)"
    r"[】\])]?\s*[:>]?"
)
TOLD_EXACTLY = re.compile(r"(?:大关|以上)?[,、]?(?:累计|全年|共)?(?:达到?|为|实现|完成|突破|超过?)了?")
PASSED = ("跨越", "迈上", "跨上", "站上", "跃上", "迈过", "越过", "跨过", "登上")  # 跨越90亿元,累计完成93.4亿元
PASSES = re.compile(
    r",(?:并|且)?(?:首次|第一次|头一[回次]|终于|一举|成功|历史性地?|强势|顺利|再次|又|率先|实现|正式|成为[^,;。]{0,8})*(?:突破|冲破|超过?|跨越|越过|跨过|迈上|迈过|跨上|登上|跃上|站上|跨入|迈入|闯过)(?:了)?"
)
PACE = re.compile(r"(?:增速|增幅|增长率)(?:约|近|超过?|为|达到?|高达)*$")
PRODUCT_ENDS = re.compile(r"扩建|技改|改造|新建|生产线|生产|建设|加工|项目|装置")
NAME_GOES_ON = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,14}?(?:项目|生产线|装置)")
# 新增高新技术企业9家、孵化器2家,科技型中小企业14家: until a verb or a total comes.
INCREMENT_GOES_ON = re.compile(
    r"^(?:以上|左右)?(?:、[^,;。:]{0,20}|,(?!(?:目前|现|已|全|累|共|总|其中|占|同比|较|比|达|实现|完成|签约|引进|拥有))[^,;。:]{0,20})$"
)
MOVED = re.compile(r",(?:同比|又|再|还|一下子)?(?!占|完成|实现|用|花|投)[\u4e00-\u9fff]{1,5}(?<!完成)了(?:约|近|超)?")
INCREMENT_ENDS = re.compile(
    r"累计|达|总数|总量|共|安置|带动|提供|解决|吸纳|创造|缴纳|上缴|拥有|现有|签约|引进|完成|实现|开工|投产|竣工|建成|在建|培育|举办|开展|招引|落户|集聚|突破|目前|获|占|洽谈|储备|在谈|开复工|复工|预计"
)
MADE = "台套件辆只片吨支"  # last characters of what products are counted and weighed in
ONE = {"一个", "一家", "一项", "一座", "一条"}  # 其中一个新材料项目: a determiner, no count
HAS = re.compile(
    r"(?:有|为|达到?|增至|增加到|建成|设立|建立|辖|布局|批准|形成|建设|认定|新增|突破|共|拓展到|扩大到|计划[^,;。]{0,6})了?[约近超]?$"
)


class Reader:
    """Reads one document; ``drafts`` are its observations in the text's order."""

    def __init__(self, document: Document, cast: Cast, published: str | None) -> None:
        """``published`` is the article's date, as far as it is known."""
        self.document, self.cast = document, cast
        self.subjects, self.timing = Subjects(document, cast), Timing(document, published)
        self.writer = Writer(document, cast, published, self.subjects, self.timing)
        self.drafts = self.writer.drafts
        self._sentence_first = 0  # index of the sentence's first draft

    def read(self) -> list[Draft]:
        """All drafts of the document."""
        grids = find_grids(self.document)
        read_to = 0  # end of the last table that was read as one
        for sentence in self.document.sentences:
            while grids and grids[0].start <= sentence.start:
                grid = grids.pop(0)
                if told := read_table(self.document, self.cast, self.timing, grid):
                    self.drafts += told
                    read_to = grid.end
            if sentence.start < read_to:
                continue
            if FURNITURE.match(self.document.text, sentence.start):
                continue
            begun = self.drafts or 3 * sentence.start > len(self.document.text)
            if begun and LINKS.fullmatch(self.document.text, sentence.start, sentence.end):
                break  # what follows are other articles' first words
            self.subjects.enter(sentence)
            self._sentence_first = len(self.drafts)
            self._sentence(sentence)
            self.writer.settle(self.here)
            self.timing.leave(sentence)
            self.subjects.leave(sentence)
        return self.drafts

    def _sentence(self, sentence: Sentence) -> None:
        figures = [q for q in self.document.quantities_between(sentence.start, sentence.end) if q.role == "figure"]
        figures = [q for q in figures if q.text not in ONE]
        if not figures:
            return
        figures = [
            q for q, following in zip_longest(figures, figures[1:]) if following is None or not self._told_exactly(q, following)
        ]
        figures = [q for q in figures if not self._counts_subject(q)]
        figures = [q for before, q in zip_longest([None, *figures], figures) if q is not None and not self._passes(before, q)]
        floor = sentence.start
        for run in runs(self.document, figures):
            if len(run) == 1 or not self._series(run, Window.around(self.document, sentence, run[0], run[-1], floor)):
                for quantity in run:
                    self._figure(quantity, Window.around(self.document, sentence, quantity, quantity, floor))
                    floor = quantity.end
            floor = run[-1].end

    def _counts_subject(self, quantity: Quantity) -> bool:
        """Whether a number is a part of the name of those that its clause tells a figure of."""
        if unit_class(quantity) != "C":
            return False
        if counts_row(self.document, self.cast, quantity):
            return True
        if not self.cast.counts_group(quantity.start, quantity.end):
            return False
        start, end = self.document.clause_start(quantity.start), self.document.clause_end(quantity.end)
        told = any(q.role == "figure" for q in self.document.quantities_between(quantity.end, end))
        return told and HAS.search(self.document.text, start, quantity.start) is None

    def _told_exactly(self, quantity: Quantity, following: Quantity) -> bool:
        """Whether a round figure is said again exactly: 突破1000亿元,达1068亿元."""
        doubled = quantity.unit == "番" and following.unit_measure != "PC"  # 翻一番,突破3000亿元
        passed = quantity.qualifier == "over" or self.document.text.endswith(PASSED, 0, quantity.start)
        rounded = passed and quantity.unit_measure == following.unit_measure
        if not doubled and not (rounded and quantity.obs_value < following.obs_value < 1.5 * quantity.obs_value):
            return False
        return TOLD_EXACTLY.fullmatch(self.document.text[quantity.end : following.start]) is not None

    def _passes(self, before: Quantity | None, q: Quantity) -> bool:
        """Whether a round figure is but what the exact one before it passed: 1006亿元,首次突破千亿元大关."""
        over = q.qualifier == "over" or self.document.text.endswith(PASSED, 0, q.start)
        rounded = before is not None and over and before.qualifier == "exact"
        if before is None or not rounded or before.unit_measure != q.unit_measure:
            return False
        near = q.obs_value <= before.obs_value < 1.5 * q.obs_value
        return near and PASSES.fullmatch(self.document.text[before.end : q.start]) is not None

    @property
    def here(self) -> list[Draft]:
        """The sentence's drafts so far."""
        return self.drafts[self._sentence_first :]

    def case(self, quantity: Quantity, window: Window) -> Case:
        """A figure in its place."""
        return Case(self.document, self.cast, self.subjects, quantity, window, self.drafts, self.here)

    def _figure(self, quantity: Quantity, window: Window) -> None:
        work = self._in_name(quantity)
        if work is not None:
            product = PRODUCT_ENDS.split(self.document.text[quantity.end : work.end])[0]
            scope = (product,) if product else ()
            what = Indicated("project_capacity", self.document.text[quantity.start : work.end], scope, "capacity.in_name")
            owner = self.cast.owner(work) or work
            whose = Subject(owner.name, "project", "name", owner.span)
            self.writer.write(
                Finding(quantity, window, Measured("level", quantity.start, False, "level.name"), what, None, whose)
            )
            return
        measured = self.measured(quantity, window)
        case = self.case(quantity, window)
        for what, carrier in self._whats(case, measured):
            if carrier is None and (listed := inherited(case, what, measured)) is not None:
                what, measured, carrier = *listed, None  # noqa: PLW2901 - one figure, read anew
            if tells_nothing(case, what):
                continue
            holders: list[Subject | None] = [*each_of(case)]
            for holder in holders or [None]:
                self.writer.write(Finding(quantity, window, measured, what, carrier, holder))
            if what.rule == "count.referred":
                self.drafts[-1].told_before = True
                self.drafts[-1].what = replace(what, rule="count.head")

    def _whats(self, case: Case, measured: Measured) -> What:
        if measured.measure not in ("level", "increment") or case.unit in ("P", "S"):
            return relative(case, measured)
        shared = money.shared(case) if case.unit == "M" else None
        if shared is not None:
            return [(what, None) for what in shared]
        what = counts.counted(case) if case.unit == "C" else money.amount(case)
        work = self.cast.works.get(case.quantity.start)
        if what.code == "other" and work is not None and work.kind == "project":  # 拿出35亿元建设…项目
            what = Indicated("project_investment", what.text, (), "investment.of_work")
        return [(what, None)]

    def _in_name(self, quantity: Quantity) -> Mention | None:
        """The project in whose name a quantity stands: 神宁400万吨煤炭间接液化项目."""
        unit = unit_class(quantity)
        if unit not in "TQCELA" or quantity.unit[-1:] in "个家项期人名":
            return None
        around = self.cast.between(max(0, quantity.start - 40), min(len(self.document.text), quantity.end + 40))
        named = next((m for m in around if m.kind == "project" and m.start < quantity.start and quantity.end < m.end), None)
        by_form = NAME_GOES_ON.match(self.document.text, quantity.end) if unit in "TQ" else None
        whole = self.subjects.project_near(quantity.start) if by_form and not by_form[0].endswith("项目") else None
        if named is None and by_form is not None and whole is not None:  # 一期建设20万吨己二酸装置, in the project spoken of
            return Mention(quantity.start, by_form.end(), "project", whole.name, span=whole.span)
        if named is None and by_form is not None:  # 180万吨乙二醇项目
            name = self.document.text[quantity.start : by_form.end()]
            return Mention(quantity.start, by_form.end(), "project", name, span=(quantity.start, by_form.end()))
        if named is None and quantity.unit[-1:] in MADE and (item := listed_item(self.document, self.cast, quantity)):
            return Mention(*(item.span or (0, 0)), "project", item.name, span=item.span)
        return named

    def measured(self, quantity: Quantity, window: Window) -> Measured:
        """The measure of a figure: its own words', else what the figure before it gives."""
        text, here, percent = self.document.text, self.here, unit_class(quantity) == "P"
        last = here[-1] if here else None
        measured = measures.measure_of(self.document, quantity, window.low, window.high)
        if percent and (measured is None or measured.rule in ("level.to", "level.rate")):
            measured = measures.share_announced(self.document, quantity, window.floor, window.low) or measured
        if last is None:
            return measured or self._silent(quantity, window)
        if of_goal(self.document, quantity, last):
            return Measured("completion", quantity.start, False, "completion.of_goal")
        refers = percent and THIS_FIGURE.search(text, window.low, quantity.start)
        if refers and last.measure == "growth":
            return Measured("growth", quantity.start, False, "growth.this_figure")
        measured = measured or self._silent(quantity, window)
        if measured.rule == "level.to" and last.measure == "share":
            return Measured("share", measured.cue_start, False, "share.to")
        goes_on = measured.measure == "level" and last.measure == "increment"
        between = text[last.quantity.end : quantity.start] if goes_on else ""
        counts = unit_class(quantity) == unit_class(last.quantity) == "C"
        if goes_on and (counts or "," not in between) and INCREMENT_GOES_ON.match(between) and not INCREMENT_ENDS.search(between):
            return Measured("increment", measured.cue_start, False, "increment.list")
        return measured

    def _silent(self, quantity: Quantity, window: Window) -> Measured:
        """A percentage without a word for its measure: as the one before it; else a growth after an amount's noun, or a level."""
        last = self.here[-1] if self.here else None
        if PACE.search(self.document.text, window.low, quantity.start):
            return Measured("growth", quantity.start, False, "silent.growth")
        level = last if last is not None and last.measure == "level" else None  # 产值268亿元,往前拱了5.3%
        if level is not None and MOVED.fullmatch(self.document.text, level.quantity.end, quantity.start):
            return Measured("growth", quantity.start, False, "growth.moved")
        if last is not None and last.quantity.unit_measure == "PC" and last.measure != "level":
            return Measured(last.measure, quantity.start, last.negative, "silent.as_before")
        heads = self.document.between("head", window.low, quantity.start)
        if heads and heads[-1].dimensions == "M":
            return Measured("growth", quantity.start, False, "silent.growth")
        return Measured("level", quantity.start, False, "silent.level")

    def _series(self, run: list[Quantity], window: Window) -> bool:
        """Read a run of figures against the list that it is paired with; False where there is none."""
        measured = measures.measure_of(self.document, run[0], window.low, window.high) or self._silent(run[0], window)
        cases = [self.case(quantity, window) for quantity in run]
        if pace_named(cases[0], measured):
            measured = Measured("growth", measured.cue_start, measured.negative, "growth.of_list")
        matched = pairs(cases, measured, self.timing)
        if matched is None:
            return False
        for quantity, (what, carrier, whose, when) in zip(run, matched, strict=True):
            self.writer.write(Finding(quantity, window, measured, what, carrier, whose, when))
        return True
