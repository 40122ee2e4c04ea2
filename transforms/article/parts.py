"""An article cut into several pages put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.article.cleaning import Cleaned
from transforms.article.joins import goes_on
from transforms.article.lines import squeeze

_REPEATED = 8  # letters from which on a line that stands on two pages stands twice; shorter ones may be subheads


@dataclass(frozen=True, slots=True)
class PartPage:
    """The second or a further page of an article."""

    body: bytes
    content_type: str = ""  # the header as sent
    url: str | None = None


def joined(pages: Sequence[Cleaned]) -> Cleaned:
    """One body of the bodies of an article's pages, in order.

    A line that an earlier page has (the headline, an editor's note, a line for those who come in the middle) is not taken twice;
    a sentence that the end of a page has cut is put together. Head and tail are the first page's head and the last page's tail.
    """
    first = pages[0]
    lines = list(first.lines)
    seen = {squeeze(line) for line in lines}
    repeated = broken = 0
    for page in pages[1:]:
        fresh = [line for line in page.lines if len(squeeze(line)) < _REPEATED or squeeze(line) not in seen]
        repeated += len(page.lines) - len(fresh)
        seen |= {squeeze(line) for line in fresh}
        if lines and fresh and goes_on(lines[-1], fresh[0]):
            lines[-1] += fresh.pop(0)
            broken += 1
        lines += fresh
    return Cleaned(
        lines,
        first.head,
        [*pages[-1].tail, *(line for page in pages[:-1] for line in page.tail)],
        dropped=sum(page.dropped for page in pages),
        repeated=repeated + sum(page.repeated for page in pages),
        broken=broken + sum(page.broken for page in pages),
    )
