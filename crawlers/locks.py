"""One crawl of a portal and one queue to a host at a time, over all machines; a backfill makes way for the night."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg

from crawlers.addresses import is_loopback
from crawlers.database import Connection
from crawlers.portal import Portal
from parkwatch.errors import ParkwatchError

# Our own spaces among PostgreSQL's advisory locks ("park", "parl").
CRAWLING = 0x7061726B
WAITING = 0x7061726C
PORTAL_WAIT = "120s"  # a backfill makes way within a request; a killed crawl's connection is gone within a moment
NIGHT_WAIT = "6h"  # a backfill that made way waits for the night's end
HOST_WAIT = "30min"  # another portal on the same host
MADE_WAY = "made way for a nightly crawl"


@contextmanager
def sole_crawl(connection: Connection, portal: Portal, *, nightly: bool, wait: str = PORTAL_WAIT) -> Iterator[None]:
    """Hold the portal (waiting for it so long) and its hosts. The backfill that holds them sees a nightly crawl wait.

    Raises:
        ParkwatchError: another crawl does not end in time.
    """
    held: list[str] = []
    try:
        if nightly:
            connection.execute("SELECT pg_advisory_lock_shared(%s, hashtext(%s))", (WAITING, portal.portal))
        try:
            for name, time in [(portal.portal, wait), *((host, HOST_WAIT) for host in hosts(portal))]:
                _lock(connection, name, time, portal.portal)
                held.append(name)
        finally:
            if nightly:
                connection.execute("SELECT pg_advisory_unlock_shared(%s, hashtext(%s))", (WAITING, portal.portal))
        yield
    finally:
        if not connection.closed:
            for name in reversed(held):
                connection.execute("SELECT pg_advisory_unlock(%s, hashtext(%s))", (CRAWLING, name))


def hosts(portal: Portal) -> list[str]:
    """The hosts that are asked; the sites of the seed portal share this machine's and are told apart by their ports."""
    names = {urlsplit(f"//{netloc}").hostname or "" for netloc in portal.allowed_hosts}
    return sorted(name for name in names if not is_loopback(name))


def night_waits(connection: Connection, portal: str) -> bool:
    """Whether a nightly crawl of this portal waits for the lock."""
    row = connection.execute(
        """SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid::bigint = %s
             AND objid::bigint = hashtext(%s)::bigint & 4294967295
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))""", (WAITING, portal)).fetchone()
    return bool(row and row[0])


def _lock(connection: Connection, name: str, wait: str, portal: str) -> None:
    try:
        with connection.transaction():
            connection.execute(f"SET LOCAL lock_timeout = '{wait}'")
            connection.execute("SELECT pg_advisory_lock(%s, hashtext(%s))", (CRAWLING, name))
    except psycopg.errors.LockNotAvailable:
        whose = "another crawl of it is running" if name == portal else f"another crawl of its host {name} is running"
        raise ParkwatchError(f"portal {portal}: {whose}; wait for it to end, or stop it") from None
