"""The schema's migrations: numbered SQL files, applied once each, each in one transaction."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from yoyo import get_backend, read_migrations

from parkwatch.errors import ParkwatchError
from warehouse.server import describe

MIGRATIONS = Path(__file__).parent / "migrations"
BOOKKEEPING = "parkwatch_migration"  # schema of yoyo's own tables, apart from the users'
LOCK = 0x7061726B  # one advisory lock for all migrations of a database; yoyo's own lock is a row that a killed process leaves


def migrate(url: str, migrations: Path = MIGRATIONS) -> list[str]:
    """Bring the database at ``url`` to this code's schema and return the ids that were applied now, in order.

    Run twice, or by two processes at once, each migration is applied once. One that fails leaves nothing of itself.

    Raises:
        ParkwatchError: a migration fails (its name and PostgreSQL's message), or the schema is newer than this code.
    """
    wanted = read_migrations(str(migrations))
    parts = urlsplit(url)
    try:
        with psycopg.connect(url, autocommit=True, application_name="parkwatch migrate") as guard:
            guard.execute("SELECT pg_advisory_lock(%s)", (LOCK,))
            guard.execute(f"CREATE SCHEMA IF NOT EXISTS {BOOKKEEPING}")
            query = "&".join(filter(None, [parts.query, f"schema={BOOKKEEPING}"]))
            with get_backend(urlunsplit(parts._replace(scheme="postgresql+psycopg", query=query))) as backend:
                backend.break_lock()  # nobody else is here: a row there is a killed process's
                backend.ensure_internal_schema_updated()
                newer = _applied(guard) - {m.id for m in wanted}
                if newer:
                    raise ParkwatchError(
                        f"the schema of {describe(url)} is newer than this Parkwatch (it has {', '.join(sorted(newer))}): "
                        "install the version that made it")
                done = []
                for migration in backend.to_apply(wanted):
                    try:
                        with backend.transaction():  # the mark with the change: yoyo's own apply_one marks after its commit
                            migration.process_steps(backend, "apply")
                            backend.mark_one(migration, log=False)
                    except psycopg.Error as error:
                        raise ParkwatchError(f"migration {migration.id} failed and left nothing behind: {error}") from error
                    done.append(migration.id)
                return done
    except psycopg.OperationalError as error:
        raise ParkwatchError(f"no migration of {describe(url)}: {error}") from None


def _applied(connection: psycopg.Connection[tuple[str]]) -> set[str]:
    return {name for (name,) in connection.execute(f"SELECT migration_id FROM {BOOKKEEPING}._yoyo_migration")}
