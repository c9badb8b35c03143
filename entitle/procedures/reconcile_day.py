"""Hold awards, payments, ledger, files and bank against each other for a day, to the penny, and keep what was found."""
from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.queries import Reconciliation
from entitle.payments.reconciling import STATEMENT
from entitle.payments.work_kinds import DISAGREES
from entitle.work import operations as work
from entitle.work import queries as waiting


def reconcile_day(*, on: date, as_at: Instant) -> Reconciliation:
    """What each source has of the money that arrives on a day, and whatever disagrees up to it. It moves nothing.

    What disagrees is one piece of work about the day, done by itself once all of it agrees. What only waits for the
    bank's statement is none.
    """
    with transaction.atomic():
        found = queries.reconcile(on=on)
        payments.keep_reconciled(on=on, totals=found.totals, problems=found.problems, as_at=as_at)
        about = Reference("day", on.toordinal())
        wrong = [each for each in found.problems if each.where != STATEMENT]
        if wrong:
            work.open(kind=DISAGREES, about=about, customer_id=None, origin_at=as_at, as_at=as_at,
                      note=f"{on}: {len(wrong)} to look into. {wrong[0].where}: {wrong[0].what}"[:180])
        elif waiting.is_open(about=about, kind=DISAGREES):
            work.complete(about=about, kind=DISAGREES, as_at=as_at, outcome="All of it agrees")
        return found
