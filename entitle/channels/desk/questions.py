"""A professional's questions of a claim, on the same walk as anyone's: each look at the record is written first."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk.claim import answers_shown
from entitle.channels.desk.frame import desk, framed, now, officer, show
from entitle.channels.desk.looking import open_record
from entitle.claims import queries as claims
from entitle.claims.models import SetAsked
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.kernel.references import Reference
from entitle.pages.answer_checks import answer_checks
from entitle.pages.further_walk import about_further, further_walk
from entitle.pages.walk_view import Walk, ask, check
from entitle.procedures.errors import NotFound
from entitle.procedures.gather_further import FurtherDraft, gather_further
from entitle.procedures.guard_further import guard_further
from entitle.procedures.send_further import send_further
from entitle.work import queries as work


@desk("questions.answer")
def start(request: HttpRequest, code: str) -> HttpResponse:
    """What is asked, by when, and what the claimant said that bears on it."""
    draft = _draft(request, code)
    claim = draft.asked.claim
    return show(
        request,
        "questions.html",
        draft=draft,
        claim=claim,
        name=customers.names_of([claim.customer_id])[claim.customer_id],
        answers=answers_shown(draft.scheme, _of_health(draft)),
        next_url=_walk(request, draft).next_url if draft.asked.state == "asked" else "",
        back_url=reverse("desk-queue"),
        **about_further(draft),
    )


@desk("questions.answer")
def question(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    draft = _draft(request, code)
    if draft.asked.state != "asked":
        return redirect("desk-questions", code)
    return ask(request, walk=_walk(request, draft), slug=slug)


@desk("questions.answer")
def check_answers(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows every answer; POST sends them, and the work is done."""
    draft = _draft(request, code)
    if draft.asked.state != "asked":
        return redirect("desk-questions", code)

    def send() -> HttpResponse:
        send_further(asked_code=code, by=officer(request), as_at=now())
        messages.success(request, f"{draft.questions.title.en}: sent. The claim goes on.")
        return redirect("desk-queue")

    return check(request, walk=_walk(request, draft), send=send, submit_words="Send")


def _of_health(draft: FurtherDraft) -> dict[str, claims.AnswerGiven]:
    """Of the claimant's answers, those about their health and their days: not who they are, nor where they are paid."""
    dictionary = draft.scheme.dictionary
    given = claims.answers_of(claim_id=draft.asked.claim_id)
    return {fact: answer for fact, answer in given.items()
            if fact in dictionary and dictionary[fact].sensitivity == "special"}


def _draft(request: HttpRequest, code: str) -> FurtherDraft:
    """The set, once the look is in history. Raises NotFound, and NotPermitted for another profession's."""
    asked = claims.asked(code=code)
    if asked is None or asked.customer_id is not None:
        raise NotFound("Nothing is asked with that reference.")
    guard_further(asked=asked, by=officer(request), as_at=now())
    open_record(request, asked.claim.customer_id, work_code=_work_of(asked))
    return gather_further(asked=asked, as_at=now())


def _work_of(asked: SetAsked) -> str:
    found = work.about(Reference("set_asked", asked.id), kind="questions.answer")
    return found[-1].code if found else asked.code


def _walk(request: HttpRequest, draft: FurtherDraft) -> Walk:
    code = draft.asked.code
    return further_walk(
        draft=draft,
        by=officer(request),
        now=clock.now,
        question_url=lambda slug: reverse("desk-questions-question", args=[code, slug]),
        check_url=reverse("desk-questions-check", args=[code]),
        start_url=reverse("desk-questions", args=[code]),
        leave_url=reverse("desk-questions", args=[code]),
        checks=answer_checks(today=clock.today()),
        layout="desk/layout.html",
        service_name="Desk",
        by_staff=True,
        extra=framed(request),
    )
