"""A wrong call is one line that says what and where help is, with exit status 2; `doctor` looks at everything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from parkwatch.cli import COMMANDS


def parkwatch(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "parkwatch.cli", *arguments], env=os.environ | environment,
                          capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(("call", "told"), [
    (("nonsense",), "nonsense"), (("run", "--bogus"), "--bogus"), (("crawl",), "PORTAL"), (("export", "--format", "xml"), "xml"),
    (("extract", "--published", "2025-02-30", "x"), "2025-02-30"),
])
def test_a_wrong_call_is_one_line(call: tuple[str, ...], told: str) -> None:
    done = parkwatch(*call)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("error: ")
    assert told in line
    assert "--help" in line


def test_without_a_command_the_commands_are_listed() -> None:
    done = parkwatch()
    assert done.returncode == 2
    assert all(command in done.stderr for command in COMMANDS)


def test_doctor_tells_each_fault_and_looks_at_the_rest(tmp_path: Path) -> None:
    done = parkwatch(
        "doctor", PARKWATCH_HOME=str(tmp_path), PARKWATCH_ARCHIVE="nowhere://archive", PARKWATCH_CHANNELS='["foo://s3cret"]',
        PARKWATCH_DATABASE_URL="postgresql://watch:s3cret@127.0.0.1:1/none", PARKWATCH_PORTALS=str(tmp_path / "absent"))
    assert done.returncode == 1
    assert [line.split(":")[0].split() for line in done.stdout.splitlines()][:6] == [
        ["right", "Python"], ["right", "home"], ["WRONG", "portals"], ["WRONG", "archive"], ["WRONG", "warehouse"],
        ["WRONG", "channels"]]
    assert "s3cret" not in done.stdout + done.stderr
