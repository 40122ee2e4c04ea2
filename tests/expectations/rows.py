"""Staged rows for the gate's tests: one sound article about an invented park, and one sound observation of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import psycopg

SENTENCE = "青岚经济开发区上半年实现规上工业产值312.6亿元，同比增长8.7%，占青岚县的42.5%，总量列青岚县第一。"
TEXT = (
    "青岚经济开发区是青岚县工业的主阵地。\n" + SENTENCE + "\n"
    "园区的建设者说，今年以来开发区新签约项目27个，建成面积3.5平方公里，岸线1200米，这里的企业对发展有信心，"
    "全区上下正在为下一个项目的开工和投产做好准备，人大代表和市民也来到现场，看到了新的变化。\n"
    "预计全年产值在600亿元至650亿元，研发机构建有率超九成。"
)
INDICATORS = {
    "industrial_output_ads": "money", "projects_signed": "count", "area_built": "area", "shoreline": "length",
    "project_start_rate": "percent", "port_boxes": "teu", "project_capacity": "quantity",
    "enterprise_profit": "money", "other": "any",
}
ARTICLE: dict[str, Any] = {
    "url": "http://news.example/2025/0806/1.html", "title": "青岚经济开发区半年产值超三百亿", "published": "2025-08-06",
    "published_basis": "meta", "source": "青岚日报", "reporters": [], "parks": ["青岚经济开发区"], "flags": [],
    "charset": "utf-8",
    "text": TEXT, "extractor_version": "1", "fetched_at": datetime(2025, 8, 7, 1, tzinfo=UTC), "backfill": False,
}
OBSERVATION: dict[str, Any] = {
    "subject": "青岚经济开发区", "subject_kind": "park", "indicator": "industrial_output_ads", "indicator_text": "规上工业产值",
    "measure": "level", "value": 312.6, "value_high": None, "unit": "亿元", "obs_value": 31_260_000_000.0, "obs_value_high": None,
    "unit_measure": "CNY", "qualifier": "exact", "stance": "actual", "time_period": "2025-S1", "period_basis": "anchored",
    "growth_basis": "", "scope": "", "comparator": "", "evidence": SENTENCE, "confidence": 0.9, "rules": ["number", "unit"],
}
GROWTH = {
    "measure": "growth", "value": 8.7, "unit": "%", "obs_value": 8.7,
    "unit_measure": "PC", "growth_basis": "yoy", "number": "8.7%"}
SHARE = {
    "measure": "share", "value": 42.5, "unit": "%", "obs_value": 42.5,
    "unit_measure": "PC", "comparator": "青岚县", "number": "42.5%"}
RANK = {
    "measure": "rank", "value": 1, "unit": "第", "obs_value": 1, "unit_measure": "RANK", "comparator": "青岚县", "number": "第一"}
COUNT = {"indicator": "projects_signed", "value": 27, "unit": "个", "obs_value": 27, "unit_measure": "NUM", "number": "27个"}


def observation(**overrides: Any) -> dict[str, Any]:
    """A sound observation with these fields changed; ``number`` sets span and evidence by the text it stands in."""
    number = overrides.pop("number", "312.6亿元")
    start = TEXT.index(number)
    sentence = next(line for line in TEXT.split("\n") if number in line)
    return OBSERVATION | {"evidence": sentence, "span_start": start, "span_end": start + len(number)} | overrides


class Staging:
    """Writes a portal's pages and staging rows, as transform leaves them."""

    def __init__(self, connection: psycopg.Connection[Any], portal: str, run_id: str = "run-1") -> None:
        self.connection, self.portal, self.run_id = connection, portal, run_id
        connection.execute("INSERT INTO parkwatch.portal (portal, name, home_url, definition_digest) "
                           "VALUES (%s, '青岚网', 'http://news.example/', '') ON CONFLICT DO NOTHING", (portal,))
        for code, dimension in INDICATORS.items():
            connection.execute("INSERT INTO parkwatch.indicator (code, name_zh, dimension, kind, indicator_group) "
                               "VALUES (%s, %s, %s, 'any', 'test') ON CONFLICT DO NOTHING", (code, code, dimension))

    def crawl(self, run_id: str | None = None, *, started_at: datetime = datetime(2025, 8, 6, 18, 30, tzinfo=UTC),
              mode: str = "nightly", status: str = "succeeded") -> int:
        """One crawl_run; its identifier."""
        return self._id(
            "INSERT INTO parkwatch.crawl_run (portal, mode, run_id, started_at, status) VALUES (%s, %s, %s, %s, %s) "
            "RETURNING crawl_run_id", (self.portal, mode, run_id or self.run_id, started_at, status))

    def page(self, crawl_run_id: int, *, state: str = "fetched") -> int:
        """One page; its identifier."""
        return self._id(
            "INSERT INTO parkwatch.page "
            "(portal, crawl_run_id, url, fetched_at, warc_file, warc_offset, warc_record_id, payload_digest, state) "
            "VALUES (%s, %s, gen_random_uuid(), now(), '', 0, gen_random_uuid(), '', %s) RETURNING page_id",
            (self.portal, crawl_run_id, state))

    def stage(self, page_id: int, article: dict[str, Any] | None = None, *observations: dict[str, Any]) -> int:
        """An article (None for a sound one) with its observations on this page; the page's identifier."""
        own = {"portal": self.portal, "run_id": self.run_id, "page_id": page_id}
        self._insert("article", own | ARTICLE | (article or {}))
        for seq, row in enumerate(observations):
            self._insert("observation", own | {"seq": seq} | row)
        self.connection.commit()
        return page_id

    def loaded(self, crawl_run_id: int, *, published: str | None = "2025-08-06", observations: int = 0) -> None:
        """An article that stands in the warehouse."""
        page_id = self.page(crawl_run_id, state="loaded")
        report = self._id(
            "INSERT INTO parkwatch.report (fingerprint, title) VALUES (gen_random_uuid(), '') RETURNING report_id", ())
        article_id = self._id(
            "INSERT INTO parkwatch.article "
            "(page_id, report_id, portal, url, revision, title, published, text, extractor_version) "
            "VALUES (%s, %s, %s, gen_random_uuid(), 1, '', %s, '', '1') RETURNING article_id",
            (page_id, report, self.portal, published))
        for number in range(observations):
            fact = {k: v for k, v in observation().items() if not k.startswith("span_")}
            columns = ", ".join((*fact, "article_id", "span"))
            slots = ", ".join(["%s"] * (len(fact) + 1))
            self.connection.execute(
                f"INSERT INTO parkwatch.observation ({columns}) VALUES ({slots}, int4range(%s, %s))",
                (*fact.values(), article_id, number, number + 1))

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        slots = ", ".join(["%s"] * len(row))
        self.connection.execute(
            f"INSERT INTO parkwatch_staging.{table} ({', '.join(row)}) VALUES ({slots})", list(row.values()))

    def _id(self, query: str, values: tuple[Any, ...]) -> int:
        row = self.connection.execute(query, values).fetchone()
        assert row is not None
        return int(row[0])
