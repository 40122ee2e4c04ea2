"""Which report each loaded article tells.

A copy joins its report, another story makes a new one, and a changed figure makes a new one that is linked to the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from psycopg.rows import dict_row

from parkwatch.records import Observation, Signature, Verdict
from warehouse import copies
from warehouse.facts import observation
from warehouse.session import Connection
from warehouse.statements import statement


class CopyRules(Protocol):
    """What tells one story from another; ``transforms.copies`` is one."""

    def signature(self, text: str, figures: Iterable[Observation]) -> Signature:
        """Sign an article by its text and its observations."""

    def compare(self, a: Signature, b: Signature) -> Verdict:
        """How the second article stands to the first."""


@dataclass(slots=True)
class Decisions:
    """What was decided of one load's articles; the temporary table ``loading`` has each one's report."""

    new_reports: list[int] = field(default_factory=list)
    links: list[tuple[int, int, int, Verdict]] = field(default_factory=list)  # page, its report, the other one, how they differ


def decide(connection: Connection, portal: str, run_id: str, rules: CopyRules) -> Decisions:
    """Give every article of ``loading`` that is new or read again its report, in the order in which they were fetched.

    A page that is read again stays with its report, or goes over to an older one that it is found to be a copy of: it is compared
    with readings of an older extractor, whose figures may differ where the pages do not.
    """
    copies.hold(connection)
    decisions = Decisions()
    observations = _observations(connection, portal)
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(statement("copies/undecided"), {"portal": portal}).fetchall()
    for row in rows:
        page_id, own = row["page_id"], row["own_report_id"]
        signature = rules.signature(row["text"], observations.get(page_id, ()))
        found, verdict = copies.find_report(connection, signature, compare=rules.compare, without=page_id)
        is_copy = found is not None and verdict.kind != "changed_figure"
        if found is not None and is_copy and (own is None or found <= own):
            report_id = found
            if report_id in decisions.new_reports and not row["backfill"]:  # news, whichever of its copies was fetched first
                connection.execute("UPDATE parkwatch.report SET backfill = false WHERE report_id = %s", (report_id,))
        elif own is not None:
            report_id, is_copy = own, False
        else:
            report_id = _new_report(connection, row["fingerprint"], row["title"], run_id, backfill=row["backfill"])
            decisions.new_reports.append(report_id)
            if found is not None:
                decisions.links.append((page_id, report_id, found, verdict))
        copies.add(connection, report_id, page_id, signature, verdict=verdict if is_copy else None)
        connection.execute("UPDATE loading SET report_id = %s WHERE page_id = %s", (report_id, page_id))
    return decisions


def finish(connection: Connection, decisions: Decisions) -> None:
    """Once the articles are written: link reports that differ by a figure, and choose the copy that stands for each report."""
    for page_id, report_id, other, verdict in decisions.links:
        copies.link(connection, report_id, other, page_id, verdict)
    copies.choose_faces(connection, [report_id for (report_id,) in connection.execute("SELECT report_id FROM touched")])


def _new_report(connection: Connection, fingerprint: str, title: str, run_id: str, *, backfill: bool) -> int:
    """A new report under its first article's fingerprint, with a number after it where another story has the same figures."""
    number = 1
    while True:
        made = connection.execute(
            "INSERT INTO parkwatch.report (fingerprint, title, backfill, run_id) VALUES (%s, %s, %s, %s) "
            "ON CONFLICT (fingerprint) DO NOTHING RETURNING report_id",
            (fingerprint if number == 1 else f"{fingerprint}~{number}", title, backfill, run_id)).fetchone()
        if made is not None:
            return int(made[0])
        number += 1


def _observations(connection: Connection, portal: str) -> dict[int, list[Observation]]:
    by_page: dict[int, list[Observation]] = defaultdict(list)
    with connection.cursor(row_factory=dict_row) as cursor:
        for row in cursor.execute(
                "SELECT * FROM parkwatch_staging.observation WHERE portal = %s ORDER BY page_id, seq", (portal,)):
            by_page[row["page_id"]].append(observation(row))
    return by_page
