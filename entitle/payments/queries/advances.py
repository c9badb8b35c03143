"""Advances that were asked for."""
from __future__ import annotations

from entitle.payments.models import Advance


def advance(*, code: str) -> Advance:
    """Raises Advance.DoesNotExist."""
    return Advance.objects.get(code=code)


def advance_by_id(*, advance_id: int) -> Advance:
    """Raises Advance.DoesNotExist."""
    return Advance.objects.get(id=advance_id)


def advance_of_claim(*, claim_id: int) -> Advance | None:
    """The last that was asked for on a claim."""
    return Advance.objects.filter(claim_id=claim_id).order_by("-asked_at", "-id").first()


def advances_asked(*, customer_id: int) -> list[Advance]:
    """Those of a customer that nobody has decided."""
    return list(Advance.objects.filter(customer_id=customer_id, state="asked").order_by("id"))


def advances_paid(*, claim_id: int) -> list[Advance]:
    """Those paid on a claim, each with what is owed back."""
    return list(Advance.objects.filter(claim_id=claim_id, state="paid").select_related("debt"))
