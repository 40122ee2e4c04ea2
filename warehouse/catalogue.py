"""Portals, parks and indicators, kept in step with the files that define them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from warehouse.session import Connection, Database, transaction
from warehouse.statements import statements


@dataclass(frozen=True)
class _Table:
    """A table that follows a file: its columns (the first is the key), each with its record's field."""

    name: str
    columns: Mapping[str, str]
    touch: str = ""  # what an update sets besides
    also_changed: str = ""  # what makes a row changed besides


_PORTAL = _Table(
    "portal", {c: c for c in ("portal", "name", "place", "definition_digest")} | {"home_url": "home"},
    touch=", updated_at = now()")
_PARK = _Table(
    "park", {c: c for c in ("park_id", "name", "kind", "level", "place", "parent", "successor", "aliases")},
    touch=", known = true", also_changed=" OR NOT t.known")
_INDICATOR = _Table(
    "indicator", {c: c for c in ("code", "name_zh", "dimension", "kind", "notes")} | {"indicator_group": "group"})


def update(
    database: Database, *, portals: Iterable[Any] = (), parks: Iterable[Any] = (), indicators: Iterable[Any] = (),
) -> dict[str, int]:
    """Insert what is new and update what has changed, in one transaction; return how many rows changed, by table.

    Rows that are no longer given stay: facts point to them. A park that only an article named, or that the gazetteer held under
    another id, and that it knows by now, by its name or by another one, hands its observations over to the gazetteer's.

    Args:
        database: an address, or a connection in the caller's transaction.
        portals: records (objects or mappings) with portal, name, home, place, definition_digest.
        parks: the whole gazetteer: records with park_id, name, kind, level, place, parent, successor, aliases.
        indicators: records with code, name_zh, dimension, kind, group, notes.
    """
    with transaction(database) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(hashtextextended('parkwatch.catalogue', 0))")
        return {
            "portal": _merge(connection, _PORTAL, portals),
            "park": _merge_parks(connection, list(parks)),
            "indicator": _merge(connection, _INDICATOR, indicators),
        }


def _merge_parks(connection: Connection, parks: list[Any]) -> int:
    if not parks:
        return 0
    changed = _merge(connection, _PARK, parks)
    changed += connection.execute("UPDATE parkwatch.park SET known = false WHERE known AND park_id <> ALL(%s)",
                                  ([_value(park, "park_id") for park in parks],)).rowcount
    if changed:
        for one in statements("adopt_parks"):
            connection.execute(one)
    return changed


def _merge(connection: Connection, table: _Table, records: Iterable[Any]) -> int:
    names = list(table.columns)
    fields = ", ".join(names)
    connection.execute(
        f"CREATE TEMPORARY TABLE given ON COMMIT DROP AS SELECT {fields} FROM parkwatch.{table.name} WITH NO DATA".encode())
    with connection.cursor() as cursor, cursor.copy(f"COPY given ({fields}) FROM STDIN".encode()) as copy:
        for record in records:
            copy.write_row([_value(record, field) for field in table.columns.values()])
    old, new = (", ".join(f"{row}.{name}" for name in names) for row in ("t", "excluded"))
    changed = connection.execute(
        f"INSERT INTO parkwatch.{table.name} AS t ({fields}) SELECT {fields} FROM given ORDER BY {names[0]} "
        f"ON CONFLICT ({names[0]}) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in names[1:])}{table.touch} "
        f"WHERE ({old}) IS DISTINCT FROM ({new}){table.also_changed}".encode()).rowcount
    connection.execute("DROP TABLE given")
    return changed


def _value(record: Any, field: str) -> Any:
    value = record[field] if isinstance(record, Mapping) else getattr(record, field)
    return list(value) if isinstance(value, tuple) else value
