"""How a view of this door is made: it states its permission, is told whose record it is, and refuses with a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from entitle.blueprint.registry import NoSuchScheme
from entitle.channels.online.frame import show
from entitle.channels.online.standing import Standing, standing_of
from entitle.claims.queries import AlreadyClaiming, ChangedMeanwhile
from entitle.customers.queries import NoSuchCustomer
from entitle.decisions.queries import AlreadyDecided
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.pages.access import View, customer_only
from entitle.pages.refusal import why
from entitle.procedures.errors import NotDone, NotFound, NotPermitted

_NOT_THERE = (NotFound, NotPermitted, NoSuchCustomer, NoSuchScheme)
_NOT_NOW = (NotDone, NotAllowedNow, AlreadyClaiming, AlreadyDecided, ChangedMeanwhile)


class NotYours(NotFound):
    """It belongs to somebody else, which to this person is the same as not being there."""


def own_door(topic: str = "") -> Callable[[View], View]:
    """A page about one customer: the view is given the Standing. `topic` is what a helper must have been let do."""

    def decorate(view: View) -> View:
        @wraps(view)
        def with_standing(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            standing = standing_of(request)
            if standing is None:
                after = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
                return redirect(f"{reverse('online_who')}?{after}" if after else reverse("online_who"))
            if not standing.may(topic):
                return show(request, "not_agreed.html", standing, status=403)
            return answered(request, standing, lambda: view(request, standing, *args, **kwargs))

        return customer_only(with_standing)

    return decorate


def answered(request: HttpRequest, standing: Standing | None, act: Callable[[], HttpResponse]) -> HttpResponse:
    """What `act` gives, or the page that says why it was not done and that nothing was lost."""
    try:
        return act()
    except _NOT_THERE:
        return show(request, "not_there.html", standing, status=404)
    except _NOT_NOW as refusal:
        because = why(refusal) if isinstance(refusal, NotDone) else ""
        return show(request, "not_done.html", standing, status=409, because=because or gettext(
            "Someone may have done it already, or it may be too late for it."))
