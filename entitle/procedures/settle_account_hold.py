"""The customer said whether it was them who changed their account: it is paid into now, or is as it was before."""
from __future__ import annotations

from django.db import transaction

from entitle.customers import operations as customers
from entitle.customers.models import AccountHold
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments.work_kinds import ACCOUNT_HELD
from entitle.procedures.errors import NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.procedures.send_held_payments import send_held_payments
from entitle.work import operations as work

_OUTCOMES = {True: "The account is theirs", False: "Not their change: the account of before is put back"}


def settle_account_hold(*, hold_id: int, is_theirs: bool, by: Actor, as_at: Instant) -> AccountHold:
    """Whatever waited is sent today by Faster Payments, into the new account or the one of before.

    Raises NotPermitted for whoever took the change, and NotAllowedNow where it was settled or its time was over.
    """
    with transaction.atomic():
        hold = customers.lock_hold(hold_id=hold_id)
        guard_record(customer_id=hold.customer_id, by=by, as_at=as_at)
        if by.role != "staff" or by.user_id == hold.made_by_user_id:
            raise NotPermitted("Someone other than whoever took the change must check it.")
        if is_theirs:
            customers.open_account(hold=hold, event="agreed", by=by, as_at=as_at)
        else:
            customers.put_account_back(hold=hold, by=by, as_at=as_at)
        about = Reference("account_hold", hold.id)
        work.complete(about=about, kind=ACCOUNT_HELD, as_at=as_at, by=by, outcome=_OUTCOMES[is_theirs])
        history.write(code=f"account_hold.{hold.state}", about=about, customer_id=hold.customer_id, by=by, at=as_at)
        send_held_payments(customer=hold.customer, by=by, as_at=as_at)
        return hold
