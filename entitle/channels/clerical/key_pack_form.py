"""A numbered form that came back, keyed in its own order: whose it is, and what they have claimed, is found after."""
from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.blueprint import registry
from entitle.channels.clerical.frame import CHANNEL, page_context
from entitle.channels.clerical.read_offline import read_offline, who_of
from entitle.channels.clerical.received_day import RECEIVED_PARTS, received_day
from entitle.claims import queries as claims
from entitle.claims.models import PackForm
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.answer_checks import answer_checks
from entitle.pages.formats import say
from entitle.pages.language import language
from entitle.pages.many_questions import Read, error_list, fields_of, left_blank, read_all
from entitle.pages.refusal import says_why_not
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.key_in_pack_form import key_in_pack_form
from entitle.questions.question import Question
from entitle.questions.question_set import QuestionSet


@permission("paper.enter")
@says_why_not
def key(request: HttpRequest, form: str) -> HttpResponse:
    """The day it arrived and what it says. One mistake of the reader's is shown; one of the writer's may be kept."""
    found = claims.pack_form(code=form)
    if found is None:
        raise NotFound("There is no form with that reference.")
    if found.state == "returned" and found.intake is not None:
        messages.info(request, f"Form {found.number} was keyed already. What became of it is here.")
        return redirect("clerical_intake", found.intake.code)
    questions = to_key(registry.scheme(found.pack.scheme).claim)
    if request.method != "POST":
        return _page(request, found, questions, Read())
    read = read_all(request, questions, checks=answer_checks(today=clock.today()), blanks_stay=True)
    as_written = "as_written" in request.POST
    received_on, wrong_day = received_day(request, clock.today())
    if read.shown_again or received_on is None or (read.errors and not as_written):
        return _page(request, found, questions, read, "" if read.shown_again else wrong_day)
    answers = _written(request, found, received_on) if as_written else _read(read, found)
    try:
        key_in_pack_form(form_code=found.code, received_on=received_on, who=who_of(answers), answers=answers,
                         signed=request.POST.get("signed") == "yes", by=actor_of(request, CHANNEL), as_at=clock.now())
    except NotDone as problem:
        return _page(request, found, questions, read, str(problem))
    messages.success(request, f"Form {found.number}, {found.code}, is kept and goes in by itself. Key the next one.")
    return redirect("clerical_home")


def to_key(questions: QuestionSet) -> list[Question]:
    """What a form can answer: a document comes beside it, and is recorded once it is known whose it is."""
    return [question for question in questions if question.kind.name != "document"]


def _read(read: Read, form: PackForm) -> dict[str, Any]:
    return {**left_blank(read, registry.scheme(form.pack.scheme).claim, {}, {}), **read.answers}


def _written(request: HttpRequest, form: PackForm, received_on: date) -> dict[str, Any]:
    """As the customer wrote it, what cannot be read among it: somebody asks them."""
    optional = [question.fact for question in registry.scheme(form.pack.scheme).claim if question.optional]
    fields = {name: text for name, text in request.POST.items() if isinstance(text, str)}
    return read_offline(scheme=form.pack.scheme, fields=fields, passed=optional, taken_on=received_on)


def _page(
    request: HttpRequest, form: PackForm, questions: list[Question], read: Read, wrong_day: str = ""
) -> HttpResponse:
    scheme = registry.scheme(form.pack.scheme)
    numbers = scheme.claim.numbers
    rows = [
        (numbers[question.fact], field, question.when.in_words(language(), numbers) if question.when else "")
        for question, field in zip(questions, fields_of(questions, {}, read), strict=True)
    ]
    errors = [*([{"text": wrong_day, "href": "#received-day"}] if wrong_day else []), *error_list(read.errors)]
    return render(request, "clerical/key.html", page_context(
        here="packs",
        page_title="Key in a form",
        caption=f"Form {form.number}, {form.code}",
        title=say(scheme.title),
        rows=rows,
        typed={**{part: request.POST.get(f"received-{part}", "") for part in RECEIVED_PARTS},
               "signed": request.POST.get("signed", "")},
        wrong_day=wrong_day,
        asks_signed=True,
        save="Save and key the next",
        other={"name": "as_written", "text": "Save as it is written, mistakes and all"},
        error_list=errors,
        back_url=reverse("clerical_pack", args=[form.pack.code]),
    ), status=422 if errors else 200)
