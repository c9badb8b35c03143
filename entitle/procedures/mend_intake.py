"""Put right what stopped a claim that was sent on, and pass it again."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from entitle.claims import operations as claims
from entitle.claims.models import Intake
from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.pass_intake import pass_intake


def mend_intake(
    *,
    intake_id: int,
    answers: Mapping[str, Any],
    who: Mapping[str, Any],
    by: Actor,
    as_at: Instant,
    record: str = "",
) -> Intake:
    """It, passed or stopped again. What is put right (as stored) lies beside what was sent, which is not changed.

    `record` is the code of the record that it is found to be theirs, or Intake.NEW for someone who has none. Nothing to
    put right passes it again as it is, after the record was put right. Raises NotDone for one that is not stopped.
    """
    with transaction.atomic():
        intake = claims.lock_intake(intake_id=intake_id)
        if intake is None:
            raise NotFound("Nothing was sent on with that number.")
        if intake.state != "stopped":
            raise NotDone("This is not waiting to be put right.")
        for customer_id in _whose(intake, record):
            guard_record(customer_id=customer_id, by=by, as_at=as_at)
        claims.mend(intake=intake, answers=answers, who=who, record=record, user_id=by.user_id)
        history.write(code="intake.mended", about=Reference("intake", intake.id), customer_id=intake.customer_id, by=by,
                      at=as_at)
        return pass_intake(intake_id=intake.id, as_at=as_at)


def _whose(intake: Intake, record: str) -> list[int]:
    """The records that this is about: whose it was taken to be, and whose it is said to be."""
    about = [intake.customer_id] if intake.customer_id else []
    if record and record != Intake.NEW:
        try:
            about.append(customers.get(record).id)
        except customers.NoSuchCustomer as nobody:
            raise NotDone("Enter the reference of a record, like CUS-7K3M-9QX2-4TB8.") from nobody
    return about
