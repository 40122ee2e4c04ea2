"""Observations for other programs: CSV and JSON lines, as a stream, each row with its sentence and address."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, Any, Literal

from parkwatch.errors import ParkwatchError
from warehouse.session import Connection, transaction
from warehouse.statements import statement

Kind = Literal["csv", "jsonl"]
ROWS_AT_ONCE = 2000
# What a spreadsheet would run as a formula, in plain and in full width.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def export(
    database_url: str, target: Path | IO[bytes], kind: Kind, *, portal: str | None = None, park: str | None = None,
    indicator: str | None = None, since: date | None = None, every_revision: bool = False,
) -> int:
    """Write observations, in the order of their identifiers, as they stand at one moment; return how many.

    Args:
        database_url: the warehouse.
        target: a file, which appears whole or not at all, or an open binary stream.
        kind: ``csv`` (UTF-8, a header, text cells that begin like a formula made harmless by an apostrophe) or ``jsonl``.
        portal: only this portal's.
        park: only this park's, by id or full name.
        indicator: only this code.
        since: only what was loaded on that day (UTC) or later.
        every_revision: earlier revisions of an address too, not the latest alone.

    Raises:
        ParkwatchError: the file cannot be written.
    """
    values = {"portal": portal, "park": park, "indicator": indicator, "since": since, "every_revision": every_revision}
    try:
        with _opened(target) as stream, transaction(database_url) as connection, _rows(connection, values) as (names, rows):
            text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
            try:
                return _write_csv(text, names, rows) if kind == "csv" else _write_json(text, names, rows)
            finally:
                text.detach()  # the stream stays the caller's
    except BrokenPipeError:
        raise  # whoever reads has enough
    except OSError as error:
        place = target if isinstance(target, Path) else "standard output"
        raise ParkwatchError(f"export to {place}: {error.strerror or error}") from None


Row = tuple[Any, ...]


@contextmanager
def _rows(connection: Connection, values: dict[str, Any]) -> Iterator[tuple[list[str], Iterator[Row]]]:
    """The columns' names, and the rows as they come from a cursor on the server."""
    with connection.cursor("export") as cursor:
        cursor.itersize = ROWS_AT_ONCE
        cursor.execute(statement("export"), values)
        yield [column.name for column in cursor.description or ()], iter(cursor)


def _write_csv(text: IO[str], names: list[str], rows: Iterator[Row]) -> int:
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    count = 0
    for row in rows:
        writer.writerow([harmless(value) for value in row])
        count += 1
    return count


def _write_json(text: IO[str], names: list[str], rows: Iterator[Row]) -> int:
    count = 0
    for row in rows:
        text.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str) + "\n")
        count += 1
    return count


def harmless(value: Any) -> Any:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe before it; numbers stay numbers."""
    if isinstance(value, list | tuple):
        value = ";".join(map(str, value))
    if isinstance(value, str):
        return f"'{value}" if value.lstrip(" \N{IDEOGRAPHIC SPACE}").startswith(FORMULA) else value
    return value


@contextmanager
def _opened(target: Path | IO[bytes]) -> Iterator[IO[bytes]]:
    if not isinstance(target, Path):
        yield target
        return
    half = target.with_name(f".{target.name}.{os.getpid()}.half")
    try:
        with half.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
