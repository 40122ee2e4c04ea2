"""Connections and transactions, as every module of this room uses them."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import psycopg

from parkwatch.errors import ParkwatchError
from warehouse.server import describe

Connection = psycopg.Connection[Any]
Database = str | Connection  # an address, or a connection whose transaction the caller ends
T = TypeVar("T")
ATTEMPTS = 5
NO_SCHEMA = (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn, psycopg.errors.InvalidSchemaName)
MET_ANOTHER = (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure)


@contextmanager
def transaction(database: Database) -> Iterator[Connection]:
    """A connection in a transaction: a new one to an address, or a savepoint of the caller's.

    Raises:
        ParkwatchError: nobody answers at the address, the server ended the transaction (a restart, a full disk, a timeout), or
            the tables are missing.
    """
    if isinstance(database, psycopg.Connection):
        with database.transaction():
            yield database
        return
    try:
        with psycopg.connect(database, connect_timeout=30, application_name="parkwatch") as connection:
            yield connection
    except MET_ANOTHER:
        raise
    except NO_SCHEMA as error:
        raise ParkwatchError(f"the database {describe(database)} has no schema of this version: a `parkwatch run` brings it up "
                             f"to date ({str(error).splitlines()[0]})") from error
    except psycopg.OperationalError as error:
        said = " ".join(str(error).split())
        raise ParkwatchError(f"the database {describe(database)} does not answer, nothing was written: {said}") from error


def retrying(work: Callable[[], T]) -> T:
    """Run ``work``, a whole transaction, again where PostgreSQL ended it for another's sake (deadlock, serialisation).

    Raises:
        ParkwatchError: it was ended ``ATTEMPTS`` times.
    """
    for attempt in range(ATTEMPTS):
        try:
            return work()
        except MET_ANOTHER as error:
            last = error
            time.sleep(random.uniform(0.02, 0.1) * 2**attempt)  # noqa: S311 - so that two do not meet again
    raise ParkwatchError(f"given up after {ATTEMPTS} attempts: {last}")


def hold_portal(connection: Connection, portal: str) -> None:
    """Until the transaction's end nobody else writes or loads this portal's staging rows."""
    connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"parkwatch.staging/{portal}",))
