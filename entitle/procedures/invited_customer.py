"""Whose invitation to claim a code is from, of those whom someone may be by what they say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from entitle.contacts.models import Invitation
from entitle.customers import queries
from entitle.customers.models import Customer


def invited_customer(
    *, digest: bytes, name: Mapping[str, str], born_on: date, nino: str | None = None
) -> Customer | None:
    """The customer of that name and birth whose invitation has that code (its digest); None where there is none.

    The code came by post to them alone, so with it nobody need know their number, or where we think they live.
    """
    if nino:
        found = queries.by_nino(nino)
        people = [found.id] if found else []
    else:
        said = f"{name.get('given', '')} {name.get('family', '')}"
        people = [match.customer_id for match in queries.find(name=said, born_on=born_on, limit=20)]
    invited = Invitation.objects.filter(customer_id__in=people, code_digest=digest).select_related("customer").first()
    if invited is None:
        return None
    agrees = invited.customer.born_on == born_on and queries.name_agrees(invited.customer_id, name)
    return invited.customer if agrees else None
