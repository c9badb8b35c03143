"""Asking for an advance, the same at every door: what can be had, how it is paid back, and agreeing to that."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from markupsafe import Markup

from entitle.blueprint import registry
from entitle.blueprint.advances import Instalment, Offer, schedule
from entitle.blueprint.confidential import without_confidential
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.kernel.words import Words
from entitle.pages.explanation import Explanation, explain
from entitle.pages.language import language
from entitle.pages.many_questions import Read, error_list, fields_of, read_all
from entitle.pages.refusal import why
from entitle.payments import queries as payments
from entitle.payments.models import Advance
from entitle.procedures.ask_for_advance import ask_for_advance
from entitle.procedures.check_advance import check_advance
from entitle.procedures.errors import NotDone
from entitle.procedures.work_out_advance import work_out_advance
from entitle.questions.bank.advances import IN_NEED, OVER, PENCE, advance_questions

_OVER = (6, 12, 18, 24)


@dataclass(frozen=True)
class AdvanceForm:
    """What a page shows: what was asked for before; what can be had; the form, or how it would be paid back."""

    can_ask: bool = False
    made: Advance | None = None
    instalments: tuple[Instalment, ...] = ()
    offer: Offer | None = None
    explanation: Explanation | None = None
    fields: list[Markup] = field(default_factory=list)
    posted: dict[str, str] = field(default_factory=dict)
    """What was answered, to be sent again with the agreement."""
    pence: Pence = 0
    errors: list[dict[str, str]] = field(default_factory=list)
    sent: Advance | None = None


def advance_form(request: HttpRequest, *, claim: Claim, by: Actor, as_at: Instant) -> AdvanceForm:
    """GET shows the form; a POST is checked and shown as it would be paid back; a POST that agrees is sent."""
    made = payments.advance_of_claim(claim_id=claim.id)
    if made is not None and made.state != "refused":
        return AdvanceForm(made=made, instalments=schedule(pence=made.pence, payments=made.payments))
    can_ask, offer = work_out_advance(claim=claim, by=by, as_at=as_at)
    if not can_ask:
        return AdvanceForm(made=made)
    questions = advance_questions(number for number in _OVER if offer is None or number <= offer.most_payments)
    read = read_all(request, questions) if request.method == "POST" else Read()
    shown: dict[str, Any] = {"can_ask": True, "made": made, "offer": offer, "explanation": _explained(claim, offer)}
    if request.method != "POST" or read.errors or "again" in request.POST:
        return AdvanceForm(**shown, fields=fields_of(questions, {}, read), errors=error_list(read.errors))
    pence, over = int(read.answers[PENCE]), int(read.answers[OVER])
    agrees = request.POST.get("agreed") == "yes"
    sent = None
    try:
        if agrees:
            sent = ask_for_advance(claim_code=claim.code, pence=pence, over=over, agreed=True, by=by, as_at=as_at,
                                   in_need=bool(read.answers[IN_NEED]))
        else:
            check_advance(offer=offer, pence=pence, over=over, as_at=as_at)
    except NotDone as refusal:
        told = why(refusal) or str(refusal)
        return AdvanceForm(**shown, fields=fields_of(questions, {}, read),
                           errors=[{"text": told, "href": f"#{questions[0].field_id}"}])
    posted = {name: text for name, text in request.POST.items()
              if isinstance(text, str) and name.startswith("advance-")}
    return AdvanceForm(**shown, posted=posted, pence=pence, instalments=schedule(pence=pence, payments=over), sent=sent)


def _explained(claim: Claim, offer: Offer | None) -> Explanation | None:
    """How the most was worked out, without what others said in confidence."""
    if offer is None:
        return None
    scheme = registry.scheme(claim.scheme)
    labels: dict[str, Words] = {fact.name: fact.label for fact in scheme.dictionary.values()}
    said = claims.draft_of(claim_id=claim.id) if scheme.further else {}
    told = without_confidential(offer.trace.to_json(), scheme=scheme, facts=said, language=language())
    return explain(trace=told, labels=labels) if told else None
