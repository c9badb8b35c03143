"""Pay somebody who has no account: by vouchers of the exception service, or as a last resort by cheque."""
from __future__ import annotations

from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.kernel.money import pounds
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.models import CashOrder
from entitle.payments.work_kinds import NO_ACCOUNT, RETURNED
from entitle.procedures.errors import NotDone
from entitle.procedures.guard_record import guard_record
from entitle.procedures.moving_money import moving_money
from entitle.procedures.write_as_agency import write_as_agency
from entitle.work import operations as work
from entitle.work import queries as waiting


def give_cash_orders(*, payment_id: int, kind: str, by: Actor, as_at: Instant) -> list[CashOrder]:
    """All that is owed of a payment, in vouchers of at most a hundred pounds or one cheque, told to the customer.

    The work that waited for it is done. Raises NothingOwed for one that is on its way, NotDone where the customer has
    died.
    """
    with moving_money(by=by, as_at=as_at):
        owed = payments.lock_owed(payment_id=payment_id)
        customer, about = customers.by_id(owed.payment.customer_id), Reference("payment", payment_id)
        guard_record(customer_id=customer.id, by=by, as_at=as_at, just_read=customer)
        if customer.died_on is not None:
            raise NotDone("The customer has died: what is owed belongs to their estate.")
        given = payments.give_cash_orders(owed=owed, kind=kind, as_at=as_at)
        history.write(code="payment.sent_again", about=about, customer_id=customer.id, by=by, at=as_at)
        for waited in (RETURNED, NO_ACCOUNT):
            if waiting.is_open(about=about, kind=waited):
                work.complete(about=about, kind=waited, as_at=as_at, by=by, outcome=f"Given {len(given)} by {kind}")
        _tell(customer, given, owed.pence, as_at)
        return given


def _tell(customer: Customer, given: list[CashOrder], pence: int, as_at: Instant) -> None:
    first = given[0]
    write_as_agency(customer=customer, letter=f"{first.kind}s_given", as_at=as_at, known={
        "reference": customer.code, "pence": pence, "expires_on": first.expires_on,
        "each_of": [f"{order.code}: {pounds(order.pence)}" for order in given]})
