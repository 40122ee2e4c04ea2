"""Each portal with a folder here finds the articles of its list page and reads its article page, as expected.json says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from crawlers.finders import find
from crawlers.listing import ListPage
from crawlers.portal import load_portal
from parkwatch.settings import PROJECT_ROOT
from transforms.article import read_html

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.json"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_list_page_shows_its_articles_with_their_dates(folder: Path) -> None:
    portal = load_portal(folder.name, PROJECT_ROOT / "crawlers" / "portals")
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    page = ListPage(expected["list"], expected["list_url"])
    listing = find(portal.lists[page.source], page, (folder / "list.html").read_bytes(), page.url)
    found = {entry.url: entry.day for entry in listing.entries if portal.is_article(entry.url)}
    assert found == {url: date.fromisoformat(day) for url, day in expected["articles"].items()}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_article_page_is_read(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    article = read_html((folder / "article.html").read_bytes(), url=expected["article_url"])
    assert (article.title, article.published, article.source) == (expected["title"], expected["published"], expected["source"])
    assert article.text.startswith(expected["body_starts"])
    assert article.text.endswith(expected["body_ends"])
