"""One layout of a portal's pages: where body, headline, date and source stand, and how an article is read straight from there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parkwatch.records import Article
from transforms.article import UnreadablePage, people, titles
from transforms.article.around import texts_around
from transforms.article.html import Opened, clean_body, conclude, headline_of
from transforms.article.lines import is_sentence, size, squeeze, squeeze_white
from transforms.article.metadata import Head
from transforms.article.narrow import ENOUGH, Part
from transforms.article.page import invisible_removed
from transforms.article.prune import prune
from transforms.article.stamps import read_stamp
from transforms.article.tidy import rows_of
from transforms.article.visit import Visit
from transforms.templates.selectors import the_one

MAX_LINKED = 0.3  # share of linked text; narrowing takes no container with more
LEAST_TEXT = 40  # characters of an article, where all learned ones have as many
LEAST_HAN = 0.3  # share of a text's characters without white space; a table of figures has about half
BESIDE = 12  # siblings of the body that are looked at
SPARE = 60  # characters that may stand beside a body, more than on any page of the sample

_HAN = re.compile(r"[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A page that the template does not read, and why.

    ``rule`` is a short code that events are counted by, ``layout`` the selector of the body whose check failed; ``""`` where the
    page is of no known layout.
    """

    rule: str
    reason: str
    layout: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a layout's pages keep the article (selectors of one element each), and what the pages of the sample share."""

    body: str
    how: str  # how narrowing had found the body: cms, name or density
    charset: str = ""  # "" where the pages of the sample are of several
    title: str = ""  # "" where no one element shows the headline: then it is found as the careful way does
    date: str = ""  # "" where no one element shows the date
    source: str = ""  # "" where no one element names the source
    bases: tuple[str, ...] = ()  # where dates were from; empty where not all pages have one
    shortest: int = 0  # text of the sample's shortest article, in characters
    headed: bool = False  # whether all that the pages say of themselves stands in the head's element
    beside: int = 0  # most text outside links that stood beside a body, in characters

    def widened(self, other: Layout) -> Layout:
        """The layout of the same body with what both ask for: it reads the pages of either."""
        return Layout(
            self.body,
            self.how,
            self.charset if self.charset == other.charset else "",
            title=self.title if self.title == other.title else "",
            date=self.date if self.date == other.date else "",
            source=self.source if self.source == other.source else "",
            bases=tuple(sorted({*self.bases, *other.bases})) if self.bases and other.bases else (),
            shortest=min(self.shortest, other.shortest),
            headed=self.headed and other.headed,
            beside=max(self.beside, other.beside),
        )

    def headline(self, tree: LexborHTMLParser, head: Head) -> str:
        """The headline, from its element, judged by the careful way's rules; ``""`` where it is not there."""
        node = the_one(tree, self.title)
        shown = squeeze_white(invisible_removed(node.text())) if node is not None else ""
        return titles.agreed_title(shown, head) if len(shown) <= titles.MAX else ""

    def read(self, opened: Opened, node: LexborNode, visit: Visit) -> Article | Misfit:
        """Read the article whose body is `node`; the page's tree is pruned by it."""
        shown = [self._shown(opened.tree, selector) for selector in (self.date, self.source)]
        beside = text_beside(node)
        if not self.title:
            opened.title = headline_of(opened, node)
        around = texts_around(node, opened.title)
        running = prune(node).running
        if misfit := self._no_body(opened, node, beside, running):
            return misfit
        try:
            cleaned = clean_body([invisible_removed(row) for row in rows_of(node)], Part(node, self.how), opened.title)
        except UnreadablePage as error:
            return self._misfit(error.rule, error.reason)
        length = size(cleaned.lines)
        if length < min(LEAST_TEXT, self.shortest) or not any(map(is_sentence, cleaned.lines)):
            return self._misfit("short", f"a text of {length} characters, the learned pages have {self.shortest} and more")
        article = conclude(opened, around, cleaned, visit)
        return self._implausible(article) or self._moved(article, *shown) or article

    def _no_body(self, opened: Opened, node: LexborNode, beside: int, running: int) -> Misfit | None:
        """What speaks against the body's place, before it is read."""
        if self.title and (not opened.title or titles.is_generic(opened.title)):
            return self._misfit("no_title", "no article's headline stands in its place")
        if running < ENOUGH:
            return self._misfit("no_prose", "hardly any running text stands in the body's place")
        if linked_share(node) >= MAX_LINKED:
            return self._misfit("linked", "a list of links stands in the body's place")
        if beside > 2 * self.beside + SPARE:
            return self._misfit("more_text", f"{beside} characters stand beside the body, at most {self.beside} on learned pages")
        return None

    def _shown(self, tree: LexborHTMLParser, selector: str) -> str | None:
        """The text in a place that was learned; None where the place is gone."""
        node = the_one(tree, selector) if selector else None
        return invisible_removed(node.text(separator=" ")) if node is not None else None

    def _implausible(self, article: Article) -> Misfit | None:
        """What speaks against an article as such: its characters, its date."""
        letters = "".join(article.text.split())
        if sum(map(len, _HAN.findall(letters))) < LEAST_HAN * len(letters):
            return self._misfit("not_chinese", "few of the text's characters are Han")
        if not self.bases or article.published_basis == "given":
            return None
        if article.published is None:
            return self._misfit("no_date", "no date, where all learned pages have one")
        if basis_of(article) not in self.bases:
            return self._misfit("date_elsewhere", f"the date is from {basis_of(article)}, never so on learned pages")
        return None

    def _moved(self, article: Article, date_shown: str | None, source_shown: str | None) -> Misfit | None:
        """What no longer stands where all pages of the sample show it."""
        if self.date and article.published_basis != "given" and not shows_date(date_shown, article.published):
            return self._misfit("date_moved", "the date does not stand in its place")
        if article.source is None and source_shown and people.labelled_source(source_shown):
            return self._misfit("source_lost", "the source that stands in its place was not read")
        return None

    def _misfit(self, rule: str, reason: str) -> Misfit:
        return Misfit(rule, reason, self.body)


def basis_of(article: Article) -> str:
    """Where an article's date is from, without what is that article's own: ``the text: 2025年上半年`` is ``the text``."""
    return re.split(r"[:;]", article.published_basis, maxsplit=1)[0]


def shows_date(text: str | None, published: str | None) -> bool:
    """Whether a text shows the date that an article has, as precisely or less so."""
    stamp = read_stamp(text) if text else None
    return stamp is not None and bool(stamp.value) and published is not None and published.startswith(stamp.value)


def linked_share(node: LexborNode) -> float:
    """The share of an element's text that is linked; 1.0 for one without text."""
    linked = _linked(node)
    if not linked and node.text().strip():
        return 0.0
    whole = len(squeeze(node.text()))
    return linked / whole if whole else 1.0


def _linked(node: LexborNode) -> int:
    return len(squeeze("".join([link.text() for link in node.css("a")])))


def text_beside(node: LexborNode) -> int:
    """How much text outside links the body's siblings hold, in characters: a body cut in two has its other half there."""
    return sum(_beside(node, forward=True)) + sum(_beside(node, forward=False))


def _beside(node: LexborNode, *, forward: bool) -> list[int]:
    sizes: list[int] = []
    sibling = node.next if forward else node.prev
    while sibling is not None and len(sizes) < BESIDE:
        if sibling.is_element_node and (text := len(squeeze(sibling.text()))):
            sizes.append(max(0, text - _linked(sibling)))
        elif sibling.is_text_node and (text := len(squeeze(sibling.text_content or ""))):
            sizes.append(text)
        sibling = sibling.next if forward else sibling.prev
    return sizes
