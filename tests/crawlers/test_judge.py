from pathlib import Path

import pytest

from crawlers.judge import judge
from crawlers.portal import Portal, load_portal


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    path = tmp_path / "hekou.yml"
    path.write_text("""{name: 河口日报, home: 'https://news.example.org/', verified: never, assertions: {min_articles: 3,
      max_articles: 9}, lists: [{spider: feed, url: 'https://news.example.org/feed'}]}""", encoding="utf-8")
    return load_portal(path)


GOOD = {"lists_read": 1, "articles_listed": 5, "articles_new": 5}


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, "no list could be read: no request was sent"),
        ({"lists_failed": 2, "first_failure": "x: answered 500"}, "nothing was fetched: x: answered 500"),
        ({"lists_failed": 1, "articles_new": 2}, "no list could be read"),
        ({"postponed": 4, "first_failure": "robots"}, "nothing was fetched: robots"),
        ({"forbidden": 1}, "nothing was fetched"),
        ({"lists_read": 1, "articles_listed": 2, "articles_new": 2}, "2 article links on the lists, fewer than min_articles 3"),
        (GOOD | {"articles_new": 0, "articles_failed": 5}, "every article request failed"),
        (GOOD | {"articles_new": 3, "articles_failed": 3, "articles_blocked": 3}, "3 of 6 articles answered with a page"),
        (GOOD | {"postponed": 7, "first_failure": "a host that asks for a year"}, "7 requests were not sent: a host that asks"),
        (GOOD | {"finish_reason": "database: gone"}, "ended early: database: gone"),
        (GOOD | {"spider_exceptions/count": 1}, "1 answers could not be handled"),
    ],
)
def test_a_crawl_that_is_not_to_be_trusted_failed(portal: Portal, counts: dict[str, object], said: str) -> None:
    succeeded, reasons = judge(portal, stats(counts), nightly=True)
    assert not succeeded
    assert said in reasons[0]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (GOOD, ""),
        ({"lists_not_modified": 1}, ""),  # nothing changed: nothing shown, nothing wrong
        ({"editions_absent": 3}, ""),
        (GOOD | {"articles_listed": 10}, "more than max_articles 9"),
        (GOOD | {"lists_failed": 1, "first_failure": "y: answered 500"}, "1 list pages failed, first y: answered 500"),
        (GOOD | {"articles_failed": 1, "articles_blocked": 1}, ""),
    ],
)
def test_a_good_crawl_succeeds_and_warns(portal: Portal, counts: dict[str, object], said: str) -> None:
    succeeded, reasons = judge(portal, stats(counts), nightly=True)
    assert succeeded
    assert said in "; ".join(reasons)
    assert bool(said) == bool(reasons)


def test_a_backfill_is_not_held_to_a_nights_minimum(portal: Portal) -> None:
    assert judge(portal, stats({"lists_read": 1, "articles_listed": 1}), nightly=False) == (True, [])
    assert not judge(portal, stats({"lists_read": 1, "lists_failed": 1}), nightly=False)[0]  # a hole in the window
    assert not judge(portal, stats(GOOD | {"articles_failed": 1}), nightly=False)[0]
    assert judge(portal, stats({}), nightly=False) == (True, [])  # the window was walked before


def stats(counts: dict[str, object]) -> dict[str, object]:
    whole = {"finish_reason": "finished"} | counts
    return {k if k.startswith(("finish", "spider_")) else f"parkwatch/{k}": v for k, v in whole.items()}
