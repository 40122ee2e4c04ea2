"""Fixtures that all rooms share: a real PostgreSQL for the whole session, a fresh migrated database for each test."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from warehouse.migrate import migrate
from warehouse.server import running_server

NewDatabase = Callable[[str], AbstractContextManager[str]]
LOOPBACK = ("127.", "::1", "localhost")


def _loopback_alone(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse any connection and name look-up beyond this machine, whichever library asks for it."""
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""  # a path: a Unix socket
    elif event == "socket.getaddrinfo":
        host = arguments[0] or ""
    else:
        return
    if host and not str(host).startswith(LOOPBACK):
        raise OSError(f"a test reaches beyond loopback: {event} {host}")


sys.addaudithook(_loopback_alone)


@pytest.fixture(scope="session")
def database_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of this session's own; its database is migrated, the template of every test's."""
    with running_server(tmp_path_factory.mktemp("home"), durable=False) as url:
        migrate(url)
        yield url


@pytest.fixture(scope="session")
def new_database(database_server: str) -> Iterator[NewDatabase]:
    """Makes a database from a template and drops it afterwards, whoever is still connected."""
    numbers = itertools.count(1)
    parts = urlsplit(database_server)

    @contextmanager
    def new(template: str) -> Iterator[str]:
        name = f"test_{next(numbers)}"
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        yield urlunsplit(parts._replace(path=f"/{name}"))
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")

    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as admin:
        yield new


@pytest.fixture
def empty_database_url(new_database: NewDatabase) -> Iterator[str]:
    """The address of a fresh database with nothing in it."""
    with new_database("template1") as url:
        yield url


@pytest.fixture
def database_url(new_database: NewDatabase) -> Iterator[str]:
    """The address of a fresh, migrated database."""
    with new_database("parkwatch") as url:
        yield url
