"""A pretend time that every process of a demonstration shares, through one small file that is replaced whole."""
from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from entitle.kernel.periods import Instant

_HELD: ContextVar[Instant | None] = ContextVar("held", default=None)


class ClockTurnedBack(ValueError):
    """The pretend time only goes forward: what was done must stay in the past."""


@contextmanager
def at(instant: Instant) -> Iterator[None]:
    """Within it the clock stands at an instant, in this thread only."""
    token = _HELD.set(_aware(instant))
    try:
        yield
    finally:
        _HELD.reset(token)


def set_to(instant: Instant, *, stand_still: bool = False) -> None:
    """Move the shared clock of ENTITLE_CLOCK_FILE to an instant. It ticks on from there unless told to stand still.

    Raises ClockTurnedBack for an instant before the shared clock's, and LookupError where no file is named.
    """
    path = _file()
    if path is None:
        raise LookupError("ENTITLE_CLOCK_FILE names no file, so the time is real and cannot be set")
    real = datetime.now(UTC)  # noqa: TID251 - to tick on from
    shown = _shared(real)
    if shown is not None and instant < shown:
        raise ClockTurnedBack(f"the clock stands at {shown.isoformat()} and is not turned back")
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    set_at = None if stand_still else real.isoformat()
    fresh.write_text(json.dumps({"instant": _aware(instant).isoformat(), "set_at": set_at}))
    fresh.replace(path)


def instead_of(real: Instant) -> Instant | None:
    """The pretend time, or None where the time is real."""
    return _HELD.get() or _shared(real)


def _shared(real: Instant) -> Instant | None:
    path = _file()
    try:
        held = json.loads(path.read_text()) if path else None
    except FileNotFoundError:
        return None
    if held is None:
        return None
    instant = datetime.fromisoformat(held["instant"])
    return instant + (real - datetime.fromisoformat(held["set_at"])) if held["set_at"] else instant


def _file() -> Path | None:
    named = getattr(settings, "ENTITLE_CLOCK_FILE", "")
    return Path(named) if named else None


def _aware(instant: Instant) -> Instant:
    if instant.tzinfo is None:
        raise ValueError("an instant is aware: give it in UTC")
    return instant.astimezone(UTC)
