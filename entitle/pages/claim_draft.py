"""A claim as it stands, for any door to go on with: its answers, and what the record knows already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from entitle.blueprint import registry
from entitle.blueprint.scheme import Scheme
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.customers import queries as customers
from entitle.facts.fact import from_json
from entitle.kernel.periods import Instant
from entitle.questions.question_set import QuestionSet
from entitle.questions.walk import Path, walk


@dataclass(frozen=True)
class ClaimDraft:
    """`answers` are the claim's and `known` the record's, both as stored, by fact."""

    claim: Claim
    scheme: Scheme
    answers: dict[str, Any]
    known: dict[str, Any]

    @property
    def path(self) -> Path:
        return walk(self.scheme.claim, self.answers, self.known)


def claim_draft(*, claim: Claim, as_at: Instant) -> ClaimDraft:
    """The claim's answers, and what the record knows of what its benefit asks."""
    scheme = registry.scheme(claim.scheme)
    known = known_of(scheme.claim, customer_id=claim.customer_id, as_at=as_at)
    return ClaimDraft(claim, scheme, claims.draft_of(claim_id=claim.id), known)


def known_of(questions: QuestionSet, *, customer_id: int, as_at: Instant) -> dict[str, Any]:
    """A fact of the record that would not do as an answer (an address with only its postcode) is asked for."""
    held = customers.facts_known(customer_id=customer_id, as_at=as_at)
    known = {}
    for question in questions:
        value = held[question.fact].value if question.fact in held else None
        if value is not None and not question.check(from_json(questions.dictionary[question.fact], value)):
            known[question.fact] = value
    return known
