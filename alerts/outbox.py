"""The outbox: every alert once over every channel.

An alert is a row that the load's own transaction wrote; here it is delivered after that. A message is one alert, or a
digest of the many that wait for one channel. Its identifier is settled and stored before the first attempt, so that a
sender killed after sending and before marking repeats the very same message, and a receiver can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
from psycopg.types.json import Jsonb
from pydantic import SecretStr

from alerts import deliveries, journal
from alerts.channel import Channel
from alerts.message import compose
from alerts.text import harmless
from parkwatch.errors import ParkwatchError

TIMEOUT = 60.0  # seconds that one message may take: Apprise leaves 5.5 between the parts of a long one
DIGEST_ABOVE = 10  # more alerts than this at once over one channel make one message
FILE_CHANNEL = "file"


@dataclass(frozen=True, slots=True)
class DeliveryResult:
    """What one call delivered, counted in alert × channel."""

    delivered: int = 0
    failed: int = 0  # tried and not taken; tried again by a later call
    waiting: int = 0  # left for a later call: not due yet, or after a time-out
    digests: int = 0  # messages that carried several alerts
    errors: dict[str, str] = field(default_factory=dict)  # by channel name, what its last failed attempt said


def deliver(
    database_url: str, channels: Sequence[SecretStr | str], *, now: datetime, file: Path, timeout: float = TIMEOUT,
    digest_above: int = DIGEST_ABOVE,
) -> DeliveryResult:
    """Deliver every alert that a channel has not taken yet; with no channel set, append them to ``file``.

    Channels are served at the same time, each by a process of its own, so that one that hangs holds up no other. Two
    calls at once never send one message twice. A channel that is set for the first time gets a week of the past.

    Args:
        database_url: the warehouse.
        channels: Apprise addresses.
        now: the moment that backoff counts from, aware.
        file: JSON lines; the readable file stands beside it with the ending .txt.
        timeout: seconds that one message may take before its channel is cut off.
        digest_above: more alerts than this at once over one channel make one digest.

    Raises:
        UsageError: a channel's address cannot be used; nothing was sent.
        ParkwatchError: the database or the file cannot be used.
    """
    with ExitStack() as stack:
        opened = {c.name: c for c in (Channel(address) for address in channels)}
        for channel in opened.values():
            stack.enter_context(channel)
        try:
            if not opened:
                return _to_file(database_url, now, file)
            with ThreadPoolExecutor(len(opened)) as pool:
                jobs = [pool.submit(_serve, database_url, c, now, timeout, digest_above) for c in opened.values()]
            return _sum([job.result() for job in jobs])
        except psycopg.OperationalError as error:
            raise ParkwatchError(f"alerts: the warehouse cannot be reached: {str(error).splitlines()[0]}") from None


def raise_monitor(
    database_url: str, key: str, title: str, body: str, run_id: str, *, now: datetime | None = None,
) -> bool:
    """Put an alert about the watch itself into the outbox, once for each key and day (Asia/Shanghai).

    Args:
        database_url: the warehouse.
        key: what it is about, such as ``crawl/PORTAL`` or ``gate/PORTAL``.
        title: one line.
        body: what happened and where to look; no secrets.
        run_id: the run that raises it.
        now: the moment; the clock's where it is left out.

    Returns:
        Whether it is new today.
    """
    day = (now or datetime.now(UTC)).astimezone(ZoneInfo("Asia/Shanghai")).date().isoformat()
    text = "\n".join(harmless(line, 600) for line in body.split("\n"))
    with psycopg.connect(database_url) as connection:
        made = connection.execute(
            "INSERT INTO parkwatch.alert (kind, dedup_key, title, body, payload, run_id) VALUES ('monitor', %s, %s, %s, %s, %s) "
            "ON CONFLICT (dedup_key) DO NOTHING",
            (f"monitor/{key}/{day}", harmless(title, 200), text, Jsonb({"key": key, "day": day}), run_id))
        return made.rowcount == 1


def _serve(database_url: str, channel: Channel, now: datetime, timeout: float, digest_above: int) -> DeliveryResult:
    """Everything that is due on one channel; after a time-out the rest is left to the next call."""
    delivered = failed = digests = 0
    error = ""
    with psycopg.connect(database_url, autocommit=True) as connection:
        deliveries.enqueue(connection, channel.name, now, digest_above=digest_above)
        for message_id in deliveries.due(connection, channel.name, now):
            with connection.transaction():
                alerts = deliveries.claim(connection, channel.name, message_id)
                if not alerts:
                    continue  # another sender has it
                error = channel.send(compose(message_id, alerts), timeout)
                deliveries.mark(connection, channel.name, message_id, now, error)
            delivered += len(alerts) if not error else 0
            failed += len(alerts) if error else 0
            digests += len(alerts) > 1
            if error.startswith("no answer"):
                break
        waiting = deliveries.waiting(connection, channel.name) - failed
    return DeliveryResult(delivered, failed, waiting, digests, {channel.name: error} if error else {})


def _to_file(database_url: str, now: datetime, file: Path) -> DeliveryResult:
    with psycopg.connect(database_url, autocommit=True) as connection:
        deliveries.enqueue(connection, FILE_CHANNEL, now, digest_above=None)
        with connection.transaction():
            claimed = [
                (message_id, alert) for message_id in deliveries.due(connection, FILE_CHANNEL, now)
                for alert in deliveries.claim(connection, FILE_CHANNEL, message_id)]
            if not claimed:
                return DeliveryResult()
            try:
                journal.append(file, claimed)
            except OSError as error:
                raise ParkwatchError(f"alerts: {file} cannot be written: {error.strerror}; nothing was delivered") from None
            for message_id, _ in claimed:
                deliveries.mark(connection, FILE_CHANNEL, message_id, now, "")
    return DeliveryResult(delivered=len(claimed))


def _sum(results: Sequence[DeliveryResult]) -> DeliveryResult:
    errors: dict[str, Any] = {}
    for result in results:
        errors |= result.errors
    return DeliveryResult(
        sum(r.delivered for r in results), sum(r.failed for r in results), sum(r.waiting for r in results),
        sum(r.digests for r in results), errors)
