"""All that the agency holds about a complaint, for whoever outside it is asked to look: nothing is picked."""
from __future__ import annotations

from dataclasses import dataclass

from entitle.contacts import queries as contacts
from entitle.contacts.models import Complaint, ComplaintStep, Contact, Message
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.decisions.models import Decision
from entitle.history import queries as history
from entitle.history.events import LOOKS
from entitle.history.models import Event

_EVERY = 100_000


@dataclass(frozen=True)
class ExaminerPack:
    """One complaint with the whole of its customer's history, oldest first. A six-point plan's words are not in it."""

    complaint: Complaint
    name: str
    steps: list[ComplaintStep]
    contacts: list[Contact]
    messages: list[Message]
    decisions: list[Decision]
    events: list[Event]


def examiner_pack(*, complaint: Complaint) -> ExaminerPack:
    """Seven statements, however long the history."""
    who = complaint.customer_id
    written = contacts.messages_of(customer_id=who, limit=_EVERY, with_bodies=True)
    return ExaminerPack(
        complaint=complaint,
        name=customers.names_of([who]).get(who, ""),
        steps=contacts.steps_of(complaint_id=complaint.pk),
        contacts=contacts.contacts_of(customer_id=who, limit=_EVERY)[::-1],
        messages=written[::-1],
        decisions=decisions.of_customer(customer_id=who, limit=_EVERY)[::-1],
        events=history.of_customer(who, _EVERY, but_not=LOOKS)[::-1],
    )
