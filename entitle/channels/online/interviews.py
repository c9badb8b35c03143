"""A customer's interviews: the one to come, moved or cancelled by themselves; and why they could not come to one."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from entitle.channels.online.door import NotYours, own_door
from entitle.channels.online.frame import show
from entitle.channels.online.standing import Standing
from entitle.contacts.models import Appointment
from entitle.contacts.queries import appointments
from entitle.gateways import clock
from entitle.kernel.words import Words
from entitle.pages.interviews import chosen_time, interview_rows, time_items, when
from entitle.pages.refusal import why
from entitle.procedures.cancel_appointment import cancel_appointment
from entitle.procedures.errors import NotDone
from entitle.procedures.give_cause import give_cause
from entitle.procedures.move_appointment import move_appointment

BECAME = {
    "booked": Words("To come", cy="I ddod"),
    "attended": Words("You came", cy="Daethoch"),
    "cancelled": Words("It was cancelled", cy="Cafodd ei ganslo"),
    "missed": Words("You were not there: we have asked why", cy="Nid oeddech yno: rydym wedi gofyn pam"),
    "excused": Words("You had a good reason for not coming", cy="Roedd gennych reswm da dros beidio â dod"),
    "not_excused": Words("We did not find a good reason for not coming", cy="Ni chanfuwyd rheswm da dros beidio â dod"),
}


@own_door("claims")
@require_safe
def interviews(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Every one, the latest first."""
    found = appointments.appointments_of(customer_id=standing.customer.id)
    return show(request, "interviews.html", standing, back_url=reverse("online_account"),
                interviews=[{"code": each.code, "when": when(each.starts_at), "became": BECAME[each.state],
                             "is_to_come": each.state == "booked", "is_missed": each.state == "missed"}
                            for each in found])


@own_door("claims")
def interview(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """GET shows it with the times it can be moved to; POST moves it. They know of it as they do it."""
    found, now, problem = _own(standing, code, "booked"), clock.now(), ""
    starts_at = chosen_time(request)
    if request.method == "POST" and starts_at is None:
        problem = gettext("Choose a time")
    elif request.method == "POST" and starts_at is not None:
        try:
            move_appointment(code=found.code, starts_at=starts_at, reason="asked", has_been_told=True, by=standing.by,
                             as_at=now)
        except NotDone as refusal:
            problem = why(refusal) or gettext("That time can no longer be had: choose another.")
        else:
            return redirect("online_interview", found.code)
    return show(request, "interview.html", standing, found=found, rows=dict(interview_rows(found)), problem=problem,
                times=time_items(appointments.can_be_moved_to(appointment=found, as_at=now)),
                status=422 if problem else 200, back_url=reverse("online_interviews"),
                error_list=[{"text": problem, "href": "#starts_at"}] if problem else [])


@own_door("claims")
def cancel(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """GET asks whether they are sure; POST cancels it."""
    found = _own(standing, code, "booked")
    if request.method == "POST":
        cancel_appointment(code=found.code, reason="asked", by=standing.by, as_at=clock.now())
        return redirect("online_interviews")
    return show(request, "interview_cancel.html", standing, found=found, when=when(found.starts_at),
                back_url=reverse("online_interview", args=[found.code]))


@own_door("claims")
def cause(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """Why they could not come, in their own words."""
    found, problem = _own(standing, code, "missed"), ""
    if request.method == "POST":
        if request.POST.get("cause", "").strip():
            give_cause(code=found.code, cause=request.POST["cause"], by=standing.by, as_at=clock.now())
            return redirect("online_interviews")
        problem = gettext("Say why you could not come")
    return show(request, "interview_cause.html", standing, found=found, problem=problem, status=422 if problem else 200,
                error_list=[{"text": problem, "href": "#cause"}] if problem else [],
                back_url=reverse("online_interviews"))


def _own(standing: Standing, code: str, state: str) -> Appointment:
    """Theirs, and as it must be for this page; else it is as if it were not there."""
    found = appointments.appointment(code=code)
    if found is None or found.customer_id != standing.customer.id or found.state != state:
        raise NotYours("There is no such interview.")
    return found
