"""Narrowing: which element of the page holds the article.

Containers that a CMS is known for are tried first; the others are judged beside what text and link density say. Both must agree:
a container with a small part of the page's prose is a teaser's, and a list of articles is no article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from transforms.article.errors import UnreadablePage
from transforms.article.lines import squeeze
from transforms.article.rules import Containers, rules
from transforms.article.weights import NOTICE, Weight, weigh

PREAMBLE = 300  # characters up to which prose above the headline may be what a site says to all visitors
MOSTLY_LINKS = 0.8  # link density of a CMS's own container that holds a notice and the lists below it
LEVELS = 12  # elements around a block of which one may hold the body's first half: unclosed ones nest
LEAST_RUN = 15  # characters that a body's runs of text have on average; labels have fewer
MOST_ASKED = 3000  # elements of which one may show the headline
ENOUGH = 15  # characters of running text: less is no article's body, unless the page has no more


@dataclass(frozen=True, slots=True)
class Part:
    """The part of the page that holds the article, and how it was found: ``cms``, ``name`` or ``density``."""

    node: LexborNode
    how: str


def _matches(tree: LexborHTMLParser, weights: dict[int, Weight], containers: Containers) -> list[tuple[int, Weight]]:
    """The elements that fit the containers' selectors, with the rank of the best that each fits, in document order."""
    found = []
    for node in tree.css(containers.css):
        weight = weights.get(node.mem_id)
        if weight is not None and weight.running and (rank := containers.rank(node.tag, node.attributes)) is not None:
            found.append((rank, weight))
    return found


def _around(weights: dict[int, Weight], inner: Weight) -> Iterator[int]:
    """The element itself and those around it, from the inside out."""
    mem_id: int = inner.node.mem_id
    while mem_id in weights:
        yield mem_id
        mem_id = weights[mem_id].parent


def by_density(weights: dict[int, Weight]) -> Weight | None:
    """The element that text and link density point to; None where no text runs, or lists of articles alone."""
    best = max(weights.values(), key=lambda w: w.merit, default=None)
    if best is None or best.score <= 0:
        return None
    while (wider := _wider(weights, best)) is not None:
        best = wider
    return best


def _wider(weights: dict[int, Weight], best: Weight) -> Weight | None:
    """The element around a block that holds the rest of a body cut into several blocks; None where there is no such.

    It brings much more running text and few links. Where wrappers stand in between, each paragraph has its own: then those of the
    others must look like the one around `best`.
    """
    child = best
    for step in range(LEVELS):
        above = weights.get(child.parent)
        if above is None or above.link_density > 0.15:
            return None
        if above.running >= 1.25 * best.running:
            alike = step < 4 and (step == 0 or _alike(weights, above, child))
            return above if alike or _goes_before(weights, above, best) else None
        child = above
    return None


def _goes_before(weights: dict[int, Weight], above: Weight, best: Weight) -> bool:
    """Whether the running text of `above` beside `best` stands before it: the first half of a body that the markup cut in two.

    What comes after a body may be readers' comments, what comes before it is its own.
    """
    more, runs = above.running - best.running, above.paragraphs - best.paragraphs
    if more < max(NOTICE, LEAST_RUN * runs):  # stamps and labels
        return False
    after, child = 0, best
    while child.node.mem_id != above.node.mem_id:
        beside = child.node.next
        while beside is not None:
            weight = weights.get(beside.mem_id)
            after += weight.running if weight is not None else len((beside.text_content or "").strip())
            beside = beside.next
        child = weights[child.parent]
    return after <= 0.2 * more


def _alike(weights: dict[int, Weight], above: Weight, child: Weight) -> bool:
    """Whether the blocks with running text below `above` are of the tag and class of `child`."""
    wanted = (child.node.tag, child.node.attributes.get("class"))
    others = [w for node in above.node.iter() if (w := weights.get(node.mem_id)) is not None and w.running]
    alike = [w for w in others if (w.node.tag, w.node.attributes.get("class")) == wanted]
    return 2 * len(alike) > len(others)


