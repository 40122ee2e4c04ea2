"""Folding and reading back: what is read, and that every offset leads to the print."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transforms.repair import fold, read_spun

PIECES = st.sampled_from(
    ["區(qū)", "個(gè)", "億元", "１２．５％", "3 160 亿元", "\u200b", "名目", "財產", "。\n", "2024 年", "（一）", "a", "\ufeff"]
)


def test_folds_script_width_glosses_and_gaps() -> None:
    assert fold("園區(qū)總產值３１６０ 億元，增長１１．２％").text == "园区总产值3160亿元,增长11.2%"


def test_a_gloss_goes_with_its_character() -> None:
    text = "高出11.7個(gè)百分點(diǎn)，"
    folded = fold(text)
    start = folded.text.index("11.7")
    assert text[slice(*folded.original(start, start + len("11.7个百分点")))] == "11.7個(gè)百分點(diǎn)"


def test_a_list_keeps_its_gap() -> None:
    assert fold("2. 5个项目").text == "2. 5个项目"


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=20).map("".join)))
def test_every_character_leads_back(text: str) -> None:
    folded = fold(text)
    last = 0
    for i in range(len(folded.text)):
        start, end = folded.original(i, i + 1)
        assert last <= start < end <= len(text)
        last = start
    assert folded.original(0, len(folded.text)) <= (len(text), len(text))


def test_spun_text_is_read_back_with_its_offsets() -> None:
    text = "新区管卫会默示,全年新动工名目许多于12个,真际操做外资8000万美圆,年新删税支3亿元,或许明年投产。"
    spun = read_spun(text)
    assert spun is not None
    assert spun.text == "新区管委会表示,全年新开工项目不少于12个,实际利用外资8000万美元,年新增税收3亿元,预计明年投产。"
    at = spun.text.index("实际利用")
    assert text[slice(*spun.original(at, at + 4))] == "真际操做"


def test_plain_text_is_not_read_back() -> None:
    assert read_spun("这些名目繁多的财产,或许许多于往年。") is None


def test_a_word_changer_of_near_words_is_read_back() -> None:
    spun = read_spun("上半年,全区规划以上工业完成添加值18.6亿元,同比添加9.7%;固定财物出资31.6亿元,项目建造加速。")
    assert spun is not None
    assert "规模以上工业" in spun.text
    assert "增加值18.6亿元,同比增长9.7%;固定资产投资31.6亿元" in spun.text
