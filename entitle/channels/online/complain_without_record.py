"""Complaining without a sign-in and without a record: the reference is in the very reply."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from entitle.channels.online.frame import show
from entitle.gateways import clock
from entitle.kernel.references import Actor
from entitle.pages.access import public
from entitle.pages.language import language
from entitle.pages.outside_complaint import read_outside_complaint

ANYONE = Actor(role="customer", channel="online")
_MADE = "outside_complaint"


@public
def complain(request: HttpRequest) -> HttpResponse:
    """GET asks who, where to answer and what went wrong; POST takes it."""
    form = read_outside_complaint(request, by=ANYONE, as_at=clock.now(), language=language())
    if form.made is not None and form.answer_by is not None:
        request.session[_MADE] = [form.made.code, form.answer_by.isoformat()]
        return redirect("online_outside_complaint_sent")
    return show(request, "complain.html", fields=form.fields, error_list=form.errors, outside=True,
                back_url=reverse("online_home"), status=422 if form.errors else 200)


@public
def sent(request: HttpRequest) -> HttpResponse:
    """The reference, and the day by which it is answered."""
    if _MADE not in request.session:
        return redirect("online_outside_complaint")
    code, answer_by = request.session[_MADE]
    heading = gettext("We have your complaint")
    return show(request, "complaint_sent.html", heading=heading, page_title=heading, reference=code,
                answer_by=answer_by, outside=True)
