"""The steps of a run as plain functions over one portal: they wire the rooms and hold no rule of their own.

The command line and Airflow's tasks call the same functions. All state between two steps is in PostgreSQL and the archive: each
step can be run twice, or killed anywhere, and the next run ends in the same state. Each returns counts, never data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from parkwatch.errors import ParkwatchError, UsageError
from parkwatch.progress import Event, Progress
from parkwatch.records import Rejection
from parkwatch.settings import Settings, load_settings

if TYPE_CHECKING:
    from crawlers.portal import Portal
    from parkwatch.templated import PortalTemplate

Counts = dict[str, int]
Window = tuple[date, date]
Mode = Literal["nightly", "backfill"]


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
    from warehouse.server import database

    settings = settings or load_settings()
    with database(settings) as database_url:
        yield Run(settings, database_url, run_id)


def _tracked(run: Run, step: str, portal: str, work: Callable[[], Counts]) -> Counts:
    from warehouse import run_steps

    run.progress.emit(Event(step, portal, "started"))
    try:
        run_steps.begin(run.database_url, run.run_id, portal, step)
        counts = work()
        run_steps.end(run.database_url, run.run_id, portal, step)
    except Exception as error:
        run.progress.emit(Event(step, portal, "failed", message=_told(error, step, portal)))
        _note_failure(run, step, portal, error)
        raise
    run.progress.emit(Event(step, portal, "succeeded", counts))
    return counts


def _note_failure(run: Run, step: str, portal: str, error: Exception) -> None:
    from warehouse import run_steps

    with suppress(ParkwatchError):  # a database that is gone is what the step's own error says
        run_steps.end(run.database_url, run.run_id, portal, step, _told(error, step, portal))


def _told(error: Exception, step: str, portal: str) -> str:
    """An error's reason for a person who is told the portal beside it."""
    reason = str(error).removeprefix(f"{portal}: ")
    return reason if isinstance(error, ParkwatchError) else f"{step}: {type(error).__name__}: {reason}"


def open_portals(run_id: str, names: Sequence[str] = ()) -> list[str]:
    """Bring schema and catalogue up to date, and say which portals run.

    Args:
        run_id: the run.
        names: portals to run; every enabled one where empty.

    Raises:
        UsageError: a portal is unknown, or a file cannot be read.
    """
    from transforms.gazetteer import park_table
    from transforms.indicators import indicator_table
    from warehouse import catalogue, migrate

    with open_run(run_id) as run:
        try:
            portals = _chosen(run.settings.portals, names)
            migrate.migrate(run.database_url)
            catalogue.update(run.database_url, portals=portals, parks=park_table(), indicators=indicator_table())
        except Exception as error:
            _note_failure(run, "open", "", error)
            raise
        return [p.portal for p in portals]


def _chosen(folder: Path, names: Sequence[str]) -> Sequence[Portal]:
    from crawlers.portal import load_portal, load_portals

    portals = [load_portal(name, folder) for name in names] or [p for p in load_portals(folder).values() if p.enabled]
    if not portals:
        raise UsageError(f"no portal in {folder} is enabled: enable one in its file, or name one")
    return portals


def crawl(portal: str, run_id: str, *, mode: Mode = "nightly", window: Window | None = None) -> Counts:
    """Fetch what is new on one portal into the archive.

    Raises:
        ParkwatchError: nothing could be fetched, or fewer articles were seen than the portal file asserts.
    """
    from crawlers import crawl as crawling
    from crawlers.portal import load_portal

    with open_run(run_id) as run:

        def work() -> Counts:
            result = crawling.crawl(
                load_portal(portal, run.settings.portals),
                database_url=run.database_url, archive_url=run.settings.archive_url, mode=mode, run_id=run_id,
                contact=run.settings.contact, window=window,
                progress=lambda counts: run.progress.emit(Event("crawl", portal, "running", counts)),
            )
            if result.status == "failed":
                raise ParkwatchError(f"{portal}: the crawl failed: {result.reason}")
            return {
                "requests": result.requests, "pages": result.pages,
                "new": result.new_articles, "changed": result.changed_articles, "not_modified": result.not_modified,
                "forbidden": result.forbidden, "failures": result.failures,
            }

        return _tracked(run, "crawl", portal, work)


