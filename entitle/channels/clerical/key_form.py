"""A form that came back, keyed in its own order on one page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.channels.clerical.frame import Paper, of_claim, page_context
from entitle.channels.clerical.received_day import RECEIVED_PARTS, received_day
from entitle.claims import queries as claims
from entitle.facts.fact import from_json
from entitle.kernel.periods import london_date
from entitle.pages.access import permission
from entitle.pages.answer_checks import answer_checks
from entitle.pages.claim_draft import ClaimDraft
from entitle.pages.formats import say
from entitle.pages.language import language
from entitle.pages.many_questions import Read, error_list, fields_of, left_blank, read_all
from entitle.procedures.errors import NotDone
from entitle.procedures.key_in_form import key_in_form
from entitle.questions.channels import left_to_ask
from entitle.questions.question import Question


@permission("paper.enter")
@of_claim
def key(request: HttpRequest, paper: Paper, draft: ClaimDraft) -> HttpResponse:
    """The day it arrived and what it says. A blank stays unanswered; with an error, all that was typed is kept."""
    if draft.claim.state != "draft":
        return redirect("clerical_sent", draft.claim.code)
    questions = _on_the_form(draft)
    if request.method != "POST":
        return _page(request, paper, draft, questions, Read())
    read = read_all(request, questions, checks=answer_checks(today=london_date(paper.as_at)), blanks_stay=True)
    received_on, wrong_day = received_day(request, london_date(paper.as_at))
    if read.errors or read.shown_again or received_on is None:
        return _page(request, paper, draft, questions, read, "" if read.shown_again else wrong_day)
    later = "later" in request.POST
    blank = {} if later else left_blank(read, draft.scheme.claim, draft.answers, draft.known)
    try:
        key_in_form(
            claim_code=draft.claim.code,
            received_on=received_on,
            answers={**blank, **read.answers},
            by=paper.by,
            as_at=paper.as_at,
        )
    except NotDone as problem:
        return _page(request, paper, draft, questions, read, str(problem))
    if later:
        return redirect(paper.url)
    return redirect(f"{reverse('clerical_check', args=[draft.claim.code])}?received={received_on.isoformat()}")


def _on_the_form(draft: ClaimDraft) -> list[Question]:
    """The questions that no other door has answered; what was keyed before may be put right."""
    elsewhere = {
        fact: given.value
        for fact, given in claims.answers_of(claim_id=draft.claim.id).items()
        if given.channel != "clerical"
    }
    return left_to_ask(draft.scheme.claim, {**draft.known, **elsewhere})


def _page(
    request: HttpRequest, paper: Paper, draft: ClaimDraft, questions: list[Question], read: Read, wrong_day: str = ""
) -> HttpResponse:
    values: dict[str, Any] = {
        question.fact: from_json(draft.scheme.dictionary[question.fact], draft.answers[question.fact])
        for question in questions
        if draft.answers.get(question.fact) is not None
    }
    numbers = draft.scheme.claim.numbers
    rows = [
        (numbers[question.fact], field, question.when.in_words(language(), numbers) if question.when else "")
        for question, field in zip(questions, fields_of(questions, values, read), strict=True)
    ]
    errors = [*([{"text": wrong_day, "href": "#received-day"}] if wrong_day else []), *error_list(read.errors)]
    return render(
        request,
        "clerical/key.html",
        page_context(
            page_title="Key in a form",
            paper=paper,
            caption=f"{paper.name}, {draft.claim.code}",
            title=say(draft.scheme.title),
            rows=rows,
            typed={part: request.POST.get(f"received-{part}", "") for part in RECEIVED_PARTS},
            wrong_day=wrong_day,
            save="Save and check",
            other={"name": "later", "text": "Save and key the rest later"},
            error_list=errors,
            back_url=paper.url,
        ),
        status=422 if errors else 200,
    )
