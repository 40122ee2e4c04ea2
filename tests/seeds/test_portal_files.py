"""The portal files of the seed sites find their articles; a file that nobody has held against its site stays off."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from parsel import Selector

from crawlers.portal import ListSource, Portal, date_in_url, list_url, load_portals
from parkwatch.settings import PROJECT_ROOT
from seeds.server import SeedPortal

Ask = Callable[..., Any]
FOLDER = PROJECT_ROOT / "crawlers" / "portals"


@pytest.fixture
def files(portal: SeedPortal, monkeypatch: pytest.MonkeyPatch) -> dict[str, Portal]:
    for name, value in portal.environment.items():
        monkeypatch.setenv(name, value)
    return load_portals(FOLDER)


def links(tree: Selector, css: str) -> list[str]:
    return [node.attrib["href"] for node in tree.css(css)] if css else []


def read(ask: Ask, home: str, source: ListSource, url: str) -> Selector:
    answer = ask(home, urlsplit(url).path)
    if answer.status == 302:
        return read(ask, home, source, urljoin(url, answer.headers["location"]))
    assert answer.status == 200
    return Selector(answer.body.decode("utf-8" if b"utf-8" in answer.body.lower() else "gb18030"), base_url=url)


def walk(ask: Ask, portal: Portal, source: ListSource, day: date | None = None) -> tuple[set[str], list[str]]:
    """Article links that a list's selectors find on all its pages, and the dates that stand beside them."""
    found, days, queue = set(), [], [list_url(source.url, page=1, day=day)]
    seen: set[str] = set()
    while queue:
        url = queue.pop()
        seen.add(url)
        tree = read(ask, portal.home, source, url)
        for entry in tree.css(source.items) if source.items else [tree]:
            found |= {urljoin(url, link) for link in links(entry, source.articles)}
            if source.date:
                css = source.date if "::" in source.date else f"{source.date}::text"
                days += entry.css(css).getall()
        base = url if urlsplit(url).path != "/" else url + "layout/202409/12/"  # where the e-paper's front page leads
        queue += [u for link in links(tree, source.next) + links(tree, source.nodes) if (u := urljoin(base, link)) not in seen]
    return found, days


@pytest.mark.parametrize(("name", "count", "dated"), [
    ("seed-aggregator", 5, 5), ("seed-lettings", 12, 4), ("seed-farm", 9, 9), ("seed-bare", 4, 0), ("seed-epaper", 2, 0),
])
def test_list_selectors_find_the_articles(ask: Ask, files: dict[str, Portal], name: str, count: int, dated: int) -> None:
    portal = files[name]
    source = next(s for s in portal.lists if s.spider == "list")
    found, days = walk(ask, portal, source)
    assert len(found) == count
    assert all(portal.is_article(url) for url in found)
    assert len([d for d in days if re.fullmatch(r"\d{4}-\d{2}-\d{2}", d.strip())]) == dated


def test_epaper_selectors_find_an_issue(ask: Ask, files: dict[str, Portal]) -> None:
    portal = files["seed-epaper"]
    source = next(s for s in portal.lists if s.spider == "epaper")
    found, _ = walk(ask, portal, source, date(2024, 8, 15))
    assert {urlsplit(url).path for url in found} == {f"/content/202408/15/content_{n}.html" for n in (34462, 34471)}
    assert {date_in_url(portal, url) for url in found} == {date(2024, 8, 15)}


def test_an_unverified_portal_is_off(files: dict[str, Portal]) -> None:
    assert [name for name, portal in files.items() if portal.verified == "never" and portal.enabled] == []
    assert sum(portal.verified == "never" for portal in files.values()) >= 20


def test_a_portal_that_guesses_says_so(files: dict[str, Portal]) -> None:
    for name in (name for name, portal in files.items() if portal.verified == "never"):
        assert re.search(r"^# .*\bGuess(es)?:", (FOLDER / f"{name}.yml").read_text(encoding="utf-8"), re.MULTILINE), name
