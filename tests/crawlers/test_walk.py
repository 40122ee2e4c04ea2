from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from crawlers.listing import Entry, Listing, ListPage, Node, Window
from crawlers.portal import Portal, load_portal
from crawlers.walk import Choice, Walked, choose, fronts, goes_on, known_sitemaps, nearer, onward_nodes, undated_lists

TODAY = date(2026, 1, 5)
WINDOW = Window(date(2025, 12, 1), date(2025, 12, 3))
PORTAL = """
name: 河口日报
home: https://news.example.org/
verified: never
lists:
  - {spider: list, url: 'https://news.example.org/list_{page}.html', items: li, date: .t, max_pages: 2, backfill_pages: 9}
  - {spider: epaper, url: 'https://news.example.org/{date:%Y%m}/{date:%d}/node_1.html', days: 2}
  - {spider: sitemap, url: 'https://news.example.org/sitemap.xml', days: 3}
  - {spider: list, url: 'https://news.example.org/hot/', use: nightly}
  - {spider: list, url: 'https://news.example.org/old/', use: backfill}
articles: {allow: [/a/]}
"""


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    path = tmp_path / "hekou.yml"
    path.write_text(PORTAL, encoding="utf-8")
    return load_portal(path)


def chosen(shown: int, undated: int, *, past: bool) -> Choice:
    return Choice((), frozenset(), shown, undated, past=past, oldest=None)


def entry(number: int, day: date | None) -> Entry:
    return Entry(f"https://news.example.org/a/{number}.html", day)


def test_a_night_begins_with_front_pages_and_the_last_editions(portal: Portal) -> None:
    assert [p.url.removeprefix("https://news.example.org/") for p in fronts(portal, None, TODAY)] == [
        "list_1.html", "202601/05/node_1.html", "202601/04/node_1.html", "sitemap.xml", "hot/"]


def test_a_backfill_begins_with_what_can_tell_days(portal: Portal) -> None:
    pages = list(fronts(portal, WINDOW, TODAY))
    assert [p.url.removeprefix("https://news.example.org/") for p in pages] == [
        "list_1.html", "202512/03/node_1.html", "202512/02/node_1.html", "202512/01/node_1.html", "sitemap.xml"]
    assert {p.window for p in pages} == {WINDOW}
    [said] = undated_lists(portal)
    assert said.startswith("https://news.example.org/old/ gives no dates, so a window over it cannot be walked")


def test_a_night_takes_everything_that_is_an_article(portal: Portal) -> None:
    listing = Listing((entry(1, None), entry(2, date(2020, 1, 1)), Entry("https://news.example.org/ad/3.html")))
    choice = choose(portal, ListPage(0, "https://news.example.org/list_1.html"), listing, TODAY)
    assert choice == Choice(
        listing.entries[:2], frozenset(e.url for e in listing.entries[:2]), shown=2, undated=0, past=False, oldest=None)


def test_a_night_takes_the_last_days_of_a_sitemap(portal: Portal) -> None:
    listing = Listing((entry(1, TODAY), entry(2, date(2026, 1, 2)), entry(3, date(2026, 1, 1)), entry(4, None)))
    choice = choose(portal, ListPage(2, "https://news.example.org/sitemap.xml"), listing, TODAY)
    assert [e.url[-6] for e in choice.entries] == ["1", "2", "4"]


def test_of_a_sitemap_index_what_changed_in_time_is_read(portal: Portal) -> None:
    def index(window: Window | None) -> tuple[ListPage, Listing]:
        page = ListPage(2, "https://news.example.org/index.xml", window=window)
        days = [None, date(2026, 1, 2), date(2025, 12, 1), date(2025, 11, 30)]
        return page, Listing((), tuple(Node(page.node(f"https://news.example.org/s{n}.xml"), d) for n, d in enumerate(days)))

    assert [p.url[-5] for p in onward_nodes(portal, *index(None), TODAY)] == ["0", "1"]
    assert [p.url[-5] for p in onward_nodes(portal, *index(WINDOW), TODAY)] == ["0", "1", "2"]


