"""Tables in the text: each cell with the meaning of its column's head and its row's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from parkwatch.records import Measure
from transforms.observe.document import Document, Sentence
from transforms.observe.lexicon import Mark, lexicon
from transforms.observe.mentions import Cast
from transforms.observe.model import Draft, Indicated, Subject
from transforms.observe.timing import NEVER, Timing
from transforms.quantities import Quantity, normal

CELL = re.compile(r"[^|\n]+")
WORD = re.compile(r"\S+")
NUMBER = re.compile(r"([-+]?\d[\d,]*(?:\.\d+)?)\s*(%|[\u4e00-\u9fff/]{0,5})")
UNIT = re.compile(r"\(([^()]*)\)|[,:]?单位:?\s*([^\s|]+)")
KNOWN_UNIT = re.compile(r"[百千万亿]*(?:元|美元|家|个|户|人|项|件|亩|平方米|平方公里|吨|千瓦时|度|标箱|公里|名|条|台)|%|‰")
GROWTH = re.compile(r"同比|增长|增速|增幅|±|增减|环比")
SHARE = re.compile(r"占比|比重|占")
RANK = re.compile(r"位次|排名|名次|排位")
COMPLETION = re.compile(r"完成率|完成(?:年度|全年|目标|计划|任务|预算)|进度|占年")
ROW_HEAD = re.compile(r"指标|项目|名称|^序号$")
CAPTION = re.compile(r"单位:?\s*([^\s|]+)")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: [start, end) in the folded text, and what it says."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's head says."""

    measure: Measure
    head: Mark | None
    unit: str
    period: str
    text: str


Row = tuple[Sentence, list[Cell]]


def find_tables(document: Document) -> list[list[Row]]:
    """Runs of lines with the same number of cells, the first of them without a number: a head and its rows."""
    tables: list[list[Row]] = []
    current: list[Row] = []
    for sentence, cells in _lines(document):
        numbers = sum(bool(NUMBER.fullmatch(c.text)) for c in cells)
        fits = current and len(cells) == len(current[0][1]) and numbers * 2 >= len(cells) - 1
        if fits:
            current.append((sentence, cells))
            continue
        if len(current) > 1:
            tables.append(current)
        current = [(sentence, cells)] if len(cells) >= 2 and not numbers and _is_head(cells) else []
    return [*tables, current] if len(current) > 1 else tables


def _is_head(cells: list[Cell]) -> bool:
    return len(cells) >= 3 and all(len(c.text) <= 24 for c in cells) and not any(re.search(r"[。;!?]", c.text) for c in cells)


def _lines(document: Document) -> Iterator[tuple[Sentence, list[Cell]]]:
    """Each line of the text with its cells, by upright bars, else by white space."""
    start = 0
    for paragraph, line in enumerate(document.text.split("\n")):
        pattern = CELL if "|" in line else WORD
        cells = [Cell(start + m.start(), start + m.end(), m[0]) for m in pattern.finditer(line) if m[0].strip()]
        trimmed = [
            Cell(c.start + len(c.text) - len(c.text.lstrip()), c.start + len(c.text.rstrip()), c.text.strip()) for c in cells
        ]
        yield Sentence(start, start + len(line), paragraph), trimmed
        start += len(line) + 1


def read_table(document: Document, cast: Cast, timing: Timing, table: list[Row]) -> list[Draft]:
    """The drafts of a table's cells."""
    (head_line, heads), *rows = table
    caption = CAPTION.search(document.text, max(0, head_line.start - 60), head_line.start)
    units = re.split(r"[、,;/]", caption[1]) if caption else []
    columns = [_column(cell, units) for cell in heads]
    unit_column = next((i for i, c in enumerate(heads) if c.text in ("单位", "计量单位")), None)
    drafts = []
    for line, cells in rows:
        label = next((c for c in cells if not NUMBER.fullmatch(c.text)), cells[0])
        row_head = _head_of(label.text)
        row_unit = cells[unit_column].text if unit_column is not None else next(iter(UNIT.findall(label.text)), ("", ""))[0]
        subject, scope = _row_subject(cast, label, row_head)
        last: Column | None = None
        for cell, column in zip(cells, columns, strict=True):
            match = NUMBER.fullmatch(cell.text)
            if match is None or column.text == "序号":
                continue
            column_here = _of_row(column, last, row_head, row_unit)
            last = column_here if column_here.measure == "level" else last
            quantity = _quantity(cell, match, column_here)
            if quantity is not None:
                drafts.append(_draft(timing, line, quantity, (column_here, _what(column_here, scope), subject)))
    return drafts


