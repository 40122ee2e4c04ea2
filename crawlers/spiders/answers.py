"""What an answer, or the lack of one, means."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import psycopg
from scrapy.exceptions import (
    CannotResolveHostError,
    CloseSpider,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)
from scrapy.http import Response

from crawlers.archive import ArchiveError
from crawlers.blocked import blocked_reason

# What a host that is down does; a torn, oversized or forbidden answer is still an answer.
SILENCE = (CannotResolveHostError, DownloadConnectionRefusedError, DownloadFailedError, DownloadTimeoutError)


def fault_of(response: Response) -> str:
    """What is wrong with an answer, "" where it is a page to keep; an empty or a foreign body is for the transform to judge."""
    if 300 <= response.status < 400:
        location = (response.headers.get("Location") or b"").decode("latin-1")
        return f"answered {response.status} and leads to {location[:200]!r}, which is not followed"
    if response.status != 200:
        return f"answered {response.status}"
    content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
    return blocked_reason(response.body, content_type)


def said_by(error: BaseException | None) -> str:
    """An exception on one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}".removesuffix(": ")


def ends_the_crawl(callback: Callable[..., Any]) -> Callable[..., Any]:
    """End the crawl where the database or the archive fails in a callback: what cannot be booked is not fetched."""
    @wraps(callback)
    def wrapped(*args: Any) -> Any:
        try:
            return callback(*args)
        except psycopg.Error as error:
            raise CloseSpider(f"database: {said_by(error)}") from error
        except ArchiveError as error:
            raise CloseSpider(f"archive: {error}") from error
    return wrapped
