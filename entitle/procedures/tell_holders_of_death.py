"""Somebody has died: every body that was handed something of a claim of theirs is told, until it says that it knows."""
from __future__ import annotations

from procrastinate.contrib.django import app

from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference

_FACT = "person.died_on"
_MOST = 1_000


def tell_holders_of_death(*, customer: Customer, by: Actor, as_at: Instant) -> int:
    """Inside the caller's transaction. The day of the death goes out under the reference that they hold, and what is
    not taken becomes work, as with any handover. Returns how many are told.
    """
    assert customer.died_on is not None, "told only of somebody who died"
    theirs = [claim.id for claim in queries.of_customer(customer_id=customer.id, limit=_MOST)]
    found = queries.handovers_of(claim_ids=theirs)
    for each in found:
        held = claims.lock_handover(handover_id=each.id)
        assert held is not None, "it was found, and nothing is deleted"
        claims.mend_handover(handover=held, event="died", answers={_FACT: customer.died_on.isoformat()}, user_id=None)
        history.write(code="handover.death_told", about=Reference("handover", held.id), customer_id=customer.id, by=by,
                      at=as_at, refers_to=Reference("claim", held.claim_id))
        app.configure_task("send_handover", queue="handovers").defer(handover_id=held.id)
    return len(found)
