"""A change of circumstances by telephone: its few questions on one page, each with what to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.channels.telephone.calls import Call, in_any_call, in_call, note, page_context
from entitle.channels.telephone.harder import needs_harder_questions, topic_of
from entitle.channels.telephone.script import said_for
from entitle.customers import queries as customers
from entitle.customers.models import AccountHold
from entitle.kernel.periods import london_date
from entitle.pages.access import permission
from entitle.pages.formats import day, say
from entitle.pages.informant import told_by, told_us
from entitle.pages.many_questions import Read, error_list, fields_of, read_set, said_in
from entitle.procedures.errors import NotDone
from entitle.procedures.record_death import record_death
from entitle.procedures.report_change import KINDS, report_change
from entitle.questions.bank.changes import CHANGES, DEATH
from entitle.questions.question_set import QuestionSet


@permission("change.record")
@in_call
def change(request: HttpRequest, call: Call, kind: str) -> HttpResponse:
    """Address, account or relationship."""
    if kind not in KINDS:
        raise Http404
    call.check_may(topic_of(kind))
    if needs_harder_questions(call, kind):
        return redirect("telephone_harder", call.code, kind)
    asked = CHANGES[f"change_{kind}"]
    read = read_set(request, asked, today=london_date(call.as_at))
    if request.method != "POST" or read.errors:
        return questions_page(request, call, asked, read)
    try:
        reference = report_change(
            kind=kind, answers=said_in(read, asked), customer_code=call.customer.code, by=call.by, as_at=call.as_at
        )
    except NotDone as problem:
        return questions_page(request, call, asked, read, [str(problem)])
    note(request, call, f"Took a change ({kind}), reference {reference}.")
    hold = customers.open_hold(call.customer.id) if kind == "bank" else None
    return _done(request, call, "Change recorded", f"Your reference for this change is {reference}.{_told_of(hold)}")


def _told_of(hold: AccountHold | None) -> str:
    """What the agent says of an account that is not paid into yet."""
    if hold is None:
        return ""
    when = f"on {day(hold.until)}" if hold.until else "once we have rung you, and a second officer has agreed"
    return (f" To keep your money safe, we start to pay into the new account {when}. If a payment is due before then, "
            "we hold it and send it to you on that day. We are writing to you about it.")


@permission("change.record")
@in_any_call
def death(request: HttpRequest, call: Call) -> HttpResponse:
    """Whoever is calling may tell us, so they need not know what the record holds."""
    read = read_set(request, DEATH, today=london_date(call.as_at))
    if request.method != "POST" or read.errors:
        return questions_page(request, call, DEATH, read)
    said = said_in(read, DEATH)
    try:
        record_death(
            customer_code=call.customer.code,
            died_on=said["person.died_on"],
            told_by=told_by(said),
            by=call.by,
            as_at=call.as_at,
        )
    except NotDone as problem:
        return questions_page(request, call, DEATH, read, [str(problem)])
    note(request, call, f"{told_us(said)} told us that the customer died on {day(said['person.died_on'])}.")
    return _done(
        request,
        call,
        "Death recorded",
        "Thank you for telling us. I am sorry for your loss. Nothing more will be "
        "sent to them, and we will write to you if we need anything.",
    )


def questions_page(
    request: HttpRequest,
    call: Call,
    asked: QuestionSet,
    read: Read,
    problems: Sequence[str] = (),
    *,
    values: dict[str, Any] | None = None,
) -> HttpResponse:
    """A short question set on one page, what was typed kept."""
    errors = [*error_list(read.errors), *({"text": problem} for problem in problems)]
    rows = zip(
        [said_for(question, call.language) for question in asked], fields_of(asked, values or {}, read), strict=True
    )
    return render(
        request,
        "telephone/questions.html",
        page_context(
            call,
            page_title=say(asked.title),
            rows=list(rows),
            error_list=errors,
            back_url=call.url,
            declaration=asked.declaration[call.language] if asked.declaration else "",
        ),
        status=422 if errors else 200,
    )


def _done(request: HttpRequest, call: Call, heading: str, words: str) -> HttpResponse:
    request.session["telephone_done"] = [heading, words]
    return redirect("telephone_done", call.code)


@permission("customer.look")
@in_any_call
def done(request: HttpRequest, call: Call) -> HttpResponse:
    """What to say now that it is recorded."""
    heading, words = request.session.get("telephone_done") or ("Recorded", "")
    return render(request, "telephone/done.html", page_context(call, page_title=heading, words=words))
