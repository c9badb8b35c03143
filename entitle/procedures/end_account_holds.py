"""The time is over in which a customer could say that it was not them who changed their account: it is paid into."""
from __future__ import annotations

from django.db import transaction

from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.payments.work_kinds import ACCOUNT_HELD
from entitle.procedures.send_held_payments import send_held_payments
from entitle.work import operations as work
from entitle.work import queries as waiting


def end_account_holds(*, as_at: Instant) -> int:
    """Each in a transaction of its own, with what waited sent today by Faster Payments. Returns how many ended."""
    return sum(_end(hold_id, as_at) for hold_id in queries.holds_run_out(as_at=as_at))


def _end(hold_id: int, as_at: Instant) -> bool:
    with transaction.atomic():
        hold = customers.lock_hold(hold_id=hold_id)
        if hold.state != "held":
            return False
        customers.open_account(hold=hold, event="lapsed", by=SYSTEM, as_at=as_at)
        about = Reference("account_hold", hold.id)
        if waiting.is_open(about=about, kind=ACCOUNT_HELD):
            work.cancel(about=about, kind=ACCOUNT_HELD, as_at=as_at, outcome="Nobody said that it was not them")
        history.write(code="account_hold.lapsed", about=about, customer_id=hold.customer_id, by=SYSTEM, at=as_at)
        send_held_payments(customer=hold.customer, by=SYSTEM, as_at=as_at)
        return True
