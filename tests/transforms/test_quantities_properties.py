"""What holds for every number and unit: what is written is read, spans slice the text, and no text makes the scan slow."""

from __future__ import annotations

import time
from decimal import Decimal

import cn2an
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from transforms.periods import infer_published
from transforms.periods import scan as scan_periods
from transforms.quantities import scan
from transforms.quantities.units import units
from transforms.repair import fold, read_spun

# Units that only a multiplier or the words around make measures, and those with a meaning of their own.
SPECIAL = {"度", "平", "方", "成", "番", "日", "平方", "元/平"}
PLAIN = sorted(u.name for u in units().values() if u.kind in ("money", "size", "percent") and u.name not in SPECIAL)
COUNTERS = sorted(u.name for u in units().values() if u.kind == "count" and u.name not in ("名", "位", "个"))
SIZE = 40_000  # characters; what is quadratic in them takes minutes
SECONDS = 4
FULL = str.maketrans("0123456789.%", "０１２３４５６７８９．％")


amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("99999.99"), places=2).map(lambda d: d.normalize())
multipliers = st.sampled_from(["", "万", "亿", "万亿"])


def text_of(number: Decimal, *, commas: bool) -> str:
    return f"{number:,f}" if commas else f"{number:f}"


@given(amounts, multipliers, st.sampled_from(PLAIN), st.booleans(), st.booleans())
def test_digits_with_every_unit(number: Decimal, multiplier: str, unit: str, commas: bool, wide: bool) -> None:
    written = text_of(number, commas=commas) + multiplier + unit
    text = f"合计为{written.translate(FULL) if wide else written},同比持平。"
    folded = fold(text)
    [q] = [q for q in scan(folded.text) if q.role == "figure"]
    assert Decimal(str(q.value)) == number
    assert q.unit == multiplier + unit
    assert text[slice(*folded.original(q.start, q.end))] == (written.translate(FULL) if wide else written)


@given(st.integers(2, 10**6), st.sampled_from(COUNTERS))
def test_counts_with_every_counter(number: int, counter: str) -> None:
    [q] = [q for q in scan(f"共有{number}{counter},") if q.role == "figure"]
    assert (q.value, q.unit, q.obs_value, q.unit_measure) == (number, counter, number, "NUM")


@given(st.integers(2, 10**12 - 1))
def test_han_numerals(number: int) -> None:
    [q] = [q for q in scan(f"产值为{cn2an.an2cn(number)}元,") if q.role == "figure"]
    assert q.obs_value == pytest.approx(number)


CAPITALS = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


@given(st.integers(11, 10**12 - 1).filter(lambda n: n % 10**4 == 0 or n < 10**4))
def test_capital_numerals(number: int) -> None:
    [q] = [q for q in scan(f"合计{cn2an.an2cn(number).translate(CAPITALS)}元,") if q.role == "figure"]
    assert q.obs_value == pytest.approx(number)


@given(st.integers(1, 8), st.integers(1, 2), st.sampled_from("十百千"))
def test_two_digits_before_a_power_of_ten_are_a_range(low: int, more: int, power: str) -> None:
    digits = "零一二三四五六七八九"
    [q] = [q for q in scan(f"集聚{digits[low]}{digits[min(low + more, 9)]}{power}家,") if q.role == "figure"]
    by = {"十": 10, "百": 100, "千": 1000}[power]
    assert (q.value, q.value_high, q.qualifier) == (low * by, min(low + more, 9) * by, "range")


@given(st.lists(st.integers(1, 99), min_size=2, max_size=5), st.sampled_from(["个百分点", "%", "亿元"]))
def test_a_chain_shares_its_last_unit(tenths: list[int], unit: str) -> None:
    numbers = [Decimal(n) / 10 + Decimal("0.05") for n in tenths]
    found = [q for q in scan(f"分别增长{'、'.join(f'{n:f}' for n in numbers)}{unit}。") if q.role == "figure"]
    assert [Decimal(str(q.value)) for q in found] == numbers
    assert {q.unit for q in found} == {unit.removeprefix("个")}


@given(amounts, amounts, st.sampled_from(["增至", "增加到", "提升到", "跃升至"]), st.sampled_from(["亿元", "家", "万吨"]))
def test_from_one_to_another_are_two(first: Decimal, second: Decimal, verb: str, unit: str) -> None:
    found = [q for q in scan(f"由{first:f}{unit}{verb}{second:f}{unit}。") if q.role == "figure"]
    assert [Decimal(str(q.value)) for q in found] == [first, second]


