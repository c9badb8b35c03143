"""Send a payment that came back, or that had no account to go to, into the account that the customer has now."""
from __future__ import annotations

from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import PayRun
from entitle.payments.work_kinds import NO_ACCOUNT, RETURNED
from entitle.procedures.begin_faster_run import begin_faster_run
from entitle.procedures.errors import NotDone
from entitle.procedures.guard_record import guard_record
from entitle.procedures.moving_money import moving_money
from entitle.work import operations as work
from entitle.work import queries as waiting


def send_payment_again(*, payment_id: int, method: str, by: Actor, as_at: Instant) -> PayRun:
    """All that is owed of it goes again, once: by Faster Payments on this banking day, or in the next run by Bacs.

    The work that waited for it is done. Raises NothingOwed for one that is on its way, NotPayableThere where
    there is no account, NotDone where the customer has died or no run takes payments.
    """
    with moving_money(by=by, as_at=as_at):
        owed = payments.lock_owed(payment_id=payment_id)
        customer_id, about = owed.payment.customer_id, Reference("payment", payment_id)
        guard_record(customer_id=customer_id, by=by, as_at=as_at)
        if customers.by_id(customer_id).died_on is not None:
            raise NotDone("The customer has died: what is owed belongs to their estate.")
        run = _run(method, by, as_at)
        payments.send_in(owed=owed, run=run, account=customers.current_bank_account(customer_id), as_at=as_at)
        history.write(code="payment.sent_again", about=about, customer_id=customer_id, by=by, at=as_at)
        for kind in (RETURNED, NO_ACCOUNT):
            if waiting.is_open(about=about, kind=kind):
                work.complete(about=about, kind=kind, as_at=as_at, outcome=f"Sent again in {run.code}", by=by)
        return run


def _run(method: str, by: Actor, as_at: Instant) -> PayRun:
    """The run, held open."""
    if method == queries.FASTER:
        return payments.hold_open_run(code=begin_faster_run(by=by, as_at=as_at).code)
    joined = queries.joinable_run(as_at=as_at)
    if joined is None:
        raise NotDone("No run takes payments now. Send it by Faster Payments, or start a run first.")
    return payments.hold_open_run(code=joined.code)
