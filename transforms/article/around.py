"""The page's texts around the part that holds the article: headline, stamp and source stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile

from selectolax.lexbor import LexborNode

from transforms.article.lines import is_prose, names, squeeze
from transforms.article.page import invisible_removed
from transforms.article.rules import rules

_DAY = re.compile(r"(?<![至到])(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?!\d?日?\s?(?:[至到~—–]|-\s?(?:20)?\d))")
_LABELLED = re.compile(
    r"(?:发[布表稿]|添加|录入|更新|时间|時間|日期|(?:信息|文章|稿件)?来源)[^。\d]{0,20}(?:19|20)\d\d\s?[-/.年]"
)
_PAPERS_PAGE = re.compile(r"第\s?[A-Z]?\d{1,3}\s?版")
SHORT = 40  # characters of a headline that reads as a sentence
BELOW = 6  # texts below the headline among which its stamp stands
BEFORE, ABOVE, FIRST, AFTER = 200, 20, 60, 12  # texts looked at, at most: before the part, above the headline, in it, after it


@dataclass(slots=True)
class Around:
    """Texts in document order, as the part divides them; `first` are the part's own before its first prose."""

    before: list[str] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


def _forward(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes that follow `node` and what stands in it, in document order; not what stands in elements that are never read."""
    unread = rules().unread
    current: LexborNode | None = node
    while current is not None:
        if current.next is not None:
            current = current.next
            yield current
            while current.first_child is not None and current.is_element_node and current.tag not in unread:
                current = current.first_child
                yield current
        else:
            current = current.parent


def backward(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes before `node` in the page's body, from the nearest to the farthest; not what stands in elements never read."""
    unread = rules().unread
    current: LexborNode | None = node
    while current is not None and current.tag != "body":
        if current.prev is not None:
            current = current.prev
            while current.last_child is not None and current.is_element_node and current.tag not in unread:
                current = current.last_child
            yield current
        else:
            current = current.parent


def texts_of(nodes: Iterator[LexborNode]) -> Iterator[tuple[str, LexborNode]]:
    """The texts of text nodes, without invisible characters and with single spaces; not those without any."""
    for node in nodes:
        if node.is_text_node and (text := " ".join(invisible_removed(node.text_content or "").split())):
            yield text, node


def _texts(nodes: Iterator[LexborNode]) -> Iterator[str]:
    return (text for text, _ in texts_of(nodes))


def texts_around(part: LexborNode, title: str) -> Around:
    """The texts before, at the head of, and after the part; before it no more than some above the headline."""
    wanted = squeeze(title)
    before: list[str] = []
    most = BEFORE
    for text in _texts(backward(part)):
        before.append(text)
        if len(before) >= most:
            break
        if most == BEFORE and names(text, wanted):
            most = len(before) + ABOVE
        elif most < BEFORE and _PAPERS_PAGE.match(text):
            most += 1  # above an e-paper's list of pages its issue's day stands
    # An English day (Saturday, September 10th, 2005) reads as half a sentence.
    first = list(
        takewhile(
            lambda text: not is_prose(text) or text.isascii() or names(text, wanted) or (len(text) < SHORT and "。" not in text),
            islice(_texts(part.traverse(include_text=True)), FIRST),
        )
    )
    return Around(before[::-1], first, list(islice(_texts(_forward(part)), AFTER)))


def header_of(around: Around, title: str) -> tuple[list[str], list[str]]:
    """The texts between the headline and the body, and some before the headline.

    A body may name its headline too: of the places with a stamp right below the last counts, and before it one that names the
    headline alone, above a labelled stamp. A day that opens or ends a range (…至…) is no stamp.
    """
    wanted = squeeze(title)
    texts = around.before + around.first
    named = [k for k in range(len(texts) - 1, -1, -1) if names(texts[k], wanted)]
    if not named:
        return around.before[-25:] + around.first, []
    ends = [len(texts), *named]  # of what stands below each, up to the next that names it
    below = {k: texts[k + 1 : min(end, k + BELOW)] for k, end in zip(named, ends, strict=False)}
    stamped = [k for k, shown in below.items() if any(map(_DAY.search, shown))]
    k = max(stamped, key=lambda k: (wanted == squeeze(texts[k]), any(map(_LABELLED.match, below[k]))), default=named[0])
    k -= wanted != squeeze(texts[k]) and _DAY.search(texts[k]) is not None  # the stamp itself names it: … | 分类：要闻
    return texts[k + 1 :], texts[max(0, k - ABOVE) : k + 1]
