"""What becomes of a debt: planned, paid back, given up by who may, left with an estate."""
from __future__ import annotations

from datetime import date

from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.money import Pence, pounds
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.payments import accounts
from entitle.payments.lifecycle import DEBT, OPEN_DEBTS, WRITE_OFF
from entitle.payments.models import Account, Debt, RecoveryPlan, Repayment, WriteOff
from entitle.payments.operations.answers import SecondOfficerNeeded
from entitle.payments.operations.ledger import open_accounts, post
from entitle.payments.queries.explaining import left_of
from entitle.payments.recovery import practice


class MoreThanIsLeft(NotAllowedNow):
    """More than what is left of the debt."""


def open_accounts_of_debts(*, scheme: str) -> dict[str, int]:
    """The ids of the accounts that a debt of a scheme moves between, by code; those missing are opened."""
    found = open_accounts(schemes=(scheme,))
    Account.objects.bulk_create(
        [Account(code=code, kind=kind, name=name) for code, (kind, name) in accounts.OF_DEBTS.items()],
        ignore_conflicts=True)
    return found | dict(Account.objects.filter(code__in=accounts.OF_DEBTS).values_list("code", "id"))


def lock_debt(*, code: str) -> Debt:
    """The debt, held until the transaction ends. Raises Debt.DoesNotExist."""
    return Debt.objects.select_for_update().get(code=code)


def plan(
    *, debt: Debt, award_id: int, pence_each: Pence, from_on: date, by: Actor, as_at: Instant, because: str = "",
    agreed: bool = False,
) -> RecoveryPlan:
    """From a day on keep so much of each payment of one award, and of no other; nothing stops it.

    Raises NotAllowedNow for a debt that is settled, given up or with an estate.
    """
    assert by.user_id is not None, "a person makes a plan, or stops it"
    _move(debt, "planned" if pence_each else "stopped")
    return RecoveryPlan.objects.create(debt=debt, award_id=award_id, pence_each=pence_each, from_on=from_on,
                                       because=because, agreed=agreed, made_at=as_at, made_by_user_id=by.user_id)


def repay(*, debt: Debt, pence: Pence, received_on: date, bank_reference: str, as_at: Instant) -> bool:
    """Money came in for a debt. False where this credit was taken before. Raises MoreThanIsLeft."""
    if Repayment.objects.filter(debt=debt, bank_reference=bank_reference).exists():
        return False
    left = left_of(debt=debt)
    if pence > left:
        raise MoreThanIsLeft(f"{pounds(left)} is left of {debt.code}, and {pounds(pence)} came in")
    if pence <= 0:
        raise NotAllowedNow("nothing came in")
    made = Repayment.objects.create(debt=debt, pence=pence, received_on=received_on, bank_reference=bank_reference,
                                    at=as_at)
    _credit(debt, made.pence, accounts.BANK, Reference("repayment", made.id), accounts.REPAID, as_at)
    clear_if_paid(debt=debt)
    return True


def propose_write_off(*, debt: Debt, because: str, by: Actor, as_at: Instant) -> WriteOff:
    """Give up what is left of a debt: at once up to what one officer may, and above it once another agrees."""
    assert by.user_id is not None, "an officer gives a debt up"
    if debt.state not in OPEN_DEBTS:
        raise NotAllowedNow(f"{debt.code} is {debt.state}: there is nothing to give up")
    made = WriteOff.objects.create(debt=debt, pence=left_of(debt=debt), because=because.strip(),
                                   proposed_by_user_id=by.user_id, proposed_at=as_at)
    if made.pence <= practice(on=london_date(as_at)).one_officer_up_to:
        return _settle(made, agrees=True, by=by, as_at=as_at)
    return made


def settle_write_off(*, debt: Debt, agrees: bool, by: Actor, as_at: Instant) -> WriteOff:
    """Another officer agrees or does not. What is given up is what is left now. Raises SecondOfficerNeeded for the one
    who proposed it, and WriteOff.DoesNotExist where nobody did."""
    proposed = WriteOff.objects.select_for_update().get(debt=debt, state=WRITE_OFF.first)
    if by.user_id is None or by.user_id == proposed.proposed_by_user_id:
        raise SecondOfficerNeeded("someone other than the officer who proposed it must agree")
    return _settle(proposed, agrees=agrees, by=by, as_at=as_at)


def leave_with_estate(*, customer_id: int) -> int:
    """Somebody died: nothing of what they owe is asked of anyone but their estate. Returns how many debts."""
    found = Debt.objects.select_for_update().filter(customer_id=customer_id, state__in=("found", "recovering"))
    for debt in found:
        _move(debt, "customer_died")
    return len(found)


def clear_if_paid(*, debt: Debt) -> bool:
    """A debt of which nothing is left is settled."""
    if debt.state not in OPEN_DEBTS or left_of(debt=debt):
        return False
    _move(debt, "cleared")
    return True


def _settle(write_off: WriteOff, *, agrees: bool, by: Actor, as_at: Instant) -> WriteOff:
    debt = write_off.debt
    write_off.state = WRITE_OFF.after(write_off.state, "agreed" if agrees else "refused")
    write_off.settled_by_user_id, write_off.settled_at = by.user_id, as_at
    write_off.pence = min(write_off.pence, left_of(debt=debt)) or write_off.pence
    write_off.save(update_fields=["state", "settled_by_user_id", "settled_at", "pence"])
    if agrees:
        _move(debt, "given_up")
        _credit(debt, write_off.pence, accounts.WRITTEN_OFF, Reference("write_off", write_off.id), accounts.GIVEN_UP,
                as_at)
    return write_off


def _credit(debt: Debt, pence: Pence, source: str, about: Reference, event: str, as_at: Instant) -> None:
    open_accounts_of_debts(scheme=debt.scheme)
    post(debit=source, credit=accounts.OVERPAID, pence=pence, about=about, period_start=debt.period_start, event=event,
         as_at=as_at, customer_id=debt.customer_id)


def _move(debt: Debt, event: str) -> None:
    if event == "planned" and debt.state == "recovering":
        return
    debt.state = DEBT.after(debt.state, event)
    debt.save(update_fields=["state"])
