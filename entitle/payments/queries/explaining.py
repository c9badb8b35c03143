"""A customer's awards and debts, with where each penny of them went: for the checks of explaining.py, and pages."""
from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import F, QuerySet, Sum

from entitle.awards import queries as awards
from entitle.kernel.money import Pence
from entitle.payments.accounts import OVERPAID
from entitle.payments.explaining import AwardExplained, DebtExplained
from entitle.payments.models import Correction, Debt, Deduction, Payment
from entitle.payments.reasons import ADVANCE

_LEFT = """
SELECT coalesce(sum(CASE WHEN account.id = t.debit_account_id THEN t.pence ELSE -t.pence END), 0)::bigint
FROM payments_transfer AS t JOIN payments_account AS account
    ON account.code = %(overpaid)s AND account.id IN (t.debit_account_id, t.credit_account_id)
WHERE (about_kind, about_id) IN (
    SELECT 'debt', %(debt)s::bigint UNION ALL SELECT 'set_off', id FROM payments_setoff WHERE debt_id = %(debt)s
    UNION ALL SELECT 'deduction', id FROM payments_deduction WHERE debt_id = %(debt)s
    UNION ALL SELECT 'repayment', id FROM payments_repayment WHERE debt_id = %(debt)s
    UNION ALL SELECT 'write_off', id FROM payments_writeoff WHERE debt_id = %(debt)s)
"""


def awards_explained(*, customer_id: int) -> list[AwardExplained]:
    """Each award that was ever paid, up to the last period that it was paid for; an advance comes to nothing, and all
    that was paid of it is owed back."""
    paid = Payment.objects.filter(customer_id=customer_id)
    return [_explained(award_id, paid.filter(award_id=award_id))
            for award_id in paid.order_by("award_id").distinct("award_id").values_list("award_id", flat=True)]


def debts_explained(*, customer_id: int) -> list[DebtExplained]:
    """Each debt of a customer, the oldest first."""
    return [DebtExplained(debt.code, debt.pence, debt.pence - left_of(debt=debt), _left_in_ledger(debt))
            for debt in debts_of(customer_id=customer_id)]


def debts_of(*, customer_id: int) -> QuerySet[Debt]:
    """Every debt of a customer, the oldest first."""
    return Debt.objects.filter(customer_id=customer_id).order_by("id")


def left_of(*, debt: Debt) -> Pence:
    """What is still to be had back: its pence less what was set off, deducted, repaid and given up."""
    gone = [debt.set_offs.all(), debt.deductions.all(), debt.repayments.all(), debt.write_offs.filter(state="agreed")]
    return debt.pence - sum(_sum(rows, "pence") for rows in gone)


def _explained(award_id: int, paid: QuerySet[Payment]) -> AwardExplained:
    found = Correction.objects.filter(award_id=award_id)
    more = found.filter(now_pence__gt=F("was_pence"))
    made = set(paid.values_list("period_start", "reason"))
    to_pay = sum(each.now_pence - each.was_pence - each.set_off_pence for each in more
                 if (each.period_start, each.reason) not in made)
    last = max(start for start, reason in made)
    return AwardExplained(
        award_id, right=0 if all(reason == ADVANCE for _, reason in made) else sum(
            each.pence for each in awards.periods_up_to(award_id=award_id, last_start=last)),
        paid=_sum(paid, "pence"),
        kept=_sum(Deduction.objects.filter(award_id=award_id), "pence"), to_pay=to_pay,
        set_off=_sum(found, "set_off_pence"), overpaid=_sum(Debt.objects.filter(award_id=award_id), "pence"))


def _left_in_ledger(debt: Debt) -> Pence:
    with connection.cursor() as cursor:
        cursor.execute(_LEFT, {"debt": debt.id, "overpaid": OVERPAID})
        [left] = cursor.fetchone()
        return int(left)


def _sum(rows: QuerySet[Any], column: str) -> Pence:
    return int(rows.aggregate(all=Sum(column))["all"] or 0)
