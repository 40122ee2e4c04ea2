"""The gate: only a batch of known quality goes on to the warehouse.

Rows that break an expectation go to ``parkwatch.quarantine``; a batch that breaks one is kept out whole. The gate fails
closed: an expectation that raises, a missing column or a missing table keeps the batch out too. It changes no value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import dict_row

from expectations import assets, moves
from expectations.moves import Fault
from expectations.suite import SUITE, Expectation
from parkwatch.errors import ParkwatchError, UsageError
from parkwatch.records import GateResult

if TYPE_CHECKING:
    from expectations.validate import Finding, Validator

KEYS = {"article": ("page_id",), "observation": ("page_id", "seq"), "batch": ("1",)}


class CannotJudgeError(Exception):
    """An expectation or its asset raised; the batch is kept out."""


@dataclass(slots=True)
class _Verdict:
    """What the suites found, before anything is written."""

    articles: dict[int, Fault] = field(default_factory=dict)
    observations: dict[tuple[int, int], Fault] = field(default_factory=dict)
    batch: list[Fault] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


def check_batch(database_url: str, portal: str, run_id: str, *, suite: Sequence[Expectation] = SUITE) -> GateResult:
    """Check the portal's staging rows; move bad rows to quarantine, or keep the whole batch out.

    All that it writes is one transaction: killed anywhere, the next call ends in the same state; called twice, the second
    call changes nothing.

    Args:
        database_url: the warehouse, ``postgresql://…``.
        portal: the portal whose rows are checked; other portals' rows are left alone.
        run_id: the run that quarantine names.
        suite: the expectations, in the order in which the first broken one names a row's fault.

    Raises:
        UsageError: the portal's name is none.
        ParkwatchError: the database cannot be reached or ended the connection; nothing was written.
    """
    if not re.fullmatch(r"[\w.-]+", portal):
        raise UsageError(f"portal {portal!r}: a name has letters, digits, '.', '_' and '-' only")
    try:
        with psycopg.connect(database_url) as connection:
            # The lock of the portal's staging rows, which transform and load take too: who comes second waits.
            connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"parkwatch.staging/{portal}",))
            return _check(connection, database_url, portal, run_id, suite)
    except psycopg.OperationalError as error:
        told = _one_line(error, database_url)
        raise ParkwatchError(f"gate of {portal}: the warehouse does not answer, nothing was written: {told}") from None


def faults_of(findings: Sequence[Finding]) -> dict[tuple[int, ...], Fault]:
    """Why each broken row is kept out: the first rule that it breaks names its fault, those after it are told with it."""
    faults: dict[tuple[int, ...], Fault] = {}
    for finding in findings:
        rule, reason = finding.expectation.name, finding.expectation.reason
        for key in finding.broken:
            first = faults.get(key)
            faults[key] = Fault(first.rule, f"{first.reason}; also {rule}: {reason}") if first else Fault(rule, reason)
    return faults


def _check(
    connection: psycopg.Connection[Any], database_url: str, portal: str, run_id: str, suite: Sequence[Expectation],
) -> GateResult:
    checked = 0
    try:
        with connection.transaction():
            if reason := moves.kept_out_before(connection, portal, run_id):
                return GateResult("blocked", reason)
            if other := _staged_by_another(connection, portal, run_id):
                return GateResult("passed", f"run {other} has staged the portal since, and judges it")
            checked = _count_rows(connection, portal)
            verdict = _judge(connection, database_url, portal, run_id, suite)
            if not verdict.batch:
                moved = moves.move_rows(connection, portal, run_id, verdict.articles, verdict.observations)
                return GateResult("passed", "", checked, moved.total(), dict(sorted(moved.items())))
    except psycopg.OperationalError:
        raise
    except Exception as error:  # whatever the gate cannot judge stays out, and the reason is kept
        fault = Fault("gate_error", f"the gate could not judge the batch: {_one_line(error, database_url)}")
        moves.keep_batch_out(connection, portal, run_id, fault, {"checked": checked})
        return GateResult("blocked", fault.reason, checked)
    fault = Fault(verdict.batch[0].rule, "; ".join(f.reason for f in verdict.batch))
    broken = Counter(f.rule for f in (*verdict.articles.values(), *verdict.observations.values()))
    moves.keep_batch_out(connection, portal, run_id, fault, {
        "rules": [f.rule for f in verdict.batch], "facts": verdict.facts, "broken_rows": dict(sorted(broken.items()))})
    return GateResult("blocked", fault.reason, checked)


def _count_rows(connection: psycopg.Connection[Any], portal: str) -> int:
    row = connection.execute(
        "SELECT (SELECT count(*) FROM parkwatch_staging.article WHERE portal = %(portal)s) "
        "+ (SELECT count(*) FROM parkwatch_staging.observation WHERE portal = %(portal)s)", {"portal": portal}).fetchone()
    return int(row[0]) if row else 0


def _staged_by_another(connection: psycopg.Connection[Any], portal: str, run_id: str) -> str:
    """The run whose rows stand in staging where none of this run do; a portal's staging is always of one run."""
    row = connection.execute(
        "SELECT min(run_id) FROM parkwatch_staging.article WHERE portal = %(portal)s "
        "HAVING NOT coalesce(bool_or(run_id = %(run_id)s), true)",
        {"portal": portal, "run_id": run_id}).fetchone()
    return str(row[0]) if row else ""


def _judge(
    connection: psycopg.Connection[Any], database_url: str, portal: str, run_id: str, suite: Sequence[Expectation],
) -> _Verdict:
    from expectations.validate import Validator  # noqa: PLC0415 - Great Expectations takes seconds to import: inside the task only

    with closing(Validator(database_url)) as validator:
        return _verdict(connection, validator, portal, run_id, suite)


def _verdict(
    connection: psycopg.Connection[Any], validator: Validator, portal: str, run_id: str, suite: Sequence[Expectation],
) -> _Verdict:
    articles = faults_of(_run(validator, "article", assets.article_query(portal), suite))
    observations = faults_of(_run(validator, "observation", assets.observation_query(portal), suite))
    verdict = _Verdict(
        {page_id: fault for (page_id,), fault in articles.items()},
        {(page_id, seq): fault for (page_id, seq), fault in observations.items()})
    query = assets.batch_query(
        portal, run_id, failed_articles=len(verdict.articles), failed_observations=len(verdict.observations))
    with connection.cursor(row_factory=dict_row) as cursor:
        verdict.facts = cursor.execute(query.encode()).fetchone() or {}
    for finding in _run(validator, "batch", query, suite):
        if not finding.holds:
            verdict.batch.append(Fault(finding.expectation.name, finding.expectation.reason.format(**verdict.facts)))
    return verdict


def _run(validator: Validator, subject: str, query: str, suite: Sequence[Expectation]) -> list[Finding]:
    findings = validator.run(query, [e for e in suite if e.subject == subject], KEYS[subject])
    for finding in findings:
        if finding.error:
            raise CannotJudgeError(f"expectation {finding.expectation.name}: {finding.error}")
    return findings


def _one_line(error: Exception, database_url: str) -> str:
    """The error in a line that may stand in quarantine: libraries put their settings, password and all, into theirs."""
    line = " ".join(f"{type(error).__name__}: {error}".split())
    if password := conninfo_to_dict(database_url).get("password"):
        line = line.replace(str(password), "***")
    return line[:500]
