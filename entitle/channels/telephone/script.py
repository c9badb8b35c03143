"""A claim by telephone: the scheme's own questions as a script, with the same checks as at any door."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from entitle.channels.telephone.calls import Call, in_call, note, page_context
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.gateways import clock
from entitle.pages.access import permission, permissions
from entitle.pages.claim_draft import ClaimDraft, claim_draft
from entitle.pages.formats import say
from entitle.pages.guidance import guidance
from entitle.pages.language import language
from entitle.pages.walk_view import Walk, ask, slug_of
from entitle.pages.walk_view import check as check_walk
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.errors import NotFound
from entitle.procedures.start_claim import start_claim
from entitle.procedures.submit_claim import submit_claim
from entitle.questions.channels import ScriptLine, script_line
from entitle.questions.kinds import Repeat
from entitle.questions.kinds.answering import Checks
from entitle.questions.question import Question


@dataclass(frozen=True)
class Said:
    """What to say for one question, and for each part of a list."""

    line: ScriptLine
    parts: tuple[ScriptLine, ...] = ()


@permission("claim.take")
@require_POST
@in_call
def start(request: HttpRequest, call: Call, scheme: str) -> HttpResponse:
    """Begin the claim, or go on with the one begun by any door, at its first unanswered question."""
    claim = start_claim(scheme=scheme, customer_id=call.customer.id, by=call.by, as_at=call.as_at)
    note(request, call, f"Took the claim {claim.code}.")
    return redirect(_walk(call, claim_draft(claim=claim, as_at=call.as_at)).next_url)


@permission("claim.take")
@in_call
def question(request: HttpRequest, call: Call, claim: str, slug: str) -> HttpResponse:
    """One question: what to say, and the fields to fill."""
    draft = _draft(call, claim)
    asked = next((each for each in draft.scheme.claim if slug_of(each.fact) == slug), None)
    extra = {"said": said_for(asked, call.language), "guide": guidance(draft.scheme, asked.fact)} if asked else {}
    return ask(request, walk=_walk(call, draft, **extra), slug=slug)


@permission("claim.take")
@in_call
def check(request: HttpRequest, call: Call, claim: str) -> HttpResponse:
    """The answers, read back; then the claim is sent."""
    draft = _draft(call, claim)
    if draft.claim.state != "draft":
        return redirect("telephone_sent", call.code, claim)
    declaration = draft.scheme.claim.declaration

    def send() -> HttpResponse:
        sent = submit_claim(claim_code=claim, by=call.by, as_at=call.as_at)
        note(request, call, f"Sent the claim {sent.claim_code}.")
        return redirect("telephone_sent", call.code, sent.claim_code)

    return check_walk(
        request,
        walk=_walk(call, draft, read_back=declaration[call.language] if declaration else ""),
        send=send,
        submit_words="Send the claim",
    )


@permission("claim.take")
@in_call
def stop(request: HttpRequest, call: Call, claim: str) -> HttpResponse:
    """The caller would rather finish another way: what to tell them."""
    draft = _draft(call, claim)
    note(request, call, f"Stopped the claim {claim} part way: it may be finished online, by telephone or on paper.")
    path = draft.path
    return render(
        request,
        "telephone/stop.html",
        page_context(
            call,
            page_title="Stop here",
            allowed=permissions(request),
            claim=draft.claim,
            path=path,
            title=say(draft.scheme.title),
            left=len(path.ahead) + (1 if path.next else 0),
            back_url=_walk(call, draft).next_url,
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


def claim_of(call: Call, code: str) -> Claim:
    """Raises NotFound for a claim that is not this caller's."""
    found = claims.get(code=code)
    if found is None or found.customer_id != call.customer.id:
        raise NotFound("This customer has no claim with that reference.")
    return found


def _draft(call: Call, code: str) -> ClaimDraft:
    return claim_draft(claim=claim_of(call, code), as_at=call.as_at)


def _walk(call: Call, draft: ClaimDraft, **extra: Any) -> Walk:
    code = draft.claim.code

    def save(answers: dict[str, Any]) -> None:
        answer_questions(claim_code=code, answers=answers, by=call.by, as_at=clock.now())

    return Walk(
        question_set=draft.scheme.claim,
        answers=draft.answers,
        known=draft.known,
        save=save,
        question_url=lambda slug: reverse("telephone_question", args=[call.code, code, slug]),
        check_url=call.address("telephone_check", code),
        start_url=call.url,
        leave_url=call.address("telephone_stop", code),
        checks=Checks(today=clock.today()),
        caption=draft.scheme.title,
        layout="telephone/layout.html",
        template="telephone/question.html",
        by_staff=True,
        service_name="Telephone",
        extra=page_context(call, claim=draft.claim, **extra),
    )
