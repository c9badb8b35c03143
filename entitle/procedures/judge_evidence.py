"""Accept a document, or not and why. When nothing asked for is outstanding, the clock runs again."""

from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.claims import operations as claims
from entitle.claims import queries as claimed
from entitle.claims.lifecycle import OPEN_STATES
from entitle.customers import operations as customers
from entitle.customers import queries as held
from entitle.evidence import operations as evidence
from entitle.evidence import queries
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


def judge_evidence(*, item_code: str, accepted: bool, reason: str = "", by: Actor, as_at: Instant) -> None:
    """Record the verdict. A document that was not scanned clean cannot be accepted; one refused needs a reason."""
    item = queries.item(code=item_code)
    if item is None:
        raise NotFound("There is no document with that reference.")
    guard_record(customer_id=item.customer_id, by=by, as_at=as_at)
    if accepted and item.sha256 and queries.scan_result(item_id=item.id) != "clean":
        raise NotDone("The virus scanner has not passed this file yet, so it cannot be accepted.")
    if not accepted and not reason.strip():
        raise NotDone("Say why it is not accepted: the customer will be told.")
    with transaction.atomic():
        evidence.judge(item=item, accepted=accepted, reason=reason, by=by, as_at=as_at)
        work.complete(
            about=Reference("evidence_item", item.id),
            kind="claim.evidence_review",
            as_at=as_at,
            outcome="accepted" if accepted else "not accepted",
            by=by,
        )
        history.write(
            code="evidence.accepted" if accepted else "evidence.not_accepted",
            about=Reference("evidence_item", item.id),
            customer_id=item.customer_id,
            by=by,
            at=as_at,
            reason=reason,
        )
        if accepted and item.request is not None:
            _prove(item.request, by=by, as_at=as_at)
        if not accepted and item.request is not None:
            _say_why(item.request, reason, as_at=as_at)


def _prove(asked: EvidenceRequest, *, by: Actor, as_at: Instant) -> None:
    """The fact it proves is now verified; a claim that waited for it goes on."""
    known = held.facts_known(customer_id=asked.customer_id, as_at=as_at).get(asked.fact)
    if known is not None:
        customers.hold_facts(
            customer_id=asked.customer_id,
            facts={asked.fact: known.value},
            source="evidence",
            source_reference=Reference("evidence_request", asked.id),
            as_at=as_at,
            verified=True,
        )
    if asked.about_kind != "claim" or queries.outstanding(about=Reference("claim", asked.about_id)):
        return
    claim = claims.lock(claim_id=asked.about_id)
    if claim is not None and claim.state == "waiting":
        claims.move(claim=claim, event="evidence_in", as_at=as_at)
        work.resume(about=Reference("claim", claim.id), kind="claim.decide", as_at=as_at)
        app.configure_task("try_to_decide", queue="decisions").defer(claim_code=claimed.code_of(claim_id=claim.id))


def _say_why(asked: EvidenceRequest, reason: str, *, as_at: Instant) -> None:
    """Tell the customer why, and by when to send another; nothing is asked for a claim that is over."""
    claim = claimed.by_id(claim_id=asked.about_id) if asked.about_kind == "claim" else None
    if claim is None or claim.state not in OPEN_STATES:
        return
    due_on = target_on(agency()["evidence_return"], london_date(as_at), division=claim.customer.division)
    what = document_words(asked.document_kind)[claim.customer.language]
    announce(customer=claim.customer, scheme=claim.scheme, claim=claim, as_at=as_at, letter="evidence_needed",
             known={"due_on": due_on, "wanted": [{"what": what, "why": reason}]})
