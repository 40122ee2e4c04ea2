"""Ports on 127.0.0.1 that nobody listens on."""

from __future__ import annotations

import socket
from contextlib import ExitStack


def free_ports(count: int) -> list[int]:
    """``count`` free ports; all but the first stand in a row, as the seed portal's must."""
    while True:
        with ExitStack() as held:
            first = held.enter_context(socket.socket())
            first.bind(("127.0.0.1", 0))
            base = held.enter_context(socket.socket())
            base.bind(("127.0.0.1", 0))
            row = [base.getsockname()[1] + n for n in range(1, count - 1)]
            try:
                for port in row:
                    held.enter_context(socket.socket()).bind(("127.0.0.1", port))
            except OSError:
                continue
            return [first.getsockname()[1], base.getsockname()[1], *row]
