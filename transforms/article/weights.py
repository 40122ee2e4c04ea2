"""What stands below each element of a page: text, links, running prose, linked headings; counted in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from transforms.article.rules import rules

_PUNCTUATION = re.compile(r"[，。；：、！？“”《》（）]|[,;:!?](?=[\u4e00-\u9fff“])|(?<=[\u4e00-\u9fff])[,.;:!?]")
_BLOCKS = frozenset(("p", "div", "ul", "dl", "dd", "h4", "h5", "blockquote"))
_PLAIN = frozenset(("span", "b", "strong", "em", "font"))
# Elements that make up paragraphs and tables: text in them is credited to the block around them.
# A cell is a block: it may lay out a page.
_INLINE = _PLAIN | frozenset(
    [
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
        "o:p",
        "center",
        "blockquote",
        "tr",
        "tbody",
        "table",
        "ul",
        "ol",
    ]
)


NOTICE = 30  # characters of prose that are a notice, however long the list below it
MOST_OF_ITEM = 4  # linked headings of one item: its headline, its picture, its section, “more”
SEVERAL = 3  # runs of text beside which a single linked heading makes no list


@dataclass(slots=True)
class Weight:
    """What stands below one element; sizes in characters without white space."""

    node: LexborNode
    parent: int  # mem_id
    text: int = 0
    linked: int = 0  # of text, inside links
    links: int = 0
    running: int = 0  # of text, outside links, in text nodes with Chinese punctuation
    paragraphs: int = 0  # runs of such text
    headings: int = 0  # links that are all the text of their block: a list of articles has one for each excerpt
    score: float = 0.0
    listed: bool = False  # an item of a list of articles, a comment, a foot; or inside one

    @property
    def link_density(self) -> float:
        """The share of the text that is linked; 1.0 for an element without text."""
        return self.linked / self.text if self.text else 1.0

    @property
    def listing(self) -> float:
        """How much of a list of articles the element is: 0.0 to 1.0, linked headings for each run of text.

        One linked heading beside several runs is the article's own, or one that it leads to.
        """
        if not self.paragraphs:
            return 1.0
        headings = self.headings if self.headings > 1 or self.paragraphs < SEVERAL else 0
        return min(1.0, headings / self.paragraphs)

    @property
    def merit(self) -> float:
        """What speaks for the element as the article's body."""
        return self.score * (1 - self.link_density) * (0.05 if self.listed else max(0.05, 1 - self.listing))


def _runs(text: str) -> bool:
    """Whether text is an article's prose: with Chinese punctuation, a long one with enough, and no notice of the site's."""
    if len(text) < 300:
        return _PUNCTUATION.search(text) is not None and not rules().notice.search(text)
    return 100 * len(_PUNCTUATION.findall(text[:3000])) >= len(text[:3000])


def weigh(root: LexborNode) -> dict[int, Weight]:
    """The weight of each element below `root`, by mem_id, in document order.

    What stands in lists of other articles, comments and the like counts as text, but neither as running text nor for the score,
    unless there is no other.
    """
    weights: dict[int, Weight] = {root.mem_id: Weight(root, 0)}
    in_link: set[int] = set()
    runs: list[tuple[int, int]] = []
    for node in root.traverse(include_text=True):
        parent = node.parent
        if parent is None or node.mem_id == root.mem_id:
            continue
        above = parent.mem_id
        if node.is_text_node:
            text = node.text_content
            if text and (size := sum(map(len, text.split()))) and (weight := weights.get(above)):
                weight.text += size
                if above in in_link:
                    weight.linked += size
                elif _runs(text):
                    weight.paragraphs += 1
                    runs.append((above, size))
        elif node.is_element_node:
            weights[node.mem_id] = Weight(node, above)
            if node.tag == "a" or above in in_link:
                in_link.add(node.mem_id)
    _sum_up(weights)
    _mark_asides(root, weights)
    _mark_lists(weights)
    own = [(above, size) for above, size in runs if not weights[above].listed] or runs
    for above, size in own:
        weights[above].running += size
        _credit(weights, above, size)
    for weight in reversed(weights.values()):
        if (around := weights.get(weight.parent)) is not None:
            around.running += weight.running
    _set_lists_aside(weights)
    return weights


