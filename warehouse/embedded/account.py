"""The system account that runs the server, and how a program is run as it.

PostgreSQL refuses to run as root. An ordinary user runs it as himself. Root runs it as a system account of its own, and that
account may reach neither the home nor the programs where they lie under a folder that only root enters (a checkout under
``/root``). Then the server's process gets one capability, to pass closed folders; where the system grants none, programs and
data are placed in ``/var/lib/parkwatch``.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from parkwatch.errors import ParkwatchError

ACCOUNT = "parkwatch"
# From the least to the most: to read and pass closed folders; besides, to run programs that only root may run (a package that was
# unpacked under umask 077).
CAPABILITIES = ("dac_read_search", "dac_override")


@dataclass(frozen=True)
class Runner:
    """Runs programs as the server's account, with a clean environment."""

    uid: int | None = None  # None: as the calling user
    gid: int | None = None
    prefix: tuple[str, ...] = ()

    def run(self, *command: str | Path, timeout: float = 60.0) -> subprocess.CompletedProcess[str]:
        """Run ``command`` from ``/``, wait for it at most ``timeout`` seconds, and return it with its output."""
        switch = self.uid is not None and not self.prefix  # setpriv switches by itself
        return subprocess.run(  # noqa: S603 - our own programs, no shell
            [*self.prefix, *map(str, command)], capture_output=True, text=True, errors="replace", timeout=timeout, check=False,
            stdin=subprocess.DEVNULL, cwd="/", umask=0o077, env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"},
            user=self.uid if switch else None, group=self.gid if switch else None, extra_groups=[] if switch else None)

    def own(self, path: Path) -> None:
        """Give ``path`` to the account."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def reaches(self, binaries: Path, folder: Path) -> bool:
        """Whether the account can run the programs and enter ``folder``."""
        try:
            version = self.run(binaries / "bin" / "postgres", "--version")
            entered = self.run("/bin/sh", "-c", 'cd -- "$1"', "sh", folder)
        except OSError:
            return False
        return version.returncode == 0 and entered.returncode == 0


def find_runner(binaries: Path, folder: Path, data: Path) -> Runner | None:
    """How to run the server whose data lie, or will lie, in ``data`` under ``folder``; None where no way reaches both.

    Raises:
        ParkwatchError: the data belong to another user.
    """
    if os.geteuid() != 0:
        if data.exists() and data.stat().st_uid != os.geteuid():
            raise ParkwatchError(f"{data} belongs to another user: run as that user, or choose another PARKWATCH_HOME")
        return Runner()
    user = _account(data)
    candidates = [Runner(user.pw_uid, user.pw_gid)]
    if setpriv := shutil.which("setpriv"):
        ids = (f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups")
        candidates += [
            Runner(user.pw_uid, user.pw_gid, (setpriv, *ids, f"--inh-caps=+{c}", f"--ambient-caps=+{c}")) for c in CAPABILITIES]
    return next((r for r in candidates if r.reaches(binaries, folder)), None)


def _account(data: Path) -> pwd.struct_passwd:
    """The account that owns the data; else the system account ``parkwatch``, made where it is missing; else ``nobody``."""
    if data.exists() and (owner := data.stat().st_uid) != 0:
        return pwd.getpwuid(owner)
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        _make_account()
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        return pwd.getpwnam("nobody")


def _make_account() -> None:
    useradd, adduser = shutil.which("useradd"), shutil.which("adduser")
    if useradd:
        command = [useradd, "--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", ACCOUNT]
    elif adduser:  # busybox
        command = [adduser, "-S", "-D", "-H", "-s", "/sbin/nologin", ACCOUNT]
    else:
        return
    subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603 - a failure shows in the next look-up


PLACED = Path("/var/lib/parkwatch")


def place_outside(binaries: Path, home_digest: str) -> tuple[Path, Path]:
    """Copy the programs to where every account reaches them; return that copy and the folder for the data of one home."""
    folder = PLACED / "homes" / home_digest
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    release = PLACED / f"{binaries.name}-{int((binaries / 'bin' / 'postgres').stat().st_mtime)}"
    package = binaries.parent
    if not release.exists():
        half = release.with_suffix(f".{os.getpid()}")
        shutil.copytree(binaries, half / package.name / binaries.name, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():  # the programs find them by a path relative to their own
            shutil.copytree(libraries, half / libraries.name, symlinks=True)
        half.rename(release)
    for path in (PLACED, folder.parent, folder, release, *release.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(mode | (0o755 if path.is_dir() or mode & 0o100 else 0o444))
    return release / package.name / binaries.name, folder
