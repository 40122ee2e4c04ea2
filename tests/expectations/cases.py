"""For each row expectation a row that passes and the nearest one that fails; a new expectation needs its two rows here."""

from __future__ import annotations

from typing import Any

from tests.expectations.rows import COUNT, GROWTH, RANK, SENTENCE, SHARE, TEXT, observation

Case = tuple[dict[str, Any], dict[str, Any]]
MOJIBAKE = TEXT.replace("\n", "").encode().decode("gb18030", errors="ignore")

ARTICLE_CASES: dict[str, Case] = {
    "article_address": ({"url": "https://news.example/a"}, {"url": "javascript:alert(1)"}),
    "article_not_empty": ({"title": ""}, {"title": " ", "text": ""}),
    "article_text_length": ({"text": "园区新签约项目27个。"}, {"text": "新签约27个。"}),
    "article_published_form": ({"published": "2025-06-30"}, {"published": "2025-06-31"}),
    "article_published_not_early": ({"published": "1978"}, {"published": "1970-01-01"}),
    "article_published_not_ahead": ({"published": "2025-08-08"}, {"published": "2025-08-09"}),
    "article_chinese": ({"text": "青岚县 GDP 2024 年 1,234,567"}, {"text": "Qinglan reports 27 new projects in its 园区"}),
    "article_readable": ({"text": TEXT}, {"text": MOJIBAKE}),
}
RANGE = {
    "number": "600亿元至650亿元", "value": 600, "obs_value": 6e10, "qualifier": "range",
    "stance": "forecast", "time_period": "2025"}
RATE = {"indicator": "project_start_rate", "value": 8.7, "unit": "%", "obs_value": 8.7, "unit_measure": "PC", "number": "8.7%"}
BOUND = {"value_high": 650, "obs_value_high": 6.5e10}
FALL = {"value": -8.7, "obs_value": -8.7}
NINE_TENTHS = {"number": "九成", "value": 9, "unit": "成", "obs_value": 90}
SPELT = {"number": "第一"}  # a span without digits, for values that the text does not write

