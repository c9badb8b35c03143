"""Keep what a numbered form says, once, counted from the day that it arrived; it goes in as any claim sent on does."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from entitle.claims import operations as claims
from entitle.claims.models import Intake
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date, midday
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.receive_intake import receive_intake


def key_in_pack_form(
    *, form_code: str, received_on: date, who: Mapping[str, Any], answers: Mapping[str, Any], signed: bool, by: Actor,
    as_at: Instant,
) -> Intake:
    """The form is back; one thought spoiled may come back too. Keyed again with the same words it is the same one.

    `who` and `answers` are as receive_intake has them. Into whose record, and whether they have claimed already by
    another door, is found as it is passed. Raises NotDone for a day that cannot be, or other words under its number.
    """
    with transaction.atomic():
        form = claims.lock_pack_form(code=form_code)
        if form is None:
            raise NotFound("There is no form with that reference.")
        if received_on > london_date(as_at):
            raise NotDone("The form cannot have arrived after today.")
        if received_on < london_date(form.pack.printed_at):
            raise NotDone("The form cannot have arrived before it was printed.")
        try:
            with transaction.atomic():
                intake = receive_intake(
                    key=form.code, sender=f"form pack {form.pack.code}", scheme=form.pack.scheme, channel="clerical",
                    taken_at=midday(received_on), who=who, answers=answers, declared=signed, by=by, as_at=as_at)
        except NotDone as refused:
            if form.intake_id is None:
                raise
            raise NotDone(f"Form {form.number} was keyed already, with other words.") from refused
        if form.state != "returned":
            claims.end_pack_form(form=form, received_on=received_on, intake=intake, user_id=by.user_id, as_at=as_at)
            history.write(code="form.returned", about=Reference("pack_form", form.id), by=by, at=as_at,
                          refers_to=Reference("intake", intake.id))
        return intake
