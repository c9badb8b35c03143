"""What was held while a changed account was checked goes today by Faster Payments, into the account of now."""
from __future__ import annotations

from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import queries as payments
from entitle.payments.work_kinds import NO_ACCOUNT, RETURNED
from entitle.procedures.send_payment_again import send_payment_again
from entitle.work import queries as waiting


def send_held_payments(*, customer: Customer, by: Actor, as_at: Instant) -> list[int]:
    """The payments sent, by their ids. What a person is working on is left to them, and what is a dead person's to
    their estate."""
    if customer.died_on is not None or customers.current_bank_account(customer.id) is None:
        return []
    sent = []
    for payment_id in payments.owed_payments(customer_id=customer.id):
        about = Reference("payment", payment_id)
        if not any(waiting.is_open(about=about, kind=kind) for kind in (RETURNED, NO_ACCOUNT)):
            send_payment_again(payment_id=payment_id, method=payments.FASTER, by=by, as_at=as_at)
            sent.append(payment_id)
    return sent
