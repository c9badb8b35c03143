"""Write down what became of a claim that was sent on: it has passed, or someone must put it right."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from entitle.blueprint import registry
from entitle.claims import operations as claims
from entitle.claims.models import Intake
from entitle.claims.problem import Problem
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Actor, Reference
from entitle.procedures.heed_words import heed_words
from entitle.standards import agency
from entitle.work import operations as work
from entitle.work import queries

KIND = "intake.settle"


def settle_intake(*, intake: Intake, problems: Sequence[Problem], as_at: Instant) -> None:
    """Inside the transaction of its passing. However often it stops, there is one piece of work about it at a time."""
    about = Reference("intake", intake.id)
    code = "intake.stopped" if problems else "intake.passed"
    history.write(code=code, about=about, customer_id=intake.customer_id, by=SYSTEM, at=as_at,
                  refers_to=Reference("claim", intake.claim_id) if intake.claim_id else None)
    if not problems:
        claims.end_intake(intake=intake, event="passed", as_at=as_at)
        if queries.is_open(about=about, kind=KIND):
            by = Actor(role="staff", channel="clerical", user_id=intake.user_id) if intake.user_id else SYSTEM
            work.complete(about=about, kind=KIND, as_at=as_at, outcome="put right, and a claim", by=by)
        return
    if not queries.is_open(about=about, kind=KIND):  # what did not go in was said all the same
        heed_words(words=_said(intake), customer_id=intake.customer_id, channel=intake.channel, by=SYSTEM,
                   as_at=as_at)
    claims.stop_intake(intake=intake, problems=problems)
    customer, fields = intake.customer, dict.fromkeys(_label(intake, problem.field) for problem in problems)
    work.open(
        kind=KIND, about=about, customer_id=intake.customer_id, scheme=intake.scheme, origin_at=as_at, as_at=as_at,
        standard=agency()["stopped_intake"], note=", ".join(fields),
        language=customer.language if customer else "en")


def _said(intake: Intake) -> dict[str, Any]:
    """Their words; where nobody knows yet whose they are, under the reference of what was sent."""
    if intake.customer_id is not None:
        return intake.answers_now
    return {fact: f"{value} ({intake.code})" if isinstance(value, str) else value
            for fact, value in intake.answers_now.items()}


def _label(intake: Intake, field: str) -> str:
    facts = registry.scheme(intake.scheme).dictionary
    return facts[field].label.en if field in facts else "Whose record it is" if field == "record" else "The claim"
