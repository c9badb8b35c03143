"""Keep what someone answers in a further set of questions, by any door, at once. It counts once they have sent it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from entitle.claims import operations as claims
from entitle.facts.fact import to_json
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_further import guard_further
from entitle.procedures.heed_words import heed_words


def answer_further(*, asked_code: str, answers: Mapping[str, Any], by: Actor, as_at: Instant) -> None:
    """Add answers (fact to value, already checked by the question's kind) to a set that is asked.

    Raises NotDone once it was sent or is no longer needed, and NotPermitted for anyone it is not asked of.
    """
    with transaction.atomic():
        asked = claims.lock_asked(code=asked_code)
        if asked is None:
            raise NotFound("Nothing is asked with that reference.")
        guard_further(asked=asked, by=by, as_at=as_at)
        if asked.state != "asked":
            raise NotDone("These questions have been answered already. To put something right, report a change.")
        claims.answer(
            claim_id=asked.claim_id,
            answers={fact: to_json(value) for fact, value in answers.items()},
            channel=by.channel,
            by=by,
            as_at=as_at,
            asked_in=asked.id,
        )
        heed_words(words=answers, customer_id=asked.customer_id or asked.claim.customer_id, channel=by.channel, by=by,
                   as_at=as_at)
