"""Crawl one portal: a child process fetches, its statistics are judged here."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import psycopg

from crawlers.addresses import is_loopback
from crawlers.archive_writer import warc_file
from crawlers.child import Progress, run_child
from crawlers.database import Connection, connect
from crawlers.job import Job, Mode, user_agent
from crawlers.judge import judge
from crawlers.listing import Window
from crawlers.locks import MADE_WAY, NIGHT_WAIT, PORTAL_WAIT, sole_crawl
from crawlers.portal import Portal
from crawlers.runs import close_dead_runs, close_run, forget_lost, open_run
from crawlers.schedule import beijing_today
from crawlers.walk import undated_lists
from parkwatch.errors import ParkwatchError, UsageError
from parkwatch.records import CrawlResult


def crawl(portal: Portal, *, database_url: str, archive_url: str, mode: Mode, run_id: str, contact: str = "",
          window: tuple[date, date] | None = None, limit: int | None = None, progress: Progress | None = None) -> CrawlResult:
    """Crawl one portal and book the run.

    Args:
        portal: the portal.
        database_url: PostgreSQL with the schema ``parkwatch``.
        archive_url: fsspec address or folder of the WARC archive.
        mode: ``nightly`` (what is new, what is due) or ``backfill`` (a window of the past).
        run_id: the run that asks for it.
        contact: address that the User-Agent carries; needed beyond loopback.
        window: of a backfill: first and last day, both included.
        limit: most articles to fetch; what is left over stays due.
        progress: called with the counts so far, a few times a second while answers come in.

    Returns:
        What was done; ``status`` says whether it is to be trusted, ``reason`` why not, or what else there is to say.

    Raises:
        UsageError: a contact is missing, or mode and window do not fit.
        ParkwatchError: database or archive cannot be used, or another crawl of the portal is running.
    """
    days = _checked(portal, mode, contact, window)
    result: CrawlResult | None = None
    try:
        while result is None or MADE_WAY in result.reason:
            left = None if limit is None else max(0, limit - (result.new_articles if result else 0))
            part = _crawl_alone(
                portal, days, mode=mode, run_id=run_id, database_url=database_url, archive_url=archive_url,
                agent=user_agent(contact), limit=left, progress=progress, wait=NIGHT_WAIT if result else PORTAL_WAIT)
            result = _together(result, part)
    except psycopg.Error as error:
        raise ParkwatchError(f"portal {portal.portal}: the database failed during the crawl ({' '.join(str(error).split())}); "
                             "crawl again, the next run finishes what is left") from None
    return result


def _crawl_alone(portal: Portal, days: Window | None, *, mode: Mode, run_id: str, database_url: str, archive_url: str, agent: str,
                 limit: int | None, progress: Progress | None, wait: str) -> CrawlResult:
    """Crawl under the portal's lock, and book the run whatever happens; a backfill may come back having made way."""
    name = portal.portal
    with (connect(database_url, purpose=f"parkwatch crawl {name}") as connection,
          sole_crawl(connection, portal, nightly=days is None, wait=wait)):
        close_dead_runs(connection, name, archive_url)
        started_at = datetime.now(UTC)
        crawl_run_id = open_run(connection, portal, mode=mode, run_id=run_id, window=days, now=started_at)
        job = Job(
            portal=portal, database_url=database_url, archive_url=archive_url, mode=mode, crawl_run_id=crawl_run_id,
            warc_file=warc_file(name, crawl_run_id, started_at), user_agent=agent, window=days, limit=limit,
            parent_pid=os.getpid())
        try:
            end = run_child(job, progress)
        except BaseException:
            close_run(connection, crawl_run_id, status="failed", reason="interrupted", stats={}, now=datetime.now(UTC))
            raise
        if "parkwatch/archive_fault" in end.get("stats", {}):
            forget_lost(connection, name, archive_url, crawl_run_id, started_at)
        return _close(connection, job, end)


def _together(before: CrawlResult | None, after: CrawlResult) -> CrawlResult:
    """One result of the parts of a backfill that made way: their counts together, the last one's end."""
    if before is None:
        return after
    counts = ("requests", "pages", "new_articles", "changed_articles", "not_modified", "failures", "forbidden")
    return replace(after, **{name: getattr(before, name) + getattr(after, name) for name in counts})


def _checked(portal: Portal, mode: Mode, contact: str, window: tuple[date, date] | None) -> Window | None:
    if not contact and not all(is_loopback(netloc.rpartition(":")[0] or netloc) for netloc in portal.allowed_hosts):
        raise UsageError(f"portal {portal.portal}: crawling beyond this machine needs a contact address in the User-Agent; "
                         "set PARKWATCH_CONTACT to a mail or web address")
    if (mode == "backfill") != (window is not None):
        raise UsageError("a backfill, and only that, has a window: give its first and last day")
    if window is None:
        return None
    days = Window(window[0], min(window[1], beijing_today()))  # a window cannot be walked to its end before that has come
    if days.first > days.last:
        raise UsageError(f"the window {window[0]} to {window[1]} is empty or in the future")
    if not any(source.use != "nightly" for source in portal.lists):
        raise UsageError(f"portal {portal.portal}: none of its lists is for backfills (use: backfill or both)")
    return days


def _close(connection: Connection, job: Job, end: dict[str, Any]) -> CrawlResult:
    stats: dict[str, Any] = end.get("stats", {})
    if "error" in end:
        succeeded, said = False, [end["error"]]
    else:
        succeeded, said = judge(job.portal, stats, nightly=job.window is None)
        said += end["notes"]
    if job.window:
        undated = undated_lists(job.portal)
        said = undated + said
        succeeded = succeeded and len(undated) < sum(source.use != "nightly" for source in job.portal.lists)
    result = _result(job, stats, succeeded, "; ".join(said))
    close_run(connection, job.crawl_run_id, status=result.status, reason=result.reason, stats=stats, now=datetime.now(UTC))
    return result


def _result(job: Job, stats: dict[str, Any], succeeded: bool, reason: str) -> CrawlResult:
    def count(*names: str) -> int:
        return sum(int(stats.get(f"parkwatch/{name}", 0)) for name in names)
    result = CrawlResult(
        portal=job.portal.portal, crawl_run_id=job.crawl_run_id, requests=int(stats.get("downloader/request_count", 0)),
        pages=count("archived"), new_articles=count("articles_new"), changed_articles=count("articles_changed"),
        not_modified=count("lists_not_modified", "articles_not_modified"), failures=count("lists_failed", "articles_failed"),
        forbidden=count("forbidden"), status="succeeded" if succeeded else "failed")
    return replace(result, reason=reason[:2000])
