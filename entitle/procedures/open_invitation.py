"""Read the code in someone's invitation: which claim it lets them into. Wrong codes are counted."""

from __future__ import annotations

from django.db import transaction

from entitle.claims import queries as claims
from entitle.claims.models import SetAsked
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference, code_digest, read_code
from entitle.procedures.errors import NotFound
from entitle.procedures.guard_codes import REFUSED, guard_codes


def open_invitation(*, code: str, by: Actor, as_at: Instant) -> SetAsked:
    """What the code opens, while it has not been used. Raises NotFound, and NotPermitted after too many wrong codes."""
    guard_codes(by=by, as_at=as_at)
    written = read_code(code)
    found = claims.asked_by_digest(code_digest=code_digest(written)) if written else None
    if found is None:
        with transaction.atomic():
            history.write(code=REFUSED, about=Reference("user", by.user_id or 0), by=by, at=as_at)
        raise NotFound("That code is not right, or has been used already.")
    return found
