"""The crawl's own row in ``crawl_run``; rows that dead crawls left are closed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from crawlers.archive import exists
from crawlers.database import Connection
from crawlers.listing import Window
from crawlers.portal import Portal


def open_run(connection: Connection, portal: Portal, *, mode: str, run_id: str, window: Window | None,
             now: datetime) -> int:
    """Open a ``crawl_run`` row (and the portal's own where it has none yet); return its id."""
    with connection.transaction():
        connection.execute(
            """INSERT INTO parkwatch.portal (portal, name, home_url, place, definition_digest, updated_at)
               VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (portal) DO NOTHING""",
            (portal.portal, portal.name, portal.home, portal.place, portal.definition_digest, now))
        row = connection.execute(
            """INSERT INTO parkwatch.crawl_run (portal, mode, run_id, window_from, window_to, started_at)
               VALUES (%s, %s, %s, %s, %s, %s) RETURNING crawl_run_id""",
            (portal.portal, mode, run_id, window.first if window else None, window.last if window else None, now)).fetchone()
    if row is None:
        raise RuntimeError("INSERT … RETURNING gave no row")
    return int(row[0])


def close_run(connection: Connection, crawl_run_id: int, *, status: str, reason: str, stats: dict[str, Any],
              now: datetime) -> None:
    """Write how the crawl ended."""
    connection.execute(
        "UPDATE parkwatch.crawl_run SET finished_at = %s, status = %s, reason = %s, stats = %s WHERE crawl_run_id = %s",
        (now, status, reason, json.dumps(stats, default=str), crawl_run_id))


def close_dead_runs(connection: Connection, portal: str, archive_url: str) -> int:
    """Close runs that a dead process left ``running``; call it under the portal's lock, where no living one can be.

    Pages whose WARC file never reached the archive (a remote upload that was killed) are forgotten, to be fetched again.

    Returns:
        How many runs were closed.
    """
    with connection.transaction():
        dead = connection.execute(
            """UPDATE parkwatch.crawl_run SET status = 'failed', reason = 'its process died'
               WHERE portal = %s AND status = 'running' RETURNING crawl_run_id, started_at""", (portal,)).fetchall()
        for crawl_run_id, started_at in dead:
            forget_lost(connection, portal, archive_url, crawl_run_id, started_at)
    return len(dead)


def forget_lost(connection: Connection, portal: str, archive_url: str, crawl_run_id: int, started_at: datetime) -> None:
    """Forget the pages of a run whose WARC file is not in the archive, so that they are fetched again."""
    files = connection.execute(
        "SELECT DISTINCT warc_file FROM parkwatch.page WHERE crawl_run_id = %s AND state = 'fetched'",
        (crawl_run_id,)).fetchall()
    lost = [file for (file,) in files if not exists(archive_url, file)]
    if not lost:
        return
    connection.execute(
        """WITH gone AS (DELETE FROM parkwatch.page
                         WHERE crawl_run_id = %(run)s AND state = 'fetched' AND warc_file = ANY(%(lost)s) RETURNING url)
           UPDATE parkwatch.frontier
           SET state = 'known', due_at = %(since)s, etag = NULL, last_modified = NULL, payload_digest = NULL
           WHERE portal = %(portal)s AND (url IN (SELECT url FROM gone) OR (kind = 'list' AND fetched_at >= %(since)s))""",
        {"run": crawl_run_id, "lost": lost, "portal": portal, "since": started_at})
