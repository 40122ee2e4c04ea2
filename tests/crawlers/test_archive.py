import gzip
import os
import resource
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawlers.archive import ArchiveError, read_response, scan
from crawlers.archive_writer import ArchiveWriter, warc_file
from parkwatch.records import WarcPointer

NOON = datetime(2026, 1, 5, 4, 0, 0, 123456, tzinfo=UTC)
FILE = "hekou/2026/01/20260105T040000Z-7.warc.gz"
BODY = "<p>河口经济开发区上半年产值312.6亿元</p>".encode("gb18030")


def write(archive: str, bodies: list[bytes]) -> list[WarcPointer]:
    with ArchiveWriter(archive, FILE, software="Parkwatch/test") as writer:
        return [
            writer.write(
                url=f"https://news.example.org/a/{n}.html?id={n}", status=200, reason="OK",
                headers=[("Content-Type", "text/html"), ("Set-Cookie", "sid=hush"), ("Content-Encoding", "gzip"),
                         ("Transfer-Encoding", "chunked"), ("ETag", '"e1"')],
                body=body, method="GET", fetched_at=NOON,
                request_headers=[("User-Agent", "Parkwatch/test"), ("Authorization", "Basic hush"), ("Cookie", "sid=hush")])
            for n, body in enumerate(bodies)
        ]


def test_the_file_is_named_after_portal_month_and_run() -> None:
    assert warc_file("hekou", 7, NOON) == FILE


@pytest.mark.parametrize("place", ["disk", "memory"])
def test_what_was_written_is_read_back(tmp_path: Path, place: str) -> None:
    archive = str(tmp_path / "archive") if place == "disk" else f"memory://{tmp_path.name}"
    pointers = write(archive, [BODY, b"", b"\x00\xff" * 5000])
    first = read_response(archive, pointers[0])
    assert first.body == BODY
    assert first.url == "https://news.example.org/a/0.html?id=0"
    assert first.status == 200
    assert first.fetched_at == NOON
    assert first.header("etag") == '"e1"'
    assert first.header("content-length") == str(len(BODY))
    assert first.header("content-encoding") == ""
    assert read_response(archive, pointers[1]).body == b""
    assert read_response(archive, pointers[2]).body == b"\x00\xff" * 5000
    assert scan(archive, FILE).pointers == tuple(pointers)
    assert scan(archive, FILE).torn_at is None


def test_every_record_is_on_disk_when_write_returns(tmp_path: Path) -> None:
    writer = ArchiveWriter(str(tmp_path), FILE, software="Parkwatch/test")
    pointer = writer.write(url="https://news.example.org/", status=200, reason="OK", headers=[], body=BODY, method="GET",
                           request_headers=[], fetched_at=NOON)
    assert read_response(str(tmp_path), pointer).body == BODY  # the writer is still open
    writer.close()


def test_no_secret_is_archived(tmp_path: Path) -> None:
    write(str(tmp_path), [BODY])
    content = gzip.decompress((tmp_path / FILE).read_bytes())
    assert b"hush" not in content
    assert b"WARC-Type: request" in content
    assert b"WARC-Type: warcinfo" in content


def test_other_tools_accept_the_file(tmp_path: Path) -> None:
    write(str(tmp_path), [BODY, b""])
    warcio = Path(sys.executable).parent / "warcio"
    check = subprocess.run([warcio, "check", "-v", str(tmp_path / FILE)], capture_output=True, text=True, check=False)
    assert check.returncode == 0, check.stdout
    assert "digest failed" not in check.stdout


@pytest.mark.parametrize("kept", [1, 9, 40, 0.5, 0.99])
def test_a_torn_end_costs_only_the_torn_record(tmp_path: Path, kept: float) -> None:
    pointers = write(str(tmp_path), [BODY * 3, BODY * 2, b"x" + BODY])
    path = tmp_path / FILE
    content = path.read_bytes()
    third = pointers[2].offset
    length = gzip_member_length(content[third:])
    path.write_bytes(content[: third + int(kept if kept >= 1 else kept * length)])
    found = scan(str(tmp_path), FILE)
    assert found.pointers == tuple(pointers[:2])
    assert found.torn_at == third
    assert f"{FILE}: torn at byte {third}" in found.reason
    assert read_response(str(tmp_path), pointers[1]).body == BODY * 2
    with pytest.raises(ArchiveError, match=rf"{FILE} at {third}"):
        read_response(str(tmp_path), pointers[2])


def gzip_member_length(content: bytes) -> int:
    member = zlib.decompressobj(zlib.MAX_WBITS + 16)
    member.decompress(content)
    return len(content) - len(member.unused_data)


def test_an_empty_or_missing_file_or_a_wrong_pointer_is_a_clear_error(tmp_path: Path) -> None:
    first, second = write(str(tmp_path), [BODY, BODY])
    (tmp_path / "empty.warc.gz").touch()
    assert scan(str(tmp_path), "empty.warc.gz").pointers == ()
    for pointer, said in [
        (replace(first, file="empty.warc.gz"), "empty.warc.gz"),
        (replace(first, file="none.warc.gz"), "no such file"),
        (replace(first, offset=first.offset + 3), "no whole record"),
        (replace(first, offset=10**9), "ends before it"),
        (replace(first, offset=second.offset), "another record"),
        (replace(first, payload_digest="sha256:00"), "damaged"),
    ]:
        with pytest.raises(ArchiveError, match=said):
            read_response(str(tmp_path), pointer)


@pytest.mark.parametrize("address", ["gs2://key:hush@bucket/x", "gdrive://key:hush@bucket/x"])
def test_an_archive_of_an_unknown_kind_is_a_clear_error(address: str) -> None:
    with pytest.raises(ArchiveError, match="PARKWATCH_ARCHIVE: ") as caught:
        ArchiveWriter(address, FILE, software="Parkwatch/test")
    assert "hush" not in str(caught.value)


def test_a_large_file_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawlers.archive_writer.LARGEST", 2000)
    pointers = write(str(tmp_path), [os.urandom(1500)] * 3)
    assert [p.file for p in pointers] == [FILE, FILE.replace("-7.", "-7-2."), FILE.replace("-7.", "-7-3.")]
    assert all(scan(str(tmp_path), p.file).pointers == (p,) for p in pointers)


def test_a_file_is_never_written_twice(tmp_path: Path) -> None:
    write(str(tmp_path), [BODY])
    with pytest.raises(ArchiveError, match=FILE):
        ArchiveWriter(str(tmp_path), FILE, software="Parkwatch/test")


def test_a_full_disk_is_a_clear_error_and_nothing_follows_a_torn_record(tmp_path: Path) -> None:
    writer = ArchiveWriter(str(tmp_path), FILE, software="Parkwatch/test")
    record = {"url": "https://news.example.org/", "status": 200, "reason": "OK", "headers": [], "body": os.urandom(90_000),
              "method": "GET", "request_headers": [], "fetched_at": NOON}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(ArchiveError, match=f"{FILE}: cannot be written: File too large"):
            writer.write(**record)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    with pytest.raises(ArchiveError, match="cannot be written"):
        writer.write(**record | {"body": b""})
    assert scan(str(tmp_path), FILE).torn_at is not None
