"""A complaint on paper, or at the counter, of someone who has no record: counted from the day that it reached us."""
from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.channels.clerical.frame import CHANNEL, page_context
from entitle.channels.clerical.received_day import RECEIVED_PARTS, received_day
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.outside_complaint import read_outside_complaint


@permission("paper.enter")
def complain(request: HttpRequest) -> HttpResponse:
    """The day, who wrote, where to answer and what it says."""
    received_on, wrong_day = (received_day(request, clock.today(), "the complaint") if request.method == "POST"
                              else (None, ""))
    form = read_outside_complaint(request, by=actor_of(request, CHANNEL), as_at=clock.now(), received_on=received_on,
                                  may_send=received_on is not None)
    if form.made is not None:
        messages.success(request, f"Complaint recorded. Its reference is {form.made.code}: tell them now if they are "
                                  "here, or write it to them where they asked.")
        return redirect("clerical_home")
    errors = [*([{"text": wrong_day, "href": "#received-day"}] if wrong_day else []), *form.errors]
    return render(request, "clerical/complaint.html", page_context(
        page_title="Record a complaint", paper=None, fields=form.fields, error_list=errors,
        typed={part: request.POST.get(f"received-{part}", "") for part in RECEIVED_PARTS}, wrong_day=wrong_day,
        back_url=reverse("clerical_home")), status=422 if errors else 200)
