"""The server's settings, and files that are nobody else's."""

from __future__ import annotations

import os
from pathlib import Path

HOST = "127.0.0.1"


def configuration(port: int, *, durable: bool) -> str:
    """The text of ``postgresql.conf``: small, on loopback alone, in UTC.

    ``durable=False`` is for tests: it gives up safety at a power cut, never at a killed process, and the server's own vacuum,
    which keeps a test's database from being dropped.
    """
    settings = {
        "listen_addresses": HOST,
        "port": str(port),
        "unix_socket_directories": "",  # one way in, with a password; and no path of at most 107 bytes to find
        "max_connections": "60",
        "shared_buffers": "64MB",
        "max_wal_size": "512MB",
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_line_prefix": "%m [%p] %d ",
        "log_checkpoints": "off",
        "lc_messages": "C",
        "default_text_search_config": "pg_catalog.simple",
    }
    if not durable:
        settings |= {"fsync": "off", "full_page_writes": "off", "autovacuum": "off"}
    return "# Written at every start.\n" + "".join(f"{key} = '{value}'\n" for key, value in settings.items())


def write_private(path: Path, text: str) -> None:
    """Write ``text`` for the owner alone, whole or not at all."""
    half = path.with_name(path.name + ".half")
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
