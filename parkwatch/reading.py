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
from zoneinfo import ZoneInfo

from pebble import ProcessExpired, ProcessPool

from parkwatch.errors import ParkwatchError
from parkwatch.records import Extraction, Page, Rejection

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


def read_page(page: Page, archive_url: str, place: str) -> Reading | Rejection:
    """Read one page from the archive; what cannot be read is a rejection with its rule and reason."""
    from crawlers.archive import ArchiveError, read_response
    from transforms.extract import EXTRACTOR_VERSION, UnreadablePage, extract
    from transforms.reports import fingerprint

    try:
        response = read_response(archive_url, page.warc)
        extraction = extract(
            response.body, kind="text" if page.content_type.startswith("text/plain") else "html", content_type=page.content_type,
            url=page.url, fetched_on=page.fetched_at.astimezone(CHINA).date(), place=place,
        )
    except ArchiveError as error:
        return Rejection("page", "archive_unreadable", str(error), page.page_id, {"url": page.url})
    except UnreadablePage as error:
        return Rejection("page", error.rule, error.reason, page.page_id, {"url": page.url})
    return Reading(extraction, fingerprint(extraction), EXTRACTOR_VERSION)


def read_pages(
    pages: Sequence[Page], *, archive_url: str, place: str, seconds: float = SECONDS_A_PAGE, workers: int = WORKERS,
) -> Iterator[tuple[Page, Reading | Rejection]]:
    """Read pages in worker processes, in order.

    Args:
        pages: what to read.
        archive_url: fsspec address of the archive.
        place: the division that the portal reports on.
        seconds: time limit of one page.
        workers: processes.

    Raises:
        ParkwatchError: the workers were ended from outside.
    """
    if not pages:
        return
    workers = min(workers, ceil(len(pages) / PAGES_A_WORKER))
    with ProcessPool(max_workers=workers, max_tasks=500, context=get_context("spawn"), initializer=_get_ready) as pool:
        futures = [pool.schedule(read_page, args=(page, archive_url, place), timeout=seconds) for page in pages]
        try:
            for page, future in zip(pages, futures, strict=True):
                yield page, _outcome(page, future.result, seconds)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]  # else leaving the block waits until every page is read
            raise


def _get_ready() -> None:
    """Import the extractor, which takes seconds on a busy machine, before the first page's time begins."""
    for module in ("crawlers.archive", "transforms.extract", "transforms.reports"):
        import_module(module)


def _outcome(page: Page, result: Callable[[], Reading | Rejection], seconds: float) -> Reading | Rejection:
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
    return Rejection("page", rule, reason, page.page_id, {"url": page.url})
