"""What is kept out, with its rule and reason: put there once, listed, and let go by a person."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parkwatch.records import Rejection
from warehouse.session import Connection, Database, transaction

# A fault that stands in quarantine stands once. One that was released and comes again stands there again.
_PUT = """
INSERT INTO parkwatch.quarantine (portal, page_id, subject, rule, reason, payload, run_id, digest)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (digest) DO UPDATE SET released_at = NULL, quarantined_at = now(), run_id = excluded.run_id, reason = excluded.reason
WHERE quarantine.released_at IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One row of the quarantine."""

    quarantine_id: int
    portal: str
    page_id: int | None
    url: str | None
    subject: str
    rule: str
    reason: str
    payload: dict[str, Any]
    run_id: str
    quarantined_at: datetime
    released_at: datetime | None


def put(database: Database, portal: str, run_id: str, rejections: Iterable[Rejection]) -> int:
    """Keep rejections, mark pages that are rejected as a whole, and return how many are new.

    Args:
        database: an address, or a connection in the caller's transaction.
        portal: whose they are.
        run_id: the run that rejected them.
        rejections: what was rejected; a page or article with its page_id is marked ``quarantined``.
    """
    new = 0
    with transaction(database) as connection:
        for item in rejections:
            payload, reason = storable(item.payload), storable(item.reason)
            new += connection.execute(_PUT, (
                portal, item.page_id, item.subject, item.rule, reason, Jsonb(payload), run_id,
                _digest(portal, item.page_id, item.subject, item.rule, payload))).rowcount
            if item.subject in {"page", "article"} and item.page_id is not None:
                connection.execute("UPDATE parkwatch.page SET state = 'quarantined', state_reason = %s WHERE page_id = %s",
                                   (f"{item.rule}: {reason}", item.page_id))
    return new


def find(
    database: Database, *, portal: str | None = None, run_id: str | None = None, rule: str | None = None, released: bool = False,
    limit: int = 100,
) -> list[Quarantined]:
    """The latest rows of the quarantine, released ones only where asked for."""
    with transaction(database) as connection, connection.cursor(row_factory=class_row(Quarantined)) as cursor:
        return cursor.execute(
            """SELECT q.quarantine_id, q.portal, q.page_id, p.url, q.subject, q.rule, q.reason, q.payload, q.run_id,
                      q.quarantined_at, q.released_at
               FROM parkwatch.quarantine AS q LEFT JOIN parkwatch.page AS p USING (page_id)
               WHERE (%(portal)s::text IS NULL OR q.portal = %(portal)s) AND (%(run_id)s::text IS NULL OR q.run_id = %(run_id)s)
                 AND (%(rule)s::text IS NULL OR q.rule = %(rule)s) AND (q.released_at IS NULL OR %(released)s)
               ORDER BY q.quarantine_id DESC LIMIT %(limit)s""",
            {"portal": portal, "run_id": run_id, "rule": rule, "released": released, "limit": limit}).fetchall()


def release(database: Database, quarantine_ids: Sequence[int]) -> int:
    """Let rows go: their pages are read again by the next run; return how many rows were let go."""
    with transaction(database) as connection:
        released = connection.execute(
            "UPDATE parkwatch.quarantine SET released_at = now() WHERE quarantine_id = ANY(%s) AND released_at IS NULL "
            "RETURNING page_id", (list(quarantine_ids),)).fetchall()
        reopen(connection, [page_id for (page_id,) in released if page_id is not None])
    return len(released)


def reopen(connection: Connection, page_ids: Sequence[int]) -> None:
    """Have pages read again."""
    connection.execute("UPDATE parkwatch.page SET state = 'fetched', state_reason = '' WHERE page_id = ANY(%s)",
                       (list(page_ids),))


def storable(value: Any) -> Any:
    """``value`` as PostgreSQL can keep it in text and jsonb: without NUL, lone surrogates and numbers that are none."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")
    if isinstance(value, dict):
        return {str(storable(str(k))): storable(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [storable(v) for v in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if isinstance(value, int | float | bool | None) else str(value)


def _digest(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
