"""Reading one portal's pages, straight where its template holds and carefully where not, and learning the template on the way."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from parkwatch.records import Article
from transforms.article import UnreadablePage
from transforms.article.visit import Visit
from transforms.templates.layout import Layout, Misfit
from transforms.templates.learning import Sample, differences, learn
from transforms.templates.template import Template

LEARN_FROM = 5  # careful readings before the first attempt to learn; each that fails doubles the wait
LONGEST_WAIT = 320  # careful readings between two attempts
KEPT = 12  # pages of the sample, the last ones
FORGIVEN = 3  # failed checks of a layout in a row: more, and it is given up
GIVEN_UP = 3  # times that a layout was given up: its place is then not learned again, so that two kinds of page make no see-saw
MOST = 8  # layouts that are kept: those used last

EventKind = Literal["learned", "misfit", "relearned", "switched_off"]


@dataclass(frozen=True, slots=True)
class Event:
    """What the portal's monitor wants to know of a template.

    ``learned``: the first layouts of a portal; ``relearned``: further ones, after pages that fitted none or no more;
    ``switched_off``: a layout given up; ``misfit``: pages read carefully because no layout fits them, one event for each rule and
    layout until the next event of another kind.
    """

    kind: EventKind
    reason: str
    page: int  # how many pages had been read, this one included; the first one's, of several misfits
    rule: str = ""  # short code of a misfit or of what a layout was given up for
    layout: str = ""  # selector of the body; "" where it is of no one layout
    count: int = 1  # pages: misfits, pages learned from, pages that the layout given up had read


@dataclass(slots=True)
class TemplatedReader:
    """Reads one portal's pages as `careful` does, most of them straight.

    `careful` is ``transforms.article.read_html`` or takes the same arguments. `template` is what an earlier run has learned; what
    to store after reading stands there too. Of a layout's straight readings the first, and then one in `every`, is compared with
    the careful one, which is then the one given; where they differ, the layout is switched off for good.

    The state is this object's alone, and the same pages in the same order give the same articles and events.
    """

    careful: Callable[..., Article]
    template: Template | None = None
    every: int = 50
    counts: Counter[str] = field(default_factory=Counter)  # of pages: straight, careful, misfits, compared, agreed
    _events: list[Event] = field(default_factory=list)
    _sample: deque[Sample] = field(default_factory=lambda: deque(maxlen=KEPT))
    _wait: int = LEARN_FROM
    _left: int = LEARN_FROM  # careful readings before the next attempt to learn
    _pages: int = 0
    _run: int = 0  # misfits in a row
    _used: dict[str, int] = field(default_factory=dict)  # the last page that a layout has read
    _read: Counter[str] = field(default_factory=Counter)  # pages that a layout has read
    _failed: Counter[str] = field(default_factory=Counter)  # pages in a row that failed a layout's checks
    _given_up: Counter[str] = field(default_factory=Counter)  # times that a layout was given up for them

    @property
    def events(self) -> tuple[Event, ...]:
        """What has happened so far, in order."""
        return tuple(self._events)

    def take_events(self) -> tuple[Event, ...]:
        """What has happened since they were last taken; a misfit's count begins anew."""
        taken, self._events = tuple(self._events), []
        return taken

    def read(
        self,
        body: bytes,
        *,
        content_type: str = "",
        url: str | None = None,
        fetched_on: date | None = None,
        published: str | None = None,
    ) -> Article:
        """Read a page; arguments, errors and, but for the time it takes, articles are those of the careful way."""
        visit = Visit(content_type, url, fetched_on, published)
        self._pages += 1
        if self.template is None or not self.template.layouts:
            article = self._carefully(body, visit, learn_from=True)
            self._learn_in_time("the first pages of a layout have been read")
            return article
        outcome = self.template.read_visit(body, visit)
        if isinstance(outcome, Misfit):
            return self._misfitted(body, visit, outcome)
        article, layout = outcome
        self._run = self._failed[layout.body] = 0
        self._used[layout.body] = self._pages
        self._read[layout.body] += 1
        self.counts["straight"] += 1
        return self._compared(body, visit, article, layout) if (self._read[layout.body] - 1) % self.every == 0 else article

    def _carefully(self, body: bytes, visit: Visit, *, learn_from: bool) -> Article:
        self.counts["careful"] += 1
        article = self.careful(
            body, content_type=visit.content_type, url=visit.url, fetched_on=visit.fetched_on, published=visit.published
        )
        if learn_from:
            self._sample.append((body, article, visit))
            self._left -= 1
        return article

    def _misfitted(self, body: bytes, visit: Visit, misfit: Misfit) -> Article:
        """Read a page carefully that no layout fits; after some in a row, learn anew from them."""
        self._note(misfit)
        # A page that is no article to the careful way either ends here: it speaks against no layout.
        article = self._carefully(body, visit, learn_from=True)
        self._run += 1
        layout = self._layout(misfit.layout)
        if layout is not None:
            self._failed[layout.body] += 1
            if self._failed[layout.body] >= FORGIVEN:
                self._failed[layout.body] = 0
                reason = f"{FORGIVEN} pages in a row failed its checks, the last one: {misfit.reason}"
                if not self._learn(reason) or layout in self._layouts:
                    self._given_up[layout.body] += 1
                    self._switch_off(layout, misfit.rule, reason, refuse=self._given_up[layout.body] >= GIVEN_UP)
                return article
        reason = f"{self._run} pages in a row fit no layout" if self._run >= LEARN_FROM else "some pages fit no layout"
        if self._run == LEARN_FROM:
            self._learn(reason)
        else:
            self._learn_in_time(reason)
        return article

    def _compared(self, body: bytes, visit: Visit, straight: Article, layout: Layout) -> Article:
        """The careful reading of a page that was read straight; the layout is switched off where the two differ."""
        self.counts["compared"] += 1
        try:
            careful = self._carefully(body, visit, learn_from=False)
        except UnreadablePage as error:
            self._switch_off(layout, "disagreement", f"it read a page that is no article: {error.reason}", refuse=True)
            raise
        if differing := differences(straight, careful):
            reason = f"it read {' and '.join(differing)} of a page otherwise than the careful way"
            self._switch_off(layout, "disagreement", reason, refuse=True)
        else:
            self.counts["agreed"] += 1
        return careful

    def _learn_in_time(self, reason: str) -> None:
        if self._left <= 0:
            self._learn(reason)

    def _learn(self, reason: str) -> bool:
        """Learn from the last careful readings; whether there is now more, or a wider layout, than before."""
        old = self.template or Template()
        found = learn(tuple(self._sample), refused=old.refused)
        merged = old.joined(found) if found is not None else old
        if merged == old:
            self._wait = min(2 * self._wait, LONGEST_WAIT)
            self._left = self._wait
            return False
        for layout in merged.layouts:
            if layout not in old.layouts:
                kind: EventKind = "relearned" if self._was_learned() else "learned"
                self._events.append(Event(kind, reason, self._pages, "", layout.body, len(self._sample)))
                self._used[layout.body] = self._pages
                self._read[layout.body] = 0  # so that its first straight reading is compared
        self.template = merged
        while len(self._layouts) > MOST:
            idle = min(self._layouts, key=lambda layout: self._used.get(layout.body, 0))
            self._switch_off(idle, "idle", f"{MOST} other layouts have been used since", refuse=False)
        self._sample.clear()
        self._wait = self._left = LEARN_FROM
        self._run = 0
        return True

    def _was_learned(self) -> bool:
        """Whether the portal had a template before, of an earlier run too."""
        return self.template is not None

    @property
    def _layouts(self) -> tuple[Layout, ...]:
        return self.template.layouts if self.template is not None else ()

    def _layout(self, body: str) -> Layout | None:
        return next((layout for layout in self._layouts if layout.body == body), None)

    def _switch_off(self, layout: Layout, rule: str, reason: str, *, refuse: bool) -> None:
        if self.template is not None:
            self.template = self.template.without(layout, refuse=refuse)
        self._events.append(Event("switched_off", reason, self._pages, rule, layout.body, self._read[layout.body]))

    def _note(self, misfit: Misfit) -> None:
        """Count a misfit in the event of its rule and layout, since the last event of another kind."""
        self.counts["misfits"] += 1
        for k in range(len(self._events) - 1, -1, -1):
            event = self._events[k]
            if event.kind != "misfit":
                break
            if (event.rule, event.layout) == (misfit.rule, misfit.layout):
                self._events[k] = replace(event, count=event.count + 1)
                return
        self._events.append(Event("misfit", misfit.reason, self._pages, misfit.rule, misfit.layout))
