"""From bytes to an extraction, and the fingerprint that tells stories apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from transforms.extract import UnreadablePage, extract
from transforms.reports import fingerprint

PAGE = """云麓经开区上半年经济运行平稳
2025-07-18 来源:云麓日报
上半年,云麓经开区完成工业投资30.5亿元,同比增长8.2%,实际使用外资2.1亿美元。园区上下正抓住时机推进项目建设,为全年目标打下基础。
"""


def test_a_text_becomes_an_article_with_its_observations():
    extraction = extract(PAGE.encode(), kind="text")
    assert extraction.article.published == "2025-07-18"
    assert [o.indicator for o in extraction.observations] == ["industrial_investment", "industrial_investment", "fdi_utilized"]


def test_the_callers_date_outranks_the_pages():
    extraction = extract(PAGE.encode(), kind="text", published="2023-07-01")
    assert {o.time_period for o in extraction.observations} == {"2023-S1"}


def test_a_page_with_nothing_to_read_is_refused_with_a_rule():
    with pytest.raises(UnreadablePage) as refused:
        extract(b"  \n ", kind="text")
    assert refused.value.rule


def test_a_copy_under_another_title_has_the_same_fingerprint_and_a_changed_figure_another():
    original = fingerprint(extract(PAGE.encode(), kind="text"))
    copy = PAGE.replace("云麓经开区上半年经济运行平稳", "平稳开局!云麓经开区交出半年答卷", 1).replace("云麓日报", "江畔网")
    assert fingerprint(extract(copy.encode(), kind="text")) == original
    assert fingerprint(extract(PAGE.replace("30.5亿元", "31.5亿元").encode(), kind="text")) != original


def test_articles_without_figures_are_told_apart_by_their_words():
    extraction = extract(PAGE.encode(), kind="text")
    bare = replace(extraction, observations=())
    other = replace(bare, article=replace(bare.article, text=bare.article.text + "又有一批项目落地。"))
    spaced = replace(bare, article=replace(bare.article, text=bare.article.text.replace("，", " ， ").replace(",", " , ")))
    assert fingerprint(bare) == fingerprint(spaced) != fingerprint(other)
