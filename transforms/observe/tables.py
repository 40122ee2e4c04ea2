"""Tables in the text: each cell with the meaning of its column's head and its row's name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from parkwatch.records import Measure, SubjectKind
from transforms.observe.document import Document, Sentence
from transforms.observe.grids import ONLY_UNIT, YEAR, Cell, Grid
from transforms.observe.lexicon import Mark, lexicon
from transforms.observe.mentions import Cast
from transforms.observe.model import Draft, Indicated, Subject
from transforms.observe.timing import NEVER, Timing, When
from transforms.periods.sdmx import months, months_of
from transforms.quantities import Quantity, normal
from transforms.repair import fold

UNIT = re.compile(r"\(([^()]*)\)|[,:]?单位:?\s*([^\s|]+)")
GROWTH = re.compile(r"同比|增长|增速|增幅|±|增减|环比")
SHARE = re.compile(r"占比|比重|占")
RANK = re.compile(r"位次|排名|名次|排位")
AIMED = re.compile(r"目标|计划|任务|预期")  # a column of what is aimed at: 全年目标, 年度计划
COMPLETION = re.compile(r"完成率|完成(?:年度|全年|目标|计划|任务|预算)|进度|占年")
LONGEST_CAPTION = 60
THIS_MONTH = re.compile(r"[本当单]月")
LAST_YEAR = re.compile(r"[上去]年(?:同期|同月)?|(?<!比)同期(?!增|增长|±|比)")
AGAINST = re.compile(r"[比较](?:[上去]年)?同?期?|同比")
OF_ALL = re.compile(rf"[(]({ONLY_UNIT.pattern})[)]$")
SAYS_WHEN = re.compile(r"\d|年|季|月|累计|同期")
TELLS_TIME = re.compile(r"\d|年|季|月")
NAMES_MONTHS = re.compile(r"[\d半季]")
ORDINAL = re.compile(r"(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、]|其中:?|#|[◆●■▲·•])+")
PART = re.compile(r"(?:其中|#)")
MOST_GROWTH = 100  # percent: a bare number behind an amount is its growth up to there
A_TIME = re.compile(r"(?:(?:19|20)\d\d)年?|\d{1,2}月份?|\d{1,2}[-~至]\d{1,2}月|[一二三四]季度|[上下]半年|全年|本月|累计")
BRACKETED = re.compile(r"\([^()]*\)$")
PARK = re.compile(r"(?:区|园|基地|港|城)$")
FIRM = re.compile(r"(?:公司|集团|厂)$")
ENDS: tuple[tuple[re.Pattern[str], SubjectKind], ...] = (
    (PARK, "park"),
    (re.compile(r"(?:市|县|镇|乡|街道)$"), "region"),
    (FIRM, "enterprise"),
    (re.compile(r"(?:项目|工程)$"), "project"),
)
WHOLE = re.compile(r"(全[市区县省州])?(?:合计|总计|小计)?")
OUTPUTS = ("industrial_output", "industrial_output_ads")
KINDS = {"高新区": "高新", "经开区": "经", "综保区": "综", "保税区": "保税"}  # what a park of a bare kind is named with
FALLS = frozenset(("下降", "降", "减少", "减", "回落"))
CAPTION = re.compile(rf"单位:?\s*((?:{ONLY_UNIT.pattern}|%)(?:[、,;/和](?:{ONLY_UNIT.pattern}|%))*)")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's head says."""

    measure: Measure
    head: Mark | None
    unit: str
    period: str
    text: str


def read_table(document: Document, cast: Cast, timing: Timing, grid: Grid) -> list[Draft]:
    """The drafts of a table's cells."""
    if not grid.heads and not any(_head_of(_label(cells).text) for _, cells in grid.rows):
        return []
    table = Table(document, timing, grid)
    drafts: list[Draft] = []
    above = ""
    for line, cells in grid.rows:
        label = _label(cells)
        part = PART.match(label.text) is not None
        row_head = _head_of(label.text) or (_head_of(ORDINAL.sub("", label.text) + above) if part else None)
        above = above if part else label.text
        row_unit = table.unit_of(label, cells)
        subject, scope = _row_subject(cast, label, row_head)
        row_head = None if subject.rule == "row" else row_head
        last: Column | None = None
        for cell, column in zip(cells, table.columns, strict=False):
            match = cell.number
            counts_rows = match is not None and match[3] is None and cell.start < label.start
            if match is None or counts_rows or column.text.endswith("序号") or cell is label:
                continue
            bare = column.head is None and (last is None or last.head is None)
            here = _of_row(_of_cell(column, match, last), last, row_head or (table.told if bare else None), row_unit)
            before = here.measure == "level" and last is not None and LAST_YEAR.search(column.period) is not None
            last = here if here.measure == "level" and not before else last  # what grows is this year's
            quantity = _quantity(cell, match, here)
            if quantity is not None:
                when = table.when(here, label)
                draft = _draft(line, quantity, (here, _what(here, scope), subject), when)
                draft.negative = match[1] in FALLS and quantity.value > 0
                drafts.append(draft)
    return drafts