def transform(portal: str, run_id: str, *, by_template: bool = False) -> Counts:
    """Read every page of one portal that is still to be read, from the archive into staging.

    Args:
        portal: the portal.
        run_id: the run.
        by_template: read pages straight by the portal's template, which is learned on the way: for many pages at once.
    """
    from crawlers.portal import load_portal
    from parkwatch.reading import read_pages
    from parkwatch.templated import PortalTemplate
    from warehouse import pages, staging, templates

    with open_run(run_id) as run:

        def work() -> Counts:
            place = load_portal(portal, run.settings.portals).place
            to_read = pages.to_read(run.database_url, portal)
            template = PortalTemplate.from_json(templates.stored(run.database_url, portal)) if by_template else None
            readings, rejections = [], []
            reading = read_pages(to_read, archive_url=run.settings.archive_url, place=place, templates=template)
            for done, (page, outcome) in enumerate(reading, 1):
                if isinstance(outcome, Rejection):
                    rejections.append(outcome)
                else:
                    readings.append((page, outcome))
                run.progress.emit(Event("transform", portal, "running", {"pages": done, "of": len(to_read)}))
            staged = staging.write(run.database_url, portal, run_id, readings, rejections)
            counts = {"articles": staged.articles, "observations": staged.observations, "unreadable": staged.rejected}
            if template is not None:
                _keep(run, portal, template)
                counts["straight"] = template.straight
            return counts

        return _tracked(run, "transform", portal, work)


def _keep(run: Run, portal: str, template: PortalTemplate) -> None:
    """Store what was learned of a portal's pages; a changed layout is told to whoever minds the watch."""
    from alerts import outbox
    from warehouse import templates

    events = [templates.TemplateEvent(e.kind, e.layout, e.rule, e.reason, e.count) for e in template.events]
    templates.store(run.database_url, portal, run.run_id, template.to_json(), events)
    if template.changes:
        told = [f"{e.kind.replace('_', ' ')}: {e.layout or 'no layout'} ({e.count} pages): {e.reason}" for e in template.changes]
        outbox.raise_monitor(
            run.database_url, f"template/{portal}", f"{portal}: its pages' layout has changed",
            "\n".join((*told, "Pages that fit no layout were read the careful way: compare some with the portal's pages.")),
            run.run_id,
        )


def gate(portal: str, run_id: str) -> Counts:
    """Judge the portal's staging rows.

    Raises:
        ParkwatchError: the batch is blocked.
    """
    from expectations.gate import check_batch

    with open_run(run_id) as run:

        def work() -> Counts:
            result = check_batch(run.database_url, portal, run_id)
            if result.status == "blocked":
                raise ParkwatchError(f"{portal}: the batch is blocked: {result.reason}")
            return {"checked": result.checked, "quarantined": result.quarantined}

        return _tracked(run, "gate", portal, work)


def load(portal: str, run_id: str) -> Counts:
    """Load what the gate let through, with its alerts, in one transaction."""
    from alerts.rules import alert_for
    from transforms import copies
    from warehouse import load as loading

    with open_run(run_id) as run:
        return _tracked(run, "load", portal, lambda: loading.load(
            run.database_url, portal, run_id, alert_for=alert_for, copy_rules=copies).counts())


