"""Claims by telephone: the questions of one benefit, or of several asked as one, with the same checks as at any door.

An address names the claims of a conversation by their codes, joined by "+", and "council" for the council's form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from entitle.channels.telephone.calls import Call, in_call_on, note, page_context
from entitle.channels.telephone.promises import promises_to
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.gateways import clock
from entitle.pages.access import permission, permissions
from entitle.pages.answer_checks import answer_checks
from entitle.pages.formats import say
from entitle.pages.gathered import COUNCIL, Gathered, gather_drafts
from entitle.pages.language import language
from entitle.pages.walk_view import Walk, ask, slug_of
from entitle.pages.walk_view import check as check_walk
from entitle.procedures.answer_together import answer_together
from entitle.procedures.errors import NotFound
from entitle.procedures.start_together import start_together
from entitle.procedures.submit_together import submit_together
from entitle.questions.channels import ScriptLine, script_line
from entitle.questions.kinds import Repeat
from entitle.questions.question import Question


@dataclass(frozen=True)
class Said:
    """What to say for one question, and for each part of a list."""

    line: ScriptLine
    parts: tuple[ScriptLine, ...] = ()


@permission("claim.take")
@require_POST
@in_call_on("claims")
def start(request: HttpRequest, call: Call, scheme: str) -> HttpResponse:
    """Begin the claim, or go on with the one begun by any door, at its first unanswered question."""
    return begin(request, call, [scheme])


def begin(request: HttpRequest, call: Call, schemes: Sequence[str], *, for_council: bool = False) -> HttpResponse:
    """The first question of these benefits' claims, asked as one."""
    claims_begun = start_together(schemes=schemes, customer_id=call.customer.id, by=call.by, as_at=call.as_at)
    for claim in claims_begun:
        note(request, call, f"Took the claim {claim.code}.")
    return redirect(_walk(call, gather_drafts(claims=claims_begun, as_at=call.as_at, for_council=for_council)).next_url)


@permission("claim.take")
@in_call_on("claims")
def question(request: HttpRequest, call: Call, claim: str, slug: str) -> HttpResponse:
    """One question: what to say, the fields to fill, who wants to know, and beside it guidance and our promises."""
    gathered = _gathered(call, claim)
    asked = next((each for each in gathered.questions if slug_of(each.fact) == slug), None)
    extra = {"said": said_for(asked, call.language), "guides": gathered.guides(asked.fact),
             "wanted_by": gathered.wanted_by(asked.fact),
             "promises": promises_to(customer_id=call.customer.id, as_at=call.as_at)} if asked else {}
    return ask(request, walk=_walk(call, gathered, **extra), slug=slug)


@permission("claim.take")
@in_call_on("claims")
def check(request: HttpRequest, call: Call, claim: str) -> HttpResponse:
    """The answers, read back; then each claim is sent."""
    gathered = _gathered(call, claim)
    if gathered.claims[0].state != "draft":
        return redirect("telephone_sent", call.code, claim)
    declaration = gathered.questions.declaration

    def send() -> HttpResponse:
        for sent in submit_together(claim_codes=gathered.codes, council_form=gathered.for_council, by=call.by,
                                    as_at=call.as_at):
            note(request, call, f"Sent the claim {sent.claim_code}.")
        return redirect("telephone_sent", call.code, claim)

    return check_walk(
        request,
        walk=_walk(call, gathered, read_back=declaration[call.language] if declaration else ""),
        send=send,
        submit_words="Send the claim" if len(gathered.drafts) == 1 else "Send the claims",
    )


@permission("claim.take")
@in_call_on("claims")
def stop(request: HttpRequest, call: Call, claim: str) -> HttpResponse:
    """The caller would rather finish another way: what to tell them."""
    gathered = _gathered(call, claim)
    for code in gathered.codes:
        note(request, call, f"Stopped the claim {code} part way: it may be finished online, by telephone or on paper.")
    path = gathered.path
    return render(
        request,
        "telephone/stop.html",
        page_context(
            call,
            page_title="Stop here",
            allowed=permissions(request),
            gathered=gathered,
            path=path,
            title=say(gathered.title),
            left=len(path.ahead) + (1 if path.next else 0),
            back_url=_walk(call, gathered).next_url,
        ),
    )


def said_for(question: Question, spoken: str) -> Said:
    """The script of a question: what is said aloud in the customer's language, what the agent does in their own."""
    aloud = script_line(question, spoken, question.when, question.say)
    own = script_line(question, language(), question.when, question.say)
    parts = question.kind.questions if isinstance(question.kind, Repeat) else ()
    return Said(
        replace(aloud, check=own.check, ask_only_if=own.ask_only_if), tuple(script_line(part, spoken) for part in parts)
    )


def claims_of(call: Call, codes: str) -> list[Claim]:
    """Raises NotFound for a claim that is not this caller's."""
    found = [claims.get(code=code) for code in codes.split("+") if code != COUNCIL]
    own = [claim for claim in found if claim is not None and claim.customer_id == call.customer.id]
    if not own or len(own) < len(found):
        raise NotFound("This customer has no claim with that reference.")
    return own


def _gathered(call: Call, codes: str) -> Gathered:
    return gather_drafts(claims=claims_of(call, codes), as_at=call.as_at, for_council=COUNCIL in codes.split("+"))


def _walk(call: Call, gathered: Gathered, **extra: Any) -> Walk:
    code = gathered.code

    def save(answers: dict[str, Any]) -> None:
        answer_together(claim_codes=gathered.codes, answers=answers, council_form=gathered.for_council, by=call.by,
                        as_at=clock.now())

    return Walk(
        question_set=gathered.questions,
        answers=gathered.answers,
        known=gathered.known,
        save=save,
        question_url=lambda slug: reverse("telephone_question", args=[call.code, code, slug]),
        check_url=call.address("telephone_check", code),
        start_url=call.url,
        leave_url=call.address("telephone_stop", code),
        checks=answer_checks(today=clock.today()),
        caption=gathered.title,
        layout="telephone/layout.html",
        template="telephone/question.html",
        by_staff=True,
        service_name="Telephone",
        extra=page_context(call, gathered=gathered, **extra),
    )