@given(st.integers(1, 9999), st.sampled_from(["个百分点", "百分点"]))
def test_percentage_points(tenths: int, unit: str) -> None:
    number = Decimal(tenths) / 10
    [q] = [q for q in scan(f"比上年提高{number:f}{unit}。") if q.role == "figure"]
    assert (q.value, q.unit, q.unit_measure) == (float(number), "百分点", "PP")


SIGNS = st.sampled_from(["-", "~", "—", "至", "到"])


@given(st.integers(1, 500), st.integers(1, 500), SIGNS, st.sampled_from(["亿元", "家", "%", "亩"]))
def test_ranges(low: int, more: int, sign: str, unit: str) -> None:
    [q] = [q for q in scan(f"约达{low}{sign}{low + more}{unit}。") if q.role == "figure"]
    assert (q.value, q.value_high, q.unit, q.qualifier) == (low, low + more, unit, "range")


PIECES = """1 23.5 亿 万 元 个 家 % 第 前 一 十 百 两 超 近 以上 项目 、 , 。 - 至 2024 年 月 6 成 倍 翻 番 分之
    “ ” 级 多 余 的 园区 强 位 约占"""
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n", " "]), max_size=40).map("".join)


@settings(max_examples=300)
@given(st.one_of(WORDS, st.text(max_size=60)))
def test_spans_slice_the_text_in_order(text: str) -> None:
    found = scan(text)
    assert found == scan(text)
    end = 0
    for q in found:
        assert end <= q.start <= q.number_start < q.number_end <= q.end <= len(text)
        assert text[q.start:q.end] == q.text
        assert (q.role == "figure") == (not q.reason)
        end = q.end
    for m in scan_periods(text):
        assert text[m.start:m.end] == m.text


HOSTILE = """1 亿 一 十 ( “ 园区实现产值 1, 123, 1. 1/2/ 前 第 第一 亿元 1个 1- 2024年 1月 今年 自2019年 一万 超 约占
    區(qū) http:// 亿元以上 百分之 一分之 区(a 1992年成立,32年, 税支真现新删 “十四五 1亿元以上的产业 万千瓦 0.1、"""


@pytest.mark.parametrize("piece", [*HOSTILE.split(), " ", "1 ", "6.3\n", "\u200b"])
def test_no_text_is_slow(piece: str) -> None:
    """Time is linear in length; measured in seconds of the processor, so that a busy machine does not fail it."""
    text = piece * (SIZE // len(piece))
    start = time.process_time()
    for read in (fold, read_spun, scan, scan_periods, infer_published):
        read(text)
    assert time.process_time() - start < SECONDS


@given(
    st.integers(1, 8),
    st.integers(1, 2),
    st.sampled_from(["", "十", "百", "千"]),
    st.sampled_from(["", "万", "亿"]),
    st.booleans(),
)
def test_two_digits_side_by_side_are_a_range(low: int, more: int, power: str, multiplier: str, teens: bool) -> None:
    high = low + more
    assume(high <= 9 and not (teens and (power or high == 5)))  # 十四五 is a plan's name
    digits = "一二三四五六七八九"
    head = ("十" if teens else "") + digits[low - 1] + digits[high - 1] + power
    [q] = [q for q in scan(f"带动就业{head}{multiplier}人,") if q.role == "figure"]
    base, times = (10, 1) if teens else (0, {"": 1, "十": 10, "百": 100, "千": 1000}[power])
    assert (q.value, q.value_high, q.qualifier) == (base + low * times, base + high * times, "range")


@given(st.integers(1, 999), st.sampled_from(["-", "负"]))
def test_a_signed_rate_is_negative(tenths: int, sign: str) -> None:
    [q] = [q for q in scan(f"增速为{sign}{tenths / 10:g}%,") if q.role == "figure"]
    assert (q.value, q.unit_measure) == (-tenths / 10, "PC")


@given(st.integers(1, 9), st.integers(1, 9))
def test_tenths_with_a_half_place(tenths: int, more: int) -> None:
    digits = "一二三四五六七八九"
    [q] = [q for q in scan(f"占比达{digits[tenths - 1]}成{digits[more - 1]}。") if q.role == "figure"]
    assert q.obs_value == pytest.approx(10 * tenths + more)
