"""Which report an article is a copy of, found through an index of hashed shingles and not by comparing with every article.

An article's sample of hashes is looked up in ``parkwatch.shingle``, each for the newest reports that have it; the reports that
share most are compared exactly. A hash that very many reports share (a portal's own phrase) costs no more than any other, so the
search grows with the logarithm of the store.
"""

from __future__ import annotations

from collections.abc import Callable

from psycopg.types.json import Jsonb

from parkwatch.records import Place, Signature, Verdict
from warehouse.session import Connection
from warehouse.statements import statement

Compare = Callable[[Signature, Signature], Verdict]

SHARED = 2  # fewer shared hashes are chance
NEWEST = 64  # reports looked at for one hash
COMPARED = 8  # reports compared exactly
COVERED = 0.95  # share of a copy's shingles that its report has, from which it adds nothing that later copies could be found by
_BEST_FIRST = ("same", "copy", "cut", "changed_figure")


def hold(connection: Connection) -> None:
    """Until the transaction's end nobody else decides on copies: of two loads at once, one sees the other's reports."""
    connection.execute("SELECT pg_advisory_xact_lock(hashtextextended('parkwatch.copies', 0))")


def find_report(
    connection: Connection, signature: Signature, *, compare: Compare, without: int | None = None,
) -> tuple[int | None, Verdict]:
    """The report that an article is a copy of, or that it tells with another figure.

    Args:
        connection: in the caller's transaction; ``hold`` it first where the answer leads to a new report.
        signature: of the article.
        compare: how two signatures stand to each other, the stored one first.
        without: a page whose own signature is not looked at.

    Returns:
        The report, and how the article stands to its nearest copy: ``changed_figure`` where it is a copy of none and differs from
        that one by figures alone. None and ``other`` where it is a story of its own.
    """
    rows = connection.execute(statement("copies/candidates"), {
        "sample": list(signature.sample), "shared": SHARED, "newest": NEWEST, "compared": COMPARED, "version": signature.version,
        "without": without}).fetchall()
    found: list[tuple[int, Verdict]] = []
    for report_id, digest, size, sketch, places, figures in rows:
        stored = Signature(digest, size, tuple(sketch), tuple(Place(*p) for p in places), tuple(map(tuple, figures)),
                           version=signature.version)
        verdict = compare(stored, signature)
        if verdict.kind in _BEST_FIRST:
            found.append((report_id, verdict))
    return min(found, key=_nearest_first, default=(None, Verdict("other")))


def _nearest_first(found: tuple[int, Verdict]) -> tuple[int, int, float, int]:
    report_id, verdict = found
    return _BEST_FIRST.index(verdict.kind), len(verdict.differing_figures), -verdict.resemblance, report_id


def add(
    connection: Connection, report_id: int, page_id: int, signature: Signature, *, verdict: Verdict | None = None,
) -> bool:
    """Let copies of an article be found; an earlier signature of the same page is replaced.

    Args:
        connection: in the caller's transaction.
        report_id: the article's report.
        page_id: the page that it was read from; its article may be written later in the transaction.
        signature: its signature.
        verdict: how it stands to the report's nearest copy; a copy that adds nothing is not stored.

    Returns:
        Whether it was stored.
    """
    connection.execute("DELETE FROM parkwatch.signature WHERE page_id = %s", (page_id,))
    if verdict is not None and verdict.covered >= COVERED:
        return False
    connection.execute(
        "INSERT INTO parkwatch.signature (page_id, report_id, version, digest, size, sketch, places, figures) "
        "VALUES (%s, %s, %s, %s, %s, %s, %s, %s)", (page_id, report_id, *row(signature)))
    connection.execute(
        "INSERT INTO parkwatch.shingle (hash, report_id) SELECT unnest(%s::integer[]), %s ON CONFLICT DO NOTHING",
        (list(signature.sample), report_id))
    return True


def row(signature: Signature) -> tuple[int, str, int, list[int], Jsonb, Jsonb]:
    """A signature as ``parkwatch.signature`` holds it: version, digest, size, sketch, places, figures."""
    return (signature.version, signature.digest, signature.size, list(signature.sketch),
            Jsonb([[p.before, p.after, p.value, p.printed] for p in signature.places]), Jsonb(signature.figures))


def link(connection: Connection, report_id: int, other_report_id: int, page_id: int, verdict: Verdict) -> None:
    """Note that a report tells another's story with other figures: its article of ``page_id`` is flagged, and
    ``parkwatch.changed_figure`` shows each figure.
    """  # noqa: D205
    differences = [{"place": place, "there": there, "here": here} for place, there, here in verdict.differing_figures]
    connection.execute(
        "INSERT INTO parkwatch.report_link (report_id, other_report_id, kind, article_id, containment, differences) "
        "SELECT %s, %s, 'changed_figure', article_id, %s, %s FROM parkwatch.article WHERE page_id = %s ON CONFLICT DO NOTHING",
        (report_id, other_report_id, verdict.containment, Jsonb(differences), page_id))
    connection.execute("UPDATE parkwatch.article SET flags = flags || '{changed_figure}' WHERE page_id = %s "
                       "AND NOT 'changed_figure' = ANY(flags)", (page_id,))


def choose_faces(connection: Connection, report_ids: list[int]) -> None:
    """Choose anew which copy stands for each of these reports."""
    connection.execute(statement("copies/faces"), {"reports": report_ids})
