"""The spider: one for all portals, driven by the portal file; finders read the lists, ``walk`` says what to take."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from crawlers.addresses import canonical
from crawlers.archive import ArchiveError
from crawlers.finders import find
from crawlers.finders.reading import UnreadableList
from crawlers.frontier import Answer, Due, Frontier, Validators
from crawlers.job import Job
from crawlers.listing import ListPage
from crawlers.middlewares.guard import Postponed
from crawlers.middlewares.pacing import host_of
from crawlers.middlewares.robots import Forbidden
from crawlers.pace import Pace
from crawlers.parts import MOST, Unfinished, next_part
from crawlers.spiders.answers import SILENCE, ends_the_crawl, fault_of, said_by
from crawlers.walk import Choice, choose, goes_on, onward_nodes
from parkwatch.records import WarcPointer

MOST_IN_A_ROW = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run begins with."""

    lists: Sequence[ListPage]
    articles: Sequence[Due]
    known_sitemaps: frozenset[str] = frozenset()  # addresses of lists that need not be read again


class PortalSpider(Spider):
    """Read lists, fetch the articles that are due, book each answer in the frontier."""

    name = "portal"

    def __init__(self, *, job: Job, frontier: Frontier, plan: Plan, today: Callable[[], Any], report: Callable[[], None],
                 **kwargs: Any) -> None:
        """Crawl as ``job`` says, from ``plan``; ``report`` is called after each answer."""
        super().__init__(**kwargs)
        self.job = job
        self.pace = Pace(job.portal.delay, time.monotonic)
        self.notes: list[str] = []
        self._frontier, self._plan, self._today, self._report = frontier, plan, today, report
        self._asked: set[str] = set()
        self._seen: dict[int, set[str]] = {}  # article links by list, of this walk
        self._articles_left = job.limit
        self._in_a_row = 0  # answers of a host that is silent or turns us away

    async def start(self) -> AsyncIterator[Request]:
        """Lists first: what they show is fetched while the rest of the plan waits."""
        for page in self._plan.lists:
            for request in self._list_request(page):
                yield request
        for due in self._plan.articles:
            for request in self._article_request(due):
                yield request

    def _count(self, name: str, by: int = 1) -> None:
        if self.crawler.stats:
            self.crawler.stats.inc_value(f"parkwatch/{name}", by)

    def _list_request(self, page: ListPage) -> list[Request]:
        if page.key in self._asked:
            return []
        self._asked.add(page.key)
        validators = self._frontier.list_validators(page)
        return [self._request(page.url, validators, self.on_list, page, priority=10)]

    def _article_request(self, due: Due) -> list[Request]:
        if due.url in self._asked or self._articles_left == 0:
            return []
        self._asked.add(due.url)
        if self._articles_left is not None:
            self._articles_left -= 1
        return [self._request(due.url, due.validators, self.on_article, due)]

    def _request(self, url: str, validators: Validators, callback: Callable[[Response], Any], item: Due | ListPage,
                 priority: int = 0) -> Request:
        conditions = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
        return Request(url, callback=callback, errback=self.on_error, meta={"item": item}, priority=priority, dont_filter=True,
                       headers={k: v for k, v in conditions.items() if v})

    @ends_the_crawl
    def on_list(self, response: Response) -> list[Request]:
        """Book a list page and ask for what it shows."""
        page: ListPage = response.meta["item"]
        self._count("lists_answered")
        if response.status == 304:
            self._frontier.not_modified(page)
            return self._done("lists_not_modified")
        if response.status in {404, 410} and page.day is not None:  # no edition on that day, or not yet
            if page.day < self._today():
                self._frontier.ended(page, "gone", f"answered {response.status}")
            return self._done("editions_absent")
        if response.status in {404, 410} and page.page > 1:  # a counted pager came past its last page
            self._frontier.ended(page, "gone", f"answered {response.status}")
            return self._done("lists_ended")
        fault = fault_of(response)
        try:
            listing = None if fault else find(self.job.portal.lists[page.source], page, response.body, response.url)
        except UnreadableList as error:
            listing, fault = None, str(error)
        if listing is None:
            return self._failed(page, fault)
        choice = choose(self.job.portal, page, listing, self._today())
        onward_to = onward_nodes(self.job.portal, page, listing, self._today())
        nodes = [node for node in onward_to if node.url not in self._plan.known_sitemaps]
        unseen = self._unseen(page, choice, [e.url for e in listing.entries])

        def more(wanted: int) -> list[ListPage]:
            onward = listing.next_page if goes_on(self.job.portal, page, choice, wanted, unseen) else None
            return [*nodes, *([onward] if onward else [])]

        # An index that did not change says nothing of its children: it is always asked for whole.
        validators = Validators() if listing.nodes else _validators(response)
        pointer: WarcPointer = response.meta["warc"]
        fresh, due, following = self._frontier.store_list(page, validators, pointer.payload_digest, choice, more)
        self._count("articles_found", fresh)
        self._done("lists_read")
        return [r for p in following for r in self._list_request(p)] + [r for d in due for r in self._article_request(d)]

    def _unseen(self, page: ListPage, choice: Choice, urls: list[str]) -> int:
        """Book what a list page shows; return how many of its links this walk had not seen."""
        seen = self._seen.setdefault(page.source, set())
        before = len(seen)
        seen.update(urls)
        self._count("articles_listed", choice.shown)
        if choice.undated:
            self._count("articles_undated", choice.undated)
            self.notes.append(f"{page.url}: {choice.undated} of {choice.shown} links carry no date and were left out")
        return len(seen) - before

    @ends_the_crawl
    def on_article(self, response: Response) -> list[Request]:
        """Book an article's answer: a page, nothing new, gone, or a failure."""
        due: Due = response.meta["item"]
        self._count("articles_answered")
        if response.status == 304:
            self._frontier.not_modified(due)
            return self._done("articles_not_modified")
        if response.status in {404, 410}:
            self._frontier.ended(due, "gone", f"answered {response.status}")
            return self._done("articles_gone")
        fault = fault_of(response)
        if not fault and response.url != due.url and not self.job.portal.is_article(canonical(response.url) or ""):
            fault = f"redirects to {response.url}, which is no article by the portal file"
        if fault:
            if fault.startswith("blocked"):
                self._count("articles_blocked")
                self._bears(response.url, fault)
            return self._failed(due, fault)
        answer = _answer(response, due.url)
        validators = _validators(response)
        if not self._frontier.has(due.url, answer.pointer.payload_digest):
            article = Unfinished(due, (answer,), validators)
            if part := self._part_request(response, article):
                return [part]
        return self._store(due, (answer,), validators)

    def _part_request(self, response: Response, article: Unfinished) -> Request | None:
        """The request for the article's next page; None where this one is its last."""
        if len(article.answers) >= MOST:
            self.notes.append(f"{article.due.url}: more than {MOST} pages; the others are left out")
            return None
        target = next_part(response, article.due.url)
        if target is None or any(answer.url == target for answer in article.answers):
            return None
        return Request(target, callback=self.on_part, errback=self.on_error, meta={"item": article}, priority=5, dont_filter=True)

    @ends_the_crawl
    def on_part(self, response: Response) -> list[Request]:
        """Take a further page of an article; all its pages are booked together when the last has come."""
        article: Unfinished = response.meta["item"]
        self._count("parts_answered")
        if response.status in {404, 410}:
            return self._without_the_rest(article, f"answered {response.status}")
        if fault := fault_of(response):
            return self._failed(article.due, f"its page {response.url}: {fault}")
        answers = (*article.answers, _answer(response, canonical(response.url) or response.url))
        if part := self._part_request(response, replace(article, answers=answers)):
            return [part]
        return self._store(article.due, answers, article.validators)

    def _without_the_rest(self, article: Unfinished, why: str) -> list[Request]:
        """Book what there is of an article, where its next page is not to be had."""
        self.notes.append(f"{article.due.url}: its page {len(article.answers) + 1} {why}; it is read without")
        return self._store(article.due, article.answers, article.validators)

    def _store(self, due: Due, answers: tuple[Answer, ...], validators: Validators) -> list[Request]:
        outcome = self._frontier.store_article(due, answers, crawl_run_id=self.job.crawl_run_id, validators=validators)
        if outcome == "repeated":
            self._first_failure(f"{due.url}: the same page as at other addresses")
        else:
            self._in_a_row = 0
        return self._done(f"articles_{outcome}")

    @ends_the_crawl
    def on_error(self, failure: Failure) -> list[Request]:
        """Book a request that brought no answer."""
        item: Due | ListPage | Unfinished = failure.request.meta["item"]  # type: ignore[attr-defined] # Scrapy adds it
        error = failure.value
        if isinstance(item, Unfinished):
            if isinstance(error, Forbidden):
                return self._without_the_rest(item, "is forbidden by robots.txt")
            item = item.due
        if isinstance(error, ArchiveError):
            raise error
        if isinstance(error, Postponed):
            self._first_failure(str(error))
            return self._done("postponed")
        if isinstance(error, Forbidden):
            self._frontier.ended(item, "forbidden", str(error))
            if isinstance(item, ListPage):
                self._first_failure(f"{item.url}: {error}")
            return self._done("forbidden")
        if isinstance(error, SILENCE):
            self._bears(failure.request.url, said_by(error))  # type: ignore[attr-defined] # Scrapy adds it
        return self._failed(item, said_by(error))

    def _bears(self, url: str, fault: str) -> None:
        """Leave a host alone that is silent or turns us away again and again; what was to be asked stays due."""
        self._in_a_row += 1
        if self._in_a_row >= MOST_IN_A_ROW:
            host = host_of(url)
            self.pace.close(host, f"{host} gave no usable answer {self._in_a_row} times in a row ({fault}): left alone")

    def _failed(self, item: Due | ListPage, error: str) -> list[Request]:
        self._frontier.failed(item, error)
        self._first_failure(f"{item.url}: {error}")
        return self._done("lists_failed" if isinstance(item, ListPage) else "articles_failed")

    def _first_failure(self, text: str) -> None:
        if self.crawler.stats and self.crawler.stats.get_value("parkwatch/first_failure") is None:
            self.crawler.stats.set_value("parkwatch/first_failure", text)

    def _done(self, name: str) -> list[Request]:
        self._count(name)
        self._report()
        return []


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return " ".join(value.decode("latin-1").split()) if value else None


def _answer(response: Response, url: str) -> Answer:
    return Answer(url, response.meta["warc"], response.meta["fetched_at"], _header(response, "Content-Type") or "")


def _validators(response: Response) -> Validators:
    return Validators(_header(response, "ETag"), _header(response, "Last-Modified"))
