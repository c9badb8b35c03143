"""Take a complaint by any door: its reference is in the very reply, and its clock runs from the day it reached us."""
from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.complaint_kinds import complaint_categories, complaint_category_words
from entitle.contacts.models import Complaint, Contact
from entitle.customers import queries
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date, received_at
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.guard_record import guard_record
from entitle.procedures.heed_words import heed_words
from entitle.procedures.write_as_agency import write_as_agency
from entitle.work import operations as work


def make_complaint(*, customer_code: str, category: str, happened: str, wanted: str = "", scheme: str = "",
                   received_on: date | None = None, contact: Contact | None = None, by: Actor, as_at: Instant,
                   ) -> Complaint:
    """The complaint, with the reference to give them at once. They are told in writing by when it is answered.

    `received_on` is the day on a letter's date stamp; `contact` is the call or visit in hand, if there is one. Raises
    NotDone without saying what happened, for a category not in use, or a day still to come.
    """
    customer = queries.get(customer_code)
    guard_record(customer_id=customer.id, by=by, as_at=as_at)
    today = london_date(as_at)
    came_at = received_at(received_on, as_at=as_at)
    if not happened.strip():
        raise NotDone("Say what happened. It can be in their own words.")
    if received_on and received_on > today:
        raise NotDone("It cannot have arrived after today.")
    if category not in complaint_categories(on=london_date(came_at)):
        raise NotDone("Choose what the complaint is about.")
    with transaction.atomic():
        if contact is None:
            contact = contacts.begin_contact(customer_id=customer.id, channel=by.channel, direction="in",
                                             reason="complaint", user_id=by.user_id, as_at=came_at)
            contacts.end_contact(contact_id=contact.id, summary="", as_at=as_at)
        heed_words(words=[happened, wanted], customer_id=customer.id, contact=contact, channel=by.channel, by=by,
                   as_at=as_at)
        made = contacts.put_down(
            customer_id=customer.id, contact_id=contact.id, channel=by.channel, scheme=scheme, category=category,
            happened=happened.strip(), wanted=wanted.strip(), received_at=came_at, as_at=as_at)
        about = Reference("complaint", made.pk)
        item = work.open(kind="complaint.answer", about=about, customer_id=customer.id, as_at=as_at,
                         origin_at=came_at, division=customer.division, promise=True, note=made.code)
        history.write(code="complaint.made", about=about, customer_id=customer.id, by=by, at=as_at, reason=category)
        write_as_agency(customer=customer, letter="complaint_received", as_at=as_at, known={
            "reference": made.code, "received_on": london_date(came_at),
            "category": complaint_category_words(category)[customer.language],
            "answer_by": item.target_on, "is_late": item.target_on < today})
        return made
