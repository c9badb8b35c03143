"""Give callers whose agent did not answer back to the queue, in the place they had."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.contacts.practice import practice
from entitle.kernel.periods import Instant, london_date
from entitle.procedures.give_back_call import give_back_call


def give_back_lapsed_offers(*, as_at: Instant) -> list[Call]:
    """The calls given back: a browser that was closed loses nobody. Whoever is ready has them at once."""
    with transaction.atomic():
        agreed = practice(on=london_date(as_at))
        return [give_back_call(call=call, as_at=as_at) for call in contacts.offers_before(
            as_at=as_at, seconds=agreed.offer_lapses_seconds, joining_seconds=agreed.joining_lapses_seconds)]
