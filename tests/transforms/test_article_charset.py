"""Charsets from the bytes: headers and meta tags are heard only where the bytes leave it open."""

import pytest
from opencc import OpenCC

from transforms.article import read_html, read_text
from transforms.article.charset import decode

TEXT = "梧岭高新区今年前三季度新签约项目58个，总投资236.8亿元，同比增长17.5%，其中智能装备产业链营收突破六百亿元。" * 4
TRADITIONAL = OpenCC("s2t").convert(TEXT)


@pytest.mark.parametrize(("charset", "expected", "text"), [
    ("utf-8", "utf-8", TEXT),
    ("utf-8-sig", "utf-8", TEXT),
    ("utf-16", "utf-16-le", TEXT),
    ("gb2312", "gb18030", TEXT),
    ("gb18030", "gb18030", TEXT + "𠮷㐂"),  # four-byte characters
    ("gb18030", "gb18030", TRADITIONAL),
    ("big5", "big5", TRADITIONAL),
])
@pytest.mark.parametrize("header", ["", "text/html; charset=utf-8", "text/html; charset=gb2312", "text/html; charset=big5"])
def test_decided_from_the_bytes_whatever_the_header_says(charset: str, expected: str, text: str, header: str) -> None:
    decoded = decode(text.encode(charset), header)
    assert decoded.text == text
    assert decoded.charset == expected
    assert decoded.reason


def test_stray_bytes_cost_themselves_and_no_more() -> None:
    body = TEXT.encode()
    decoded = decode(body[:300] + b"\xff\xfe" + body[300:])
    assert decoded.charset == "utf-8"
    assert decoded.text.replace("\ufffd", "") == TEXT
    legacy = TEXT.encode("gb18030")
    decoded = decode(legacy[:100] + b"\xff\n" + legacy[100:])
    assert decoded.charset == "gb18030"
    assert TEXT[60:] in decoded.text


def test_a_character_cut_at_the_end_is_no_reason_for_another_charset() -> None:
    assert decode(TEXT.encode()[:-1]).text[:-1] == TEXT[:-1]


def test_two_charsets_in_a_page_are_read_piece_by_piece() -> None:
    page = f"<h1>{TEXT}</h1>\n".encode() + f"<p>{TEXT}</p>\n".encode("gb18030")
    decoded = decode(page)
    assert decoded.text == f"<h1>{TEXT}</h1>\n<p>{TEXT}</p>\n"
    assert decoded.charset == "utf-8+gb18030"


def test_the_declared_charset_decides_where_a_text_is_too_short_to_tell() -> None:
    assert decode("一".encode("big5"), "text/html; charset=big5").text == "一"
    assert decode("一".encode("gb18030"), "text/html; charset=gbk").text == "一"
    assert decode(b'<meta charset="no-such"><p>' + "园区".encode("gb18030")).text.endswith("园区")


@pytest.mark.parametrize(("charset", "expected", "reason"), [
    ("utf-8", "utf-8", "strict UTF-8"),
    ("utf-8-sig", "utf-8", "byte order mark"),
    ("gb18030", "gb18030", "not UTF-8; "),
])
def test_the_decision_and_its_reason_stay_with_the_article(charset: str, expected: str, reason: str) -> None:
    page = f"<html><body><div id='zoom'><p>{TEXT}</p></div></body></html>".encode(charset)
    for article in (read_html(page), read_text(TEXT.encode(charset))):
        assert article.charset == expected
        assert article.charset_reason.startswith(reason)
