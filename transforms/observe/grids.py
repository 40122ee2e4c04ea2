"""Where a text holds a table: rows of cells side by side, or one cell a line as pages lose their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parkwatch.record import record
from transforms.observe.document import Document, Sentence
from transforms.quantities import unit_pattern

WORD = re.compile(r"\S+")
UNIT = unit_pattern()
NUMBER = re.compile(rf"(?:同比|比上年|较上年)?(增长|增|上升|下降|降|减少|减|回落)?([-+]?\d[\d,]*(?:\.\d+)?)\s*({UNIT})?")
ONLY_UNIT = re.compile(UNIT)
YEAR = re.compile(r"(?:19|20)\d\d")
FIGURE = re.compile(rf"\d(?:{UNIT})")  # in a cell of words: it is told, not tabled
EMPTY = frozenset(("-", "--", "—", "——", "/", "…", "－", "~"))
PROSE = re.compile(r"[。;!?,]")
TITLES = re.compile(r"^单位[::]|^附|(?:指标|情况|表|如下|统计|数据|简报|快报|一览|排名|排行榜?)(?:\([^()]*\))?[::]?$")
SHORT_HEAD = 4  # characters up to which 指标 or 排名 heads a column
LABELS = re.compile(r"(?:序号|[县市]?区|地区|县|单位|园区|名称|指标|行业|月份|时间|年份|项目|类别|企业)[^()]{0,4}")
LEAST_IN_LINE = 8  # cells of a table that has lost its line ends
LONGEST = 24  # characters of a cell that is no prose
MOST_COLUMNS = 9
MOST_LINES = 400  # of a table that has one cell a line
UPPER = 2  # lines of a head
MOST_CAPTIONS = 6  # lines before the head of a table that has one cell a line
MOST_WORDS = 2  # cells of a row that are no numbers: its label and a unit
LEAST = 4  # lines of a table that has one cell a line: two rows of two


@record
class Cell:
    """One cell: [start, end) in the folded text, and what it says."""

    start: int
    end: int
    text: str
    number: re.Match[str] | None  # the number that the cell is, with its unit; a year is none

    @property
    def is_value(self) -> bool:
        """Whether it is a number, or stands for one that is missing."""
        return self.number is not None or self.text in EMPTY


def _cell(start: int, text: str) -> Cell:
    match = NUMBER.fullmatch(text)
    return Cell(start, start + len(text), text, None if match is None or YEAR.fullmatch(text) is not None else match)


Row = tuple[Sentence, list[Cell]]
Place = tuple[Sentence, Cell]  # a cell and the line that it stands in


@record
class Grid:
    """A table: the cells of its head (empty where it has none), one for each column, and its rows."""

    heads: list[str]
    rows: list[Row]
    start: int  # of its first line, the head's
    end: int


@record
class _Line:
    sentence: Sentence
    cells: list[Cell]
    text: str

    @property
    def is_row(self) -> bool:
        """Whether it is a row: a label, and at least half of the others numbers."""
        words = [c for c in self.cells if not c.is_value]
        values = len(self.cells) - len(words)
        if len(self.cells) < 2 or not words or 2 * values < len(self.cells) - 1 or all(c.number is None for c in self.cells):
            return False
        return not any(FIGURE.search(c.text) for c in words)

    @property
    def is_head(self) -> bool:
        """Whether it may head a table: short cells and no number."""
        return bool(self.cells) and all(_short(c.text) and c.number is None for c in self.cells)


def _heads_column(cell: Cell) -> bool:
    """Whether a cell may stand over a column: no number, and no title of the whole table."""
    return cell.number is None and (len(cell.text) <= SHORT_HEAD or not TITLES.search(cell.text))


def _short(text: str) -> bool:
    return len(text) <= LONGEST and not PROSE.search(text)


def find_grids(document: Document) -> list[Grid]:
    """The tables of a text, in order and without overlap."""
    lines = _lines(document.text)
    grids: list[Grid] = []
    at = 0
    while at < len(lines):
        grid, after = _beside(lines, at) if len(lines[at].cells) > 1 else _below(lines, at)
        if grid is not None:
            grids.append(grid)
        at = after
    return grids


def _lines(text: str) -> list[_Line]:
    """Each line with its cells: between upright bars, else between white space."""
    out, start = [], 0
    for paragraph, line in enumerate(text.split("\n")):
        out.append(_Line(Sentence(start, start + len(line), paragraph), _cells(line, start), line))
        start += len(line) + 1
    return out


def _cells(line: str, start: int) -> list[Cell]:
    if "|" not in line:
        if len(line.split(maxsplit=1)) == 1 and not line[0].isspace():
            return [_cell(start, line.rstrip())]  # prose, mostly
        return [_cell(start + m.start(), m[0]) for m in WORD.finditer(line)]
    cells, at = [], start
    for part in line.split("|"):
        text = part.strip()
        first = at + (part.find(text) if text else 0)
        cells.append(_cell(first, text))
        at += len(part) + 1
    while cells and not cells[-1].text:
        cells.pop()
    return cells[1:] if cells and not cells[0].text and line.lstrip().startswith("|") else cells


def _beside(lines: Sequence[_Line], at: int) -> tuple[Grid | None, int]:
    """A table of lines with cells side by side, and the line after it."""
    if not lines[at].is_row and not lines[at].is_head:
        return _in_line(lines[at]), at + 1
    first = at
    while first < len(lines) and not lines[first].is_row and first - at < UPPER and lines[first].is_head:
        first += 1
    if first == len(lines) or not lines[first].is_row:
        return None, at + 1
    levels = [line.cells for line in lines[at:first]]
    width = max(len(lines[first].cells), len(levels[-1]) if levels else 0)
    last, body = first, []
    while last < len(lines):
        line = lines[last]
        if line.is_row and (len(line.cells) == width or (levels and len(line.cells) < width and "|" in line.text)):
            body.append(line)
        elif not (body and line.is_head and last + 1 < len(lines) and lines[last + 1].is_row and len(line.cells) < width):
            break  # a short line between two rows is a heading of those below it
        last += 1
    heads = _heads(levels, width)
    if not body or (not heads and (len(body) < 2 or not _plain_rows(body))):
        return None, max(last, first + 1)
    rows = [(line.sentence, line.cells) for line in body]
    return Grid(heads, rows, lines[at].sentence.start, body[-1].sentence.end), last


def _in_line(line: _Line) -> Grid | None:
    """A table that has lost its line ends: all its cells in one line."""
    if len(line.cells) < LEAST_IN_LINE or not all(_short(c.text) for c in line.cells):
        return None
    cells = [(line.sentence, cell) for cell in line.cells]
    best = _best(cells)
    if best is None:
        return None
    first, head, rows = best
    heads = _heads([line.cells[first : first + head]], len(rows[0][1])) if head else []
    return Grid(heads, rows, line.sentence.start, line.sentence.end)


def _heads(levels: list[list[Cell]], width: int) -> list[str]:
    """One text for each column: what stands above it, from the top; nothing where the lines do not fit the rows."""
    if not levels or not width - 1 <= len(levels[-1]) <= width:
        return []
    out = [""] * width
    for level in levels:
        texts = _spread([c.text for c in level], width, upper=level is not levels[-1])
        out = [above + text for above, text in zip(out, texts, strict=True)]
    return out if any(out) else []


def _spread(texts: list[str], width: int, *, upper: bool) -> list[str]:
    """A line of a head over all columns: an upper one's cells stand above several, the labels' own may be missing."""
    if not upper:
        texts = [f"({text})" if ONLY_UNIT.fullmatch(text) else text for text in texts]
        return texts if len(texts) == width else ["", *texts]
    if len(texts) == width or any(not text for text in texts[1:]):
        texts = (texts + [""] * width)[:width]
        for k in range(1, width):
            texts[k] = texts[k] or (texts[k - 1] if k > 1 else "")
        return texts
    own = texts
    if (width - 1) % len(texts) or LABELS.fullmatch(texts[0]):
        own = texts[1:]  # the first heads the labels
    if not own or (width - 1) % len(own):
        return [""] * width
    return ["", *(text for text in own for _ in range((width - 1) // len(own)))]


def _plain_rows(body: Sequence[_Line]) -> bool:
    """Whether rows without a head are a table all the same: a label first, and numbers alone behind it."""
    alike = len({len(line.cells) for line in body}) == 1
    return alike and all(not line.cells[0].is_value and all(c.is_value for c in line.cells[1:]) for line in body)


def _below(lines: Sequence[_Line], at: int) -> tuple[Grid | None, int]:
    """A table that has one cell a line: as many lines of head as of each row, or no head; empty lines between tell nothing."""
    last = at
    while last < min(len(lines), at + MOST_LINES) and len(lines[last].cells) < 2 and _short(lines[last].text.strip()):
        last += 1
    run = [k for k in range(at, last) if lines[k].cells]
    if len(run) < LEAST:
        return None, max(last, at + 1)
    cells = [(lines[k].sentence, lines[k].cells[0]) for k in run]
    if cells[0][1].number is not None and len(rows := _rows_reversed(cells)) > 1:
        return Grid([], rows, cells[0][0].start, rows[-1][0].end), run[sum(len(row) for _, row in rows) - 1] + 1
    best = _best(cells)
    if best is None:
        return None, max(last, at + 1)
    first, head, rows = best
    width = len(rows[0][1])
    heads = _heads([[cell for _, cell in cells[first : first + head]]], width) if head else []
    after = run[first + head + len(rows) * width - 1] + 1
    return Grid(heads, rows, cells[first][0].start, rows[-1][0].end), after


def _best(cells: Sequence[Place]) -> tuple[int, int, list[Row]] | None:
    """Where a head starts, the number of its cells, and the rows: the reading of a run of cells that holds the most of them."""
    best: tuple[int, int, list[Row]] | None = None
    held = 0
    for first in range(min(MOST_CAPTIONS, len(cells))):
        if first and cells[first - 1][1].is_value:
            break
        for width in range(2, MOST_COLUMNS):
            for head in (width, width - 1, 0):
                if head == 1 or not all(_heads_column(c) for _, c in cells[first : first + head]):
                    continue
                rows = _rows_below(cells[first + head :], width)
                if len(rows) > 1 and head + len(rows) * width > held:
                    best, held = (first, head, rows), head + len(rows) * width
    return best


def _rows_reversed(lines: Sequence[Place]) -> list[Row]:
    """Groups of a value, its label and further values (312.5亿元, 地区生产总值, 同比增长6.8%), each with the label first."""
    rows: list[Row] = []
    k = 0
    while k + 1 < len(lines):
        value, label = lines[k][1], lines[k + 1][1]
        if value.number is None or not value.number[3] or label.is_value:
            break
        end = k + 2
        while end < len(lines) and (cell := lines[end][1]).is_value and cell.number is not None and cell.number[1]:
            end += 1
        cells = [label, value, *(cell for _, cell in lines[k + 2 : end])]
        first = lines[k][0]
        rows.append((Sentence(first.start, lines[end - 1][0].end, first.paragraph), cells))
        k = end
    return rows


def _rows_below(lines: Sequence[Place], width: int) -> list[Row]:
    """Groups of `width` cells of one pattern: a label and then numbers; a unit may stand between, the row's place before."""
    rows: list[Row] = []
    pattern: list[bool] = []
    for k in range(0, len(lines) - width + 1, width):
        cells = [cell for _, cell in lines[k : k + width]]
        kinds = [c.is_value for c in cells]
        numbered = kinds[0] and cells[0].text == str(len(rows) + 1)
        if not kinds[-1] or (kinds[0] and not numbered) or (rows and kinds != pattern):
            break
        words = width - sum(kinds)
        if not 1 <= words <= MOST_WORDS or any(a and not b for a, b in pairwise(kinds[numbered:])):
            break  # a label behind a number is the next row's
        pattern = kinds
        first, final = lines[k][0], lines[k + width - 1][0]
        rows.append((Sentence(first.start, final.end, first.paragraph), cells))
    return rows
