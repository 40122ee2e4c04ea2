"""Sitemaps and sitemap indexes (sitemaps.org protocol 0.9, with Google's news extension)."""

from __future__ import annotations

from crawlers.addresses import canonical
from crawlers.finders.reading import UnreadableList, beijing_day, child_text, gunzip, local_name, moment_in, parse_xml
from crawlers.listing import Entry, Listing, ListPage, Node
from crawlers.portal import ListSource


def find(source: ListSource, page: ListPage, body: bytes, base_url: str) -> Listing:  # noqa: ARG001 -- the finders' signature
    """The addresses of a sitemap, or the sitemaps of an index, each with the day of its last change.

    Raises:
        UnreadableList: it is no sitemap.
    """
    root = parse_xml(gunzip(body))
    kind = local_name(root)
    if kind == "sitemapindex":
        nodes = []
        for child in root:
            url = canonical(child_text(child, "loc"), base_url)
            modified = beijing_day(moment_in(child_text(child, "lastmod")))
            if url:
                nodes.append(Node(page.node(url), modified))
        return Listing((), tuple(nodes))
    if kind != "urlset":
        raise UnreadableList(f"no sitemap: its root is <{kind}>")
    entries = []
    for child in root:
        url = canonical(child_text(child, "loc"), base_url)
        if url is not None:
            modified_at = moment_in(child_text(child, "lastmod"))
            published = moment_in(child_text(child, "publication_date"))
            entries.append(Entry(url, beijing_day(published or modified_at), modified_at))
    return Listing(tuple(entries))
