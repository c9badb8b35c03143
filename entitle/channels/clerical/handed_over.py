"""Claims handed to other bodies: what went out and what became of it, and each that must be put right."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.blueprint import registry
from entitle.blueprint.receivers import RECEIVERS, told_to
from entitle.channels.clerical.frame import CHANNEL, page_context
from entitle.claims import queries as claims
from entitle.claims.feedback import feedback_words
from entitle.claims.models import Handover
from entitle.customers import queries as customers
from entitle.facts.fact import from_json
from entitle.gateways import clock
from entitle.history import queries as history
from entitle.kernel.periods import london_date, midnight
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.answer_checks import answer_checks
from entitle.pages.formats import say
from entitle.pages.many_questions import Read, error_list, fields_of, read_all
from entitle.pages.refusal import says_why_not
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.look_at_handover import look_at_handover
from entitle.procedures.mend_handover import mend_handover
from entitle.procedures.release_handover import release_handover
from entitle.questions.question import Question

_DAYS = 28
_MONTHS_OF_FEEDBACK = timedelta(days=366)
_A_DAY = timedelta(days=1)


@permission("paper.enter")
def handed_over(request: HttpRequest) -> HttpResponse:
    """What is to be put right, the oldest first; by day and body what became of all that went out; what they came to.

    How many were made is told by history as well, which nobody can change: the two must agree.
    """
    last = clock.today()
    first = last - (_DAYS - 1) * _A_DAY
    counts = claims.handover_counts(first=first, last=last)
    return render(request, "clerical/handed_over.html", page_context(
        here="handed_over",
        page_title="Claims handed over",
        bodies={name: say(words) for name, words in RECEIVERS.items()},
        counts=counts,
        days=_DAYS,
        here_now=sum(count.out for count in counts),
        in_history=history.count_of(code="handover.made", from_at=midnight(first), until_at=midnight(last + _A_DAY)),
        rejected=[_line(each) for each in claims.handovers_rejected()],
        feedback=[(each, say(feedback_words(said=each.said, on=each.month)))
                  for each in claims.feedback_counts(first=last - _MONTHS_OF_FEEDBACK, last=last)],
    ))


def _line(found: Handover) -> dict[str, Any]:
    return {"code": found.code, "to": say(RECEIVERS[found.to]),
            "scheme": say(registry.scheme(found.claim.scheme).title),
            "days": (clock.today() - london_date(found.made_at)).days,
            "fields": ", ".join(dict.fromkeys(_label(found, each["field"]) for each in found.problems))}


@permission("paper.enter")
@says_why_not
def one(request: HttpRequest, code: str) -> HttpResponse:
    """What was handed over, what they did not take of it and the remedy, and the questions to put it right."""
    found = look_at_handover(code=code, by=actor_of(request, CHANNEL), as_at=clock.now())
    if request.method == "POST" and found.waits_for_release:
        return _release(request, found)
    questions = _to_put_right(found)
    if request.method != "POST" or found.state != "rejected":
        return _page(request, found, questions, Read())
    read = read_all(request, questions, checks=answer_checks(today=clock.today()), blanks_stay=True)
    if read.errors or read.shown_again:
        return _page(request, found, questions, read)
    mend_handover(handover_id=found.id, answers=read.answers, by=actor_of(request, CHANNEL), as_at=clock.now())
    messages.success(request, f"{code} is on its way again. If they take it, the work about it is done.")
    return redirect("clerical_handovers")


def _release(request: HttpRequest, found: Handover) -> HttpResponse:
    """Someone who may open the record agreed who there takes it."""
    agreed_with = request.POST.get("agreed_with", "")
    try:
        release_handover(handover_id=found.id, agreed_with=agreed_with, by=actor_of(request, CHANNEL),
                         as_at=clock.now())
    except NotPermitted:
        raise
    except NotDone as problem:
        return _page(request, found, [], Read(), agreed_with, str(problem))
    messages.success(request, f"{found.code} is on its way.")
    return redirect("clerical_handovers")


def _to_put_right(found: Handover) -> list[Question]:
    asked = told_to(to=found.to, scheme=found.claim.scheme)
    wrong = dict.fromkeys(problem["field"] for problem in found.problems)
    return [asked.question(fact) for fact in wrong if fact in asked.facts]


def _label(found: Handover, field: str) -> str:
    facts = told_to(to=found.to, scheme=found.claim.scheme).dictionary
    return say(facts[field].label) if field in facts else "The whole of it"


def _page(request: HttpRequest, found: Handover, questions: list[Question], read: Read, agreed_with: str = "",
          problem: str = "") -> HttpResponse:
    fields = dict(zip([question.fact for question in questions], fields_of(questions, {}, read), strict=True))
    errors = error_list(read.errors) + ([{"text": problem, "href": "#agreed_with"}] if problem else [])
    return render(request, "clerical/handed_over_one.html", page_context(
        page_title="A claim handed over",
        found=found,
        to=say(RECEIVERS[found.to]),
        title=say(registry.scheme(found.claim.scheme).title),
        name=customers.names_of([found.claim.customer_id]).get(found.claim.customer_id, ""),
        problems=[(_label(found, each["field"]), each["said"], each["remedy"], fields.pop(each["field"], ""))
                  for each in found.problems],
        told=_told(found),
        feedback=[(each, say(feedback_words(said=each.said, on=each.said_on)))
                  for each in claims.feedback_of(handover_id=found.id)],
        agreed_with=agreed_with,
        problem=problem,
        error_list=errors,
        back_url=reverse("clerical_handovers"),
    ), status=422 if errors else 200)


def _told(found: Handover) -> list[tuple[str, str, bool]]:
    """Each field in words, as put right, and whether they have taken it."""
    asked = told_to(to=found.to, scheme=found.claim.scheme)
    return [(_label(found, fact), asked.question(fact).summary(from_json(asked.dictionary[fact], found.answers[fact])),
             fact in found.accepted) for fact in asked.facts if fact in found.answers]
