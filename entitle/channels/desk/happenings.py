"""Events of history as lines that an officer reads: what, when, by whom, how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from entitle.history.models import Event
from entitle.history.vocabulary import words_of
from entitle.kernel.periods import Instant
from entitle.kernel.words import Words
from entitle.staff import queries as staff

_ACTED_AS = {"system": "Entitle", "customer": "The customer", "representative": "Someone acting for the customer"}


@dataclass(frozen=True)
class Happening:
    """One event, in the shape that the timeline shows."""

    title: Words
    at: Instant
    by: str
    text: str


def happenings(events: Sequence[Event]) -> list[Happening]:
    """One statement for the names, however many events."""
    names = staff.names_of(
        {event.actor_user_id for event in events if event.actor_user_id and event.actor_role == "staff"}
    )
    return [
        Happening(words_of(event.code), event.at, f"{_actor(event, names)}, by {event.channel}", event.reason)
        for event in events
    ]


def _actor(event: Event, names: dict[int, str]) -> str:
    return _ACTED_AS.get(event.actor_role) or names.get(event.actor_user_id or 0, "A member of staff")
