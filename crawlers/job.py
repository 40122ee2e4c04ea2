"""What one crawl is asked to do: handed from the parent to its child process as JSON on standard input."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Literal

from crawlers.listing import Window
from crawlers.portal import Portal

Mode = Literal["nightly", "backfill"]


@dataclass(frozen=True, slots=True)
class Job:
    """One crawl of one portal."""

    portal: Portal
    database_url: str
    archive_url: str
    mode: Mode
    crawl_run_id: int
    warc_file: str
    user_agent: str
    window: Window | None = None  # of a backfill
    limit: int | None = None  # most articles to fetch
    parent_pid: int = 0

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "portal": self.portal.model_dump(mode="json"), "database_url": self.database_url, "archive_url": self.archive_url,
            "mode": self.mode, "crawl_run_id": self.crawl_run_id, "warc_file": self.warc_file, "user_agent": self.user_agent,
            "window": [str(day) for day in self.window] if self.window else None,
            "limit": self.limit, "parent_pid": self.parent_pid,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Job:
        """Read it back."""
        window = data["window"]
        return cls(**data | {
            "portal": Portal.model_validate(data["portal"]),
            "window": Window(*map(date.fromisoformat, window)) if window else None})


def user_agent(contact: str) -> str:
    """The honest User-Agent: who we are, and whom to write to."""
    try:
        release = version("parkwatch")
    except PackageNotFoundError:  # run from a source tree
        release = "dev"
    return f"Parkwatch/{release} (+{contact})" if contact else f"Parkwatch/{release}"
