"""Date a claim from the first ring: whoever was promised a call-back loses no day by it."""
from __future__ import annotations

from django.db import transaction

from entitle.claims.models import Claim
from entitle.contacts import operations as contacts
from entitle.contacts.models import CallBack
from entitle.kernel.periods import london_date
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone
from entitle.procedures.start_claim import start_claim


def keep_first_ring(*, call_back: CallBack, customer_id: int, by: Actor) -> Claim | None:
    """The customer's draft for the benefit that they rang to claim, dated from the day on which they first rang.

    Done again, it changes nothing. None where they rang about none, or have a claim waiting for its decision.
    """
    if not call_back.claiming:
        return None
    rang_at = call_back.call.arrived_at
    with transaction.atomic():
        if call_back.call.contact_id is None:
            contact = contacts.begin_contact(customer_id=customer_id, channel="telephone", direction="in",
                                             reason="calling", scheme=call_back.claiming, as_at=rang_at)
            contacts.end_contact(contact_id=contact.pk, summary="Asked to be rung back", as_at=call_back.promised_at)
            contacts.note_customer(call_id=call_back.call_id, customer_id=customer_id, contact_id=contact.pk)
        try:
            with transaction.atomic():
                return start_claim(scheme=call_back.claiming, customer_id=customer_id, by=by,
                                   as_at=call_back.promised_at, received_on=london_date(rang_at))
        except NotDone:
            return None
