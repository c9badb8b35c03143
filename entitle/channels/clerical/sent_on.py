"""Claims taken elsewhere and sent on: what came in and what became of it, and each that must be put right."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from entitle.blueprint import registry
from entitle.channels.clerical.frame import CHANNEL, page_context
from entitle.claims import queries as claims
from entitle.claims.models import Intake
from entitle.gateways import clock
from entitle.history import queries as history
from entitle.kernel.periods import london_date, midnight
from entitle.kernel.references import read_code
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.answer_checks import answer_checks
from entitle.pages.formats import say
from entitle.pages.many_questions import Read, error_list, fields_of, read_all
from entitle.pages.refusal import says_why_not
from entitle.procedures.errors import NotDone
from entitle.procedures.look_at_intake import look_at_intake
from entitle.procedures.mend_intake import mend_intake
from entitle.procedures.read_sent import read_sent
from entitle.procedures.refuse_intake import refuse_intake
from entitle.questions.bank.first_contact import SENT_AS, SENT_ON
from entitle.questions.kinds.answering import Checks
from entitle.questions.question import Question

_DAYS = 28
_A_DAY = timedelta(days=1)
_WHOSE = {"record", "person.name", "person.born_on"}
"""Problems that may be settled by saying whose record it is."""
_TOLD = ("person.born_on", "person.nino", "home.postcode")


@permission("paper.enter")
def sent_on(request: HttpRequest) -> HttpResponse:
    """What is to be put right, the oldest first; then by day and sender what came of all that was received.

    How many were received is told by history as well, which nobody can change: the two must agree.
    """
    last = clock.today()
    first = last - (_DAYS - 1) * _A_DAY
    counts = claims.intake_counts(first=first, last=last)
    return render(request, "clerical/sent_on.html", page_context(
        here="sent_on",
        page_title="Claims sent on",
        counts=counts,
        days=_DAYS,
        here_now=sum(count.received for count in counts),
        in_history=history.count_of(code="intake.received", from_at=midnight(first), until_at=midnight(last + _A_DAY)),
        stopped=[_line(each) for each in claims.intakes_stopped()],
    ))


def _line(intake: Intake) -> dict[str, Any]:
    today, received_on = clock.today(), london_date(intake.received_at)
    return {"code": intake.code, "sender": intake.sender, "scheme": say(registry.scheme(intake.scheme).title),
            "taken_at": intake.taken_at, "days": (today - received_on).days,
            "fields": ", ".join(dict.fromkeys(_label(intake, each["field"]) for each in intake.problems))}


@permission("paper.enter")
@says_why_not
def one(request: HttpRequest, code: str) -> HttpResponse:
    """What was sent, what is wrong with each field and its remedy, and the questions to put it right."""
    intake = look_at_intake(code=code, by=actor_of(request, CHANNEL), as_at=clock.now())
    questions = _to_put_right(intake)
    if request.method != "POST" or intake.state != "stopped":
        return _page(request, intake, questions, Read())
    read = read_all(request, questions, checks=answer_checks(today=clock.today()), blanks_stay=True)
    if read.errors or read.shown_again:
        return _page(request, intake, questions, read)
    asked = set(registry.scheme(intake.scheme).claim.facts)
    try:
        record = _record(request)
        done = mend_intake(
            intake_id=intake.id,
            answers={fact: value for fact, value in read.answers.items() if fact in asked},
            who={SENT_AS[fact]: value for fact, value in read.answers.items() if fact in SENT_AS},
            record=record,
            by=actor_of(request, CHANNEL),
            as_at=clock.now(),
        )
    except NotDone as problem:
        return _page(request, intake, questions, read, {"text": str(problem), "href": "#record"})
    if done.state == "stopped":
        messages.warning(request, "What you put right is kept. Something is still to be put right.")
        return redirect("clerical_intake", code)
    messages.success(request, f"{code} is put right: it is claim {done.claim.code if done.claim else ''}.")
    return redirect("clerical_intakes")


@permission("paper.enter")
@require_POST
@says_why_not
def refuse(request: HttpRequest, code: str) -> HttpResponse:
    """It goes no further, for a reason."""
    by, now, reason = actor_of(request, CHANNEL), clock.now(), request.POST.get("reason", "")
    intake = look_at_intake(code=code, by=by, as_at=now)
    try:
        refuse_intake(intake_id=intake.id, reason=reason, by=by, as_at=now)
    except NotDone as problem:
        return _page(request, intake, _to_put_right(intake), Read(), {"text": str(problem), "href": "#reason"})
    messages.success(request, f"{code} was refused.")
    return redirect("clerical_intakes")


def _record(request: HttpRequest) -> str:
    """The record that they named, or that there is none. Raises NotDone for a reference that was misread."""
    if request.POST.get("new") == "yes":
        return Intake.NEW
    typed = request.POST.get("record", "").strip()
    code = read_code(typed) if typed else ""
    if code is None:
        raise NotDone("Enter the reference of a record, like CUS-7K3M-9QX2-4TB8.")
    return code


def _to_put_right(intake: Intake) -> list[Question]:
    """The questions of the fields that are wrong: the benefit's own, or of who they are."""
    asked = registry.scheme(intake.scheme).claim
    wrong = dict.fromkeys(problem["field"] for problem in intake.problems)
    return [asked.question(fact) if fact in asked.facts else SENT_ON.question(fact)
            for fact in wrong if fact in asked.facts or fact in SENT_AS]


def _label(intake: Intake, field: str) -> str:
    facts = registry.scheme(intake.scheme).dictionary
    return say(facts[field].label) if field in facts else {"record": "Whose record it is"}.get(field, "The claim")


def _page(
    request: HttpRequest, intake: Intake, questions: list[Question], read: Read, problem: dict[str, str] | None = None
) -> HttpResponse:
    fields = dict(zip([question.fact for question in questions], fields_of(questions, {}, read), strict=True))
    rows = [(_label(intake, each["field"]), each["said"], each["remedy"], fields.pop(each["field"], ""))
            for each in intake.problems]
    wrong = problem["href"] if problem else ""
    errors = [*error_list(read.errors), *([problem] if problem else [])]
    return render(request, "clerical/sent_on_one.html", page_context(
        page_title="A claim sent on",
        intake=intake,
        title=say(registry.scheme(intake.scheme).title),
        name=_written(intake.who_now.get("name")),
        who=_who(intake),
        rows=rows,
        whose=bool(_WHOSE & {each["field"] for each in intake.problems}),
        typed=request.POST,
        problem=problem["text"] if problem else "",
        wrong=wrong,
        error_list=errors,
        back_url=reverse("clerical_intakes"),
    ), status=422 if errors else 200)


def _who(intake: Intake) -> list[tuple[str, str]]:
    """Who they are beside their name: what is well formed in words, and the rest as it was sent."""
    sent = {fact: intake.who_now[SENT_AS[fact]] for fact in _TOLD if intake.who_now.get(SENT_AS[fact])}
    good, _ = read_sent(questions=SENT_ON, sent=sent, checks=Checks())
    return [(_label(intake, fact), SENT_ON.question(fact).summary(good[fact]) if fact in good else str(value))
            for fact, value in sent.items()]


def _written(name: Any) -> str:
    parts = [name.get("given"), name.get("family")] if isinstance(name, dict) else [name]
    return " ".join(part for part in parts if isinstance(part, str))
