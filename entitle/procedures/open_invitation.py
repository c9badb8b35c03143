"""Read the code in someone's invitation: which claim it lets them into. Wrong codes are counted."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from entitle.claims import queries as claims
from entitle.claims.models import SetAsked
from entitle.history import operations as history
from entitle.history import queries
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference, code_digest, read_code
from entitle.procedures.errors import NotFound, NotPermitted

TRIES = 5
_WITHIN = timedelta(hours=1)


def open_invitation(*, code: str, by: Actor, as_at: Instant) -> SetAsked:
    """What the code opens, while it has not been used. Raises NotFound, and NotPermitted after too many wrong codes."""
    if by.user_id is None:
        raise NotPermitted("You must be signed in.")
    me = Reference("user", by.user_id)
    wrong = [each for each in queries.about(me) if each.code == "questions.code_refused" and each.at > as_at - _WITHIN]
    if len(wrong) >= TRIES:
        raise NotPermitted("Too many codes were wrong. Wait an hour, or call us.")
    written = read_code(code)
    found = claims.asked_by_digest(code_digest=code_digest(written)) if written else None
    if found is None:
        with transaction.atomic():
            history.write(code="questions.code_refused", about=me, by=by, at=as_at)
        raise NotFound("That code is not right, or has been used already.")
    return found
