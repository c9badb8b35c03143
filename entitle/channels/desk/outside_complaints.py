"""A complaint of someone who has no record: read, answered or held, and each reply as a letter to print."""
from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from entitle.channels.desk import forms
from entitle.channels.desk.complaints import EVENTS, HOLD_OR_ANSWER
from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.refusals import attempt
from entitle.channels.desk.timing import due
from entitle.contacts import queries as contacts
from entitle.contacts.complaint_kinds import complaint_category_words, complaint_outcomes, examiner_until
from entitle.contacts.models import OutsideComplaint
from entitle.gateways import clock
from entitle.kernel.periods import london_date
from entitle.kernel.references import Reference
from entitle.letters.agency import agency_letters
from entitle.letters.pdf import to_pdf
from entitle.procedures.answer_outside_complaint import answer_outside_complaint
from entitle.procedures.hold_outside_complaint import hold_outside_complaint
from entitle.work import queries as work


@desk("complaint.answer")
def outside_complaint(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows it; POST answers it, once, or says why that takes longer."""
    found = outside_or_404(code)
    questions = () if found.answered_at else (
        forms.one_of("complaint.act", "What do you do?", HOLD_OR_ANSWER),
        forms.words("complaint.words", "Your words", long=True, hint="They read this. Name no customer in it."))
    filled = forms.fill(request, questions)
    errors = filled.errors
    if request.method == "POST" and questions and not errors:
        errors = attempt(lambda: _act(request, code, filled.values["complaint.act"], filled.values["complaint.words"]))
        if not errors:
            messages.success(request, "Done. Print the letter, or ring them with it, as they asked.")
            return redirect("desk-outside-complaint", code=code)
    steps, until = contacts.outside_steps_of(complaint_id=found.pk), _answer_by(found)
    return show(request, "outside_complaint.html", title="A complaint of someone without a record", found=found,
                about=complaint_category_words(found.category).en, steps=steps, events=EVENTS,
                is_held=until is not None and bool(steps), due=due(until, clock.today()) if until else None,
                outcome=complaint_outcomes()[found.outcome].en if found.outcome else "",
                fields=filled.fields(), error_list=errors, back_url=reverse("desk-complaints"))


@desk("complaint.answer")
@require_safe
def letter(request: HttpRequest, code: str) -> HttpResponse:
    """The answer in their language, to be put in an envelope."""
    found = outside_or_404(code)
    if found.answered_at is None:
        raise Http404
    on = london_date(found.answered_at)
    return _letter(found, "complaint_answered", on, {
        "received_on": london_date(found.received_at), "found": found.answer,
        "finding": complaint_outcomes()[found.outcome][found.language], "is_sorry": found.outcome != "not_upheld",
        "examiner_until": examiner_until(answered_on=on)})


@desk("complaint.answer")
@require_safe
def holding_letter(request: HttpRequest, code: str) -> HttpResponse:
    """The last holding reply, until it is answered."""
    found = outside_or_404(code)
    steps, until = contacts.outside_steps_of(complaint_id=found.pk), _answer_by(found)
    if not steps or until is None:
        raise Http404
    return _letter(found, "complaint_held", london_date(steps[-1].at), {"why": steps[-1].words, "answer_by": until})


def outside_or_404(code: str) -> OutsideComplaint:
    """The complaint."""
    found = contacts.outside_complaint(code=code)
    if found is None:
        raise Http404
    return found


def _act(request: HttpRequest, code: str, act: str, words: str) -> OutsideComplaint:
    who: dict[str, Any] = {"code": code, "by": officer(request), "as_at": now()}
    if act == "held":
        return hold_outside_complaint(why_longer=words, **who)
    return answer_outside_complaint(finding=act, found=words, **who)


def _answer_by(found: OutsideComplaint) -> date | None:
    """The day now promised; None once it is answered."""
    items = work.about(Reference("outside_complaint", found.pk), kind="complaint.outside")
    return next((each.target_on for each in items if each.done_at is None), None)


def _letter(found: OutsideComplaint, name: str, on: date, known: dict[str, Any]) -> HttpResponse:
    book = agency_letters()
    everything = {"person_name": found.name, "reference": found.code, **known}
    body = to_pdf(book.render(name, found.language, book.pick(name, everything)), found.language, found.code,
                  written_on=on, recipient=[found.name, *found.answer_to.splitlines()])
    return HttpResponse(body, content_type="application/pdf", headers={
        "Content-Disposition": f'attachment; filename="{found.code}.pdf"', "Cache-Control": "no-store"})
