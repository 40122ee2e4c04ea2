"""The steps of a run as plain functions over one portal: they wire the rooms and hold no rule of their own.

The command line and Airflow's tasks call the same functions. All state between two steps is in PostgreSQL and the archive: each
step can be run twice, or killed anywhere, and the next run ends in the same state. Each returns counts, never data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from parkwatch.errors import ParkwatchError
from parkwatch.progress import Event, Progress
from parkwatch.settings import Settings, load_settings

Counts = dict[str, int]
Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its settings, the warehouse's address and its name."""

    settings: Settings
    database_url: str
    run_id: str

    @property
    def progress(self) -> Progress:
        """Where the run's progress goes."""
        return Progress(self.settings.home_path, self.run_id)


@contextmanager
def open_run(run_id: str, settings: Settings | None = None) -> Iterator[Run]:
    """Open the warehouse (the embedded server is started where none is named) for the length of the block."""
    from warehouse.database import database

    settings = settings or load_settings()
    with database(settings) as database_url:
        yield Run(settings, database_url, run_id)


def _tracked(run: Run, step: str, portal: str, work: Callable[[], Counts]) -> Counts:
    run.progress.emit(Event(step, portal, "started"))
    try:
        counts = work()
    except Exception as error:
        run.progress.emit(Event(step, portal, "failed", message=f"{type(error).__name__}: {error}"))
        raise
    run.progress.emit(Event(step, portal, "succeeded", counts))
    return counts
