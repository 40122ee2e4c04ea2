"""Pages made to stop a reader: each ends within two seconds of processor time, as an article or as an UnreadablePage."""

import time
from collections.abc import Callable

import pytest

from transforms.article import UnreadablePage, read_html, read_text

PROSE = "<p>" + "澄泷工业园签约项目12个，总投资35亿元。" * 12 + "</p>"
HEAD = "<html><head><title>澄泷工业园签约12个项目</title></head><body>"

REFUSED: dict[str, tuple[str, Callable[[], str]]] = {
    "20,000 levels": ("too_deep", lambda: HEAD + "<div>" * 20_000 + PROSE),
    "20,000 closed levels": ("too_deep", lambda: HEAD + "<section>" * 20_000 + PROSE + "</section>" * 20_000),
    "formatting in paragraphs": ("too_deep", lambda: HEAD + "".join(f"<font x={n}><p>" for n in range(2_000)) + PROSE),
    "made-up elements": ("too_deep", lambda: HEAD + "<x-y>" * 20_000 + PROSE),
    "a text of 5 MB": ("too_large", lambda: HEAD + "<p>" + "园区签约，" * 1_000_000 + "</p>"),
    "an article of 1 MB": ("too_large", lambda: HEAD + "<p>" + "园区签约，" * 200_000 + "</p>"),
    "a million attributes": ("too_large", lambda: HEAD + "<div " + " ".join(f'a{n}="x"' for n in range(1_000_000)) + ">" + PROSE),
    "a million tags": ("too_large", lambda: HEAD + "<i>x</i>" * 200_000 + PROSE),
    "a character without marks": ("no_body", lambda: HEAD + "<p>" + "园" * 1_900_000 + "</p>"),
    "frames": ("no_body", lambda: "<html><frameset><frame src='a.html'></frameset></html>"),
    "nothing": ("empty", lambda: " \n\x00\n "),
    "no HTML": ("not_html", lambda: "%PDF-1.7 " + "0 obj " * 50),
    "JSON": ("not_html", lambda: '{"code": 403, "msg": "forbidden"}'),
}
READ: dict[str, Callable[[], str]] = {
    "1,400 levels": lambda: HEAD + "<div>" * 1_400 + PROSE,
    "attributes with a > inside": lambda: HEAD + "<div " + " ".join(f'a{n}=">"' for n in range(100_000)) + ">" + PROSE,
    "200,000 bare attributes": lambda: HEAD + "<div " + " ".join(f"a{n}" for n in range(200_000)) + ">" + PROSE,
    "an open tag": lambda: HEAD + PROSE + "<div " + "a" * 1_900_000,
    "open comments": lambda: HEAD + PROSE + "<!--" * 400_000,
    "JSON-LD of brackets": lambda: '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + HEAD + PROSE,
    "begin marks of a CMS": lambda: HEAD + "<!--enpcontent-->" * 50_000 + PROSE,
    "properties of a CMS": lambda: HEAD + PROSE + "<!--enpproperty " * 50_000,
    "brackets of reporters": lambda: HEAD + PROSE + "<p>" + "(记者" * 20_000 + "</p>",
    "one paragraph 10,000 times": lambda: HEAD + "<p>芦汀产业园签约项目二十个，总投资五亿元。</p>" * 10_000,
    "digits": lambda: HEAD + PROSE + "<p>" + "1" * 100_000 + "</p>",
    "dates": lambda: HEAD + PROSE + "<p>" + "2025-" * 20_000 + "</p>",
    "stamps": lambda: HEAD + "<span>2024-01-01</span>" * 15_000 + PROSE,
    "cells": lambda: HEAD + PROSE + "<table>" + ("<tr>" + "<td>1</td>" * 100 + "</tr>") * 150 + "</table>",
    "entries of a filing record": lambda: HEAD + "<div id=zoom>" + "<p>索 引 号：1</p>" * 1_500 + PROSE,
    "days and places of events": lambda: HEAD + "<div id=zoom>" + "<p>时间：8月</p><p>地点：园区</p>" * 900 + PROSE,
    "leads": lambda: HEAD + "<div class=lead>导语</div>" * 9_000 + "<div id=zoom>" + PROSE + "</div>",
    "a blog's months": lambda: HEAD + "<li>2025年07月(7)</li>" * 15_000 + "<div id=zoom>" + PROSE,
    "dashes behind the headline": lambda: HEAD + "<h1>澄泷工业园签约12个项目" + "-" * 900_000 + "</h1><div id=zoom>" + PROSE,
    "linked items": lambda: HEAD + PROSE + "<li><a href=#>梧岭高新区签约项目二十个</a>园区，</li>" * 9_000,
}


def read(source: str) -> str:
    """Read a page within the time that a page has; the article's text."""
    page = source.encode("utf-8", "surrogatepass")
    start = time.process_time()
    try:
        return read_html(page).text
    finally:
        assert time.process_time() - start < 2.0


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_its_rule(name: str) -> None:
    rule, make = REFUSED[name]
    with pytest.raises(UnreadablePage) as refused:
        read(make())
    assert refused.value.rule == rule
    assert refused.value.reason


@pytest.mark.parametrize("name", READ)
def test_read_all_the_same(name: str) -> None:
    text = read(READ[name]())
    assert "总投资35亿元" in text or "总投资五亿元" in text


def test_characters_that_hide_in_numbers_are_taken_out() -> None:
    dirty = PROSE.replace("35亿元", "3\u200b5\u202e亿\x00元").replace("12个", "1&#8203;2个")
    text = read(HEAD + dirty + "&#xD800;\ud800")
    assert "项目12个，总投资35亿元" in text
    text.encode("utf-8")


def test_text_of_5_mb_is_refused() -> None:
    start = time.process_time()
    with pytest.raises(UnreadablePage):
        read_text(("园区签约，" * 1_700_000).encode())
    assert time.process_time() - start < 2.0


def test_megabytes_of_script_do_not_hide_an_article() -> None:
    script = "<script>window.data = '" + "x" * 2_400_000 + "'; var ct = '1762243169';</script>"
    page = f"<html><head><title>芦汀周报</title>{script}</head><body><div id='js_content'>{PROSE}</div></body></html>"
    article = read_html(page.encode())
    assert article.text == PROSE.removeprefix("<p>").removesuffix("</p>")
    assert article.published == "2025-11-04"
