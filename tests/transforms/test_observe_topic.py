"""Whom an article is about: made-up articles of many manners, each with its subject, and what weighs for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from parkwatch.records import Article
from tests.transforms.reading import PUBLISHED, rows
from transforms.observe.document import Document
from transforms.observe.mentions import Cast
from transforms.observe.salience import candidates
from transforms.observe.scene import Scene
from transforms.repair import fold


def articles() -> list[tuple[str, str, str, str]]:
    """Subject, title, source and text of each."""
    out = []
    for block in Path(__file__).with_name("topics.txt").read_text("utf-8").split("### ")[1:]:
        head, _, text = block.strip().partition("\n")
        subject, title, source = (part.strip() for part in head.split("|"))
        out.append((subject, title, source, text))
    return out


def document(title: str, text: str, source: str = "") -> Document:
    article = Article(title=title, text=text, published=PUBLISHED, published_basis="given", source=source or None)
    return Document(article, fold(text))


@pytest.mark.parametrize(("subject", "title", "source", "text"), articles(), ids=lambda part: part[:12])
def test_an_article_is_about_its_subject(subject: str, title: str, source: str, text: str) -> None:
    assert Cast(document(title, text, source), fold(title).text, "").main.name == subject


def weights(title: str, text: str, source: str = "") -> dict[str, float]:
    scene = Scene(document(title, text, source), fold(title).text, "")
    return {c.name: c.weight for c in candidates(scene)}


def test_more_evidence_weighs_more() -> None:
    text = "云麓高新区签约项目12个。青岚经开区签约项目8个。"
    plain = weights("", text)
    assert plain["云麓高新区"] > plain["青岚经开区"]  # named first, all else alike
    titled = weights("青岚经开区签约项目8个", text)
    assert titled["青岚经开区"] > titled["云麓高新区"]


def test_a_place_held_against_ours_is_none_of_whom_it_may_be() -> None:
    found = weights("", "扬州市完成产值86亿元,总量仅次于苏州市。")
    assert "苏州市" not in found
    assert "扬州市" in found


def test_an_office_that_tells_is_not_told_of() -> None:
    text = "记者从青海省商务厅获悉,上半年云麓经开区引进项目21个,到位资金16亿元。云麓经开区税收增长8%。"
    assert rows(text, "subject", title="") == [("云麓经开区",)] * 3


def test_a_text_that_names_no_one_has_a_subject_without_a_name() -> None:
    assert rows("上半年,签约项目18个。", "subject", title="") == [("",)]


def test_what_only_the_source_names_is_called_so() -> None:
    text = "上半年,经开区完成工业产值210亿元。"
    assert rows(text, "subject", title="经开区经济平稳", source="文昌经开区管委会") == [("文昌经济开发区",)]


def test_where_its_own_went_is_not_whom_a_text_is_of() -> None:
    text = "我市在杭州成功举办了“扬州市装备产业推介会”,签约项目34个。我市今年已引进项目75个。"
    assert set(rows(text, "subject", title="")) == {("扬州市",)}


@pytest.mark.parametrize("word", ["该区", "全区"])
def test_a_district_named_in_its_zone_alone_is_not_whom_the_word_means(word: str) -> None:
    text = f"近日,记者从崇川经开区获悉,上半年,{word}完成工业总产值120.5亿元。"
    assert rows(text, "subject", title="") == [("崇川经开区",)]


def test_a_zone_called_without_its_city_is_no_other_citys() -> None:
    text = "三季度是慈湖高新区的“项目季”,全区先后赴深圳、广州招商。当月,高新区完成固定资产投资27.4亿元。"
    assert rows(text, "subject", title="") == [("慈湖高新区",)]


def test_no_name_begins_inside_a_quotation() -> None:
    text = "海川通信公司“四个中心”基地项目建成后可提供3000余个就业岗位。"
    assert rows(text, "subject", title="") == [("海川通信公司“四个中心”基地项目",)]


@pytest.mark.parametrize("name", ["巨无霸项目", "省补短板项目", "重点基础项目", "一批先进制造业基地"])
def test_words_that_every_project_can_have_name_none(name: str) -> None:
    text = f"云麓经开区上半年引进{name},预计年产值达12亿元。"
    assert rows(text, "subject") == [("云麓经开区",)]


def test_a_zones_core_is_one_of_its_own_where_it_acts() -> None:
    title = "上半年西部(重庆)科学城核心区运行平稳"
    text = "上半年,西部科学城核心区实现地区生产总值312.6亿元。科学城核心区签约项目45个。"
    assert {s for (s,) in rows(text, "subject", title=title)} == {"西部(重庆)科学城核心区"}
    text = "句容经开区规划面积171平方公里,核心区面积27.5平方公里。"
    assert rows(text, "subject", "scope", title="") == [("句容经开区", ""), ("句容经开区", "核心区")]


def test_a_port_zone_is_meant_by_its_port() -> None:
    text = "太仓港经济技术开发区负责人介绍,一季度,港区完成工业产值157亿元。"
    assert rows(text, "subject", title="") == [("太仓港经济技术开发区",)]


@pytest.mark.parametrize("title", ["襄阳枣阳市上半年引进项目12个", "枣阳市上半年引进项目12个"])
def test_an_address_in_a_title_speaks_for_its_last_place(title: str) -> None:
    text = "日前,省政府批准枣阳市设立省级开发区。今年上半年,全市完成工业投资40.7亿元。"
    assert rows(text, "subject", title=title) == [("枣阳市",)]
