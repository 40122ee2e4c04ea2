"""One running seed portal for all tests of this folder, and a small HTTP client."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import pytest

from seeds.server import SeedPortal, serve


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def _ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """One request; header names are written with underscores."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=5)
    try:
        connection.request(method, quote(path), headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()


@pytest.fixture(scope="session")
def portal() -> Iterator[SeedPortal]:
    with serve(0) as running:
        yield running


@pytest.fixture(scope="session")
def ask() -> Callable[..., Answer]:
    """Makes one request: address of the site, path, method, headers."""
    return _ask
