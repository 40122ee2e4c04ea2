"""The statements that are kept as files: ``sql/NAME.sql``, parameters written ``%(name)s``."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def statements(name: str) -> tuple[bytes, ...]:
    """The statements of ``sql/{name}.sql``, in order; they are divided by a semicolon at a line's end."""
    text = (files("warehouse") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
    parts = re.split(r";[ \t]*\n", text + "\n")
    return tuple(part.encode() for part in parts if re.sub(r"--[^\n]*", "", part).strip())


def statement(name: str) -> bytes:
    """The one statement of ``sql/{name}.sql``."""
    (only,) = statements(name)
    return only
