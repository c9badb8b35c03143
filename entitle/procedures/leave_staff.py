"""Close the sign-in of someone who has left. What they did stays under their name."""
from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.staff import operations as staff


def leave_staff(*, user_id: int, by: Actor, as_at: Instant) -> None:
    """From the next request on they can do nothing."""
    with transaction.atomic():
        staff.close_user(user_id=user_id)
        history.write(code="staff.left", about=Reference("user", user_id), by=by, at=as_at)
