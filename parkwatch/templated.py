"""A portal's learned template in a run of several reading processes: each learns for itself, here it comes together.

A process hands back what it has learned with the page it has just read. What any was wrong about is trusted by none of the
next run's; what happened is counted over all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from parkwatch.records import Article
from transforms.article import read_html
from transforms.templates import Event, Template, TemplatedReader, TemplateError


@dataclass(frozen=True, slots=True)
class News:
    """What a reading process has to say of the template beside a page's reading."""

    straight: bool  # whether the page was read straight
    template: Template | None = None  # what it reads by now; None where that has not changed
    events: tuple[Event, ...] = ()


class TemplatedWorker:
    """Reads pages in one process, and tells what is new of the template."""

    def __init__(self, template: Template | None) -> None:
        """``template`` is what earlier runs have learned."""
        self.reader = TemplatedReader(read_html, template)
        self._told, self._straight = template, 0

    @property
    def read(self) -> Callable[..., Article]:
        """Reads a page as ``read_html`` does."""
        return self.reader.read

    def news(self) -> News:
        """What is new since the last call."""
        template, straight = self.reader.template, self.reader.counts["straight"]
        news = News(straight > self._straight, template if template is not self._told else None, self.reader.take_events())
        self._told, self._straight = template, straight
        return news


@dataclass(slots=True)
class PortalTemplate:
    """What a run knows of a portal's template: what it began with, and all processes' news of it."""

    template: Template | None = None
    known: bool = False  # whether an earlier run had learned one
    straight: int = 0  # pages read straight
    _events: dict[tuple[str, str, str], Event] = field(default_factory=dict)

    @classmethod
    def from_json(cls, stored: str | None) -> PortalTemplate:
        """From what an earlier run has stored; what cannot be used any more is learned anew."""
        try:
            return cls(Template.from_json(stored), known=True) if stored is not None else cls()
        except TemplateError:
            return cls()

    def to_json(self) -> str | None:
        """What to store."""
        return self.template.to_json() if self.template is not None else None

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened, in the order of the first of each kind, layout and rule."""
        return tuple(self._events.values())

    @property
    def changes(self) -> tuple[Event, ...]:
        """The events that say that a layout has changed: one was given up, or a known portal's pages needed further ones."""
        kinds = ("switched_off", "relearned") if self.known else ("switched_off",)
        return tuple(event for event in self.events if event.kind in kinds and event.rule != "idle")

    def hear(self, news: News) -> None:
        """Take in what a process has to say."""
        self.straight += news.straight
        if news.template is not None:
            gone = {event.layout for event in news.events if event.kind == "switched_off"}
            self.template = news.template if self.template is None else self.template.merged(news.template, gone)
        for event in news.events:
            key = (event.kind, event.layout, event.rule)
            known = self._events.get(key)
            self._events[key] = event if known is None else replace(known, count=known.count + event.count)
