"""Somebody helps a customer on the customer's own pages: the customer lets them, and every page says so."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from entitle.channels.online.door import own_door
from entitle.channels.online.frame import show
from entitle.channels.online.standing import OWN, Standing
from entitle.gateways import clock
from entitle.pages.refusal import why
from entitle.procedures.begin_assisted import begin_assisted
from entitle.procedures.end_assisted import end_assisted
from entitle.procedures.errors import NotDone

ASSISTED = "assisted"


@own_door(OWN)
def begin(request: HttpRequest, standing: Standing) -> HttpResponse:
    """GET asks for the helper's code and the customer's agreement; POST is both."""
    typed, problem = request.POST.get("code", "").strip(), ""
    agreed = request.POST.get("agreed") == "yes"
    if request.method == "POST":
        try:
            helper = begin_assisted(customer_code=standing.customer.code, helper_code=typed, agreed=agreed,
                                    by=standing.by, as_at=clock.now())
        except NotDone as refusal:
            problem = why(refusal) or gettext("Enter the code that your helper gave you")
        else:
            request.session[ASSISTED] = {"helper": helper.pk, "name": helper.name}
            return redirect("online_account")
    return show(request, "assisted.html", standing, status=422 if problem else 200, typed=typed, agreed=agreed,
                problem=problem, error_list=[{"text": problem, "href": "#code"}] if problem else [],
                back_url=reverse("online_people"))


@own_door(OWN)
@require_POST
def end(request: HttpRequest, standing: Standing) -> HttpResponse:
    """They go on by themselves."""
    assisted = request.session.pop(ASSISTED, None)
    if assisted is not None:
        end_assisted(customer_code=standing.customer.code, helper_id=assisted["helper"], by=standing.by,
                     as_at=clock.now())
    return redirect("online_account")
