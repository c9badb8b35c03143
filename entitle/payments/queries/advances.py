"""Advances that were asked for."""
from __future__ import annotations

from collections.abc import Collection

from entitle.payments.lifecycle import OPEN_DEBTS
from entitle.payments.models import Advance


def advance(*, code: str) -> Advance:
    """Raises Advance.DoesNotExist."""
    return Advance.objects.get(code=code)


def advance_by_id(*, advance_id: int) -> Advance:
    """Raises Advance.DoesNotExist."""
    return Advance.objects.get(id=advance_id)


def advance_of_claim(*, claim_id: int, one_off: bool = False) -> Advance | None:
    """The last that was asked for on a claim, before its first payment or for a one-off cost; of these, one that was
    paid back is over."""
    found = Advance.objects.filter(claim_id=claim_id).order_by("-asked_at", "-id")
    if not one_off:
        return found.filter(cost="").first()
    last = found.exclude(cost="").select_related("debt").first()
    return None if last is not None and last.debt is not None and last.debt.state not in OPEN_DEBTS else last


def owes_one_off(*, customer_ids: Collection[int]) -> bool:
    """Whether any of these people still owes an advance for a one-off cost."""
    paid = Advance.objects.filter(customer_id__in=customer_ids, debt__state__in=OPEN_DEBTS)
    return paid.exclude(cost="").exists()


def advances_asked(*, customer_id: int) -> list[Advance]:
    """Those of a customer that nobody has decided."""
    return list(Advance.objects.filter(customer_id=customer_id, state="asked").order_by("id"))


def advances_paid(*, claim_id: int) -> list[Advance]:
    """Those paid on a claim, each with what is owed back."""
    return list(Advance.objects.filter(claim_id=claim_id, state="paid").select_related("debt"))
