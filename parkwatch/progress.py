"""Progress of a run: each step writes what it does to a file of the run, and a terminal or a test follows it.

Steps run in processes that Airflow starts, so a bar cannot be shared; a line appended to a file can.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

State = Literal["started", "running", "succeeded", "failed"]


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a run's progress."""

    step: str  # crawl, transform, gate, load, alert
    portal: str  # "" for a step over all portals
    state: State
    counts: dict[str, int] = field(default_factory=dict)
    message: str = ""


def progress_file(home: Path, run_id: str) -> Path:
    """Where the run's progress stands; run ids may hold colons and slashes, file names may not."""
    safe = "".join(c if c.isalnum() or c in "-_.+" else "_" for c in run_id)
    return home / "runs" / f"{safe}.jsonl"


class Progress:
    """Appends events to a run's file, one whole line a write, so that several processes may write at once."""

    def __init__(self, home: Path, run_id: str) -> None:
        self.path = progress_file(home, run_id)
        self.path.parent.mkdir(parents=True, exist_ok=True)

    def emit(self, event: Event) -> None:
        """Append one event."""
        row: dict[str, Any] = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), **asdict(event)}
        with self.path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


class Follower:
    """Reads the events that were added since the last look; a line half written is left for the next look."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._offset = 0

    def new_events(self) -> Iterator[Event]:
        """Yield each whole event that is new."""
        if not self.path.exists():
            return
        with self.path.open("rb") as stream:
            stream.seek(self._offset)
            for line in stream:
                if not line.endswith(b"\n"):
                    break
                self._offset += len(line)
                row = json.loads(line)
                yield Event(row["step"], row["portal"], row["state"], row["counts"], row["message"])
