"""One report, many copies: every copy is found, no two stories are joined, every changed figure shows."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from parkwatch.records import Observation, Signature
from tests.transforms import copied
from transforms.copies import compare, signature

STORIES = copied.seed_bodies() | copied.stories()
SIGNED = {name: signature(text) for name, text in STORIES.items()}
JOINED = {"same", "copy", "cut"}


@pytest.mark.parametrize("name", STORIES)
def test_every_copy_is_found(name: str) -> None:
    kinds = {kind: compare(SIGNED[name], signature(text)).kind for kind, text in copied.copies(STORIES[name])}
    assert {kind: verdict for kind, verdict in kinds.items() if verdict not in JOINED} == {}
    assert kinds["exact"] == kinds["full width"] == kinds["other white space"] == "same"
    assert kinds["first half"] == kinds["second half"] == kinds["middle half"] == "cut"


@pytest.mark.parametrize("name", STORIES)
def test_two_copies_find_each_other_whichever_came_first(name: str) -> None:
    for kind, text in copied.copies(STORIES[name]):
        there, back = compare(SIGNED[name], signature(text)), compare(signature(text), SIGNED[name])
        assert (kind, there.kind, there.containment) == (kind, back.kind, back.containment)


@pytest.mark.parametrize("name", [n for n in STORIES if n != "without_figures"])
def test_every_changed_figure_shows_with_both_values(name: str) -> None:
    missed = []
    for number, text in copied.one_figure_changed(STORIES[name]):
        verdict = compare(SIGNED[name], signature(text))
        if verdict.kind != "changed_figure" or not any(number in there for _, there, _ in verdict.differing_figures):
            missed.append((number, verdict.kind))
    assert missed == ([("5", "copy")] if name == "000" else [])  # 5个指标 counts the figures and is none


@pytest.mark.parametrize("name", ["half_year", "short_notice", "002"])
def test_a_changed_figure_shows_in_a_copy_that_is_changed_in_other_ways_too(name: str) -> None:
    for (number, text), change in itertools.product(copied.one_figure_changed(STORIES[name]), (copied.spin, framed)):
        assert (number, compare(SIGNED[name], signature(change(text))).kind) == (number, "changed_figure")


def framed(text: str) -> str:
    return copied.HEAD + text + copied.FOOT


@pytest.mark.parametrize("name", [n for n in STORIES if n != "without_figures"])
def test_next_periods_report_in_the_same_words_is_another_story(name: str) -> None:
    assert compare(SIGNED[name], signature(copied.next_period(STORIES[name]))).kind == "other"


def test_no_two_stories_are_joined() -> None:
    kinds = {pair: compare(SIGNED[pair[0]], SIGNED[pair[1]]).kind for pair in itertools.combinations(STORIES, 2)}
    assert {pair: kind for pair, kind in kinds.items() if kind != "other"} == {}


def test_a_spun_seed_is_found_from_its_plain_text() -> None:
    plain = STORIES["004"]
    for spun, word in (("真现", "实现"), ("税支", "税收"), ("财产", "产业"), ("名目", "项目"), ("展开", "发展"),
                       ("效劳", "服务"), ("建立", "建设"),
                       ("正正在", "正在"), ("劣", "优"), ("翻新", "创新"), ("工做", "工作"), ("许多于", "不少于")):
        plain = plain.replace(spun, word)
    verdict = compare(signature(plain), SIGNED["004"])
    assert verdict.kind in JOINED
    assert verdict.containment > 0.95  # the spun words are read back; as they stand half of the shingles differ


def test_a_fall_for_a_growth_is_a_changed_figure_though_the_number_is_the_same() -> None:
    text = STORIES["short_notice"]
    growth = (14.6, "PC", "imports_exports", "growth", "澜湾综合保税区")
    risen, fallen = signature(text, [growth]), signature(text.replace("增长14.6%", "下降14.6%"), [(-14.6, *growth[1:])])
    assert compare(risen, fallen).kind == "changed_figure"
    assert compare(risen, signature(text, [growth])).kind == "same"


def test_the_same_figures_read_for_other_things_are_no_changed_figure() -> None:
    text = STORIES["short_notice"]
    value = (58.3e8, "CNY", "imports_exports", "level", "澜湾综合保税区")
    other = (19.4e8, "CNY", "imports_exports", "level", "澜湾综合保税区")
    assert compare(signature(text, [value]), signature(text + "图为码头。", [other])).kind == "copy"


def test_observations_may_stand_in_for_their_figures() -> None:
    fact = Observation(
        subject="澜湾综合保税区", subject_kind="park", indicator="imports_exports", indicator_text="进出口值", measure="level",
        value=58.3, unit="亿元", obs_value=58.3e8, unit_measure="CNY", qualifier="exact", stance="actual", time_period="2026-Q1",
        period_basis="anchored", growth_basis="", scope="", comparator="", evidence="", span=(0, 1))
    assert signature("", [fact]).figures == signature("", [(58.3e8, "CNY", "imports_exports", "level", "澜湾综合保税区")]).figures
    assert signature("", [replace(fact, obs_value_high=60e8)]).figures != signature("", [fact]).figures


@pytest.mark.parametrize("text", ["", "。。。", "点击查看全文", "本文转载自网络,转载请注明出处", "\0\ud800\u200b", "#|" * 300])
def test_a_text_that_says_nothing_is_nobodys_copy(text: str) -> None:
    assert compare(signature(text), signature(text)).kind == "other"


def test_page_counters_do_not_tell_copies_apart() -> None:
    text = STORIES["short_notice"]
    assert compare(signature(f"浏览次数:1024次\n{text}"), signature(f"浏览次数:2048次\n{text}")).kind == "copy"


def test_the_same_amount_in_another_form_is_the_same_figure() -> None:
    text = STORIES["short_notice"]
    assert compare(SIGNED["short_notice"], signature(text.replace("58.3亿元", "583,000万元"))).kind == "copy"


def test_a_short_item_of_a_long_round_up_is_no_copy_of_it() -> None:
    round_up = "\n".join(copied.stories().values())
    assert compare(signature(round_up), SIGNED["short_notice"]).kind == "other"


def test_two_firms_news_with_the_same_paragraph_about_the_park_are_two_stories() -> None:
    verdict = compare(SIGNED["signing_of_one_firm"], SIGNED["signing_of_another_firm"])
    assert verdict.kind == "other"
    assert verdict.containment > 0.2


def test_a_long_text_is_signed_within_bounds() -> None:
    long = signature("".join(chr(0x4E00 + n * 7919 % 20000) for n in range(300_000)))
    assert len(long.sketch) == 512
    assert long.size < 100_000
    assert isinstance(long, Signature)


def test_a_press_release_told_in_other_words_is_known_by_its_figures() -> None:
    told = ("澜湾综保区晒出开门红。海关统计显示,头三个月这里的外贸总值为58.3亿元,比上年同期高出14.6%,在全市盘子里占21.7%。"
            "新兴市场贡献19.4亿元,跨境电商包裹达320万件,来备案的企业多了41家。")
    assert compare(SIGNED["short_notice"], signature(told)).kind in JOINED
    assert compare(SIGNED["short_notice"], signature(told.replace("58.3", "52.8").replace("41家", "43家"))).kind == "other"


def test_a_bulletin_of_every_day_is_another_story_every_day_and_a_new_date_on_an_old_story_is_a_copy() -> None:
    bulletin = "澜湾港务集团发布:7月3日全港完成货物吞吐量86.4万吨,集装箱吞吐量1.92万标箱,进港船舶平稳有序,锚地作业正常。"
    next_day = bulletin.replace("7月3日", "7月4日")
    assert compare(signature(bulletin), signature(next_day)).kind == "copy"
    assert compare(signature(bulletin), signature(next_day.replace("86.4", "90.1"))).kind == "changed_figure"
    other_figures = next_day.replace("86.4", "90.1").replace("1.92", "2.03")
    assert compare(signature(bulletin), signature(other_figures)).kind == "other"


def test_what_an_older_extractor_misread_is_no_changed_figure() -> None:
    text = STORIES["short_notice"]
    right = (58.3e8, "CNY", "imports_exports", "level", "澜湾综合保税区")
    misread = (58.3e4, *right[1:])
    assert compare(signature(text, [misread]), signature(text + "图为码头。", [right])).kind == "copy"


def test_a_period_tells_two_short_reports_in_the_same_words_apart() -> None:
    quarter = "记者从澜湾综合保税区获悉,一季度全区进出口58.3亿元,同比增长14.6%,通关便利化水平持续提升,企业获得感不断增强。"
    half = quarter.replace("一季度", "上半年").replace("58.3", "121.7").replace("14.6", "12.9")
    assert compare(signature(quarter), signature(half)).kind == "other"
    assert compare(signature(quarter), signature(half.replace("上半年", "一季度"))).kind == "changed_figure"
    wrong_period = quarter.replace("一季度", "上半年")
    assert compare(signature(quarter), signature(wrong_period)).differing_figures == (("湾综合保税区获悉", "一季度", "上半年"),)


def test_a_cut_in_the_middle_of_an_amount_is_no_changed_figure() -> None:
    text = STORIES["half_year"]
    assert compare(SIGNED["half_year"], signature(text[:text.index("美元")])).kind == "cut"  # ends in 2.35亿
    assert compare(SIGNED["half_year"], signature(text[text.index("2.6亿元"):])).kind == "copy"  # begins with half of 412.6亿元
