"""A second officer agrees that a debt is given up, or does not."""
from __future__ import annotations

from entitle.history import operations as history
from entitle.kernel.money import pounds
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.models import WriteOff
from entitle.payments.work_kinds import DEBT, GIVE_UP
from entitle.procedures.guard_record import guard_record
from entitle.procedures.moving_money import moving_money
from entitle.procedures.tell_of_debt import tell_of_debt
from entitle.work import operations as work


def agree_to_give_up(*, debt_code: str, agrees: bool, by: Actor, as_at: Instant) -> WriteOff:
    """What is left of the debt now is given up, and the customer told; or it goes back to whoever settles it.

    Raises SecondOfficerNeeded for whoever proposed it, and WriteOff.DoesNotExist where nobody did.
    """
    with moving_money(by=by, as_at=as_at):
        debt = payments.lock_debt(code=debt_code)
        guard_record(customer_id=debt.customer_id, by=by, as_at=as_at)
        about = Reference("debt", debt.id)
        settled = payments.settle_write_off(debt=debt, agrees=agrees, by=by, as_at=as_at)
        work.complete(about=about, kind=GIVE_UP, as_at=as_at, by=by, outcome="Agreed" if agrees else "Not agreed")
        history.write(code="debt.written_off" if agrees else "debt.write_off_refused", by=by, at=as_at, about=about,
                      customer_id=debt.customer_id)
        if agrees:
            tell_of_debt(debt=debt, letter="debt_given_up", as_at=as_at,
                         known={"pence": settled.pence, "because": settled.because})
        else:
            work.open(kind=DEBT, about=about, customer_id=debt.customer_id, origin_at=as_at, as_at=as_at,
                      note=f"Not given up: {pounds(settled.pence)}")
        return settled