def _set_lists_aside(weights: dict[int, Weight]) -> None:
    """Where prose of some length stands beside a list of articles or links, the list speaks no longer against it."""
    aside: dict[int, tuple[int, int]] = {}
    for mem_id, weight in reversed(weights.items()):
        if not weight.headings:
            continue
        is_list = weight.listed or not weight.paragraphs
        headings, paragraphs = (weight.headings, weight.paragraphs) if is_list else aside.get(mem_id, (0, 0))
        if not weight.listed and weight.running >= NOTICE:
            weight.headings -= headings
            weight.paragraphs -= paragraphs
        above = aside.get(weight.parent, (0, 0))
        aside[weight.parent] = (above[0] + headings, above[1] + paragraphs)


def _mark_asides(root: LexborNode, weights: dict[int, Weight]) -> None:
    """Mark what its class or id calls comments, recommendations or a foot, unless it holds nearly all text."""
    whole = weights[root.mem_id].text
    for node in root.css(rules().aside):
        weight = weights.get(node.mem_id)
        if weight is not None and weight.text < 0.9 * whole:
            weight.listed = True


def _sum_up(weights: dict[int, Weight]) -> None:
    """Add to each element what stands in the elements below it, and count its links and linked headings."""
    for weight in reversed(weights.values()):
        above = weights.get(weight.parent)
        if above is None:
            continue
        above.text += weight.text
        above.linked += weight.linked
        above.links += weight.links + (weight.node.tag == "a")
        above.paragraphs += weight.paragraphs
    for weight in weights.values():
        if weight.node.tag == "a" and weight.text >= 6 and (block := _block_of(weights, weight)) is not None:
            block.headings += 1
    for weight in reversed(weights.values()):
        if (above := weights.get(weight.parent)) is not None:
            above.headings += weight.headings


def _block_of(weights: dict[int, Weight], link: Weight) -> Weight | None:
    """The block that a link is the heading of: it is all its text, or its first line with another block after it."""
    block = weights.get(link.parent)
    for _ in range(6):
        if block is None or block.node.tag not in _PLAIN or block.text != link.text:
            break
        block = weights.get(block.parent)
    if block is None or block.text - link.text <= 12:
        return block
    following = _beside(link.node, forward=True)
    is_heading = following is not None and following.tag in _BLOCKS and _beside(link.node, forward=False) is None
    return block if is_heading else None


def _beside(node: LexborNode, *, forward: bool) -> LexborNode | None:
    """The next sibling, or the one before, that is no white space."""
    beside = node.next if forward else node.prev
    for _ in range(4):
        if beside is None or not beside.is_text_node or (beside.text_content or "").strip():
            break
        beside = beside.next if forward else beside.prev
    return beside


def _credit(weights: dict[int, Weight], above: int, size: int) -> None:
    """Give a run of text to the block that holds its paragraph, and by halves to the two blocks above."""
    share = float(size)
    for _ in range(40):
        weight = weights.get(above)
        if weight is None or share < size / 4:
            return
        if weight.node.tag not in _INLINE:
            weight.score += share
            share /= 2
        above = weight.parent


def _mark_lists(weights: dict[int, Weight]) -> None:
    """Mark the items of lists of articles: three or more siblings, each with a linked heading and a little text.

    What holds many linked headings is no item: it may be a notice with lists of its own.
    """
    items: dict[tuple[int, str], list[Weight]] = {}
    for weight in weights.values():
        if 0 < weight.headings <= MOST_OF_ITEM and 1 <= weight.paragraphs <= 4 and weight.listing >= 0.5:
            items.setdefault((weight.parent, weight.node.tag or ""), []).append(weight)
    for siblings in items.values():
        if len(siblings) >= 3:
            for weight in siblings:
                weight.listed = True
    for weight in weights.values():
        above = weights.get(weight.parent)
        if above is not None and above.listed:
            weight.listed = True
