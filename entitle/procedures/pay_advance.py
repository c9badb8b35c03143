"""Pay an advance today by Faster Payments, once: what is owed back of it is kept of the payments to come."""
from __future__ import annotations

from entitle.blueprint import registry
from entitle.blueprint.advances import schedule, terms_of
from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant, Period
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import Advance
from entitle.procedures.begin_faster_run import begin_faster_run
from entitle.procedures.errors import NotDone
from entitle.procedures.moving_money import moving_money
from entitle.procedures.plan_advances import plan_advances
from entitle.procedures.wait_for_account import wait_for_account
from entitle.procedures.write_as_agency import write_as_agency


def pay_advance(*, advance: Advance, period: Period, by: Actor, as_at: Instant) -> None:
    """A step of the verbs that decide one, in their transaction. Raises NotDone where the customer has died."""
    customer = customers.by_id(advance.customer_id)
    if customer.died_on is not None:
        raise NotDone("The customer has died: what is owed belongs to their estate.")
    run = payments.hold_open_run(code=begin_faster_run(by=by, as_at=as_at).code)
    with moving_money(by=by, as_at=as_at):
        payment = payments.pay_advance(advance=advance, period=period, run=run, by=by, as_at=as_at,
                                       account=customers.current_bank_account(customer.id))
    paid = Reference("payment", payment.id)
    history.write(code="payment.made", about=paid, customer_id=customer.id, by=by, at=as_at, refers_to=paid,
                  digest=queries.digests([payment.id])[payment.id])
    history.write(code="advance.paid", about=Reference("advance", advance.id), customer_id=customer.id, by=by, at=as_at,
                  refers_to=paid)
    if queries.owed_of(payment_id=payment.id):
        wait_for_account(owed=[(payment.id, customer.id)], as_at=as_at)
    parts, scheme = schedule(pence=advance.pence, payments=advance.payments), registry.scheme(advance.scheme)
    terms = terms_of(scheme, one_off=bool(advance.cost))
    write_as_agency(customer=customer, letter="advance_paid", scheme=advance.scheme, as_at=as_at, known={
        "reference": advance.code, "benefit": scheme.title[customer.language], "one_off": bool(advance.cost),
        "pence": advance.pence, "pay_on": payment.pay_on, "payments": len(parts), "pence_each": parts[0].pence,
        "last_pence": parts[-1].pence, "cites": terms.cites if terms else ""})
    plan_advances(claim_id=advance.claim_id, as_at=as_at)
