"""An article from a page's HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from parkwatch.records import Article
from transforms.article import body, charset, cleaning, dates, lines, metadata, people, stamps, titles
from transforms.article.assemble import Material, assemble
from transforms.article.errors import UnreadablePage
from transforms.article.narrow import Part, narrow
from transforms.article.page import parse, prepare
from transforms.article.prune import prune
from transforms.article.rules import rules

_BLANK = re.compile(r"\s+")
AROUND = 60  # text nodes before and after the part that are looked at for stamp and source


@dataclass(slots=True)
class Around:
    """The page's text in document order, as the part divides it; `first` is the part's own before its first prose."""

    before: list[str] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def _around(tree: LexborHTMLParser, part: Part) -> Around:
    around = Around()
    inside: set[int] = set()
    root = tree.body
    if root is None:
        return around
    prose = False
    for node in root.traverse(include_text=True):
        parent = node.parent
        if node.mem_id == part.node.mem_id or (parent is not None and parent.mem_id in inside):
            inside.add(node.mem_id)
        if not node.is_text_node:
            continue
        text = _BLANK.sub(" ", node.text_content or "").strip()
        if not text:
            continue
        if node.mem_id in inside:
            prose = prose or lines.is_prose(text)
            if not prose and len(around.first) < AROUND:
                around.first.append(text)
        elif not inside:
            around.before.append(text)
        elif len(around.after) < AROUND:
            around.after.append(text)
    return around


def _header(around: Around, title: str) -> tuple[list[str], list[str]]:
    """The texts between the headline and the body, and some before the headline."""
    wanted = lines.squeeze(title)
    texts = around.before[-200:] + around.first
    for k in range(len(texts) - 1, -1, -1):
        key = lines.squeeze(texts[k])
        if wanted and (wanted in key or (key in wanted and 2 * len(key) > len(wanted))):
            return texts[k + 1 :], texts[max(0, k - 20) : k]
    return around.before[-25:] + around.first, []


def _joined(texts: list[str]) -> list[str]:
    """Each text, with the next behind it where it has no date itself: a label and its value often stand apart."""
    return [text if stamps.read_stamp(text) else " ".join(texts[k : k + 2]) for k, text in enumerate(texts)]


def _candidates(
    *,
    head: metadata.Head,
    header: list[str],
    above: list[str],
    cleaned: cleaning.Cleaned,
    after: list[str],
    url: str | None,
    fetched_on: date | None,
) -> list[dates.Candidate]:
    found: list[dates.Candidate | None] = []
    found += [
        dates.from_line(text, where="the page's stamp under the headline", rank=10, fetched_on=fetched_on)
        for text in _joined(header[:40])
    ]
    found += [
        dates.from_line(text, where="the page's stamp above the body", rank=20, fetched_on=fetched_on) for text in cleaned.head
    ]
    if head.date and (stamp := stamps.read_stamp(head.date.replace("T", " "))):
        found.append(dates.Candidate(stamp, f"the page's {head.date_tag}", 30))
    if address := stamps.url_date(url):
        found.append(dates.Candidate(stamps.Stamp(address), "the page's address", 35))
    found += [
        dates.from_line(text, where="a stamp above the headline", rank=40, fetched_on=fetched_on)
        for text in reversed(_joined(above))
    ]
    found += [dates.from_line(text, where="the stamp under the body", rank=50, fetched_on=fetched_on) for text in cleaned.tail]
    if cleaned.lines and len(cleaned.lines[-1]) < 30:
        found.append(dates.from_line(cleaned.lines[-1], where="the date under the text", rank=52, fetched_on=fetched_on))
    found += [
        dates.from_line(text, where="a stamp below the body", rank=60, fetched_on=fetched_on)
        for text in after[:12]
        if len(text) < 60
    ]
    return [c for c in found if c is not None]


def read_html(
    page: bytes, *, content_type: str = "", url: str | None = None, fetched_on: date | None = None, published: str | None = None
) -> Article:
    """Read an article from a page's bytes.

    `content_type` is the header as sent, `url` the page's address, `fetched_on` the day of the fetch in China (relative dates
    count from it, and no date is later), `published` a date that the caller knows: it then stands.

    Raises:
        UnreadablePage: no HTML, an empty page, a page no article can be, or one without an article's body.
    """
    decoded = charset.decode(page, content_type)
    source = prepare(decoded.text)
    tree = parse(source)
    head = metadata.read_head(tree, source)
    title = lines.squeeze_white(titles.find_title(tree, head))
    for node in tree.css(rules().remove):
        node.decompose()
    part = narrow(tree)
    around = Around()
    text = ""
    if part is not None:
        around = _around(tree, part)
        prune(part.node)
        text = body.read_part(part.node)
    if len(text) < 20:
        text = body.read_page(tree) or text
    keep_title = part is not None and part.how == "cms"
    cleaned = cleaning.clean(text.split("\n"), title=title, keep_title=keep_title)
    if lines.size(cleaned.lines) < 10 or (part is None and not any(map(lines.is_sentence, cleaned.lines))):
        raise UnreadablePage("no_body", "the page holds no article's body")
    title = title or titles.nearest_line(around.before, around.first)
    header, above = _header(around, title)
    found = _candidates(
        head=head, header=header, above=above, cleaned=cleaned, after=around.after, url=url, fetched_on=fetched_on
    )
    shown = " ".join(header[:40]) + " " + " ".join(cleaned.head)
    if not any(c.rank < dates.DOUBTFUL and c.stamp.value for c in found) and (day := metadata.script_date(source)):
        found.append(dates.Candidate(stamps.Stamp(day), "a script's variable", 33))
    labelled = (
        people.labelled_source(shown) or head.meta.get("contentsource", "") or people.labelled_source(" ".join(cleaned.tail))
    )
    return assemble(
        Material(
            title=title,
            cleaned=cleaned,
            candidates=found,
            labelled=labelled,
            edges=[*cleaned.head, *header[:40], *cleaned.tail],
            site=head.site,
            charset=decoded.charset,
            url=url,
            fetched_on=fetched_on,
            published=published,
        )
    )
