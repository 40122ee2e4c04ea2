"""List pages with a pager."""

from __future__ import annotations

from parsel import Selector

from crawlers.addresses import canonical
from crawlers.finders.reading import day_in, select
from crawlers.listing import Entry, Listing, ListPage
from crawlers.portal import ListSource, list_url


def find(source: ListSource, page: ListPage, body: bytes, base_url: str) -> Listing:
    """The entries of a list page, in its order, and the page after it.

    Raises:
        UnreadableList: the page is empty.
    """
    document = select(body)
    items = document.css(source.items) if source.items else [document]
    found: dict[str, Entry] = {}
    for item in items:
        day = day_in(" ".join(_texts(item, source.date))) if source.date and source.items else None
        for url in links(item, source.articles, base_url):
            found.setdefault(url, Entry(url, day))
    return Listing(tuple(found.values()), next_page=_next_page(source, page, document, base_url))


def links(item: Selector, css: str, base_url: str) -> list[str]:
    """Canonicalised addresses of the elements that a selector finds (``a``, ``area``), or of what ``::attr(…)`` gives."""
    found = item.css(css) if "::" in css else item.css(css).xpath("@href")
    return [url for text in found.getall() if (url := canonical(text, base_url))]


def _texts(item: Selector, css: str) -> list[str]:
    return item.css(css).getall() if "::" in css else item.css(css).xpath("string()").getall()


def _next_page(source: ListSource, page: ListPage, document: Selector, base_url: str) -> ListPage | None:
    if source.next:
        url = next(iter(links(document, source.next, base_url)), None)
    elif "{page" in source.url:
        url = canonical(list_url(source.url, page=source.first_page + page.page))
    else:
        url = None
    return page.following(url) if url and url != page.url else None
