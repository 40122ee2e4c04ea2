"""Rows of months, quarters or years that as many figures are told of: 4、5、6月, 1至3月, 一至四季度, 2016年至2018年."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBERS = {c: i for i, c in enumerate("零一二三四五六七八九", 0)} | {"首": 1}
_NUMBER = r"(?:1[0-2]|[1-9]|[首一二三四])"
_ROW = re.compile(
    rf"(?P<numbers>{_NUMBER}(?:(?:月份?|季度)?(?:、|和|及|与|至|到|-|~|—){_NUMBER})+)(?P<kind>月份?|季度)"
    r"|(?P<first>(?:19|20)\d\d)年?(?:至|到|-|~|—)(?P<last>(?:19|20)\d\d)年"
)
_RUN = re.compile(r"至|到|-|~|—")
_KINDS = {"月": "{year}-{n:02}", "季": "{year}-Q{n}"}
_MOST = {"月": 12, "季": 4}


def row_of(said: str, year: str, count: int) -> list[str]:
    """The SDMX periods of the last row that a stretch of text names.

    Args:
        said: the text before the figures.
        year: the year of its months and quarters, four digits.
        count: how many figures there are.

    Returns:
        As many periods as figures; empty where the text names no row of so many.
    """
    rows = list(_ROW.finditer(said))
    if not rows:
        return []
    last = rows[-1]
    if last["first"]:
        years = [str(y) for y in range(int(last["first"]), int(last["last"]) + 1)]
        return years if len(years) == count else []
    kind = last["kind"][0]
    numbers = list(_counted(last["numbers"]))
    fits = len(numbers) == count and numbers == sorted(set(numbers)) and numbers[-1] <= _MOST[kind]
    return [_KINDS[kind].format(year=year, n=n) for n in numbers] if fits else []


def _counted(numbers: str) -> Iterator[int]:
    """Each number of a row: of 1至3 the one between too, of 4、5和6 those said."""
    parts = [_number(part) for part in re.findall(_NUMBER, numbers)]
    if len(parts) == 2 and _RUN.search(numbers):  # the ends of a run
        return iter(range(parts[0], parts[1] + 1))
    return iter(parts)


def _number(said: str) -> int:
    return _NUMBERS[said] if said in _NUMBERS else int(said)
