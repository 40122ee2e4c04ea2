"""The server's own process: whether it lives, and how it ends.

A process is this cluster's only if it is called ``postgres`` and its working folder is the data folder; a number in
``postmaster.pid`` proves nothing, since after a crash it may be another process's by now.
"""

from __future__ import annotations

import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from parkwatch.errors import ParkwatchError


@dataclass(frozen=True)
class Postmaster:
    """A living server, as its ``postmaster.pid`` names it."""

    process: psutil.Process
    port: int


def living(data: Path) -> Postmaster | None:
    """The server that runs on ``data``, whatever its state; None where none does."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        process = psutil.Process(int(lines[0]))
        port = int(lines[3])
    except (OSError, ValueError, IndexError, psutil.Error):
        return None
    return Postmaster(process, port) if _belongs(process, data) else None


def remove_traces(data: Path) -> bool:
    """Make a start possible after a crash: end what a killed server left running, then remove its stale ``postmaster.pid``.

    The order matters: the file is PostgreSQL's own guard against a second server on the same data. Call it where ``living`` found
    none. False where one is there after all: a killed holder's starter went on, and its server has come up meanwhile.

    Raises:
        ParkwatchError: a process of the killed server does not end.
    """
    alive = _wait(processes(data), data, 1.0)  # they see the postmaster's end and leave by themselves
    if living(data) is not None:
        return False
    for number in (signal.SIGQUIT, signal.SIGKILL):
        for process in alive:
            _send(process, number)
        alive = _wait(alive, data, 2.0)
    if alive:
        raise ParkwatchError(f"processes of a killed PostgreSQL do not end: {', '.join(str(p.pid) for p in alive)} ({data})")
    (data / "postmaster.pid").unlink(missing_ok=True)
    return True


def stop(data: Path) -> None:
    """End the server on ``data`` and wait for its end: open sessions are rolled back, then harder where that does not help."""
    server = living(data)
    if server is None:
        return
    for number, seconds in ((signal.SIGINT, 30.0), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 5.0)):
        _send(server.process, number)
        if not _wait([server.process], data, seconds):
            break
    remove_traces(data)


def processes(data: Path) -> list[psutil.Process]:
    """Every process of this cluster."""
    return [p for p in psutil.process_iter() if _belongs(p, data)]


def _wait(which: list[psutil.Process], data: Path, seconds: float) -> list[psutil.Process]:
    """Those of ``which`` that still run after ``seconds``; one that is dead and only not yet collected by its parent is gone."""
    deadline = time.monotonic() + seconds
    while (alive := [p for p in which if _belongs(p, data)]) and time.monotonic() < deadline:
        time.sleep(0.01)
    return alive


def _belongs(process: psutil.Process, data: Path) -> bool:
    try:
        return bool(process.name() == "postgres" and process.status() != psutil.STATUS_ZOMBIE and process.cwd() == str(data))
    except psutil.Error:
        return False


def _send(process: psutil.Process, number: signal.Signals) -> None:
    with suppress(psutil.NoSuchProcess):
        process.send_signal(number)
