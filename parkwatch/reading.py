"""Reads archived pages with the extractor, each in a worker process with a time limit.

A page that hangs, exhausts memory or kills its worker becomes a rejection; the others are read. Where the workers are ended from
outside (the machine goes down, the run is ended), no page is at fault, and none is rejected.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib import import_module
from math import ceil
from multiprocessing import get_context
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pebble import ProcessExpired, ProcessPool

from parkwatch.errors import ParkwatchError
from parkwatch.records import Extraction, Page, Rejection

if TYPE_CHECKING:
    from parkwatch.templated import News, PortalTemplate, TemplatedWorker
    from transforms.templates import Template

CHINA = ZoneInfo("Asia/Shanghai")
SECONDS_A_PAGE = 30.0
WORKERS = 2
PAGES_A_WORKER = 20  # fewer are read sooner by one worker than two are started


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as read, and what tells its story from another's."""

    extraction: Extraction
    fingerprint: str
    extractor_version: str


def read_page(page: Page, archive_url: str, place: str, worker: TemplatedWorker | None = None) -> Reading | Rejection:
    """Read one page from the archive; what cannot be read is a rejection with its rule and reason.

    Args:
        page: the page.
        archive_url: fsspec address of the archive.
        place: the division that the portal reports on.
        worker: reads the portal's pages by their template; the careful way where there is none.
    """
    from crawlers.archive import ArchiveError, read_response
    from transforms.article import read_html
    from transforms.extract import EXTRACTOR_VERSION, PartPage, UnreadablePage, extract
    from transforms.reports import fingerprint

    try:
        response = read_response(archive_url, page.warc)
        parts = [PartPage(read_response(archive_url, part.warc).body, part.content_type, part.url) for part in page.parts]
        extraction = extract(
            response.body, kind="text" if page.content_type.startswith("text/plain") else "html", content_type=page.content_type,
            url=page.url, fetched_on=page.fetched_at.astimezone(CHINA), place=place,
            read=read_html if worker is None else worker.read, parts=parts,
        )
    except ArchiveError as error:
        return Rejection("page", "archive_unreadable", str(error), page.page_id, {"url": page.url})
    except UnreadablePage as error:
        return Rejection("page", error.rule, error.reason, page.page_id, {"url": page.url})
    return Reading(extraction, fingerprint(extraction), EXTRACTOR_VERSION)


_worker: TemplatedWorker | None = None  # of a reading process


def _read(page: Page, archive_url: str, place: str) -> tuple[Reading | Rejection, News | None]:
    """Read one page in a reading process, and say what it tells of the template."""
    outcome = read_page(page, archive_url, place, _worker)
    return outcome, _worker.news() if _worker is not None else None


def read_pages(
    pages: Sequence[Page], *, archive_url: str, place: str, templates: PortalTemplate | None = None,
    seconds: float = SECONDS_A_PAGE, workers: int = WORKERS,
) -> Iterator[tuple[Page, Reading | Rejection]]:
    """Read pages in worker processes, in order.

    Args:
        pages: what to read.
        archive_url: fsspec address of the archive.
        place: the division that the portal reports on.
        templates: the portal's template, to read by and to learn further; all pages are read carefully where there is none.
        seconds: time limit of one page.
        workers: processes.

    Raises:
        ParkwatchError: the workers were ended from outside.
    """
    if not pages:
        return
    workers = min(workers, ceil(len(pages) / PAGES_A_WORKER))
    ready = () if templates is None else (templates.template,)
    with ProcessPool(
        max_workers=workers, max_tasks=500, context=get_context("spawn"), initializer=_get_ready, initargs=ready,
    ) as pool:
        futures = [pool.schedule(_read, args=(page, archive_url, place), timeout=seconds) for page in pages]
        try:
            for page, future in zip(pages, futures, strict=True):
                outcome, news = _outcome(page, future.result, seconds)
                if templates is not None and news is not None:
                    templates.hear(news)
                yield page, outcome
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]  # else leaving the block waits until every page is read
            raise


def _get_ready(*templates: Template | None) -> None:
    """Import the extractor, which takes seconds on a busy machine, before the first page's time begins.

    A template, be it one yet to be learned, says that pages are read by it.
    """
    global _worker  # noqa: PLW0603 - a reading process has one portal, and what it has learned lasts from page to page
    for module in ("crawlers.archive", "transforms.extract", "transforms.reports"):
        import_module(module)
    for template in templates:
        from parkwatch.templated import TemplatedWorker

        _worker = TemplatedWorker(template)


def _outcome(
    page: Page, result: Callable[[], tuple[Reading | Rejection, News | None]], seconds: float,
) -> tuple[Reading | Rejection, News | None]:
    try:
        return result()
    except FutureTimeoutError:
        rule, reason = "extractor_hangs", f"reading took over {seconds:g} s and was stopped"
    except BrokenProcessPool as error:
        raise ParkwatchError(f"the reading processes were ended ({error}); the next run reads their pages") from None
    except ProcessExpired as error:
        if error.exitcode == signal.SIGTERM:  # a worker of pebble's answers SIGTERM with its number
            raise ParkwatchError("a reading process was ended from outside; the next run reads its pages") from None
        rule, reason = "extractor_died", f"the reading process ended with exit status {error.exitcode}"
    except Exception as error:
        rule, reason = "extractor_failed", f"{type(error).__name__}: {error}"
    return Rejection("page", rule, reason, page.page_id, {"url": page.url}), None
