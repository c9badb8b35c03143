"""Ask for a decision to be looked at again (mandatory reconsideration), by any door, in any form."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Contact
from entitle.decisions import operations as decisions
from entitle.decisions import queries
from entitle.decisions.models import Reconsideration
from entitle.decisions.queries import AlreadyAsked
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date, received_at
from entitle.kernel.references import Actor, Reference
from entitle.procedures.announce import announce
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.heed_words import heed_words
from entitle.standards import agency
from entitle.work import operations as work


def ask_to_look_again(*, decision_code: str, why: str, received_on: date | None = None, contact: Contact | None = None,
                      by: Actor, as_at: Instant) -> Reconsideration:
    """Register the request with its clock; another officer will decide it.

    `received_on` is the day on a letter's date stamp, from which the clock runs; `contact` the call in hand, if there
    is one. Raises NotDone without a reason, for a day before the decision or to come, and where the decision was
    replaced or is being looked at again already.
    """
    decision = queries.get(code=decision_code)
    if decision is None:
        raise NotFound("There is no decision with that reference.")
    guard_record(customer_id=decision.customer_id, by=by, as_at=as_at)
    if not why.strip():
        raise NotDone("Say why you disagree. It can be in your own words.")
    customer, decided_on, today = decision.customer, london_date(decision.decided_at), london_date(as_at)
    if received_on and not decided_on <= received_on <= today:
        raise NotDone("It cannot have arrived before the decision was made, or after today.")
    stands, came_at = queries.standing(about=decision), received_at(received_on, as_at=as_at)
    if stands.id != decision.id:
        raise NotDone("That decision was replaced. Ask about the one that stands now: %(code)s.", code=stands.code)
    with transaction.atomic():
        try:
            asked = decisions.ask_for_reconsideration(decision=decision, why=why, channel=by.channel, as_at=came_at)
        except AlreadyAsked as already:
            raise NotDone("We are looking at that decision again already: %(code)s.", code=already.code) from already
        if contact is None:
            contact = contacts.begin_contact(customer_id=customer.id, channel=by.channel, direction="in",
                                             reason="look again", user_id=by.user_id, as_at=came_at)
            contacts.end_contact(contact_id=contact.id, summary="", as_at=as_at)
        heed_words(words=why, customer_id=customer.id, contact=contact, channel=by.channel, by=by, as_at=as_at)
        about = Reference("reconsideration", asked.id)
        item = work.open(kind="reconsideration.decide", about=about, customer_id=customer.id, scheme=decision.scheme,
                         as_at=as_at, origin_at=came_at, standard=agency()["mandatory_reconsideration"],
                         division=customer.division, promise=True)
        history.write(code="decision.reconsideration_asked", about=about, customer_id=customer.id, by=by, at=as_at,
                      refers_to=Reference("decision", decision.id))
        announce(customer=customer, scheme=decision.scheme, claim=decision.claim, letter="look_again_received",
                 as_at=as_at, known={"reference": asked.code, "decide_by": item.target_on,
                                     "received_on": london_date(came_at), "decided_on": decided_on})
        return asked
