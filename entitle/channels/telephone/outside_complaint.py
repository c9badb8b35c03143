"""A caller complains who has no record, and needs none: written down, and the reference said before they ring off."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.channels.telephone.calls import CHANNEL, line_in_hand, page_context
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.formats import weekday_and_day
from entitle.pages.outside_complaint import read_outside_complaint

_SAID = "telephone_outside_complaint"


@permission("change.record")
def complain(request: HttpRequest) -> HttpResponse:
    """The form; then what to say."""
    by = actor_of(request, CHANNEL)
    held = line_in_hand(by)
    form = read_outside_complaint(request, by=by, as_at=clock.now(), language=held.language if held else "en")
    if form.made is not None:
        request.session[_SAID] = (f"Thank you for telling us. Your reference is {form.made.code}. We will answer by "
                                  f"{weekday_and_day(form.answer_by)}.")
        return redirect("telephone_outside_complaint")
    said = request.session.pop(_SAID, "") if request.method == "GET" else ""
    return render(request, "telephone/outside_complaint.html", page_context(
        line=held, page_title="Complaint recorded" if said else "A complaint without a record", said=said,
        fields=form.fields, error_list=form.errors, back_url=reverse("telephone_find")),
        status=422 if form.errors else 200)
