"""What happens to a call, in one vocabulary, whichever exchange says it."""
from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from entitle.kernel.periods import Instant

INITIATED, BLOCKED, QUEUED, OFFERED = "initiated", "blocked", "queued", "offered"
CONNECTED_TO_AGENT, HELD, TRANSFERRED, WRAP_UP, ENDED = "connected_to_agent", "held", "transferred", "wrap_up", "ended"
DTMF, TRANSCRIPT = "dtmf", "transcript"
NAMES = frozenset({INITIATED, BLOCKED, QUEUED, OFFERED, CONNECTED_TO_AGENT, HELD, TRANSFERRED, WRAP_UP, ENDED, DTMF,
                   TRANSCRIPT})


@dataclass(frozen=True)
class CallEvent:
    """One thing that happened, by the exchange's own ids. The same thing told twice has the same `event_id`.

    A transfer may give the same caller a new `contact_id`: `initial_contact_id` is that of the first ring.
    """

    provider: str
    event_id: str
    name: str
    at: Instant
    contact_id: str
    initial_contact_id: str = ""
    previous_contact_id: str = ""
    number: str = ""
    dialled: str = ""
    digits: str = ""
    words: str = ""
    cause: str = ""

    def __post_init__(self) -> None:
        if self.name not in NAMES:
            raise ValueError(f"no event of a call is called {self.name!r}")

    @property
    def call_id(self) -> str:
        """The one id of the caller's whole call, through every transfer."""
        return self.initial_contact_id or self.contact_id


class NotAnEvent(ValueError):
    """What was sent cannot be read: the message says what is missing, never what was sent."""


def digest(told: Any) -> str:
    """An id for what comes without one: the same words, the same id."""
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:40]
