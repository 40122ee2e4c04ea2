"""A channel: an Apprise address, a name that does not tell its secret, and a process that sends over it."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import selectors
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Any, cast
from urllib.parse import unquote, urlsplit

from pydantic import SecretStr

from alerts.message import Message
from parkwatch.errors import UsageError

# Where the host is no secret; in the addresses of chats the token stands in its place.
_HOSTED = {"mailto", "mailtos", "json", "jsons", "xml", "xmls", "form", "forms"}


class Channel:
    """One channel; a context manager whose child process, if it was needed, is gone at the end."""

    def __init__(self, address: SecretStr | str) -> None:
        """Take the address as Apprise writes it.

        Raises:
            UsageError: Apprise cannot use it; the message has the scheme and nothing else of it.
        """
        self._address = (address.get_secret_value() if isinstance(address, SecretStr) else address).strip()
        scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*(?=://)", self._address)
        self.scheme = scheme.group().lower() if scheme else ""
        self.name = f"{self.scheme}:{hashlib.sha256(self._address.encode()).hexdigest()[:16]}"
        if not self.scheme or not _usable(self._address):
            which = f"the one that begins with {self.scheme}://" if self.scheme else "one that begins with no scheme such as mailto://"
            raise UsageError(
                f"channels: {which} is no address that Apprise can use; it is not shown, since it may hold secrets. "
                "https://appriseit.com/services shows how each is written")
        self._process: subprocess.Popen[str] | None = None

    def send(self, message: Message, timeout: float) -> str:
        """Send within ``timeout`` seconds; "" once the channel took it, else what went wrong, without secrets.

        A channel that does not answer in time is ended; the next message starts it anew.
        """
        try:
            process = self._process = self._process or self._start()
            answers = cast("IO[str]", process.stdout)
            _tell(process, {"title": message.title, "body": message.body, "message_id": message.message_id})
            with selectors.DefaultSelector() as selector:
                selector.register(answers, selectors.EVENT_READ)
                if not selector.select(timeout):
                    self.close()
                    return f"no answer within {timeout:g} seconds"
            answer: dict[str, Any] = json.loads(answers.readline() or '{"ok": false, "error": "its process ended"}')
        except (OSError, ValueError) as error:
            self.close()
            return self.mask(f"{type(error).__name__}: {error}")
        if not answer["ok"] and process.poll() is not None:
            self.close()
        return "" if answer["ok"] else self.mask(str(answer["error"]))

    def mask(self, text: str) -> str:
        """The text without any part of the address but its scheme and host."""
        host = (urlsplit(self._address).hostname or "") if "[" not in self._address else ""
        parts = {p for p in re.split(r"[/?&=:@,;]+", self._address) if len(p) > 3} - {self.scheme}
        parts |= {unquote(p) for p in parts}
        for part in sorted(parts - ({host} if self.scheme in _HOSTED else set()), key=len, reverse=True):
            text = text.replace(part, "***")
        return " ".join(text.split())[:500]

    def close(self) -> None:
        """End the child process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def __enter__(self) -> Channel:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _start(self) -> subprocess.Popen[str]:
        # -P: this folder's own module names must not stand before a library's
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
            [sys.executable, "-P", str(Path(__file__).with_name("sender.py"))],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")
        _tell(process, {"address": self._address})
        return process


def _tell(process: subprocess.Popen[str], message: dict[str, str]) -> None:
    stdin = cast("IO[str]", process.stdin)
    stdin.write(json.dumps(message) + "\n")
    stdin.flush()


def _usable(address: str) -> bool:
    from alerts.sender import open_plugin  # noqa: PLC0415 - Apprise is needed only where channels are set

    logger = logging.getLogger("apprise")
    before, logger.disabled = logger.disabled, True  # it would log the address
    try:
        return open_plugin(address) is not None
    finally:
        logger.disabled = before
