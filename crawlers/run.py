"""The child process of one crawl: ``python -m crawlers.run``, its job as one JSON line on standard input.

A reactor cannot start twice in a process, so each crawl has its own. On standard output it writes JSON lines: the counts as it
goes, at last ``{"end": …}``. It dies with its parent.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from scrapy.crawler import Crawler, CrawlerProcess
from scrapy.exceptions import CloseSpider
from twisted.python.failure import Failure

from crawlers.database import Connection, connect
from crawlers.frontier import Frontier
from crawlers.job import Job
from crawlers.locks import MADE_WAY, night_waits
from crawlers.schedule import beijing_today
from crawlers.settings import SETTINGS
from crawlers.spiders.portal import Plan, PortalSpider
from crawlers.walk import fronts, known_sitemaps, nearer
from parkwatch.errors import ParkwatchError

# The pipe to the parent is ours alone: whatever a library prints goes to standard error.
_OUT = os.fdopen(os.dup(1), "w", encoding="utf-8")
MOST_DUE = 20_000  # articles of one run; what is left over is due in the next
PROGRESS_SECONDS = 0.2
MAKE_WAY_SECONDS = 2.0
PR_SET_PDEATHSIG = 1  # linux/prctl.h


def main() -> int:
    """Run the job; exit status 0 says only that the end was reported."""
    os.dup2(2, 1)
    job = Job.from_json(json.loads(sys.stdin.readline()))
    die_with_parent(job.parent_pid)
    try:
        end = run(job)
    except ParkwatchError as error:
        end = {"error": str(error)}
    _say({"end": end})
    return 0


def run(job: Job) -> dict[str, Any]:
    """Crawl in this process; return Scrapy's statistics, the notes and the reason of the end.

    Raises:
        ParkwatchError: database or archive cannot be used.
    """
    with connect(job.database_url, purpose=f"parkwatch crawl {job.portal.portal}") as connection:
        frontier = Frontier(connection, job.portal.portal, now=lambda: datetime.now(UTC))
        settings = SETTINGS | {"USER_AGENT": job.user_agent, "DOWNLOAD_TIMEOUT": job.portal.timeout}
        process = CrawlerProcess(settings)
        crawler = process.create_crawler(PortalSpider)
        failures: list[BaseException] = []
        first = plan(job, frontier, beijing_today(), datetime.now(UTC))
        crawling = process.crawl(
            crawler, job=job, frontier=frontier, plan=first, today=beijing_today, report=_reporter(crawler, job, connection))
        crawling.addErrback(lambda failure: failures.append(_value(failure)))
        process.start()
    if failures:
        raise failures[0]
    spider = crawler.spider
    stats = crawler.stats.get_stats() if crawler.stats else {}
    return {"stats": stats, "notes": spider.notes if isinstance(spider, PortalSpider) else []}


def plan(job: Job, frontier: Frontier, today: date, now: datetime) -> Plan:
    """The lists and articles that the run begins with; a backfill leaves out what earlier ones have walked."""
    known = range(len(job.portal.lists))  # the portal file may have lost a list since
    pending = [page for page in frontier.lists_pending(job.window) if page.source in known]
    lists = [*pending, *fronts(job.portal, job.window, today)]
    sitemaps: frozenset[str] = frozenset()
    if job.window:
        walked = [w for w in frontier.lists_walked() if w.page.source in known]
        sitemaps = known_sitemaps(job.portal, walked, now)
        read = frontier.lists_read(job.window)
        begun = [*pending, *(nearer(job.portal, page, walked) for page in lists[len(pending):])]
        lists = [page for page in begun if page.key not in read and page.url not in sitemaps]
    return Plan(lists, frontier.articles_due(job.window, MOST_DUE), sitemaps)


def die_with_parent(parent_pid: int) -> None:
    """End this process when its parent ends, however it ends: by signal where the kernel offers it, and by the closed pipe."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent_pid:  # it ended before the call
            os._exit(1)

    def watch() -> None:
        sys.stdin.read()
        os._exit(1)
    threading.Thread(target=watch, daemon=True).start()


def _reporter(crawler: Crawler, job: Job, connection: Connection) -> Callable[[], None]:
    """What is done after each answer: report the counts; end a backfill that a night waits for."""
    reported, looked = 0.0, time.monotonic()

    def report() -> None:
        nonlocal reported, looked
        now = time.monotonic()
        if crawler.stats and now - reported >= PROGRESS_SECONDS:
            reported = now
            _say({"progress": {k: v for k, v in crawler.stats.get_stats().items() if k.startswith("parkwatch/")}})
        if job.window and now - looked >= MAKE_WAY_SECONDS:
            looked = now
            if night_waits(connection, job.portal.portal):
                raise CloseSpider(MADE_WAY)
    return report


def _value(failure: Failure) -> BaseException:
    return failure.value if failure.value is not None else RuntimeError("the crawl could not start")


def _say(message: dict[str, Any]) -> None:
    _OUT.write(json.dumps(message, default=str, ensure_ascii=False) + "\n")
    _OUT.flush()


if __name__ == "__main__":
    sys.exit(main())
