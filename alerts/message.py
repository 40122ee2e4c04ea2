"""What goes over a channel: one alert, or a digest of many."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

MOST_LISTED = 50  # alerts that a digest names one by one; chat messages end at some thousand characters


@dataclass(frozen=True, slots=True)
class Alert:
    """A row of the outbox."""

    alert_id: int
    kind: str
    title: str
    body: str
    payload: dict[str, Any]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """One message; its identifier is the same at every attempt."""

    message_id: str
    title: str
    body: str
    alert_ids: tuple[int, ...] = field(default=())


def message_id_of(channel: str, dedup_keys: Sequence[str]) -> str:
    """The identifier of the message that carries these alerts over this channel."""
    return hashlib.sha256("\x1f".join((channel, *dedup_keys)).encode()).hexdigest()[:32]


def compose(message_id: str, alerts: Sequence[Alert]) -> Message:
    """The message of one alert, or the digest of several."""
    ids = tuple(a.alert_id for a in alerts)
    if len(alerts) == 1:
        return Message(message_id, alerts[0].title, alerts[0].body, ids)
    monitors = [a for a in alerts if a.kind == "monitor"]
    reports = [a for a in alerts if a.kind != "monitor"]
    lines = [f"! {a.title}" for a in monitors[:MOST_LISTED]]
    for alert in reports[: max(0, MOST_LISTED - len(lines))]:
        url = alert.payload.get("url")
        lines.append(f"• {alert.title}" + (f"\n  {url}" if url else ""))
    rest = len(alerts) - min(len(monitors), MOST_LISTED) - min(len(reports), max(0, MOST_LISTED - len(monitors)))
    if rest > 0:
        lines.append(f"and {rest} more; all stand in the table parkwatch.alert")
    told = [_number(len(found), *words) for found, words in (
        (reports, ("new park report", "")), (monitors, ("note", " on the watch itself"))) if found]
    return Message(message_id, " and ".join(told), "\n".join(lines), ids)


def _number(number: int, word: str, after: str) -> str:
    return f"{number} {word}{'s' if number != 1 else ''}{after}"
