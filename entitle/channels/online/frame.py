"""What every page of this door carries round its own words."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from entitle.channels.online.standing import ANY, OWN, Standing
from entitle.customers import queries as customers

LAYOUT = "online/layout.html"
_MENU = (("online_account", ANY), ("online_letters", "letters"), ("online_changes", "changes"), ("online_details", OWN))


def framed(standing: Standing | None, current: str = "") -> dict[str, Any]:
    """Menu, service name, and for whom someone is acting."""
    frame: dict[str, Any] = {
        "service_name": gettext("Your benefits"), "service_url": reverse("online_home"), "layout": LAYOUT,
        "home_url": reverse("online_home"), "navigation": [],
    }
    if standing is not None:
        words = {"online_account": gettext("Your account"), "online_letters": gettext("Letters"),
                 "online_changes": gettext("Tell us about a change"), "online_details": gettext("Your details")}
        frame["navigation"] = [
            {"text": words[name], "href": reverse(name), "current": name == current}
            for name, topic in _MENU if standing.may(topic)
        ]
        if standing.representative is not None:
            frame["acting_for"] = customers.names_of([standing.customer.id]).get(standing.customer.id, "")
    return frame


def show(request: HttpRequest, template: str, standing: Standing | None = None, *, current: str = "", status: int = 200,
         **context: Any) -> HttpResponse:
    """A page of this door from `templates/online/`."""
    return render(request, f"online/{template}", {**framed(standing, current), **context}, status=status)
