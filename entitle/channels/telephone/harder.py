"""Harder questions, before what could be used to steal a payment: the agent types what is said, and sees no answer."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.channels.telephone.calls import OWN, Call, in_call, page_context
from entitle.contacts import queries as contacts
from entitle.contacts.step_up import step_up
from entitle.customers import queries as customers
from entitle.kernel.periods import london_date
from entitle.pages.access import permission
from entitle.procedures.answer_harder_question import answer_harder_question
from entitle.procedures.report_change import KINDS
from entitle.record.harder_questions import HarderQuestion, Unreadable, harder_questions


@permission("change.record")
@in_call
def harder(request: HttpRequest, call: Call, kind: str) -> HttpResponse:
    """One question after another, until enough were right, or too many wrong, or there are no more."""
    if kind not in KINDS:
        raise Http404
    call.check_may(topic_of(kind))
    problem, typed = "", request.POST.get("answer", "").strip()
    if request.method == "POST":
        skipped = "skip" in request.POST
        if not typed and not skipped:
            problem = "Write what they said, or say that they do not know"
        else:
            try:
                answer_harder_question(contact_code=call.code, question=request.POST.get("question", ""),
                                       typed="" if skipped else typed, by=call.by, as_at=call.as_at)
            except Unreadable as unreadable:
                problem = str(unreadable)
            else:
                return redirect("telephone_harder", call.code, kind)
    so_far = contacts.answered_in(contact=call.contact, as_at=call.as_at)
    if so_far.is_enough:
        return redirect("telephone_change", call.code, kind)
    left = [each for each in harder_questions(customer_id=call.customer.id, contact_code=call.code)
            if each.name not in so_far.asked]
    question = left[0] if so_far.closed_until is None and so_far.right + len(left) >= so_far.needed else None
    return _page(request, call, question, so_far, problem, typed)


def topic_of(kind: str) -> str:
    """What somebody must be agreed to speak on to report a change. Who is paid is no helper's to say."""
    return OWN if kind == "bank" else "changes"


def needs_harder_questions(call: Call, kind: str) -> bool:
    """Whether a change waits for them: not where there is nothing yet that it could replace."""
    return (kind in step_up(on=london_date(call.as_at)).needed_for and call.contact.stepped_up_at is None
            and customers.current_bank_account(call.customer.id) is not None)


def _page(request: HttpRequest, call: Call, question: HarderQuestion | None, so_far: contacts.Answered, problem: str,
          typed: str) -> HttpResponse:
    return render(request, "telephone/harder.html", page_context(
        call, page_title="Questions only they can answer" if question else "They cannot do this by telephone",
        question=question, so_far=so_far, problem=problem, typed=typed if problem else "",
        error_list=[{"text": problem, "href": "#answer"}] if problem else [], back_url=reverse(
            "telephone_caller", args=[call.code])), status=422 if problem else 200)
