"""From a fact back to its number: observation, sentence, article revision, page, WARC record."""

from __future__ import annotations

from dataclasses import dataclass

from psycopg.rows import dict_row

from parkwatch.errors import UsageError
from parkwatch.records import Article, Observation, Page, WarcPointer
from warehouse.facts import COLUMNS, observation
from warehouse.session import Database, transaction

_TRACE = f"""
SELECT {', '.join(f'o.{c}' for c in COLUMNS)}, lower(o.span) AS span_start, upper(o.span) AS span_end,
    a.title, a.text, a.published, a.published_basis, a.source, a.reporters, a.parks, a.flags, a.url, a.charset, a.charset_reason,
    a.revision, p.page_id, p.portal, p.fetched_at, p.content_type,
    p.warc_file, p.warc_offset, p.warc_record_id, p.payload_digest
FROM parkwatch.observation AS o JOIN parkwatch.article AS a USING (article_id) JOIN parkwatch.page AS p USING (page_id)
WHERE o.observation_id = %s
"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one fact rests on; the record in the archive is ``page.warc``."""

    observation: Observation
    article: Article
    revision: int
    page: Page

    @property
    def number(self) -> str:
        """The number with its unit, as it stands in the article's text."""
        start, end = self.observation.span
        return self.article.text[start:end]

    @property
    def holds(self) -> bool:
        """Whether the sentence stands in the article's text around the number."""
        (start, end), sentence = self.observation.span, self.observation.evidence
        return bool(self.number) and self.article.text.find(sentence, max(0, end - len(sentence)), start + len(sentence)) != -1


def trace(database: Database, observation_id: int) -> Evidence:
    """The evidence of one observation.

    Raises:
        UsageError: there is no such observation.
    """
    with transaction(database) as connection, connection.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(_TRACE.encode(), (observation_id,)).fetchone()
    if row is None:
        raise UsageError(f"no observation {observation_id}: parkwatch.observation.observation_id has the known ones")
    article = Article(
        title=row["title"], text=row["text"], published=row["published"], published_basis=row["published_basis"],
        source=row["source"], reporters=tuple(row["reporters"]), parks=tuple(row["parks"]), flags=tuple(row["flags"]),
        url=row["url"], charset=row["charset"], charset_reason=row["charset_reason"])
    pointer = WarcPointer(row["warc_file"], row["warc_offset"], row["warc_record_id"], row["payload_digest"])
    page = Page(row["page_id"], row["portal"], row["url"], row["fetched_at"], row["content_type"], pointer)
    return Evidence(observation(row), article, row["revision"], page)
