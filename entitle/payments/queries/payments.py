"""A customer's payments."""
from __future__ import annotations

from dataclasses import dataclass

from entitle.payments.models import Payment, PaymentAttempt, ReturnedPayment


@dataclass(frozen=True)
class PaymentAtAGlance:
    """One payment as a line of the customer's record. `state` is 'sent', 'owed' (no account to pay) or 'returned'."""

    payment: Payment
    state: str
    attempt: PaymentAttempt | None
    returned: ReturnedPayment | None


def of_customer(*, customer_id: int, limit: int = 60) -> list[PaymentAtAGlance]:
    """A customer's payments, newest first: three statements however many."""
    payments = list(Payment.objects.filter(customer_id=customer_id).order_by("-pay_on", "-period_start", "-id")[:limit])
    numbers = [payment.id for payment in payments]
    attempts = {a.payment_id: a for a in PaymentAttempt.objects.filter(payment_id__in=numbers).order_by("attempt")}
    returns = {(r.payment_id, r.attempt): r for r in ReturnedPayment.objects.filter(payment_id__in=numbers)}
    return [_at_a_glance(payment, attempts.get(payment.id), returns) for payment in payments]


def at_a_glance(*, payment_id: int) -> PaymentAtAGlance:
    """One payment. Raises Payment.DoesNotExist."""
    payment = Payment.objects.get(id=payment_id)
    tried = PaymentAttempt.objects.filter(payment_id=payment.id, period_start=payment.period_start)
    back = ReturnedPayment.objects.filter(payment_id=payment.id)
    return _at_a_glance(payment, tried.order_by("attempt").last(), {(r.payment_id, r.attempt): r for r in back})


def _at_a_glance(
    payment: Payment, last: PaymentAttempt | None, returns: dict[tuple[int, int], ReturnedPayment]
) -> PaymentAtAGlance:
    if last is None:
        return PaymentAtAGlance(payment, "owed", None, None)
    returned = returns.get((payment.id, last.attempt))
    return PaymentAtAGlance(payment, "returned" if returned else "sent", last, returned)
