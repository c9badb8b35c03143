"""What somebody writes to us, or says at the counter: a change, a death, that a decision is wrong. As at every door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.channels.clerical.frame import Paper, of_customer, page_context
from entitle.channels.clerical.received_day import RECEIVED_PARTS, received_day
from entitle.customers import queries as customers
from entitle.decisions import queries as decisions
from entitle.kernel.periods import london_date
from entitle.pages.access import permission
from entitle.pages.formats import say
from entitle.pages.informant import told_by, told_us
from entitle.pages.many_questions import error_list, fields_of, in_their_words, read_set, said_in
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.record_death import record_death
from entitle.procedures.report_change import KINDS, report_change
from entitle.questions.bank.changes import CHANGES, DEATH, LOOK_AGAIN
from entitle.questions.question_set import QuestionSet


@permission("paper.enter")
@of_customer
def change(request: HttpRequest, paper: Paper, kind: str) -> HttpResponse:
    """Address, how to reach them, account or relationship."""
    if kind not in KINDS:
        raise Http404

    def act(said: dict[str, Any], received_on: date) -> str:
        reference = report_change(kind=kind, answers=said, customer_code=paper.customer.code, received_on=received_on,
                                  by=paper.by, as_at=paper.as_at)
        held = " It is not paid into before we know that it was them: we are writing to them about it."
        is_held = kind == "bank" and customers.open_hold(paper.customer.id) is not None
        return (f"The change is recorded. Its reference is {reference}: tell them now if they are here."
                f"{held if is_held else ''}")

    return _page(request, paper, CHANGES[f"change_{kind}"], act)


@permission("paper.enter")
@of_customer
def death(request: HttpRequest, paper: Paper) -> HttpResponse:
    """Whoever wrote; the day of the letter changes nothing, for the awards end with the day of the death."""

    def act(said: dict[str, Any], received_on: date) -> str:
        record_death(customer_code=paper.customer.code, died_on=said["person.died_on"], told_by=told_by(said),
                     told_us=told_us(said), by=paper.by, as_at=paper.as_at)
        return "The death is recorded, and a colleague will confirm it. Nothing more is sent to this person."

    return _page(request, paper, DEATH, act)


@permission("paper.enter")
@of_customer
def look_again(request: HttpRequest, paper: Paper, decision: str) -> HttpResponse:
    """What they disagree with in a decision and why, in their own words."""
    found = decisions.get(code=decision)
    if found is None or found.customer_id != paper.customer.id:
        raise NotFound("This customer has no decision with that reference.")

    def act(said: dict[str, Any], received_on: date) -> str:
        asked = ask_to_look_again(decision_code=decision, why=in_their_words(LOOK_AGAIN, said, "en"),
                                  received_on=received_on, by=paper.by, as_at=paper.as_at)
        return f"Another officer will look again. Its reference is {asked.code}: tell them now if they are here."

    return _page(request, paper, LOOK_AGAIN, act)


def _page(request: HttpRequest, paper: Paper, asked: QuestionSet, act: Callable[[dict[str, Any], date], str],
          ) -> HttpResponse:
    """GET shows the questions; POST does it and goes back, or says what is wrong and keeps what was typed."""
    read, wrong_day = read_set(request, asked, today=london_date(paper.as_at)), ""
    problems = error_list(read.errors)
    if request.method == "POST":
        received_on, wrong_day = received_day(request, london_date(paper.as_at), "it")
        if received_on is not None and not problems:
            try:
                messages.success(request, act(said_in(read, asked), received_on))
            except NotDone as refusal:
                problems = [{"text": str(refusal)}]
            else:
                return redirect(paper.url)
    errors = [*([{"text": wrong_day, "href": "#received-day"}] if wrong_day else []), *problems]
    return render(request, "clerical/letter.html", page_context(
        page_title=say(asked.title), paper=paper, fields=fields_of(asked, {}, read), error_list=errors,
        runs_from="What we promise runs from it.", wrong_day=wrong_day, back_url=paper.url,
        typed={part: request.POST.get(f"received-{part}", "") for part in RECEIVED_PARTS}),
        status=422 if errors else 200)
