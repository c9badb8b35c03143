"""Write down what somebody paid back of a debt."""
from __future__ import annotations

from datetime import date

from entitle.history import operations as history
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.procedures.guard_record import guard_record
from entitle.procedures.moving_money import moving_money
from entitle.procedures.settle_debt_work import settle_debt_work
from entitle.procedures.tell_of_debt import tell_of_debt


def take_repayment(
    *, debt_code: str, pence: Pence, received_on: date, bank_reference: str, by: Actor, as_at: Instant
) -> bool:
    """Each credit once, by the bank's reference of it: False where it was taken before. The customer is told of it.

    Raises MoreThanIsLeft, and NotAllowedNow where nothing came in.
    """
    with moving_money(by=by, as_at=as_at):
        debt = payments.lock_debt(code=debt_code)
        guard_record(customer_id=debt.customer_id, by=by, as_at=as_at)
        if not payments.repay(debt=debt, pence=pence, received_on=received_on, bank_reference=bank_reference,
                              as_at=as_at):
            return False
        if debt.state == "settled":
            settle_debt_work(debt=debt, how="It is paid back", by=by, as_at=as_at)
        tell_of_debt(debt=debt, letter="debt_paid_back", as_at=as_at,
                     known={"pence": pence, "received_on": received_on})
        history.write(code="debt.repaid", by=by, at=as_at, about=Reference("debt", debt.id),
                      customer_id=debt.customer_id)
        return True
