"""An office's day of interviews, and one of them: kept, missed, moved, cancelled, or its cause judged."""
from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer, said, show, user_id
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.contacts.appointment_reasons import MOVED
from entitle.contacts.booking import clock_time
from entitle.contacts.models import Appointment
from entitle.contacts.queries import appointments
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.pages.interviews import chosen_time, interview_rows, time_items
from entitle.procedures.cancel_appointment import cancel_appointment
from entitle.procedures.errors import NotFound
from entitle.procedures.judge_cause import judge_cause
from entitle.procedures.keep_appointment import keep_appointment
from entitle.procedures.move_appointment import move_appointment
from entitle.procedures.set_adviser_away import set_adviser_away
from entitle.staff import queries as staff

BECAME = {"booked": "To come", "attended": "Came", "missed": "Did not come: waiting to hear why",
          "excused": "Did not come, for a good reason", "not_excused": "Did not come, for no good reason found",
          "cancelled": "Cancelled"}


@desk("appointment.keep")
def interviews(request: HttpRequest) -> HttpResponse:
    """One office's day: the officer's own and today, unless others are chosen. A restricted name is not shown."""
    offices = staff.offices()
    mine = staff.adviser_of(user_id(request))
    chosen = next((each for each in offices if each.code == request.GET.get("office")), None) or (
        mine.office if mine else next(iter(offices), None))
    on = _day(request.GET.get("on", "")) or clock.today()
    found = appointments.diary(office_id=chosen.id, on=on) if chosen else []
    names = customers.names_of([each.customer_id for each in found if not each.customer.is_restricted])
    return show(
        request, "interviews.html", title="Interviews", offices=offices, office=chosen, on=on, became=BECAME,
        rows=[(each, clock_time(each.starts_at).en, names.get(each.customer_id, "Restricted record"))
              for each in found],
        before=on - timedelta(days=1), after=on + timedelta(days=1),
        advisers=staff.advisers_at(chosen.id) if chosen else [])


@desk("appointment.keep")
@require_POST
def away(request: HttpRequest, number: int) -> HttpResponse:
    """An adviser of an office is away, or back: whom they were to see becomes urgent work."""
    is_away = said(request, "away") == "yes"
    left = set_adviser_away(adviser_id=number, is_away=is_away, by=officer(request), as_at=now())
    messages.success(request, f"Noted. {left} to be moved: they are in the queue." if is_away else "Noted.")
    return redirect("desk-interviews")


@desk("appointment.keep")
def interview(request: HttpRequest, code: str) -> HttpResponse:
    """Everything of one interview; POST says whether they came, or cancels it."""
    found = _opened(request, code)
    errors = _done(request, found) if request.method == "POST" else []
    if request.method == "POST" and not errors:
        return redirect("desk-interview", code=code)
    return show(
        request, "interview.html", title="Interview", found=found, rows=dict(interview_rows(found)), became=BECAME,
        customer=found.customer, name=customers.names_of([found.customer_id])[found.customer_id], error_list=errors,
        moves=appointments.moves_of(appointment_id=found.id), moved_because=MOVED,
        has_begun=appointments.has_begun(found, now()), is_over=appointments.is_over(found, now()),
        back_url=reverse("desk-interviews"))


@desk("appointment.keep")
def move(request: HttpRequest, code: str) -> HttpResponse:
    """To another time. Where a letter would come too late, only once the customer was spoken to."""
    found = _opened(request, code)
    starts_at, reason, errors = chosen_time(request), said(request, "reason"), []
    if request.method == "POST":
        if starts_at is None:
            errors = [{"text": "Choose a time", "href": "#starts_at"}]
        else:
            errors = attempt(lambda: move_appointment(
                code=code, starts_at=starts_at, reason=reason, has_been_told=said(request, "told") == "yes",
                by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, "The interview was moved, and the customer told.")
            return redirect("desk-interview", code=code)
    return show(
        request, "interview_move.html", title="Move the interview", found=found, error_list=errors,
        customer=found.customer, name=customers.names_of([found.customer_id])[found.customer_id],
        times=time_items(appointments.can_be_moved_to(appointment=found, as_at=now())), reason=reason,
        reasons=[{"value": value, "text": words.en, "checked": value == reason} for value, words in MOVED.items()],
        back_url=reverse("desk-interview", args=[code]))


@desk("appointment.keep")
def judge(request: HttpRequest, code: str) -> HttpResponse:
    """Whether there was a good cause, with the officer's reason. It stops nothing."""
    found = _opened(request, code)
    filled = forms.fill(request, (
        forms.yes_no("cause.is_good", "Was there a good cause?"),
        forms.words("cause.reason", "Why", hint="The customer reads this", long=True)))
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(lambda: judge_cause(
            code=code, is_good_cause=filled.values["cause.is_good"], reason=filled.values["cause.reason"],
            by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, "The customer is told.")
            return redirect("desk-interview", code=code)
    return form_page(
        request, filled, customer=found.customer, title="Was there a good cause?", button="Tell them", errors=errors,
        paragraphs=[f"They said: “{found.cause}”" if found.cause else "They have not told us why yet.",
                    "Nothing of theirs is stopped by this."],
        back_url=reverse("desk-interview", args=[code]))


def _done(request: HttpRequest, found: Appointment) -> list[dict[str, str]]:
    act = said(request, "act")
    if act in ("came", "missed"):
        return attempt(lambda: keep_appointment(code=found.code, came=act == "came", by=officer(request), as_at=now()))
    return attempt(lambda: cancel_appointment(code=found.code, reason=act, by=officer(request), as_at=now()))


def _opened(request: HttpRequest, code: str) -> Appointment:
    """The interview, once the look at its customer's record is written. Raises NotFound."""
    found = appointments.appointment(code=code)
    if found is None:
        raise NotFound("There is no interview with that reference.")
    open_record(request, found.customer_id)
    return found


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
