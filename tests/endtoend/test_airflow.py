"""The first run and the page, through the real Airflow, on an installation with nothing but its home."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest

from parkwatch.airflow import PATIENCE
from parkwatch.settings import PROJECT_ROOT
from tests.endtoend.free_ports import free_ports

STEPS = ("crawl", "transform", "gate", "load")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A home of its own with the embedded server, and ports that nobody uses."""
    home = tmp_path_factory.mktemp("airflow")
    ports = free_ports(6)
    own = {"PARKWATCH_HOME": str(home / ".parkwatch"), "PARKWATCH_AIRFLOW_PORT": str(ports[0]),
           "PARKWATCH_SEED_PORT": str(ports[1]),
           "PYTHONPATH": str(PROJECT_ROOT)}
    return {k: v for k, v in os.environ.items() if not k.startswith("PARKWATCH_")} | own


@pytest.fixture(autouse=True)
def no_process_is_left(environment: dict[str, str]) -> Iterator[None]:
    yield
    home = environment["PARKWATCH_HOME"]
    left = [p for p in psutil.process_iter(["cmdline", "environ"])
            if home in " ".join(p.info["cmdline"] or []) or (p.info["environ"] or {}).get("PARKWATCH_HOME") == home]
    assert not left


def parkwatch(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "parkwatch.cli", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)


def test_a_run_that_is_asked_to_end_ends_at_once_and_costs_nothing(environment: dict[str, str]) -> None:
    """What it had not done is done by the first run below, which finds all."""
    command = [sys.executable, "-m", "parkwatch.cli", "run", "--seed"]
    with subprocess.Popen(command, env=environment | {"PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True) as run:
        assert run.stdout is not None
        assert any("transform started" in line for line in run.stdout)
        started = time.monotonic()
        run.send_signal(signal.SIGTERM)
        _, errors = run.communicate(timeout=60)
    assert time.monotonic() - started < PATIENCE
    assert run.returncode == 128 + signal.SIGTERM
    (line,) = errors.splitlines()
    assert "interrupted" in line


def test_the_first_run_finds_the_seeds_and_the_second_nothing(environment: dict[str, str]) -> None:
    first = parkwatch(environment, "run", "--seed")
    assert first.returncode == 0, first.stdout + first.stderr
    assert all(f"seed-epaper: {step} succeeded" in first.stdout for step in STEPS)
    assert "5 portals, 5 alerts raised" in first.stdout
    assert "张家港保税区" in first.stdout
    alerts = Path(environment["PARKWATCH_HOME"]) / "alerts" / "alerts.jsonl"
    told = alerts.read_text("utf-8")
    again = parkwatch(environment, "run", "--seed")
    assert again.returncode == 0, again.stdout + again.stderr
    assert "Nothing new: no article, no observation and no alert was added." in again.stdout
    assert alerts.read_text("utf-8") == told


def test_up_serves_the_page_on_loopback_alone_and_ctrl_c_ends_all(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "parkwatch.cli", "up"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as up:
        assert up.stdout is not None
        for line in up.stdout:
            if "Ctrl-C ends it" in line:
                break
        else:
            pytest.fail("it ended before it was up")
        with urlopen(f"http://127.0.0.1:{environment['PARKWATCH_AIRFLOW_PORT']}/", timeout=30) as page:
            assert page.status == 200
        family = psutil.Process(up.pid).children(recursive=True)
        listening = {c.laddr.ip for p in family for c in p.net_connections("inet") if c.status == psutil.CONN_LISTEN}
        up.send_signal(signal.SIGINT)
        rest = up.stdout.read()
        started = time.monotonic()
    assert up.returncode == 0, rest
    assert listening == {"127.0.0.1"}
    assert not psutil.wait_procs(family, timeout=max(0.0, 30 - (time.monotonic() - started)))[1]
