"""The narrowed part written anew in plain markup: a paragraph for each run of text between two blocks, tables of data as tables.

Chinese CMSs mark paragraphs with ``div``, ``section``, ``br`` or layout tables as often as with ``p``, and put captions behind
images; a general extractor loses such text. Written anew it keeps every word, and trafilatura has little to mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import islice

from selectolax.lexbor import LexborNode

from transforms.article.errors import UnreadablePage

BLOCKS = frozenset(
    (
        "address",
        "article",
        "blockquote",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "textarea",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
_WHITE = re.compile(r"[ \t\r\n\f\xa0]+")
MAX_PARAGRAPHS = 2_000  # the longest articles, laws, have about a thousand
MAX_TEXT = 200_000  # characters
_PROSE_CELL = 160  # characters: a longer cell is a column of the layout
_SENTENCE_CELL = 30  # characters from which on a paragraph of a cell is a sentence rather than a remark


def _squeezed(pieces: list[str]) -> str:
    return _WHITE.sub(" ", "".join(pieces)).strip(" \u3000")


def edges(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each node below `root` as it is entered (True) and, for elements, as it is left (False); no recursion, however deep."""
    node = root.first_child
    depth = 0
    while node is not None:
        yield node, True
        child = node.first_child if node.is_element_node else None
        if child is not None:
            node, depth = child, depth + 1
            continue
        while True:
            if node.is_element_node:
                yield node, False
            if node.next is not None:
                node = node.next
                break
            if depth == 0:
                return
            parent = node.parent
            if parent is None:
                return
            node, depth = parent, depth - 1


def _is_column(cell: LexborNode) -> bool:
    """Whether a cell holds paragraphs, a sentence among them: it lays out the page."""
    paragraphs = [text for p in cell.css("p") if (text := _squeezed([p.text()]))]
    return len(paragraphs) > 1 and any(len(text) > _SENTENCE_CELL and text.endswith("。") for text in paragraphs)


def _rows(table: LexborNode) -> list[list[str]]:
    """The cells of a table of data, row by row; empty for a table that only lays out its page."""
    if len(table.css("table")) > 1:  # it matches itself
        return []
    rows = []
    for row in table.css("tr"):
        cells = [_squeezed([cell.text(separator=" ")]) for cell in row.css("td, th")]
        if any(len(cell) > _PROSE_CELL for cell in cells) or any(map(_is_column, row.css("td"))):
            return []
        rows.append(cells)
    return rows if any(len(row) > 1 for row in rows) else []


def paragraphs(part: LexborNode) -> Iterator[str | list[list[str]]]:
    """The part's paragraphs in order, and its tables as rows of cells."""
    pieces: list[str] = []
    inside = None  # the data table being passed over
    for node, entered in edges(part):
        if inside is not None:
            if not entered and node.mem_id == inside:
                inside = None
            continue
        if node.is_text_node:
            pieces.append(node.text_content or "")
            continue
        if not node.is_element_node or node.tag not in BLOCKS:
            continue
        if text := _squeezed(pieces):
            yield text
        pieces.clear()
        if entered and node.tag == "table" and (rows := _rows(node)):
            yield rows
            inside = node.mem_id
    if text := _squeezed(pieces):
        yield text


def tidy(part: LexborNode) -> str:
    """The part as an HTML page of paragraphs and tables.

    Raises:
        UnreadablePage: the part holds more text than an article.
    """
    out = ["<html><body><article>"]
    size = 0
    for item in islice(paragraphs(part), MAX_PARAGRAPHS):
        if isinstance(item, str):
            out.append(f"<p>{escape(item)}</p>")
            size += len(item)
            if size > MAX_TEXT:
                raise UnreadablePage("too_large", f"the article has more than {MAX_TEXT} characters")
            continue
        out.append("<table>")
        out += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in item if any(row)]
        out.append("</table>")
    out.append("</article></body></html>")
    return "\n".join(out)


def rows_of(part: LexborNode) -> list[str]:
    """The part's paragraphs and table rows as lines of text, as trafilatura prints what ``tidy`` makes of them."""
    out: list[str] = []
    for item in islice(paragraphs(part), MAX_PARAGRAPHS):
        if isinstance(item, str):
            out.append(item)
        else:
            out += [f"| {' | '.join(row)} |" for row in item if any(row)]
    return out
