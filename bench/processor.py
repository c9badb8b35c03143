"""Seconds of processor that an act took, of all who worked at it: other work on the machine disturbs them less."""
from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Took:
    """Of one act: seconds by the clock, and of processor, workers and server together."""

    seconds: float
    processor: float


def timed(act: Callable[[], Any], *, var: Path) -> tuple[Took, Any]:
    """What an act took, and what it gave. `var` is the folder of the embedded server that it worked with."""
    began, used = time.perf_counter(), seconds_used(var)
    result = act()
    return Took(time.perf_counter() - began, seconds_used(var) - used), result


def seconds_used(var: Path) -> float:
    """Seconds of processor of this process, of its workers, and of the server with all that it started."""
    return seconds_of(os.getpid()) + seconds_of_server(var)


def seconds_of_server(var: Path) -> float:
    """Of the embedded server in a folder, and of all that it started."""
    return seconds_of(int((var / "postgresql/data/postmaster.pid").read_text().split()[0]))


def seconds_of(pid: int) -> float:
    """Of a process, and of all that it started."""
    return sum(map(_ticks, _family(pid))) / _TICKS


def _family(pid: int) -> list[int]:
    """A process and those that it started and that live."""
    with suppress(OSError):
        children = [int(child) for task in Path(f"/proc/{pid}/task").iterdir()
                    for child in (task / "children").read_text().split()]
        return [pid, *(each for child in children for each in _family(child))]
    return []


def _ticks(pid: int) -> int:
    """Of a process, and of those that it started and that have ended."""
    with suppress(OSError):
        return sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]))
    return 0
