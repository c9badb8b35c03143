"""The call that a page is part of: whose record, who took it, and whether the caller has shown who they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.telephone.listening import listening
from entitle.channels.telephone.recording import hush
from entitle.contacts import queries as contacts
from entitle.contacts.models import Call as LineCall
from entitle.contacts.models import Contact
from entitle.contacts.queues import queues
from entitle.customers import queries as customers
from entitle.customers.models import Customer, Representative
from entitle.gateways import clock
from entitle.history import queries as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Actor, Reference
from entitle.pages.actor import actor_of
from entitle.pages.formats import say
from entitle.pages.refusal import says_why_not
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.procedures.guard_record import guard_record
from entitle.procedures.hear_representative import RANG

CHANNEL = "telephone"
OWN = "own"
"""A topic that no helper may speak on: it is for the customer, or for whoever acts for them in everything."""
REASONS = {
    "calling": "The customer is calling",
    "for_customer": "Someone is calling for the customer",
    "about_death": "Someone is calling about a death",
    "call_back": "We are calling the customer back",
    "progress": "They want to know how a claim or payment is getting on",
}
OUTWARD = frozenset({"call_back"})
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Call:
    """One open call and what every page of it needs."""

    contact: Contact
    customer: Customer
    name: str
    by: Actor
    as_at: Instant
    line: LineCall | None = None
    """The call off our queues that it is, where they did not come by any other way."""
    speaker: Representative | None = None
    """Who speaks for the customer, where it is not the customer who is on the line."""

    def may(self, topic: str) -> bool:
        """Whether whoever is on the line may hear and say things on a topic. Consent that ends, ends in the call."""
        return self.speaker is None or self.speaker.may_speak_on(topic, on=london_date(self.as_at))

    def check_may(self, topic: str) -> None:
        """Raises NotPermitted where whoever is on the line may not."""
        if self.speaker is not None and not self.may(topic):
            raise NotPermitted(f"{self.speaker.name} may not speak about this: the customer has not agreed to it, or "
                               "no longer does. Tell them nothing of it.")

    @property
    def code(self) -> str:
        return self.contact.code

    @property
    def language(self) -> str:
        """The customer's: what is said aloud is in it."""
        return self.customer.language

    @property
    def url(self) -> str:
        return reverse("telephone_caller", args=[self.code])

    def address(self, name: str, *rest: str) -> str:
        """A page of this call."""
        return reverse(name, args=[self.code, *rest])


def in_call(view: View) -> View:
    """Gives a view its Call in place of the call's code, once the caller has shown who they are."""
    return _with_call(view, identified=True)


def in_call_on(topic: str) -> Callable[[View], View]:
    """As `in_call`, for pages on a topic: closed to someone who speaks for the customer on other topics only."""

    def guard(view: View) -> View:
        @wraps(view)
        def on_topic(request: HttpRequest, call: Call, *args: Any, **kwargs: Any) -> HttpResponse:
            call.check_may(topic)
            return view(request, call, *args, **kwargs)

        return in_call(on_topic)

    return guard


def in_any_call(view: View) -> View:
    """As `in_call`, but for pages that tell nothing of the record: asking who the caller is, a death, the end."""
    return _with_call(view, identified=False)


def page_context(call: Call | None = None, *, at: str = "find", **more: Any) -> dict[str, Any]:
    """What the layout of every page of this door wants."""
    home = reverse("telephone_find")
    return {
        "service_name": "Telephone",
        "service_url": home,
        "home_url": home,
        "call": call,
        "navigation": [{"text": "Find a customer", "href": home, "current": call is None and at == "find"},
                       {"text": "Take calls", "href": reverse("telephone_ready"), "current": at == "ready"},
                       {"text": "Call-backs", "href": reverse("telephone_call_backs"), "current": at == "call_backs"},
                       {"text": "Practise", "href": reverse("telephone_practice"), "current": at == "practice"}],
        "queue_words": queue_words,
        "listens": listening("call", call.by, call.line) if call and call.line else None,
        **more,
    }


def queue_words(name: str) -> str:
    """What a queue is about; before a call joins one, that it came straight in."""
    return say(queues()[name].about) if name in queues() else "Straight in"


def line_in_hand(by: Actor) -> LineCall | None:
    """The call off our queues that somebody has now."""
    return contacts.call_in_hand(user_id=by.user_id) if by.user_id is not None else None


def note(request: HttpRequest, call: Call, words: str) -> None:
    """Something done in this call, for the summary that is written when it ends."""
    notes = request.session.get("calls", {})
    done = notes.get(call.code, [])
    if words not in done:
        request.session["calls"] = {call.code: [*done, words]}


def notes_of(request: HttpRequest, call: Call) -> str:
    return "\n".join(request.session.get("calls", {}).get(call.code, []))


def _with_call(view: View, *, identified: bool) -> View:
    @wraps(view)
    @says_why_not
    def guarded(request: HttpRequest, call: str, *args: Any, **kwargs: Any) -> HttpResponse:
        found = _call_of(request, call)
        if identified and found.contact.identity_confirmed_at is None:
            return redirect(found.url)
        if found.line is not None:
            hush(request, line=found.line.code, by=found.by, as_at=found.as_at)
        return view(request, found, *args, **kwargs)

    return guarded


def _call_of(request: HttpRequest, code: str) -> Call:
    contact = contacts.get_contact(code=code)
    if contact is None or contact.channel != CHANNEL:
        raise NotFound("There is no call with that reference.")
    by, now = actor_of(request, CHANNEL), clock.now()
    if contact.user_id != by.user_id:
        raise NotPermitted("That is a colleague's call. Find the customer to begin one of your own.")
    if contact.ended_at is not None:
        raise NotDone("That call is over. Find the customer to begin another.")
    customer = customers.by_id(contact.customer_id)
    guard_record(customer_id=customer.id, by=by, as_at=now, just_read=customer)
    held = line_in_hand(by)
    return Call(contact, customer, customers.names_of([customer.id]).get(customer.id, ""), by, now,
                held if held is not None and held.contact_id == contact.id else None, _speaker(contact))


def _speaker(contact: Contact) -> Representative | None:
    """Read anew for each page, so that consent withdrawn a moment ago counts."""
    if contact.identity_confirmed_at is None:
        return None
    events = history.about(Reference("contact", contact.id))
    rang = [event.refers_id for event in events if event.code == RANG and event.refers_id is not None]
    return customers.representative(rang[-1]) if rang else None
