"""``docs/tables.md``, written from the comments that the database itself carries.

``python -m warehouse.document`` writes the page anew from a fresh database; a test tells when it is no longer current.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from parkwatch.settings import PROJECT_ROOT
from warehouse.migrate import migrate
from warehouse.server import running_server
from warehouse.session import Connection, transaction
from warehouse.statements import statement

PAGE = PROJECT_ROOT / "docs" / "tables.md"
KINDS = {"r": "Table", "v": "View"}
INTRODUCTION = """# The warehouse's tables

Schema `parkwatch` is the users' interface: names and meanings hold from one version to the next, and a change comes as a
migration. Vocabulary as in SDMX (`obs_value`, `unit_measure`, `time_period`) and WARC. Start with the views:
`observation_current` for the best value of each figure, `observation_conflict` for outlets that disagree, `park_timeline` for one
park's history. `parkwatch.observation` holds every fact, with its sentence; `article` and `page` lead from it to the record in
the WARC archive.

This page is made by `python -m warehouse.document` from the comments in the database; psql's `\\d+` shows them too.
"""


def render(database_url: str) -> str:
    """The page's text, from a migrated database."""
    with transaction(database_url) as connection:
        parts = [INTRODUCTION]
        for schema, comment in connection.execute(statement("document/schemas")).fetchall():
            parts.append(f"\n## Schema `{schema}`\n\n{comment}\n")
            relations = connection.execute(statement("document/relations"), {"schema": schema}).fetchall()
            parts += [_relation(connection, *relation) for relation in relations]
    return "".join(parts)


def _relation(connection: Connection, oid: int, name: str, kind: str, comment: str) -> str:
    lines = [f"\n### {name}\n\n{KINDS[kind]}. {comment}\n\n| column | type | |\n| --- | --- | --- |\n"]
    for column, type_name, required, target, about in connection.execute(statement("document/columns"), {"oid": oid}).fetchall():
        shown = type_name if required or kind == "v" else f"{type_name}, may be null"
        text = about.replace("|", "\\|") + (f" → `{target}`" if target else "")
        lines.append(f"| `{column}` | {shown} | {text} |\n")
    return "".join(lines)


def main() -> None:
    """Write the page."""
    with tempfile.TemporaryDirectory() as home, running_server(Path(home), durable=False) as url:
        migrate(url)
        PAGE.write_text(render(url), encoding="utf-8")


if __name__ == "__main__":
    main()
