"""Put right what another body did not take, and hand it over again."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.claims import operations as claims
from entitle.claims.models import Handover
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record


def mend_handover(*, handover_id: int, answers: Mapping[str, Any], by: Actor, as_at: Instant) -> Handover:
    """What is put right (as stored, by fact) lies beside what was handed over, which is not changed.

    Nothing to put right hands it over again as it is, after they have put something right. Raises NotDone for one that
    is not waiting to be put right.
    """
    with transaction.atomic():
        found = claims.lock_handover(handover_id=handover_id)
        if found is None:
            raise NotFound("Nothing was handed over with that number.")
        guard_record(customer_id=found.claim.customer_id, by=by, as_at=as_at)
        if found.state != "rejected":
            raise NotDone("This is not waiting to be put right.")
        claims.mend_handover(handover=found, event="mended", answers=answers, user_id=by.user_id)
        history.write(code="handover.mended", about=Reference("handover", found.id),
                      customer_id=found.claim.customer_id, by=by, at=as_at)
        app.configure_task("send_handover", queue="handovers").defer(handover_id=found.id)
        return found
