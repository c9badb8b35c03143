"""Stopping one benefit for now, paying it again, or ending it: never another, and never untold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.awards import queries as awards
from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.record import scheme_title
from entitle.channels.desk.refusals import attempt
from entitle.procedures.end_award import end_award
from entitle.procedures.errors import NotDone
from entitle.procedures.keep_suspended import keep_suspended
from entitle.procedures.resume_award import resume_award
from entitle.procedures.suspend_award import suspend_award

_STOP, _RESUME, _KEEP, _END = "stop", "resume", "keep", "end"
_WHAT = {_STOP: "Stop paying it for now", _RESUME: "Pay it again, with what was held back",
         _KEEP: "Keep it stopped until another day", _END: "End it"}


@desk("claim.decide")
def stop(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows what can be done with it as it is; POST does one of them."""
    award = awards.get(code=code)
    customer = open_record(request, award.customer_id)
    ways = (_RESUME, _KEEP, _END) if award.state == "suspended" else (_STOP, _END)
    filled = forms.fill(request, (
        forms.one_of("stop.what", "What do you do?", {way: _WHAT[way] for way in ways}),
        forms.day("stop.review_on", "When is it looked at again?", hint="If it is stopped. You own it until then",
                  future=True, optional=True),
        forms.day("stop.ends_on", "First day that is not paid for", hint="If it is ended", optional=True),
        forms.words("stop.because", "Why", hint="The customer is told these words", at_most=200),
    ))
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(lambda: _do(request, code, filled.values))
        if not errors:
            messages.success(request, "Done. The customer is written to.")
            return redirect("desk-record", code=customer.code)
    return form_page(
        request, filled, customer=customer, title=f"Stop or end {scheme_title(award.scheme)}", caption=code,
        button="Do this and tell the customer", errors=errors, is_serious=True, paragraphs=[
            "Only this benefit is touched. Whatever else the customer gets goes on.",
            "What is held back while it is stopped is paid at once if it is paid again."],
        back_url=reverse("desk-record", args=[customer.code]))


def _do(request: HttpRequest, code: str, said: dict[str, Any]) -> None:
    given: dict[str, Any] = {"award_code": code, "because": said["stop.because"], "by": officer(request),
                             "as_at": now()}
    acts: dict[str, Callable[[], object]] = {
        _RESUME: lambda: resume_award(**given),
        _STOP: lambda: suspend_award(**given, review_on=_day(said["stop.review_on"])),
        _KEEP: lambda: keep_suspended(**given, review_on=_day(said["stop.review_on"])),
        _END: lambda: end_award(**given, on=_day(said["stop.ends_on"])),
    }
    acts[said["stop.what"]]()


def _day(said: date | None) -> date:
    if said is None:
        raise NotDone("Give the day.")
    return said
