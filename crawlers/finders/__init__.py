"""One finder for each way of showing articles: a list page's body in, what it shows out. Pure functions, no network."""

from __future__ import annotations

from crawlers.finders import epaper, feed, pager, sitemap
from crawlers.listing import Listing, ListPage
from crawlers.portal import ListSource

_FINDERS = {"list": pager.find, "feed": feed.find, "sitemap": sitemap.find, "epaper": epaper.find}


def find(source: ListSource, page: ListPage, body: bytes, base_url: str) -> Listing:
    """What a list page shows.

    Args:
        source: the list, as the portal file says.
        page: which page of it.
        body: the page's bytes.
        base_url: the address that it came from; relative links are resolved against it.

    Raises:
        UnreadableList: the body is no such list.
    """
    return _FINDERS[source.spider](source, page, body, base_url)
