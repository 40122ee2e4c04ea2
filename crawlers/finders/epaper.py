"""A newspaper's e-paper: an edition a day, node pages in an edition, articles on a node page."""

from __future__ import annotations

from crawlers.finders.pager import links
from crawlers.finders.reading import select
from crawlers.listing import Entry, Listing, ListPage, Node
from crawlers.portal import ListSource


def find(source: ListSource, page: ListPage, body: bytes, base_url: str) -> Listing:
    """The articles of a node page, dated as their edition; from its first page also the edition's other node pages.

    Raises:
        UnreadableList: the page is empty.
    """
    document = select(body)
    entries = dict.fromkeys(links(document, source.articles, base_url))
    others = dict.fromkeys(links(document, source.nodes, base_url)) if source.nodes and page.role == "front" else {}
    return Listing(
        tuple(Entry(url, page.day) for url in entries),
        nodes=tuple(Node(page.node(url)) for url in others if url not in {page.url, base_url}))