def alert(run_id: str, portals: Sequence[str] = (), *, begun: bool = True) -> Counts:
    """Deliver what stands in the outbox, of this run or of an earlier one that was killed; portals that failed are told too.

    Args:
        run_id: the run.
        portals: its portals; one that it did not come to load is told too.
        begun: whether the run got as far as naming its portals; that it did not is told too.
    """
    from alerts import outbox

    with open_run(run_id) as run:
        failures = _failures(run, portals, begun)  # before this step is one that runs

        def work() -> Counts:
            for portal, reason in failures.items():
                key, subject = (f"portal/{portal}", portal) if portal else ("run", "the watch")
                outbox.raise_monitor(run.database_url, key, f"{subject} needs a look", reason, run_id)
            result = outbox.deliver(
                run.database_url, run.settings.channels, now=datetime.now(UTC),
                file=run.settings.home_path / "alerts" / "alerts.jsonl",
            )
            return {"delivered": result.delivered, "failed": result.failed, "waiting": result.waiting}

        return _tracked(run, "alert", "", work)


def run_all(run_id: str, portals: Sequence[str]) -> dict[str, str]:
    """The nightly run's steps in this process, portal by portal; gives each failed portal's reason."""
    failed = {}
    for portal in portals:
        try:
            crawl(portal, run_id)
        except Exception as error:
            failed[portal] = _told(error, "crawl", portal)  # what an earlier run fetched is still read
        try:
            transform(portal, run_id)
            gate(portal, run_id)
            load(portal, run_id)
        except Exception as error:  # whatever it is, the other portals are read
            failed[portal] = _told(error, "transform to load", portal)
    alert(run_id, portals)
    return failed


def parse_window(first: str, last: str) -> Window:
    """Two ISO dates as a window.

    Raises:
        UsageError: one is no date, they are the wrong way round, or the last is not past.
    """
    try:
        window = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError as error:
        raise UsageError(f"a backfill's window is two dates such as 2024-01-01: {error}") from None
    if window[0] > window[1]:
        raise UsageError(f"the window's first day {first} is after its last day {last}")
    return window


def plan_backfill(portal: str, first: str, last: str, run_id: str) -> list[dict[str, str]]:
    """Note the windows of a backfill; gives those that are not done yet."""
    from warehouse import windows

    window = parse_window(first, last)
    open_portals(run_id, [portal])
    with open_run(run_id) as run:
        return [{"portal": portal, "from": a.isoformat(), "to": b.isoformat()}
                for a, b in windows.plan(run.database_url, portal, *window)]


def backfill_window(window: dict[str, str], run_id: str) -> Counts:
    """Read one window of one portal's past by the nightly run's own path."""
    from warehouse import windows

    portal, days = window["portal"], parse_window(window["from"], window["to"])
    with open_run(run_id) as run:
        windows.begin(run.database_url, portal, days)
        try:
            counts = crawl(portal, run_id, mode="backfill", window=days)
            counts |= transform(portal, run_id, by_template=True) | gate(portal, run_id) | load(portal, run_id)
        except Exception as error:
            windows.end(run.database_url, portal, days, reason=f"{type(error).__name__}: {error}")
            raise
        windows.end(run.database_url, portal, days)
        return counts


def replay(portal: str, run_id: str) -> Counts:
    """Read every page of one portal again from the archive with today's extractor, without one request."""
    from transforms.copies import SIGNATURE_VERSION
    from transforms.extract import EXTRACTOR_VERSION
    from warehouse import pages

    with open_run(run_id) as run:
        counts = {"reopened": pages.reopen(run.database_url, portal, EXTRACTOR_VERSION, SIGNATURE_VERSION)}
    return counts | transform(portal, run_id, by_template=True) | gate(portal, run_id) | load(portal, run_id)


def _failures(run: Run, portals: Sequence[str], begun: bool) -> dict[str, str]:
    from warehouse import summary

    failures = summary.failures(run.database_url, run.run_id, portals)
    if not begun:
        failures[""] = "the run did not begin: its portals could not be opened; the log of Airflow's task `portals` says why"
    return failures


def verdict(run_id: str, portals: Sequence[str] = (), *, begun: bool = True) -> None:
    """Raise ParkwatchError where a step of the run failed or was killed, one of ``portals`` was not loaded, or none was named."""
    with open_run(run_id) as run:
        if failures := _failures(run, portals, begun):
            raise ParkwatchError("; ".join(f"{portal or 'all portals'}: {reason}" for portal, reason in failures.items()))
