"""What is kept of the payments of a bucket for debts, before they are made: by each debt's plan, within the caps."""
from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference
from entitle.payments import accounts
from entitle.payments.models import Debt, Deduction, PayRun
from entitle.payments.operations.debts import clear_if_paid, open_accounts_of_debts
from entitle.payments.operations.ledger import post
from entitle.payments.queries.explaining import left_of
from entitle.payments.recovery import Wanted, practice, taken

_PLANNED = """
SELECT staged.id, staged.award_id, staged.period_start, staged.pence, debt.id, last.pence_each
FROM payments_debt AS debt
CROSS JOIN LATERAL (
    SELECT award_id, pence_each, from_on FROM payments_recoveryplan WHERE debt_id = debt.id ORDER BY id DESC LIMIT 1
) AS last
JOIN paid_now AS staged ON staged.award_id = last.award_id
WHERE debt.state = 'recovering' AND last.pence_each > 0 AND last.from_on <= %(pay_on)s
  AND NOT EXISTS (SELECT FROM payments_payment AS p WHERE p.award_id = staged.award_id AND p.reason = 'regular'
                  AND p.period_start = staged.period_start)
ORDER BY staged.award_id, staged.period_start, debt.id
"""
_KEEP = "UPDATE paid_now SET pence = pence - %s WHERE id = %s"
_MADE = """
SELECT staged.id, spent.code FROM paid_now AS staged JOIN payments_account AS spent ON spent.id = staged.spent_from
WHERE staged.id = ANY(%s)
"""


@dataclass(frozen=True)
class Kept:
    """Pence of one staged payment that are kept for one debt."""

    payment_id: int
    award_id: int
    period_start: date
    debt_id: int
    pence: Pence


def withhold(*, cursor: Any, run: PayRun) -> list[Kept]:
    """Take from what is staged what plans say, within the caps: the payments are then of the rest."""
    cursor.execute(_PLANNED, {"pay_on": run.pay_on})
    planned = cursor.fetchall()
    if not planned:
        return []
    kinds, left, held = practice(on=run.pay_on).kinds, {}, {}
    for debt in Debt.objects.select_for_update().filter(id__in={row[4] for row in planned}).order_by("id"):
        held[debt.id], left[debt.id] = debt, left_of(debt=debt)
    by_payment: dict[tuple[Any, ...], list[tuple[int, Pence]]] = defaultdict(list)
    for *payment, debt_id, pence_each in planned:
        by_payment[tuple(payment)].append((debt_id, pence_each))
    kept = []
    for (payment_id, award_id, period_start, due), plans in by_payment.items():
        wanted = [Wanted(debt_id, held[debt_id].kind, each, left[debt_id]) for debt_id, each in plans]
        for debt_id, pence in taken(due=due, wanted=wanted, kinds=kinds).items():
            left[debt_id] -= pence
            kept.append(Kept(payment_id, award_id, period_start, debt_id, pence))
    for each in kept:
        cursor.execute(_KEEP, [each.pence, each.payment_id])
    return kept


def keep(*, cursor: Any, kept: list[Kept], as_at: Instant) -> None:
    """Write down what was kept of the payments that were made: what another worker paid is not kept twice."""
    if not kept:
        return
    cursor.execute(_MADE, [[each.payment_id for each in kept]])
    spent_from = dict(cursor.fetchall())
    for debt in Debt.objects.filter(id__in={each.debt_id for each in kept}).order_by("id"):
        for each in kept:
            if each.debt_id == debt.id and each.payment_id in spent_from:
                _write(debt, each, spent_from[each.payment_id], as_at)
        clear_if_paid(debt=debt)


def _write(debt: Debt, each: Kept, spent_from: str, as_at: Instant) -> None:
    made = Deduction.objects.create(debt=debt, payment_id=each.payment_id, award_id=each.award_id,
                                    period_start=each.period_start, pence=each.pence, at=as_at)
    open_accounts_of_debts(scheme=debt.scheme)
    post(debit=spent_from, credit=accounts.OVERPAID, pence=each.pence,
         about=Reference("deduction", made.id), period_start=each.period_start, event=accounts.DEDUCTED, as_at=as_at,
         customer_id=debt.customer_id)
