"""Bad input: one clear line that says what, where and what to do; and nothing else is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response

from tests.endtoend.conftest import Installation
from tests.endtoend.free_ports import free_ports

RUN = ("run", "--portal", "seed-lettings", "--without-airflow")


def one_line(done: Any) -> str:
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("error: ")
    return str(lines[0])


def test_an_unreadable_portal_file_names_file_and_field(installation: Installation, tmp_path: Path) -> None:
    folder = tmp_path / "portals"
    folder.mkdir()
    (folder / "broken.yml").write_text("name: 破\nhome: https://example.org/\nverified: never\nspyder: list\n", "utf-8")
    installation.extra["PARKWATCH_PORTALS"] = str(folder)
    done = installation.parkwatch("run", "--without-airflow")
    assert done.returncode == 2
    assert "broken.yml" in one_line(done)
    assert "spyder" in done.stderr


def test_an_unknown_portal_is_answered_with_the_known_ones(installation: Installation) -> None:
    done = installation.parkwatch("run", "--portal", "nowhere", "--without-airflow")
    assert done.returncode == 2
    assert "nowhere" in one_line(done)
    assert "seed-epaper" in done.stderr


def test_a_database_that_is_not_there_is_named_without_its_password(installation: Installation) -> None:
    port = free_ports(2)[0]
    installation.extra["PARKWATCH_DATABASE_URL"] = f"postgresql://watch:s3cret-word@127.0.0.1:{port}/none"
    done = installation.parkwatch(*RUN)
    assert done.returncode == 1
    assert f"127.0.0.1:{port}" in one_line(done)
    assert "s3cret-word" not in done.stdout + done.stderr


def test_an_unknown_setting_is_an_error(installation: Installation) -> None:
    (installation.home / "parkwatch.toml").write_text("hoem = 'x'\n")
    done = installation.parkwatch("doctor")
    assert done.returncode == 2
    assert "hoem" in one_line(done)


def test_a_window_that_is_none_is_a_wrong_call(installation: Installation) -> None:
    done = installation.parkwatch("backfill", "--portal", "seed-epaper", "--from", "2024-02-30", "--to", "2024-03-01")
    assert done.returncode == 2
    assert "2024-01-01" in one_line(done)


@pytest.mark.parametrize(("body", "content_type"), [
    (b"\x89PNG\r\n\x1a\n" + bytes(200), "image/png"), (b"", "text/html"), (b"\x00\x01\x02" * 500, "text/html"),
], ids=["no HTML", "an empty page", "bytes that are no page"])
def test_a_page_that_is_none_is_kept_and_named_and_the_others_load(
    body: bytes, content_type: str, installation: Installation,
) -> None:
    async def bad_page(_request: Request, _response: Response) -> Response:
        return Response(body, media_type=content_type)

    faults = installation.seeds.faults["seed-lettings"]
    path = "/index.php/post/2247.html"
    faults[path] = bad_page
    try:
        done = installation.parkwatch(*RUN)
    finally:
        del faults[path]
    assert done.returncode == 0, done.stdout + done.stderr
    assert installation.query("SELECT count(*) FROM parkwatch.article")[0][0] == 3
    kept = installation.query(
        "SELECT rule, reason FROM parkwatch.quarantine JOIN parkwatch.page USING (page_id) WHERE url LIKE %s", f"%{path}")
    assert len(kept) == 1
    assert all(kept[0])


def test_a_torn_archive_costs_only_what_was_torn_off(installation: Installation) -> None:
    assert installation.parkwatch(*RUN).returncode == 0
    before = installation.facts()
    (warc,) = (installation.home / "archive").rglob("*.warc.gz")
    last = installation.query("SELECT page_id, warc_offset FROM parkwatch.page ORDER BY warc_offset DESC LIMIT 1")[0]
    with warc.open("r+b") as stream:
        stream.truncate(last[1] + 40)
    with installation_database(installation) as connection:
        connection.execute("UPDATE parkwatch.page SET state = 'fetched'")
    done = installation.parkwatch("replay", "--portal", "seed-lettings")
    assert done.returncode == 0, done.stdout + done.stderr
    assert installation.facts()["articles"] == before["articles"]
    assert installation.facts()["observations"] == before["observations"]
    assert installation.query("SELECT page_id FROM parkwatch.quarantine WHERE rule = 'archive_unreadable'") == [(last[0],)]


def installation_database(installation: Installation) -> Any:
    import psycopg  # noqa: PLC0415 - this one test writes past the rooms, to have every page read again

    return psycopg.connect(installation.database_url)
