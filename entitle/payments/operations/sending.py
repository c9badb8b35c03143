"""Sending one payment again, in another way or to another account: what is still owed of it, once."""
from __future__ import annotations

from dataclasses import dataclass

from entitle.customers.models import BankAccount
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.references import Reference
from entitle.payments import accounts
from entitle.payments.bacs.standard18 import is_account
from entitle.payments.models import Payment, PaymentAttempt, PayRun
from entitle.payments.operations.ledger import post
from entitle.payments.queries.ledger import owed_of
from entitle.payments.reasons import MOST_ATTEMPTS, PaymentKey, bank_reference


class NotPayableThere(NotAllowedNow):
    """The customer has no account that money can be sent to."""


class NothingOwed(NotAllowedNow):
    """Nothing of the payment is owed: it is on its way, or was received."""


@dataclass(frozen=True)
class OwedPayment:
    """A payment held until the transaction ends, the pence owed of it, and the number of the next attempt.

    Attempt 1 is only ever made with the payment (digests.py), so the next is 2 even where there was none.
    """

    payment: Payment
    pence: int
    attempt: int


def lock_owed(*, payment_id: int) -> OwedPayment:
    """Raises NothingOwed, and Payment.DoesNotExist."""
    payment = Payment.objects.select_for_update().get(id=payment_id)
    pence = owed_of(payment_id=payment.id)
    if pence <= 0:
        raise NothingOwed("nothing of this payment is owed: it is on its way, or was received")
    made = PaymentAttempt.objects.filter(payment_id=payment.id, period_start=payment.period_start)
    last = made.order_by("-attempt").values_list("attempt", flat=True).first()
    return OwedPayment(payment, pence, max(last or 0, 1) + 1)


def send_in(*, owed: OwedPayment, run: PayRun, account: BankAccount | None, as_at: Instant) -> None:
    """The whole of what is owed goes in a run's file, into an account. The caller holds both.

    Raises NotPayableThere, and NotAllowedNow where it was tried as often as a reference can say.
    """
    if account is not None and account.is_held:
        raise NotPayableThere("the account was changed and is held back: it is paid into once that is settled")
    if account is None or not is_account(account.sort_code, account.account_number):
        raise NotPayableThere("the customer has no account that can be paid: ask them for one, or pay another way")
    if owed.attempt > MOST_ATTEMPTS:
        raise NotAllowedNow(f"this payment was tried {MOST_ATTEMPTS} times, as many as its reference can say")
    payment = owed.payment
    key = PaymentKey(payment.reason, payment.award_id, payment.period_start, owed.attempt)
    PaymentAttempt.objects.create(
        payment_id=payment.id, period_start=payment.period_start, attempt=owed.attempt, run_id=run.id,
        method=run.method, sort_code=account.sort_code, account_number=account.account_number,
        account_name=account.account_name, reference=bank_reference(key), pence=owed.pence, at=as_at,
    )
    moved = post(
        debit=accounts.OWED, credit=accounts.IN_TRANSIT, pence=owed.pence, about=Reference("payment", payment.id),
        period_start=payment.period_start, event=accounts.INSTRUCTED, as_at=as_at, attempt=owed.attempt,
        customer_id=payment.customer_id,
    )
    assert moved is not None, "the payment is held, so its next attempt is new"
