"""Olwen's claim to Universal Credit, sent whole, and awarded, for stories that begin there."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from entitle.awards.models import Award
from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.customers.models import Customer
from entitle.kernel.references import SYSTEM, Actor
from entitle.procedures.answer_further import answer_further
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.jobs.further import go_on_with_claim
from entitle.procedures.prove_identity import prove_identity
from entitle.procedures.send_further import send_further
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.simulation.answers import answers_of
from tests.journeys.stories import STORIES

STORY = STORIES["universal_credit"]
_NO_TROUBLE = {"yes_no": False, "money": 0, "count": 0, "choice": "a"}


def proves_who_she_is(by: Actor, *, as_at: datetime) -> Customer:
    """The record of whoever signed in."""
    made = STORY.person
    assert by.user_id is not None
    return prove_identity(user_id=by.user_id, name=made.name, born_on=made.born_on, nino=made.nino,
                          postcode=made.postcode, by=by, as_at=as_at)


def sends_claim(who: Customer, by: Actor, *, as_at: datetime, more: Mapping[str, Any] | None = None) -> Claim:
    """Everything her story says, and `more`."""
    person = replace(STORY.person, answers={**STORY.person.answers, **(more or {})})
    made = start_claim(scheme="universal_credit", customer_id=who.id, by=by, as_at=as_at)
    known = {"person.name": person.name, "person.born_on": person.born_on, "person.nino": person.nino}
    said = answers_of(person, registry.scheme("universal_credit").claim, known=known)
    answer_questions(claim_code=made.code, answers=said, by=by, as_at=as_at)
    submit_claim(claim_code=made.code, by=by, as_at=as_at)
    sent = claims.get(code=made.code)
    assert sent is not None
    return sent


def awarded(claim: Claim, *, as_at: datetime) -> Award:
    """Staff find nothing unusual, and she is paid from the day she claimed."""
    sets = {each.questions.name: each.questions for each in registry.scheme(claim.scheme).further}
    go_on_with_claim(claim.code)
    while asked := claims.asked_in_claim(claim_id=claim.id, state="asked"):
        for each in asked:
            said = {q.fact: STORY.others[each.questions].get(q.fact, _NO_TROUBLE.get(q.kind.name))
                    for q in sets[each.questions]}
            answer_further(asked_code=each.code, answers=said, by=SYSTEM, as_at=as_at)
            send_further(asked_code=each.code, by=SYSTEM, as_at=as_at)
        go_on_with_claim(claim.code)
    return Award.objects.get(claim=claim)