class Table:
    """What holds for a whole table: its columns, its caption's noun and period."""

    def __init__(self, document: Document, timing: Timing, grid: Grid) -> None:
        """Read heads and caption; ``timing`` knows what the text has been speaking of."""
        text = document.text
        caption = CAPTION.search(text, max(0, grid.start - 60), grid.start + 60)
        caption = caption or OF_ALL.search(fold(document.article.title).text)
        units = re.split(r"[、,;/]", caption[1]) if caption else []
        width = max(len(cells) for _, cells in grid.rows)
        self.columns = [_column(head, units) for head in grid.heads] or [_column("", units)] * width
        said = [line for line in text[max(0, grid.start - 120) : grid.start].split("\n") if line.strip()][-2:]
        above = [line for line in said if len(line) <= LONGEST_CAPTION and not line.endswith("。")]
        self._timing = timing
        nouns = (_head_of(line) for line in reversed(above))
        self.told = next((noun for noun in nouns if noun is not None and "M" in noun.dimensions), None)
        named = next((when for line in reversed(above) if (when := timing.of_text(line)) is not None), None)
        self._when = named or timing.carried or NEVER
        second = [cells[1].text for _, cells in grid.rows if len(cells) > 2]
        by_head = next((k for k, head in enumerate(grid.heads) if k and head.endswith("单位")), None)
        own = 1 if second and all(ONLY_UNIT.fullmatch(unit) for unit in second) else None
        self._unit_column = by_head if by_head is not None else own

    def unit_of(self, label: Cell, cells: list[Cell]) -> str:
        """The unit that a row names, in a cell of its own or behind its label."""
        if self._unit_column is not None and self._unit_column < len(cells):
            return cells[self._unit_column].text
        named = UNIT.search(label.text)
        return (named[1] or named[2] or "") if named else ""

    def when(self, column: Column, label: Cell) -> When:
        """When a cell holds: the period of its column, else its row's, else the table's."""
        by_column = self._of_words(column.period, growth=column.measure == "growth")
        if by_column is not None:
            return by_column
        named = label.text + "年" * (YEAR.fullmatch(label.text) is not None)
        return (self._timing.of_text(named) if A_TIME.match(label.text) else None) or self._when

    def _of_words(self, text: str, *, growth: bool) -> When | None:
        text = AGAINST.sub("", text) if growth else text
        text += "年" * (YEAR.fullmatch(text) is not None)
        run = months_of(self._when.time_period)
        if run is None or YEAR.search(text):
            return self._timing.of_text(text) if TELLS_TIME.search(text) else None
        year, first, last = run
        before, text = LAST_YEAR.search(text) is not None, LAST_YEAR.sub("", text)
        year -= before
        if "累计" in text and not NAMES_MONTHS.search(text):
            first = 1
        elif THIS_MONTH.search(text):
            first = last
        elif named := self._timing.of_text(text, published=f"{year}-{last:02}", year=year):
            return named._replace(period_basis=self._when.period_basis)
        elif not before:
            return None
        return When(months(year, first, last), self._when.period_basis, "period.column")


def _label(cells: list[Cell]) -> Cell:
    """The cell that names the row: the first that is no number."""
    return next((c for c in cells if not c.is_value and c.text), cells[0])


def _of_cell(column: Column, match: re.Match[str], last: Column | None) -> Column:
    """A column as one of its cells has it: the cell's own unit; a percentage behind an amount is its growth."""
    behind = column.text == "" and last is not None
    small = match[3] is None and abs(float(match[2].replace(",", ""))) < MOST_GROWTH
    growth = match[1] is not None or (behind and (match[3] == "%" or small))
    if growth and column.measure == "level":
        return replace(column, measure="growth", unit="%")
    if match[3] is not None and match[3].endswith("百分点"):
        return replace(column, measure="increment", unit="百分点")
    return replace(column, unit=match[3]) if match[3] and column.measure == "level" else column


def _column(text: str, units: list[str]) -> Column:
    named = UNIT.search(text)
    unit = next((u for u in (named[1] or named[2] or "",) if ONLY_UNIT.fullmatch(u)), "") if named else ""
    measure: Measure = (
        "rank"
        if RANK.search(text)
        else "completion"
        if COMPLETION.search(text)
        else "growth"
        if GROWTH.search(text)
        else "share"
        if SHARE.search(text)
        else "level"
    )
    if not unit and measure == "level":
        unit = next((u for u in units if ONLY_UNIT.fullmatch(u) and u != "%"), "")
    head = _head_of(text)
    if head is not None and "C" in head.dimensions and not (named and unit):
        unit = "家" if "企业" in text or "户" in text else "个"
    return Column(measure, head, "%" if measure in ("growth", "share", "completion") else unit, text, text)


