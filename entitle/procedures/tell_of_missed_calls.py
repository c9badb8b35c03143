"""Write to a customer whom three calls did not reach: what they may do, and that their date is kept."""
from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.contacts.models import CallBack
from entitle.kernel.periods import Instant, london_date
from entitle.procedures.write_as_agency import write_as_agency

_LETTER = "call_back_missed"


def tell_of_missed_calls(*, call_back: CallBack, as_at: Instant) -> None:
    """By letter, where we know who they are; else by text to the number that they gave."""
    with transaction.atomic():
        if call_back.customer is None:
            app.configure_task("text_of_call_back", queue="messages").defer(call_back_id=call_back.pk, words=_LETTER)
            return
        write_as_agency(
            customer=call_back.customer, letter=_LETTER, scheme=call_back.claiming, channels=("letter",), as_at=as_at,
            known={"rang_on": london_date(call_back.call.arrived_at), "reference": call_back.code, "phone": ""})
