"""Complaining: one page, and the reference in the very reply; then where each complaint is, and telling us more."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from entitle.channels.online.door import NotYours, own_door
from entitle.channels.online.frame import show
from entitle.channels.online.standing import Standing
from entitle.contacts import queries as contacts
from entitle.contacts.complaint_kinds import complaint_category_words, complaint_questions
from entitle.contacts.lifecycle import COMPLAINT
from entitle.contacts.models import Complaint
from entitle.gateways import clock
from entitle.kernel.references import Reference
from entitle.kernel.words import Words
from entitle.pages.many_questions import Read, error_list, fields_of, read_all
from entitle.procedures.add_to_complaint import add_to_complaint
from entitle.procedures.make_complaint import make_complaint
from entitle.work import queries as work

STATES = {
    "received": Words("We are looking into it", cy="Rydym yn ymchwilio iddi"),
    "waiting": Words("We have asked you something", cy="Rydym wedi gofyn rhywbeth i chi"),
    "resolved": Words("Put right, as you agreed", cy="Wedi'i hunioni, fel y cytunoch"),
    "answered": Words("We have answered it", cy="Rydym wedi'i hateb"),
    "with_examiner": Words("With the independent examiner", cy="Gyda'r archwiliwr annibynnol"),
    "examined": Words("The independent examiner has finished", cy="Mae'r archwiliwr annibynnol wedi gorffen"),
}


@own_door("letters")
@require_safe
def complaints(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Every one of theirs, the newest first."""
    return show(request, "complaints.html", standing, back_url=reverse("online_account"), complaints=[
        {"code": each.code, "about": complaint_category_words(each.category), "state": STATES[each.state],
         "received_at": each.received_at} for each in contacts.complaints_of(customer_id=standing.customer.id)])


@own_door("letters")
def complain(request: HttpRequest, standing: Standing) -> HttpResponse:
    """GET asks what went wrong; POST takes the complaint and gives its reference."""
    questions = complaint_questions(on=clock.today())
    read = read_all(request, questions) if request.method == "POST" else Read()
    if request.method == "POST" and not read.errors:
        made = make_complaint(
            customer_code=standing.customer.code, category=read.answers["complaint.category"],
            happened=read.answers["complaint.happened"], wanted=read.answers["complaint.wanted"] or "",
            by=standing.by, as_at=clock.now())
        return redirect("online_complaint_sent", made.code)
    return show(request, "complain.html", standing, fields=fields_of(questions, {}, read),
                back_url=reverse("online_complaints"), error_list=error_list(read.errors),
                status=422 if read.errors else 200)


@own_door("letters")
@require_safe
def sent(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """The reference, and the day by which it is answered."""
    found = _own(standing, code)
    heading = gettext("We have your complaint")
    return show(request, "complaint_sent.html", standing, heading=heading, page_title=heading, reference=found.code,
                answer_by=_answer_by(found))


@own_door("letters")
def complaint(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """Where it is, and what they said; POST adds to it."""
    found, words, problem = _own(standing, code), request.POST.get("words", "").strip(), ""
    if request.method == "POST" and words:
        add_to_complaint(code=found.code, words=words, by=standing.by, as_at=clock.now())
        return redirect("online_complaint", found.code)
    if request.method == "POST":
        problem = gettext("Write what you want to tell us")
    steps = contacts.steps_of(complaint_id=found.pk)
    return show(request, "complaint.html", standing, found=found, about=complaint_category_words(found.category),
                state=STATES[found.state], answer_by=_answer_by(found), back_url=reverse("online_complaints"),
                added=[each for each in steps if each.event == "added_to"], typed=words, problem=problem,
                may_add=COMPLAINT.can(found.state, "added_to"), status=422 if problem else 200,
                error_list=[{"text": problem, "href": "#words"}] if problem else [])


def _answer_by(found: Complaint) -> object:
    """The day promised, while it is not answered."""
    items = work.about(Reference("complaint", found.pk), kind="complaint.answer")
    return next((item.told_on or item.target_on for item in items if item.done_at is None), None)


def _own(standing: Standing, code: str) -> Complaint:
    found = contacts.complaint(code=code)
    if found is None or found.customer_id != standing.customer.id:
        raise NotYours("There is no complaint with that reference.")
    return found
