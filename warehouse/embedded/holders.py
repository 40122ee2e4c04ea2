"""Who holds the server: counted by the kernel, so that a killed holder drops out by itself.

Every holder keeps a shared ``flock`` on one file. Starting, joining and leaving happen one at a time, under an exclusive lock on
another. Whoever leaves and then gets the exclusive lock on the first file was the last.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parkwatch.errors import ParkwatchError


class Holder:
    """One holder of the server whose files lie in ``folder``; belongs to the process that made it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pid = os.getpid()
        self._fd: int | None = None

    @contextmanager
    def turn(self, timeout: float = 120.0) -> Iterator[None]:
        """Nobody else starts, joins or leaves meanwhile.

        Raises:
            ParkwatchError: another process has not finished its own turn within ``timeout`` seconds.
        """
        path = self._folder / "turn.lock"
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            deadline = time.monotonic() + timeout
            while not _lock(fd, fcntl.LOCK_EX):
                if time.monotonic() > deadline:
                    raise ParkwatchError(
                        f"another process has been starting or stopping the embedded PostgreSQL for {timeout:.0f} s ({path})")
                time.sleep(0.02)
            yield
        finally:
            os.close(fd)

    def join(self) -> None:
        """Become a holder; call it in a ``turn``."""
        self._fd = os.open(self._folder / "holders.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._fd, fcntl.LOCK_SH)  # never waits: the exclusive lock is held only within a turn

    def leave(self) -> bool:
        """Stop being a holder; call it in a ``turn``. True where nobody else holds the server."""
        if self._fd is None or os.getpid() != self._pid:  # a forked child leaves nothing: it never joined
            return False
        last = _lock(self._fd, fcntl.LOCK_EX)
        fcntl.flock(self._fd, fcntl.LOCK_UN)  # for a forked child too, which shares this lock and may outlive us
        os.close(self._fd)
        self._fd = None
        return last


def _lock(fd: int, operation: int) -> bool:
    try:
        fcntl.flock(fd, operation | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
