"""The embedded server: one a home, whoever holds it, whatever is killed; and nothing left afterwards."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from parkwatch.errors import ParkwatchError
from parkwatch.settings import Settings
from warehouse.embedded import postmaster
from warehouse.server import airflow_url, create_airflow_database, database, running_server

HOLDER = """
import sys
from pathlib import Path
from warehouse.server import running_server
with running_server(Path(sys.argv[1]), durable=False) as url:
    print(url, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One home for the tests that leave it in order; whatever a failed test left running is ended."""
    path = tmp_path_factory.mktemp("server")
    yield path
    for process in processes(path):
        process.kill()


def processes(home: Path) -> list[psutil.Process]:
    return postmaster.processes((home / "postgres" / "data").resolve())


def hold(home: Path) -> tuple[subprocess.Popen[str], str]:
    """A process that holds the server until its standard input closes, and the address that it got."""
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    return holder, holder.stdout.readline().strip()


def let_go(holder: subprocess.Popen[str]) -> None:
    holder.communicate("")
    assert holder.returncode == 0


def kill(holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.communicate()


def answers(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            return connection.execute("SELECT 1").fetchone() == (1,)
    except psycopg.OperationalError:
        return False


def server_of(home: Path) -> psutil.Process:
    server = postmaster.living((home / "postgres" / "data").resolve())
    assert server is not None
    return server.process


def test_runs_while_it_is_held_on_loopback_alone_and_leaves_nothing(home: Path) -> None:
    with running_server(home, durable=False) as url:
        assert answers(url)
        server = server_of(home)
        assert {c.laddr.ip for c in server.net_connections() if c.status == psutil.CONN_LISTEN} == {"127.0.0.1"}
        assert not [c for c in server.net_connections("unix") if c.laddr]
        assert answers(airflow_url(url).replace("+psycopg", ""))
    assert not answers(url)
    assert processes(home) == []


def test_the_password_is_needed_and_is_the_owners_alone(home: Path) -> None:
    assert stat.S_IMODE((home / "postgres" / "password").stat().st_mode) == 0o600
    with running_server(home, durable=False) as url:
        secret = (home / "postgres" / "password").read_text()
        assert not answers(url.replace(secret, "wrong"))
        with psycopg.connect(url) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("COPY (SELECT 1) TO PROGRAM 'true'")


def test_two_holders_share_one_server_and_the_last_ends_it(home: Path) -> None:
    first, url = hold(home)
    second, same = hold(home)
    assert url == same
    let_go(first)
    assert answers(url)
    let_go(second)
    assert processes(home) == []


def test_holders_that_start_at_the_same_moment_share_one_server(home: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(home)]
    started = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    urls = {holder.stdout.readline() for holder in started if holder.stdout}
    assert len(urls) == 1
    for holder in started:
        let_go(holder)
    assert processes(home) == []


def test_a_killed_holder_counts_no_more(home: Path) -> None:
    killed, url = hold(home)
    with running_server(home, durable=False):
        kill(killed)
        assert answers(url)
    assert processes(home) == []


def test_an_orphan_of_a_killed_last_holder_is_taken_over_and_ended(home: Path) -> None:
    holder, url = hold(home)
    before = server_of(home).pid
    kill(holder)
    assert answers(url)
    with running_server(home, durable=False) as again:
        assert again == url
        assert server_of(home).pid == before
    assert processes(home) == []


def test_a_killed_server_is_started_again_with_what_was_committed(home: Path) -> None:
    with running_server(home, durable=False) as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE TABLE public.kept AS SELECT 42 AS x")
        server_of(home).send_signal(signal.SIGKILL)
        with running_server(home, durable=False) as again, psycopg.connect(again) as connection:
            assert connection.execute("SELECT x FROM public.kept").fetchone() == (42,)
    assert processes(home) == []


def test_a_session_that_outlives_its_killed_server_does_not_stop_the_next_start(home: Path) -> None:
    with running_server(home, durable=False) as url, psycopg.connect(url) as connection:
        backend = psutil.Process(connection.info.backend_pid)
        backend.suspend()  # as one that hangs in the kernel: it does not see its server's end
        server_of(home).send_signal(signal.SIGKILL)
        with running_server(home, durable=False) as again:
            assert answers(again)
            assert backend.pid not in {p.pid for p in processes(home)}


@pytest.mark.parametrize("whose", ["a program's", "another PostgreSQL's"])
def test_a_stale_pid_that_another_process_has_by_now_is_no_server(home: Path, database_url: str, whose: str) -> None:
    with psycopg.connect(database_url) as connection:
        other = psutil.Process(connection.info.backend_pid).parent()
    assert other is not None
    pid = os.getpid() if whose == "a program's" else other.pid
    with running_server(home, durable=False) as url:
        pass
    data = (home / "postgres" / "data").resolve()
    port = url.rpartition(":")[2].split("/")[0]
    (data / "postmaster.pid").write_text(f"{pid}\n{data}\n1\n{port}\n\n127.0.0.1\n  1 1\nready\n")
    with running_server(home, durable=False) as again:
        assert answers(again)
        assert server_of(home).pid != pid
    assert other.is_running()


@pytest.mark.parametrize("content", ["", "x\n", "999999999\n"])
def test_a_torn_pid_file_is_no_server(home: Path, content: str) -> None:
    with running_server(home, durable=False):
        pass
    (home / "postgres" / "data" / "postmaster.pid").write_text(content)
    with running_server(home, durable=False) as url:
        assert answers(url)


def test_another_port_is_chosen_where_the_kept_one_is_taken(home: Path) -> None:
    with running_server(home, durable=False) as url:
        pass
    port = int((home / "postgres" / "port").read_text())
    with socket.create_server(("127.0.0.1", port)), running_server(home, durable=False) as other:
        assert other != url
        assert answers(other)


def test_a_half_made_cluster_is_made_anew(tmp_path: Path) -> None:
    half = tmp_path / "postgres" / "data.new.killed"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18")
    with running_server(tmp_path, durable=False) as url:
        assert answers(url)
    assert not half.exists()


def test_a_server_that_has_come_up_meanwhile_is_not_ended(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a holder was killed while it started the server, and the starter went on."""
    with running_server(home, durable=False) as url:
        data, found = (home / "postgres" / "data").resolve(), server_of(home)
        seen = iter([None])  # the next holder looks for it a moment too early
        living = postmaster.living
        monkeypatch.setattr(postmaster, "living", lambda path: next(seen, living(path)))
        with running_server(home, durable=False) as again:
            assert again == url
            assert found in postmaster.processes(data)


def test_a_start_that_fails_says_what_postgresql_said(tmp_path: Path) -> None:
    with running_server(tmp_path, durable=False):
        pass
    (tmp_path / "postgres" / "data" / "global" / "pg_control").unlink()
    with pytest.raises(ParkwatchError, match=r"does not start: .*pg_control"), running_server(tmp_path, durable=False):
        pass
    assert processes(tmp_path) == []


def test_a_forked_child_that_leaves_the_block_does_not_end_the_server(home: Path) -> None:
    parent = os.getpid()
    try:
        with running_server(home, durable=False) as url:
            child = os.fork()
            if child == 0:
                raise SystemExit
            assert os.waitpid(child, 0)[1] == 0
            assert answers(url)
    finally:
        if os.getpid() != parent:
            os._exit(0)


def test_a_forked_child_does_not_hold_the_server(home: Path) -> None:
    waiting, go = os.pipe()
    with running_server(home, durable=False):
        child = os.fork()
        if child == 0:
            os.close(go)
            os.read(waiting, 1)
            os._exit(0)
    assert processes(home) == []
    with running_server(home, durable=False) as url:
        assert answers(url)
    os.write(go, b".")
    os.waitpid(child, 0)
    os.close(go)
    os.close(waiting)


def test_a_database_that_is_set_is_used_and_nothing_is_started(database_url: str, tmp_path: Path) -> None:
    with database(Settings(home=tmp_path, database_url=database_url)) as url:  # type: ignore[arg-type]
        assert url == database_url
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("url", "says"), [
    ("postgresql://u:geheim@127.0.0.1:1/none", r"the database 127\.0\.0\.1:1/none is not there"),
    ("postgresql://u:geheim@[::1", "is not of the form"),
    ("geheim", "is not of the form"),
    ("postgresql://u:geheim@127.0.0.1", "is not of the form"),
    ("host=127.0.0.1 password=geheim", "is not of the form"),
    ("mysql://u:geheim@127.0.0.1/x", "is not of the form"),
])
def test_a_database_that_is_not_there_is_one_clear_error_without_its_password(url: str, says: str) -> None:
    with pytest.raises(ParkwatchError, match=says) as caught, database(Settings(database_url=url)):  # type: ignore[arg-type]
        pass
    assert "geheim" not in str(caught.value)


