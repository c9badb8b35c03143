"""What is kept of the payments of a bucket for debts, before they are made: by each debt's plan, within the caps."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference
from entitle.payments import accounts
from entitle.payments.models import Debt, Deduction, PayRun
from entitle.payments.operations.debts import clear_if_paid, open_accounts_of_debts
from entitle.payments.operations.ledger import post
from entitle.payments.operations.putting_in import Due
from entitle.payments.queries.explaining import left_of
from entitle.payments.reasons import REGULAR
from entitle.payments.recovery import Wanted, practice, taken

_PLANNED = """
SELECT last.award_id, debt.id, last.pence_each
FROM payments_debt AS debt
CROSS JOIN LATERAL (
    SELECT award_id, pence_each, from_on FROM payments_recoveryplan WHERE debt_id = debt.id ORDER BY id DESC LIMIT 1
) AS last
JOIN awards_award AS award ON award.id = last.award_id
WHERE debt.state = 'recovering' AND last.pence_each > 0 AND last.from_on <= %(pay_on)s
  AND award.bucket = ANY(%(buckets)s)
ORDER BY last.award_id, debt.id
"""

Plans = Mapping[int, Sequence[tuple[int, Pence]]]
"""By award: each debt that is kept for out of it, and the pence of each payment."""


@dataclass(frozen=True)
class Kept:
    """Pence of one payment that are kept for one debt."""

    payment: Due
    debt_id: int
    pence: Pence


def plans_in(*, buckets: Sequence[int], run: PayRun) -> Plans:
    """The plans of some buckets' awards by the day of a run: few, or none."""
    plans: dict[int, list[tuple[int, Pence]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_PLANNED, {"pay_on": run.pay_on, "buckets": list(buckets)})
        for award_id, debt_id, pence_each in cursor.fetchall():
            plans[award_id].append((debt_id, pence_each))
    return dict(plans)


def withhold(*, some: list[Due], plans: Plans, run: PayRun) -> tuple[list[Due], list[Kept]]:
    """Take from payments what plans say, within the caps: they are then of the rest. Their debts are held until the
    transaction ends."""
    planned = [each for each in some if each.award_id in plans and each.reason == REGULAR] if plans else []
    if not planned:
        return some, []
    kinds, left, held, kept = practice(on=run.pay_on).kinds, {}, {}, []
    ids = {debt_id for each in planned for debt_id, _ in plans[each.award_id]}
    for debt in Debt.objects.select_for_update().filter(id__in=ids).order_by("id"):
        held[debt.id], left[debt.id] = debt, left_of(debt=debt)
    for each in planned:
        wanted = [Wanted(debt_id, held[debt_id].kind, pence_each, left[debt_id])
                  for debt_id, pence_each in plans[each.award_id]]
        for debt_id, pence in taken(due=each.pence, wanted=wanted, kinds=kinds).items():
            left[debt_id] -= pence
            kept.append(Kept(each, debt_id, pence))
    less = Counter[int]()
    for one in kept:
        less[one.payment.id] += one.pence
    return [each._replace(pence=each.pence - less[each.id]) if each.id in less else each for each in some], kept


def keep(*, kept: list[Kept], as_at: Instant) -> None:
    """Write down what was kept of payments that were made."""
    if not kept:
        return
    for debt in Debt.objects.filter(id__in={each.debt_id for each in kept}).order_by("id"):
        for each in kept:
            if each.debt_id == debt.id:
                _write(debt, each, as_at)
        clear_if_paid(debt=debt)


def _write(debt: Debt, each: Kept, as_at: Instant) -> None:
    paid, starts = each.payment, date(1970, 1, 1) + timedelta(days=each.payment.period_start)
    made = Deduction.objects.create(debt=debt, payment_id=paid.id, award_id=paid.award_id, period_start=starts,
                                    pence=each.pence, at=as_at)
    open_accounts_of_debts(scheme=debt.scheme)
    post(debit=accounts.expenditure(paid.scheme), credit=accounts.OVERPAID, pence=each.pence,
         about=Reference("deduction", made.id), period_start=starts, event=accounts.DEDUCTED, as_at=as_at,
         customer_id=debt.customer_id)
