"""What a customer tells a caseworker: that something changed, or that a decision is wrong. As at every other door."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.decisions import queries as decisions
from entitle.gateways import clock
from entitle.pages.formats import say
from entitle.pages.many_questions import error_list, fields_of, in_their_words, read_set, said_in
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.procedures.report_change import KINDS, report_change
from entitle.questions.bank.changes import CHANGES, LOOK_AGAIN
from entitle.questions.question_set import QuestionSet


@desk("change.record")
def change(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Address, how to reach them, account or relationship."""
    if kind not in KINDS:
        raise Http404

    def act(said: dict[str, Any]) -> str:
        reference = report_change(kind=kind, answers=said, customer_code=code, by=officer(request), as_at=now())
        return f"The change is recorded. Its reference is {reference}: give it to them."

    return _page(request, customers.get(code).id, CHANGES[f"change_{kind}"], act, button="Record the change",
                 back_url=reverse("desk-record", args=[code]))


@desk("change.record")
def look_again(request: HttpRequest, code: str) -> HttpResponse:
    """What they disagree with in a decision and why, in their own words."""
    found = decisions.get(code=code)
    if found is None:
        raise Http404

    def act(said: dict[str, Any]) -> str:
        asked = ask_to_look_again(decision_code=code, why=in_their_words(LOOK_AGAIN, said, "en"), by=officer(request),
                                  as_at=now())
        return f"Another officer will look again. Its reference is {asked.code}: give it to them."

    return _page(request, found.customer_id, LOOK_AGAIN, act, button="Ask another officer to look again",
                 back_url=reverse("desk-decision", args=[code]), caption=code)


def _page(request: HttpRequest, customer_id: int, asked: QuestionSet, act: Callable[[dict[str, Any]], str], *,
          button: str, back_url: str, caption: str = "") -> HttpResponse:
    """GET shows the questions; POST does it and goes back to the record, or says what is wrong, what was typed kept."""
    customer: Customer = open_record(request, customer_id)
    read, done = read_set(request, asked, today=clock.today()), []
    problems = error_list(read.errors)
    if request.method == "POST" and not problems:
        problems = attempt(lambda: done.append(act(said_in(read, asked))))
        if not problems:
            messages.success(request, done[0])
            return redirect("desk-record", code=customer.code)
    return show(request, "form.html", title=say(asked.title), fields=fields_of(asked, {}, read), button=button,
                error_list=problems, customer=customer, name=customers.names_of([customer.id])[customer.id],
                caption=caption or customer.code, back_url=back_url)
