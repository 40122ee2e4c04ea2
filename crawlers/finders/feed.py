"""RSS 0.9 to 2.0 and Atom."""

from __future__ import annotations

from lxml import etree

from crawlers.addresses import canonical
from crawlers.finders.reading import UnreadableList, beijing_day, child_text, local_name, moment_in, parse_xml
from crawlers.listing import Entry, Listing, ListPage
from crawlers.portal import ListSource


def find(source: ListSource, page: ListPage, body: bytes, base_url: str) -> Listing:  # noqa: ARG001 -- the finders' signature
    """The items of a feed, with the day that it gives each.

    Raises:
        UnreadableList: it is no feed.
    """
    root = parse_xml(body)
    if local_name(root) not in {"rss", "RDF", "feed"}:
        raise UnreadableList(f"no feed: its root is <{local_name(root)}>")
    entries = []
    for item in root.iter():
        if local_name(item) not in {"item", "entry"}:
            continue
        url = canonical(_link(item), base_url)
        if url is None:
            continue
        published = moment_in(child_text(item, "pubDate", "published", "date", "issued", "updated"))
        entries.append(Entry(url, beijing_day(published), moment_in(child_text(item, "updated", "modified"))))
    return Listing(tuple(entries))


def _link(item: etree._Element) -> str:
    """RSS writes the link as text, Atom as an attribute; a permalink guid stands in for a missing link."""
    for child in item:
        if local_name(child) == "link":
            href = child.get("href")
            if href and child.get("rel", "alternate") == "alternate":
                return href
            if child.text and child.text.strip():
                return child.text.strip()
    guid = next((c for c in item if local_name(c) == "guid" and c.get("isPermaLink", "true") == "true"), None)
    return (guid.text or "").strip() if guid is not None else ""
