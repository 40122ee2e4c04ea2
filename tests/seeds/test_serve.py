"""The portal starts whole, says clearly why it cannot, and leaves nothing running."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import pytest

from crawlers.portal import load_portals
from parkwatch.errors import ParkwatchError
from parkwatch.settings import PROJECT_ROOT
from seeds.server import serve
from seeds.server.sites import BUILDERS


def listening() -> set[int]:
    return {c.laddr.port for c in psutil.Process().net_connections("tcp") if c.status == psutil.CONN_LISTEN}


def test_nothing_is_left_after_the_block() -> None:
    threads, ports = threading.active_count(), listening()
    with suppress(ZeroDivisionError), serve(0) as portal:
        assert len(listening() - ports) == len(portal.addresses) == 5
        1 / 0  # noqa: B018 -- the block ends by an error
    assert listening() == ports
    assert threading.active_count() == threads
    assert not psutil.Process().children(recursive=True)


def test_five_ports_in_a_row_and_again_at_once() -> None:
    base = free_base()
    for _ in range(2):
        with serve(base) as portal:
            assert list(portal.environment.values()) == [str(base + n) for n in range(5)]


def free_base() -> int:
    """First of five ports in a row on which nobody listens."""
    return next(port for port in range(18471, 19471, 5) if all(is_free(port + n) for n in range(5)))


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_taken_port_is_named_and_the_others_are_freed() -> None:
    port = free_base() + 2
    with socket.create_server(("127.0.0.1", port)):
        ports = listening()
        with pytest.raises(ParkwatchError, match=rf"port {port} .*PARKWATCH_SEED_PORT"), serve(port - 2):
            pytest.fail("it started")
        assert listening() == ports


def test_command_line_ends_with_its_signal() -> None:
    process = subprocess.Popen([sys.executable, "-m", "seeds.server", "--port", "0"], stdout=subprocess.PIPE, text=True,
                               cwd=PROJECT_ROOT, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(len(BUILDERS) + 1)]
        assert [line.split()[0] for line in lines[:5]] == list(BUILDERS)
        assert lines[5].startswith("To crawl it: export PARKWATCH_SEED_PORT_0=")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 0
    finally:
        process.kill()
        process.wait()


def test_command_line_says_which_port_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run([sys.executable, "-m", "seeds.server", "--port", port], capture_output=True, text=True, check=False,
                              cwd=PROJECT_ROOT, timeout=20)
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_portal_files_point_at_these_sites(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(0) as portal:
        for name, value in portal.environment.items():
            monkeypatch.setenv(name, value)
        files = load_portals(Path(PROJECT_ROOT) / "crawlers" / "portals")
        assert {name: files[name].home for name in portal.addresses} == portal.addresses


def test_it_ends_though_a_client_waits_and_another_holds_its_connection() -> None:
    async def stall(_request: Any, response: Any) -> Any:
        await asyncio.sleep(3600)
        return response

    with socket.socket() as idle, socket.socket() as waiting, ExitStack() as stack:
        portal = stack.enter_context(serve(0))
        host, port = urlsplit(portal.addresses["seed-farm"]).netloc.split(":")
        portal.faults["seed-farm"]["/sitemap.xml"] = stall
        for client, path in ((idle, "/list/"), (waiting, "/sitemap.xml")):
            client.settimeout(5)
            client.connect((host, int(port)))
            client.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert idle.recv(12) == b"HTTP/1.1 200"
        begun = time.monotonic()
        stack.close()
        assert time.monotonic() - begun < 5
