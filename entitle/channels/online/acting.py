"""Acting for someone: chosen and stopped by a button, and written in their history as a look by a representative."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from entitle.channels.online.standing import ACTING_FOR, CHANNEL, acts_for
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.pages.access import customer_only
from entitle.pages.actor import actor_of
from entitle.procedures.look_at_record import look_at_record


@customer_only
@require_POST
def act_for(request: HttpRequest, code: str) -> HttpResponse:
    """From now on every page is about that customer, until they stop."""
    if not any(each.customer.code == code for each in acts_for(request)):
        raise Http404
    look_at_record(customer_code=code, by=actor_of(request, CHANNEL, for_another=True), reason="acting for them",
                   as_at=clock.now())
    request.session[ACTING_FOR] = code
    return redirect("online_account")


@customer_only
@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    request.session.pop(ACTING_FOR, None)
    return redirect("online_account")


def acting_choices(request: HttpRequest) -> list[dict[str, str]]:
    """Everyone for whom the person signed in may act, by name and code."""
    acting = acts_for(request)
    names = customers.names_of([each.customer_id for each in acting])
    return [{"name": names.get(each.customer_id, ""), "code": each.customer.code} for each in acting]
