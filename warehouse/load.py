"""The load: what the gate let through becomes facts, with its alerts, in one transaction a portal.

Killed anywhere it leaves nothing; run twice it finds its staging empty. Nothing is overwritten: an address whose text has changed
gets a new revision beside the old one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from parkwatch.errors import ParkwatchError
from parkwatch.records import AlertDraft, LoadedReport, Rejection
from warehouse import quarantine, reports
from warehouse.facts import changed_figures, observations_of
from warehouse.reports import CopyRules
from warehouse.session import Connection, hold_portal, retrying, transaction
from warehouse.statements import statement, statements

AlertRule = Callable[[LoadedReport], AlertDraft | None]


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What one load of one portal did."""

    portal: str
    staged_articles: int = 0
    staged_observations: int = 0
    articles: int = 0  # new rows, revisions among them
    revisions: int = 0  # of those, further ones of an address
    read_again: int = 0  # pages whose reading was renewed
    unchanged: int = 0  # pages with the same text as before
    reports: int = 0  # new stories
    copies: int = 0  # new articles that tell a known story
    observations: int = 0  # new facts
    quarantined: int = 0  # staged observations that could not become facts
    alerts: int = 0
    superseded: bool = False  # another run has staged this portal since; nothing was loaded

    def counts(self) -> dict[str, int]:
        """The numbers alone."""
        return {k: int(v) for k, v in asdict(self).items() if k != "portal"}


def load(database_url: str, portal: str, run_id: str, *, alert_for: AlertRule, copy_rules: CopyRules) -> LoadResult:
    """Load the portal's staging rows of this run and empty them.

    Args:
        database_url: the warehouse.
        portal: whose rows.
        run_id: the run that staged them; where another run has staged the portal since, nothing is loaded.
        alert_for: the rule, called within the transaction for each report that is news; None for no alert.
        copy_rules: what tells a copy of a story from another story.

    Raises:
        ParkwatchError: an article has no fingerprint, or the transaction met others too often.
    """
    def work() -> LoadResult:
        with transaction(database_url) as connection:
            hold_portal(connection, portal)
            return _load(connection, portal, run_id, alert_for, copy_rules)

    return retrying(work)


def _load(connection: Connection, portal: str, run_id: str, alert_for: AlertRule, copy_rules: CopyRules) -> LoadResult:
    staged = connection.execute(statement("load/staged"), {"portal": portal, "run_id": run_id}).fetchone()
    articles, observations, of_others, without_fingerprint = staged or (0, 0, 0, 0)
    result = LoadResult(portal, staged_articles=articles, staged_observations=observations)
    if of_others:
        return replace(result, superseded=True)
    if without_fingerprint:
        raise ParkwatchError(f"{portal}: {without_fingerprint} staged articles have no fingerprint; transform them again")
    values = {"portal": portal, "run_id": run_id}
    _run(connection, "load/1_plan", values)
    decisions = reports.decide(connection, portal, run_id, copy_rules)
    for step in ("load/3_articles", "load/4_parks", "load/5_observations"):
        _run(connection, step, values)
    reports.finish(connection, decisions)
    facts = connection.execute(statement("load/6_facts")).rowcount
    leftover = [Rejection("observation", rule, reason, page_id, payload)
                for page_id, rule, reason, payload in connection.execute(statement("load/7_leftover"), values)]
    quarantine.put(connection, portal, run_id, leftover)
    alerts = _write_alerts(connection, decisions.new_reports, run_id, alert_for)
    result = _count(connection, result, decisions.new_reports)
    _run(connection, "load/8_finish", values)
    return replace(result, observations=facts, quarantined=len(leftover), alerts=alerts)


def _run(connection: Connection, name: str, values: dict[str, str]) -> None:
    for one in statements(name):
        connection.execute(one, values)


def _write_alerts(connection: Connection, new_reports: list[int], run_id: str, alert_for: AlertRule) -> int:
    written = 0
    with connection.cursor(row_factory=dict_row) as cursor:
        news = cursor.execute(statement("load/news"), {"new_reports": new_reports}).fetchall()
    for row in news:
        article_id = row.pop("article_id")
        report = LoadedReport(**row | {"parks": tuple(row["parks"])}, backfill=False, is_new=True,
                              observations=observations_of(connection, article_id),
                              changed=changed_figures(connection, row["report_id"]))
        draft = alert_for(report)
        if draft is not None:
            written += connection.execute(
                "INSERT INTO parkwatch.alert (kind, report_id, dedup_key, title, body, payload, run_id) "
                "VALUES ('report', %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
                (report.report_id, draft.dedup_key, draft.title, draft.body, Jsonb(draft.payload), run_id)).rowcount
    return written


def _count(connection: Connection, result: LoadResult, new_reports: list[int]) -> LoadResult:
    new, again, revisions, copies = connection.execute(
        "SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE is_read_again), "
        "count(*) FILTER (WHERE is_new AND a.revision > 1), count(*) FILTER (WHERE is_new AND NOT l.report_id = ANY(%s)) "
        "FROM loading AS l LEFT JOIN parkwatch.article AS a USING (article_id)", (new_reports,)).fetchone() or (0, 0, 0, 0)
    return replace(result, articles=new, read_again=again, revisions=revisions, reports=len(new_reports), copies=copies,
                   unchanged=result.staged_articles - new - again)
