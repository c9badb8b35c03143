"""SIGKILL to one process of an installation that runs, and what the passing of time would then bring."""
from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path
from random import Random

from entitle.config.embedded.cluster import Cluster

_MARKS = {"web": ("granian",), "worker": ("procrastinate", "bench.forking")}
AN_HOUR_OF_SILENCE = """UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'
                        WHERE id < (SELECT max(id) FROM procrastinate_workers)"""
"""A worker that was killed has been silent for long, as the sweep that looks for such would find."""


def kill(kind: str, *, supervisor: int, cluster: Cluster, chance: Random | None = None) -> bool:
    """SIGKILL to the 'web', a 'web process', the 'worker' or the 'database'. False where it is not up just now.

    Of several it is the last, or whichever `chance` chooses.
    """
    pid = _postmaster(cluster) if kind == "database" else _process(kind, supervisor, chance)
    if pid is None:
        return False
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
        return True
    return False


def _postmaster(cluster: Cluster) -> int | None:
    try:
        pid = int((cluster.data / "postmaster.pid").read_text().split()[0])
        command = Path(f"/proc/{pid}/cmdline").read_text()
    except (OSError, ValueError, IndexError):
        return None
    return pid if str(cluster.data) in command else None


def _process(kind: str, supervisor: int, chance: Random | None) -> int | None:
    of = _process("web", supervisor, chance) if kind == "web process" else supervisor
    marks = _MARKS.get(kind, ("",))
    found = [pid for pid in _children(of) if any(mark in _command(pid) for mark in marks)] if of else []
    return (chance.choice(found) if chance else found[-1]) if found else None


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def _children(of: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, IndexError):
            if int(path.read_text().rpartition(")")[2].split()[1]) == of:
                found.append(int(path.parent.name))
    return sorted(found)


def kill_host(supervisor: int) -> None:
    """SIGKILL to a supervisor and all that it keeps up, at once: it has no time to start any of them again."""
    lost = [supervisor]
    for pid in lost:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGSTOP)
        lost += _children(pid)
    for pid in lost:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
