"""Begin claims for several benefits in one conversation: what was said for one is known to all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from entitle.blueprint import registry
from entitle.blueprint.hearing import heard_by
from entitle.claims import queries
from entitle.claims.models import Claim
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.start_claim import start_claim
from entitle.questions.walk import on_path


def start_together(*, schemes: Sequence[str], customer_id: int, by: Actor, as_at: Instant) -> tuple[Claim, ...]:
    """The customer's draft for each scheme, begun now or gone on with. Each is told what the others were already told.

    Raises what `start_claim` raises, and then none is begun.
    """
    with transaction.atomic():
        claims = tuple(start_claim(scheme=each, customer_id=customer_id, by=by, as_at=as_at) for each in schemes)
        if len(claims) > 1:
            _share(claims, by=by, as_at=as_at)
        return claims


def _share(claims: Sequence[Claim], *, by: Actor, as_at: Instant) -> None:
    """The latest answer to a question goes to every claim that reads its fact; an answer off its claim's path stays."""
    given = {claim.id: queries.answers_of(claim_id=claim.id) for claim in claims}
    known = {name: held.value
             for name, held in customers.facts_known(customer_id=claims[0].customer_id, as_at=as_at).items()}
    said: list[tuple[Instant, str, Any]] = []
    for claim in claims:
        answers = given[claim.id]
        kept = on_path(registry.scheme(claim.scheme).claim, {name: each.value for name, each in answers.items()}, known)
        said += [(answers[fact].answered_at, fact, value) for fact, value in kept.items()]
    latest = {fact: value for _, fact, value in sorted(said, key=lambda each: each[0])}
    for claim in claims:
        new = _unheard(claim, given[claim.id], latest)
        if new:
            answer_questions(claim_code=claim.code, answers=new, by=by, as_at=as_at)


def _unheard(claim: Claim, held: Mapping[str, queries.AnswerGiven], latest: Mapping[str, Any]) -> dict[str, Any]:
    heard = heard_by(registry.scheme(claim.scheme))
    return {fact: value for fact, value in latest.items()
            if fact in heard and (fact not in held or held[fact].value != value)}
