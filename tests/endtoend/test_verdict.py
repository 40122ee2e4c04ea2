"""A run that could not even name its portals is told of once, and shown as failed."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from parkwatch import steps
from parkwatch.errors import ParkwatchError


def test_a_run_that_did_not_begin_is_told_and_fails(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PARKWATCH_HOME", str(tmp_path))
    monkeypatch.setenv("PARKWATCH_DATABASE_URL", database_url)
    assert steps.alert("night", begun=False)["delivered"] == 1
    assert steps.alert("night", begun=False)["delivered"] == 0
    with psycopg.connect(database_url) as connection:
        assert connection.execute("SELECT kind, title FROM parkwatch.alert").fetchall() == [("monitor", "the watch needs a look")]
    with pytest.raises(ParkwatchError, match="did not begin"):
        steps.verdict("night", begun=False)
    steps.verdict("night")
