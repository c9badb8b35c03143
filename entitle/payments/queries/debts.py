"""What a customer owes back: for their account, and for the officer who settles it."""
from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from entitle.kernel.money import Pence
from entitle.kernel.periods import london_date
from entitle.kernel.words import Words
from entitle.payments.lifecycle import WRITE_OFF
from entitle.payments.models import Correction, Debt, Deduction, RecoveryPlan, Repayment, SetOff, WriteOff
from entitle.payments.queries.explaining import debts_of
from entitle.payments.recovery import practice

_SET_OFF = Words("Another benefit should have paid you this", cy="Dylai budd-dal arall fod wedi talu hyn i chi")
_KEPT = Words("Kept from a payment", cy="Cadwyd o daliad")
_REPAID = Words("You paid it back", cy="Talwyd yn ôl gennych")
_GIVEN_UP = Words("We do not ask for this any more", cy="Nid ydym yn gofyn am hyn mwyach")

_PARTS: tuple[QuerySet[Any], ...] = (
    SetOff.objects.all(), Deduction.objects.all(), Repayment.objects.all(), WriteOff.objects.filter(state="agreed"))
"""All that goes off a debt."""


@dataclass(frozen=True)
class DebtAtAGlance:
    """One debt, what is left of it, the plan that holds (None where nothing is kept), and a write-off that waits."""

    debt: Debt
    left: Pence
    plan: RecoveryPlan | None
    proposed: WriteOff | None


@dataclass(frozen=True)
class Gone:
    """Pence that went off a debt on a day, and how."""

    on: date
    words: Words
    pence: Pence


def debt_at_a_glance(*, code: str) -> DebtAtAGlance:
    """Raises Debt.DoesNotExist."""
    [found] = _at_a_glance(Debt.objects.filter(id=Debt.objects.get(code=code).id))
    return found


def debts_at_a_glance(*, customer_id: int) -> list[DebtAtAGlance]:
    """Every debt of a customer, the oldest first: three statements however many."""
    return _at_a_glance(debts_of(customer_id=customer_id))


def debt_code_of(*, debt_id: int) -> str:
    """The public code of a debt."""
    return str(Debt.objects.values_list("code", flat=True).get(id=debt_id))


def periods_of(*, debt: Debt) -> list[Correction]:
    """The periods that the debt is of, each with what was given and what is right, in order."""
    found = Correction.objects.filter(award_id=debt.award_id, found_at=debt.found_at)
    return [each for each in found.order_by("period_start") if each.was_pence > each.now_pence]


def gone_of(*, debt: Debt) -> list[Gone]:
    """All that went off it, in the order that it did."""
    return sorted(_gone(debt), key=lambda each: each.on)


def kept_from(*, payment_ids: Collection[int]) -> dict[int, Pence]:
    """Pence kept for debts of each payment from which something was."""
    rows = Deduction.objects.filter(payment_id__in=payment_ids).values("payment_id").annotate(all=Sum("pence"))
    return {row["payment_id"]: row["all"] for row in rows.order_by()}


def most_kept(*, debt: Debt, on: date) -> int:
    """The most per cent of a payment that may be kept for a debt of its kind."""
    return practice(on=on).kinds[debt.kind].most_percent


def planned_each(*, customer_id: int, award_id: int, besides: Debt | None = None) -> Pence:
    """Pence that plans keep of each payment of an award, one debt's left out."""
    return sum(each.plan.pence_each for each in debts_at_a_glance(customer_id=customer_id)
               if each.plan and each.plan.award_id == award_id and each.debt != besides)


def notice_days(*, on: date) -> int:
    """Days from telling a customer what will be kept to keeping it."""
    return practice(on=on).notice_days


def _at_a_glance(debts: QuerySet[Debt]) -> list[DebtAtAGlance]:
    found = list(debts.annotate(gone=sum((_sum(rows) for rows in _PARTS), Value(0, BigIntegerField()))))
    last = {plan.debt_id: plan for plan in RecoveryPlan.objects.filter(debt__in=found).order_by(
        "debt", "-id").distinct("debt")}
    proposed = {each.debt_id: each for each in WriteOff.objects.filter(debt__in=found, state=WRITE_OFF.first)}
    return [DebtAtAGlance(debt, debt.pence - debt.gone, _held(debt, last.get(debt.id)), proposed.get(debt.id))
            for debt in found]


def _held(debt: Debt, last: RecoveryPlan | None) -> RecoveryPlan | None:
    return last if last is not None and debt.state == "recovering" and last.pence_each else None


def _sum(rows: QuerySet[Any]) -> Coalesce:
    of_debt = rows.filter(debt=OuterRef("pk")).order_by().values("debt").annotate(all=Sum("pence")).values("all")
    return Coalesce(Subquery(of_debt), 0, output_field=BigIntegerField())


def _gone(debt: Debt) -> Iterator[Gone]:
    yield from (Gone(london_date(debt.found_at), _SET_OFF, each.pence) for each in debt.set_offs.all())
    yield from (Gone(london_date(each.at), _KEPT, each.pence) for each in debt.deductions.all())
    yield from (Gone(each.received_on, _REPAID, each.pence) for each in debt.repayments.all())
    for each in debt.write_offs.filter(state="agreed"):
        assert each.settled_at is not None, "it is settled as it is agreed"
        yield Gone(london_date(each.settled_at), _GIVEN_UP, each.pence)
