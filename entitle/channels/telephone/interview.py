"""An interview, in a call: booked by what the customer says they need, moved or cancelled, or why it was missed."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.channels.telephone.calls import Call, in_call_on, note, page_context
from entitle.contacts.queries import appointments
from entitle.pages.access import permission
from entitle.pages.interviews import chosen_time, interview_rows, needs_items, needs_of, time_items, when
from entitle.procedures.book_appointment import book_appointment
from entitle.procedures.cancel_appointment import cancel_appointment
from entitle.procedures.errors import NotDone
from entitle.procedures.give_cause import give_cause
from entitle.procedures.move_appointment import move_appointment


@permission("appointment.book")
@in_call_on("claims")
def interview(request: HttpRequest, call: Call) -> HttpResponse:
    """What they need, then a time: the page that a customer with no interview to come is shown."""
    if appointments.to_come(customer_id=call.customer.id) is not None:
        return redirect("telephone_interview_change", call.code)
    needs, starts_at, problem = needs_of(request, call.customer, call.as_at), chosen_time(request), ""
    if "book" in request.POST:
        try:
            if starts_at is None:
                raise NotDone("Choose a time")
            booked = book_appointment(
                customer_code=call.customer.code, starts_at=starts_at, situations=needs.situations,
                features=needs.features, language=needs.language, by=call.by, as_at=call.as_at)
        except NotDone as refusal:
            problem = str(refusal)
        else:
            note(request, call, f"Booked the interview {booked.code}.")
            return redirect("telephone_interview_change", call.code)
    found = appointments.can_be_had(
        customer_id=call.customer.id, situations=needs.situations, features=needs.features, language=needs.language,
        as_at=call.as_at) if needs.are_said else ()
    return render(request, "telephone/interview.html", page_context(
        call, page_title="Book an interview", needs=needs, items=needs_items(needs), times=time_items(found),
        problem=problem, error_list=[{"text": problem, "href": "#starts_at"}] if problem else [], back_url=call.url,
        missed=[each for each in appointments.appointments_of(customer_id=call.customer.id) if each.state == "missed"],
    ), status=422 if problem else 200)


@permission("appointment.book")
@in_call_on("claims")
def change(request: HttpRequest, call: Call) -> HttpResponse:
    """The interview to come: moved while they are on the line, so that they are told; or cancelled."""
    found = appointments.to_come(customer_id=call.customer.id)
    if found is None:
        return redirect("telephone_interview", call.code)
    starts_at, problem = chosen_time(request), ""
    if request.method == "POST":
        try:
            if request.POST.get("act") == "cancel":
                cancel_appointment(code=found.code, reason="asked", by=call.by, as_at=call.as_at)
                note(request, call, f"Cancelled the interview {found.code}, as they asked.")
            elif starts_at is None:
                raise NotDone("Choose a time")
            else:
                move_appointment(code=found.code, starts_at=starts_at, reason="asked", has_been_told=True, by=call.by,
                                 as_at=call.as_at)
                note(request, call, f"Moved the interview {found.code}, as they asked.")
        except NotDone as refusal:
            problem = str(refusal)
        else:
            return redirect("telephone_interview_change", call.code)
    return render(request, "telephone/interview_change.html", page_context(
        call, page_title="Their interview", found=found, rows=dict(interview_rows(found)), problem=problem,
        times=time_items(appointments.can_be_moved_to(appointment=found, as_at=call.as_at)), back_url=call.url,
        error_list=[{"text": problem, "href": "#starts_at"}] if problem else []), status=422 if problem else 200)


@permission("appointment.book")
@in_call_on("claims")
def cause(request: HttpRequest, call: Call, interview: str) -> HttpResponse:
    """Why they could not come, written down in their own words."""
    found = next((each for each in appointments.appointments_of(customer_id=call.customer.id)
                  if each.code == interview and each.state == "missed"), None)
    if found is None:
        return redirect("telephone_interview", call.code)
    problem = ""
    if request.method == "POST":
        try:
            give_cause(code=found.code, cause=request.POST.get("cause", ""), by=call.by, as_at=call.as_at)
        except NotDone:
            problem = "Write down why they could not come"
        else:
            note(request, call, f"Told us why they missed the interview {found.code}.")
            return redirect(call.url)
    return render(request, "telephone/interview_cause.html", page_context(
        call, page_title="Why they could not come", found=found, was_at=when(found.starts_at), problem=problem,
        error_list=[{"text": problem, "href": "#cause"}] if problem else [], back_url=call.url),
        status=422 if problem else 200)
