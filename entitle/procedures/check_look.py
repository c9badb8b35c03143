"""A team leader settles whether a look at a record was proper."""

from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.staff import operations as staff
from entitle.staff import queries
from entitle.work import operations as work
from entitle.work import queries as queue

OUTCOMES = ("found_proper", "questioned", "found_misuse")


def check_look(*, look_check_id: int, outcome: str, note: str, by: Actor, as_at: Instant) -> None:
    """Record the outcome; a question leaves the work open. Nobody checks their own look."""
    if by.user_id is None or not queries.can(by.user_id, "looks.check"):
        raise NotPermitted("You may not check looks.")
    if outcome not in OUTCOMES or not note.strip():
        raise NotDone("Choose what you found, and say why.")
    about = Reference("look_check", look_check_id)
    with transaction.atomic():
        check = staff.check_look(
            look_check_id=look_check_id, event=outcome, outcome=note, checked_by_user_id=by.user_id, as_at=as_at
        )
        if outcome != "questioned" and queue.is_open(about=about, kind="look.check"):
            work.complete(about=about, kind="look.check", as_at=as_at, outcome=outcome, by=by)
        history.write(code=f"look.{outcome}", about=about, customer_id=check.customer_id, by=by, at=as_at)
