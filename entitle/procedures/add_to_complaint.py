"""Whoever complained says more, by any door: the reply we waited for, news, or that it was not put right after all."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import queries
from entitle.contacts.models import Complaint
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.heed_words import heed_words
from entitle.procedures.move_complaint import move_complaint
from entitle.work import operations as work


def add_to_complaint(*, code: str, words: str, by: Actor, as_at: Instant) -> Complaint:
    """The clock goes on where it waited for them; one that had been put right opens again, counted from today."""
    before = queries.complaint(code=code)
    with transaction.atomic():
        moved = move_complaint(code=code, event="added_to", body=words, by=by, as_at=as_at)
        heed_words(words=words, customer_id=moved.customer_id, channel=by.channel, by=by, as_at=as_at)
        about = Reference("complaint", moved.pk)
        if before is not None and before.state == "waiting":
            work.resume(about=about, kind="complaint.answer", as_at=as_at)
        elif before is not None and before.state == "resolved":
            work.open(kind="complaint.answer", about=about, customer_id=moved.customer_id, as_at=as_at,
                      origin_at=as_at, division=moved.customer.division, promise=True, note=moved.code)
        return moved
