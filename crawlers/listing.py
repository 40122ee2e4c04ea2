"""What a list shows, and where a walk over lists stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, NamedTuple
from urllib.parse import parse_qs, urlencode

Role = Literal["front", "node"]


class Window(NamedTuple):
    """The days of a backfill, both included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One link that a list shows."""

    url: str  # absolute, canonicalised
    day: date | None = None  # as the list gives it
    modified: datetime | None = None  # aware; when the list says that the page last changed


@dataclass(frozen=True, slots=True)
class ListPage:
    """One list page of a walk; its ``key`` is its row in the frontier, so that a killed walk goes on where it stopped."""

    source: int  # index in the portal's lists
    url: str
    page: int = 1  # pages walked so far, this one included
    day: date | None = None  # of an e-paper's edition
    role: Role = "front"
    window: Window | None = None  # of a backfill

    @property
    def key(self) -> str:
        """The address, with the place in the walk as a fragment."""
        place = {"list": self.source, "page": self.page if self.page > 1 else None, "day": self.day,
                 "role": self.role if self.role != "front" else None, "window": str(self.window) if self.window else None}
        return f"{self.url}#{urlencode({k: v for k, v in place.items() if v is not None})}"

    @property
    def backfill(self) -> bool:
        """Whether a backfill walks it."""
        return self.window is not None

    @classmethod
    def from_key(cls, key: str) -> ListPage:
        """Read a key back."""
        url, _, fragment = key.partition("#")
        place = {k: v[0] for k, v in parse_qs(fragment).items()}
        days = place["window"].split("..") if "window" in place else None
        return cls(
            source=int(place["list"]), url=url, page=int(place.get("page", 1)), role="node" if "role" in place else "front",
            day=date.fromisoformat(place["day"]) if "day" in place else None,
            window=Window(*map(date.fromisoformat, days)) if days else None)

    def following(self, url: str) -> ListPage:
        """The next page of the same list."""
        return replace(self, url=url, page=self.page + 1)

    def node(self, url: str) -> ListPage:
        """A list page that this one leads to: a child of a sitemap index, another page of an edition."""
        return replace(self, url=url, role="node")


@dataclass(frozen=True, slots=True)
class Node:
    """A list page that another one leads to, whatever that shows."""

    page: ListPage
    modified: date | None = None  # when it last changed, as an index says


@dataclass(frozen=True, slots=True)
class Listing:
    """What one list page shows."""

    entries: tuple[Entry, ...]
    nodes: tuple[Node, ...] = ()
    next_page: ListPage | None = None  # a list to read if this page shows something of use
