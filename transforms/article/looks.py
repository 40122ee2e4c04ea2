"""How the markup shows the texts around the body: their tags, names and place in lists, looked up once an element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from selectolax.lexbor import LexborNode

from transforms.article.around import backward, texts_of
from transforms.article.lines import squeeze
from transforms.article.titles import is_home

BEFORE, WITHIN = 32, 14  # texts looked at: before the body, and of it from its start
NAMED = 3  # elements around a text whose names say what it is
DEEP = 5  # elements around a text that are looked at
_FONTS = ("b", "big", "em", "font", "i", "s", "small", "strong", "sub", "sup", "u")
INLINE = frozenset(("a", *_FONTS, "ins", "label", "mark", "nobr", "o:p", "span", "time"))
_HEADING = re.compile(r"h[1-6]")
_TITLED = re.compile(r"(?:^|[-_ ])(?:[a-z]*title[a-z]*|[a-z]*tit|biaoti|bt\d?|headline|hd|subject|wzbt)(?:[-_ \d]|$)")
_FURNITURE = re.compile(
    r"nav|crumb|location|position|menu|path|foot|copyright|logo|side|list|more|relat|recom|hot|login|search|weizhi|wz\b"
)


@dataclass(frozen=True, slots=True)
class _Element:
    """What one element says of the texts in it."""

    node: LexborNode
    above: LexborNode | None
    tag: str
    name: str  # class and id, in lower case
    centred: bool
    home: bool  # a link to the site's first page


@dataclass(frozen=True, slots=True)
class Look:
    """What the elements around a text say of it."""

    block: int = 0  # mem_id of the nearest block
    heading: str = ""  # h1 to h6
    titled: bool = False  # whether one of the nearest elements is named as headlines are
    furniture: bool = False  # whether one is named as furniture is
    linked: bool = False
    home: bool = False  # to the site's first page
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A text that the page shows; `key` is it squeezed, `inside` whether it stands in the body's element."""

    text: str
    key: str
    look: Look
    inside: bool


def _element(node: LexborNode) -> _Element:
    tag, attributes = node.tag or "", node.attributes
    style = (attributes.get("style") or "").lower().replace(" ", "") if attributes else ""
    return _Element(
        node,
        node.parent,
        tag,
        f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().strip() if attributes else "",
        tag == "center" or "text-align:center" in style or (attributes.get("align") or "").lower() == "center",
        tag == "a" and "href" in attributes and is_home(attributes["href"] or ""),
    )


def _look(node: LexborNode, elements: dict[int, _Element]) -> Look:
    """The look of the texts right in an element."""
    chain: list[_Element] = []
    current: LexborNode | None = node
    while current is not None and len(chain) < DEEP and current.tag not in ("body", "html"):
        element = elements.get(current.mem_id)
        if element is None:
            element = elements[current.mem_id] = _element(current)
        chain.append(element)
        current = element.above
    names = [element.name for element in chain[:NAMED] if element.name]
    tags = [element.tag for element in chain]
    return Look(
        block=next((e.node.mem_id for e in chain if e.tag not in INLINE), 0),
        heading=next(filter(_HEADING.fullmatch, tags), ""),
        titled=any(map(_TITLED.search, names)),
        furniture=any(map(_FURNITURE.search, names)),
        linked="a" in tags,
        home=any(element.home for element in chain),
        centred=any(element.centred for element in chain),
    )


def shown_around(part: LexborNode) -> list[Shown]:
    """The texts before the body and at its start, in the page's order."""
    elements: dict[int, _Element] = {}
    looks: dict[int, Look] = {}

    def shown(texts: Iterator[tuple[str, LexborNode]], most: int, *, inside: bool) -> list[Shown]:
        found = []
        for text, node in islice(texts, most):
            parent = node.parent
            if parent is None:
                continue
            look = looks.get(parent.mem_id) or looks.setdefault(parent.mem_id, _look(parent, elements))
            found.append(Shown(text, squeeze(text), look, inside))
        return found

    before = shown(texts_of(backward(part)), BEFORE, inside=False)
    return [*before[::-1], *shown(texts_of(part.traverse(include_text=True)), WITHIN, inside=True)]
