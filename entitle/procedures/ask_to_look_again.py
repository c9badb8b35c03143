"""Ask for a decision to be looked at again (mandatory reconsideration), by any door, in any form."""

from __future__ import annotations

from django.db import transaction

from entitle.decisions import operations as decisions
from entitle.decisions import queries
from entitle.decisions.models import Reconsideration
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.announce import announce
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.heed_words import heed_words
from entitle.standards import agency, target_on
from entitle.work import operations as work


def ask_to_look_again(*, decision_code: str, why: str, by: Actor, as_at: Instant) -> Reconsideration:
    """Register the request with its clock; another officer will decide it. Raises NotDone without a reason."""
    decision = queries.get(code=decision_code)
    if decision is None:
        raise NotFound("There is no decision with that reference.")
    guard_record(customer_id=decision.customer_id, by=by, as_at=as_at)
    if not why.strip():
        raise NotDone("Say why you disagree. It can be in your own words.")
    customer = decision.customer
    with transaction.atomic():
        asked = decisions.ask_for_reconsideration(decision=decision, why=why, channel=by.channel, as_at=as_at)
        heed_words(words=why, customer_id=customer.id, channel=by.channel, by=by, as_at=as_at)
        about, standard = Reference("reconsideration", asked.id), agency()["mandatory_reconsideration"]
        answer_by = target_on(standard, london_date(as_at), division=customer.division)
        work.open(
            kind="reconsideration.decide",
            about=about,
            customer_id=customer.id,
            scheme=decision.scheme,
            as_at=as_at,
            origin_at=as_at,
            standard=standard,
            division=customer.division,
            promise=True,
        )
        history.write(
            code="decision.reconsideration_asked",
            about=about,
            customer_id=customer.id,
            by=by,
            at=as_at,
            refers_to=Reference("decision", decision.id),
        )
        announce(
            customer=customer,
            scheme=decision.scheme,
            claim=decision.claim,
            letter="look_again_received",
            as_at=as_at,
            known={
                "reference": asked.code,
                "decide_by": answer_by,
                "received_on": london_date(as_at),
                "decided_on": london_date(decision.decided_at),
            },
        )
        return asked
