"""Every word of the indicator table settles its code, in whatever frame the news puts it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.transforms.reading import read
from transforms.indicators import Indicator, load_indicators

AMOUNTS = {
    "money": "36.5亿元", "percent": "42.5%", "area": "36平方公里", "length": "12公里", "mass": "420万吨",
    "energy": "8.6亿千瓦时", "teu": "35万标箱", "quantity": "20万吨",
}  # fmt: skip
COUNTS = {
    "patents": "125件", "population": "3.2万人", "employees": "3.2万人", "talents": "125名", "service_events": "45场",
    "innovation_platforms": "36个",
}  # fmt: skip
FLOW = [
    ("{w}完成{v}", "level"), ("实现{w}{v}", "level"), ("{w}达{v}", "level"), ("完成{w}{v}", "level"),
    ("{w}{v},同比增长8.5%", "growth"), ("{w}同比增长8.5%", "growth"), ("{w}同比下降3.2%", "growth"),
    ("力争{w}达到{v}", "level"), ("{w}占全市的21.3%", "share"), ("{w}居全市第二位", "rank"),
]  # fmt: skip
STOCK = [
    ("有{w}{v}", "level"), ("{w}达{v}", "level"), ("拥有{w}{v}", "level"), ("{w}增至{v}", "level"), ("{w}{v}", "level"),
    ("力争{w}达到{v}", "level"), ("{w}占全市的21.3%", "share"), ("{w}总数居全市第二位", "rank"), ("{w}超过{v}", "level"),
]  # fmt: skip
RATE = [("{w}达{v}", "level"), ("{w}为{v}", "level"), ("{w}提高到{v}", "level"), ("力争{w}达到{v}", "level")]
FRAMES = {"flow": FLOW, "stock": STOCK, "rate": RATE}
# Words that say by themselves that something is added: what they stand before is no level. 完成当年投资 is what was spent.
ADDED = re.compile("新增|净增|^当年投资$")


def sentences(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Each word of an indicator in one frame, one frame after the other, with the measure that it gives."""
    frames = FRAMES[indicator.kind]
    amount = (
        AMOUNTS.get(indicator.dimension) or COUNTS.get(indicator.code) or ("125个" if indicator.group == "projects" else "125家")
    )
    words = [w for w in indicator.synonyms if not ADDED.search(w)]
    for i in range(max(len(words), len(frames)) if words else 0):
        frame, measure = frames[i % len(frames)]
        yield f"2024年,云麓经开区{frame.format(w=words[i % len(words)], v=amount)}。", measure


@pytest.mark.parametrize("indicator", [i for i in load_indicators().values() if i.kind in FRAMES], ids=lambda i: i.code)
def test_each_word_settles_its_code_and_the_frame_its_measure(indicator: Indicator) -> None:
    read_as = {text: {(o.indicator, o.measure) for o in read(text)} for text, _ in sentences(indicator)}
    wrong = [text for text, measure in sentences(indicator) if (indicator.code, measure) not in read_as[text]]
    assert wrong == []


def test_no_word_stands_for_two_indicators() -> None:
    seen: dict[str, str] = {}
    for indicator in load_indicators().values():
        for word in indicator.synonyms:
            assert seen.setdefault(word, indicator.code) == indicator.code, word


@pytest.mark.parametrize(
    ("text", "not_code"),
    [
        ("旅游总收入达到23亿元", "operating_revenue"),
        ("各项存款余额达到523亿元", "operating_revenue"),
        ("免征关税1.7亿元", "tax_revenue"),
        ("农业总产值达到26亿元", "industrial_output"),
        ("绿化面积3.2万平方米", "area_total"),
        ("规模以上服务业企业62家", "enterprises_ads_industrial"),
        ("上市后备企业12家", "enterprises_listed"),
        ("科技小巨人企业42家", "enterprises_srdi_giant"),
        ("电子信息项目21个", "projects_negotiating"),
        ("签约仪式上,21个项目现场签约", "service_events"),
        ("海洋生产总值达到320亿元", "gdp"),
    ],
)
def test_what_a_word_must_not_be_taken_for(text: str, not_code: str) -> None:
    assert not_code not in {o.indicator for o in read(f"2024年,云麓经开区{text}。")}
