"""Pay what a bucket's customers were found to be owed by a change back in time, once."""
from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.history.operations import EventRow
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import PayRun
from entitle.payments.operations import ArrearsPaid
from entitle.procedures.wait_for_account import wait_for_account


def pay_arrears(*, run: PayRun, bucket: int, as_at: Instant) -> list[ArrearsPaid]:
    """Each with its event; work for a person where there is no account to pay. The caller holds the run open."""
    with transaction.atomic():
        paid = payments.pay_arrears(run=run, bucket=bucket, as_at=as_at)
        if not paid:
            return paid
        digests = queries.digests([each.payment_id for each in paid])
        history.write_many(
            EventRow("payment.made", SYSTEM, as_at, about := Reference("payment", each.payment_id), each.customer_id,
                     refers_to=about, digest=digests[each.payment_id]) for each in paid)
        wait_for_account(owed=[(each.payment_id, each.customer_id) for each in paid if each.is_owed], as_at=as_at)
        return paid