def _column(cell: Cell, units: list[str]) -> Column:
    text = cell.text
    named = UNIT.search(text)
    unit = next((u for u in (named[1] or named[2] or "",) if KNOWN_UNIT.fullmatch(u)), "") if named else ""
    measure: Measure = (
        "completion"
        if COMPLETION.search(text)
        else "growth"
        if GROWTH.search(text)
        else "rank"
        if RANK.search(text)
        else "share"
        if SHARE.search(text)
        else "level"
    )
    if not unit and measure == "level":
        unit = next((u for u in units if KNOWN_UNIT.fullmatch(u) and u != "%"), "")
    head = _head_of(text)
    if head is not None and "C" in head.dimensions and not (named and unit):
        unit = "家" if "企业" in text or "户" in text else "个"
    return Column(measure, head, "%" if measure in ("growth", "share", "completion") else unit, text, text)


def _head_of(text: str) -> Mark | None:
    heads = lexicon().scan(text)["head"]
    heads = [h for h in heads if h.value not in ("@enterprise", "@project", "@sector")] or heads
    return heads[-1] if heads else None


def _of_row(column: Column, last: Column | None, row_head: Mark | None, row_unit: str) -> Column:
    """A column in a row: the row's own noun and unit where it has one; a growth is of the amount before it."""
    head = row_head or column.head or (last.head if last else None)
    unit = column.unit if column.measure != "level" else (row_unit or column.unit)
    period = column.period if re.search(r"\d|年|季|月", column.period) else (last.period if last else column.period)
    return replace(column, head=head, unit=unit, period=period)


def _row_subject(cast: Cast, label: Cell, row_head: Mark | None) -> tuple[Subject, tuple[str, ...]]:
    named = [m for m in cast.between(label.start, label.end) if m.kind in ("park", "region", "enterprise")]
    if named and row_head is None:
        return Subject(named[0].name, named[0].kind, "row"), ()
    main = Subject(cast.main.name, cast.main.kind, "main")
    if row_head is not None or re.fullmatch(r"合计|总计|全市|全区|全县|小计", label.text):
        return main, ()
    if re.search(r"(?:区|园|基地)$", label.text):
        return Subject(label.text, "park", "row"), ()
    if re.search(r"(?:市|县|镇|街道)$", label.text):
        return Subject(label.text, "region", "row"), ()
    if re.search(r"(?:公司|集团|厂)$", label.text):
        return Subject(label.text, "enterprise", "row"), ()
    return main, (label.text,)


def _draft(timing: Timing, line: Sentence, quantity: Quantity, meaning: tuple[Column, Indicated, Subject]) -> Draft:
    column, what, subject = meaning
    when = timing.of_text(column.period) or timing.carried or NEVER
    return Draft(
        quantity=quantity,
        sentence=line,
        measure=column.measure,
        what=what,
        subject=subject,
        time_period=when.time_period,
        period_basis=when.period_basis,
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
    return Indicated("other" if code.startswith("@") else code, head.word, scope, "table.head")


def _quantity(cell: Cell, match: re.Match[str], column: Column) -> Quantity | None:
    """A cell's number with its column's unit; None where no unit is known."""
    unit = "第" if column.measure == "rank" else match[2] or column.unit
    if unit not in ("第", "%") and not KNOWN_UNIT.fullmatch(unit):
        return None
    number = match[1].replace(",", "")
    value, measure = normal(Decimal(number), unit)
    digits = cell.start + len(match[1])
    return Quantity(
        start=cell.start,
        end=cell.end,
        number_start=cell.start,
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


def table_spans(tables: list[list[Row]]) -> list[tuple[int, int]]:
    """[start, end) of each table, for the reader of sentences to leave out."""
    return [(rows[0][0].start, rows[-1][0].end) for rows in tables]
