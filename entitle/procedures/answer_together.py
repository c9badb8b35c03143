"""Keep what someone answered in every claim that reads it: said once, whatever they are claiming."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from entitle.blueprint import registry
from entitle.blueprint.hearing import heard_by
from entitle.claims import queries
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.errors import NotFound
from entitle.questions.bank.council import HOUSING_FORM


def answer_together(*, claim_codes: Sequence[str], answers: Mapping[str, Any], by: Actor, as_at: Instant,
                    council_form: bool = False) -> None:
    """Each draft gets those of the answers (fact to stored value) that its benefit asks for or reads: all, or none.

    What only the council's form asks for is kept with the first. Raises what `answer_questions` raises.
    """
    with transaction.atomic():
        for number, code in enumerate(claim_codes):
            claim = queries.get(code=code)
            if claim is None:
                raise NotFound("There is no claim with that reference.")
            heard = set(heard_by(registry.scheme(claim.scheme)))
            if council_form and number == 0:
                heard |= set(HOUSING_FORM.facts)
            told = {fact: value for fact, value in answers.items() if fact in heard}
            if told:
                answer_questions(claim_code=code, answers=told, by=by, as_at=as_at)