def test_a_wrong_password_is_refused_without_showing_it(database_url: str) -> None:
    secret = str(conninfo_to_dict(database_url)["password"])
    wrong = database_url.replace(secret, "geheim")
    with pytest.raises(ParkwatchError, match="authentication failed") as caught, \
            database(Settings(database_url=wrong)):  # type: ignore[arg-type]
        pass
    assert "geheim" not in str(caught.value)


def test_a_server_that_is_too_old_is_refused(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warehouse.server.OLDEST", 990000)
    with pytest.raises(ParkwatchError, match=r"is PostgreSQL \d\d; Parkwatch needs"), \
            database(Settings(database_url=database_url)):  # type: ignore[arg-type]
        pass


def test_a_home_with_any_name_that_is_safe_in_a_shell(tmp_path: Path) -> None:
    home = tmp_path / "it's a 园区 home; #1 & more"
    with running_server(home, durable=False) as url:
        assert answers(url)
    assert processes(home) == []


@pytest.mark.parametrize("name", ["$(touch x)", "`touch x`", 'a"b'])
def test_a_home_whose_name_a_shell_would_run_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ParkwatchError, match="choose a PARKWATCH_HOME without"), running_server(tmp_path / name):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_is_a_file_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(ParkwatchError, match="the embedded PostgreSQL cannot use"), running_server(tmp_path / "home"):
        pass


def test_data_of_another_version_are_refused(tmp_path: Path) -> None:
    data = tmp_path / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("12\n")
    (tmp_path / "postgres" / "password").write_text("x")
    with pytest.raises(ParkwatchError, match=r"was made by PostgreSQL 12, the package carries \d\d"), running_server(tmp_path):
        pass


def test_airflow_has_a_database_of_its_own_on_any_server(database_url: str) -> None:
    own = airflow_url(database_url).replace("+psycopg", "")
    assert not answers(own)
    create_airflow_database(database_url)
    create_airflow_database(database_url)
    assert answers(own)
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {conninfo_to_dict(own)['dbname']}".encode())
