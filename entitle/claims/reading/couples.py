"""Who claims with whom."""
from __future__ import annotations

from entitle.claims.models import ClaimParty
from entitle.customers.models import Customer

COUPLE = ("claimant", "partner")


def partners_of(*, customer_id: int) -> list[Customer]:
    """Whoever claims as a couple with somebody, or did, in a claim that was not withdrawn; each once."""
    theirs = ClaimParty.objects.filter(customer_id=customer_id, role__in=COUPLE).exclude(claim__state="withdrawn")
    found = ClaimParty.objects.filter(claim__in=theirs.values("claim"), role__in=COUPLE).exclude(
        customer_id=customer_id).select_related("customer")
    return list({party.customer_id: party.customer for party in found.order_by("id")}.values())
