"""Made-up pages of five portals, as a backfill meets them: one template each around ever new text, about 50 KB a page."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

PARKS = ("青澜湾经济开发区", "梧岭高新区", "澄泷工业园", "芦汀产业园", "琅溪综合保税区", "禾渡化工园区")
FACTS = (
    "签约项目{a}个，总投资{b}亿元",
    "规上工业产值{b}亿元，同比增长{c}%",
    "新增高新技术企业{a}家，总数达到{d}家",
    "完成工业投资{b}亿元，占全市的{c}%",
    "盘活低效用地{d}亩，新建标准厂房{a}万平方米",
    "实际使用外资{c}亿美元，完成全年目标的{a}%",
    "实现外贸进出口{b}亿元，增长{c}%",
    "目前已有{d}家企业落户，吸纳就业{a}00余人",
)
VOICES = (
    "园区负责人贺知秋说，",
    "记者了解到，",
    "据统计，",
    "“今年的目标很清楚。”开发区管委会副主任陆辞介绍，",
    "走进车间，机器轰鸣，流水线上一派繁忙。",
    "",
)
DEEDS = ("新签约项目{a}个", "开工重大项目{a}个", "产值突破{b}亿元", "召开项目推进会", "出台惠企措施{a}条", "举行集中签约活动")
WHEN = ("上半年", "一季度", "", "")
SOURCES = ("青江日报", "青江发布", "市发改委", "梧岭晚报", "")
OTHERS = 150  # articles that a page links to
REPORTERS = ("苏禾", "蓝田玉", "沈砚秋", "温如许")


@dataclass(frozen=True, slots=True)
class Other:
    """An article that the page links to."""

    title: str
    lead: str
    day: date
    number: int


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up article, and what its page shows beside it."""

    title: str
    day: date
    paragraphs: list[str]
    others: list[Other]
    number: int
    source: str  # "" on pages that name none
    reporter: str
    caption: str
    picture: int  # the paragraph that a picture stands before; -1 for none
    rows: list[list[str]] = field(default_factory=list)  # a table; most articles have none


@dataclass(frozen=True, slots=True)
class Portal:
    """A portal: its template's name, and what all its pages share."""

    template: str
    site: str
    separator: str = "_"
    charset: str = "utf-8"


PORTALS = {
    "government": Portal("government.html", "青澜湾经济开发区", " - "),
    "newspaper": Portal("newspaper.html", "青江网"),
    "blog": Portal("blog.html", "园区观察", " – "),
    "epaper": Portal("epaper.html", "青江日报", "-"),
    "tables": Portal("tables.html", "梧岭在线", charset="gb18030"),
}


def _figures(chance: random.Random) -> dict[str, float]:
    return {
        "a": chance.randint(3, 98),
        "b": chance.randint(10, 9999) / 10,
        "c": chance.randint(10, 399) / 10,
        "d": chance.randint(100, 3000),
    }


def _sentence(chance: random.Random) -> str:
    return chance.choice(VOICES) + chance.choice(PARKS) + chance.choice(FACTS).format(**_figures(chance)) + "。"


def _title(chance: random.Random) -> str:
    return chance.choice(PARKS) + chance.choice(WHEN) + chance.choice(DEEDS).format(**_figures(chance))


def _day(chance: random.Random) -> date:
    """A day in the second half of a year: what its article says of 上半年 is over by then."""
    return date(chance.randint(2019, 2025), 7, 8) + timedelta(days=chance.randint(0, 170))


def make(chance: random.Random) -> Made:
    """A made-up article: one in eight is a notice of a sentence or two, one in seven has a table, half have a picture."""
    paragraphs = ["".join(_sentence(chance) for _ in range(chance.randint(1, 4))) for _ in range(chance.randint(3, 16))]
    if chance.random() < 1 / 8:
        paragraphs = [_sentence(chance) + _sentence(chance)]
    rows: list[list[str]] = []
    if chance.random() < 1 / 7:
        rows = [["园区", "产值（亿元）", "增长（%）"]]
        rows += [[park, str(chance.randint(10, 999)), str(chance.randint(1, 30))] for park in PARKS[: chance.randint(2, 6)]]
    return Made(
        title=_title(chance),
        day=_day(chance),
        paragraphs=paragraphs,
        others=[Other(_title(chance), _sentence(chance), _day(chance), chance.randint(1000, 99999)) for _ in range(OTHERS)],
        number=chance.randint(1000, 99999),
        source=chance.choice(SOURCES),
        reporter=chance.choice(REPORTERS),
        caption=f"图为{chance.choice(PARKS)}一家企业的生产车间。",
        picture=chance.randint(0, len(paragraphs) - 1) if chance.random() < 0.5 else -1,
        rows=rows,
    )


@cache
def _environment() -> Environment:
    folder = Path(__file__).parent / "portal"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)


def render(portal: str, made: Made) -> bytes:
    """The page of an article on a portal."""
    like = PORTALS[portal]
    page = _environment().get_template(like.template)
    return page.render(made=made, site=like.site, separator=like.separator, charset=like.charset).encode(like.charset)


def pages(portal: str, count: int, seed: int = 1) -> Iterator[bytes]:
    """`count` pages of a portal; the same for the same seed."""
    chance = random.Random(f"{portal} {seed}")  # noqa: S311  (made-up text, nothing secret)
    for _ in range(count):
        yield render(portal, make(chance))
