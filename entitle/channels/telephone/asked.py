"""Further questions in a call: asked of whoever is on the line, and of them alone."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.telephone.calls import Call, in_call_on, note, page_context
from entitle.channels.telephone.script import said_for
from entitle.claims import queries as claims
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.answer_checks import answer_checks
from entitle.pages.formats import say
from entitle.pages.further_walk import further_walk, title_of
from entitle.pages.walk_view import Walk, ask, slug_of
from entitle.pages.walk_view import check as check_walk
from entitle.procedures.errors import NotFound
from entitle.procedures.gather_further import FurtherDraft, gather_further
from entitle.procedures.send_further import send_further


@permission("claim.take")
@in_call_on("claims")
def start(request: HttpRequest, call: Call, asked: str) -> HttpResponse:
    """Where they left off, by whatever door."""
    return redirect(_walk(call, _draft(call, asked)).next_url)


@permission("claim.take")
@in_call_on("claims")
def question(request: HttpRequest, call: Call, asked: str, slug: str) -> HttpResponse:
    """One question: what to say, and the fields to fill."""
    draft = _draft(call, asked)
    found = next((each for each in draft.questions if slug_of(each.fact) == slug), None)
    extra = {"said": said_for(found, call.language)} if found else {}
    return ask(request, walk=_walk(call, draft, **extra), slug=slug)


@permission("claim.take")
@in_call_on("claims")
def check(request: HttpRequest, call: Call, asked: str) -> HttpResponse:
    """The answers, read back; then they are sent."""
    draft = _draft(call, asked)
    declaration = draft.questions.declaration

    def send() -> HttpResponse:
        send_further(asked_code=asked, by=call.by, as_at=call.as_at)
        note(request, call, f"Took the questions {asked}: {draft.questions.title.en}.")
        request.session["telephone_done"] = [
            "Answers sent", "Thank you. We go on with the claim as soon as nothing else is waited for."]
        return redirect("telephone_done", call.code)

    walk = _walk(call, draft, read_back=declaration[call.language] if declaration else "")
    return check_walk(request, walk=walk, send=send, submit_words="Send the answers")


def asked_in_call(call: Call) -> list[dict[str, Any]]:
    """What the caller is asked, for their page: never what anyone else in a claim is."""
    return [{"title": say(title_of(each)), "due_on": each.due_on, "code": each.code,
             "href": call.address("telephone_asked", each.code)}
            for each in claims.asked_of(customer_id=call.customer.id)]


def _draft(call: Call, code: str) -> FurtherDraft:
    """Raises NotFound for what is asked of anybody but the caller."""
    asked = claims.asked(code=code)
    if asked is None or asked.customer_id != call.customer.id or asked.state != "asked":
        raise NotFound("This customer is asked nothing with that reference.")
    return gather_further(asked=asked, as_at=call.as_at)


def _walk(call: Call, draft: FurtherDraft, **extra: Any) -> Walk:
    code = draft.asked.code
    return further_walk(
        draft=draft,
        by=call.by,
        now=clock.now,
        question_url=lambda slug: reverse("telephone_asked_question", args=[call.code, code, slug]),
        check_url=call.address("telephone_asked_check", code),
        start_url=call.url,
        leave_url=call.url,
        checks=answer_checks(today=clock.today()),
        layout="telephone/layout.html",
        template="telephone/question.html",
        by_staff=True,
        service_name="Telephone",
        extra=page_context(call, **extra),
    )
