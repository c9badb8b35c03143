"""Whoever else answers in a claim, as an officer reads it: what is waited for, and what was answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from entitle.blueprint.scheme import FurtherQuestions, Scheme
from entitle.claims import queries as claims
from entitle.claims.models import Claim, SetAsked
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.facts.fact import from_json

_REPORTS_SHOWN = 6


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


def answers_of_others(
    claim: Claim, scheme: Scheme, may_look: Callable[[Customer], bool]
) -> list[dict[str, Any]]:
    """What was answered in the sets that were sent, in their order; of reports, those of the last few periods.

    `may_look` writes the look at the record of whoever answered; answers that it says no to are not shown.
    """
    asked = claims.asked_in_claim(claim_id=claim.id, state="answered")
    reports = [each for each in asked if each.period_from is not None][-_REPORTS_SHOWN:]
    asked = [each for each in asked if each.period_from is None or each in reports]
    people = {each.customer.id: each.customer for each in asked if each.customer}
    people.pop(claim.customer_id, None)
    shut = {number for number, person in people.items() if not may_look(person)}
    open_to_officer = [each for each in asked if each.customer_id not in shut]
    answers = claims.answers_in_sets(claim_ids=[claim.id])
    shown = []
    for each, whom in zip(open_to_officer, _names(open_to_officer), strict=True):
        further, given = _set(scheme, each), answers.get(each.id, {})
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
    """Each one's part in the claim, and their name where they are somebody whose record is not restricted."""
    people = [each.customer for each in asked if each.customer]
    names = customers.names_of([person.id for person in people if not person.is_restricted])
    return [
        ", ".join(filter(None, [each.role.replace("_", " ").capitalize(), names.get(each.customer_id or 0, "")]))
        for each in asked
    ]


def _set(scheme: Scheme, asked: SetAsked) -> FurtherQuestions:
    return next(each for each in scheme.further if each.questions.name == asked.questions)
