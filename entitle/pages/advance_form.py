"""Asking for an advance, the same at every door: what can be had, how it is paid back, and agreeing to that."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from markupsafe import Markup

from entitle.awards import queries as awards
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
from entitle.procedures.work_out_one_off import work_out_one_off
from entitle.questions.bank.advances import (
    COST,
    COSTS,
    FOR_WORK,
    IN_NEED,
    OVER,
    PENCE,
    advance_questions,
    one_off_questions,
)

_OVER = (6, 12, 18, 24)


@dataclass(frozen=True)
class AdvanceForm:
    """What a page shows: what was asked for before; what can be had; the form, or how it would be paid back."""

    one_off: bool = False
    """Whether it is for a one-off cost, because the award is in payment: else it is of the first payment."""
    can_ask: bool = False
    only_for_work: bool = False
    """Whether what can be had of a one-off advance is only to get or keep work."""
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
    one_off = is_for_one_off(claim)
    made = payments.advance_of_claim(claim_id=claim.id, one_off=one_off)
    if made is not None and made.state != "refused":
        return AdvanceForm(one_off, made=made, instalments=schedule(pence=made.pence, payments=made.payments))
    can_ask, only_for_work, offer = _worked_out(claim, one_off, by, as_at)
    if not can_ask:
        return AdvanceForm(one_off, made=made)
    choices = tuple(number for number in _OVER if offer is None or number <= offer.most_payments)
    questions = one_off_questions(choices) if one_off else advance_questions(choices)
    read = read_all(request, questions) if request.method == "POST" else Read()
    shown: dict[str, Any] = {"one_off": one_off, "can_ask": True, "only_for_work": only_for_work, "made": made,
                             "offer": offer, "explanation": _explained(claim, offer)}
    if request.method != "POST" or read.errors or "again" in request.POST:
        return AdvanceForm(**shown, fields=fields_of(questions, {}, read), errors=error_list(read.errors))
    pence, over = int(read.answers[PENCE]), int(read.answers[OVER])
    agrees = request.POST.get("agreed") == "yes"
    sent = None
    try:
        if agrees:
            sent = ask_for_advance(claim_code=claim.code, pence=pence, over=over, agreed=True, by=by, as_at=as_at,
                                   in_need=bool(read.answers.get(IN_NEED, True)), cost=read.answers.get(COST, ""))
        else:
            for_it = work_out_one_off(claim=claim, cost=read.answers[COST], by=by, as_at=as_at)[1] if one_off else offer
            check_advance(offer=for_it, pence=pence, over=over, as_at=as_at)
    except NotDone as refusal:
        told = why(refusal) or str(refusal)
        how_much = next(question for question in questions if question.fact == PENCE)
        return AdvanceForm(**shown, fields=fields_of(questions, {}, read),
                           errors=[{"text": told, "href": f"#{how_much.field_id}"}])
    posted = {name: text for name, text in request.POST.items()
              if isinstance(text, str) and name.startswith("advance-")}
    return AdvanceForm(**shown, posted=posted, pence=pence, instalments=schedule(pence=pence, payments=over), sent=sent)


def is_for_one_off(claim: Claim) -> bool:
    """Whether an advance asked for on a claim now would be for a one-off cost: its award is in payment."""
    has_them = registry.scheme(claim.scheme).one_off is not None
    return has_them and awards.in_payment_of_claim(claim_id=claim.id) is not None


def _worked_out(claim: Claim, one_off: bool, by: Actor, as_at: Instant) -> tuple[bool, bool, Offer | None]:
    """Whether one can be asked for, whether only for work, and what can be had: of one-off costs, for whatever is not
    work, or for work where there is nothing else."""
    if not one_off:
        can_ask, offer = work_out_advance(claim=claim, by=by, as_at=as_at)
        return can_ask, False, offer
    can_ask, offer = work_out_one_off(claim=claim, cost=next(iter(COSTS)), by=by, as_at=as_at)
    if offer is None or offer.most_pence:
        return can_ask, False, offer
    _, for_work = work_out_one_off(claim=claim, cost=FOR_WORK, by=by, as_at=as_at)
    return (can_ask, True, for_work) if for_work is None or for_work.most_pence else (can_ask, False, offer)


def _explained(claim: Claim, offer: Offer | None) -> Explanation | None:
    """How the most was worked out, without what others said in confidence."""
    if offer is None:
        return None
    scheme = registry.scheme(claim.scheme)
    labels: dict[str, Words] = {fact.name: fact.label for fact in scheme.dictionary.values()}
    said = claims.draft_of(claim_id=claim.id) if scheme.further else {}
    told = without_confidential(offer.trace.to_json(), scheme=scheme, facts=said, language=language())
    return explain(trace=told, labels=labels) if told else None
