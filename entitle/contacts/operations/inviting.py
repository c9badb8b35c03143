"""Customers are invited to claim."""
from __future__ import annotations

from datetime import date

from entitle.contacts.models import Invitation
from entitle.kernel.periods import Instant


def invite(*, customer_id: int, scheme: str, due_on: date, code_digest: bytes, as_at: Instant) -> bool:
    """Note that a customer is invited to claim. False, and nothing noted, where they were invited before."""
    invitation = Invitation(customer_id=customer_id, scheme=scheme, due_on=due_on, code_digest=code_digest,
                            invited_at=as_at)
    return bool(Invitation.objects.bulk_create([invitation], ignore_conflicts=True)) and Invitation.objects.filter(
        customer_id=customer_id, scheme=scheme, code_digest=code_digest).exists()
