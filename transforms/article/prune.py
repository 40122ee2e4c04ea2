"""Taking out of the narrowed part what is no article: related lists, share bars, tool bars, hidden copies."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from transforms.article.linked import cut_linked_tail
from transforms.article.rules import rules
from transforms.article.weights import NOTICE, Weight, weigh

_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LISTS = frozenset(("ul", "ol", "dl", "div", "table", "section", "p", "td"))


def _furniture(weight: Weight, whole: Weight, *, lists: bool) -> bool:
    """Whether the element is furniture: by its name, as nearly all links or, with `lists`, as a list of articles."""
    if lists and weight.listed and weight.text < 0.5 * whole.text:
        return True
    node = weight.node
    share = weight.running / whole.running if whole.running else 0.0
    attributes = node.attributes
    if _HIDDEN.search(attributes.get("style") or "") and share < 0.5:
        return True
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if name != " " and share < 0.3 and rules().noise.search(name):
        return True
    if node.tag not in _LISTS or share > 0.2:
        return False
    if weight.links < 2 or weight.linked / weight.links < 6:
        return False  # short links: tags, or words of the text
    return weight.link_density > 0.6 and weight.text - weight.linked < 60


def prune(part: LexborNode) -> Weight:
    """Take the furniture out of `part`, in place; gives what the part weighed before."""
    weights = weigh(part)
    whole = weights[part.mem_id]
    tops = [w for w in weights.values() if w.listed and w.parent in weights and not weights[w.parent].listed]
    listed = sum(w.text for w in tops)
    # Where there is no prose beside it the list is the article; where there is much, or a notice stands above it, it is not.
    lists = 0 < listed < 0.6 * whole.text or (listed > 0 and whole.running >= NOTICE and not any(w.running for w in tops))
    gone: set[int] = set()
    doomed = []
    for mem_id, weight in weights.items():
        if weight.parent in gone:
            gone.add(mem_id)
        elif mem_id != part.mem_id and _furniture(weight, whole, lists=lists):
            gone.add(mem_id)
            doomed.append(weight.node)
    for node in doomed:
        node.decompose()
    cut_linked_tail(part)
    return whole
