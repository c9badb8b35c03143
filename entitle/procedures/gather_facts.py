"""Everything known that bears on a claim: the record's facts, with this claim's own answers over them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from entitle.blueprint.scheme import Scheme
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.customers import queries as customers
from entitle.facts.fact import from_json
from entitle.kernel.periods import Instant


def gather_facts(*, claim: Claim, scheme: Scheme, as_at: Instant, on: date | None = None,
                 answers: Mapping[str, claims.AnswerGiven] | None = None) -> dict[str, Any]:
    """Facts by name as Python has them, for the rules and for the walk through the questions.

    What was put right on the record after an answer was given wins over that answer: both carry the moment that we
    knew them. None is an optional question left blank. `on` is the day they are to be true on (today). `answers` are
    the claim's, where the caller has read them.
    """
    latest = {
        name: (known.value, known.known_at)
        for name, known in customers.facts_known(customer_id=claim.customer_id, as_at=as_at, on=on).items()
        if not _only_a_postcode(known.value)
    }
    for name, answer in (_answers(claim, scheme) if answers is None else answers).items():
        if name not in latest or (answer.value is not None and answer.answered_at >= latest[name][1]):
            latest[name] = (answer.value, answer.answered_at)
    dictionary = scheme.dictionary
    values = {
        name: from_json(dictionary[name], value) if name in dictionary else value for name, (value, _) in latest.items()
    }
    return values | {"claim.made_on": claim.protected_on}


def _answers(claim: Claim, scheme: Scheme) -> Mapping[str, claims.AnswerGiven]:
    """The claimant's, with what others have sent where the scheme asks them."""
    return claims.answers_that_count(claim_id=claim.id) if scheme.further else claims.answers_of(claim_id=claim.id)


def _only_a_postcode(value: Any) -> bool:
    """An address of which a customer gave only the postcode, to prove who they are: the rest is still to be asked."""
    return isinstance(value, dict) and "postcode" in value and not value.get("lines")
