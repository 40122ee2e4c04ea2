"""Who runs the server: never root, whatever the place; an ordinary user himself."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from warehouse.embedded import postmaster
from warehouse.embedded.account import Runner, find_runner
from warehouse.embedded.binaries import installed_binaries
from warehouse.server import running_server

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root hands the server to another account")

HOLD = """
import sys
from pathlib import Path
from warehouse.embedded import account, postmaster
from warehouse.server import running_server
import psycopg
home = Path(sys.argv[1])
if sys.argv[2:]:
    account.CAPABILITIES, account.PLACED = (), Path(sys.argv[2])
for _ in range(2):
    with running_server(home, durable=False) as url, psycopg.connect(url) as connection:
        data = (home / "postgres" / "data").resolve()
        print(data, postmaster.living(data).process.uids().effective, flush=True)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every account reaches."""
    path = Path(tempfile.mkdtemp(prefix="parkwatch-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


def hold(command: list[str], home: Path, *more: Path) -> set[str]:
    """What two servers, one after the other, say of their data folder and accounts."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([*command, sys.executable, "-c", HOLD, str(home), *map(str, more)], capture_output=True, text=True,
                          cwd="/", env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines())


@as_root
def test_root_hands_the_server_to_an_account_that_is_not_root(tmp_path: Path) -> None:
    with running_server(tmp_path, durable=False):
        data = (tmp_path / "postgres" / "data").resolve()
        server = postmaster.living(data)
        assert server is not None
        account = server.process.uids().effective
    assert account != 0
    assert data.stat().st_uid == account


@as_root
def test_in_a_closed_folder_the_server_may_pass_it_and_nothing_else(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    (tmp_path / "postgres").mkdir(mode=0o755)
    runner = find_runner(installed_binaries(), tmp_path / "postgres", tmp_path / "postgres" / "data")
    assert runner is not None
    capabilities = runner.run("/bin/sh", "-c", "grep CapEff /proc/self/status; touch -- $0/x", tmp_path)
    assert int(capabilities.stdout.split()[1], 16) == 1 << 2  # CAP_DAC_READ_SEARCH alone
    assert not (tmp_path / "x").exists()


@as_root
def test_in_an_open_folder_the_server_has_no_capability(open_folder: Path) -> None:
    binaries = installed_binaries()
    runner = find_runner(binaries, open_folder, open_folder / "data")
    assert runner is not None
    if Runner(runner.uid, runner.gid).reaches(binaries, open_folder):
        assert runner.prefix == ()


@as_root
def test_where_the_system_grants_no_capability_programs_and_data_are_placed_outside(tmp_path: Path, open_folder: Path) -> None:
    tmp_path.chmod(0o700)
    (said,) = hold([], tmp_path, open_folder / "placed")
    data, account = said.split()
    assert data.startswith(str(open_folder / "placed"))
    assert account != "0"
    assert (tmp_path / "postgres" / "data").is_symlink()


@as_root
def test_an_ordinary_user_runs_it_himself(open_folder: Path) -> None:
    """As nobody, who may read this test's own programs wherever they lie."""
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("setpriv is not installed")
    user = pwd.getpwnam("nobody")
    home = open_folder / "home"
    home.mkdir()
    os.chown(home, user.pw_uid, user.pw_gid)
    (said,) = hold([setpriv, f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "--inh-caps=+dac_read_search",
                    "--ambient-caps=+dac_read_search"], home)
    assert said == f"{home / 'postgres' / 'data'} {user.pw_uid}"


def test_no_account_but_the_owner_reads_the_password(tmp_path: Path) -> None:
    with running_server(tmp_path, durable=False) as url:
        assert psycopg.conninfo.conninfo_to_dict(url)["password"] == (tmp_path / "postgres" / "password").read_text()
        arguments = [argument for process in psutil.process_iter() for argument in _arguments(process)]
    assert not [a for a in arguments if (tmp_path / "postgres" / "password").read_text() in a]
    assert [p.name for p in (tmp_path / "postgres").iterdir() if p.stat().st_mode & 0o077 and p.is_file()] == []


def _arguments(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []
