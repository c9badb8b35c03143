"""What an exchange can be asked to do with a call. `then` says where to go on: the door's own token, opaque here."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Say:
    """Read words out, in 'en' or 'cy'."""

    words: str
    language: str = "en"


@dataclass(frozen=True)
class Gather:
    """Say, and listen for keys (and speech, if `hears`) for up to `seconds`; what was heard goes `then`."""

    then: str
    say: tuple[Say, ...] = ()
    digits: int = 1
    hears: bool = False
    language: str = "en"
    seconds: int = 5


@dataclass(frozen=True)
class Enqueue:
    """Keep the caller waiting: ask `waiting` what they hear meanwhile, and `then` once they leave the queue."""

    queue: str
    waiting: str
    then: str


@dataclass(frozen=True)
class LeaveQueue:
    """Take the caller out of the waiting room."""


@dataclass(frozen=True)
class Pause:
    """Silence."""

    seconds: int


@dataclass(frozen=True)
class GoOn:
    """Ask `then` what is next."""

    then: str


@dataclass(frozen=True)
class Connect:
    """Join the caller to an agent's address ('client:agent-7' or 'sip:7@host'), and tell `told` of it."""

    to: str
    told: str
    then: str


@dataclass(frozen=True)
class Transfer:
    """Hand the caller on to a number of somebody else's."""

    to: str


@dataclass(frozen=True)
class Hangup:
    """End the call."""


@dataclass(frozen=True)
class Record:
    """Turn the recording on or off: off while bank details are said."""

    on: bool


Command = Say | Gather | Enqueue | LeaveQueue | Pause | GoOn | Connect | Transfer | Hangup | Record


class CommandPort(Protocol):
    """An exchange that can be told what to do with a call that it holds. Raises Retryable or Refused."""

    def carry_out(self, *, call_id: str, commands: Sequence[Command]) -> None: ...
