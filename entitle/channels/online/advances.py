"""Asking for an advance of a claim's payments, and what became of it."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.blueprint import registry
from entitle.channels.online.claims import own_claim
from entitle.channels.online.door import own_door
from entitle.channels.online.frame import show
from entitle.channels.online.standing import OWN, Standing
from entitle.gateways import clock
from entitle.kernel.references import Reference
from entitle.pages.advance_form import advance_form
from entitle.payments.work_kinds import ADVANCE_TO_DECIDE
from entitle.work import queries as work


@own_door(OWN)
def advance(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """What they can have, the form, and how they would pay it back; once it is asked for, what became of it."""
    claim = own_claim(standing, code)
    form = advance_form(request, claim=claim, by=standing.by, as_at=clock.now())
    if form.sent is not None:
        return redirect("online_advance", claim.code)
    about = Reference("advance", form.made.id) if form.made else None
    item = next(iter(work.about(about, kind=ADVANCE_TO_DECIDE)), None) if about else None
    return show(request, "advance.html", standing, claim=claim, scheme=registry.scheme(claim.scheme), form=form,
                decide_by=item.target_on if item else None, error_list=form.errors,
                back_url=reverse("online_claim", args=[claim.code]), status=422 if form.errors else 200)
