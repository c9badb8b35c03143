"""Book someone an interview, from their record."""
from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk.frame import desk, now, officer, show
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.contacts.queries import appointments
from entitle.customers import queries as customers
from entitle.pages.access import permissions
from entitle.pages.interviews import chosen_time, needs_items, needs_of, time_items
from entitle.procedures.book_appointment import book_appointment


@desk("appointment.book")
def book_interview(request: HttpRequest, code: str) -> HttpResponse:
    """What they need, then a time. Someone with an interview to come has that one shown."""
    customer = open_record(request, customers.get(code).id)
    to_come = appointments.to_come(customer_id=customer.id)
    if to_come is not None and "appointment.keep" in permissions(request):
        return redirect("desk-interview", code=to_come.code)
    needs, starts_at, errors = needs_of(request, customer, now()), chosen_time(request), []
    if "book" in request.POST:
        errors = [{"text": "Choose a time", "href": "#starts_at"}] if starts_at is None else attempt(
            lambda: book_appointment(
                customer_code=code, starts_at=starts_at, situations=needs.situations, features=needs.features,
                language=needs.language, by=officer(request), as_at=now()))
        if not errors:
            messages.success(request, "The interview is booked, and confirmed to them.")
            return redirect("desk-record", code=code)
    found = appointments.can_be_had(
        customer_id=customer.id, situations=needs.situations, features=needs.features, language=needs.language,
        as_at=now()) if needs.are_said else ()
    return show(
        request, "book_interview.html", title="Book an interview", customer=customer, needs=needs, error_list=errors,
        name=customers.names_of([customer.id])[customer.id], items=needs_items(needs), times=time_items(found),
        to_come=to_come, back_url=reverse("desk-record", args=[code]))
