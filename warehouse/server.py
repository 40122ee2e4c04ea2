"""The database of an installation: the embedded PostgreSQL of its home, or the one that the settings name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from parkwatch.errors import ParkwatchError
from parkwatch.settings import Settings
from warehouse.embedded.cluster import Cluster
from warehouse.embedded.holders import Holder

OLDEST = 150000  # PostgreSQL 15


@contextmanager
def running_server(home: Path, *, durable: bool = True) -> Iterator[str]:
    """The embedded server of ``home``, as long as anybody holds it: started by the first holder, ended by the last.

    Gives ``postgresql://parkwatch:…@127.0.0.1:PORT/parkwatch``. Holders may be any number of processes and threads. A killed
    holder counts no more; a server that a killed last holder left is taken over by the next one. ``durable=False`` is for tests.

    Raises:
        ParkwatchError: it cannot be started.
    """
    try:
        cluster, holder, url = _join(home.absolute() / "postgres", durable=durable)
    except OSError as error:
        raise ParkwatchError(f"the embedded PostgreSQL cannot use {home}: {error}") from None
    try:
        yield url
    finally:
        with holder.turn():
            if holder.leave():
                cluster.stop()


def _join(folder: Path, *, durable: bool) -> tuple[Cluster, Holder, str]:
    cluster = Cluster(folder, durable=durable)
    holder = Holder(folder)
    with holder.turn():
        holder.join()
        try:
            return cluster, holder, cluster.ensure_running()
        except BaseException:
            if holder.leave():
                cluster.stop()
            raise


@contextmanager
def database(settings: Settings) -> Iterator[str]:
    """The warehouse's address for as long as the context lasts: the one that is set, else the embedded server's.

    Raises:
        ParkwatchError: the database that is set is not there, refuses us, or is older than PostgreSQL 15; or the embedded server
            cannot be started. No message holds a password.
    """
    if settings.database_url is None:
        with running_server(settings.home_path) as url:
            yield url
    else:
        url = settings.database_url.get_secret_value()
        check_server(url)
        yield url


def check_server(url: str) -> None:
    """Raise ParkwatchError, without the password, unless ``url`` leads to PostgreSQL 15 or newer."""
    try:
        named = bool(conninfo_to_dict(url).get("dbname"))  # Airflow's database stands beside it, by its name
        usable, place = named and urlsplit(url).scheme in {"postgresql", "postgres"}, describe(url)
    except (psycopg.ProgrammingError, ValueError):  # whose own messages repeat the address
        usable, place = False, ""
    if not usable:
        raise ParkwatchError("PARKWATCH_DATABASE_URL is not of the form postgresql://user:password@host:port/name")
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            version = connection.info.server_version
    except psycopg.Error as error:
        reason = " ".join(str(error).replace(str(conninfo_to_dict(url).get("password") or "\0"), "***").split())
        raise ParkwatchError(f"the database {place} is not there: {reason} (PARKWATCH_DATABASE_URL)") from None
    if version < OLDEST:
        raise ParkwatchError(f"the database {place} is PostgreSQL {version // 10000}; Parkwatch needs 15 or newer")


def describe(url: str) -> str:
    """Host, port and name of the database at ``url``, to be shown: without user and password."""
    parts = conninfo_to_dict(url)
    return f"{parts.get('host') or 'localhost'}:{parts.get('port') or 5432}/{parts.get('dbname') or ''}"


def create_airflow_database(url: str) -> None:
    """Make the database of Airflow's metadata beside the one at ``url`` where it is missing; the embedded server has it already.

    Raises:
        ParkwatchError: it is missing, and we may not make it.
    """
    name = f"{conninfo_to_dict(url)['dbname']}_airflow"
    try:
        with psycopg.connect(url, autocommit=True) as connection:
            if connection.execute("SELECT FROM pg_database WHERE datname = %s", (name,)).fetchone() is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    except psycopg.errors.DuplicateDatabase:
        return  # made by somebody else at the same moment
    except psycopg.Error as error:
        raise ParkwatchError(f"Airflow's metadata need a database {name} beside {describe(url)}, and it cannot be made: "
                             f"{' '.join(str(error).split())}") from None


def airflow_url(url: str) -> str:
    """The database of Airflow's metadata beside the one at ``url``, as SQLAlchemy takes it.

    Its name is the warehouse's with ``_airflow`` behind it, so that no Airflow of somebody else's on the same server is touched.
    """
    parts = urlsplit(url)
    return urlunsplit(parts._replace(scheme="postgresql+psycopg", path=f"{parts.path}_airflow"))
