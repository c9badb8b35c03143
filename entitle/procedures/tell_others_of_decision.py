"""Write to the others in a claim about its decision, where the benefit has a letter for their part."""
from __future__ import annotations

from entitle.blueprint.scheme import Scheme
from entitle.claims import queries as claims
from entitle.decisions.models import Decision
from entitle.kernel.periods import Instant
from entitle.procedures.announce import announce
from entitle.procedures.known_of_decision import known_of_decision

_LETTERS = {"entitled": "decision_{role}", "refused": "decision_refused_{role}"}


def tell_others_of_decision(*, decision: Decision, scheme: Scheme, as_at: Instant) -> None:
    """In each one's own language. Of the claimant's account and paydays they are told nothing."""
    written = scheme.letters.names if scheme.letters and scheme.further else ()
    for party in claims.parties_of(claim_id=decision.claim_id) if written else ():
        letter = _LETTERS[decision.result].format(role=party.role)
        if letter in written and party.customer_id != decision.customer_id:
            known = known_of_decision(
                decision=decision, scheme=scheme, language=party.customer.language, as_at=as_at, role=party.role)
            announce(customer=party.customer, scheme=scheme.name, letter=letter, claim=decision.claim, known=known,
                     as_at=as_at)
