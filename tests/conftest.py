"""Fixtures that all rooms share: a real PostgreSQL for the whole session, a fresh migrated database for each test."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from warehouse.migrate import migrate
from warehouse.server import running_server

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def database_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of this session's own, its database migrated: the template of every test's database."""
    home: Path = tmp_path_factory.mktemp("home")
    with running_server(home, durable=False) as url:
        migrate(url)
        yield url


@pytest.fixture
def empty_database_url(database_server: str) -> Iterator[str]:
    """The address of a fresh database with nothing in it, dropped afterwards."""
    with _database(database_server, "template1") as url:
        yield url


@pytest.fixture
def database_url(database_server: str) -> Iterator[str]:
    """The address of a fresh, migrated database, dropped afterwards."""
    with _database(database_server, urlsplit(database_server).path[1:]) as url:
        yield url


class _database:  # noqa: N801 - used as a context manager alone
    """One database made from ``template``."""

    def __init__(self, server: str, template: str) -> None:
        self.name, self.template = f"test_{next(_numbers)}", template
        parts = urlsplit(server)
        self.admin = urlunsplit(parts._replace(path="/postgres"))
        self.url = urlunsplit(parts._replace(path=f"/{self.name}"))

    def __enter__(self) -> str:
        with psycopg.connect(self.admin, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {self.name} TEMPLATE {self.template} STRATEGY FILE_COPY")
        return self.url

    def __exit__(self, *_: object) -> None:
        with psycopg.connect(self.admin, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {self.name} WITH (FORCE)")
