"""Loaded reports and outbox rows for the alert tests; all names are invented."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from parkwatch.records import LoadedReport, Observation

NOW = datetime(2025, 8, 7, 19, 0, tzinfo=UTC)
SENTENCE = "青岚经济开发区上半年实现规上工业产值312.6亿元，同比增长8.7%。"


def observation(**overrides: Any) -> Observation:
    fields: dict[str, Any] = {
        "subject": "青岚经济开发区", "subject_kind": "park", "indicator": "industrial_output_ads",
        "indicator_text": "规上工业产值",
        "measure": "level", "value": 312.6, "unit": "亿元", "obs_value": 31_260_000_000.0, "unit_measure": "CNY",
        "qualifier": "exact", "stance": "actual", "time_period": "2025-S1", "period_basis": "anchored", "growth_basis": "",
        "scope": "", "comparator": "", "evidence": SENTENCE, "span": (19, 26),
    }
    return Observation(**(fields | overrides))


def report(*observations: Observation, **overrides: Any) -> LoadedReport:
    fields: dict[str, Any] = {
        "report_id": 7, "fingerprint": "f" * 64, "title": "青岚经济开发区半年产值超三百亿",
        "url": "http://news.example/2025/1.html",
        "portal": "青岚网", "source": "青岚日报", "published": "2025-08-06", "parks": ("青岚经济开发区",), "backfill": False,
        "is_new": True, "observations": observations or (observation(),),
    }
    return LoadedReport(**(fields | overrides))


def put_alerts(database_url: str, number: int, *, title: str = "青岚经济开发区: 第{n}条") -> None:
    """Alerts that wait in the outbox, raised a minute before NOW."""
    with psycopg.connect(database_url) as connection, connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO parkwatch.alert (kind, dedup_key, title, body, payload, run_id, created_at) "
            "VALUES ('monitor', %s, %s, '产值312.6亿元', %s, 'run-1', %s::timestamptz - interval '1 minute')",
            [(f"test/{title}/{n}", title.format(n=n), Jsonb({"url": f"http://news.example/{n}"}), NOW)
             for n in range(number)])


def delivered(database_url: str) -> list[tuple[Any, ...]]:
    """(alert_id, attempts, whether delivered, error) of every delivery row, in order."""
    with psycopg.connect(database_url) as connection:
        return connection.execute(
            "SELECT alert_id, attempts, delivered_at IS NOT NULL, error FROM parkwatch.alert_delivery "
            "ORDER BY alert_id").fetchall()
