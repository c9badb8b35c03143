"""Somebody has died: what has not reached them stays, for their estate; what has left for the bank is asked back."""
from __future__ import annotations

from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.kernel.money import pounds
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import PayRun
from entitle.payments.work_kinds import RECALL
from entitle.procedures.moving_money import moving_money
from entitle.work import operations as work


def keep_money_back(*, customer: Customer, by: Actor, as_at: Instant, run: PayRun | None = None) -> None:
    """Inside the caller's transaction: before it holds any award, for a run holds itself before them. Of one `run`
    alone where its file is about to be made, and the caller holds it."""
    with moving_money(by=by, as_at=as_at):
        found = payments.hold_back(customer_id=customer.id, as_at=as_at, run=run)
        stopped = payments.stop(customer_id=customer.id, on=london_date(as_at), as_at=as_at)
    for payment_id in (*found.held, *(order.payment_id for order in stopped)):
        history.write(code="payment.held_back", about=Reference("payment", payment_id), customer_id=customer.id, by=by,
                      at=as_at)
    for payment_id in found.on_its_way:
        paid = queries.at_a_glance(payment_id=payment_id).payment
        work.open(kind=RECALL, about=Reference("payment", payment_id), customer_id=customer.id, origin_at=as_at,
                  as_at=as_at, note=f"{pounds(paid.pence)}, to arrive on {paid.pay_on}")
