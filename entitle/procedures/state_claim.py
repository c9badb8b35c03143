"""What a claimant has said so far, item by item, as any door shows it to be checked."""
from __future__ import annotations

from entitle.blueprint import registry
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.customers import queries as customers
from entitle.facts.fact import from_json
from entitle.kernel.periods import Instant
from entitle.questions.statement import Item, statement


def state_claim(*, claim: Claim, language: str, as_at: Instant) -> tuple[Item, ...]:
    """Read only. What the record holds counts where it would do as an answer; nothing is filled in for a blank."""
    scheme = registry.scheme(claim.scheme)
    held = customers.values_known(customer_id=claim.customer_id, as_at=as_at)
    known = {
        question.fact: held[question.fact] for question in scheme.claim
        if held.get(question.fact) is not None
        and not question.check(from_json(scheme.dictionary[question.fact], held[question.fact]))
    }
    return statement(scheme.claim, claims.draft_of(claim_id=claim.id), known, language)
