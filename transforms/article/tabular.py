"""Lines of a table that lost its markup: rows of cells, or one cell a line. They are no furniture, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.quantities import unit_pattern

_UNIT = unit_pattern()
_VALUE = rf"(?:同比|比上年)?(?:增长|增|下降|降)?[-+]?\d[\d,]*(?:\.\d+)?(?:{_UNIT})?"
_ALONE = re.compile(_VALUE)
_ROW = re.compile(rf"\S.*?[\s|]+{_VALUE}(?:[\s|]+(?:{_VALUE}|[-—/]+))+[\s|]*")
_DECIMAL = re.compile(r"\d\.\d|\d[%元家个]")
_AHEAD = 8  # lines in which a table of one cell a line shows a second row


_MONTHS = r"\d{1,2}[-—~至]\d{1,2}月"
_TIME = rf"(?:(?:19|20)\d\d年?(?:上半年|前三季度|全年|{_MONTHS})?|{_MONTHS}|[一二三四]季度|[上下]半年)"
_TIMES = re.compile(rf"{_TIME}(?:[\s|]+{_TIME})+[\s|]*")  # the head of columns that are periods
_UNITS = re.compile(rf"[(（]?(?:计量)?单位[:：]\s*(?:{_UNIT}|％)(?:[、,，/]\s*\S{{1,4}}){{0,3}}[)）]?")


_BARRED = re.compile(r"[^|]{0,24}(?:\|[^|]{0,24}){2,}")
_OF_HEADS = re.compile(r"指标|名称|单位|同比|增[长幅速]|总量|累计|本月|\d月|\d年|季度")


def is_head(line: str) -> bool:
    """Whether a line heads a table and nothing else: 2023年 2024年; 单位：亿元、%; 指标 | 6月 | | 1-6月."""
    barred = line.count("|") > 1 and _BARRED.fullmatch(line) is not None and _OF_HEADS.search(line) is not None
    return barred or (len(line) < 60 and (_TIMES.fullmatch(line) is not None or _UNITS.fullmatch(line) is not None))


def is_row(line: str) -> bool:
    """Whether a line is a row of cells: a label, and two values or more, one of them with a decimal or a unit."""
    return len(line) < 200 and _ROW.fullmatch(line) is not None and _DECIMAL.search(line) is not None


def starts_table(lines: Sequence[str], k: int) -> bool:
    """Whether a table's first values stand in line `k`: a row, or a value alone that others alone follow."""
    if is_row(lines[k]):
        return True
    if not _ALONE.fullmatch(lines[k]):
        return False
    alone = [line for line in lines[k : k + _AHEAD] if _ALONE.fullmatch(line)]
    return len(alone) > 2 and any(map(_DECIMAL.search, alone))
