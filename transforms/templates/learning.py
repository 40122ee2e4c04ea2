"""Learning a portal's template from pages that were read carefully: only what reads these very pages the same way is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from parkwatch.records import Article
from transforms.article import UnreadablePage, metadata, page, people
from transforms.article.html import Opened, open_page
from transforms.article.lines import squeeze, squeeze_white
from transforms.article.narrow import Part, narrow
from transforms.article.visit import Visit
from transforms.templates.layout import Layout, Misfit, basis_of, shows_date, text_beside
from transforms.templates.selectors import common_selector, name_of, selectors_of, the_one
from transforms.templates.template import Template

LEAST = 3  # pages that a layout is learned from
NEAR = 60  # texts before the body, and as many after it, that date and source are looked for in

# A page that was read carefully, the article that came of it and, where more than the page's address was known, what was known.
Sample = tuple[bytes, Article] | tuple[bytes, Article, Visit]


@dataclass(frozen=True, slots=True)
class _Read:
    """A page of the sample, opened again, with the part that narrowing finds on it."""

    page: bytes
    article: Article
    visit: Visit
    opened: Opened
    part: Part


def learn(pages: Sequence[Sample], *, refused: Iterable[str] = ()) -> Template | None:
    """Learn where a portal's pages keep the article.

    Pages are grouped by the part that narrowing finds; a group of at least three becomes a layout, if one selector fits each of
    its bodies and nothing else, and if all its pages then read straight as they read carefully: same title, text, date, source.
    Selectors in `refused` are not taken. None where nothing is left: then the careful way stays.
    """
    refused = tuple(refused)
    groups: dict[tuple[str, str], list[_Read]] = {}
    for sample in pages:
        if (read := _opened(sample)) is not None:
            groups.setdefault((read.part.how, _place_of(read.part.node)), []).append(read)
    layouts: list[Layout] = []
    for (how, _), group in groups.items():
        layout = _layout(how, group) if len(group) >= LEAST else None
        if layout is not None and not _is_refused(layout.body, refused) and _reproduces(Template((layout,)), group):
            layouts.append(layout)
    template = Template(tuple(layouts), refused)
    # Two layouts may get into each other's way: then the first goes.
    for layout in layouts:
        if not _reproduces(template, [read for group in groups.values() for read in group if _is_of(layout, read)]):
            template = template.without(layout, refuse=False)
    return template if template.layouts else None


def differences(straight: Article, careful: Article) -> list[str]:
    """In what of title, text, date and source two readings of a page differ: what whoever takes figures from it would see."""
    pairs = {
        "the title": (straight.title, careful.title),
        "the text": (straight.text, careful.text),
        "the date": (straight.published, careful.published),
        "the source": (straight.source, careful.source),
    }
    return [name for name, (one, other) in pairs.items() if one != other]


def _reproduces(template: Template, group: Sequence[_Read]) -> bool:
    for read in group:
        straight = template.read_visit(read.page, read.visit)
        if isinstance(straight, Misfit) or differences(straight[0], read.article):
            return False
    return True


def _is_of(layout: Layout, read: _Read) -> bool:
    node = the_one(read.opened.tree, layout.body)
    return node is not None and node.mem_id == read.part.node.mem_id


def _is_refused(selector: str, refused: Iterable[str]) -> bool:
    """Whether a selector is a refused one, or one with more or fewer steps."""
    return any(f" > {one}".endswith(f" > {other}") for bad in refused for one, other in ((selector, bad), (bad, selector)))


def _opened(sample: Sample) -> _Read | None:
    """A page of the sample opened; None for one that narrowing finds no part of."""
    page, article = sample[0], sample[1]
    given = article.published if article.published_basis == "given" else None
    visit = sample[2] if len(sample) == 3 else Visit(url=article.url, published=given)
    try:
        opened = open_page(page, visit)
        part = narrow(opened.tree, opened.title)
    except UnreadablePage:
        return None
    return _Read(page, article, visit, opened, part) if part is not None else None


def _place_of(node: LexborNode) -> str:
    """What the bodies of one layout have in common: the body's name or, where it has none, the whole chain above it."""
    name = name_of(node)
    return name if name != node.tag or "-" in name else list(selectors_of(node))[-1]


def _layout(how: str, group: Sequence[_Read]) -> Layout | None:
    """The layout of a group of pages; None where no selector fits the body of each, and nothing else."""
    trees = [read.opened.tree for read in group]
    body = common_selector(trees, [read.part.node for read in group])
    if not body:
        return None
    articles = [read.article for read in group]
    bases = tuple(sorted({basis_of(article) for article in articles})) if all(a.published for a in articles) else ()
    charsets = {article.charset for article in articles}
    return Layout(
        body,
        how,
        charsets.pop() if len(charsets) == 1 else "",
        title=_place(group, _headlines),
        date=_place(group, _date_shown) if "given" not in bases else "",
        source=_place(group, _source_shown),
        bases=bases,
        shortest=min(len(article.text) for article in articles),
        headed=all(metadata.stands_in_head(page.parse(read.opened.source)) for read in group),
        beside=max(text_beside(read.part.node) for read in group),
    )


def _place(group: Sequence[_Read], find: Callable[[_Read], list[LexborNode]]) -> str:
    """The selector of what `find` finds on each page of the group; ``""`` where it is not found, or has no common selector."""
    found = [find(read) for read in group]
    if not all(found):
        return ""
    trees = [read.opened.tree for read in group]
    return common_selector(trees, [nodes[0] for nodes in found])


def _headlines(read: _Read) -> list[LexborNode]:
    """The elements whose whole text is the headline, the nearest to the body first."""
    wanted = squeeze_white(read.article.title)
    shown = _nearest(read)
    shown += [above for node in shown if (above := node.parent) is not None]  # a headline in two pieces
    return [node for node in shown if wanted and squeeze_white(node.text()) == wanted]


def _date_shown(read: _Read) -> list[LexborNode]:
    """The elements that show the article's date."""
    return [node for node in _nearest(read) if shows_date(node.text(separator=" "), read.article.published)]


def _source_shown(read: _Read) -> list[LexborNode]:
    """The elements that name the article's source behind a label, or alone."""
    source = read.article.source
    return [node for node in _nearest(read) if source and _names_source(node.text(separator=" "), source)]


def _names_source(text: str, source: str) -> bool:
    return squeeze(text) == squeeze(source) or people.labelled_source(text) == source


def _nearest(read: _Read) -> list[LexborNode]:
    """The elements with a text of their own before the body, the nearest first, then those after it in their order."""
    before: list[LexborNode] = []
    after: list[LexborNode] = []
    seen = {read.part.node.mem_id}
    body = {node.mem_id for node in read.part.node.traverse(include_text=False)} | seen
    side = before
    root = read.opened.tree.body
    for node in root.traverse(include_text=True) if root is not None else ():
        if node.mem_id in body:
            side = after
            continue
        parent = node.parent
        if parent is None or not node.is_text_node or not (node.text_content or "").strip():
            continue
        if parent.mem_id not in seen and parent.mem_id not in body:
            seen.add(parent.mem_id)
            side.append(parent)
    return [*before[: -NEAR - 1 : -1], *after[:NEAR]]
