"""A complaint of someone who has no record: read, answered, and the answer as a letter to print."""
from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from entitle.channels.desk import forms
from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.refusals import attempt
from entitle.contacts import queries as contacts
from entitle.contacts.complaint_kinds import complaint_category_words, complaint_outcomes, examiner_until
from entitle.contacts.models import OutsideComplaint
from entitle.kernel.periods import london_date
from entitle.letters.agency import agency_letters
from entitle.letters.pdf import to_pdf
from entitle.procedures.answer_outside_complaint import answer_outside_complaint


@desk("complaint.answer")
def outside_complaint(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows it; POST answers it, once."""
    found = _or_404(code)
    outcomes = {name: words.en for name, words in complaint_outcomes().items()}
    questions = () if found.answered_at else (
        forms.one_of("complaint.finding", "Were they right?", outcomes),
        forms.words("complaint.found", "What you found", long=True, hint="They read this. Name no customer in it."))
    filled = forms.fill(request, questions)
    errors = filled.errors
    if request.method == "POST" and questions and not errors:
        errors = attempt(lambda: answer_outside_complaint(
            code=code, finding=filled.values["complaint.finding"], found=filled.values["complaint.found"],
            by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, "Answered. Print the letter, or ring them with it, as they asked.")
            return redirect("desk-outside-complaint", code=code)
    return show(request, "outside_complaint.html", title="A complaint of someone without a record", found=found,
                about=complaint_category_words(found.category).en, outcome=outcomes.get(found.outcome, ""),
                fields=filled.fields(), error_list=errors, back_url=reverse("desk-complaints"))


@desk("complaint.answer")
@require_safe
def letter(request: HttpRequest, code: str) -> HttpResponse:
    """The answer in their language, to be put in an envelope."""
    found = _or_404(code)
    if found.answered_at is None:
        raise Http404
    book, on = agency_letters(), london_date(found.answered_at)
    written = book.render("complaint_answered", found.language, book.pick("complaint_answered", {
        "person_name": found.name, "reference": found.code, "received_on": london_date(found.received_at),
        "found": found.answer, "finding": complaint_outcomes()[found.outcome][found.language],
        "is_sorry": found.outcome != "not_upheld", "examiner_until": examiner_until(answered_on=on)}))
    body = to_pdf(written, found.language, found.code, written_on=on,
                  recipient=[found.name, *found.answer_to.splitlines()])
    return HttpResponse(body, content_type="application/pdf", headers={
        "Content-Disposition": f'attachment; filename="{code}.pdf"', "Cache-Control": "no-store"})


def _or_404(code: str) -> OutsideComplaint:
    found = contacts.outside_complaint(code=code)
    if found is None:
        raise Http404
    return found
