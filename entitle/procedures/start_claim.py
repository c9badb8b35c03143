"""Begin a claim by any door. The day of first contact is kept as the claim's date, whatever happens after."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.blueprint import registry
from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.claims.models import Claim
from entitle.contacts import queries as contacts
from entitle.contacts.practice import NoPracticeForDate, practice
from entitle.history import operations as history
from entitle.kernel.periods import Instant, add_months, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.guard_record import guard_record


def start_claim(*, scheme: str, customer_id: int, by: Actor, as_at: Instant, received_on: date | None = None) -> Claim:
    """The customer's draft for this scheme: the one already open, by whatever door it was begun, or a new one.

    `received_on` is the day that a paper form arrived, where that was before today. Whoever rang to claim it
    before loses no day by it. Raises NotDone where a claim has already gone in and waits for its decision.
    """
    registry.scheme(scheme)
    guard_record(customer_id=customer_id, by=by, as_at=as_at)
    received_on = _earlier(received_on, _in_touch_on(scheme, customer_id, london_date(as_at)))
    with transaction.atomic():
        open_claim = queries.open_claim(customer_id=customer_id, scheme=scheme)
        if open_claim is not None and open_claim.state == "draft":
            return _go_on_with(open_claim, by=by, as_at=as_at, received_on=received_on)
        if open_claim is not None:
            raise NotDone("There is already a claim, %(claim)s, waiting for its decision.", claim=open_claim.code)
        claim = claims.start(
            scheme=scheme,
            customer_id=customer_id,
            channel=by.channel,
            protected_on=received_on or london_date(as_at),
            as_at=as_at,
        )
        history.write(
            code="claim.started", about=Reference("claim", claim.id), customer_id=customer_id, by=by, at=as_at
        )
        return claim


def _in_touch_on(scheme: str, customer_id: int, today: date) -> date | None:
    """The day on which they rang to claim it and were answered, or were to be rung back: kept for a month or more.

    Not where they have claimed since: that claim had it; nor before any practice of keeping days was laid down.
    """
    try:
        since = add_months(today, -practice(on=today).date_kept_months)
    except NoPracticeForDate:
        return None
    in_touch_on = _earlier(contacts.first_ring_kept(customer_id=customer_id, scheme=scheme, on=today),
                           contacts.first_contact_on(customer_id=customer_id, scheme=scheme, since=since))
    if in_touch_on is None:
        return None
    had_it = any(each.scheme == scheme and each.protected_on >= in_touch_on and each.closed_at is not None
                 for each in queries.of_customer(customer_id=customer_id))
    return None if had_it else in_touch_on


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((each for each in (one, other) if each is not None), default=None)


def _go_on_with(claim: Claim, *, by: Actor, as_at: Instant, received_on: date | None) -> Claim:
    if by.channel not in queries.channels_of(claim_id=claim.id):
        history.write(
            code="claim.continued", about=Reference("claim", claim.id), customer_id=claim.customer_id, by=by, at=as_at
        )
    if received_on is not None and received_on < claim.protected_on:
        claims.protect_from(claim_id=claim.id, on=received_on)
        claim.protected_on = received_on
    return claim
