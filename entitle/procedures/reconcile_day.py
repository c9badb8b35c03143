"""Hold awards, payments, ledger, files and bank against each other for a day, to the penny, and keep what was found."""
from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.kernel.periods import Instant
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.queries import Reconciliation


def reconcile_day(*, on: date, as_at: Instant) -> Reconciliation:
    """What each source has of the money that arrives on a day, and whatever disagrees up to it. It moves nothing."""
    with transaction.atomic():
        found = queries.reconcile(on=on)
        payments.keep_reconciled(on=on, totals=found.totals, problems=found.problems, as_at=as_at)
        return found
