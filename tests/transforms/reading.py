"""Read a made-up article, and look at its observations."""

from __future__ import annotations

from typing import Any

from parkwatch.records import Article, Observation
from transforms.observe import observe
from transforms.repair import fold

TITLE = "云麓经开区上半年经济运行平稳"
PUBLISHED = "2025-07-18"


def read(
    text: str, *, title: str = TITLE, published: str | None = PUBLISHED, place: str = "", source: str | None = None
) -> list[Observation]:
    """The observations of a text of a given title, date and source."""
    article = Article(title=title, text=text, published=published, published_basis="given", source=source)
    observations, _ = observe(article, fold(text), anchor=published, place=place)
    return list(observations)


def parks(text: str, *, title: str = TITLE, source: str | None = None) -> tuple[str, ...]:
    """The parks that an article names."""
    article = Article(title=title, text=text, published=PUBLISHED, published_basis="given", source=source)
    return observe(article, fold(text), anchor=PUBLISHED, place="")[1]


def rows(text: str, *fields: str, **given: Any) -> list[tuple[Any, ...]]:
    """The chosen fields of each observation."""
    return [tuple(getattr(o, f) for f in fields) for o in read(text, **given)]
