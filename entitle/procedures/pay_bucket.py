"""Pay every award of a bucket that is due, once."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from entitle.awards import operations as awards
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.payments import operations as payments
from entitle.payments.operations import Made
from entitle.payments.work_kinds import NO_ACCOUNT, NO_AMOUNT
from entitle.work import operations as work

_AT_ONCE = 5_000


@dataclass(frozen=True)
class BucketPaid:
    """What was paid now: nothing, when it was all paid before. `problems` counts the work opened for people."""

    payments: int
    pence: int
    problems: int


def pay_bucket(*, run_code: str, bucket: int, as_at: Instant) -> BucketPaid:
    """Payments, their transfers and their events, in one transaction: killed at any moment, it did all or nothing.

    Run twice, or by two workers at once, the unique keys let each payment in once. Raises RunNotOpen once the run's
    file is made.
    """
    with transaction.atomic():
        run = payments.hold_open_run(code=run_code)
        outcome = payments.pay_due(run=run, bucket=bucket, as_at=as_at)
        _record(outcome.made, as_at)
        unsent = [made for made in outcome.made if not made.has_account]
        for made in unsent:
            work.open(kind=NO_ACCOUNT, about=Reference("payment", made.payment_id), customer_id=made.customer_id,
                      origin_at=as_at, as_at=as_at)
        for award_id, customer_id in outcome.without_amount:
            work.open(kind=NO_AMOUNT, about=Reference("award", award_id), customer_id=customer_id, origin_at=as_at,
                      as_at=as_at)
        payments.finish_bucket(run=run, bucket=bucket, as_at=as_at)
    return BucketPaid(
        payments=len(outcome.made), pence=sum(made.pence for made in outcome.made),
        problems=len(unsent) + len(outcome.without_amount),
    )


def _record(made: Sequence[Made], as_at: Instant) -> None:
    """An event a payment, with the digest that proves it; and awards paid for the first time are in payment."""
    for start in range(0, len(made), _AT_ONCE):
        some = made[start:start + _AT_ONCE]
        history.write_many(
            history.EventRow("payment.made", SYSTEM, as_at, Reference("payment", each.payment_id), each.customer_id,
                             Reference("payment", each.payment_id), "", each.digest)
            for each in some
        )
        awards.mark_paid(award_ids=[each.award_id for each in some if each.is_first])
