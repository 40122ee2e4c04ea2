"""What the sites show: the seed, cut into the places that its site has, and the invented articles beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a site."""

    id: int
    title: str
    published: date  # the day on which this site put it up, not that of its source
    paragraphs: list[str]
    extra: dict[str, Any] = field(default_factory=dict)  # what only one site's template knows: category, views, parts of a seed

    @property
    def excerpt(self) -> str:
        """The head of the text, as list pages and feeds show it."""
        return str(self.extra.get("excerpt") or f"{''.join(self.paragraphs)[:78]}...")


@dataclass(frozen=True, slots=True)
class Linked:
    """An article that a seed's page links to: the seed holds its title and the head of its text, no more."""

    id: int
    title: str
    excerpt: str


def invented(site: str) -> list[Article]:
    """The invented articles of a site, newest first."""
    rows = yaml.safe_load((HERE / "articles" / f"{site}.yml").read_text(encoding="utf-8"))
    known = ("id", "title", "published", "paragraphs")
    return [
        Article(id=row["id"], title=row.get("title", ""), published=row["published"], paragraphs=row["paragraphs"],
                extra={key: value for key, value in row.items() if key not in known})
        for row in rows
    ]


def newest_first(articles: list[Article]) -> list[Article]:
    """Articles as a list page orders them."""
    return sorted(articles, key=lambda article: (article.published, article.id), reverse=True)


def lines_between(lines: list[str], first: int, last: int) -> list[str]:
    """Lines ``first`` to ``last`` of a seed file, counted from 1, without the blank ones."""
    return [line for line in lines[first - 1:last] if line.strip()]
