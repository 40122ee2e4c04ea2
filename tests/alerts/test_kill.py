"""kill -9 in the middle of a delivery: the next call finishes the work, and a receiver can tell a repeat."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from alerts.outbox import deliver
from tests.alerts.reports import NOW, delivered, put_alerts
from tests.alerts.servers import webhook

ROOT = Path(__file__).parents[2]
# Runs a delivery that kills itself where the named function is called: before it does anything, or when it has.
SCRIPT = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from alerts import channel, journal, outbox
url, file, now, where, when, *channels = sys.argv[1:]
owner, name = {"send": (channel.Channel, "send"), "append": (journal, "append")}[where]
real = getattr(owner, name)
def killed(*args, **kwargs):
    if when == "after":
        real(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(owner, name, killed)
outbox.deliver(url, channels, now=datetime.fromisoformat(now), file=Path(file))
"""


def killed_delivery(database_url: str, file: Path, where: str, when: str, *channels: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, database_url, str(file), NOW.isoformat(), where, when, *channels],
        cwd=ROOT, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize(("when", "arrivals"), [("before", 1), ("after", 2)])
def test_killed_around_sending(when: str, arrivals: int, database_url: str, tmp_path: Path) -> None:
    put_alerts(database_url, 1)
    with webhook() as hook:
        killed_delivery(database_url, tmp_path / "a.jsonl", "send", when, hook.address())
        assert delivered(database_url)[0][1:3] == (0, False)
        assert deliver(database_url, [hook.address()], now=NOW, file=tmp_path / "a.jsonl").delivered == 1
    assert len(hook.got) == arrivals
    assert len({m["message_id"] for m in hook.got}) == 1


@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_around_writing_the_file(when: str, database_url: str, tmp_path: Path) -> None:
    put_alerts(database_url, 3)
    file = tmp_path / "alerts.jsonl"
    killed_delivery(database_url, file, "append", when)
    assert file.exists() == (when == "after")
    assert deliver(database_url, [], now=NOW, file=file).delivered == 3
    assert [json.loads(line)["title"][-2] for line in file.read_text(encoding="utf-8").splitlines()] == ["0", "1", "2"]
    assert file.with_suffix(".txt").read_text(encoding="utf-8").count("青岚经济开发区") == 3


def test_a_killed_sender_leaves_no_process(database_url: str, tmp_path: Path) -> None:
    put_alerts(database_url, 1)
    with webhook() as hook:
        hook.hold.clear()
        arguments = [database_url, str(tmp_path / "a"), NOW.isoformat(), "append", "before", hook.address()]
        sender = subprocess.Popen([sys.executable, "-c", SCRIPT, *arguments], cwd=ROOT)
        assert hook.arrived.acquire(timeout=20)
        children = psutil.Process(sender.pid).children(recursive=True)
        sender.kill()
        sender.wait()
        hook.hold.set()
        assert children
        assert psutil.wait_procs(children, timeout=10)[1] == []
