"""The child process of a crawl, seen from its parent: started, listened to, never left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from crawlers.job import Job

Progress = Callable[[dict[str, int]], None]
CHILD_MODULE = "crawlers.run"


def run_child(job: Job, progress: Progress | None) -> dict[str, Any]:
    """Run the child; return what it said at its end, or how it ended without a word. It is killed with this process."""
    end: dict[str, Any] | None = None
    command = [sys.executable, "-m", CHILD_MODULE]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True, encoding="utf-8")  # noqa: S603 -- our own module
    try:
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("no pipes")
        with suppress(BrokenPipeError):  # it ended at once; how is said below
            child.stdin.write(json.dumps(job.to_json()) + "\n")
            child.stdin.flush()
        for line in child.stdout:
            message = json.loads(line)
            end = message.get("end", end)
            if progress and "progress" in message:
                progress({k.removeprefix("parkwatch/"): v for k, v in message["progress"].items() if isinstance(v, int)})
        status = child.wait()
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe:
                with suppress(BrokenPipeError):
                    pipe.close()
    if end is None:
        return {"error": f"its process ended by {'signal' if status < 0 else 'status'} {abs(status)} (see the log)"}
    return end
