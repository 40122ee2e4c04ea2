"""What is known of a page before it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Visit:
    """What is known of a page before it is read."""

    content_type: str = ""  # the header as sent
    url: str | None = None
    fetched_on: date | None = None  # the day of the fetch in China, or its moment
    published: str | None = None  # a date that the caller knows
