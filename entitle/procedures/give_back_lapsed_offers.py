"""Give callers whose agent did not answer back to the queue, in the place they had."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.contacts.practice import practice
from entitle.kernel.periods import Instant, london_date
from entitle.procedures.put_through import put_through


def give_back_lapsed_offers(*, as_at: Instant) -> list[Call]:
    """The calls given back: a browser that was closed loses nobody. Whoever is ready has them at once."""
    with transaction.atomic():
        lapsed = contacts.offers_before(as_at=as_at, seconds=practice(on=london_date(as_at)).offer_lapses_seconds)
        for call in lapsed:
            contacts.act(call, name="offer_lapsed", as_at=as_at, agent_id=call.agent_id)
            put_through(call=call, as_at=as_at)
        return lapsed
