"""A portal's template: the layouts that its pages have, kept as JSON beside the portal and read from without any search."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from parkwatch.errors import ParkwatchError
from parkwatch.records import Article
from transforms.article import UnreadablePage, charset, metadata, page, titles
from transforms.article.html import Opened
from transforms.article.lines import squeeze_white
from transforms.article.rules import MARKED, rules
from transforms.article.visit import Visit
from transforms.templates.charsets import decode_as
from transforms.templates.layout import Layout, Misfit

VERSION = 1  # of what is learned and how it is read: a template of another version is learned anew


_KINDS = {"shortest": int, "beside": int, "bases": tuple, "headed": bool}  # of a layout's fields; the others are selectors
_EMPTY = LexborHTMLParser("<p></p>")


class TemplateError(ParkwatchError):
    """A stored template that cannot be used: no template's JSON, or of another version."""


@dataclass(frozen=True, slots=True)
class Template:
    """All layouts of a portal that are read straight, and the places that are not to be trusted again."""

    layouts: tuple[Layout, ...] = ()
    refused: tuple[str, ...] = field(default=())  # selectors of bodies that were read otherwise than carefully

    def read(
        self,
        body: bytes,
        *,
        content_type: str = "",
        url: str | None = None,
        fetched_on: date | None = None,
        published: str | None = None,
    ) -> Article | Misfit:
        """Read a page straight; arguments are those of ``read_html``. It raises nothing: what cannot be read is a misfit."""
        outcome = self.read_visit(body, Visit(content_type, url, fetched_on, published))
        return outcome if isinstance(outcome, Misfit) else outcome[0]

    def read_visit(self, body: bytes, visit: Visit) -> tuple[Article, Layout] | Misfit:
        """Read a page straight, and say by which layout."""
        try:
            decoded = decode_as(body, visit.content_type, self._charset)
            source = page.prepare(decoded.text, plain=False, marked=self._marked)
            # Unchanged, the page's own bytes are parsed as they are.
            tree = page.parse(body if source is decoded.text and decoded.reason == charset.STRICT else source)
            head = metadata.read_head(tree, source, within=tree.head if self._headed else None)
            chosen = self._choose(tree)
            if isinstance(chosen, Misfit):
                return chosen
            layout, node = chosen
            named = () if layout.title else tuple(titles.headlines(tree))
            title = squeeze_white(layout.headline(tree, head)) if layout.title else ""
            for unread in (node.parent or node).css(rules().remove):  # what stands farther off is passed over
                unread.decompose()
            outcome = layout.read(Opened(tree, source, decoded, head, title, named), node, visit)
        except UnreadablePage as error:
            return Misfit(error.rule, error.reason)
        return outcome if isinstance(outcome, Misfit) else (outcome, layout)

    @property
    def _marked(self) -> bool:
        """Whether a layout finds its body by the comments that a CMS writes around it."""
        places = ((layout.body, layout.title, layout.date, layout.source) for layout in self.layouts)
        return any(MARKED in place for layout in places for place in layout)

    @property
    def _headed(self) -> bool:
        """Whether all layouts' pages say in the head's element what they say of themselves."""
        return all(layout.headed for layout in self.layouts)

    @property
    def _charset(self) -> str:
        """The charset of all layouts' pages; ``""`` where they have several."""
        charsets = {layout.charset for layout in self.layouts}
        return charsets.pop() if len(charsets) == 1 else ""

    def _choose(self, tree: LexborHTMLParser) -> tuple[Layout, LexborNode] | Misfit:
        """The layout whose body the page has, the innermost of several; a place that occurs twice is nobody's."""
        fit: list[tuple[int, Layout, LexborNode]] = []
        for layout in self.layouts:
            nodes = tree.css(layout.body)
            if len(nodes) > 1:
                return Misfit("ambiguous", f"{len(nodes)} elements stand where one is expected", layout.body)
            if nodes:
                fit.append((_depth(nodes[0]), layout, nodes[0]))
        if not fit:
            return Misfit("other_layout", "the page has no learned layout")
        _, layout, node = max(fit, key=lambda f: f[0])
        return layout, node

    def without(self, layout: Layout, *, refuse: bool) -> Template:
        """The template without one of its layouts; with `refuse`, its place is not learned again."""
        kept = tuple(other for other in self.layouts if other != layout)
        return replace(self, layouts=kept, refused=(*self.refused, layout.body) if refuse else self.refused)

    def joined(self, learned: Template) -> Template:
        """The template with what was learned since; a layout of the same place is widened, so that it reads the pages of both."""
        layouts = list(self.layouts)
        for new in learned.layouts:
            k = next((k for k, old in enumerate(layouts) if (old.body, old.how) == (new.body, new.how)), None)
            if k is None:
                layouts.append(new)
            else:
                layouts[k] = layouts[k].widened(new)
        return replace(self, layouts=tuple(layouts))

    def merged(self, other: Template, gone: Collection[str] = ()) -> Template:
        """The template with what another process has learned; what either refuses, and the bodies in `gone`, are left out."""
        refused = tuple(dict.fromkeys((*self.refused, *other.refused)))
        known = {layout.body for layout in other.layouts}
        kept = tuple(layout for layout in self.layouts if layout.body not in gone or layout.body in known)
        both = replace(self, layouts=kept).joined(other)
        return Template(tuple(layout for layout in both.layouts if layout.body not in refused), refused)

    def to_json(self) -> str:
        """The template as one JSON object."""
        row = {"version": VERSION, "layouts": [asdict(layout) for layout in self.layouts], "refused": list(self.refused)}
        return json.dumps(row, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Template:
        """A template from what ``to_json`` gave.

        Raises:
            TemplateError: the text is no template's JSON, or of another version.
        """
        try:
            row = json.loads(text)
            if row["version"] != VERSION:
                raise TemplateError(f"the template is of version {row['version']}, not {VERSION}: learn it anew")
            return cls(tuple(map(_layout, row["layouts"])), tuple(map(str, row["refused"])))
        except (ValueError, KeyError, TypeError, AttributeError, SelectolaxError) as error:
            raise TemplateError(f"no template's JSON: {error}") from error


def _layout(row: dict[str, Any]) -> Layout:
    """A layout from its JSON: each field of its kind, each selector one that can be parsed."""
    layout = Layout(**{**row, "bases": tuple(row["bases"])})
    for name in (f.name for f in fields(Layout)):
        value, kind = getattr(layout, name), _KINDS.get(name, str)
        if not isinstance(value, kind):
            raise TypeError(f"a layout's {name} is {value!r}")
    for selector in (layout.body, layout.title, layout.date, layout.source):
        if selector or selector is layout.body:
            _EMPTY.css_first(selector)  # raises where it is none
    return layout


def _depth(node: LexborNode) -> int:
    depth, above = 0, node.parent
    while above is not None:
        depth, above = depth + 1, above.parent
    return depth
