"""The lead that a template sets in a box of its own above the body: a part of the article, but not of the body's element."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from transforms.article.lines import squeeze
from transforms.article.rules import rules
from transforms.article.tidy import rows_of

SIBLINGS, LEVELS = 8, 2  # nodes before the body that are looked at, and how far around it
LONGEST = 300  # characters; a longer box is no lead
PIECE, TOLD = 4, 0.8  # characters of a piece, and the share of the lead's pieces that the text must hold to say the same


def _before(node: LexborNode) -> Iterator[LexborNode]:
    """The elements right before `node`, and before the element around it."""
    for _ in range(LEVELS):
        beside = node.prev
        for _ in range(SIBLINGS):
            if beside is None:
                break
            if beside.is_element_node:
                yield beside
            beside = beside.prev
        parent = node.parent
        if parent is None or parent.tag == "body":
            return
        node = parent


def without_told(lead: list[str], text: str) -> list[str]:
    """The lead; none of it where the text says the same again."""
    key, told = squeeze("".join(lead)), squeeze(text)
    pieces = [key[k : k + PIECE] for k in range(len(key) - PIECE + 1)]
    return [] if sum(piece in told for piece in pieces) > TOLD * len(pieces) else lead


def lead_above(part: LexborNode) -> list[str]:
    """The lines of the lead above the part that holds the body; none where no element is named so."""
    for node in _before(part):
        name = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if name != " " and rules().lead.search(name) and len(node.text()) <= LONGEST:
            return rows_of(node)
    return []
