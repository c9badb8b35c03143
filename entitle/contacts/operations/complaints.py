"""Complaints are put down, and move step by step; each step is kept with its words."""
from __future__ import annotations

from typing import Any

from entitle.contacts.lifecycle import COMPLAINT
from entitle.contacts.models import Complaint, ComplaintStep, OutsideComplaint, OutsideComplaintStep
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor


def put_down(*, customer_id: int, contact_id: int, channel: str, scheme: str, category: str, happened: str, wanted: str,
             received_at: Instant, as_at: Instant) -> Complaint:
    """A complaint, with its reference."""
    return Complaint.objects.create(
        customer_id=customer_id, contact_id=contact_id, channel=channel, scheme=scheme, category=category,
        happened=happened, wanted=wanted, received_at=received_at, taken_at=as_at)


def take_step(*, complaint_id: int, event: str, words: str, by: Actor, as_at: Instant, **changes: Any) -> Complaint:
    """Move it by one event of its life, held, and keep what was said. Raises NotAllowedNow."""
    complaint = Complaint.objects.select_for_update(of=("self",)).select_related("customer").get(id=complaint_id)
    changes["state"] = COMPLAINT.after(complaint.state, event)
    for name, value in changes.items():
        setattr(complaint, name, value)
    complaint.save(update_fields=list(changes))
    ComplaintStep.objects.create(complaint=complaint, event=event, words=words, channel=by.channel, user_id=by.user_id,
                                 at=as_at)
    return complaint


def put_down_outside(**details: Any) -> OutsideComplaint:
    """A complaint by someone who has no record, with its reference. `details` are its columns."""
    return OutsideComplaint.objects.create(**details)


def lock_outside(*, code: str) -> OutsideComplaint | None:
    """Held until the transaction ends."""
    return OutsideComplaint.objects.select_for_update().filter(code=code).first()


def note_outside(*, complaint: OutsideComplaint, event: str, words: str, by: Actor, as_at: Instant) -> None:
    """A step that was taken over it, with the words that they are sent."""
    OutsideComplaintStep.objects.create(complaint=complaint, event=event, words=words, channel=by.channel,
                                        user_id=by.user_id, at=as_at)


def answer_outside(*, complaint: OutsideComplaint, outcome: str, answer: str, by: Actor, as_at: Instant) -> None:
    """What we found, and the words that they are sent."""
    complaint.outcome, complaint.answer, complaint.answered_at = outcome, answer, as_at
    complaint.answered_by_id = by.user_id
    complaint.save(update_fields=["outcome", "answer", "answered_at", "answered_by"])
