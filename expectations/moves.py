"""What the gate writes: rows from staging to quarantine, and the mark of a batch that is kept out. Values stay as they are."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.types.json import Jsonb


@dataclass(frozen=True, slots=True)
class Fault:
    """Why one row is kept out: the rule it breaks first, and the sentence for a person."""

    rule: str
    reason: str


# The digest leaves out what differs between two readings of one fault; a fault that a person released and that comes
# again stands in quarantine again.
_KEEP = """
INSERT INTO parkwatch.quarantine (portal, page_id, subject, rule, reason, payload, run_id, digest)
SELECT portal, page_id, %(subject)s, rule, reason, payload, %(run_id)s,
    encode(sha256(convert_to(
        concat_ws(chr(31), portal, page_id, %(subject)s::text, rule, (payload - 'fetched_at')::text), 'UTF8')), 'hex')
FROM moved
ON CONFLICT (digest) DO UPDATE
SET released_at = NULL, quarantined_at = now(), run_id = excluded.run_id, reason = excluded.reason
WHERE quarantine.released_at IS NOT NULL
"""
_MOVE_ARTICLES = """
WITH broken AS (SELECT * FROM unnest(%(pages)s::bigint[], %(rules)s::text[], %(reasons)s::text[]) AS b (page_id, rule, reason)),
moved AS (
    DELETE FROM parkwatch_staging.article AS s USING broken AS b WHERE s.portal = %(portal)s AND s.page_id = b.page_id
    RETURNING s.portal, s.page_id, b.rule, b.reason, to_jsonb(s) - 'run_id' AS payload)
""" + _KEEP
_MOVE_OBSERVATIONS = """
WITH broken AS (
    SELECT * FROM unnest(%(pages)s::bigint[], %(seqs)s::integer[], %(rules)s::text[], %(reasons)s::text[])
    AS b (page_id, seq, rule, reason)),
moved AS (
    DELETE FROM parkwatch_staging.observation AS s USING broken AS b
    WHERE s.portal = %(portal)s AND s.page_id = b.page_id AND s.seq = b.seq
    RETURNING s.portal, s.page_id, b.rule, b.reason, to_jsonb(s) - 'run_id' AS payload)
""" + _KEEP
_MARK_PAGES = """
UPDATE parkwatch.page AS p SET state = 'quarantined', state_reason = b.rule || ': ' || b.reason
FROM unnest(%(pages)s::bigint[], %(rules)s::text[], %(reasons)s::text[]) AS b (page_id, rule, reason) WHERE p.page_id = b.page_id
"""


def move_rows(
    connection: psycopg.Connection[Any], portal: str, run_id: str, articles: Mapping[int, Fault],
    observations: Mapping[tuple[int, int], Fault],
) -> Counter[str]:
    """Move the rows to quarantine within the caller's transaction; an article takes its observations with it.

    Args:
        connection: in a transaction that the caller ends.
        portal: whose staging rows.
        run_id: the run that quarantine names.
        articles: fault by page_id.
        observations: fault by (page_id, seq).

    Returns:
        How many rows moved, by rule.
    """
    taken = connection.execute(
        "SELECT page_id, seq FROM parkwatch_staging.observation WHERE portal = %s AND page_id = ANY(%s)",
        (portal, list(articles))).fetchall()
    faults = dict(observations)
    faults.update({(page_id, seq): Fault(articles[page_id].rule, f"its article is kept out: {articles[page_id].reason}")
                   for page_id, seq in taken})
    common: dict[str, Any] = {"portal": portal, "run_id": run_id}
    if faults:
        connection.execute(_MOVE_OBSERVATIONS, common | {
            "subject": "observation", "pages": [page_id for page_id, _ in faults], "seqs": [seq for _, seq in faults],
            "rules": [f.rule for f in faults.values()], "reasons": [f.reason for f in faults.values()]})
    if articles:
        marks: dict[str, Any] = {
            "pages": list(articles), "rules": [f.rule for f in articles.values()],
            "reasons": [f.reason for f in articles.values()]}
        connection.execute(_MOVE_ARTICLES, common | marks | {"subject": "article"})
        connection.execute(_MARK_PAGES, marks)
    return Counter(f.rule for f in (*faults.values(), *articles.values()))


def keep_batch_out(
    connection: psycopg.Connection[Any], portal: str, run_id: str, fault: Fault, payload: dict[str, Any],
) -> None:
    """Mark the batch's pages as blocked, empty the portal's staging, and say why in quarantine; all in the caller's transaction.

    Each part stands alone: where a table is missing, the others still say that the batch was kept out. Pages that wait
    with nothing staged are marked too.
    """
    digest = hashlib.sha256("\x1f".join((portal, run_id, "batch")).encode()).hexdigest()
    for statement, values in (
        ("UPDATE parkwatch.page AS p SET state = 'blocked', state_reason = %(reason)s WHERE p.portal = %(portal)s AND "
         "p.state IN ('fetched', 'blocked')", {"reason": fault.reason, "portal": portal}),
        ("DELETE FROM parkwatch_staging.observation WHERE portal = %(portal)s", {"portal": portal}),
        ("DELETE FROM parkwatch_staging.article WHERE portal = %(portal)s", {"portal": portal}),
        ("INSERT INTO parkwatch.quarantine (portal, subject, rule, reason, payload, run_id, digest) "
         "VALUES (%(portal)s, 'batch', %(rule)s, %(reason)s, %(payload)s, %(run_id)s, %(digest)s) "
         "ON CONFLICT (digest) DO UPDATE "
         "SET rule = excluded.rule, reason = excluded.reason, payload = excluded.payload, released_at = NULL",
         {"portal": portal, "rule": fault.rule, "reason": fault.reason, "payload": Jsonb(payload), "run_id": run_id,
          "digest": digest}),
    ):
        try:
            with connection.transaction():
                connection.execute(statement, values)
        except (psycopg.ProgrammingError, psycopg.IntegrityError):
            continue  # the table or portal that is missing is most likely the very reason that blocks the batch


def kept_out_before(connection: psycopg.Connection[Any], portal: str, run_id: str) -> str | None:
    """The reason for which this run has kept this portal's batch out already, where nothing is staged since."""
    row = connection.execute(
        "SELECT reason FROM parkwatch.quarantine WHERE portal = %(portal)s AND run_id = %(run_id)s AND subject = 'batch' "
        "AND released_at IS NULL AND NOT EXISTS (SELECT FROM parkwatch_staging.article WHERE portal = %(portal)s) "
        "AND NOT EXISTS (SELECT FROM parkwatch_staging.observation WHERE portal = %(portal)s)",
        {"portal": portal, "run_id": run_id}).fetchone()
    return None if row is None else str(row[0])
