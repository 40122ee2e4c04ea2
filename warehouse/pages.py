"""Pages and their states: what is to be read, what is to be read again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from parkwatch.records import Page, PagePart, WarcPointer
from warehouse.session import Connection, Database, transaction

State = Literal["fetched", "loaded", "quarantined", "blocked"]


def to_read(database: Database, portal: str, *, limit: int | None = None) -> list[Page]:
    """At most ``limit`` of the portal's pages in state ``fetched`` or ``blocked``, of whatever run, the earliest first."""
    with transaction(database) as connection:
        rows = connection.execute(
            """SELECT page_id, portal, url, fetched_at, content_type, warc_file, warc_offset, warc_record_id, payload_digest
               FROM parkwatch.page WHERE portal = %s AND state IN ('fetched', 'blocked') ORDER BY page_id LIMIT %s""",
            (portal, limit)).fetchall()
        parts = _parts(connection, [row[0] for row in rows])
    return [Page(page_id, portal, url, fetched_at, content_type, WarcPointer(*pointer), tuple(parts.get(page_id, ())))
            for page_id, portal, url, fetched_at, content_type, *pointer in rows]


def _parts(connection: Connection, page_ids: list[int]) -> dict[int, list[PagePart]]:
    """The further pages of each article that has any, in order."""
    parts: dict[int, list[PagePart]] = {}
    for page_id, url, content_type, *pointer in connection.execute(
            """SELECT page_id, url, content_type, warc_file, warc_offset, warc_record_id, payload_digest
               FROM parkwatch.page_part WHERE page_id = ANY(%s) ORDER BY page_id, number""", (page_ids,)).fetchall():
        parts.setdefault(page_id, []).append(PagePart(url, content_type, WarcPointer(*pointer)))
    return parts


def mark(database: Database, page_ids: Sequence[int], state: State, reason: str = "") -> int:
    """Set the state of pages, with the reason; return how many there were."""
    with transaction(database) as connection:
        return connection.execute("UPDATE parkwatch.page SET state = %s, state_reason = %s WHERE page_id = ANY(%s)",
                                  (state, reason, list(page_ids))).rowcount


def reopen(database: Database, portal: str, extractor_version: str, signature_version: int) -> int:
    """Have every page read again that another version of the extractor read, or could not read; return how many.

    So are those whose signature is of another version: copies are no longer found by it.
    """
    with transaction(database) as connection:
        return connection.execute(
            """UPDATE parkwatch.page AS p SET state = 'fetched', state_reason = ''
               WHERE p.portal = %s AND (p.state = 'quarantined' OR p.state = 'loaded' AND (
                   EXISTS (SELECT FROM parkwatch.article AS a WHERE a.page_id = p.page_id AND a.extractor_version <> %s)
                   OR EXISTS (SELECT FROM parkwatch.signature AS s WHERE s.page_id = p.page_id AND s.version <> %s)))""",
            (portal, extractor_version, signature_version)).rowcount
