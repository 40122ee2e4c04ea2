"""The frontier: every address a portal has shown, what is known of it, and when it is due.

The truth about a crawl is here and in the archive, never in the scheduler: each response is one transaction, made after its WARC
record is on disk, so a crawl that is killed anywhere is finished by the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from crawlers.database import Connection
from crawlers.listing import Entry, ListPage, Window
from crawlers.repeats import set_aside_repeats
from crawlers.schedule import NEVER, ask_conditionally, next_visit, retry_at
from crawlers.walk import Choice, Walked
from parkwatch.records import WarcPointer

Outcome = Literal["new", "changed", "same", "repeated"]


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes a request conditional (RFC 9110 section 13)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """An article that is to be fetched now."""

    url: str
    first_seen_at: datetime
    backfill: bool
    validators: Validators  # empty where the request is to be unconditional


@dataclass(frozen=True, slots=True)
class Answer:
    """A page that has come and lies in the archive."""

    url: str
    pointer: WarcPointer
    fetched_at: datetime
    content_type: str


class Frontier:
    """One portal's frontier, in one database session."""

    def __init__(self, connection: Connection, portal: str, *, now: Callable[[], datetime]) -> None:
        """Work on ``portal``; ``now`` is the clock and gives aware moments."""
        self._connection = connection
        self._portal = portal
        self._now = now

    def list_validators(self, page: ListPage) -> Validators:
        """The validators of a list page; a backfill's pages have none, each is read once for its window."""
        row = self._connection.execute(
            "SELECT etag, last_modified FROM parkwatch.frontier WHERE portal = %s AND url = %s",
            (self._portal, page.key)).fetchone()
        return Validators(*row) if row and not page.backfill else Validators()

    def lists_read(self, window: Window) -> set[str]:
        """Keys of the list pages that are done for a backfill's window."""
        rows = self._connection.execute(
            "SELECT url FROM parkwatch.frontier WHERE portal = %s AND kind = 'list' AND state IN ('fetched', 'gone')",
            (self._portal,)).fetchall()
        return {key for (key,) in rows if ListPage.from_key(key).window == window}

    def lists_walked(self) -> list[Walked]:
        """The list pages that backfills have read, of whatever window."""
        rows = self._connection.execute(
            """SELECT url, listed_date, fetched_at FROM parkwatch.frontier
               WHERE portal = %s AND kind = 'list' AND state = 'fetched' AND backfill""", (self._portal,)).fetchall()
        return [Walked(ListPage.from_key(key), oldest, fetched_at) for key, oldest, fetched_at in rows]

    def lists_pending(self, window: Window | None) -> list[ListPage]:
        """List pages that a walk came to and did not read, of this window or (None) of nightly runs."""
        rows = self._connection.execute(
            """SELECT url FROM parkwatch.frontier WHERE portal = %s AND kind = 'list' AND state = 'known'
               ORDER BY first_seen_at, url""", (self._portal,)).fetchall()
        return [page for (key,) in rows if (page := ListPage.from_key(key)).window == window]

    def articles_due(self, window: Window | None, limit: int) -> list[Due]:
        """Articles to fetch: for a nightly run what is due; for a backfill what it found in its window and never had."""
        rows = self._connection.execute(
            f"""SELECT {_DUE} FROM parkwatch.frontier
                WHERE portal = %(portal)s AND kind = 'article' AND due_at <= %(now)s
                  AND state IN ('known', 'fetched', 'forbidden')
                  AND (%(first)s::date IS NULL AND NOT backfill OR backfill AND listed_date BETWEEN %(first)s AND %(last)s)
                ORDER BY state = 'known' DESC, first_seen_at DESC, url LIMIT %(limit)s""",
            {"portal": self._portal, "now": self._now(), "limit": limit,
             "first": window.first if window else None, "last": window.last if window else None}).fetchall()
        return [self._due(*row) for row in rows]

    def store_list(self, page: ListPage, validators: Validators, digest: str, choice: Choice,
                   more: Callable[[int], Sequence[ListPage]]) -> tuple[int, list[Due], list[ListPage]]:
        """Remember a list page's answer and all that it shows, in one transaction.

        Args:
            page: the list page.
            validators: of the answer.
            digest: of its body.
            choice: what this run takes from it.
            more: from the number of articles to fetch, the list pages to walk next.

        Returns:
            How many entries were new, the articles to fetch now, and the list pages to walk next.
        """
        now, backfill, entries = self._now(), page.backfill, choice.entries
        with self._connection.transaction():
            rows = self._connection.execute(
                f"""INSERT INTO parkwatch.frontier AS f (portal, url, kind, first_seen_at, listed_date, due_at, backfill)
                    SELECT %(portal)s, url, 'article', %(now)s, day, %(now)s, %(backfill)s
                    FROM unnest(%(urls)s::text[], %(days)s::date[], %(modified)s::timestamptz[]) AS e (url, day, modified)
                    ON CONFLICT (portal, url) DO UPDATE SET
                      listed_date = coalesce(EXCLUDED.listed_date, f.listed_date),
                      backfill = f.backfill AND (EXCLUDED.backfill OR f.state <> 'known')
                    RETURNING {_DUE}, xmax = 0, state, due_at <= %(now)s, backfill = %(backfill)s""",
                {"portal": self._portal, "now": now, "backfill": backfill, "urls": [e.url for e in entries],
                 "days": [e.day for e in entries], "modified": [e.modified for e in entries]}).fetchall()
            changed = {e.url for e in entries if e.modified is not None and not backfill} & self._modified_since_fetch(entries)
            fresh = sum(bool(row[-4]) for row in rows)
            due = [self._due(*due) for *due, new, state, is_due, ours in rows
                   if ours and due[0] in choice.wanted and (new or (state == "known" and is_due) or due[0] in changed)]
            following = list(more(len(due)))
            for next_page in following:
                self._upsert_list(next_page, "known", Validators(), None)
            self._upsert_list(page, "fetched", validators, digest, oldest=choice.oldest)
        return fresh, due, following

    def _modified_since_fetch(self, entries: Sequence[Entry]) -> set[str]:
        dated = [e for e in entries if e.modified is not None]
        rows = self._connection.execute(
            """SELECT f.url FROM parkwatch.frontier f
               JOIN unnest(%s::text[], %s::timestamptz[]) AS e (url, modified) ON e.url = f.url
               WHERE f.portal = %s AND f.state = 'fetched' AND e.modified > f.fetched_at""",
            ([e.url for e in dated], [e.modified for e in dated], self._portal)).fetchall()
        return {url for (url,) in rows}

    def _upsert_list(self, page: ListPage, state: str, validators: Validators, digest: str | None,
                     oldest: date | None = None) -> None:
        self._connection.execute(
            """INSERT INTO parkwatch.frontier (portal, url, kind, first_seen_at, listed_date, fetched_at, due_at, etag,
                                               last_modified, payload_digest, state, backfill)
               VALUES (%(portal)s, %(url)s, 'list', %(now)s, %(day)s, %(fetched)s, %(now)s, %(etag)s, %(last_modified)s,
                       %(digest)s, %(state)s, %(backfill)s)
               ON CONFLICT (portal, url) DO UPDATE SET
                 fetched_at = coalesce(EXCLUDED.fetched_at, frontier.fetched_at), due_at = EXCLUDED.due_at,
                 etag = CASE WHEN EXCLUDED.state = 'known' THEN frontier.etag ELSE EXCLUDED.etag END,
                 last_modified = CASE WHEN EXCLUDED.state = 'known' THEN frontier.last_modified ELSE EXCLUDED.last_modified END,
                 payload_digest = coalesce(EXCLUDED.payload_digest, frontier.payload_digest), state = EXCLUDED.state,
                 listed_date = coalesce(EXCLUDED.listed_date, frontier.listed_date), failures = 0, last_error = ''""",
            {"portal": self._portal, "url": page.key, "now": self._now(), "day": page.day or oldest, "digest": digest,
             "state": state, "fetched": self._now() if state == "fetched" else None, "etag": validators.etag,
             "last_modified": validators.last_modified, "backfill": page.backfill})

    def has(self, url: str, digest: str) -> bool:
        """Whether a page of this address with these bytes is known."""
        return self._connection.execute(
            "SELECT 1 FROM parkwatch.page WHERE portal = %s AND url = %s AND payload_digest = %s",
            (self._portal, url, digest)).fetchone() is not None

    def store_article(self, due: Due, answers: Sequence[Answer], *, crawl_run_id: int, validators: Validators) -> Outcome:
        """Remember an article in one transaction: a row of ``page`` where its body is new, and its frontier row.

        Args:
            due: the article.
            answers: its page; or all its pages in order, where the portal shows it on several.
            crawl_run_id: the crawl.
            validators: of the first page's answer.
        """
        page = answers[0]
        with self._connection.transaction():
            row = self._connection.execute(
                """INSERT INTO parkwatch.page (portal, crawl_run_id, url, fetched_at, content_type, warc_file, warc_offset,
                                               warc_record_id, payload_digest, backfill)
                   VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (portal, url, payload_digest) DO NOTHING
                   RETURNING page_id""",
                (self._portal, crawl_run_id, due.url, page.fetched_at, page.content_type, *_place(page.pointer),
                 due.backfill)).fetchone()
            if row is not None:
                self._store_parts(row[0], answers[1:])
            before = self._connection.execute(
                "SELECT payload_digest FROM parkwatch.frontier WHERE portal = %s AND url = %s FOR UPDATE",
                (self._portal, due.url)).fetchone()
            self._connection.execute(
                """UPDATE parkwatch.frontier SET state = 'fetched', fetched_at = %s, due_at = %s, etag = %s, last_modified = %s,
                     payload_digest = %s, failures = 0, last_error = '' WHERE portal = %s AND url = %s""",
                (page.fetched_at, next_visit(due.first_seen_at, self._now(), backfill=due.backfill), validators.etag,
                 validators.last_modified, page.pointer.payload_digest, self._portal, due.url))
            repeated = row and set_aside_repeats(self._connection, self._portal, crawl_run_id, page.pointer.payload_digest)
        if row is None:
            return "same"
        if repeated:
            return "repeated"
        return "changed" if before and before[0] else "new"

    def _store_parts(self, page_id: int, parts: Sequence[Answer]) -> None:
        for number, part in enumerate(parts, 2):
            self._connection.execute(
                """INSERT INTO parkwatch.page_part (page_id, number, url, content_type, warc_file, warc_offset, warc_record_id,
                                                    payload_digest) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)""",
                (page_id, number, part.url, part.content_type, *_place(part.pointer)))

    def not_modified(self, item: Due | ListPage) -> None:
        """Remember a 304: nothing new at this address."""
        now = self._now()
        due_at = next_visit(item.first_seen_at, now, backfill=item.backfill) if isinstance(item, Due) else now
        self._connection.execute(
            """UPDATE parkwatch.frontier SET state = 'fetched', fetched_at = %s, due_at = %s, failures = 0, last_error = ''
               WHERE portal = %s AND url = %s""", (now, due_at, self._portal, _key(item)))

    def failed(self, item: Due | ListPage, error: str) -> None:
        """Remember a failed request: tried again at growing distances; given up after the last, state ``failed``."""
        now = self._now()
        with self._connection.transaction():
            row = self._connection.execute(
                "SELECT failures FROM parkwatch.frontier WHERE portal = %s AND url = %s FOR UPDATE",
                (self._portal, _key(item))).fetchone()
            if row is None:  # a front list that never answered has no row; it is asked in every run anyway
                return
            due_at = retry_at(row[0] + 1, now, backfill=item.backfill)
            if isinstance(item, ListPage):  # without it the walk has a hole: a backfill never gives it up
                due_at = now if due_at is not None or item.backfill else None
            self._connection.execute(
                """UPDATE parkwatch.frontier SET failures = failures + 1, last_error = %s, due_at = coalesce(%s, %s),
                     state = CASE WHEN %s THEN 'failed' ELSE state END WHERE portal = %s AND url = %s""",
                (error[:500], due_at, NEVER, due_at is None, self._portal, _key(item)))

    def ended(self, item: Due | ListPage, state: Literal["gone", "forbidden"], error: str) -> None:
        """Remember that an address is gone (404, 410), or that robots.txt forbids it (judged anew by every run)."""
        now = self._now()
        if isinstance(item, ListPage):
            self._upsert_list(item, state, Validators(), None)
        self._connection.execute(
            "UPDATE parkwatch.frontier SET state = %s, last_error = %s, due_at = %s WHERE portal = %s AND url = %s",
            (state, error[:500], NEVER if state == "gone" else now, self._portal, _key(item)))

    def _due(self, url: str, first_seen_at: datetime, backfill: bool, etag: str | None, last_modified: str | None) -> Due:
        conditional = ask_conditionally(first_seen_at, self._now())
        return Due(url, first_seen_at, backfill, Validators(etag, last_modified) if conditional else Validators())


_DUE = "url, first_seen_at, backfill, etag, last_modified"


def _place(pointer: WarcPointer) -> tuple[str, int, str, str]:
    return pointer.file, pointer.offset, pointer.record_id, pointer.payload_digest


def _key(item: Due | ListPage) -> str:
    return item.key if isinstance(item, ListPage) else item.url
