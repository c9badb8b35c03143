"""Give call-backs whose agent has not said how it went back to the list, for whoever is free."""
from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from django.db import transaction

from entitle.contacts import queries as contacts
from entitle.contacts.models import CallBack
from entitle.contacts.practice import practice
from entitle.history import operations as history
from entitle.history import queries as past
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import SYSTEM, Reference
from entitle.work import operations as work
from entitle.work import queries

_TAKEN = ("work.taken", "work.assigned")


def give_back_call_backs(*, as_at: Instant) -> list[CallBack]:
    """Those given back: whoever took one to ring and went home breaks no promise.

    One that was taken, or given to someone, before its time is theirs until the practice's minutes after that time.
    """
    lapses = timedelta(minutes=practice(on=london_date(as_at)).taken_lapses_minutes)
    found = []
    for item in queries.taken(kind="call.call_back"):
        promised = contacts.call_back_by_id(call_back_id=item.about_id)
        since = max([promised.try_at, *(each.at for each in past.about(Reference("work_item", item.pk))
                                        if each.code in _TAKEN)])
        if as_at - since < lapses or item.owner_user_id is None:
            continue
        with suppress(NotAllowedNow), transaction.atomic():  # they have said by now how it went
            work.hand_back(work_item_id=item.pk, user_id=item.owner_user_id)
            history.write(code="work.handed_back", about=Reference("work_item", item.pk),
                          customer_id=item.customer_id, by=SYSTEM, at=as_at)
            found.append(promised)
    return found
