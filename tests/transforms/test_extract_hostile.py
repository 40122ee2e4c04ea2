"""Texts made to stop the extractor: four times the text takes about four times as long, whatever the text is."""

import time

import pytest

from transforms.extract import extract

HEAD = "澄泷经济开发区上半年运行平稳\n2025年8月6日\n上半年,澄泷经济开发区实现工业总产值10亿元,同比增长5%。\n"
MOST = 8  # times as long for four times the text; the square of four would be sixteen
KILO = 1_000
# What is repeated, and the shorter of the two sizes: texts full of figures are read at some 20,000 characters a second.
PIECES = {
    "digits": ("1234567890", 250 * KILO),
    "one digit": ("1", 250 * KILO),
    "亿": ("亿", 250 * KILO),
    "brackets": ("（", 250 * KILO),
    "closing brackets": ("）", 250 * KILO),
    "quotation marks": ("“", 250 * KILO),
    "one clause": ("澄泷开发区实现产值", 100 * KILO),
    "months": ("1月", 100 * KILO),
    "years": ("2024年", 50 * KILO),
    "counts": ("1个", 5 * KILO),
    "clauses with figures": ("完成投资5亿元，增长3%，", 10 * KILO),
    "a list of figures": ("实现产值10亿元、", 10 * KILO),
    "shares": ("增长12.5%", 10 * KILO),
    "parks": ("澄泷工业园区", 20 * KILO),
    "bare parks": ("园区", 10 * KILO),
    "all parks": ("全市园区", 10 * KILO),
    "counted parks": ("全市3个园区、", 10 * KILO),
    "parks of no table": ("，云麓园区增长", 10 * KILO),
    "new districts": ("，云麓新区", 10 * KILO),
    "lines": ("澄泷公司项目投资5亿元\n", 10 * KILO),
    "projects": ("澄泷公司项目", 5 * KILO),
    "ranges": ("3至", 10 * KILO),
    "months that refer back": ("当月完成投资5亿元，", 10 * KILO),
}


def seconds(piece: str, size: int) -> float:
    """Processor seconds for an article with ``size`` characters of a piece said again and again; the better of two runs."""
    text = (HEAD + piece * (size // len(piece))).encode()
    best = float("inf")
    for _ in range(2 if size < 100 * KILO else 1):
        start = time.process_time()
        found = extract(text, kind="text").observations
        best = min(best, time.process_time() - start)
        assert {o.unit_measure for o in found[:2]} == {"CNY", "PC"}  # the article's own figures are found all the same
    return best


@pytest.mark.parametrize("name", PIECES)
def test_time_is_linear_in_length(name: str) -> None:
    piece, size = PIECES[name]
    extract(HEAD.encode(), kind="text")  # the tables are loaded once, not here
    short, long = seconds(piece, size), seconds(piece, 4 * size)
    assert long < MOST * max(short, 0.02)
