"""The child process that talks to one channel, so that a channel that hangs can be ended.

Reads JSON lines on standard input: first ``{"address": …}``, then one message each, ``{"title", "body", "message_id"}``.
Answers each with a line on standard output, ``{"ok": true}`` or ``{"ok": false, "error": …}``. The address comes this way and
never as an argument, which every user of the machine could read. It ends with its standard input.
"""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

import apprise


class _Last(logging.Handler):
    """Keeps what Apprise logged last as a warning: why it failed, which it does not return."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.said = record.getMessage()


def open_plugin(address: str) -> Any:
    """Apprise's plugin for the address, or None where it has none or the address lacks something."""
    asset = apprise.AppriseAsset(app_id="Parkwatch", app_desc="Parkwatch", app_url="", secure_logging=True)
    plugin = apprise.Apprise.instantiate(address, asset=asset, suppress_exceptions=True)
    if plugin is not None and "overflow=" not in address:
        plugin.overflow_mode = apprise.OverflowMode.SPLIT  # a message too long for a chat comes in parts, not in none
    return plugin


def send(plugin: Any, message: dict[str, str], last: _Last) -> dict[str, Any]:
    """Send one message; the answer for the parent."""
    last.said = ""
    if isinstance(getattr(plugin, "headers", None), dict):  # mail and webhooks
        plugin.headers["X-Parkwatch-Message-Id"] = message["message_id"]
    if isinstance(getattr(plugin, "payload_extras", None), dict):  # webhooks
        plugin.payload_extras["message_id"] = message["message_id"]
    body = f"{message['body']}\n\nMessage: {message['message_id']}"
    try:
        ok = bool(plugin.notify(body=body, title=message["title"], body_format=apprise.NotifyFormat.TEXT))
    except Exception as error:  # a plugin's own fault must not end the channel's other messages
        return {"ok": False, "error": f"{type(error).__name__}: {error}"}
    return {"ok": ok} if ok else {"ok": False, "error": last.said or "the channel did not take it"}


def main() -> None:
    """Serve one channel until standard input ends."""
    last = _Last()
    logger = logging.getLogger("apprise")
    logger.addHandler(last)
    logger.propagate = False
    plugin = open_plugin(json.loads(sys.stdin.readline())["address"])
    for line in sys.stdin:
        answer = send(plugin, json.loads(line), last) if plugin else {"ok": False, "error": "the address is not usable"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
