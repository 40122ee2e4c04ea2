"""Narrowing: which element of the page holds the article.

Each element gets its weight: the characters of running Chinese text below it that stand in no link. Containers that a CMS is
known for are tried first; the others are judged beside what text and link density say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from transforms.article.rules import rules

_SPACE = re.compile(r"\s+")
_PUNCTUATION = re.compile(r"[，。；：、！？“”《》（）]|[,;:!?](?=[\u4e00-\u9fff“])|(?<=[\u4e00-\u9fff])[,.;:!?]")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
ENOUGH = 40  # characters of running text: less is no article's body, unless the page has no more


@dataclass(slots=True)
class Weight:
    """What stands below one element, in characters without white space."""

    node: LexborNode
    parent: int  # mem_id
    text: int = 0
    linked: int = 0  # of text, inside links
    running: int = 0  # of text, outside links, in text nodes with Chinese punctuation
    score: float = 0.0

    @property
    def link_density(self) -> float:
        """The share of the text that is linked; 1.0 for an element without text."""
        return self.linked / self.text if self.text else 1.0


def _runs(text: str) -> bool:
    """Whether text is prose: it has Chinese punctuation, and a long one enough of it to be no heap of search words."""
    if len(text) < 300:
        return _PUNCTUATION.search(text) is not None
    return 100 * len(_PUNCTUATION.findall(text[:3000])) >= len(text[:3000])


def weigh(root: LexborNode) -> dict[int, Weight]:
    """The weight of each element below `root`, by mem_id, in document order."""
    weights: dict[int, Weight] = {root.mem_id: Weight(root, 0)}
    in_link: set[int] = set()
    own: list[tuple[int, int, bool, bool]] = []
    for node in root.traverse(include_text=True):
        parent = node.parent
        if parent is None or node.mem_id == root.mem_id:
            continue
        above = parent.mem_id
        if node.is_text_node:
            text = node.text_content
            if text and (size := len(_SPACE.sub("", text))):
                linked = above in in_link
                own.append((above, size, linked, not linked and _runs(text)))
            continue
        if not node.is_element_node:
            continue
        weights[node.mem_id] = Weight(node, above)
        if node.tag == "a" or above in in_link:
            in_link.add(node.mem_id)
    for above, size, linked, running in own:
        weight = weights.get(above)
        if weight is None:
            continue
        weight.text += size
        weight.linked += size if linked else 0
        if running:
            weight.running += size
            _credit(weights, above, size)
    for weight in reversed(weights.values()):
        above_weight = weights.get(weight.parent)
        if above_weight is not None:
            above_weight.text += weight.text
            above_weight.linked += weight.linked
            above_weight.running += weight.running
    return weights


_INLINE = frozenset(
    (
        "span",
        "strong",
        "b",
        "font",
        "em",
        "i",
        "u",
        "p",
        "section",
        "big",
        "small",
        "sub",
        "sup",
        "br",
        "h1",
        "h2",
        "h3",
        "h4",
        "li",
        "td",
        "o:p",
        "center",
        "blockquote",
        "tr",
        "tbody",
        "table",
        "ul",
        "ol",
    )
)


def _credit(weights: dict[int, Weight], above: int, size: int) -> None:
    """Give a run of text to the block that holds its paragraph, and by halves to the two blocks above."""
    share = float(size)
    for _ in range(40):
        weight = weights.get(above)
        if weight is None:
            return
        if weight.node.tag not in _INLINE:
            weight.score += share
            share /= 2
            if share < size / 8:
                return
        above = weight.parent


@dataclass(frozen=True, slots=True)
class Part:
    """The part of the page that holds the article, and how it was found: ``cms``, ``name``, ``density`` or ``page``."""

    node: LexborNode
    how: str


def _matches(tree: LexborHTMLParser, weights: dict[int, Weight], css: str) -> Iterator[Weight]:
    for node in tree.css(css):
        weight = weights.get(node.mem_id)
        if weight is not None:
            yield weight


def _above(weights: dict[int, Weight], inner: Weight) -> Iterator[int]:
    mem_id: int = inner.node.mem_id
    while mem_id in weights:
        yield mem_id
        mem_id = weights[mem_id].parent


def by_density(weights: dict[int, Weight]) -> Weight | None:
    """The element that text and link density point to; None where nothing runs."""
    best = max(weights.values(), key=lambda w: w.score * (1 - w.link_density), default=None)
    if best is None or best.score <= 0:
        return None
    # A body cut into several blocks: go up while that brings much more running text and few links.
    while (above := weights.get(best.parent)) is not None:
        if above.running < 1.25 * best.running or above.link_density > 0.15:
            break
        best = above
    return best


def narrow(tree: LexborHTMLParser) -> Part | None:
    """The part of the page that holds the article; None where no element holds running text."""
    body = tree.body
    if body is None:
        return None
    weights = weigh(body)
    dense = by_density(weights)
    for container in rules().containers:
        if not container.sure:
            continue
        best = max(_matches(tree, weights, container.css), key=lambda w: w.running, default=None)
        if (
            best is not None
            and best.running >= ENOUGH
            and best.link_density < 0.5
            and (dense is None or best.running > 0.4 * dense.running)
        ):
            return Part(best.node, "cms")
    if dense is None:
        return None
    named = _named(tree, weights, dense)
    return Part(named.node, "name") if named is not None else Part(dense.node, "density")


def _named(tree: LexborHTMLParser, weights: dict[int, Weight], dense: Weight) -> Weight | None:
    """The smallest around it with few links, or one inside with nearly all text."""
    around = {mem_id: rank for rank, mem_id in enumerate(_above(weights, dense))}
    best: Weight | None = None
    for container in rules().containers:
        if container.sure:
            continue
        for weight in _matches(tree, weights, container.css):
            holds = (
                weight.node.mem_id in around
                and weight.node.tag != "body"
                and weight.running <= 1.5 * dense.running
                and weight.text <= 1.5 * dense.text + 60
                and weight.link_density < 0.3
            )
            inside = dense.node.mem_id in _above(weights, weight) and weight.running >= 0.9 * dense.running
            if (holds or inside) and (best is None or weight.text < best.text):
                best = weight
    return best
