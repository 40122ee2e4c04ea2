"""One installation for a test: a home, a database, the seed portal on free ports, and the state that runs leave."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from parkwatch.progress import Event, Follower
from parkwatch.settings import PROJECT_ROOT
from seeds.server import SeedPortal, serve

SEED_PORTALS = ("seed-aggregator", "seed-bare", "seed-epaper", "seed-farm", "seed-lettings")


@dataclass
class Installation:
    """A home with its database and portal, run as a user runs it: in processes of its own."""

    home: Path
    database_url: str
    seeds: SeedPortal
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        own = {"PARKWATCH_HOME": str(self.home), "PARKWATCH_DATABASE_URL": self.database_url, "PYTHONPATH": str(PROJECT_ROOT)}
        return os.environ | own | self.seeds.environment | self.extra

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "parkwatch.cli", *arguments]

    def parkwatch(self, *arguments: str, timeout: float = 300) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            self.command(*arguments), env=self.environment, cwd=self.home, capture_output=True, text=True, timeout=timeout,
            check=False)

    def killed(self, at: Callable[[Event], bool], *arguments: str, timeout: float = 120) -> bool:
        """Run a command and kill -9 it as soon as an event of its progress is ``at``; says whether it was killed in time."""
        seen = set(self.runs())
        with subprocess.Popen(
            self.command(*arguments), env=self.environment, cwd=self.home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ) as process:
            follower: Follower | None = None
            assert process.stdout is not None
            os.set_blocking(process.stdout.fileno(), False)
            while process.poll() is None:
                process.stdout.read()
                if follower is None and (new := sorted(set(self.runs()) - seen)):
                    follower = Follower(new[0])
                if follower and any(at(event) for event in follower.new_events()):
                    process.send_signal(signal.SIGKILL)
                    process.wait(timeout)
                    return True
            return False

    def runs(self) -> list[Path]:
        return list((self.home / "runs").glob("*.jsonl"))

    def query(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.database_url) as connection:
            return connection.execute(sql, values).fetchall()  # type: ignore[call-overload,no-any-return]

    def facts(self) -> dict[str, Any]:
        """Everything that must be the same however a run came to its end, without identifiers and moments."""
        return {
            "articles": self.query(
                "SELECT portal, url, revision, title, published, source, text FROM parkwatch.article ORDER BY 1, 2, 3"),
            "observations": self.query(
                "SELECT url, span, indicator, measure, subject, scope, obs_value, unit_measure, time_period, stance, evidence"
                " FROM parkwatch.observation JOIN parkwatch.article USING (article_id) ORDER BY 1, 2, 3, 4, 5, 6"),
            "quarantine": self.query(
                "SELECT portal, subject, rule, payload->>'url' FROM parkwatch.quarantine ORDER BY 1, 2, 3, 4"),
            "reports": self.query("SELECT fingerprint, copies FROM parkwatch.report ORDER BY 1"),
            "alerts": self.query("SELECT dedup_key, title FROM parkwatch.alert ORDER BY 1"),
            "pages": self.query("SELECT portal, url, state FROM parkwatch.page ORDER BY 1, 2, 3"),
            "delivered": sorted(row["title"] for row in self.delivered()),
        }

    def delivered(self) -> list[dict[str, Any]]:
        path = self.home / "alerts" / "alerts.jsonl"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


@pytest.fixture(scope="session")
def seeds() -> Iterator[SeedPortal]:
    with serve(0) as portal:
        yield portal


@pytest.fixture
def installation(tmp_path: Path, database_url: str, seeds: SeedPortal) -> Installation:
    return Installation(tmp_path, database_url, seeds)
