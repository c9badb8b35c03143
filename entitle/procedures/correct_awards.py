"""Put right what a customer was paid, after anything that changes their awards back in time."""
from __future__ import annotations

from entitle.blueprint import registry
from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.money import pounds
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries
from entitle.payments.models import Debt
from entitle.payments.operations import Corrected
from entitle.payments.work_kinds import DEBT
from entitle.procedures.moving_money import moving_money
from entitle.procedures.tell_of_debt import tell_of_debt
from entitle.work import operations as work

_NO_LETTER = ("settled", "with_estate")


def correct_awards(
    *, customer_id: int, change: str, by: Actor, as_at: Instant, kind: str = "overpaid"
) -> Corrected:
    """Arrears are paid by the next run; what was paid too much is a debt, told to the customer, and a person says how
    it is had back. Nothing is asked of anybody for one who died but of their estate. `change` is one of a few.
    """
    overlaps = {name: scheme.overlaps for name, scheme in registry.schemes().items()}
    with moving_money(by=by, as_at=as_at):
        found = payments.correct(customer_id=customer_id, overlaps=overlaps, kind=kind, because=change, as_at=as_at)
        if customers.by_id(customer_id).died_on is not None:
            payments.leave_with_estate(customer_id=customer_id)
        for each in found.corrections:
            history.write(code="award.corrected", by=by, at=as_at, about=Reference("award", each.award_id),
                          customer_id=customer_id, reason=change)
        for debt in found.debts:
            debt.refresh_from_db()
            _tell(debt, by, as_at)
        return found


def _tell(debt: Debt, by: Actor, as_at: Instant) -> None:
    about = Reference("debt", debt.id)
    history.write(code="debt.found", by=by, at=as_at, about=about, customer_id=debt.customer_id, reason=debt.because)
    if debt.state == "settled":
        return
    left = queries.left_of(debt=debt)
    work.open(kind=DEBT, about=about, customer_id=debt.customer_id, origin_at=as_at, as_at=as_at, note=pounds(left))
    if debt.state not in _NO_LETTER:
        tell_of_debt(debt=debt, letter="paid_too_much", as_at=as_at, known={"set_off": debt.pence - left})
