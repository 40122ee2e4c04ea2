"""One page at many addresses: a parked domain, a front page or a notice in the place of every article."""

from __future__ import annotations

from crawlers.database import Connection

MANY = 3  # addresses of one portal with the same bytes; two may be a real double


def set_aside_repeats(connection: Connection, portal: str, crawl_run_id: int, digest: str) -> bool:
    """Quarantine the pages with these bytes where too many addresses gave them; call it in the transaction that stored the last.

    Pages that were loaded already stay as they are. The rows in ``quarantine`` can be released like any other.

    Returns:
        Whether the pages were set aside.
    """
    row = connection.execute(
        "SELECT count(DISTINCT url) FROM parkwatch.page WHERE portal = %s AND payload_digest = %s", (portal, digest)).fetchone()
    count = row[0] if row else 0
    if count < MANY:
        return False
    reason = f"the same page at {count} addresses: a parked, blocked or front page in the articles' place"
    connection.execute(
        """WITH aside AS (UPDATE parkwatch.page SET state = 'quarantined', state_reason = 'repeated_page: ' || %(reason)s
                          WHERE portal = %(portal)s AND payload_digest = %(digest)s AND state = 'fetched' RETURNING page_id, url)
           INSERT INTO parkwatch.quarantine (portal, page_id, subject, rule, reason, payload, run_id, digest)
           SELECT %(portal)s, page_id, 'page', 'repeated_page', %(reason)s, jsonb_build_object('url', url),
                  (SELECT run_id FROM parkwatch.crawl_run WHERE crawl_run_id = %(run)s),
                  encode(sha256(convert_to('repeated_page ' || page_id, 'UTF8')), 'hex')
           FROM aside ON CONFLICT (digest) DO NOTHING""",
        {"portal": portal, "digest": digest, "reason": reason, "run": crawl_run_id})
    return True
