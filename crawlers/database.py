"""A connection to the warehouse, with errors that a person can read."""

from __future__ import annotations

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import TupleRow

from parkwatch.errors import ParkwatchError

Connection = psycopg.Connection[TupleRow]


def connect(database_url: str, *, purpose: str) -> Connection:
    """Open a connection in autocommit mode; transactions are opened where they are needed.

    Args:
        database_url: PostgreSQL address.
        purpose: what for, as PostgreSQL's ``application_name`` shows it.

    Raises:
        ParkwatchError: nothing answers there, or it does not let us in; the message carries no password.
    """
    try:
        return psycopg.connect(database_url, autocommit=True, connect_timeout=10, application_name=purpose)
    except psycopg.Error as error:
        said = " ".join(str(error).split())
        raise ParkwatchError(f"database {_place(database_url)} cannot be reached: {_redact(said, database_url)}; "
                             "is it running, and is PARKWATCH_DATABASE_URL right?") from None


def _place(database_url: str) -> str:
    try:
        parts = conninfo_to_dict(database_url)
    except psycopg.ProgrammingError:
        return "(the address is no PostgreSQL address)"
    return f"{parts.get('dbname', '')} on {parts.get('host', 'this machine')}:{parts.get('port', 5432)}"


def _redact(text: str, database_url: str) -> str:
    try:
        password = str(conninfo_to_dict(database_url).get("password") or "")
    except psycopg.ProgrammingError:
        return "it cannot be parsed"
    return text.replace(password, "…") if password else text
