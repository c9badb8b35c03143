"""Advances: asked for, refused, or paid and owed back from then on."""
from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from entitle.customers.models import BankAccount
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant, Period
from entitle.kernel.references import Actor, Reference
from entitle.payments import accounts
from entitle.payments.bacs.standard18 import is_account
from entitle.payments.lifecycle import ADVANCE as LIFE
from entitle.payments.models import Advance, Debt, Payment, PaymentAttempt, PayRun
from entitle.payments.operations.debts import open_accounts_of_debts
from entitle.payments.operations.ledger import post
from entitle.payments.reasons import ADVANCE, PaymentKey, bank_reference

_NUMBER = "SELECT nextval(pg_get_serial_sequence('awards_award', 'id'))"


def ask_advance(
    *, customer_id: int, claim_id: int, scheme: str, pence: Pence, payments: int, pence_each: Pence, in_need: bool,
    most_pence: Pence | None, award_pence: Pence | None, supposed: Collection[str], by: Actor, as_at: Instant,
    cost: str = "",
) -> Advance:
    """Write down what was asked for and agreed to. Raises IntegrityError for a second of one claim; of those for a
    one-off cost (`cost` says what), for a second while the first is not decided."""
    assert by.user_id is not None, "a person asks for an advance"
    with connection.cursor() as cursor:
        cursor.execute(_NUMBER)
        [number] = cursor.fetchone()
    return Advance.objects.create(
        id=number, cost=cost, customer_id=customer_id, claim_id=claim_id, scheme=scheme, pence=pence, payments=payments,
        pence_each=pence_each, in_need=in_need, most_pence=most_pence, award_pence=award_pence,
        supposed=list(supposed), asked_at=as_at, asked_by_user_id=by.user_id, channel=by.channel)


def lock_advance(*, code: str) -> Advance:
    """Held until the transaction ends. Raises Advance.DoesNotExist."""
    return Advance.objects.select_for_update().get(code=code)


def pay_advance(
    *, advance: Advance, period: Period, run: PayRun, account: BankAccount | None, by: Actor, as_at: Instant
) -> Payment:
    """A payment in a run, to an account, or owed where there is none that can be paid; and as much is owed back.

    The caller holds the run and the advance. Raises NotAllowedNow where it was decided.
    """
    assert period.end is not None, "an advance is of a period with an end"
    open_accounts_of_debts(scheme=advance.scheme)
    spent_from = accounts.expenditure(advance.scheme)
    payment = Payment.objects.create(
        award_id=advance.id, customer_id=advance.customer_id, period_start=period.start, period_end=period.end,
        reason=ADVANCE, pence=advance.pence, due_on=run.pay_on, pay_on=run.pay_on, run_id=run.id, created_at=as_at)
    _move(payment, spent_from, accounts.OWED, accounts.ENTITLED, as_at)
    if account is not None and not account.is_held and is_account(account.sort_code, account.account_number):
        key = PaymentKey(ADVANCE, advance.id, period.start)
        PaymentAttempt.objects.create(
            payment_id=payment.id, period_start=period.start, attempt=1, run_id=run.id, method=run.method,
            sort_code=account.sort_code, account_number=account.account_number, account_name=account.account_name,
            reference=bank_reference(key), pence=advance.pence, at=as_at)
        _move(payment, accounts.OWED, accounts.IN_TRANSIT, accounts.INSTRUCTED, as_at)
    debt = Debt.objects.create(
        customer_id=advance.customer_id, award_id=advance.id, scheme=advance.scheme, kind=ADVANCE, pence=advance.pence,
        period_start=period.start, period_end=period.end, because=f"Paid in advance, {advance.code}", found_at=as_at)
    post(debit=accounts.OVERPAID, credit=spent_from, pence=debt.pence, about=Reference("debt", debt.id),
         period_start=debt.period_start, event=accounts.FOUND, as_at=as_at, customer_id=debt.customer_id)
    advance.payment_id, advance.debt, advance.pay_on = payment.id, debt, run.pay_on
    _decide(advance, "agreed", by, as_at)
    return payment


def refuse_advance(*, advance: Advance, because: str, by: Actor, as_at: Instant) -> None:
    """Nothing is paid. Raises NotAllowedNow where it was decided."""
    advance.because = because
    _decide(advance, "refused", by, as_at)


def _decide(advance: Advance, event: str, by: Actor, as_at: Instant) -> None:
    advance.state = LIFE.after(advance.state, event)
    advance.decided_at, advance.decided_by_user_id = as_at, by.user_id if by.role == "staff" else None
    advance.save()


def _move(payment: Payment, debit: str, credit: str, event: str, as_at: Instant) -> None:
    post(debit=debit, credit=credit, pence=payment.pence, about=Reference("payment", payment.id),
         period_start=payment.period_start, event=event, as_at=as_at, customer_id=payment.customer_id)
