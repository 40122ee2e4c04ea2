"""Texts that are no articles: the gazetteer neither raises nor takes longer than their length deserves."""

from __future__ import annotations

import time

import pytest

from transforms.gazetteer import find_parks, find_places, main_place

MIXED = "启东经济开发区生物产业园开工,和平发展,园区引资。南通综保区与盐城高新区、赤壁高新区增长,"


@pytest.mark.parametrize("unit", [MIXED, "园区", "和平新兴朝阳", "珞璜工业园、", "产业工业科技", "（产业园", "全市园区各开发区"])
def test_time_grows_with_length_alone(unit: str) -> None:
    text = (unit * (60_000 // len(unit)))[:60_000]
    find_parks("启东开发区")  # the tables are loaded once, not here
    start = time.process_time()
    find_parks(text)
    main_place(text)
    assert time.process_time() - start < 15  # quadratic in the length it would be minutes


@pytest.mark.parametrize("text", ["", "\n", "\x00", "（开发区（）", "园区" * 3, "\u200b启东\u200b", "1" * 500 + "个产业园"])
def test_odd_texts_are_read(text: str) -> None:
    for mention in find_parks(text):
        assert text[mention.start : mention.end] == mention.text


def test_a_lone_surrogate_moves_no_span() -> None:
    text = "\ud800启东开发区\udfff与南通综保区"
    mentions = find_parks(text)
    assert [(m.start, m.text) for m in mentions] == [(1, "启东开发区"), (8, "南通综保区")]
    assert [m.text for m in find_places(text)] == ["启东", "南通"]
