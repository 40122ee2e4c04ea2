"""A site of our own whose every answer a test decides, portal files for it, and a crawl of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psycopg
import pytest
import yaml

from crawlers.crawl import crawl
from crawlers.portal import Portal, load_portal
from parkwatch.records import CrawlResult

Answer = Callable[["Handler"], None]


@dataclass
class Hit:
    """One request as it came in."""

    path: str
    at: float  # monotonic seconds
    headers: dict[str, str]


class Handler(BaseHTTPRequestHandler):
    """Answers by the site's table of routes."""

    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.hits.append(Hit(self.path, time.monotonic(), dict(self.headers)))
        answer = self.server.routes.get(self.path)
        if answer is None:
            self.give(b"not here", status=404)
        elif callable(answer):
            answer(self)
        else:
            self.give(answer if isinstance(answer, bytes) else answer.encode())

    def give(self, body: bytes = b"", status: int = 200, **headers: str) -> None:
        """One plain answer; underscores in header names stand for hyphens."""
        self.send_response(status)
        headers = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body))} | headers
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Keep the test's output quiet."""


class Site(ThreadingHTTPServer):
    """A web site on loopback; ``routes`` maps a path to a body or to a function that answers."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.routes: dict[str, str | bytes | Answer] = {}
        self.hits: list[Hit] = []
        self.released = threading.Event()  # set at the end, so that a hanging answer ends

    @property
    def netloc(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    @property
    def url(self) -> str:
        return f"http://{self.netloc}"

    def paths(self) -> list[str]:
        return [hit.path for hit in self.hits]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what some tests are about."""


@pytest.fixture
def sites() -> Iterator[Callable[[], Site]]:
    running: list[Site] = []

    def start() -> Site:
        site = Site()
        running.append(site)
        threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return site
    yield start
    for site in running:
        site.released.set()
        site.shutdown()
        site.server_close()


@pytest.fixture
def site(sites: Callable[[], Site]) -> Site:
    return sites()


@dataclass
class Desk:
    """Everything a test needs for a crawl of ``site``."""

    site: Site
    folder: Path
    database_url: str
    archive: str = field(init=False)

    def __post_init__(self) -> None:
        self.archive = str(self.folder / "archive")

    @staticmethod
    def day(year: int, month: int, day: int) -> date:
        return date(year, month, day)

    @staticmethod
    def article(number: int, words: str = "") -> str:
        """A page long enough to be an article."""
        paragraph = f"<p>河口经济开发区第{number}期快讯：上半年完成产值{number}.6亿元，同比增长8.{number % 10}%。{words}</p>"
        return f"<html><title>河口开发区快讯{number}</title><body>{paragraph * 12}</body></html>"

    @staticmethod
    def links(*paths: str) -> str:
        """A list page."""
        return "<html><body><ul>" + "".join(f'<li><a href="{p}">快讯</a></li>' for p in paths) + "</ul></body></html>"

    def portal(self, name: str = "hekou", **fields: Any) -> Portal:
        content = {
            "name": "河口日报", "home": f"{self.site.url}/", "verified": "never", "allow_loopback": True, "allow_http": True,
            "delay": 0, "lists": [{"spider": "list", "url": f"{self.site.url}/"}], "articles": {"allow": ["/a/"]},
            "assertions": {"min_articles": 0}} | fields
        path = self.folder / f"{name}.yml"
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        return load_portal(path)

    def crawl(self, portal: Portal | None = None, **options: Any) -> CrawlResult:
        options = {"mode": "nightly", "run_id": "test", "database_url": self.database_url, "archive_url": self.archive} | options
        return crawl(portal or self.portal(), **options)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.database_url) as connection:
            return connection.execute(query, values or None).fetchall()

    def run(self, statement: str, *values: Any) -> None:
        with psycopg.connect(self.database_url) as connection:
            connection.execute(statement, values or None)

    def errors(self) -> dict[str, str]:
        """Path → last error of every article."""
        query = "SELECT url, last_error FROM parkwatch.frontier WHERE kind = 'article'"
        return {url.removeprefix(self.site.url): error for url, error in self.rows(query)}

    def pages(self) -> set[tuple[str, str]]:
        return set(self.rows("SELECT url, payload_digest FROM parkwatch.page"))


@pytest.fixture
def desk(site: Site, tmp_path: Path, database_url: str) -> Desk:
    return Desk(site, tmp_path, database_url)
