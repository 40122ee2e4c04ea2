"""Portals, parks and indicators, kept in step with the files that define them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from warehouse.session import Connection, Database, transaction
from warehouse.statements import statements

# Column of the table, and the record's field where it is called otherwise.
_PORTAL = {"portal": "portal", "name": "name", "home_url": "home", "place": "place", "definition_digest": "definition_digest"}
_PARK = {c: c for c in ("park_id", "name", "kind", "level", "place", "parent", "successor", "aliases")}
_INDICATOR = {c: c for c in ("code", "name_zh", "dimension", "kind", "notes")} | {"indicator_group": "group"}


def update(
    database: Database, *, portals: Iterable[Any] = (), parks: Iterable[Any] = (), indicators: Iterable[Any] = (),
) -> dict[str, int]:
    """Insert what is new and update what has changed, in one transaction; return how many rows changed, by table.

    Rows that are no longer given stay: facts point to them. A park that only an article named, and that the gazetteer knows by
    now, by its name or by another one, hands its observations over to the gazetteer's.

    Args:
        database: an address, or a connection in the caller's transaction.
        portals: records (objects or mappings) with portal, name, home, place, definition_digest.
        parks: records with park_id, name, kind, level, place, parent, successor, aliases.
        indicators: records with code, name_zh, dimension, kind, group, notes.
    """
    with transaction(database) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(hashtextextended('parkwatch.catalogue', 0))")
        changed = {"portal": _merge(connection, "portal", _PORTAL, portals, ", updated_at = now()")}
        parks = list(parks)
        changed["park"] = _merge(connection, "park", _PARK, parks, ", known = true")
        if changed["park"]:
            for one in statements("adopt_parks"):
                connection.execute(one)
        changed["indicator"] = _merge(connection, "indicator", _INDICATOR, indicators)
    return changed


def _merge(connection: Connection, table: str, columns: Mapping[str, str], records: Iterable[Any], touch: str = "") -> int:
    names: Sequence[str] = list(columns)
    fields = ", ".join(names)
    connection.execute(
        f"CREATE TEMPORARY TABLE given ON COMMIT DROP AS SELECT {fields} FROM parkwatch.{table} WITH NO DATA".encode())
    with connection.cursor() as cursor, cursor.copy(f"COPY given ({fields}) FROM STDIN".encode()) as copy:
        for record in records:
            copy.write_row([_value(record, field) for field in columns.values()])
    changed = connection.execute(
        f"INSERT INTO parkwatch.{table} AS t ({fields}) SELECT {fields} FROM given ORDER BY {names[0]} "
        f"ON CONFLICT ({names[0]}) DO UPDATE SET {', '.join(f'{n} = excluded.{n}' for n in names[1:])}{touch} "
        f"WHERE ({', '.join(f't.{n}' for n in names)}) IS DISTINCT FROM ({', '.join(f'excluded.{n}' for n in names)})"
        .encode()).rowcount
    connection.execute("DROP TABLE given")
    return changed


def _value(record: Any, field: str) -> Any:
    value = record[field] if isinstance(record, Mapping) else getattr(record, field)
    return list(value) if isinstance(value, tuple) else value
