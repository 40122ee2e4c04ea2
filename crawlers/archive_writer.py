"""Writing the archive: every response is on disk, flushed and synced, before anything reads it.

One file a crawl, ``PORTAL/YYYY/MM/START-RUN.warc.gz``, never written to again, so that a killed crawl can tear no more than the
last record of its own file. On a local disk each record is appended and synced; elsewhere (S3) fsspec uploads in parts and the
file appears when it is closed: the next crawl of that portal forgets what a killed one had promised (``runs.forget_lost``).
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import IO

from fsspec.implementations.local import LocalFileSystem
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawlers.archive import ArchiveError, filesystem, payload_digest
from parkwatch.records import WarcPointer

# Never archived: what opens a door (RFC 9110 section 11, RFC 6265).
SECRET_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "set-cookie2", "www-authenticate",
                            "proxy-authenticate", "authentication-info"})
# True of the bytes on the wire only; the archived body has its encodings undone.
WIRE_HEADERS = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive"})

LARGEST = 1 << 30  # bytes; WARC 1.1 annex C advises one gigabyte a file

Headers = Iterable[tuple[str, str]]


def warc_file(portal: str, crawl_run_id: int, started_at: datetime) -> str:
    """The file of one crawl, relative to the archive's root; ``started_at`` is aware."""
    moment = started_at.astimezone(UTC)
    return f"{portal}/{moment:%Y/%m}/{moment:%Y%m%dT%H%M%SZ}-{crawl_run_id}.warc.gz"


class ArchiveWriter:
    """Appends the exchanges of one crawl to its WARC file."""

    def __init__(self, archive_url: str, file: str, *, software: str) -> None:
        """Create the file, with its warcinfo record.

        Raises:
            ArchiveError: the file exists, or cannot be created.
        """
        self.file = file
        self._archive_url, self._first_file, self._software, self._parts = archive_url, file, software, 1
        self._broken = ""
        self._open()

    def _open(self) -> None:
        """Create ``self.file`` with its warcinfo record."""
        file, software = self.file, self._software
        fs, root = filesystem(self._archive_url)
        path = f"{root}/{file}"
        self._local = isinstance(fs, LocalFileSystem)
        try:
            fs.makedirs(path.rpartition("/")[0], exist_ok=True)
            self._out: IO[bytes] = open(path, "xb") if self._local else fs.open(path, "wb")  # noqa: SIM115, PTH123 -- closed by close()
        except OSError as error:
            raise ArchiveError(f"{file}: cannot be created in the archive: {error.strerror or error}") from None
        self._offset = 0
        if self._local:
            _sync_folder(path.rpartition("/")[0])
        info = {"software": software, "format": "WARC File Format 1.1",
                "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"}
        member = io.BytesIO()
        writer = WARCWriter(member, gzip=True, warc_version="1.1")
        writer.write_record(writer.create_warcinfo_record(file.rpartition("/")[2], info))
        self._append(member.getvalue())

    def write(self, *, url: str, status: int, reason: str, headers: Headers, body: bytes, method: str, request_headers: Headers,
              fetched_at: datetime) -> WarcPointer:
        """Archive one exchange; when this returns, it is on disk.

        Args:
            url: the address that answered.
            status: HTTP status.
            reason: its reason phrase.
            headers: the response's headers; secrets and what is true of the wire only are left out.
            body: the body, encodings undone.
            method: HTTP method of the request.
            request_headers: the request's headers; secrets are left out.
            fetched_at: when the answer was complete; aware.

        Raises:
            ArchiveError: it could not be written; nothing more will be.
        """
        member = io.BytesIO()
        writer = WARCWriter(member, gzip=True, warc_version="1.1")
        digest = payload_digest(body)
        kept = [*_public(headers), ("Content-Length", str(len(body)))]
        moment = fetched_at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        response = writer.create_warc_record(
            url, "response", payload=io.BytesIO(body), length=len(body),
            http_headers=StatusAndHeaders(f"{status} {reason}".strip(), kept, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": moment, "WARC-Payload-Digest": digest})
        asked = f"{method} /{url.partition('://')[2].partition('/')[2]} HTTP/1.1"
        request = writer.create_warc_record(
            url, "request", http_headers=StatusAndHeaders(asked, _public(request_headers), is_http_request=True))
        if self._offset >= LARGEST:
            self._roll()
        record_id = response.rec_headers.get_header("WARC-Record-ID")
        writer.write_request_response_pair(request, response)
        offset = self._append(member.getvalue())
        return WarcPointer(self.file, offset, record_id, digest)

    def _roll(self) -> None:
        """Go on in a further file, so that a long backfill makes files that can be moved about."""
        self.close()
        self._parts += 1
        self.file = self._first_file.replace(".warc.gz", f"-{self._parts}.warc.gz")
        self._open()

    def _append(self, members: bytes) -> int:
        """Append whole gzip members and sync; return the offset of the first."""
        if self._broken:
            raise ArchiveError(self._broken)
        offset = self._offset
        try:
            self._out.write(members)
            if self._local:
                self._out.flush()
                os.fsync(self._out.fileno())
        except OSError as error:
            self._broken = f"{self.file}: cannot be written: {error.strerror or error}"
            raise ArchiveError(self._broken) from None
        self._offset += len(members)
        return offset

    def close(self) -> None:
        """Close the file; on a remote archive this is what uploads its end.

        Raises:
            ArchiveError: the upload failed.
        """
        try:
            self._out.close()
        except OSError as error:
            raise ArchiveError(f"{self.file}: cannot be closed: {error.strerror or error}") from None

    def __enter__(self) -> ArchiveWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _public(headers: Headers) -> list[tuple[str, str]]:
    return [(k, v) for k, v in headers if k.lower() not in SECRET_HEADERS | WIRE_HEADERS]


def _sync_folder(path: str) -> None:
    """Make a new file's name durable; the record's own sync does not do that."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