def test_a_backfill_takes_its_window_and_says_what_has_no_day(portal: Portal) -> None:
    page = ListPage(0, "https://news.example.org/list_5.html", 5, window=WINDOW)
    days = [date(2025, 12, 4), date(2025, 12, 3), date(2025, 12, 1), date(2025, 11, 30), None]
    choice = choose(portal, page, Listing(tuple(entry(n, d) for n, d in enumerate(days))), TODAY)
    assert [e.url[-6] for e in choice.entries] == ["1", "2"]
    assert (choice.shown, choice.undated, choice.past, choice.oldest) == (5, 1, False, date(2025, 11, 30))
    assert choose(portal, page, Listing((entry(1, date(2025, 11, 30)),)), TODAY).past


def test_a_night_goes_on_while_pages_show_something_new(portal: Portal) -> None:
    first, last = ListPage(0, "https://x.example/", 1), ListPage(0, "https://x.example/", 2)
    choice = chosen(3, 0, past=False)
    assert goes_on(portal, first, choice, wanted=1, unseen=3)
    assert not goes_on(portal, first, choice, wanted=0, unseen=3)
    assert not goes_on(portal, last, choice, wanted=3, unseen=3)


def test_a_backfill_goes_on_until_it_is_past_its_window(portal: Portal) -> None:
    page = ListPage(0, "https://x.example/", 3, window=WINDOW)
    newer = chosen(3, 0, past=False)
    assert goes_on(portal, page, newer, wanted=0, unseen=3)
    assert not goes_on(portal, page, newer, wanted=0, unseen=0)  # a pager that repeats its last page
    assert not goes_on(portal, page, chosen(3, 0, past=True), wanted=0, unseen=3)
    assert not goes_on(portal, page, chosen(3, 3, past=False), wanted=0, unseen=3)  # no day to go by
    assert not goes_on(portal, page, chosen(0, 0, past=False), wanted=0, unseen=3)
    assert not goes_on(portal, ListPage(0, "https://x.example/", 9, window=WINDOW), newer, wanted=0, unseen=3)


def test_a_later_window_begins_near_where_an_earlier_walk_came_to_it(portal: Portal) -> None:
    earlier = Window(date(2025, 12, 20), date(2025, 12, 31))
    now = datetime(2026, 1, 5, tzinfo=UTC)

    def walked(page: int, oldest: date | None) -> Walked:
        return Walked(ListPage(0, f"https://news.example.org/list_{page}.html", page, window=earlier), oldest, now)

    walk = [walked(n, date(2026, 1, 5) - timedelta(days=5 * n)) for n in range(1, 9)]  # page 6: from 6 December on
    front = next(iter(fronts(portal, WINDOW, TODAY)))
    assert nearer(portal, front, walk) == ListPage(0, "https://news.example.org/list_4.html", 4, window=WINDOW)
    assert nearer(portal, front, walk[:2]) == front
    assert nearer(portal, front, []) == front
    night = next(iter(fronts(portal, None, TODAY)))
    assert nearer(portal, night, walk) == night


def test_a_sitemap_is_read_once_for_many_windows(portal: Portal) -> None:
    page = ListPage(2, "https://news.example.org/s1.xml", window=WINDOW)
    listing = Listing((entry(1, date(2025, 12, 2)), entry(2, date(2024, 1, 1)), entry(3, None)))
    choice = choose(portal, page, listing, TODAY)
    assert [e.url[-6] for e in choice.entries] == ["1", "2"]
    assert [url[-6] for url in choice.wanted] == ["1"]
    read = datetime(2026, 1, 4, tzinfo=UTC)
    index = ListPage(2, "https://news.example.org/index.xml", window=WINDOW)
    walk = [Walked(page, date(2024, 1, 1), read), Walked(index, None, read)]
    assert known_sitemaps(portal, walk, read + timedelta(days=6)) == {page.url}
    assert known_sitemaps(portal, walk, read + timedelta(days=8)) == frozenset()
