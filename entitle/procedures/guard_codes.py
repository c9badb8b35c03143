"""Codes in letters may be tried a few times an hour: whoever guesses is stopped, and whoever misreads is not."""

from __future__ import annotations

from datetime import timedelta

from entitle.history import queries as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotPermitted

TRIES = 5
REFUSED = "questions.code_refused"
_WITHIN = timedelta(hours=1)


def guard_codes(*, by: Actor, as_at: Instant) -> None:
    """Raises NotPermitted for someone not signed in, or who gave too many wrong codes within the hour."""
    if by.user_id is None:
        raise NotPermitted("You must be signed in.")
    wrong = history.looks(user_id=by.user_id, from_at=as_at - _WITHIN, codes=(REFUSED,), limit=TRIES)
    if len(wrong) >= TRIES:
        raise NotPermitted("Too many codes were wrong. Wait an hour, or call us.")
