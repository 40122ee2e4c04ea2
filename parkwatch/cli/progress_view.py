"""Shows a run's progress: bars on a terminal, a line an event elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from parkwatch.cli.plain import printable
from parkwatch.progress import Event, Follower

STEPS = ("crawl", "transform", "gate", "load")
LOOK_EVERY = 0.2  # seconds


class ProgressView:
    """Follows one run's events until told to stop."""

    def __init__(self, console: Console, follower: Follower) -> None:
        self.console = console
        self.follower = follower
        self._bars: dict[str, TaskID] = {}
        self._progress = Progress(
            SpinnerColumn(), TextColumn("{task.description:<22}"), BarColumn(bar_width=24), TextColumn("{task.fields[state]}"),
            TimeElapsedColumn(), console=console, transient=False,
        )

    def follow(self, alive: Callable[[], bool]) -> list[Event]:
        """Show events until ``alive`` says no; gives those that failed."""
        failed: list[Event] = []
        terminal = self.console.is_terminal
        if terminal:
            self._progress.start()
        try:
            while True:
                going = alive()
                for event in self.follower.new_events():
                    (self._bar if terminal else self._line)(event)
                    if event.state == "failed":
                        failed.append(event)
                if not going:
                    return failed
                time.sleep(LOOK_EVERY)
        finally:
            if terminal:
                self._progress.stop()

    def _line(self, event: Event) -> None:
        if event.state == "running":
            return
        counts = ", ".join(f"{value} {name.replace('_', ' ')}" for name, value in event.counts.items() if value)
        line = f"  {event.portal or 'all portals'}: {event.step} {event.state} {counts or event.message}"
        self.console.print(printable(line.rstrip()), highlight=False, markup=False, soft_wrap=True)

    def _bar(self, event: Event) -> None:
        name = event.portal or "all portals"
        if name not in self._bars:
            self._bars[name] = self._progress.add_task(name, total=len(STEPS) if event.portal else 1, state="")
        counts = " ".join(f"{k} {v}" for k, v in event.counts.items() if v)
        state = "[red]failed" if event.state == "failed" else f"{event.step} {counts}"
        done = event.state == "succeeded"
        self._progress.update(self._bars[name], state=state, advance=1 if done else 0)
