"""Whoever claimed as a couple with somebody who died is written to, and a person sees what they may get."""
from __future__ import annotations

from entitle.claims import queries as claims
from entitle.customers.models import Customer
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Reference
from entitle.procedures.write_as_agency import write_as_agency
from entitle.standards import agency
from entitle.work import operations as work

_KIND = "bereavement.support"


def support_survivors(*, customer: Customer, as_at: Instant) -> int:
    """Inside the caller's transaction. Nothing of theirs is touched. Returns how many there are."""
    left = [each for each in claims.partners_of(customer_id=customer.id) if each.died_on is None]
    for each in left:
        work.open(kind=_KIND, about=Reference("customer", each.id), customer_id=each.id, as_at=as_at, origin_at=as_at,
                  standard=agency()["death_reported"], division=each.division, note="Their partner has died")
        write_as_agency(customer=each, letter="help_after_death", as_at=as_at,
                        known={"reference": each.code, "on": london_date(as_at)})
    return len(left)
