"""A holding reply to someone who has no record: the letter is printed, or read out, by whoever writes it."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts.models import OutsideComplaint
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.move_outside_complaint import move_outside_complaint
from entitle.work import operations as work


def hold_outside_complaint(*, code: str, why_longer: str, by: Actor, as_at: Instant) -> OutsideComplaint:
    """As `hold_complaint`: the first promise ends, kept or not, and another begins from today. Its owner keeps it."""
    with transaction.atomic():
        complaint = move_outside_complaint(code=code, event="held", body=why_longer, by=by, as_at=as_at)
        about = Reference("outside_complaint", complaint.pk)
        ended = work.complete(about=about, kind="complaint.outside", as_at=as_at, outcome="held", by=by)
        opened = work.open(kind="complaint.outside", about=about, customer_id=None, as_at=as_at, origin_at=as_at,
                           promise=True, note=complaint.code, language=complaint.language)
        if ended.owner_user_id is not None:
            work.take(work_item_id=opened.pk, user_id=ended.owner_user_id)
        return complaint
