"""Take a complaint of someone who has no record, by any door: none is opened, and the reference is in the reply."""
from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.complaint_kinds import complaint_categories
from entitle.contacts.models import OutsideComplaint
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date, received_at
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.heed_words import heed_words
from entitle.work import operations as work

LONGEST_NAME = 200


def make_outside_complaint(*, name: str, answer_to: str, category: str, happened: str, wanted: str = "",
                           language: str = "en", received_on: date | None = None, by: Actor,
                           as_at: Instant) -> OutsideComplaint:
    """`answer_to` is where they want the answer, in their own words. Its clock runs from the day that it reached us.

    Raises NotDone without a name, somewhere to answer or what happened; for a category not in use, or a day to come.
    """
    today = london_date(as_at)
    came_at = received_at(received_on, as_at=as_at)
    if not name.strip() or len(name) > LONGEST_NAME or not answer_to.strip():
        raise NotDone("Give a name, and how we should answer.")
    if not happened.strip():
        raise NotDone("Say what happened. It can be in their own words.")
    if received_on and received_on > today:
        raise NotDone("It cannot have arrived after today.")
    if category not in complaint_categories(on=london_date(came_at)):
        raise NotDone("Choose what the complaint is about.")
    with transaction.atomic():
        heed_words(words=[happened, wanted], channel=by.channel, by=by, as_at=as_at)
        made = contacts.put_down_outside(
            name=name.strip(), answer_to=answer_to.strip(), language=language, channel=by.channel, category=category,
            happened=happened.strip(), wanted=wanted.strip(), received_at=came_at, taken_at=as_at)
        about = Reference("outside_complaint", made.pk)
        work.open(kind="complaint.outside", about=about, customer_id=None, as_at=as_at, origin_at=came_at,
                  promise=True, note=made.code, language=language)
        history.write(code="complaint.made", about=about, by=by, at=as_at, reason=category)
        return made
