"""Complaints: those to answer and how they were kept; one of them, with all that was said, answered step by step."""
from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer, show, user_id
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.queue import lines_of
from entitle.channels.desk.refusals import attempt
from entitle.channels.desk.timing import due
from entitle.contacts import queries as contacts
from entitle.contacts.complaint_kinds import complaint_category_words, complaint_outcomes
from entitle.contacts.models import Complaint
from entitle.gateways import clock
from entitle.kernel.periods import add_months
from entitle.kernel.references import Reference
from entitle.pages.access import permissions
from entitle.procedures.add_to_complaint import add_to_complaint
from entitle.procedures.answer_complaint import answer_complaint
from entitle.procedures.ask_complainant import ask_complainant
from entitle.procedures.hold_complaint import hold_complaint
from entitle.procedures.refer_complaint import refer_complaint
from entitle.procedures.resolve_complaint import resolve_complaint
from entitle.work import queries as work

MONTHS = 12
STATES = {"received": "To answer", "waiting": "Waits for the customer", "resolved": "Put right, as they agreed",
          "answered": "Answered", "with_examiner": "With the independent examiner", "examined": "Examined"}
EVENTS = {"added_to": "They told us more", "talked_over": "We spoke with them", "held": "Told that it takes longer",
          "customer_asked": "We asked them", "not_replied": "No reply", "resolved": "Put right, as they agreed",
          "answered": "Answered", "referred": "To the independent examiner", "examined": "Back from the examiner"}
HOLD_OR_ANSWER = {
    "held": "Tell them why it takes longer: 15 working days more",
    **{name: f"Answer them: “{words.en}”" for name, words in complaint_outcomes().items()},
}
_ACTS = {
    "received": {
        "talked_over": "I spoke with them, and it is not settled yet",
        "resolved": "I spoke with them, and they agree that it is put right",
        "customer_asked": "Ask them something: the clock stops until they reply",
        **HOLD_OR_ANSWER,
        "added_to": "Note something more that they said",
    },
    "waiting": {"added_to": "They replied"},
    "resolved": {"added_to": "They say that it is not put right after all", "referred": "It goes to the examiner"},
    "answered": {"referred": "It goes to the independent examiner"},
    "with_examiner": {"examined": "The examiner has told us what they found"},
    "examined": {},
}


@desk("complaint.answer")
def complaints(request: HttpRequest) -> HttpResponse:
    """Those to answer, what is due soonest first; and how a year's were kept, by what they were about."""
    today = clock.today()
    found = work.queue(kinds=("complaint.answer", "complaint.outside"),
                       see_restricted="customer.look_restricted" in permissions(request))
    kept = contacts.complaints_kept(since=add_months(today.replace(day=1), 1 - MONTHS), on=today)
    return show(request, "complaints.html", title="Complaints", lines=lines_of(found, user_id(request)),
                total=found.total, kept=[(complaint_category_words(each.category).en, each) for each in kept])


@desk("complaint.answer")
def complaint(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows it whole; POST takes one step, which the customer is told of unless it is a note."""
    found = complaint_or_404(code)
    customer = open_record(request, found.customer_id)
    acts = _ACTS[found.state]
    questions = () if not acts else (
        forms.one_of("complaint.act", "What do you do?", acts),
        forms.words("complaint.words", "Your words", long=True,
                    hint="They are sent to the customer, unless it is a note of what was said. Say what happened, what "
                         "you found and what is done about it."))
    filled = forms.fill(request, questions)
    errors = filled.errors
    if request.method == "POST" and acts and not errors:
        errors = attempt(lambda: _act(request, code, filled.values["complaint.act"], filled.values["complaint.words"]))
        if not errors:
            messages.success(request, "Done, and kept with the complaint.")
            return redirect("desk-complaint", code=code)
    item = next((each for each in work.about(Reference("complaint", found.pk)) if each.done_at is None), None)
    return form_page(
        request, filled, customer=customer, template="complaint.html", title="A complaint", caption=code,
        button="Do it", errors=errors, found=found, about=complaint_category_words(found.category).en,
        steps=contacts.steps_of(complaint_id=found.pk), events=EVENTS, states=STATES, has_acts=bool(acts),
        outcome=complaint_outcomes()[found.outcome].en if found.outcome else "",
        due=due(item.target_on, clock.today()) if item else None, back_url=reverse("desk-complaints"))


def complaint_or_404(code: str) -> Complaint:
    """The complaint with its customer."""
    found = contacts.complaint(code=code)
    if found is None:
        raise Http404
    return found


def _act(request: HttpRequest, code: str, act: str, words: str) -> Any:
    who: dict[str, Any] = {"code": code, "by": officer(request), "as_at": now()}
    if act in ("resolved", "talked_over"):
        return resolve_complaint(agreed=act == "resolved", done=words, **who)
    if act in ("referred", "examined"):
        return refer_complaint(is_back=act == "examined", noted=words, **who)
    if act == "customer_asked":
        return ask_complainant(asked=words, **who)
    if act == "held":
        return hold_complaint(why_longer=words, **who)
    if act == "added_to":
        return add_to_complaint(words=words, **who)
    return answer_complaint(finding=act, found=words, **who)
