"""Pages in the markup of the CMSs that Chinese sites run on, with invented text: what is read from each is signed by hand."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parkwatch.records import Article
from transforms.article import read_html

PAGES = Path(__file__).parents[1] / "pages"
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES / "expected.json").read_text("utf-8"))
FETCHED = date(2026, 1, 5)


def read(name: str) -> Article:
    return read_html((PAGES / f"{name}.html").read_bytes(), fetched_on=FETCHED)


@pytest.mark.parametrize("name", EXPECTED)
def test_body(name: str) -> None:
    expected, text = EXPECTED[name], read(name).text
    assert text.startswith(expected["starts"])
    assert [part for part in expected["holds"] if text.count(part) != 1] == []
    assert [part for part in expected["lacks"] if part in text] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_known_of_it(name: str) -> None:
    expected, article = EXPECTED[name], read(name)
    assert article.title == expected["title"]
    assert article.published == expected["published"]
    assert article.source == expected["source"]
    assert list(article.reporters) == expected.get("reporters", list(article.reporters))
    assert article.published_basis
