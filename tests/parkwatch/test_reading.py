"""Pages are read in worker processes: what befalls a page is its own, what befalls the workers is nobody's fault."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import psutil
import pytest

from parkwatch.errors import ParkwatchError
from parkwatch.reading import read_pages
from parkwatch.records import Page, WarcPointer


def page(number: int) -> Page:
    return Page(number, "yunlu", f"http://yunlu.example/{number}", datetime(2026, 3, 1, tzinfo=UTC), "text/html",
                WarcPointer("held.warc.gz", 0, f"<urn:uuid:{number}>", "sha256:00"))


@contextmanager
def held_worker(pages: list[Page], **limits: Any) -> Iterator[tuple[Future[list[Any]], psutil.Process]]:
    """Pages in the reading, and the worker that waits for the first of them: for an archive that takes calls and answers none.

    With the block ends the archive: the other pages are not there.
    """
    with ThreadPoolExecutor(1) as pool, socket.create_server(("127.0.0.1", 0)) as server:
        archive = f"http://127.0.0.1:{server.getsockname()[1]}/archive"
        reading = pool.submit(lambda: list(read_pages(pages, archive_url=archive, place="", **limits)))
        with server.accept()[0]:
            server.close()
            (worker,) = [p for p in psutil.Process().children() if "spawn_main" in " ".join(p.cmdline())]
            yield reading, worker


def test_workers_that_are_ended_from_outside_cost_no_page() -> None:
    with held_worker([page(n) for n in range(3)]) as (reading, worker):
        worker.send_signal(signal.SIGTERM)
        with pytest.raises(ParkwatchError, match="the next run reads"):
            reading.result(timeout=20)


def test_a_page_that_kills_its_worker_is_rejected_and_the_others_are_read() -> None:
    with held_worker([page(1), page(2)]) as (reading, worker):
        worker.send_signal(signal.SIGKILL)
        rules = [outcome.rule for _, outcome in reading.result(timeout=20)]
    assert rules == ["extractor_died", "archive_unreadable"]


def test_a_page_that_hangs_is_rejected() -> None:
    with held_worker([page(1)], seconds=2) as (reading, _):
        ((_, outcome),) = reading.result(timeout=20)
    assert outcome.rule == "extractor_hangs"
