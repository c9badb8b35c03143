"""All that the agency holds about a complaint, for whoever outside it is asked to look: nothing is picked."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from entitle.contacts import queries as contacts
from entitle.contacts.models import Complaint, ComplaintStep, Contact, Message, OutsideComplaint, OutsideComplaintStep
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.decisions.models import Decision
from entitle.history import queries as history
from entitle.history.events import LOOKS
from entitle.history.models import Event
from entitle.kernel.references import Reference

_EVERY = 100_000


@dataclass(frozen=True)
class ExaminerPack:
    """One complaint with the whole of its customer's history, oldest first. A six-point plan's words are not in it.

    `customer_code` is '' for someone who has no record, and of them there is the complaint alone.
    """

    complaint: Complaint | OutsideComplaint
    name: str
    customer_code: str
    steps: Sequence[ComplaintStep | OutsideComplaintStep]
    contacts: Sequence[Contact]
    messages: Sequence[Message]
    decisions: Sequence[Decision]
    events: Sequence[Event]


def examiner_pack(*, complaint: Complaint) -> ExaminerPack:
    """Seven statements, however long the history."""
    who = complaint.customer_id
    written = contacts.messages_of(customer_id=who, limit=_EVERY, with_bodies=True)
    return ExaminerPack(
        complaint=complaint,
        name=customers.names_of([who]).get(who, ""),
        customer_code=complaint.customer.code,
        steps=contacts.steps_of(complaint_id=complaint.pk),
        contacts=contacts.contacts_of(customer_id=who, limit=_EVERY)[::-1],
        messages=written[::-1],
        decisions=decisions.of_customer(customer_id=who, limit=_EVERY)[::-1],
        events=history.of_customer(who, _EVERY, but_not=LOOKS)[::-1],
    )


def outside_pack(*, complaint: OutsideComplaint) -> ExaminerPack:
    """Two statements."""
    return ExaminerPack(
        complaint=complaint, name=complaint.name, customer_code="", contacts=(), messages=(), decisions=(),
        steps=contacts.outside_steps_of(complaint_id=complaint.pk),
        events=history.about(Reference("outside_complaint", complaint.pk)),
    )
