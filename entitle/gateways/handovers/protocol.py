"""What another body says of what it is handed: field by field, so that one bad field does not stop the rest."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol


@dataclass(frozen=True)
class FieldProblem:
    """One field that was not taken, why, and what would put it right.

    `held` is what they hold in its place, where it is only that the two differ.
    """

    field: str
    why: str
    remedy: str
    held: Any = None


@dataclass(frozen=True)
class Answer:
    """What they took of what was sent, what they did not, and their own reference for it."""

    their_reference: str
    accepted: tuple[str, ...]
    problems: tuple[FieldProblem, ...]


@dataclass(frozen=True)
class Feedback:
    """What came of one handover, in a code of theirs."""

    reference: str
    said: str
    said_on: date


class Handovers(Protocol):
    """Each raises Retryable or Refused."""

    def send(self, *, reference: str, key: str, made_on: date, content: bytes) -> Answer:
        """Safe to repeat: the same `key` is answered as it was the first time, and done once.

        `content` is a JSON object, a value for each field. What is sent again under a `reference` is added to what
        they have.
        """

    def held(self, *, first: date, last: date) -> frozenset[str]:
        """The references of all that they hold whole, of what was made on some days."""

    def feedback(self, *, since: date) -> tuple[Feedback, ...]:
        """What they said on or after a day."""
