"""Observations as they stand in the warehouse, read back as records."""

from __future__ import annotations

from typing import Any

from psycopg.rows import dict_row

from parkwatch.records import ChangedFigure, Observation
from warehouse.session import Connection

COLUMNS = (
    "subject", "subject_kind", "indicator", "indicator_text", "measure", "value", "value_high", "unit", "obs_value",
    "obs_value_high", "unit_measure", "qualifier", "stance", "time_period", "period_basis", "growth_basis", "scope", "comparator",
    "evidence", "confidence", "rules",
)


def observations_of(connection: Connection, article_id: int) -> tuple[Observation, ...]:
    """The observations of one article, in the order of its text."""
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(
            f"SELECT {', '.join(COLUMNS)}, lower(span) AS span_start, upper(span) AS span_end "
            "FROM parkwatch.observation WHERE article_id = %s ORDER BY span, observation_id", (article_id,)).fetchall()
    return tuple(observation(row) for row in rows)


def changed_figures(connection: Connection, report_id: int) -> tuple[ChangedFigure, ...]:
    """Where a report differs from an earlier one that tells the same story."""
    rows = connection.execute(
        "SELECT place, value_there, value_here, coalesce(other_url, '') FROM parkwatch.changed_figure WHERE report_id = %s "
        "ORDER BY other_report_id, place, value_here", (report_id,)).fetchall()
    return tuple(ChangedFigure(*row) for row in rows)


def observation(row: dict[str, Any]) -> Observation:
    """A row with ``COLUMNS``, ``span_start`` and ``span_end`` as a record."""
    fields = {name: row[name] for name in COLUMNS}
    return Observation(**fields | {"rules": tuple(row["rules"]), "span": (row["span_start"], row["span_end"])})
