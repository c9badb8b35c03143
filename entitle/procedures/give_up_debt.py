"""Give up what is left of a debt: alone up to a limit, and above it with a second officer."""
from __future__ import annotations

from entitle.history import operations as history
from entitle.kernel.money import pounds
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.models import WriteOff
from entitle.payments.work_kinds import GIVE_UP
from entitle.procedures.errors import NeedsAPerson, NotDone
from entitle.procedures.guard_record import guard_record
from entitle.procedures.moving_money import moving_money
from entitle.procedures.settle_debt_work import settle_debt_work
from entitle.procedures.tell_of_debt import tell_of_debt
from entitle.work import operations as work
from entitle.work import queries as waiting


def give_up_debt(*, debt_code: str, because: str, by: Actor, as_at: Instant) -> WriteOff:
    """`because` is told to the customer. Above the limit it waits, as work, for another officer (`agree_to_give_up`).

    Raises NotDone without a reason or where it waits already, and NotAllowedNow for a debt that is over.
    """
    if by.role != "staff":
        raise NeedsAPerson("An officer gives a debt up.")
    if not because.strip():
        raise NotDone("Say why: the customer is told.")
    with moving_money(by=by, as_at=as_at):
        debt = payments.lock_debt(code=debt_code)
        guard_record(customer_id=debt.customer_id, by=by, as_at=as_at)
        about = Reference("debt", debt.id)
        if waiting.is_open(about=about, kind=GIVE_UP):
            raise NotDone("A second officer is asked already.")
        made = payments.propose_write_off(debt=debt, because=because, by=by, as_at=as_at)
        agreed = made.state == "agreed"
        history.write(code="debt.written_off" if agreed else "debt.write_off_proposed", by=by, at=as_at, about=about,
                      customer_id=debt.customer_id)
        settle_debt_work(debt=debt, how="It is given up" if agreed else "A second officer is asked", by=by,
                         as_at=as_at)
        if agreed:
            tell_of_debt(debt=debt, letter="debt_given_up", as_at=as_at,
                         known={"pence": made.pence, "because": made.because})
        else:
            work.open(kind=GIVE_UP, about=about, customer_id=debt.customer_id, origin_at=as_at, as_at=as_at,
                      note=f"{pounds(made.pence)}: {made.because}"[:180])
        return made
