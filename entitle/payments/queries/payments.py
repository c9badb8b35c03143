"""A customer's payments."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from entitle.payments.models import Payment, PaymentAttempt, ReturnedPayment
from entitle.payments.reasons import REGULAR

_LONGEST_PERIOD = timedelta(days=400)


@dataclass(frozen=True)
class PaymentAtAGlance:
    """One payment as a line of the customer's record. `state` is 'sent', 'owed' (no account to pay) or 'returned'."""

    payment: Payment
    state: str
    attempt: PaymentAttempt | None
    returned: ReturnedPayment | None


def of_customer(*, customer_id: int, limit: int = 60) -> list[PaymentAtAGlance]:
    """A customer's payments, newest first: three statements however many."""
    payments = Payment.objects.filter(customer_id=customer_id).order_by("-pay_on", "-period_start", "-id")[:limit]
    return _at_a_glance(list(payments))


def at_a_glance(*, payment_id: int) -> PaymentAtAGlance:
    """One payment. Raises Payment.DoesNotExist."""
    [found] = _at_a_glance([Payment.objects.get(id=payment_id)])
    return found


def paid_beyond(*, days: Mapping[int, date]) -> list[int]:
    """Of awards and a day for each, the customers of those that were paid for that day or later: one statement."""
    if not days:
        return []
    since = min(days.values()) - _LONGEST_PERIOD
    paid = Payment.objects.filter(award_id__in=days, reason=REGULAR, period_start__gte=since,
                                  period_end__gt=min(days.values()))
    rows = paid.values_list("award_id", "customer_id", "period_end")
    return sorted({customer_id for award_id, customer_id, period_end in rows if period_end > days[award_id]})


def _at_a_glance(payments: Sequence[Payment]) -> list[PaymentAtAGlance]:
    numbers = [payment.id for payment in payments]
    attempts: dict[int, list[PaymentAttempt]] = defaultdict(list)
    for attempt in PaymentAttempt.objects.filter(payment_id__in=numbers).order_by("attempt"):
        attempts[attempt.payment_id].append(attempt)
    back = {(r.payment_id, r.attempt): r for r in ReturnedPayment.objects.filter(payment_id__in=numbers)}
    return [_line(payment, attempts[payment.id], back) for payment in payments]


def _line(
    payment: Payment, attempts: list[PaymentAttempt], back: dict[tuple[int, int], ReturnedPayment]
) -> PaymentAtAGlance:
    """Returned, where less than all of it is out: it may have been sent in parts, and some of them have run out."""
    if not attempts:
        return PaymentAtAGlance(payment, "owed", None, None)
    out = [each for each in attempts if (payment.id, each.attempt) not in back]
    if sum(each.pence for each in out) >= payment.pence:
        return PaymentAtAGlance(payment, "sent", out[-1], None)
    last = [each for each in attempts if each not in out][-1]
    return PaymentAtAGlance(payment, "returned", last, back[payment.id, last.attempt])
