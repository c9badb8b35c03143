"""Hand over a claim of a record that few may open: to one person at the other body, agreed on by an officer who may."""
from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.claims import operations as claims
from entitle.claims.models import Handover
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.procedures.hold_back_handover import RELEASE
from entitle.staff import queries as staff
from entitle.work import operations as work
from entitle.work import queries

LONGEST = 100


def release_handover(*, handover_id: int, agreed_with: str, by: Actor, as_at: Instant) -> Handover:
    """It goes out now. `agreed_with` is who there will take it, kept in history with the officer's name.

    Raises NotPermitted without the authority to open restricted records, NotDone where it does not wait or nobody was
    agreed on.
    """
    if by.user_id is None or not staff.can(by.user_id, "customer.look_restricted"):
        raise NotPermitted("You may not hand over a claim of a restricted record.")
    if not agreed_with.strip() or len(agreed_with) > LONGEST:
        raise NotDone(f"Say who there takes it, in {LONGEST} characters or fewer.")
    with transaction.atomic():
        found = claims.lock_handover(handover_id=handover_id)
        if found is None:
            raise NotFound("Nothing was handed over with that number.")
        guard_record(customer_id=found.claim.customer_id, by=by, as_at=as_at)
        if not found.waits_for_release:
            raise NotDone("This does not wait to be released.")
        about = Reference("handover", found.id)
        claims.release_handover(handover=found, as_at=as_at)
        history.write(code="handover.released", about=about, customer_id=found.claim.customer_id, by=by, at=as_at,
                      reason=agreed_with.strip())
        if queries.is_open(about=about, kind=RELEASE):
            work.complete(about=about, kind=RELEASE, as_at=as_at, outcome="released", by=by)
        app.configure_task("send_handover", queue="handovers").defer(handover_id=found.id)
        return found
