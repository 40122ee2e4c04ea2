"""What is looked for by a sign, or by two characters, is what would be found by looking at each place."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import pytest

from transforms.observe import brands, groups, names, towns, unknown
from transforms.periods import scanning
from transforms.prefilter import Prefiltered
from transforms.repair import fold

ARTICLES = Path(__file__).parents[1] / "articles"
LOOKED_FOR = [
    (module.__name__, name)
    for module in (brands, groups, names, towns, unknown)
    for name, value in vars(module).items()
    if isinstance(value, Prefiltered)
]

SAID = (
    "\n云岭、海川、青溪3州市共有开发区12个,“一区四园”累计完成产值20亿元。青溪镇农业银行今年实现产值3亿元,海前村,云岭港完成吞吐量5万吨。"
    "云岭电子、海川药业等8家企业。“产值翻番。”青溪纺织董事长李某介绍,中部六市、苏南、全省7个省级开发区,\n其中云屏片区规划面积7平方公里。"
)
TIMES = (
    "今年,去年,明年,同年,当年,本年,次年,翌年,上年,前年,后年,上一年,下一年,新年以来,开年以来,上半年,下半年,前三季度,前5个月,首季度,"
    "头两个月,第一季度,全年,元月至6月,年底,年初,年内,本月5日,上月5日,截至6月底,到6月底,自2020年,近五年,未来三年,今后五年,接下来3年,"
    "过去五年,最近三年,半年累计,Q1,“十四五”,昨(5)日,今(6)日,比去年同期,较上年同期,同去年同期,从年初至今,目前"
)


@cache
def texts() -> tuple[str, ...]:
    """The articles, and clauses of theirs put together at random, so that forms stand beside others than they do in them."""
    articles = [fold(path.read_text("utf-8")).text for path in sorted(ARTICLES.glob("*.txt"))]
    clauses = [clause for text in articles for clause in re.findall(r"[^,;。\n]+[,;。\n]", text)]
    pick = random.Random(5)  # noqa: S311 - which clauses stand together is no secret
    return SAID, TIMES, *articles, *("".join(pick.choices(clauses, k=60)) for _ in range(40))


@pytest.mark.parametrize(("module", "name"), LOOKED_FOR, ids=[name for _, name in LOOKED_FOR])
def test_a_sign_misses_nothing(module: str, name: str) -> None:
    """All that a pattern finds, in order, and nothing else."""
    value = next(vars(m)[name] for m in (brands, groups, names, towns, unknown) if m.__name__ == module)
    wanted = [m.span() for text in texts() for m in value._pattern.finditer(text)]
    assert [m.span() for text in texts() for m in value.finditer(text)] == wanted
    assert wanted


def test_signs_that_overlap_and_matches_that_touch() -> None:
    """A sign within a match is none of the next one; a match begins no earlier than the last one ended."""
    looked_for = Prefiltered(re.compile(r"(?<!x)a+b?c"), "c", 4)
    for text in ("aabcacxaacc aaaac", "ac" + "xc" * 100 + "abcac"):  # in the second most signs tell nothing
        assert [m.span() for m in looked_for.finditer(text)] == [m.span() for m in re.finditer(r"(?<!x)a+b?c", text)]


def test_times_are_tried_wherever_one_can_begin() -> None:
    """A form that matches where the scan does not look is one that the tables of its first characters have left out."""
    for text in texts()[:12]:
        leads = {lead.start(): lead for lead in scanning.LEAD.finditer(text)}
        for at in range(len(text)):
            if text[at] in scanning.NUMERAL:  # tried from its first digit on, if at all
                looked_at = at not in leads or scanning.may_be_time(text, leads[at])
            else:
                looked_at = at in leads and text[at : at + 2] in scanning.READ_AT
            for group, pattern, read in () if looked_at else scanning.READERS:
                match = pattern.match(text, at) if text[at] in group or text[at : at + 2] in group else None
                assert match is None or read(match) is None, match
