"""The steps of runs: noted as they begin and end, so that one that failed or was killed is seen by who judges the run."""

from __future__ import annotations

from warehouse.session import Database, transaction
from warehouse.statements import statement

LONGEST = 2000  # characters of a reason


def begin(database: Database, run_id: str, portal: str, step: str) -> None:
    """Note that a step runs; what an earlier attempt of it left is forgotten."""
    _note(database, {"run_id": run_id, "portal": portal, "step": step, "state": "running", "reason": ""})


def end(database: Database, run_id: str, portal: str, step: str, reason: str = "") -> None:
    """Note that a step succeeded, or why it failed."""
    reason = reason.replace("\0", "")[:LONGEST]  # PostgreSQL keeps no NUL
    state = "failed" if reason else "succeeded"
    _note(database, {"run_id": run_id, "portal": portal, "step": step, "state": state, "reason": reason})


def _note(database: Database, row: dict[str, str]) -> None:
    with transaction(database) as connection:
        connection.execute(statement("run_step"), row)