OBSERVATION_CASES: dict[str, Case] = {
    "evidence_in_text": (observation(), observation(evidence=SENTENCE.replace("312.6", "412.6"))),
    "span_in_text": (observation(), observation(span_start=-1)),
    "evidence_holds_span": (observation(), observation(evidence="青岚经济开发区是青岚县工业的主阵地。")),
    "span_is_number": (observation(), observation(span_start=TEXT.index("规上"), span_end=TEXT.index("规上") + 4)),
    "value_in_span": (observation(), observation(value=312.5, obs_value=31_250_000_000.0)),
    "unit_in_span": (observation(), observation(unit="万元", obs_value=3_126_000)),
    "codes": (observation(stance="target", time_period="2026"), observation(stance="hope")),
    "indicator_known": (observation(indicator="other"), observation(indicator="no_such_indicator")),
    "subject_named": (observation(subject="青岚港"), observation(subject=" ")),
    "subject_not_generic": (observation(subject="青岚县开发园区"), observation(subject="园区")),
    "subject_length": (observation(subject="青" * 60), observation(subject="青" * 61)),
    "comparator": (observation(**SHARE), observation(**SHARE | {"comparator": ""})),
    "growth_basis": (observation(**GROWTH | {"growth_basis": "vs:2020"}), observation(growth_basis="yoy")),
    "confidence": (observation(confidence=0.2), observation(confidence=0.19)),
    "finite": (observation(), observation(obs_value_high=float("inf"), value_high=1.0, qualifier="range")),
    "range_whole": (observation(**RANGE | BOUND), observation(**RANGE)),
    "unit_measure_fits": (observation(), observation(indicator="area_built")),
    "unit_fits_measure": (observation(unit="億元"), observation(unit="亿美元", **SPELT)),
    "value_scaled": (observation(), observation(obs_value=3_126_000_000.0)),
    "value_high_scaled": (observation(**RANGE | BOUND), observation(**RANGE | BOUND | {"obs_value_high": 6.5e13})),
    "growth_bounds": (
        observation(**GROWTH | SPELT | {"value": 14.5, "unit": "倍", "obs_value": 1450}),
        observation(**GROWTH | SPELT | {"value": 1450, "obs_value": 1450})),
    "share_bounds": (observation(**SHARE), observation(**SHARE | SPELT | {"value": 142.5, "obs_value": 142.5})),
    "completion_bounds": (
        observation(**SHARE | SPELT | {"measure": "completion", "value": 162, "obs_value": 162}),
        observation(**SHARE | {"measure": "completion", "value": -42.5, "obs_value": -42.5})),
    "rate_bounds": (observation(**RATE | NINE_TENTHS), observation(**RATE | FALL)),
    "points_bounds": (
        observation(**GROWTH | SPELT | {"measure": "increment", "unit": "个百分点", "unit_measure": "PP", "growth_basis": ""}),
        observation(**GROWTH | SPELT | {
            "measure": "increment", "unit": "百分点", "unit_measure": "PP", "growth_basis": "", "value": 870, "obs_value": 870})),
    "rank_bounds": (observation(**RANK), observation(**RANK | {"value": 0, "obs_value": 0})),
    "level_not_negative": (
        observation(value=-312.6, obs_value=-31_260_000_000.0, indicator="enterprise_profit"),
        observation(value=-312.6, obs_value=-31_260_000_000.0)),
    "count_whole": (observation(**COUNT), observation(**COUNT | SPELT | {"value": 2.7, "obs_value": 2.7})),
    "period_form": (observation(time_period="2025-01/2025-06"), observation(time_period="2025-13")),
    "period_has_basis": (observation(time_period="", period_basis="none"), observation(time_period="")),
    "period_order": (
        observation(time_period="2021/2025", stance="target"), observation(time_period="2025/2021", stance="target")),
    "period_not_absurd": (
        observation(time_period="2026/2055", stance="target"), observation(time_period="2026/2056", stance="target")),
    "actual_not_ahead": (observation(time_period="2025-Q3"), observation(time_period="2025-Q4")),
}
# Rules that hold between the rows of one page: the rows that pass, then the rows of which the last fails.
PAGE_CASES = {
    "reading_once": ((observation(), observation(**GROWTH)), (observation(), observation(value=312.6, qualifier="over"))),
}
AREA = {
    "indicator": "area_built", "value": 3.5, "unit": "平方公里", "obs_value": 3_500_000, "unit_measure": "M2",
    "number": "3.5平方公里"}
# What the rules must let through: writings of real news that lie near a bound.
SOUND = {
    "traditional unit": observation(unit="億元"),
    "share without a unit": observation(**SHARE | SPELT | {"value": 0.25, "unit": "", "obs_value": 25}),
    "rank by a name": observation(**RANK | {"number": "第一"}),
    "area": observation(**AREA),
    "mu": observation(**AREA | {"unit": "亩", "obs_value": 2333.33}),
    "km": observation(indicator="shoreline", value=1200, unit="米", obs_value=1200, unit_measure="M", number="1200米"),
    "rate in tenths": observation(**RATE | NINE_TENTHS),
    "tens of thousands of people": observation(**COUNT | SPELT | {"value": 2.7, "unit": "万人", "obs_value": 27000}),
    "capacity in pieces": observation(**COUNT | SPELT | {
        "indicator": "project_capacity", "value": 3, "unit": "亿只", "obs_value": 3e8}),
    "plates": observation(**COUNT | SPELT | {"indicator": "other", "value": 2, "unit": "块", "obs_value": 2}),
    "boxes": observation(**COUNT | SPELT | {
        "indicator": "port_boxes", "value": 90, "unit": "万标箱", "obs_value": 900_000, "unit_measure": "TEU"}),
    "doubling": observation(**GROWTH | SPELT | {"value": 1, "unit": "番", "obs_value": 100}),
    "places gained": observation(**RANK | {
        "measure": "increment", "value": 3, "unit": "位", "obs_value": 3, "unit_measure": "NUM"}),
    "no period": observation(time_period="", period_basis="none"),
    "day of a stock": observation(time_period="2025-06-30"),
    "running period": observation(time_period="2025-01-01/2025-08-06"),
    "money without its unit": observation(unit="亿", **SPELT),
}
