"""robots.txt, obeyed for sure (RFC 9309).

Scrapy's own middleware lets requests through that wait together for one robots.txt. Here each waits for the same task and reads
its result; what cannot be read forbids everything.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawlers.archive import ArchiveError
from crawlers.middlewares.guard import Postponed
from crawlers.middlewares.pacing import host_of
from crawlers.pace import LONGEST_PAUSE

AGENT = "Parkwatch"  # the product token that robots.txt may name
MOST_BYTES = 500 * 1024  # RFC 9309 section 2.5: at least this much must be read
KEEP_SECONDS = 24 * 3600.0  # RFC 9309 section 2.4; a backfill may run for days
logger = logging.getLogger(__name__)


class Forbidden(IgnoreRequest):
    """An address that robots.txt forbids."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one authority's robots.txt says."""

    parsed: Protego | None  # None: nothing is allowed
    reason: str = ""  # why nothing is
    delay: float = 0.0  # Crawl-delay, seconds

    def check(self, url: str) -> None:
        """Raise ``Forbidden`` where the rules forbid the address, ``Postponed`` where there are none to go by."""
        if self.parsed is None:
            raise Postponed(self.reason)
        if not self.parsed.can_fetch(url, AGENT):
            raise Forbidden("robots.txt forbids it")


class RobotsMiddleware:
    """Ask robots.txt before the first request to an authority, and every request by its rules."""

    def __init__(self, crawler: Crawler) -> None:
        """Fetch through the crawler's own engine, so that robots.txt is guarded, paced and archived like everything."""
        self._crawler = crawler
        self._rules: dict[str, asyncio.Task[Rules]] = {}
        self._asked_at: dict[str, float] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware:
        """Build it."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Wait for the rules; raise ``Forbidden`` or ``Postponed`` as ``Rules.check`` does."""
        if request.meta.get("robots_txt"):
            return
        parts = urlsplit(request.url)
        authority = f"{parts.scheme}://{parts.netloc}"
        if authority not in self._rules or time.monotonic() - self._asked_at[authority] >= KEEP_SECONDS:
            self._asked_at[authority] = time.monotonic()
            self._rules[authority] = asyncio.ensure_future(self._fetch(authority))
        rules = await asyncio.shield(self._rules[authority])
        rules.check(request.url)

    async def _fetch(self, authority: str) -> Rules:
        request = Request(f"{authority}/robots.txt", callback=NO_CALLBACK, meta={"robots_txt": True}, dont_filter=True)
        engine = self._crawler.engine
        if engine is None:
            raise RuntimeError("the engine is not running")
        try:
            response = await engine.download_async(request)
        except ArchiveError:
            raise
        except Exception as error:
            said = " ".join(str(error).split()) or type(error).__name__
            return closed(authority, f"its robots.txt cannot be read ({said})")
        rules = rules_of(authority, response)
        if rules.delay:
            self._crawler.spider.pace.slow_down(host_of(authority), rules.delay)  # type: ignore[union-attr] # our own spider
        return rules


def rules_of(authority: str, response: Response) -> Rules:
    """What an answer to robots.txt allows (RFC 9309 section 2.3.1): 4xx everything, 5xx nothing, nor 429, a busy server."""
    status = response.status
    if status == 429 or not (200 <= status < 300 or 400 <= status < 500):
        return closed(authority, f"its robots.txt answered {status}")
    parsed = parse(response.body if status < 300 else b"")
    delay = parsed.crawl_delay(AGENT) or 0.0
    if delay > LONGEST_PAUSE:
        return closed(authority, f"its robots.txt asks for {delay:.0f} seconds between two requests")
    return Rules(parsed, delay=delay)


def closed(authority: str, why: str) -> Rules:
    """Rules that allow nothing, and say why."""
    logger.warning("%s: nothing is fetched: %s", authority, why)
    return Rules(None, f"nothing may be fetched from {authority}: {why}")


def parse(body: bytes) -> Protego:
    """The rules of a robots.txt in whatever charset; of an oversized one, of its first part up to a whole line."""
    if len(body) > MOST_BYTES:
        body = body[:MOST_BYTES].rpartition(b"\n")[0]
    body = body.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("gb18030", errors="replace")
    return Protego.parse(text)
