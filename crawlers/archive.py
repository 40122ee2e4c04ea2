"""Reading the archive: gzipped WARC files, one a crawl, in any place that fsspec can reach.

A record holds the body as the client saw it: transfer and content encoding are undone and the headers mended to fit
(``crawlers.archive_writer``), so the payload digest is the digest of what is read here.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

from fsspec.core import url_to_fs
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from parkwatch.errors import ParkwatchError
from parkwatch.records import WarcPointer


class ArchiveError(ParkwatchError):
    """A record or a file of the archive is missing, torn or not what its pointer says; or the archive cannot be written."""


@dataclass(frozen=True, slots=True)
class ArchivedResponse:
    """One response as it lies in the archive."""

    url: str  # WARC-Target-URI: where the answer came from, after redirects
    status: int
    headers: tuple[tuple[str, str], ...]  # as sent, without secrets, encodings undone
    body: bytes
    fetched_at: datetime

    def header(self, name: str) -> str:
        """The first value of a header, "" where there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True)
class Scan:
    """All whole responses of one WARC file, and what is wrong with its end."""

    pointers: tuple[WarcPointer, ...]
    torn_at: int | None  # offset of the first byte that belongs to no whole record; None where all is whole
    reason: str = ""


def read_response(archive_url: str, pointer: WarcPointer) -> ArchivedResponse:
    """Read the response that ``pointer`` names.

    Args:
        archive_url: the archive's fsspec address, or a folder.
        pointer: where the record lies.

    Raises:
        ArchiveError: there is no such file or record, the record is torn, or its digest differs.
    """
    where = f"{pointer.file} at {pointer.offset} in the archive"
    with _opened(archive_url, pointer.file) as stream:
        try:
            response = _response(_record_at(stream, pointer))
        except (ArchiveLoadFailed, OSError, ValueError, zlib.error) as error:
            raise ArchiveError(f"{where}: no whole record ({_said(error)}); fetch the page again") from None
    digest = payload_digest(response.body)
    if digest != pointer.payload_digest:
        raise ArchiveError(f"{where}: the body's digest is {digest}, not {pointer.payload_digest}: the record is damaged")
    return response


def scan(archive_url: str, file: str) -> Scan:
    """List the whole responses of one WARC file; a torn end is reported, not raised.

    Raises:
        ArchiveError: there is no such file.
    """
    pointers: list[WarcPointer] = []
    offset = 0
    with _opened(archive_url, file) as stream:
        try:
            while member := _next_member(stream):
                record = _record(member[0])
                if record.rec_type == "response":
                    pointers.append(WarcPointer(file, offset, record.rec_headers.get_header("WARC-Record-ID"), _digest(record)))
                offset += member[1]
        except (ArchiveLoadFailed, OSError, ValueError, zlib.error) as error:
            return Scan(tuple(pointers), offset, f"{file}: torn at byte {offset} ({_said(error)})")
    return Scan(tuple(pointers), None)


def payload_digest(body: bytes) -> str:
    """``sha256:<hex>`` of a body: what WARC-Payload-Digest says."""
    return "sha256:" + hashlib.sha256(body).hexdigest()


def filesystem(archive_url: str) -> tuple[Any, str]:
    """Fsspec's file system of an archive address, and the root in it.

    Raises:
        ArchiveError: the address has a protocol that fsspec does not know here; the message carries no credentials.
    """
    try:
        fs, root = url_to_fs(archive_url)
    except (ImportError, ValueError) as error:
        protocol = archive_url.partition("://")[0]
        raise ArchiveError(f"PARKWATCH_ARCHIVE: {protocol}:// cannot be used ({_said(error)}); install its fsspec package "
                           "or name another place") from None
    return fs, str(root)


def exists(archive_url: str, file: str) -> bool:
    """Whether the archive has this file."""
    fs, root = filesystem(archive_url)
    return bool(fs.exists(f"{root}/{file}"))


@contextmanager
def _opened(archive_url: str, file: str) -> Iterator[IO[bytes]]:
    fs, root = filesystem(archive_url)
    try:
        stream: IO[bytes] = fs.open(f"{root}/{file}", "rb")
    except (FileNotFoundError, IsADirectoryError):
        raise ArchiveError(f"{file}: no such file in the archive; PARKWATCH_ARCHIVE may name another archive") from None
    except OSError as error:
        raise ArchiveError(f"{file}: cannot be opened ({_said(error)})") from None
    with stream:
        yield stream


def _next_member(stream: IO[bytes]) -> tuple[bytes, int] | None:
    """The next gzip member, unzipped, and its length in the file; None at the end of the file.

    warcio reads past a missing end; a record counts as whole only with its gzip trailer and checksum.
    """
    start = stream.tell()
    unzip = zlib.decompressobj(zlib.MAX_WBITS + 16)
    parts: list[bytes] = []
    while not unzip.eof:
        chunk = stream.read(1 << 16)
        if not chunk:
            if parts or unzip.unconsumed_tail or stream.tell() > start:
                raise ValueError("the record has no end")
            return None
        parts.append(unzip.decompress(chunk))
    length = stream.tell() - len(unzip.unused_data) - start
    stream.seek(start + length)
    return b"".join(parts), length


def _record(member: bytes) -> Any:
    record = next(iter(ArchiveIterator(io.BytesIO(member))), None)
    if record is None:
        raise ValueError("an empty record")
    return record


def _record_at(stream: IO[bytes], pointer: WarcPointer) -> Any:
    stream.seek(pointer.offset)
    member = _next_member(stream)
    if member is None:
        raise ValueError("the file ends before it")
    record = _record(member[0])
    if record.rec_headers.get_header("WARC-Record-ID") != pointer.record_id:
        raise ValueError(f"another record lies there, not {pointer.record_id}")
    return record


def _digest(record: Any) -> str:
    """The digest of a response's body, checked against the one that its record declares."""
    digest = payload_digest(_response(record).body)
    if digest != record.rec_headers.get_header("WARC-Payload-Digest"):
        raise ValueError("a body does not fit its digest")
    return digest


def _response(record: Any) -> ArchivedResponse:
    if record.rec_type != "response" or record.http_headers is None:
        raise ValueError(f"a {record.rec_type} record, no response")
    http = record.http_headers
    return ArchivedResponse(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        status=int(http.get_statuscode()),
        headers=tuple((str(k), str(v)) for k, v in http.headers),
        body=record.content_stream().read(),
        fetched_at=datetime.fromisoformat(record.rec_headers.get_header("WARC-Date").replace("Z", "+00:00")),
    )


def _said(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
