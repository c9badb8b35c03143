"""Tell the customer that we have their claim and by when we will decide, then ask for the record that it needs."""
from __future__ import annotations

from datetime import date

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.claims import operations as claims
from entitle.contacts import queries as contacts
from entitle.kernel.periods import Instant
from entitle.procedures.announce import announce
from entitle.procedures.errors import NotFound

LETTER = "claim_received"


def acknowledge_claim(*, claim_code: str, received_on: date, as_at: Instant) -> None:
    """Write the letter once, however often it is asked for. It is written after the claim is safely in."""
    with transaction.atomic():
        claim = claims.lock(code=claim_code)
        if claim is None:
            raise NotFound("There is no claim with that reference.")
        if contacts.has_been_told(claim_id=claim.id, template=LETTER):
            return
        announce(customer=claim.customer, scheme=claim.scheme, letter=LETTER, claim=claim, as_at=as_at,
                 known={"decide_by": claim.decide_by, "received_on": received_on})
        app.configure_task("fetch_record", queue="decisions").defer(claim_code=claim.code)
