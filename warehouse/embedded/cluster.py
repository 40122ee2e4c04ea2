"""One cluster: its folder, its making, its start. Every method that changes something is called in a holder's turn."""

from __future__ import annotations

import hashlib
import secrets
import shutil
import socket
import subprocess
import time
from pathlib import Path

import psycopg

from parkwatch.errors import ParkwatchError
from warehouse.embedded import postmaster
from warehouse.embedded.account import Runner, find_runner, place_outside
from warehouse.embedded.binaries import installed_binaries
from warehouse.embedded.bootstrap import ROLE, SUPERUSER, create_databases
from warehouse.embedded.configuration import HOST, configuration, write_private

START_SECONDS = 300  # recovery after a crash replays the log; it may take minutes, never hours at this max_wal_size
PORTS = range(15433, 32000)  # below the range that the system gives outgoing connections


class Cluster:
    """The PostgreSQL cluster in ``folder``.

    ``folder`` holds ``data`` (a link where the data had to be placed outside), ``password`` and ``port`` (both 0600, the calling
    user's), ``server.log`` inside ``data``. ``durable=False`` gives up safety at a power cut for speed: for tests.
    """

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.folder = folder
        self._durable = durable
        if found := set(str(folder)) & set('"$`\\\n'):
            raise ParkwatchError(f"choose a PARKWATCH_HOME without {' '.join(sorted(map(repr, found)))} in its path: "
                                 "PostgreSQL's own starter passes the path through a shell")
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o711)  # the server's account passes through it; what is secret in it is closed by itself

    def ensure_running(self) -> str:
        """Start the server where it does not run, make its databases where they are missing, and return the address.

        Raises:
            ParkwatchError: it cannot be started; the message ends with what PostgreSQL said.
        """
        binaries, runner = self._place()
        if not (self.data / "PG_VERSION").exists():
            self._initialise(binaries, runner)
        self._check_version(binaries, runner)
        port = self._port_of_running() or self._start(binaries, runner)
        create_databases(HOST, port, self._password())
        return f"postgresql://{ROLE}:{self._password()}@{HOST}:{port}/parkwatch"

    def stop(self) -> None:
        """End the server and wait for its end."""
        if self._link.exists():
            postmaster.stop(self.data)

    @property
    def _link(self) -> Path:
        return self.folder / "data"

    @property
    def data(self) -> Path:
        """The data folder, links resolved."""
        return self._link.resolve()

    def _place(self) -> tuple[Path, Runner]:
        binaries = installed_binaries()
        runner = None if self._link.is_symlink() else find_runner(binaries, self.folder, self.data)
        if runner is not None:
            return binaries, runner
        try:
            binaries, outside = place_outside(binaries, hashlib.sha256(str(self._link).encode()).hexdigest()[:16])
        except OSError as error:
            raise ParkwatchError(f"the embedded PostgreSQL's account cannot reach {self.folder}, nor can its files be placed "
                                 f"elsewhere ({error}): choose a PARKWATCH_HOME outside closed folders") from None
        if not self._link.is_symlink():
            self._link.symlink_to(outside / "data")
        runner = find_runner(binaries, outside, self.data)
        if runner is None:
            raise ParkwatchError(f"no system account can run PostgreSQL in {outside}: run as an ordinary user, "
                                 "or set PARKWATCH_DATABASE_URL")
        return binaries, runner

    def _password(self) -> str:
        try:
            return (self.folder / "password").read_text().strip()
        except FileNotFoundError:
            raise ParkwatchError(
                f"{self.folder} has data but no password file; restore it, or remove the folder to start anew") from None

    def _initialise(self, binaries: Path, runner: Runner) -> None:
        """Make the cluster beside its place, then move it there: a killed attempt leaves nothing that looks whole."""
        data = self.data
        for left in data.parent.glob("data.new.*"):
            shutil.rmtree(left, ignore_errors=True)
        half = data.with_name(f"data.new.{secrets.token_hex(4)}")  # a killed attempt's initdb may still be at work on its own
        secret = half.with_name("password.new")
        password = secrets.token_urlsafe(24)
        write_private(self.folder / "password", password)
        write_private(secret, password)
        try:
            runner.own(secret)
            half.mkdir(mode=0o700)
            runner.own(half)
            made = runner.run(
                binaries / "bin" / "initdb", "-D", half, "-U", SUPERUSER, f"--pwfile={secret}", "--auth-host=scram-sha-256",
                "--auth-local=reject", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                *([] if self._durable else ["--no-sync"]), timeout=300)
            if made.returncode != 0:
                raise ParkwatchError(f"initdb failed in {half.parent}: {_last_lines(made.stderr or made.stdout)}")
            half.rename(data)
        finally:
            secret.unlink(missing_ok=True)

    def _check_version(self, binaries: Path, runner: Runner) -> None:
        have = (self.data / "PG_VERSION").read_text().strip()
        carried = runner.run(binaries / "bin" / "postgres", "--version").stdout.split()[-1].partition(".")[0]
        if have != carried:
            raise ParkwatchError(
                f"{self.data} was made by PostgreSQL {have}, the package carries {carried}: install the earlier package, "
                "take a dump, and load it into a new home")

    def _answers(self, server: postmaster.Postmaster) -> bool:
        """Wait until the living server takes connections; False where it ends instead (a shutdown under way)."""
        deadline = time.monotonic() + START_SECONDS
        while server.process.is_running() and postmaster.living(self.data) is not None:
            try:
                psycopg.connect(host=HOST, port=server.port, user=SUPERUSER, password=self._password(), dbname="postgres",
                                connect_timeout=10).close()
            except psycopg.OperationalError as error:
                if time.monotonic() > deadline or "password authentication" in str(error):
                    raise ParkwatchError(f"the embedded PostgreSQL on port {server.port} does not answer: {error}") from None
                time.sleep(0.05)
            else:
                return True
        return False

    def _port_of_running(self) -> int | None:
        """The port of the server that runs already; None where there is none that may be left alone."""
        while (server := postmaster.living(self.data)) is not None or not postmaster.remove_traces(self.data):
            if server is not None and self._answers(server):
                return server.port
        return None

    def _start(self, binaries: Path, runner: Runner) -> int:
        log = self.data / "server.log"
        if log.exists() and log.stat().st_size > 8 << 20:
            log.replace(log.with_suffix(".log.1"))
        said = ""
        for _ in range(3):
            port = self._free_port()
            write_private(self.data / "postgresql.conf", configuration(port, durable=self._durable))
            runner.own(self.data / "postgresql.conf")
            size = log.stat().st_size if log.exists() else 0
            try:
                started = runner.run(binaries / "bin" / "pg_ctl", "start", "-w", "-s", f"-t{START_SECONDS}", "-D", self.data,
                                     "-l", log, timeout=START_SECONDS + 10)
            except subprocess.TimeoutExpired:
                raise ParkwatchError(f"the embedded PostgreSQL did not start within {START_SECONDS} s: see {log}") from None
            if started.returncode == 0:
                return port
            said = started.stderr
            if log.exists():
                with log.open(errors="replace") as lines:
                    lines.seek(size)
                    said = lines.read() or said
            if "could not bind" not in said:  # else somebody took the port in between
                break
        raise ParkwatchError(f"the embedded PostgreSQL does not start: {_last_lines(said)} (log: {log})")

    def _free_port(self) -> int:
        """The port of the last start; another, kept from now on, where something else listens there."""
        kept = self.folder / "port"
        candidates = [int(kept.read_text())] if kept.exists() else []
        candidates += [secrets.choice(PORTS) for _ in range(100)]
        for port in candidates:
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as PostgreSQL itself binds
                try:
                    probe.bind((HOST, port))
                except OSError:
                    continue
            write_private(kept, str(port))
            return port
        raise ParkwatchError(f"no free port on {HOST} between {PORTS.start} and {PORTS.stop}")


def _last_lines(text: str) -> str:
    return " / ".join(line.strip() for line in text.strip().splitlines()[-4:]) or "it said nothing"
