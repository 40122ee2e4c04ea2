"""Alerts in files, where no channel is set: one JSON object a line, and beside it the same for reading."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from alerts.message import Alert


def append(file: Path, entries: Sequence[tuple[str, Alert]]) -> None:
    """Append each (message_id, alert) that the file does not hold yet, and write the readable file beside it anew.

    Killed anywhere, the next call completes it: a torn last line is cut off, an entry that stands is not written again.
    The readable file, ``<name>.txt``, is always the whole of ``file``.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a+b") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)  # one writer; the lock ends with the process
        stream.seek(0)
        content = stream.read()
        whole = content[: content.rfind(b"\n") + 1]
        stream.truncate(len(whole))
        written = [json.loads(line) for line in whole.splitlines()]
        known = {entry["message_id"] for entry in written}
        new = [_entry(message_id, alert) for message_id, alert in entries if message_id not in known]
        stream.write(b"".join(json.dumps(entry, ensure_ascii=False).encode() + b"\n" for entry in new))
        stream.flush()
        os.fsync(stream.fileno())
        _write_readable(file.with_suffix(".txt"), written + new)


def _entry(message_id: str, alert: Alert) -> dict[str, Any]:
    return {
        "message_id": message_id, "kind": alert.kind, "raised": alert.created_at.isoformat(), "title": alert.title,
        "body": alert.body, "payload": alert.payload,
    }


def _write_readable(file: Path, entries: Sequence[dict[str, Any]]) -> None:
    text = "".join(f"{e['title']}\n{e['raised']}\n\n{e['body']}\n\n{'─' * 40}\n\n" for e in entries)
    torn_safe = file.with_name(file.name + ".new")
    torn_safe.write_text(text, encoding="utf-8")
    torn_safe.replace(file)
