"""Which lists to read, which of their entries to take, and when to go on: the rules of a walk, without network or database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crawlers.listing import Entry, Listing, ListPage, Window
from crawlers.portal import ListSource, Portal, date_in_url, list_url


@dataclass(frozen=True, slots=True)
class Choice:
    """What a run takes from one list page."""

    entries: tuple[Entry, ...]  # to be known from now on
    shown: int  # article links on the page
    undated: int  # of a backfill: links left out, since nothing tells their day
    past: bool  # of a backfill: everything dated on the page is older than the window


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
        return Choice(taken, len(articles), 0, past=False)
    days = [e.day for e in articles if e.day is not None]
    inside = tuple(e for e in articles if e.day in page.window)
    return Choice(inside, len(articles), len(articles) - len(days), past=bool(days) and max(days) < page.window.first)


def goes_on(portal: Portal, page: ListPage, choice: Choice, fresh: int, unseen: int) -> bool:
    """Whether to read the page after this one.

    Args:
        portal: the portal.
        page: the page that was read.
        choice: what was taken from it.
        fresh: entries that the frontier did not know.
        unseen: entries that this walk had not seen (a pager without an end repeats its last page).
    """
    source = portal.lists[page.source]
    if page.window is None:
        return fresh > 0 and page.page < source.max_pages
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
