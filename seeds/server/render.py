"""Templates to pages, and lists to list pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import jinja2

from seeds.server.content import HERE, Article
from seeds.server.page import Page, morning

TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
    undefined=jinja2.StrictUndefined, keep_trailing_newline=True,
)
UTF8_HTML = "text/html; charset=utf-8"
FOUNDED = date(2023, 1, 3)  # robots.txt, style sheets and the error page have not changed since


@dataclass(frozen=True, slots=True)
class Batch:
    """One page of a list with its pager."""

    number: int  # from 1
    articles: Sequence[Article]
    paths: Sequence[str]  # of all pages of the list

    @property
    def next(self) -> str | None:
        """Path of the next page; None on the last."""
        return self.paths[self.number] if self.number < len(self.paths) else None

    @property
    def previous(self) -> str | None:
        """Path of the page before; None on the first."""
        return self.paths[self.number - 2] if self.number > 1 else None


def batches(articles: Sequence[Article], size: int, first: str, further: str) -> Iterator[tuple[str, Batch]]:
    """Cut a list into pages: ``first`` is the first page's path, ``further`` the others', with ``{n}`` for the number."""
    count = max(1, -(-len(articles) // size))
    paths = [first if n == 1 else further.format(n=n) for n in range(1, count + 1)]
    for n, path in enumerate(paths, start=1):
        yield path, Batch(n, articles[(n - 1) * size:n * size], paths)


def latest(articles: Sequence[Article]) -> datetime:
    """When a page that lists these articles last changed."""
    return morning(max(article.published for article in articles))


def render(template: str, modified: datetime, *, content_type: str = UTF8_HTML, charset: str = "utf-8", **values: Any) -> Page:
    """Render one template; ``charset`` is that of the bytes, whatever the header says or leaves out."""
    return Page(TEMPLATES.get_template(template).render(values).encode(charset), content_type, modified)


def asset(name: str, content_type: str) -> Page:
    """A file of ``static/``."""
    return Page((HERE / "static" / name).read_bytes(), content_type, morning(FOUNDED))


def plain(text: str) -> Page:
    """A text file of the site, such as robots.txt."""
    return Page(text.encode("utf-8"), "text/plain", morning(FOUNDED))
