"""The role and the databases of a fresh cluster."""

from __future__ import annotations

import psycopg
from psycopg import sql

SUPERUSER = "postgres"  # only the launcher connects as it
ROLE = "parkwatch"  # owns the databases; no superuser, so that no statement of ours reaches the machine's files
DATABASES = ("parkwatch", "parkwatch_airflow")


def create_databases(host: str, port: int, password: str) -> None:
    """Make the role and the databases that are missing; a start that was killed in between is finished by the next."""
    with psycopg.connect(host=host, port=port, user=SUPERUSER, password=password, dbname="postgres", autocommit=True,
                         connect_timeout=30) as connection:
        have = {name for (name,) in connection.execute("SELECT datname FROM pg_database")}
        if have.issuperset(DATABASES):
            return
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (ROLE,)).fetchone():
            digest = connection.pgconn.encrypt_password(password.encode(), ROLE.encode(), b"scram-sha-256").decode()
            role = sql.SQL("CREATE ROLE {} LOGIN CREATEDB PASSWORD {}")
            connection.execute(role.format(sql.Identifier(ROLE), sql.Literal(digest)))
        for name in DATABASES:
            if name not in have:
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(ROLE)))
