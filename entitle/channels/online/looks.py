"""Who has looked at someone's record: when, in what part of our work and why. Never which member of staff."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from entitle.channels.online.door import own_door
from entitle.channels.online.frame import show
from entitle.channels.online.standing import OWN, Standing
from entitle.history import queries as history
from entitle.history.models import Event
from entitle.history.vocabulary import words_of
from entitle.kernel.words import Words

_MOST = 500
_STAFF = {
    "telephone": Words("One of our staff, on the telephone", cy="Un o'n staff, ar y ffôn"),
    "desk": Words("One of our staff, working on your case", cy="Un o'n staff, yn gweithio ar eich achos"),
    "clerical": Words("One of our staff, with a paper form", cy="Un o'n staff, gyda ffurflen bapur"),
}
_ROLES = {
    "staff": Words("One of our staff", cy="Un o'n staff"),
    "representative": Words("Someone who acts for you", cy="Rhywun sy'n gweithredu ar eich rhan"),
    "customer": Words("You", cy="Chi"),
    "system": Words("Our computer", cy="Ein cyfrifiadur"),
}
_REASONS = {
    "acting for them": Words("To act for you", cy="I weithredu ar eich rhan"),
    "call": Words("You called us", cy="Gwnaethoch ein ffonio"),
    "claim": Words("To work on your claim", cy="I weithio ar eich hawliad"),
    "claim.decide": Words("To decide your claim", cy="I benderfynu ar eich hawliad"),
    "evidence": Words("To look at something you sent", cy="I edrych ar rywbeth a anfonoch"),
    "change": Words("To act on a change", cy="I weithredu ar newid"),
    "reconsideration": Words("To look again at a decision", cy="I edrych eto ar benderfyniad"),
    "payment": Words("To look into a payment", cy="I edrych ar daliad"),
    "complaint": Words("To answer a complaint", cy="I ateb cwyn"),
    "quality": Words("To check that our work was right", cy="I wirio bod ein gwaith yn gywir"),
}


@own_door(OWN)
@require_safe
def looks(request: HttpRequest, standing: Standing) -> HttpResponse:
    return show(request, "looks.html", standing, current="online_details", looks=looks_at(standing.customer.id),
                back_url=reverse("online_details"))


def looks_at(customer_id: int) -> list[dict[str, Any]]:
    """Every look and every look that was stopped, newest first: at, who, what and why."""
    return [{"at": event.at, "who": _who(event), "what": words_of(event.code), "why": _why(event)}
            for event in history.looks(customer_id=customer_id, limit=_MOST)]


def _who(event: Event) -> Words:
    by_door = _STAFF.get(event.channel) if event.actor_role == "staff" else None
    return by_door or _ROLES.get(event.actor_role, _ROLES["staff"])


def _why(event: Event) -> Words | str:
    return _REASONS.get(event.reason, event.reason)
