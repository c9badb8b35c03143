"""Whether a claim that was sent on is one that is in already: the same answers, however they are written."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from entitle.blueprint.scheme import Scheme
from entitle.claims.alike import is_same
from entitle.claims.models import Claim
from entitle.claims.problem import Problem
from entitle.facts.fact import from_json
from entitle.kernel.periods import Instant
from entitle.procedures.gather_facts import gather_facts
from entitle.questions.kinds.answering import shortened
from entitle.questions.walk import on_path

_DIFFERS = "{code}, which is in already, says: {held}. Where this is right, report the change; then refuse this one."


def compare_intake(*, claim: Claim, scheme: Scheme, answers: Mapping[str, Any], as_at: Instant) -> list[Problem]:
    """Where the answers (as stored, by fact) are not those of the claim; what was left blank says nothing."""
    held = gather_facts(claim=claim, scheme=scheme, as_at=as_at)
    problems = []
    for fact, value in on_path(scheme.claim, {**held, **answers}).items():
        if answers.get(fact) is None or is_same(from_json(scheme.dictionary[fact], answers[fact]), held.get(fact)):
            continue
        question = scheme.claim.question(fact)
        problems.append(Problem(
            fact, shortened(question.summary(value)),
            _DIFFERS.format(code=claim.code, held=shortened(question.summary(held.get(fact))))))
    return problems
