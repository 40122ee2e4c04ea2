"""What waits for a channel: rows of ``parkwatch.alert_delivery``, claimed one message at a time.

The connections are in autocommit mode, so that each ``transaction()`` is one.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import psycopg
from psycopg.rows import class_row

from alerts.message import Alert, message_id_of

NEWS_FOR = timedelta(days=7)  # a channel set for the first time gets no older alerts
BACKOFF_FROM = timedelta(minutes=5)  # after the first failed attempt; doubled after each
BACKOFF_MOST = timedelta(hours=6)

Connection = psycopg.Connection[Any]


def enqueue(connection: Connection, channel: str, now: datetime, *, digest_above: int | None) -> None:
    """Give each alert that is new to the channel its delivery row and its message, in a transaction of its own.

    More than ``digest_above`` new ones become one message: they share its identifier.
    """
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"parkwatch.alerts/{channel}",))
        new: list[tuple[int, str]] = connection.execute(
            "SELECT a.alert_id, a.dedup_key FROM parkwatch.alert AS a WHERE a.created_at > %s AND NOT EXISTS ("
            "SELECT FROM parkwatch.alert_delivery AS d WHERE d.alert_id = a.alert_id AND d.channel = %s) ORDER BY a.alert_id",
            (now - NEWS_FOR, channel)).fetchall()
        if digest_above is not None and len(new) > digest_above:
            digest = message_id_of(channel, [key for _, key in new])
            rows = [(alert_id, channel, digest) for alert_id, _ in new]
        else:
            rows = [(alert_id, channel, message_id_of(channel, [key])) for alert_id, key in new]
        with connection.cursor() as cursor:
            cursor.executemany("INSERT INTO parkwatch.alert_delivery (alert_id, channel, message_id) VALUES (%s, %s, %s)", rows)


def due(connection: Connection, channel: str, now: datetime) -> list[str]:
    """Identifiers of the messages to try now, the oldest first."""
    return [row[0] for row in connection.execute(
        "SELECT message_id FROM parkwatch.alert_delivery WHERE channel = %(channel)s AND delivered_at IS NULL "
        "AND (attempted_at IS NULL OR attempted_at + least(%(first)s * power(2, least(attempts, 20) - 1), %(most)s) <= %(now)s) "
        "GROUP BY message_id ORDER BY min(alert_id)",
        {"channel": channel, "now": now, "first": BACKOFF_FROM, "most": BACKOFF_MOST}).fetchall()]


def claim(connection: Connection, channel: str, message_id: str) -> list[Alert]:
    """The message's alerts, locked until the transaction ends; none where another sender has it, or had it.

    Who holds a message's first row holds the message.
    """
    first = connection.execute(
        "SELECT alert_id FROM parkwatch.alert_delivery "
        "WHERE channel = %(channel)s AND message_id = %(id)s AND delivered_at IS NULL AND alert_id = ("
        "SELECT min(alert_id) FROM parkwatch.alert_delivery WHERE channel = %(channel)s AND message_id = %(id)s) "
        "FOR UPDATE SKIP LOCKED", {"channel": channel, "id": message_id}).fetchone()
    if first is None:
        return []
    with connection.cursor(row_factory=class_row(Alert)) as cursor:
        return cursor.execute(
            "SELECT a.alert_id, a.kind, a.title, a.body, a.payload, a.created_at "
            "FROM parkwatch.alert AS a JOIN parkwatch.alert_delivery AS d USING (alert_id) "
            "WHERE d.channel = %s AND d.message_id = %s ORDER BY a.alert_id", (channel, message_id)).fetchall()


def mark(connection: Connection, channel: str, message_id: str, now: datetime, error: str) -> None:
    """Note an attempt: delivered where ``error`` is empty."""
    connection.execute(
        "UPDATE parkwatch.alert_delivery SET attempts = attempts + 1, attempted_at = %(now)s, error = %(error)s, "
        "delivered_at = CASE WHEN %(error)s::text = '' THEN %(now)s::timestamptz END "
        "WHERE channel = %(channel)s AND message_id = %(id)s",
        {"channel": channel, "id": message_id, "now": now, "error": error})


def waiting(connection: Connection, channel: str) -> int:
    """How many alerts the channel has not taken yet."""
    row = connection.execute(
        "SELECT count(*) FROM parkwatch.alert_delivery WHERE channel = %s AND delivered_at IS NULL", (channel,)).fetchone()
    return int(row[0]) if row else 0
