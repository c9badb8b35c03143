"""Find a person from what they say of themselves. That a search was made is history; what was typed is not kept."""
from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.customers import queries as customers
from entitle.customers.queries import Match
from entitle.history import operations as history
from entitle.history.events import SEARCHED
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.staff import queries as staff


def find_customer(*, name: str = "", nino: str = "", born_on: date | None = None, postcode: str = "", by: Actor,
                  as_at: Instant) -> list[Match]:
    """The likeliest people first, at most twenty; restricted records only to those who may see them."""
    if by.user_id is None:
        return []
    allowed = staff.can(by.user_id, "customer.look_restricted")
    found = customers.find(name=name, nino=nino, born_on=born_on, postcode=postcode, limit=20, see_restricted=allowed)
    with transaction.atomic():
        history.write(code=SEARCHED, about=Reference("user", by.user_id), by=by, at=as_at,
                      reason=f"{len(found)} found")
    return found
