"""What one run did, counted from the warehouse itself, whoever ran its steps and however often they were killed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from psycopg.rows import class_row, dict_row

from parkwatch.records import ChangedFigure, Observation
from warehouse.facts import changed_figures, observations_of
from warehouse.session import Connection, Database, transaction
from warehouse.statements import statement


@dataclass(frozen=True, slots=True)
class PortalSummary:
    """One portal's part of a run."""

    portal: str
    name: str
    crawl: str  # succeeded, failed, running (or killed), or "" where the run did not crawl it
    reason: str  # why its crawl or another step failed, or its batch was blocked
    pages: int  # fetched by this run and new
    articles: int  # loaded by this run, revisions among them
    reports: int  # new stories
    observations: int
    quarantined: int


@dataclass(frozen=True, slots=True)
class NewReport:
    """A story that this run was the first to load, with its headline figures."""

    report_id: int
    title: str
    url: str
    portal: str  # its name for a reader
    published: str | None
    parks: tuple[str, ...]
    copies: int
    figures: tuple[Observation, ...]
    changed: tuple[ChangedFigure, ...] = ()  # where it differs from an earlier report of the same story


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A run as a person reads it."""

    run_id: str
    portals: tuple[PortalSummary, ...]
    alerts: int  # raised by this run
    undelivered: int  # alerts of any run that wait for a channel
    new_reports: tuple[NewReport, ...]  # at most as many as were asked for, those with most figures first

    def total(self, field: str) -> int:
        """The sum of one of the portals' counts: pages, articles, reports, observations or quarantined."""
        return sum(int(getattr(p, field)) for p in self.portals)


def summarise(database: Database, run_id: str, *, reports: int = 20, figures: int = 4) -> RunSummary:
    """Count what a run did.

    Args:
        database: an address, or a connection.
        run_id: the run.
        reports: the most new reports to list.
        figures: the most headline figures of one report.
    """
    with transaction(database) as connection:
        with connection.cursor(row_factory=class_row(PortalSummary)) as cursor:
            portals = tuple(cursor.execute(statement("summary/portals"), {"run_id": run_id}).fetchall())
        alerts, undelivered = connection.execute(statement("summary/alerts"), {"run_id": run_id}).fetchone() or (0, 0)
        return RunSummary(run_id, portals, alerts, undelivered, _new_reports(connection, run_id, reports, figures))


def _new_reports(connection: Connection, run_id: str, reports: int, figures: int) -> tuple[NewReport, ...]:
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(statement("summary/reports"), {"run_id": run_id, "limit": reports}).fetchall()
    return tuple(
        NewReport(figures=headline(observations_of(connection, row.pop("article_id")), figures),
                  changed=changed_figures(connection, row["report_id"]),
                  **row | {"parks": tuple(row["parks"])})
        for row in rows)


def headline(observations: tuple[Observation, ...], most: int) -> tuple[Observation, ...]:
    """The figures that a reader wants first, in text order, no kind twice.

    What is true of a park or a place before plans, and before single projects and enterprises; what has a period, is an amount,
    and of money, before what is not.
    """
    ranked = sorted(observations, key=lambda o: (
        o.subject_kind not in {"park", "region"}, o.stance != "actual", o.indicator == "other", not o.time_period,
        o.measure != "level", o.unit_measure not in {"CNY", "USD"}, -o.confidence, o.span))
    chosen: list[Observation] = []
    for o in ranked:
        if len(chosen) < most and all((o.indicator, o.measure) != (c.indicator, c.measure) for c in chosen):
            chosen.append(o)
    return tuple(sorted(chosen, key=lambda o: o.span))


def failures(database: Database, run_id: str, portals: Sequence[str] = ()) -> dict[str, str]:
    """Each portal of the run of which a step failed or was killed, with the reason; "" is what concerns all portals.

    One of ``portals`` that was never loaded is among them, even where its task died before it could note anything.
    """
    with transaction(database) as connection:
        noted = dict(connection.execute(statement("summary/failures"), {"run_id": run_id}).fetchall())
        loaded = {portal for (portal,) in connection.execute(
            "SELECT portal FROM parkwatch.run_step WHERE run_id = %s AND step = 'load' AND state = 'succeeded'", (run_id,))}
    return {portal: "it was not loaded: a task ended before its end" for portal in portals if portal not in loaded} | noted
