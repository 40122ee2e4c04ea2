"""A backfill reads a portal's pages by its template: as carefully read, kept for the next run, a changed layout told."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import psycopg
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bench.portal_pages import pages
from crawlers.archive import payload_digest
from parkwatch import steps
from parkwatch.reading import Reading, read_pages
from parkwatch.records import Page
from parkwatch.settings import Settings
from parkwatch.templated import News, PortalTemplate, TemplatedWorker
from transforms.templates import Event, Template
from warehouse import catalogue, templates
from warehouse import pages as page_states

PORTAL = "seed-farm"
LINE = (
    "INSERT INTO parkwatch.page (portal, crawl_run_id, url, fetched_at, content_type, warc_file, warc_offset,"
    " warc_record_id, payload_digest, backfill) VALUES (%s, %s, %s, '2026-03-01', 'text/html', %s, %s, %s, %s, true)"
)


class Past:
    """A portal's archived pages, as a crawl leaves them: one WARC file, and the rows that point into it."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.settings = Settings(home=folder, database_url=database_url)  # type: ignore[arg-type]
        self.archive, self.database_url, self.count = folder / "archive", database_url, 0
        self.archive.mkdir()

    def add(self, bodies: Iterable[bytes]) -> None:
        with (self.archive / "past.warc.gz").open("ab") as file, psycopg.connect(self.database_url) as connection:
            writer = WARCWriter(file, gzip=True)
            run = connection.execute(
                "INSERT INTO parkwatch.crawl_run (portal, run_id, mode, status) VALUES (%s, 'r', 'backfill', 'succeeded')"
                " RETURNING crawl_run_id",
                (PORTAL,),
            ).fetchone()
            for body in bodies:
                self.count += 1
                url, offset = f"http://farm.example/{self.count}.html", file.tell()
                http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
                record = writer.create_warc_record(
                    url,
                    "response",
                    payload=BytesIO(body),
                    http_headers=http,
                    warc_headers_dict={"WARC-Payload-Digest": payload_digest(body)},
                )
                writer.write_record(record)
                connection.execute(
                    LINE,
                    (
                        PORTAL,
                        run and run[0],
                        url,
                        "past.warc.gz",
                        offset,
                        record.rec_headers["WARC-Record-ID"],
                        payload_digest(body),
                    ),
                )

    def to_read(self) -> list[Page]:
        return page_states.to_read(self.database_url, PORTAL)


@pytest.fixture
def past(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Past:
    monkeypatch.setenv("PARKWATCH_HOME", str(tmp_path))
    monkeypatch.setenv("PARKWATCH_DATABASE_URL", database_url)
    portal = {"portal": PORTAL, "name": "农场网", "home": "http://farm.example/", "place": "云川市", "definition_digest": "d"}
    catalogue.update(database_url, portals=[portal], parks=[], indicators=[])
    return Past(tmp_path, database_url)


def read(past: Past, template: PortalTemplate | None) -> list[object]:
    found = read_pages(past.to_read(), archive_url=str(past.archive), place="", templates=template)
    return [outcome.extraction if isinstance(outcome, Reading) else outcome for _, outcome in found]


def test_pages_read_by_template_are_those_read_carefully(past: Past) -> None:
    past.add(pages("newspaper", 30))
    template = PortalTemplate()
    assert read(past, template) == read(past, None)
    assert template.straight >= 15  # of thirty, on two processes that learn from five pages each
    assert [event.kind for event in template.events] == ["learned"]
    assert not template.changes


def test_a_backfill_keeps_what_it_learned_and_tells_of_a_changed_layout(past: Past) -> None:
    past.add(pages("newspaper", 12))
    counts = steps.transform(PORTAL, "first", by_template=True)
    assert counts["articles"] == 12
    learned = Template.from_json(templates.stored(past.database_url, PORTAL) or "")
    assert len(learned.layouts) == 1
    with psycopg.connect(past.database_url) as connection:
        assert not connection.execute("SELECT FROM parkwatch.alert").fetchall()
        connection.execute("UPDATE parkwatch.page SET state = 'loaded'")
    past.add(pages("epaper", 12))
    assert steps.transform(PORTAL, "second", by_template=True)["straight"] > 0
    later = Template.from_json(templates.stored(past.database_url, PORTAL) or "")
    assert {layout.body for layout in later.layouts} == {learned.layouts[0].body, "div#ozoom"}
    with psycopg.connect(past.database_url) as connection:
        events = connection.execute(
            "SELECT run_id, kind, layout FROM parkwatch.template_event ORDER BY happened_at, kind"
        ).fetchall()
        ((title, body),) = connection.execute("SELECT title, body FROM parkwatch.alert WHERE kind = 'monitor'").fetchall()
    assert ("first", "learned", learned.layouts[0].body) in events
    assert {(run, kind) for run, kind, _ in events} >= {("second", "misfit"), ("second", "relearned")}
    assert title == f"{PORTAL}: its pages' layout has changed"
    assert "ozoom" in body


def test_a_nightly_run_reads_carefully(past: Past) -> None:
    past.add(pages("blog", 8))
    assert "straight" not in steps.transform(PORTAL, "night")
    assert templates.stored(past.database_url, PORTAL) is None


def test_a_stored_template_that_cannot_be_used_is_learned_anew() -> None:
    assert PortalTemplate.from_json('{"version": 0}').template is None


def test_what_one_process_refuses_no_other_brings_back() -> None:
    worker = TemplatedWorker(None)
    for body in pages("blog", 6):
        worker.read(body)
    news = worker.news()
    assert news.template is not None
    (layout,) = news.template.layouts
    known = PortalTemplate(news.template, known=True)
    gone = Event("switched_off", "it read the title otherwise", 9, "disagreement", layout.body)
    known.hear(News(False, news.template.without(layout, refuse=True), (gone,)))
    known.hear(news)  # another process, which has not met that page
    assert known.template == Template((), (layout.body,))
    assert known.changes == (gone,)


def test_a_layout_that_one_process_gave_up_is_not_kept_and_one_that_it_keeps_is() -> None:
    (one,) = _learned("blog").layouts
    (other,) = _learned("epaper").layouts
    known = PortalTemplate(Template((one, other)), known=True)
    known.hear(News(False, Template((other,)), (Event("switched_off", "pages failed its checks", 9, "short", one.body),)))
    assert known.template == Template((other,))


def _learned(portal: str) -> Template:
    worker = TemplatedWorker(None)
    for body in pages(portal, 6):
        worker.read(body)
    template = worker.news().template
    assert template is not None
    assert worker.news() == News(False)
    return template
