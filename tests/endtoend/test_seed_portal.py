"""The five seeds over HTTP, through every room, into the warehouse; and a second run that finds nothing new."""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest

from crawlers.archive import read_response
from parkwatch.records import WarcPointer
from parkwatch.settings import PROJECT_ROOT
from tests.conftest import NewDatabase
from tests.endtoend.conftest import SEED_PORTALS, Installation
from tests.transforms.scoring import plain

RUN = ("run", "--seed", "--without-airflow")
LABELS = sorted((PROJECT_ROOT / "seeds" / "labels").glob("*.json"))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, new_database: NewDatabase, seeds: Any) -> Any:
    """An installation after one run of the seed portal, and what the run printed."""
    with new_database("parkwatch") as url:
        installation = Installation(tmp_path_factory.mktemp("home"), url, seeds)
        done = installation.parkwatch(*RUN)
        assert done.returncode == 0, done.stdout + done.stderr
        yield installation, done.stdout


def squeezed(text: str) -> str:
    return "".join(text.split())


def article_of(installation: Installation, label: dict[str, Any]) -> dict[str, Any]:
    """The one article that holds the seed's first sentence."""
    names = ("title", "published", "source", "reporters", "parks", "text")
    rows = installation.query(f"SELECT {', '.join(names)} FROM parkwatch.article")
    found = [dict(zip(names, row, strict=True)) for row in rows if squeezed(label["body_starts"]) in squeezed(row[-1])]
    assert len(found) == 1, f"{label['seed']}: {len(found)} articles hold its beginning"
    return found[0]


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem[:3])
def test_each_seed_is_read_as_its_label_says(path: Any, loaded: Any) -> None:
    label = json.loads(path.read_text("utf-8"))
    article = article_of(loaded[0], label)
    text = squeezed(article["text"])
    assert text.startswith(squeezed(label["body_starts"]))
    assert text.endswith(squeezed(label["body_ends"]))
    assert not [furniture for furniture in label["not_body"] if squeezed(furniture) in text]
    published = label["article"]["published"]
    assert (article["published"] or "").startswith(published or label["article"]["published_range"][0][:4])
    assert article["source"] == label["article"]["source"]
    named = [plain(name) for name in article["parks"]]
    labelled = [plain(name) for name in label["article"]["parks"]]
    assert not [park for park in labelled if not any(n.endswith(park) or park.endswith(n) for n in named)]


def test_a_second_run_adds_nothing_and_alerts_nothing(loaded: Any) -> None:
    installation, _ = loaded
    before = installation.facts()
    asked = {name: len(hits) for name, hits in installation.seeds.hits.items()}
    again = installation.parkwatch(*RUN)
    assert again.returncode == 0, again.stdout + again.stderr
    assert installation.facts() == before
    for name in SEED_PORTALS:
        later = installation.seeds.hits[name][asked[name]:]
        assert later
        assert all(hit.status in {302, 304} or hit.path == "/robots.txt" for hit in later), later


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
    hits = loaded[0].seeds.hits["seed-lettings"]
    assert any(hit.path == "/robots.txt" for hit in hits)
    assert not [hit for hit in hits if hit.path.startswith("/private/")]


def test_one_alert_for_each_report_that_names_a_park_and_has_figures(loaded: Any) -> None:
    installation, _ = loaded
    delivered = installation.delivered()
    assert len(delivered) == installation.query("SELECT count(*) FROM parkwatch.alert")[0][0] >= 5


def test_a_backfill_loads_the_past_and_alerts_nothing(loaded: Any) -> None:
    installation, _ = loaded
    alerts = installation.query("SELECT count(*) FROM parkwatch.alert")
    oldest, newest = "2024-08-01", "2024-09-30"
    done = installation.parkwatch("backfill", "--portal", "seed-epaper", "--from", oldest, "--to", newest)
    assert done.returncode == 0, done.stdout + done.stderr
    assert installation.query("SELECT count(*) FROM parkwatch.page WHERE backfill")[0][0] > 0
    assert installation.query("SELECT count(*) FROM parkwatch.alert") == alerts
    again = installation.parkwatch("backfill", "--portal", "seed-epaper", "--from", oldest, "--to", newest)
    assert "every window" in again.stdout
