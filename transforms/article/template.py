"""Templates learned: where a portal's pages keep the article, so that most of them need no looking for it.

A portal's pages share a template, and a backfill reads a million of them. From the first pages that the careful way has read
comes the place of the body; the following pages are read straight from there, each is checked cheaply, and one in fifty is read
both ways. Where a check fails the careful way reads the page; where it fails again and again, or the two ways disagree, the
template is forgotten.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from selectolax.lexbor import LexborNode

from parkwatch.records import Article
from transforms.article.around import texts_around
from transforms.article.errors import UnreadablePage
from transforms.article.html import Opened, clean_body, conclude, open_page, read_opened
from transforms.article.lines import is_sentence
from transforms.article.narrow import ENOUGH, Part, narrow
from transforms.article.prune import prune
from transforms.article.tidy import rows_of
from transforms.article.visit import Visit

LEARN = 3  # careful readings that must find the body in the same place
CHECK_EVERY = 50  # pages: one of them is read both ways
FORGIVEN = 3  # failed checks in a row before a template is forgotten
MOST = 8  # templates that are kept: those used last
MAX_LINKED = 0.3  # share of linked text; a body has less

_STABLE = re.compile(r"^[A-Za-z_](?:[\w-]*[A-Za-z_-])?\d{0,2}$")  # a name that is the template's, not the article's (post-88213)


@dataclass(slots=True)
class Template:
    """One template of a portal: the selector of its body, and how it has done."""

    body: str
    how: str  # how narrowing had found it: cms, name or density
    dated: bool  # whether its pages show their date
    pages: int = 0  # read by it
    failures: int = 0  # of its checks, in a row
    idle: int = 0  # pages of other layouts since its last


@dataclass(frozen=True, slots=True)
class LayoutEvent:
    """A template learned, or pages that no longer follow one: for the portal's monitor."""

    kind: str  # "learned" or "changed"
    selector: str
    pages: int  # read by the template so far
    reason: str = ""


def selector_of(node: LexborNode) -> str:
    """A selector of an element by its ancestors' stable ids and classes; positions only where nothing else tells."""
    steps: list[str] = []
    current: LexborNode | None = node
    while current is not None and current.tag not in ("html", "-undef", None):
        step, anchored = _step(current)
        steps.append(step)
        if anchored or current.tag == "body":
            break
        current = current.parent
    return " > ".join(reversed(steps))


def _step(node: LexborNode) -> tuple[str, bool]:
    """One step of a selector, and whether it needs no other above it (an id)."""
    attributes = node.attributes
    name = attributes.get("id") or ""
    if _STABLE.match(name):
        return f"{node.tag}#{name}", True
    classes = [c for c in (attributes.get("class") or "").split() if _STABLE.match(c)]
    if classes:
        return f"{node.tag}." + ".".join(classes[:3]), False
    position, before = 1, node.prev
    while before is not None:
        position += before.tag == node.tag
        before = before.prev
    return f"{node.tag}:nth-of-type({position})", False


@dataclass(slots=True)
class TemplateReader:
    """Reads one portal's pages, and learns its templates as it goes; its state is this object's alone.

    ``events`` collects what the portal's monitor wants to know; take them out when they are handled.
    """

    templates: list[Template] = field(default_factory=list)
    events: list[LayoutEvent] = field(default_factory=list)
    _seen: Counter[tuple[str, str, bool]] = field(default_factory=Counter)
    _distrusted: set[str] = field(default_factory=set)

    def read(
        self,
        page: bytes,
        *,
        content_type: str = "",
        url: str | None = None,
        fetched_on: date | None = None,
        published: str | None = None,
    ) -> Article:
        """Read a page as ``read_html`` does: same arguments, errors and, but for the time it takes, results."""
        visit = Visit(content_type, url, fetched_on, published)
        opened = open_page(page, visit)
        touched = False  # a failed attempt has pruned the page
        for template in sorted(self.templates, key=lambda t: t.idle):
            template.idle += 1
            nodes = opened.tree.css(template.body)
            if len(nodes) != 1:
                continue
            article = _straight(opened, nodes[0], template, visit)
            if article is None:
                touched = True
                template.failures += 1
                if template.failures >= FORGIVEN:
                    self._forget(template, "what stands in its place is no article any more")
                continue
            template.pages, template.failures, template.idle = template.pages + 1, 0, 0
            if template.pages % CHECK_EVERY:
                return article
            return self._checked(template, article, self._careful(open_page(page, visit), visit))
        return self._careful(open_page(page, visit) if touched else opened, visit)

    def _careful(self, opened: Opened, visit: Visit) -> Article:
        part = narrow(opened.tree)
        selector = selector_of(part.node) if part is not None else ""
        unique = bool(selector) and len(opened.tree.css(selector)) == 1
        article = read_opened(opened, part, visit)
        if part is not None and unique and selector not in self._distrusted:
            self._learn(selector, part.how, article)
        return article

    def _learn(self, selector: str, how: str, article: Article) -> None:
        if any(template.body == selector for template in self.templates):
            return
        key = (selector, how, article.published is not None)
        self._seen[key] += 1
        if self._seen[key] >= LEARN:
            del self._seen[key]
            for template in self.templates:
                if template.idle >= LEARN:
                    self.events.append(LayoutEvent("changed", template.body, template.pages, "pages have another layout now"))
            self.templates = [*sorted(self.templates, key=lambda t: t.idle)[: MOST - 1], Template(selector, how, key[2])]
            self.events.append(LayoutEvent("learned", selector, 0))

    def _checked(self, template: Template, straight: Article, careful: Article) -> Article:
        """The careful reading; the template is forgotten for good where the two disagree."""
        same = (straight.title, straight.published, straight.text) == (careful.title, careful.published, careful.text)
        if not same:
            self._distrusted.add(template.body)
            self._forget(template, "it read a page otherwise than the careful way")
        return careful

    def _forget(self, template: Template, reason: str) -> None:
        self.templates.remove(template)
        self.events.append(LayoutEvent("changed", template.body, template.pages, reason))


def _straight(opened: Opened, node: LexborNode, template: Template, visit: Visit) -> Article | None:
    """Read a page by its template; None where a check fails: length, links, prose, a date where its pages have one."""
    part = Part(node, template.how)
    around = texts_around(node, opened.title)
    whole = prune(node)
    if whole.running < ENOUGH or whole.link_density >= MAX_LINKED:
        return None
    try:
        cleaned = clean_body(rows_of(node), part, opened.title)
    except UnreadablePage:
        return None
    if not any(map(is_sentence, cleaned.lines)):
        return None
    article = conclude(opened, around, cleaned, visit)
    return None if template.dated and article.published is None else article
