"""Whose invitation to claim a code is from, of those whom someone may be by what they say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from entitle.claims import queries as claims
from entitle.contacts.models import Invitation
from entitle.customers import queries
from entitle.customers.models import Customer
from entitle.kernel.periods import add_months, london_date

GOOD_FOR_MONTHS = 12
"""How long the code in a letter opens anything: our own practice. Afterwards they show who they are as anyone does."""


def invited_customer(
    *, digest: bytes, name: Mapping[str, str], born_on: date, nino: str | None = None, on: date
) -> Customer | None:
    """The customer of that name and birth whose invitation has that code (its digest); None where there is none.

    The code came by post to them alone, so with it nobody need know their number, or where we think they live. It is
    good for a time, and until their claim is in by any door: a letter that lies in a drawer opens nothing later.
    """
    if nino:
        found = queries.by_nino(nino)
        people = [found.id] if found else []
    else:
        said = f"{name.get('given', '')} {name.get('family', '')}"
        people = [match.customer_id for match in queries.find(name=said, born_on=born_on, limit=20)]
    invited = Invitation.objects.filter(customer_id__in=people, code_digest=digest).select_related("customer").first()
    if invited is None or on >= add_months(london_date(invited.invited_at), GOOD_FOR_MONTHS):
        return None
    if claims.has_sent(customer_id=invited.customer_id, scheme=invited.scheme):
        return None
    agrees = invited.customer.born_on == born_on and queries.name_agrees(invited.customer_id, name)
    return invited.customer if agrees else None
