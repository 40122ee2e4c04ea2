"""Selectors that hold over a sample of pages: a chain of tags with the ids and classes that are the template's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from transforms.article.rules import MARKED

# A name that is the template's, not one article's (post-88213) nor a style sheet's that needs escaping (md:w-1/2).
_STABLE = re.compile(r"[A-Za-z_](?:[\w-]*[A-Za-z_-])?\d{0,2}", re.ASCII)
_QUOTED = re.compile(r"[\w-]{1,40}", re.ASCII)
MAX_STEPS = 12
MAX_CLASSES = 3


def selectors_of(node: LexborNode) -> Iterator[str]:
    """Selectors of an element, the shortest first; positions among siblings come in only where names alone do not do.

    The first step with a stable id ends the chain; without any the chain reaches up to the body.
    """
    chain: list[LexborNode] = []
    current: LexborNode | None = node
    while current is not None and current.tag not in ("html", None) and len(chain) < MAX_STEPS:
        chain.append(current)
        if current.tag == "body" or "#" in name_of(current):
            break
        current = current.parent
    for positions in (False, True):
        steps = [_step(link, positions=positions) for link in chain]
        for length in range(1, len(steps) + 1):
            selector = " > ".join(reversed(steps[:length]))
            if length == len(steps) or _is_named(selector):
                yield selector


def name_of(node: LexborNode) -> str:
    """An element's tag with its stable id, its part in microdata or its stable classes; the tag alone where it has none."""
    attributes, tag = node.attributes, node.tag or ""
    if _STABLE.fullmatch(identity := attributes.get("id") or ""):
        return f"{tag}#{identity}"
    for key in (MARKED, "itemprop"):
        if _QUOTED.fullmatch(value := attributes.get(key) or ""):
            return f'{tag}[{key}="{value}"]'
    classes = [name for name in (attributes.get("class") or "").split() if _STABLE.fullmatch(name)]
    return ".".join([tag, *classes[:MAX_CLASSES]])


def _is_named(selector: str) -> bool:
    """Whether a selector holds a name; the tag of an element of a CMS's own (founder-content) is one."""
    return any(mark in selector for mark in "#.[") or "-" in selector.replace("nth-of-type", "")


def _step(node: LexborNode, *, positions: bool) -> str:
    name = name_of(node)
    if not positions or "#" in name or node.tag == "body":
        return name
    place, before = 1, node.prev
    while before is not None:
        place += before.tag == node.tag
        before = before.prev
    return f"{name}:nth-of-type({place})"


def the_one(tree: LexborHTMLParser, selector: str) -> LexborNode | None:
    """The element that a selector fits; None where it fits none, or several."""
    found = tree.css(selector)
    return found[0] if len(found) == 1 else None


def common_selector(trees: Sequence[LexborHTMLParser], nodes: Sequence[LexborNode]) -> str:
    """The shortest selector that fits on each page the one element given for it, and no other; ``""`` where there is none."""
    for selector in selectors_of(nodes[0]):
        found = (the_one(tree, selector) for tree in trees)
        if all(one is not None and one.mem_id == node.mem_id for one, node in zip(found, nodes, strict=True)):
            return selector
    return ""
