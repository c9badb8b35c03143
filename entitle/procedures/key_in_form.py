"""Put what a paper form says into the claim that it belongs to, counted from the day that it arrived."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from entitle.claims import queries as claims
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.start_claim import start_claim


def key_in_form(*, claim_code: str, received_on: date, answers: Mapping[str, Any], by: Actor, as_at: Instant) -> None:
    """Answers are added to those of other doors; what the form leaves blank is not answered.

    Raises NotDone for a day still to come, or a claim that has gone in.
    """
    claim = claims.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    if received_on > london_date(as_at):
        raise NotDone("The form cannot have arrived after today.")
    with transaction.atomic():
        start_claim(scheme=claim.scheme, customer_id=claim.customer_id, received_on=received_on, by=by, as_at=as_at)
        answer_questions(claim_code=claim_code, answers=answers, by=by, as_at=as_at)
