"""Ask the customer for what proves a fact. The clock on the decision stops until it comes."""

from __future__ import annotations

from django.db import transaction

from entitle.blueprint import registry
from entitle.claims import operations as claims
from entitle.evidence import operations as evidence
from entitle.evidence.models import EvidenceRequest
from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.procedures.announce import announce
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.guard_record import guard_record
from entitle.questions.bank.documents import document_words
from entitle.standards import agency, target_on
from entitle.work import operations as work


def ask_for_evidence(*, claim_code: str, fact: str, document_kind: str, by: Actor, as_at: Instant) -> EvidenceRequest:
    """One request for one document that proves one fact. Raises NotDone where the scheme does not ask for that."""
    with transaction.atomic():
        claim = claims.lock(code=claim_code)
        if claim is None:
            raise NotFound("There is no claim with that reference.")
        guard_record(customer_id=claim.customer_id, by=by, as_at=as_at)
        scheme = registry.scheme(claim.scheme)
        if document_kind not in scheme.evidence.get(fact, ()):
            raise NotDone(f"{scheme.title} does not ask for '{document_kind}' to prove that.")
        about = Reference("claim", claim.id)
        standard = agency()["evidence_return"]
        due_on = target_on(standard, london_date(as_at), division=claim.customer.division)
        asked = evidence.ask(
            about=about,
            customer_id=claim.customer_id,
            fact=fact,
            document_kind=document_kind,
            due_on=due_on,
            as_at=as_at,
        )
        if claim.state == "received":
            claims.move(claim=claim, event="evidence_awaited", as_at=as_at)
            work.pause(about=about, kind="claim.decide", as_at=as_at)
        history.write(
            code="evidence.asked_for",
            about=about,
            customer_id=claim.customer_id,
            by=by,
            at=as_at,
            refers_to=Reference("evidence_request", asked.id),
        )
        language = claim.customer.language
        announce(
            customer=claim.customer,
            scheme=claim.scheme,
            claim=claim,
            as_at=as_at,
            letter="evidence_needed",
            known={
                "due_on": due_on,
                "wanted": [
                    {"what": document_words(document_kind)[language], "why": scheme.dictionary[fact].label[language]}
                ],
            },
        )
        return asked
