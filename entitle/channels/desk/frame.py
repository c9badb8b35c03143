"""What every page of the desk has in common: who may see it, its menu, and how a refusal is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import override

from entitle.customers.queries import NoSuchCustomer
from entitle.gateways import clock
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.pages.access import View, permission, permissions
from entitle.pages.actor import actor_of
from entitle.procedures.errors import NotFound, NotPermitted, RestrictedRecord

CHANNEL = "desk"
_MENU = (
    ("Work", "desk-queue", "work.see"),
    ("Find someone", "desk-find", "customer.find"),
    ("Interviews", "desk-interviews", "appointment.keep"),
    ("Reconsiderations", "desk-reconsiderations", "reconsideration.decide"),
    ("Complaints", "desk-complaints", "complaint.answer"),
    ("Looks to check", "desk-looks", "looks.check"),
    ("Payments", "desk-payday", "payment.see"),
    ("Pay runs", "desk-pay-runs", "payment.run"),
    ("Bank files", "desk-bank-files", "payment.release"),
    ("Queues", "desk-queues", "work.assign"),
    ("Figures", "desk-figures", "work.assign"),
)


class ReasonNeeded(Exception):
    """A record may not be shown before the officer says why they look at it."""

    def __init__(self, customer_code: str) -> None:
        super().__init__(customer_code)
        self.customer_code = customer_code


def desk(name: str) -> Callable[[View], View]:
    """A page of the desk for those with a permission. It is in English, whatever the officer's own language."""

    def decorate(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            with override("en"):
                response = _answered(view, request, *args, **kwargs)
            response.headers["Content-Language"] = "en"
            return response

        return permission(name)(page)

    return decorate


def _answered(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    try:
        return view(request, *args, **kwargs)
    except ReasonNeeded as needed:
        address = reverse("desk-look", args=[needed.customer_code])
        return redirect(f"{address}?{urlencode({'next': request.get_full_path()})}")
    except (NotFound, RestrictedRecord, NoSuchCustomer, ObjectDoesNotExist) as missing:
        raise Http404 from missing
    except NotPermitted as refusal:
        return show(request, "refused.html", title="You cannot do this", status=403, because=str(refusal))


def framed(request: HttpRequest) -> dict[str, Any]:
    """What every page carries round its own words: the menu, and what the officer may do."""
    menu = [
        {"text": text, "href": reverse(route), "current": request.path.startswith(reverse(route))}
        for text, route, needed in _MENU
        if needed in permissions(request)
    ]
    return {
        "service_name": "Desk",
        "service_url": reverse("desk-home"),
        "home_url": reverse("desk-home"),
        "navigation": menu,
        "may": permissions(request),
        "today": clock.today(),
    }


def show(request: HttpRequest, template: str, *, title: str, status: int = 0, **context: Any) -> HttpResponse:
    """A page from templates/desk, with the menu. One with errors to show has status 422."""
    frame = {"page_title": title, **framed(request)}
    status = status or (422 if context.get("error_list") else 200)
    return render(request, f"desk/{template}", frame | context, status=status)


def officer(request: HttpRequest) -> Actor:
    """The officer, acting by this channel."""
    return actor_of(request, CHANNEL)


def user_id(request: HttpRequest) -> int:
    """The officer's number."""
    assert request.user.pk is not None, "a page of the desk is for those signed in"
    return request.user.pk


def now() -> Instant:
    """The moment to act at."""
    return clock.now()


def said(request: HttpRequest, name: str) -> str:
    """What was typed or chosen in a field, without outer spaces."""
    return request.POST.get(name, "").strip()
