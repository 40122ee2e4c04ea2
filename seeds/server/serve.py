"""Start and stop the five sites: one thread, one event loop, five sockets on loopback."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn

from parkwatch.errors import ParkwatchError
from seeds.server.app import Fault, Hit, SiteApp
from seeds.server.sites import BUILDERS

START_TIMEOUT = 10.0  # seconds; the sites are up in well under one
BACKLOG = 128


@dataclass(frozen=True, slots=True)
class SeedPortal:
    """The running sites, by the names of their portal files."""

    addresses: dict[str, str]  # "seed-epaper" → "http://127.0.0.1:8472/"
    hits: dict[str, list[Hit]] = field(default_factory=dict)  # every request since the start, in order
    faults: dict[str, dict[str, Fault]] = field(default_factory=dict)  # site → path → fault; may be changed at any time

    @property
    def environment(self) -> dict[str, str]:
        """The variables that point the portal files ``seed-*.yml`` at these ports."""
        return {f"PARKWATCH_SEED_PORT_{n}": address.rstrip("/").rpartition(":")[2]
                for n, address in enumerate(self.addresses.values())}


def _listen(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise ParkwatchError(
            f"seed portal: port {port} on {host} cannot be used ({error.strerror}); set PARKWATCH_SEED_PORT to the first of "
            f"five free ports") from None
    return listener


@contextmanager
def serve(base_port: int = 8471, host: str = "127.0.0.1") -> Iterator[SeedPortal]:
    """Serve the five sites on ``base_port`` to ``base_port + 4`` until the block ends; 0 takes any five free ports.

    All five answer before the block begins; no thread and no socket is left after it.

    Raises:
        ParkwatchError: a port is taken or cannot be bound (the message says which), or the sites did not start.
    """
    with ExitStack() as stack:
        sockets = [stack.enter_context(_listen(host, base_port + n if base_port else 0)) for n in range(len(BUILDERS))]
        ports = [listener.getsockname()[1] for listener in sockets]
        addresses = {name: f"http://{host}:{port}/" for name, port in zip(BUILDERS, ports, strict=True)}
        portal = SeedPortal(addresses, {name: [] for name in BUILDERS}, {name: {} for name in BUILDERS})
        servers = [_server(name, portal) for name in BUILDERS]
        thread = threading.Thread(target=_run, args=(servers, sockets), name="seed-portal", daemon=True)
        thread.start()
        try:
            _wait_until_up(servers, thread)
            yield portal
        finally:
            for server in servers:
                server.should_exit = True
            thread.join()


def _server(name: str, portal: SeedPortal) -> uvicorn.Server:
    app: Any = SiteApp(BUILDERS[name](portal.addresses[name]), portal.hits[name], portal.faults[name])
    config = uvicorn.Config(app, lifespan="off", log_config=None, log_level="warning", access_log=False, server_header=False,
                            timeout_graceful_shutdown=1)
    return uvicorn.Server(config)


def _run(servers: list[uvicorn.Server], sockets: list[socket.socket]) -> None:
    async def all_of_them() -> None:
        await asyncio.gather(*(server.serve([listener]) for server, listener in zip(servers, sockets, strict=True)))

    asyncio.run(all_of_them())


def _wait_until_up(servers: list[uvicorn.Server], thread: threading.Thread) -> None:
    pause, waited = threading.Event(), 0.0
    while not all(server.started for server in servers):
        if not thread.is_alive() or waited > START_TIMEOUT:
            raise ParkwatchError("seed portal: the sites did not start")
        pause.wait(0.01)
        waited += 0.01
