"""A death is recorded once."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.customers.operations.facts import hold_facts
from entitle.customers.operations.rows import lock
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Reference


class DeathInDispute(ValueError):
    """A proved date of death is held already, and this one, not proved, differs: a person must look."""


@transaction.atomic
def record_death(
    *,
    customer_id: int,
    died_on: date,
    source: str,
    as_at: Instant,
    source_reference: Reference | None = None,
    verified: bool = False,
) -> bool:
    """Hold a date of death; True where this is the first that we know of it, so that it is broadcast once.

    Told again, it changes nothing unless it is now proved or has another date. Raises DeathInDispute;
    ValueError for a date before birth or still to come.
    """
    customer = lock(customer_id)
    if not customer.born_on <= died_on <= london_date(as_at):
        raise ValueError(f"a death on {died_on} is before the birth, or still to come")
    proved = customer.held_facts.filter(fact="person.died_on", verified=True).exists()
    if proved and customer.died_on == died_on:
        return False
    if proved and not verified:
        raise DeathInDispute(f"the date of death is proved to be {customer.died_on}; {source} says {died_on}")
    hold_facts(
        customer_id=customer_id,
        facts={"person.died_on": died_on},
        source=source,
        source_reference=source_reference,
        as_at=as_at,
        verified=verified,
    )
    return customer.died_on is None
