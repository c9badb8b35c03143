"""One claim: where it is, by when we will decide, and what comes next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from entitle.blueprint import registry
from entitle.channels.online.claims import own_claim
from entitle.channels.online.door import own_door
from entitle.channels.online.frame import show
from entitle.channels.online.next_steps import next_steps
from entitle.channels.online.standing import OWN, Standing
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.decisions import queries as decisions
from entitle.evidence import queries as evidence
from entitle.gateways import clock
from entitle.history import queries as history
from entitle.history.vocabulary import words_of
from entitle.kernel.references import Reference
from entitle.kernel.words import Words
from entitle.pages.advance_form import is_for_one_off
from entitle.pages.claim_draft import claim_draft
from entitle.procedures.withdraw_claim import withdraw_claim

STATES = {
    "draft": Words("Not sent yet", cy="Heb ei anfon eto"),
    "received": Words("We are looking at it", cy="Rydym yn edrych arno"),
    "waiting": Words("Waiting for something from you", cy="Yn aros am rywbeth gennych chi"),
    "handed_off": Words("With a specialist", cy="Gydag arbenigwr"),
    "decided": Words("Decided", cy="Wedi'i benderfynu"),
    "withdrawn": Words("Withdrawn", cy="Wedi'i dynnu'n ôl"),
}
WHOM = {
    "claimant": Words("You", cy="Chi"),
    "partner": Words("Your partner", cy="Eich partner"),
    "other_parent": Words("The other parent", cy="Y rhiant arall"),
    "health_professional": Words("A health professional", cy="Gweithiwr iechyd proffesiynol"),
    "": Words("Someone else in the claim", cy="Rhywun arall yn yr hawliad"),
}
CAN_BE_WITHDRAWN = ("draft", "received", "waiting", "handed_off")


@own_door("claims")
def claim_page(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    claim = own_claim(standing, code)
    about = Reference("claim", claim.id)
    return show(
        request, "claim.html", standing, claim=claim, scheme=registry.scheme(claim.scheme), state=STATES[claim.state],
        decisions=decisions.of_claim(claim_id=claim.id), can_withdraw=claim.state in CAN_BE_WITHDRAWN,
        waited_for=_waited_for(claim),
        needed=[each for each in evidence.outstanding(about=about) if each.state != "received"],
        events=[{"title": words_of(event.code), "at": event.at} for event in reversed(history.about(about))],
        back_url=reverse("online_account"), has_advances=_has_advances(standing, claim), is_paid=is_for_one_off(claim),
    )


def _has_advances(standing: Standing, claim: Claim) -> bool:
    """Whether whoever is here may ask for an advance of its payments, or see what became of that."""
    return bool(registry.scheme(claim.scheme).advance) and standing.may(OWN) and claim.submitted_at is not None


def _waited_for(claim: Claim) -> list[dict[str, object]]:
    """Whose answers the claim waits for, since when and by when. Never what they say."""
    found = claims.asked_in_claim(claim_id=claim.id, state="asked")
    return [{"whom": WHOM.get(each.role, WHOM[""]), "asked_at": each.asked_at, "due_on": each.due_on,
             "code": each.code if each.customer_id == claim.customer_id else ""} for each in found]


@own_door("claims")
def sent(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """The confirmation: the reference, the date of the promise, and what happens next."""
    claim = own_claim(standing, code)
    if claim.decide_by is None:
        return redirect("online_claim", claim.code)
    heading = gettext("We have your claim")
    return show(request, "sent.html", standing, claim=claim, heading=heading, page_title=heading, reference=claim.code,
                decide_by=claim.decide_by, next_steps=next_steps(claim_draft(claim=claim, as_at=clock.now())),
                has_advances=_has_advances(standing, claim))


@own_door("claims")
def withdraw(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """GET asks whether they are sure; POST withdraws the claim."""
    claim = own_claim(standing, code)
    if request.method == "POST":
        withdraw_claim(claim_code=claim.code, reason="asked by the customer", by=standing.by, as_at=clock.now())
        return redirect("online_claim", claim.code)
    return show(request, "withdraw.html", standing, claim=claim, scheme=registry.scheme(claim.scheme),
                back_url=reverse("online_claim", args=[claim.code]))
