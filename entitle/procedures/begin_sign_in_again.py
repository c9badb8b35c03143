"""A member of staff has lost their password or phone: what they had works no more, and it is known who said so."""
from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.staff import operations as staff


def begin_sign_in_again(*, user_id: int, by: Actor, as_at: Instant) -> None:
    """End the password and every session. Whoever asked hands over a link to choose another."""
    with transaction.atomic():
        staff.forget_password(user_id=user_id)
        history.write(code="staff.began_again", about=Reference("user", user_id), by=by, at=as_at)
