"""Whoever else answers in a claim, as an officer reads it: what is waited for, and what was answered."""

from __future__ import annotations

from typing import Any

from entitle.blueprint.scheme import FurtherQuestions, Scheme
from entitle.claims import queries as claims
from entitle.claims.models import Claim, SetAsked
from entitle.customers import queries as customers
from entitle.facts.fact import from_json


def waited_for(claim: Claim, scheme: Scheme) -> list[dict[str, Any]]:
    """Each set still asked: of whom, what, since when, by when; and whether whoever it is has yet to be found."""
    asked = claims.asked_in_claim(claim_id=claim.id, state="asked")
    return [
        {
            "whom": whom,
            "what": _set(scheme, each).questions.title.en,
            "asked_at": each.asked_at,
            "due_on": each.due_on,
            "code": each.code,
            "is_lost": each.customer_id is None and each.role in scheme.roles,
        }
        for each, whom in zip(asked, _names(asked), strict=True)
    ]


def answers_of_others(claim: Claim, scheme: Scheme) -> list[dict[str, Any]]:
    """What was answered in the sets that were sent, in their order."""
    asked = claims.asked_in_claim(claim_id=claim.id, state="answered")
    shown = []
    for each, whom in zip(asked, _names(asked), strict=True):
        further = _set(scheme, each)
        given = claims.answers_in(asked_id=each.id)
        for question in further.questions:
            answer = given.get(question.fact)
            if answer is not None and answer.value is not None:
                value = from_json(scheme.dictionary[question.fact], answer.value)
                shown.append({
                    "whom": f"{whom}, in confidence" if further.confidential else whom,
                    "question": question.kind.called.en,
                    "answer": question.summary(value, "en"),
                    "channel": answer.channel,
                    "at": answer.answered_at,
                })
    return shown


def _names(asked: list[SetAsked]) -> list[str]:
    """Each one's part in the claim, and their name where they are somebody and not a profession."""
    names = customers.names_of([each.customer_id for each in asked if each.customer_id is not None])
    return [
        ", ".join(filter(None, [each.role.replace("_", " ").capitalize(), names.get(each.customer_id or 0, "")]))
        for each in asked
    ]


def _set(scheme: Scheme, asked: SetAsked) -> FurtherQuestions:
    return next(each for each in scheme.further if each.questions.name == asked.questions)
