from datetime import UTC, date, datetime, timedelta

from crawlers.listing import ListPage, Window
from crawlers.schedule import NEVER, ask_conditionally, next_visit, retry_at

SEEN = datetime(2026, 1, 5, 18, 40, tzinfo=UTC)
NIGHT = datetime(2026, 1, 5, 18, 30, tzinfo=UTC)


def test_a_nightly_run_visits_an_article_five_times_and_then_never() -> None:
    visits, due = [], SEEN
    for night in range(1, 100):
        now = NIGHT + timedelta(days=night)
        if due <= now:
            visits.append(night)
            due = next_visit(SEEN, now, backfill=False)
    assert visits == [1, 3, 7, 30]
    assert due == NEVER


def test_what_a_backfill_found_is_not_visited_again() -> None:
    assert next_visit(SEEN, SEEN, backfill=True) == NEVER


def test_two_visits_ask_without_validators() -> None:
    asked = [ask_conditionally(SEEN, NIGHT + timedelta(days=d)) for d in (0, 1, 3, 7, 30)]
    assert asked == [True, True, False, True, False]


def test_failures_are_tried_at_once_then_rarely_then_no_more() -> None:
    assert retry_at(1, SEEN) == SEEN
    assert retry_at(3, SEEN) == SEEN + timedelta(hours=20)
    assert retry_at(6, SEEN) is None
    assert retry_at(2, SEEN, backfill=True) == SEEN
    assert retry_at(3, SEEN, backfill=True) is None


def test_a_list_page_stands_in_the_frontier_with_its_place_in_the_walk() -> None:
    window = Window(date(2025, 1, 1), date(2025, 3, 31))
    page = ListPage(1, "https://news.example.org/p?a=1&b=2", 3, date(2026, 1, 2), "node", window)
    assert ListPage.from_key(page.key) == page
    assert page.key.startswith("https://news.example.org/p?a=1&b=2#")
    plain = ListPage(0, "https://news.example.org/")
    assert ListPage.from_key(plain.key) == plain
    assert date(2025, 3, 31) in window
    assert date(2025, 4, 1) not in window
