"""A guest's manners on the way out: one request at a time a host, its delay, its pauses."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response

from crawlers.middlewares.guard import Postponed
from crawlers.pace import LONGEST_PAUSE, Pace, retry_after


def host_of(url: str) -> str:
    """The host whose pace counts: by name, whatever the port."""
    return urlsplit(url).hostname or ""


class PaceMiddleware:
    """Hold every request, robots.txt included, until its host may be asked again. The last before the downloader."""

    def __init__(self, pace: Pace) -> None:
        """Follow ``pace``, which robots.txt and Retry-After change."""
        self._pace = pace

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PaceMiddleware:
        """Share the spider's pace."""
        return cls(crawler.spider.pace)  # type: ignore[union-attr] # our own spider

    async def process_request(self, request: Request) -> None:
        """Wait; raise ``Postponed`` where the host is to be left alone."""
        host = host_of(request.url)
        wait = self._pace.book(host)
        while wait > 0:
            await asyncio.sleep(wait)
            wait = self._pace.still_paused(host)
        if reason := self._pace.closed(host):
            raise Postponed(reason)


class PoliteRetryMiddleware(RetryMiddleware):
    """Scrapy's retries, but a Retry-After is kept, and a host that asks for a long pause is left alone."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override] # no spider
        """Pause or close the host before a retry is scheduled."""
        if response.status in {429, 503}:
            pace: Pace = self.crawler.spider.pace  # type: ignore[union-attr] # our own spider
            host = host_of(response.url)
            said = (response.headers.get("Retry-After") or b"").decode("latin-1")
            seconds = retry_after({"retry-after": said}, datetime.now(UTC))
            if seconds is not None and seconds > LONGEST_PAUSE:
                pace.close(host, f"{host} answered {response.status} and asks to come back in {seconds:.0f} seconds: left alone")
                return response
            if seconds is not None:
                pace.pause(host, seconds)
        return super().process_response(request, response)
