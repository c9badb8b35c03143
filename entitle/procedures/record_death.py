"""A death, told once: every award ends, every letter to the person stops, and nobody else's award is touched."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.awards import operations as awards
from entitle.claims import queries as claimed
from entitle.contacts import operations as contacts
from entitle.customers import operations as customers
from entitle.customers import queries
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.correct_awards import correct_awards
from entitle.procedures.errors import NotDone
from entitle.procedures.release_interviews import release_interviews
from entitle.procedures.withdraw_claim import withdraw_claim
from entitle.standards import agency
from entitle.work import operations as work


def record_death(*, customer_code: str, died_on: date, told_by: str, by: Actor, as_at: Instant) -> None:
    """End the awards from the day after, suppress what waits to be sent, and ask a person to confirm it.

    Anyone may tell us, so this does not ask whose record it is; it is confirmed before anything is recovered.
    Raises NotDone for a date still to come or before the birth.
    """
    customer = queries.get(customer_code)
    if not customer.born_on <= died_on <= london_date(as_at):
        raise NotDone("The date of death must be today or in the past, and not before the person was born.")
    with transaction.atomic():
        if not customers.record_death(
            customer_id=customer.id, died_on=died_on, source=f"{told_by} by {by.channel}", as_at=as_at
        ):
            return
        awards.end_all(customer_id=customer.id, after=died_on, reason="death", as_at=as_at)
        correct_awards(customer_id=customer.id, kind="after_death", change="death", by=by, as_at=as_at)
        contacts.suppress_waiting(customer_id=customer.id, because="death", as_at=as_at)
        for claim in claimed.open_claims(customer_id=customer.id):
            if claim.state == "draft":
                withdraw_claim(claim_code=claim.code, reason="death", by=by, as_at=as_at)
        release_interviews(customer_id=customer.id, as_at=as_at)
        about = Reference("customer", customer.id)
        work.open(
            kind="death.confirm",
            about=about,
            customer_id=customer.id,
            as_at=as_at,
            origin_at=as_at,
            standard=agency()["death_reported"],
            division=customer.division,
        )
        history.write(code="customer.died", about=about, customer_id=customer.id, by=by, at=as_at)
