"""Archive every answer before anything reads it: redirects, errors, robots.txt and 304 included."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response

from crawlers.archive import ArchiveError
from crawlers.archive_writer import ArchiveWriter
from crawlers.job import Job


class ArchiveMiddleware:
    """Write each exchange to the crawl's WARC file; its pointer then stands in the request's ``meta["warc"]``.

    It stands after decompression and before redirects and retries, so that these see only what is archived.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Open the crawl's file; it is closed with the spider."""
        job: Job = crawler.spider.job  # type: ignore[union-attr] # our own spider
        self._crawler = crawler
        self._writer = ArchiveWriter(job.archive_url, job.warc_file, software=job.user_agent)
        crawler.signals.connect(self._close, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ArchiveMiddleware:
        """Build it."""
        return cls(crawler)

    def _close(self) -> None:
        """Close the file; where a remote archive does not take its end, say so in the statistics (signals swallow errors)."""
        try:
            self._writer.close()
        except ArchiveError as error:
            if self._crawler.stats:
                self._crawler.stats.set_value("parkwatch/archive_fault", str(error))

    def process_response(self, request: Request, response: Response) -> Response:
        """Archive one answer.

        Raises:
            ArchiveError: it cannot be written; the spider ends the crawl.
        """
        fetched_at = datetime.now(UTC)
        request.meta["warc"] = self._writer.write(
            url=response.url, status=response.status, reason=_phrase(response.status), headers=_pairs(response.headers),
            body=response.body, method=request.method, request_headers=_pairs(request.headers), fetched_at=fetched_at)
        request.meta["fetched_at"] = fetched_at
        if self._crawler.stats:
            self._crawler.stats.inc_value("parkwatch/archived")
        return response


def _pairs(headers: Headers) -> list[tuple[str, str]]:
    """Header lines as text that fits one line each; HTTP's bytes read as Latin-1."""
    return [
        (name.decode("latin-1"), " ".join(value.decode("latin-1").split()))
        for name, values in headers.items() for value in values or ()
    ]


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else ""
