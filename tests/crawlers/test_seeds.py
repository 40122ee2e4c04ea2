"""The five seeds, crawled from the sites that they came from."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest

from crawlers.archive import read_response
from crawlers.crawl import crawl
from crawlers.portal import load_portals
from parkwatch.records import CrawlResult, WarcPointer
from parkwatch.settings import PROJECT_ROOT
from seeds.server import SeedPortal, serve


@pytest.fixture(scope="module")
def seed_portal() -> Iterator[SeedPortal]:
    with serve(0) as portal:
        yield portal


@pytest.fixture
def night(seed_portal: SeedPortal, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    for name, value in seed_portal.environment.items():
        monkeypatch.setenv(name, value)
    portals = {k: v for k, v in load_portals(PROJECT_ROOT / "crawlers" / "portals").items() if k.startswith("seed-")}

    def run(*names: str, **options: Any) -> dict[str, CrawlResult]:
        def one(name: str) -> CrawlResult:
            return crawl(portals[name], database_url=database_url, archive_url=str(tmp_path / "archive"), run_id="seeds",
                         **{"mode": "nightly"} | options)
        with ThreadPoolExecutor(2) as pool:
            return dict(zip(names or portals, pool.map(one, names or portals), strict=True))
    return run


def pages(database_url: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(database_url) as connection:
        return connection.execute(
            """SELECT portal, url, warc_file, warc_offset, warc_record_id, payload_digest FROM parkwatch.page
               ORDER BY portal, url""").fetchall()


def test_all_five_are_crawled_and_a_second_night_costs_next_to_nothing(
        night: Any, seed_portal: SeedPortal, database_url: str, tmp_path: Path) -> None:
    first = night()
    assert len(first) == 5
    assert {r.status for r in first.values()} == {"succeeded"}, first
    assert all(r.new_articles > 0 and not r.failures for r in first.values())
    assert first["seed-lettings"].forbidden == 8
    found = pages(database_url)
    assert len(found) == sum(r.new_articles for r in first.values())
    for _, url, *pointer in found:
        response = read_response(str(tmp_path / "archive"), WarcPointer(*pointer))
        assert (response.url, response.status) == (url, 200)
        assert len(response.body) > 100
    bodies = b"".join(read_response(str(tmp_path / "archive"), WarcPointer(*p)).body for _, _, *p in found)
    for words in ("满弓劲发", "聚焦模式", "半年考", "就要大项目", "启东经济开发区"):
        assert words.encode() in bodies or words.encode("gb18030") in bodies
    assert not [hit for hits in seed_portal.hits.values() for hit in hits if "/private/" in str(hit)]

    second = night()
    assert {r.status for r in second.values()} == {"succeeded"}, second
    assert all((r.new_articles, r.changed_articles) == (0, 0) for r in second.values())
    assert all(r.not_modified >= 1 and r.requests <= 3 for r in second.values())
    assert pages(database_url) == found


def test_a_backfill_of_the_seeds_finds_what_has_a_date(night: Any, database_url: str) -> None:
    window = (date(2023, 1, 1), date(2026, 1, 31))
    results = night("seed-aggregator", "seed-bare", "seed-farm", "seed-lettings", mode="backfill", window=window)
    results |= night("seed-epaper", mode="backfill", window=(date(2024, 9, 10), date(2024, 9, 13)))
    bare = results.pop("seed-bare")
    assert bare.status == "failed"
    assert "gives no dates" in bare.reason
    assert {r.status for r in results.values()} == {"succeeded"}, results
    assert all(r.new_articles > 0 for r in results.values()), results
    with psycopg.connect(database_url) as connection:
        assert connection.execute("SELECT DISTINCT backfill FROM parkwatch.page").fetchall() == [(True,)]