def _by_cms(tree: LexborHTMLParser, weights: dict[int, Weight], dense: Weight | None) -> Weight | None:
    """The container of a CMS, where one holds running text and density does not point to much more of it elsewhere."""
    least = ENOUGH if dense is None or dense.listed else max(ENOUGH, 0.4 * dense.running)
    fit = [
        (rank, -w.running, w)
        for rank, w in _matches(tree, weights, rules().sure)
        if w.running >= least and w.link_density < (MOSTLY_LINKS if w.running >= NOTICE else 0.5)
    ]
    return min(fit, key=lambda f: f[:2])[2] if fit else None


def _by_name(tree: LexborHTMLParser, weights: dict[int, Weight], dense: Weight) -> Weight | None:
    """The smallest container by name around `dense` that adds few links, or one inside with nearly all its text."""
    around = set(_around(weights, dense))
    best: Weight | None = None
    for _, weight in _matches(tree, weights, rules().named):
        holds = (
            weight.node.mem_id in around
            and weight.node.tag != "body"
            and weight.running <= 1.5 * dense.running
            and weight.text <= 1.5 * dense.text + 60
            and weight.link_density < 0.3
        )
        inside = weight.running >= 0.9 * dense.running and dense.node.mem_id in _around(weights, weight)
        if (holds or inside) and (best is None or weight.text < best.text):
            best = weight
    return best


def _below_headline(tree: LexborHTMLParser, weights: dict[int, Weight], dense: Weight | None, title: str) -> Weight | None:
    """The container below the headline, where what prose there is stands above it: an address to visitors, with a table below."""
    if dense is not None and dense.running > PREAMBLE:
        return None
    order = {mem_id: k for k, mem_id in enumerate(weights)}
    headline = _headline(tree, weights, title)
    if headline is None:
        return None
    above = order[headline.node.mem_id]
    if dense is not None and (order[dense.node.mem_id] > above or dense.node.mem_id in _around(weights, headline)):
        return None
    fit = []
    for containers in (rules().sure, rules().named):
        for node in tree.css(containers.css):
            weight = weights.get(node.mem_id)
            if weight is None or order[node.mem_id] < above or weight.link_density > 0.3 or weight.text < ENOUGH:
                continue
            if weight.running >= ENOUGH or any(len(table.css("tr")) > 1 for table in node.css("table")):
                fit.append((-weight.text, order[node.mem_id], weight))
    return min(fit, key=lambda f: f[:2])[2] if fit else None


def _headline(tree: LexborHTMLParser, weights: dict[int, Weight], title: str) -> Weight | None:
    """The element that shows the headline."""
    wanted = squeeze(title)
    for selector in (rules().titles.css, "td, p, div, span") if wanted else ():
        for node in tree.css(selector)[:MOST_ASKED]:
            if node.mem_id in weights and weights[node.mem_id].text <= 2 * len(wanted) and squeeze(node.text()) == wanted:
                return weights[node.mem_id]
    return None


def narrow(tree: LexborHTMLParser, title: str = "") -> Part | None:
    """The part of the page that holds the article, whose headline is `title`; None where no element does.

    Raises:
        UnreadablePage: all running text of the page stands in a list of articles.
    """
    body = tree.body
    if body is None:
        return None
    weights = weigh(body)
    dense = by_density(weights)
    if (known := _by_cms(tree, weights, dense)) is not None:
        return Part(known.node, "cms")
    if (below := _below_headline(tree, weights, dense, title)) is not None:
        return Part(below.node, "name")
    if dense is None:
        return None
    if dense.listed:
        raise UnreadablePage("list_page", "the page is a list of articles")
    named = _by_name(tree, weights, dense)
    return Part(named.node, "name") if named is not None else Part(dense.node, "density")
