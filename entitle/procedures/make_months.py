"""Make the months that payments, the ledger and history are kept by, before they come."""
from __future__ import annotations

from django.db import transaction

from entitle.history import operations as history
from entitle.history.models import Event
from entitle.kernel.periods import Instant, london_date
from entitle.payments.models import Payment, PaymentAttempt, Transfer

KEPT_BY_MONTH = tuple(model._meta.db_table for model in (Event, Payment, PaymentAttempt, Transfer))


def make_months(*, as_at: Instant) -> int:
    """How many were made: none where all are there. What is of a month that was not made is put into its own now."""
    with transaction.atomic():
        return history.make_months(of=KEPT_BY_MONTH, on=london_date(as_at))
