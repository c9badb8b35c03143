"""Keep what someone answered, by any door, at once: nothing typed or said is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from entitle.claims import operations as claims
from entitle.claims import queries
from entitle.facts.fact import to_json
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.heed_words import heed_words


def answer_questions(*, claim_code: str, answers: Mapping[str, Any], by: Actor, as_at: Instant) -> None:
    """Add answers (fact to value, already checked by the question's kind) to a draft. Raises NotDone once sent."""
    claim = queries.get(code=claim_code)
    if claim is None:
        raise NotFound("There is no claim with that reference.")
    guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
    if claim.state != "draft":
        raise NotDone("This claim has already been sent. To put something right, report a change.")
    with transaction.atomic():
        claims.answer(
            claim_id=claim.id,
            answers={fact: to_json(value) for fact, value in answers.items()},
            channel=by.channel,
            by=by,
            as_at=as_at,
        )
        heed_words(words=answers, customer_id=claim.customer_id, channel=by.channel, by=by, as_at=as_at)
