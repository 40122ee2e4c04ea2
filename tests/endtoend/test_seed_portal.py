"""The five seeds over HTTP, through every room, into the warehouse; and a second run that finds nothing new."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import psycopg
import pytest

from crawlers.archive import read_response
from parkwatch.records import WarcPointer
from parkwatch.settings import PROJECT_ROOT
from tests.endtoend.conftest import SEED_PORTALS, Installation, fresh_database

RUN = ("run", "--seed", "--without-airflow")
LABELS = sorted((PROJECT_ROOT / "seeds" / "labels").glob("*.json"))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, database_server: str, seeds: Any) -> Any:
    """An installation after one run of the seed portal, and what the run printed."""
    with fresh_database(database_server, "seed_run") as url:
        installation = Installation(tmp_path_factory.mktemp("home"), url, seeds)
        done = installation.parkwatch(*RUN)
        assert done.returncode == 0, done.stdout + done.stderr
        yield installation, done.stdout


def article_of(installation: Installation, label: dict[str, Any]) -> dict[str, Any]:
    start = label["body_starts"][:10]
    rows = installation.query(
        "SELECT title, published, source, reporters, parks, text FROM parkwatch.article WHERE strpos(text, %s) > 0", start)
    assert len(rows) == 1, f"{label['seed']}: {len(rows)} articles hold {start!r}"
    return dict(zip(("title", "published", "source", "reporters", "parks", "text"), rows[0], strict=True))


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem[:3])
def test_each_seed_is_read_as_its_label_says(path: Any, loaded: Any) -> None:
    label = json.loads(path.read_text("utf-8"))
    article = article_of(loaded[0], label)
    assert article["text"].startswith(label["body_starts"]) or label["body_starts"] in article["text"][:200]
    squeezed = "".join(article["text"].split())
    assert squeezed.endswith("".join(label["body_ends"].split()))
    assert not [furniture for furniture in label["not_body"] if furniture in article["text"]]
    published = label["article"]["published"]
    assert (article["published"] or "").startswith(published or label["article"]["published_range"][0][:4])
    assert article["source"] == label["article"]["source"]


def test_a_second_run_adds_nothing_and_alerts_nothing(loaded: Any) -> None:
    installation, _ = loaded
    before = installation.facts()
    asked = {name: len(hits) for name, hits in installation.seeds.hits.items()}
    again = installation.parkwatch(*RUN)
    assert again.returncode == 0, again.stdout + again.stderr
    assert installation.facts() == before
    for name in SEED_PORTALS:
        later = installation.seeds.hits[name][asked[name]:]
        assert all(hit.status == 304 or hit.path == "/robots.txt" for hit in later), later


def test_every_observation_opens_its_sentence(loaded: Any) -> None:
    """From the warehouse's row through article and span to the page's own bytes in the archive."""
    installation, _ = loaded
    with psycopg.connect(installation.database_url) as connection:
        rows = connection.execute(
            "SELECT text, lower(span), upper(span), evidence,"
            " warc_file, warc_offset, warc_record_id, payload_digest, a.charset"
            " FROM parkwatch.observation JOIN parkwatch.article a USING (article_id)"
            " JOIN parkwatch.page USING (page_id)").fetchall()
    assert len(rows) > 150
    bodies: dict[WarcPointer, str] = {}
    for text, start, end, evidence, *pointer, charset in rows:
        number = text[start:end]
        assert number in evidence
        assert evidence in text
        where = WarcPointer(*pointer)
        if where not in bodies:
            body = read_response(str(installation.home / "archive"), where).body
            bodies[where] = "".join(body.decode(charset, "replace").split())
        assert "".join(number.split()) in bodies[where]


def test_forbidden_addresses_are_not_fetched(loaded: Any) -> None:
    installation, _ = loaded
    assert not [hit for hit in installation.seeds.hits["seed-lettings"] if hit.path.startswith("/private/")]


def test_one_alert_for_each_report_that_names_a_park_and_has_figures(loaded: Any) -> None:
    installation, _ = loaded
    delivered = installation.delivered()
    assert len(delivered) == installation.query("SELECT count(*) FROM parkwatch.alert")[0][0] >= 5


def test_a_backfill_loads_the_past_and_alerts_nothing(loaded: Any) -> None:
    installation, _ = loaded
    alerts = installation.query("SELECT count(*) FROM parkwatch.alert")
    oldest, newest = "2024-01-01", date(2025, 12, 31).isoformat()
    done = installation.parkwatch("backfill", "--portal", "seed-epaper", "--from", oldest, "--to", newest)
    assert done.returncode == 0, done.stdout + done.stderr
    assert installation.query("SELECT count(*) FROM parkwatch.page WHERE backfill")[0][0] > 0
    assert installation.query("SELECT count(*) FROM parkwatch.alert") == alerts
    again = installation.parkwatch("backfill", "--portal", "seed-epaper", "--from", oldest, "--to", newest)
    assert "every window" in again.stdout
