"""What every page of the paper door shares: its menu, the record it is about, and the look that opened it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.claims import queries as claims
from entitle.customers import queries as customers
from entitle.customers.models import Customer
from entitle.gateways import clock
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.pages.actor import actor_of
from entitle.pages.claim_draft import ClaimDraft, claim_draft
from entitle.pages.refusal import says_why_not
from entitle.procedures.errors import NotFound
from entitle.procedures.guard_record import guard_record
from entitle.procedures.look_at_record import look_at_record

CHANNEL = "clerical"
REASONS = {
    "form_came": "A form came from them",
    "document_came": "A document came from them",
    "form_wanted": "They asked for a form",
    "told_us": "They write that something has changed, or disagree with a decision",
    "death": "Someone writes that they have died",
    "complaint": "They complain, by letter or at the counter",
}
_OPENED = "paper_opened"
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Paper:
    """The record that a page is about, and who is at the desk."""

    customer: Customer
    name: str
    by: Actor
    as_at: Instant

    @property
    def url(self) -> str:
        return reverse("clerical_customer", args=[self.customer.code])


def page_context(**more: Any) -> dict[str, Any]:
    """What the layout of every page of this door wants."""
    home = reverse("clerical_home")
    here = more.pop("here", "")
    return {
        "service_name": "Paper",
        "service_url": home,
        "home_url": home,
        "navigation": [
            {"text": "Forms", "href": home, "current": here == "forms"},
            {"text": "Find a customer", "href": reverse("clerical_find"), "current": here == "find"},
            {"text": "Packs of forms", "href": reverse("clerical_packs"), "current": here == "packs"},
            {"text": "Contingency", "href": reverse("clerical_contingencies"), "current": here == "contingency"},
            {"text": "Claims sent on", "href": reverse("clerical_intakes"), "current": here == "sent_on"},
            {"text": "Claims handed over", "href": reverse("clerical_handovers"), "current": here == "handed_over"},
        ],
        **more,
    }


def open_for(request: HttpRequest, *, customer_code: str, reason: str) -> None:
    """Write the look, and remember for this session that it was made."""
    look_at_record(customer_code=customer_code, reason=reason, by=actor_of(request, CHANNEL), as_at=clock.now())
    request.session[_OPENED] = [*request.session.get(_OPENED, []), customer_code][-50:]


def of_customer(view: View) -> View:
    """Gives a view its Paper in place of the customer's code; a record not opened yet asks why first."""

    @wraps(view)
    @says_why_not
    def guarded(request: HttpRequest, customer: str, *args: Any, **kwargs: Any) -> HttpResponse:
        if customer not in request.session.get(_OPENED, []):
            return redirect("clerical_open", customer)
        return view(request, _paper(request, customers.get(customer)), *args, **kwargs)

    return guarded


def of_claim(view: View) -> View:
    """Gives a view its Paper and the claim as it stands, in place of the claim's code."""

    @wraps(view)
    @says_why_not
    def guarded(request: HttpRequest, claim: str, *args: Any, **kwargs: Any) -> HttpResponse:
        found = claims.get(code=claim)
        if found is None:
            raise NotFound("There is no claim with that reference.")
        if found.customer.code not in request.session.get(_OPENED, []):
            return redirect("clerical_open", found.customer.code)
        paper = _paper(request, found.customer)
        draft: ClaimDraft = claim_draft(claim=found, as_at=paper.as_at)
        return view(request, paper, draft, *args, **kwargs)

    return guarded


def paper_of(request: HttpRequest, customer: Customer) -> Paper | None:
    """The Paper of a record that was opened in this session; None for one that asks why first."""
    return _paper(request, customer) if customer.code in request.session.get(_OPENED, []) else None


def _paper(request: HttpRequest, customer: Customer) -> Paper:
    by, now = actor_of(request, CHANNEL), clock.now()
    guard_record(customer_id=customer.id, by=by, as_at=now)
    return Paper(customer, customers.names_of([customer.id]).get(customer.id, ""), by, now)
