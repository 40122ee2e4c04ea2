"""What is learned of portals' pages: the template that the next backfill begins with, and what happened to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from warehouse.session import Database, transaction


class TemplateEvent(NamedTuple):
    """Something that happened to a portal's template in a run."""

    kind: str
    layout: str
    rule: str
    reason: str
    pages: int


def stored(database: Database, portal: str) -> str | None:
    """The portal's template as JSON; None where none was learned."""
    with transaction(database) as connection:
        row = connection.execute("SELECT template::text FROM parkwatch.portal_template WHERE portal = %s", (portal,)).fetchone()
    return row[0] if row else None


def store(database: Database, portal: str, run_id: str, template: str | None, events: Iterable[TemplateEvent]) -> None:
    """Keep a portal's template (a JSON text; None leaves what is there) and the run's events, in one transaction.

    An event that the run has noted before (it was killed, and read its pages again) is replaced.
    """
    with transaction(database) as connection:
        if template is not None:
            connection.execute(
                """INSERT INTO parkwatch.portal_template AS t (portal, template) VALUES (%s, %s)
                   ON CONFLICT (portal) DO UPDATE SET template = excluded.template, learned_at = now()
                   WHERE t.template <> excluded.template""", (portal, template))
        connection.cursor().executemany(
            """INSERT INTO parkwatch.template_event (run_id, portal, kind, layout, rule, reason, pages)
               VALUES (%s, %s, %s, %s, %s, %s, %s)
               ON CONFLICT (run_id, portal, kind, layout, rule) DO UPDATE SET
                   reason = excluded.reason, pages = excluded.pages, happened_at = now()""",
            [(run_id, portal, *event) for event in events])
