"""Staging: one portal's readings on their way through the gate, written anew by each transform."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from parkwatch.records import Extraction, Page, Rejection
from warehouse import quarantine
from warehouse.facts import COLUMNS
from warehouse.session import Connection, Database, hold_portal, transaction


class Reading(Protocol):
    """A page as it was read."""

    @property
    def extraction(self) -> Extraction:
        """The article and its observations."""

    @property
    def fingerprint(self) -> str:
        """What tells its story from another's."""

    @property
    def extractor_version(self) -> str:
        """Version of the transforms that read it."""


@dataclass(frozen=True, slots=True)
class Staged:
    """How much was written."""

    articles: int
    observations: int
    rejected: int


_ARTICLE = (
    "portal", "run_id", "page_id", "url", "title", "published", "published_basis", "source", "reporters", "parks", "flags",
    "charset", "charset_reason", "text", "extractor_version", "fingerprint", "fetched_at", "backfill",
)
_OBSERVATION = ("portal", "run_id", "page_id", "seq", "span_start", "span_end", *COLUMNS)


def write(
    database: Database, portal: str, run_id: str, readings: Iterable[tuple[Page, Reading]], rejections: Sequence[Rejection] = (),
) -> Staged:
    """Replace the portal's staging rows by these readings, and put the rejections into quarantine, in one transaction.

    A reading that PostgreSQL cannot hold (a NUL or a lone surrogate in its text) becomes a rejection.

    Args:
        database: an address, or a connection in the caller's transaction.
        portal: whose rows.
        run_id: the run that stages them.
        readings: pages with what was read from them, no page twice.
        rejections: pages that could not be read.
    """
    rejections = list(rejections)
    fit = []
    for page, reading in readings:
        if fault := _unstorable(reading):
            rejections.append(Rejection("page", "unstorable_text", fault, page.page_id, {"url": page.url}))
        else:
            fit.append((page, reading))
    with transaction(database) as connection:
        hold_portal(connection, portal)
        connection.execute("DELETE FROM parkwatch_staging.observation WHERE portal = %s", (portal,))
        connection.execute("DELETE FROM parkwatch_staging.article WHERE portal = %s", (portal,))
        backfill = _backfilled(connection, [page.page_id for page, _ in fit])
        articles = _copy(connection, "article", _ARTICLE, _article_rows(portal, run_id, fit, backfill))
        observations = _copy(connection, "observation", _OBSERVATION, _observation_rows(portal, run_id, fit))
        quarantine.put(connection, portal, run_id, rejections)
    return Staged(articles, observations, len(rejections))


def _backfilled(connection: Connection, page_ids: list[int]) -> set[int]:
    rows = connection.execute("SELECT page_id FROM parkwatch.page WHERE backfill AND page_id = ANY(%s)", (page_ids,))
    return {page_id for (page_id,) in rows}


def _article_rows(
    portal: str, run_id: str, readings: list[tuple[Page, Reading]], backfill: set[int],
) -> Iterator[tuple[Any, ...]]:
    for page, reading in readings:
        a = reading.extraction.article
        yield (portal, run_id, page.page_id, page.url, a.title, a.published, a.published_basis, a.source, list(a.reporters),
               list(a.parks), list(a.flags), a.charset, a.charset_reason, a.text, reading.extractor_version, reading.fingerprint,
               page.fetched_at, page.page_id in backfill)


def _observation_rows(portal: str, run_id: str, readings: list[tuple[Page, Reading]]) -> Iterator[tuple[Any, ...]]:
    for page, reading in readings:
        for seq, o in enumerate(reading.extraction.observations):
            values = (getattr(o, name) for name in COLUMNS)
            yield (portal, run_id, page.page_id, seq, *o.span, *(list(v) if isinstance(v, tuple) else v for v in values))


def _copy(connection: Connection, table: str, columns: tuple[str, ...], rows: Iterator[tuple[Any, ...]]) -> int:
    count = 0
    with connection.cursor() as cursor, cursor.copy(
            f"COPY parkwatch_staging.{table} ({', '.join(columns)}) FROM STDIN".encode()) as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def _unstorable(reading: Reading) -> str:
    """Why PostgreSQL cannot hold the reading; empty where it can."""
    article = reading.extraction.article
    texts = [article.title, article.text, article.published or "", article.published_basis, article.source or "", article.charset,
             article.charset_reason, *article.reporters, *article.parks, *article.flags]
    for o in reading.extraction.observations:
        texts += [v for v in (getattr(o, name) for name in COLUMNS) if isinstance(v, str)]
        texts += o.rules
    for text in texts:
        if "\0" in text:
            return "its text holds a NUL character"
        if any("\ud800" <= c <= "\udfff" for c in text):
            return "its text holds a lone surrogate"
    return ""
