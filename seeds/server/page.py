"""One page of a site, and the site: everything that the server needs to answer a request."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import format_datetime

BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Page:
    """One response: its bytes and the headers that go with them."""

    body: bytes
    content_type: str
    modified: datetime  # aware; whole seconds, since HTTP knows no finer

    @property
    def etag(self) -> str:
        """A strong validator that depends on the bytes alone, so that it survives a restart."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'

    @property
    def last_modified(self) -> str:
        """The Last-Modified header."""
        return format_datetime(self.modified.astimezone(UTC), usegmt=True)


@dataclass(frozen=True, slots=True)
class Site:
    """A whole site, rendered: paths begin with a slash and carry no query."""

    name: str  # the portal file's name, "seed-…"
    pages: dict[str, Page]
    not_found: Page
    redirects: dict[str, str] = field(default_factory=dict)


def morning(day: date) -> datetime:
    """Half past eight in Beijing: the moment at which these sites put a day's pages up."""
    return datetime.combine(day, time(8, 30), BEIJING)
