"""An article from a page's HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parkwatch.records import Article
from transforms.article import body, charset, cleaning, dates, lines, metadata, people, stamps, titles
from transforms.article.around import Around, header_of, texts_around
from transforms.article.assemble import Material, assemble
from transforms.article.dated import by_weight
from transforms.article.errors import UnreadablePage
from transforms.article.headline import find_headline
from transforms.article.leads import lead_above, without_told
from transforms.article.looks import shown_around
from transforms.article.narrow import Part, narrow
from transforms.article.page import parse, prepare
from transforms.article.parts import PartPage, joined
from transforms.article.prune import prune
from transforms.article.rules import rules
from transforms.article.visit import Visit

LEAST_SAID = 30  # characters of a body that the head's data holds
OPENING = 10  # lines of a body among which the day and place of an event stand
BELOW = 2  # texts right below the body that may name the source


@dataclass(slots=True)
class Opened:
    """A page parsed, its head read, and scripts and the like taken out."""

    tree: LexborHTMLParser
    source: str
    decoded: charset.Decoded
    head: metadata.Head
    title: str  # until the body is found the likeliest by the head
    headlines: tuple[str, ...] = ()  # the texts of the elements that templates keep headlines in


def open_page(page: bytes, visit: Visit) -> Opened:
    """Decode and parse a page, read its head and find its headline.

    Raises:
        UnreadablePage: no HTML, an empty page, or one that no article's page can be.
    """
    decoded = charset.decode(page, visit.content_type)
    source = prepare(decoded.text)
    tree = parse(source)
    head = metadata.read_head(tree, source)
    headlines = titles.headlines(tree)
    title = lines.squeeze_white(titles.find_title(headlines, head))
    for node in tree.css(rules().remove):
        node.decompose()
    return Opened(tree, source, decoded, head, title, tuple(headlines))


def read_html(
    page: bytes,
    *,
    content_type: str = "",
    url: str | None = None,
    fetched_on: date | None = None,
    published: str | None = None,
    parts: Sequence[PartPage] = (),
) -> Article:
    """Read an article from a page's bytes.

    `content_type` is the header as sent, `url` the page's address, `fetched_on` the day of the fetch in China, or its moment
    (relative dates count from it, and no date is later), `published` a date that the caller knows: it then stands. `parts` are
    the article's further pages, in order; one without an article's body is passed over.

    Raises:
        UnreadablePage: no HTML, an empty page, a page no article can be, or one without an article's body.
    """
    visit = Visit(content_type, url, fetched_on, published)
    opened = open_page(page, visit)
    part = narrow(opened.tree, opened.title)
    opened.title = headline_of(opened, part.node if part is not None else None)
    around, cleaned = _read_body(opened, part, opened.title)
    if parts:
        cleaned = joined([cleaned, *_further(parts, opened.title)])
    return conclude(opened, around, cleaned, visit)


def headline_of(opened: Opened, body: LexborNode | None) -> str:
    """The headline of the article whose body the element is; of what the page shows none counts where there is no such."""
    shown = shown_around(body) if body is not None else []
    return lines.squeeze_white(find_headline(opened.head, opened.headlines, shown))


def _further(parts: Sequence[PartPage], title: str) -> Iterator[cleaning.Cleaned]:
    for part in parts:
        with suppress(UnreadablePage):
            opened = open_page(part.body, Visit(part.content_type, part.url))
            yield _read_body(opened, narrow(opened.tree, title), title)[1]


def _read_body(opened: Opened, part: Part | None, title: str) -> tuple[Around, cleaning.Cleaned]:
    """The body in `part`, or in the whole page where narrowing has found no part, and the texts around it."""
    around, text = Around(), ""
    if part is not None:
        around = texts_around(part.node, title)
        lead = lead_above(part.node)
        prune(part.node)
        text = body.read_part(part.node)
        text = "\n".join([*without_told(lead, text), text])
    if len(text) < 20 and len(opened.head.body) >= LEAST_SAID:  # a page that a script builds
        part, text = None, body.read_said(opened.head.body)
    elif len(text) < 20:
        text = body.read_page(opened.tree) or text
    cleaned = clean_body(text.split("\n"), part, title)
    if part is None and not any(map(lines.is_sentence, cleaned.lines)):
        raise UnreadablePage("no_body", "the page holds no article's body")
    return around, cleaned


def clean_body(rows: list[str], part: Part | None, title: str) -> cleaning.Cleaned:
    """The body's lines, cleaned; the body that a CMS marks keeps the title that a document prints as its first lines.

    Raises:
        UnreadablePage: nothing is left.
    """
    cleaned = cleaning.clean(rows, title=title, keep_title=part is not None and part.how == "cms")
    if lines.size(cleaned.lines) < 10 or lines.squeeze("".join(cleaned.lines)) in lines.squeeze(title):
        raise UnreadablePage("no_body", "the page holds no article's body")
    return cleaned


def conclude(opened: Opened, around: Around, cleaned: cleaning.Cleaned, visit: Visit) -> Article:
    """Date, source and reporters of a body, and so the article."""
    header, above = header_of(around, opened.title)
    header = header[:40]
    found = dates.candidates(head=opened.head, header=header, above=above, cleaned=cleaned, after=around.after, visit=visit)
    if days := {c.stamp.monthday for c in found if c.stamp.monthday}:
        years = {day: metadata.year_in_addresses(opened.decoded.text, day) for day in days}
        for day in filter(years.get, days):
            found = [dates.with_year(c, f"{years[day]}-{day}") for c in found]
    if not any(c.rank < dates.DOUBTFUL and c.stamp.value for c in found) and (day := metadata.script_date(opened.decoded.text)):
        found.append(dates.Candidate(stamps.Stamp(day), "a script's variable", 33))
    found = by_weight(found, [*header, *cleaned.head, *cleaned.lines[:OPENING]])
    labelled = people.labelled_source(" ".join([*header, *cleaned.head])) or opened.head.meta.get("contentsource", "")
    return assemble(
        Material(
            title=opened.title,
            cleaned=cleaned,
            candidates=found,
            labelled=labelled or people.labelled_source(" ".join([*cleaned.tail, *around.after[:BELOW]])),
            edges=[*cleaned.head, *header, *cleaned.tail],
            site=opened.head.site,
            charset=opened.decoded.charset,
            charset_reason=opened.decoded.reason,
            url=visit.url,
            fetched_on=visit.fetched_on,
            published=visit.published,
        )
    )
