"""The windows of a backfill: calendar months of one portal's past, each done once."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import psycopg

Window = tuple[date, date]


def months(first: date, last: date) -> list[Window]:
    """Cut the days from ``first`` to ``last`` (both included) at the ends of calendar months."""
    windows = []
    while first <= last:
        end = min(last, first.replace(day=calendar.monthrange(first.year, first.month)[1]))
        windows.append((first, end))
        first = end + timedelta(days=1)
    return windows


def plan(database_url: str, portal: str, first: date, last: date) -> list[Window]:
    """Note the windows of a backfill, and give those that are not done yet, the latest first.

    The latest come first since an archive's latest pages are the most asked for, and a stopped backfill has then read those.
    """
    with psycopg.connect(database_url) as connection:
        windows = months(first, last)
        connection.cursor().executemany(
            "INSERT INTO parkwatch.backfill_window (portal, window_from, window_to) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            [(portal, *window) for window in windows],
        )
        done = set(connection.execute(
            "SELECT window_from, window_to FROM parkwatch.backfill_window WHERE portal = %s AND state = 'done'",
            (portal,)).fetchall())
    return [window for window in reversed(windows) if window not in done]


def begin(database_url: str, portal: str, window: Window) -> None:
    """Note that a window is being read."""
    with psycopg.connect(database_url) as connection:
        connection.execute(
            "UPDATE parkwatch.backfill_window SET state = 'running', reason = '', attempts = attempts + 1, updated_at = now()"
            " WHERE (portal, window_from, window_to) = (%s, %s, %s)", (portal, *window))


def end(database_url: str, portal: str, window: Window, reason: str = "") -> None:
    """Note that a window is done, or why it failed."""
    with psycopg.connect(database_url) as connection:
        connection.execute(
            "UPDATE parkwatch.backfill_window SET state = %s, reason = %s, updated_at = now()"
            " WHERE (portal, window_from, window_to) = (%s, %s, %s)", ("failed" if reason else "done", reason, portal, *window))
