"""The page's texts around the part that holds the article: headline, stamp and source stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from transforms.article.lines import is_prose, squeeze

_BLANK = re.compile(r"\s+")
BEFORE, FIRST, AFTER = 200, 60, 12  # texts that are looked at, at most


@dataclass(slots=True)
class Around:
    """Texts in document order, as the part divides them; `first` are the part's own before its first prose."""

    before: list[str] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def _forward(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes that follow `node` and what stands in it, in document order."""
    current: LexborNode | None = node
    while current is not None:
        if current.next is not None:
            current = current.next
            yield current
            while current.first_child is not None and current.is_element_node:
                current = current.first_child
                yield current
        else:
            current = current.parent


def _backward(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes before `node`, from the nearest to the farthest."""
    current: LexborNode | None = node
    while current is not None:
        if current.prev is not None:
            current = current.prev
            while current.last_child is not None and current.is_element_node:
                current = current.last_child
            yield current
        else:
            current = current.parent


def _texts(nodes: Iterator[LexborNode], most: int) -> list[str]:
    found: list[str] = []
    for node in nodes:
        if node.is_text_node and (text := _BLANK.sub(" ", node.text_content or "").strip()):
            found.append(text)
            if len(found) == most:
                break
    return found


def texts_around(part: LexborNode) -> Around:
    """The texts before, at the head of, and after the part."""
    first: list[str] = []
    for text in _texts(part.traverse(include_text=True), FIRST):
        if is_prose(text):
            break
        first.append(text)
    return Around(_texts(_backward(part), BEFORE)[::-1], first, _texts(_forward(part), AFTER))


def header_of(around: Around, title: str) -> tuple[list[str], list[str]]:
    """The texts between the headline and the body, and some before the headline."""
    wanted = squeeze(title)
    texts = around.before + around.first
    for k in range(len(texts) - 1, -1, -1):
        key = squeeze(texts[k])
        if wanted and (wanted in key or (key in wanted and 2 * len(key) > len(wanted))):
            return texts[k + 1 :], texts[max(0, k - 20) : k]
    return around.before[-25:] + around.first, []
