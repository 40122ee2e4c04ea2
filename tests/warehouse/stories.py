"""Invented articles as the transforms read them, and a warehouse to load them into."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg

from parkwatch.records import AlertDraft, Article, Extraction, LoadedReport, Observation, Page, WarcPointer
from transforms import copies
from warehouse import catalogue, load, staging
from warehouse.load import LoadResult

PARK, OTHER_PARK = "云川经济开发区", "临溪高新技术产业园区"
FIRST_SEEN = datetime(2026, 3, 2, 1, tzinfo=UTC)
PARKS = [
    {"park_id": "32990001", "name": PARK, "kind": "经济开发区", "level": "national", "place": "云川市", "parent": None,
     "successor": None, "aliases": ["云川经开区", "云川开发区"]},
]
INDICATORS = [
    {"code": code, "name_zh": name, "dimension": "any", "kind": "any", "group": "test", "notes": ""}
    for code, name in (("industrial_output_ads", "规上工业产值"), ("projects_signed", "签约项目"), ("other", "其他"))
]


@dataclass(frozen=True)
class Reading:
    """What the transforms hand to staging."""

    extraction: Extraction
    fingerprint: str
    extractor_version: str = "1"


def sentence(subject: str, value: float) -> str:
    return f"今年上半年，{subject}实现规上工业产值{value}亿元。"


def story(value: float = 312.6, *, subject: str = PARK, lead: str = "", fingerprint: str | None = None, version: str = "1",
          observations: bool = True, **article: Any) -> Reading:
    """An article with one figure, and its observation."""
    said = sentence(subject, value)
    text = f"{lead or '开发区半年成绩单出炉。'}\n{said}\n园区负责人介绍了下一步打算。"
    number = f"{value}亿元"
    start = text.index(number)
    fact = Observation(
        subject=subject, subject_kind="park", indicator="industrial_output_ads", indicator_text="规上工业产值",
        measure="level", value=value, unit="亿元", obs_value=float(round(value * 1e8)), unit_measure="CNY",
        qualifier="exact", stance="actual", time_period="2025-S1", period_basis="anchored", growth_basis="",
        scope="", comparator="", evidence=said, span=(start, start + len(number)),
        confidence=0.9, rules=("amount", "subject"))
    fields: dict[str, Any] = {"title": f"{subject}半年产值{value}亿元", "published": "2025-08-06", "published_basis": "byline",
                              "source": "云川日报", "parks": (subject,)}
    return Reading(Extraction(Article(text=text, **fields | article), (fact,) if observations else ()),
                   fingerprint or f"{subject}:{value}", version)


def altered(reading: Reading, **changes: Any) -> Reading:
    """The reading with its first observation changed."""
    first = replace(reading.extraction.observations[0], **changes)
    return replace(reading, extraction=replace(reading.extraction, observations=(first,)))


def draft(report: LoadedReport) -> AlertDraft | None:
    """An alert for every report."""
    return AlertDraft(f"report:{report.fingerprint}", report.title, "\n".join(o.evidence for o in report.observations))


class Warehouse:
    """A migrated database with portals, and the steps around the load."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.connection = psycopg.connect(url, autocommit=True)
        portals = [{"portal": p, "name": f"{p}网", "home": f"http://{p}.example/", "place": "云川市", "definition_digest": "d"}
                   for p in ("alpha", "beta", "gamma")]
        catalogue.update(url, portals=portals, parks=PARKS, indicators=INDICATORS)
        self._pages = 0

    def page(self, url: str = "/1.html", *, portal: str = "alpha", backfill: bool = False) -> Page:
        """One archived response; each is an hour later than the one before."""
        self._pages += 1
        at = FIRST_SEEN + timedelta(hours=self._pages)
        n = self._pages
        pointer = WarcPointer("alpha/2026/03/a.warc.gz", n * 100, f"<urn:uuid:{portal}-{n}>", f"sha256:{n}")
        run = self.value("INSERT INTO parkwatch.crawl_run (portal, mode, run_id, status) VALUES (%s, %s, 'crawl', 'succeeded')"
                         " RETURNING crawl_run_id", portal, "backfill" if backfill else "nightly")
        page_id = self.value(
            "INSERT INTO parkwatch.page (portal, crawl_run_id, url, fetched_at, content_type, warc_file, warc_offset,"
            " warc_record_id, payload_digest, backfill) VALUES (%s, %s, %s, %s, 'text/html', %s, %s, %s, %s, %s)"
            " RETURNING page_id",
            portal, run, url, at, pointer.file, pointer.offset, pointer.record_id, pointer.payload_digest, backfill)
        return Page(page_id, portal, url, at, "text/html", pointer)

    def stage(self, *readings: tuple[Page, Reading], run_id: str = "run-1") -> None:
        staging.write(self.url, readings[0][0].portal, run_id, readings)

    def load(self, *readings: tuple[Page, Reading], run_id: str = "run-1", portal: str = "alpha") -> LoadResult:
        """Stage and load."""
        if readings:
            portal = readings[0][0].portal
            self.stage(*readings, run_id=run_id)
        return load.load(self.url, portal, run_id, alert_for=draft, copy_rules=copies)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        return self.connection.execute(query.encode(), values).fetchall()

    def value(self, query: str, *values: Any) -> Any:
        return self.rows(query, *values)[0][0]

    def facts(self) -> dict[str, list[tuple[Any, ...]]]:
        """All that a load writes, without what differs from one load to the next (identifiers, times)."""
        return {
            "articles": self.rows("SELECT portal, url, revision, a.title, text, fingerprint FROM parkwatch.article AS a"
                                  " JOIN parkwatch.report USING (report_id) ORDER BY 1, 2, 3"),
            "reports": self.rows("SELECT fingerprint, title, copies, backfill FROM parkwatch.report ORDER BY 1"),
            "observations": self.rows("SELECT url, revision, park_id, subject, obs_value, span FROM parkwatch.observation"
                                      " JOIN parkwatch.article USING (article_id) ORDER BY 1, 2, 5"),
            "alerts": self.rows("SELECT dedup_key, title, body FROM parkwatch.alert ORDER BY 1"),
            "pages": self.rows("SELECT page_id, state, state_reason FROM parkwatch.page ORDER BY 1"),
            "staged": self.rows("SELECT page_id FROM parkwatch_staging.article"
                                " UNION ALL SELECT page_id FROM parkwatch_staging.observation"),
            "quarantine": self.rows("SELECT page_id, rule FROM parkwatch.quarantine ORDER BY 1, 2"),
        }
