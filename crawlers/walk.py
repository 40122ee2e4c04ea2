"""Which lists to read, which of their entries to take, and when to go on: the rules of a walk, without network or database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from crawlers.listing import Entry, Listing, ListPage, Window
from crawlers.portal import ListSource, Portal, date_in_url, list_url

SITEMAP_KEEPS = timedelta(days=7)
DELETED_PAGES = 2  # pages of slack before a walk's beginning: where articles are deleted, later ones move up


@dataclass(frozen=True, slots=True)
class Choice:
    """What a run takes from one list page."""

    entries: tuple[Entry, ...]  # to be known from now on
    wanted: frozenset[str]  # addresses of those that this run is to fetch
    shown: int  # article links on the page
    undated: int  # of a backfill: links left out, since nothing tells their day
    past: bool  # of a backfill: everything dated on the page is older than the window
    oldest: date | None  # day on the page


@dataclass(frozen=True, slots=True)
class Walked:
    """A list page that a backfill has read, for whatever window."""

    page: ListPage
    oldest: date | None  # day that it showed
    fetched_at: datetime


def fronts(portal: Portal, window: Window | None, today: date) -> Iterator[ListPage]:
    """The list pages that a run begins with; ``window`` None is a nightly run."""
    mode = "backfill" if window else "nightly"
    for number, source in enumerate(portal.lists):
        if source.use not in {mode, "both"} or (window and not gives_dates(portal, source)):
            continue
        if source.spider == "epaper":
            for day in _editions(source, window, today):
                yield ListPage(number, list_url(source.url, day=day), day=day, window=window)
        else:
            yield ListPage(number, source.first_url or list_url(source.url, page=source.first_page), window=window)


def known_sitemaps(portal: Portal, walked: Iterable[Walked], now: datetime) -> frozenset[str]:
    """Addresses of sitemaps that a backfill read in the last days: all that they show is known, for any window."""
    return frozenset(
        w.page.url for w in walked
        if portal.lists[w.page.source].spider == "sitemap" and w.oldest is not None and now - w.fetched_at < SITEMAP_KEEPS)


def nearer(portal: Portal, front: ListPage, walked: Iterable[Walked]) -> ListPage:
    """Where a backfill's walk over a pager begins: near the last page that an earlier walk found all newer than the window.

    Articles only move on to later pages, so nothing of the window can lie before it.
    """
    if front.window is None or portal.lists[front.source].spider != "list":
        return front
    newer = [w.page for w in walked if w.page.source == front.source and w.oldest is not None and w.oldest > front.window.last]
    last = max((page.page for page in newer), default=1) - DELETED_PAGES
    near = max((page for page in newer if page.page <= last), key=lambda page: page.page, default=front)
    return replace(near, window=front.window)


def undated_lists(portal: Portal) -> list[str]:
    """What a backfill must say: the lists whose entries carry no day, so that a window over them would be a guess."""
    return [
        f"{source.url} gives no dates, so a window over it cannot be walked (give items and date, or articles.date)"
        for source in portal.lists if source.use != "nightly" and not gives_dates(portal, source)
    ]


def gives_dates(portal: Portal, source: ListSource) -> bool:
    """Whether a list's entries have a day, by the portal file."""
    return source.spider != "list" or bool(source.items and source.date) or portal.articles.date is not None


def choose(portal: Portal, page: ListPage, listing: Listing, today: date) -> Choice:
    """The entries that a run takes from a list page.

    A nightly run takes all that is shown (of a sitemap, which holds years, the last days); a backfill what lies in its window.
    """
    source = portal.lists[page.source]
    articles = [_dated(portal, source, entry) for entry in listing.entries if portal.is_article(entry.url)]
    if page.window is None:
        since = today - timedelta(days=source.days)
        taken = tuple(e for e in articles if source.spider != "sitemap" or e.day is None or e.day >= since)
        return Choice(taken, frozenset(e.url for e in taken), len(articles), 0, past=False, oldest=None)
    dated = tuple(e for e in articles if e.day is not None)
    days = [e.day for e in dated if e.day is not None]
    inside = tuple(e for e in dated if e.day in page.window)
    return Choice(
        # A sitemap is read once for many windows, so all of it is to be known.
        entries=dated if source.spider == "sitemap" else inside, wanted=frozenset(e.url for e in inside),
        shown=len(articles), undated=len(articles) - len(dated), past=bool(days) and max(days) < page.window.first,
        oldest=min(days, default=None))


def onward_nodes(portal: Portal, page: ListPage, listing: Listing, today: date) -> list[ListPage]:
    """The lists that this one leads to and this run is to read; of a sitemap index, none that last changed before its days."""
    since = page.window.first if page.window else today - timedelta(days=portal.lists[page.source].days)
    return [node.page for node in listing.nodes if node.modified is None or node.modified >= since]


def goes_on(portal: Portal, page: ListPage, choice: Choice, wanted: int, unseen: int) -> bool:
    """Whether to read the page after this one.

    Args:
        portal: the portal.
        page: the page that was read.
        choice: what was taken from it.
        wanted: articles on it that are to be fetched, most of them new ones.
        unseen: entries that this walk had not seen (a pager without an end repeats its last page).
    """
    source = portal.lists[page.source]
    if page.window is None:
        return wanted > 0 and page.page < source.max_pages
    all_undated = choice.undated == choice.shown
    return unseen > 0 and not choice.past and not all_undated and page.page < source.backfill_pages


def _dated(portal: Portal, source: ListSource, entry: Entry) -> Entry:
    """A sitemap's day is the day of the last change, so the address's own wins there; elsewhere the list's own."""
    own = date_in_url(portal, entry.url)
    return replace(entry, day=(own or entry.day) if source.spider == "sitemap" else (entry.day or own))


def _editions(source: ListSource, window: Window | None, today: date) -> Iterator[date]:
    """Newest first: the days of a window up to today, or of a nightly run the last days."""
    last = min(window.last, today) if window else today
    first = window.first if window else today - timedelta(days=source.days - 1)
    for back in range((last - first).days + 1):
        yield last - timedelta(days=back)
