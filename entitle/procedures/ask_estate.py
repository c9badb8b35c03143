"""Ask whoever deals with what somebody left whether a debt can be paid from it."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.models import Message
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.procedures.errors import NotDone
from entitle.procedures.guard_record import guard_record
from entitle.procedures.settle_debt_work import settle_debt_work
from entitle.procedures.tell_of_debt import tell_of_debt
from entitle.procedures.write_as_agency import ESTATE
from entitle.work import queries as waiting


def ask_estate(*, debt_code: str, by: Actor, as_at: Instant) -> Message:
    """One letter, which says that they have no legal duty to pay it themselves. Nothing is ever kept for it.

    Raises NotDone until the death is confirmed, or where the debt is not an estate's.
    """
    with transaction.atomic():
        debt = payments.lock_debt(code=debt_code)
        guard_record(customer_id=debt.customer_id, by=by, as_at=as_at)
        if debt.state != "with_estate":
            raise NotDone("That debt is not an estate's.")
        if waiting.is_open(about=Reference("customer", debt.customer_id), kind="death.confirm"):
            raise NotDone("The death is confirmed first: nobody is asked for anything before.")
        written = tell_of_debt(debt=debt, letter="estate_paid_too_much", addressee=ESTATE, as_at=as_at)
        settle_debt_work(debt=debt, how="The estate is asked", by=by, as_at=as_at)
        history.write(code="debt.estate_asked", by=by, at=as_at, about=Reference("debt", debt.id),
                      customer_id=debt.customer_id)
        return written