def _head_of(text: str) -> Mark | None:
    heads = lexicon().scan(BRACKETED.sub("", text) or text)["head"]
    heads = [h for h in heads if h.value not in ("@enterprise", "@project", "@sector")] or heads
    return heads[-1] if heads else None


def _of_row(column: Column, last: Column | None, row_head: Mark | None, row_unit: str) -> Column:
    """A column in a row: the row's own noun and unit where it has one; a growth is of the amount before it."""
    head = row_head or column.head or (last.head if last else None)
    unit = column.unit if column.measure != "level" else (row_unit or column.unit)
    period = column.period if SAYS_WHEN.search(column.period) else (last.period if last else column.period)
    return replace(column, head=head, unit=unit, period=period)


def _row_subject(cast: Cast, label: Cell, row_head: Mark | None) -> tuple[Subject, tuple[str, ...]]:
    """Whose a row's figures are, and what its label narrows them to."""
    named = [m for m in cast.between(label.start, label.end) if m.kind in ("park", "region", "enterprise")]
    main, name = Subject(cast.main.name, cast.main.kind, "main"), BRACKETED.sub("", label.text)
    part = bool(named) and named[0].start > label.start and PARK.search(name) is not None  # 产业集聚区 of 南浦产业集聚区
    if named and not part and (row_head is None or named[0].end == label.end):
        other = name in KINDS and not named[0].name.startswith(name) and KINDS[name] not in named[0].name
        return Subject(name if other else named[0].name, named[0].kind, "row"), ()
    if FIRM.search(name):
        return Subject(name, "enterprise", "row"), ()
    if A_TIME.fullmatch(label.text):
        return main, ()
    if whole := WHOLE.fullmatch(label.text):
        place = cast.home(whole[1]) if whole[1] else None
        return Subject(place.name, "region", "row") if place else main, ()
    within = PARK.search(name) and row_head is not None and row_head.end < len(label.text)  # 产业 of 南浦产业集聚区
    if row_head is None or name.endswith("项目") or within:
        kind = next((kind for ends, kind in ENDS if ends.search(name)), None)
        return (Subject(name, kind, "row"), ()) if kind else (main, (label.text,))
    return main, ()


def _draft(line: Sentence, quantity: Quantity, meaning: tuple[Column, Indicated, Subject], when: When) -> Draft:
    column, what, subject = meaning
    of_work = subject.kind == "project" and what.code in ("projects_total_investment", "projects_total")
    if of_work and quantity.unit_measure not in ("NUM", "PC"):
        what, when = replace(what, code="project_investment"), NEVER
    return Draft(
        quantity=quantity,
        sentence=line,
        measure=column.measure,
        what=what,
        subject=subject,
        time_period=when.time_period,
        period_basis=when.period_basis,
        stance="design" if of_work else "target" if column.measure == "level" and AIMED.search(column.text) else "actual",
        growth_basis="" if column.measure != "growth" else "pop" if "环比" in column.text else "yoy",
        rules=["table", what.rule, f"subject.{subject.rule}", when.rule],
    )


def _what(column: Column, scope: tuple[str, ...]) -> Indicated:
    head = column.head
    if head is None:
        code = "cluster_output" if scope and column.measure in ("level", "growth") and "元" in column.unit + "元" else "other"
        return Indicated(code, column.text, scope, "table.no_head")
    code = {
        "@output": "cluster_output" if scope else "industrial_output",
        "@value_added": "industrial_value_added",
        "@revenue": "operating_revenue",
        "@tax": "tax_revenue",
        "@investment": "fixed_asset_investment",
        "@total_investment": "projects_total_investment",
        "@enterprise": "enterprises_total",
        "@project": "projects_total",
        "@arrived": "domestic_capital_utilized",
        "@scale": "industrial_output",
        "@fund": "fund_size",
    }.get(head.value, head.value)
    if scope and code in OUTPUTS and column.measure in ("level", "growth", "share"):
        code = "cluster_output"  # rows of industries
    return Indicated("other" if code.startswith("@") else code, head.word, scope, "table.head")


def _quantity(cell: Cell, match: re.Match[str], column: Column) -> Quantity | None:
    """A cell's number with its column's unit; None where no unit is known."""
    unit = "第" if column.measure == "rank" else match[3] or column.unit
    unit = "百分点" if unit == "个百分点" else unit
    if unit not in ("第", "%") and not ONLY_UNIT.fullmatch(unit):
        return None
    number = match[2].replace(",", "")
    value, measure = normal(Decimal(number), unit)
    start, digits = cell.start + match.start(2), cell.start + match.end(2)
    return Quantity(
        start=start,
        end=cell.end,
        number_start=start,
        number_end=digits,
        text=cell.text,
        value=float(number),
        value_high=None,
        unit=unit,
        obs_value=value,
        obs_value_high=None,
        unit_measure=measure,
        qualifier="exact",
        role="figure",
    )
