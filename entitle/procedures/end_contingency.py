"""Bring an office back to working as usual."""
from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.staff import operations as staff
from entitle.staff.models import Contingency


def end_contingency(*, code: str, by: Actor, as_at: Instant) -> Contingency:
    """What was taken is still delivered, and still reconciled. Raises NotDone where it has ended."""
    if by.user_id is None:
        raise NotPermitted("A person brings an office back: nothing else does.")
    try:
        with transaction.atomic():
            ended = staff.end_contingency(code=code, user_id=by.user_id, as_at=as_at)
            history.write(code="contingency.ended", about=Reference("contingency", ended.id), by=by, at=as_at)
            return ended
    except Contingency.DoesNotExist as nothing:
        raise NotFound("There is no contingency with that reference.") from nothing
    except NotAllowedNow as already:
        raise NotDone("It has ended already.") from already
