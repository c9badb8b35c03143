"""A claimant's statement: everything they have said so far, each blank said to be one, to check and agree to."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from entitle.blueprint import registry
from entitle.channels.online.claims import own_claim
from entitle.channels.online.door import own_door
from entitle.channels.online.frame import show
from entitle.channels.online.standing import Standing
from entitle.claims import queries as claims
from entitle.gateways import clock
from entitle.pages.language import language
from entitle.pages.statement_paper import statement_rows
from entitle.procedures.agree_statement import agree_statement
from entitle.procedures.make_statement import make_statement
from entitle.procedures.state_claim import state_claim


@own_door("claims")
def statement(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """GET shows it as the claim stands; POST agrees to the very one that was shown."""
    claim, now = own_claim(standing, code), clock.now()
    made = make_statement(claim_code=claim.code, language=language(), by=standing.by, as_at=now)
    shown = request.POST.get("statement", "")
    stale, unticked = shown not in ("", made.code), request.POST.get("agreed") != "yes"
    if request.method == "POST" and not stale and not unticked:
        agree_statement(statement_code=made.code, how="screen", by=standing.by, as_at=now)
        return redirect("online_statement", claim.code)
    problem = ""
    if request.method == "POST":
        problem = gettext("Something has changed since you read it: read it again") if stale else gettext(
            "Tick the box if your statement is right")
    found = claims.statement(code=made.code)
    return show(
        request, "statement.html", standing, claim=claim, scheme=registry.scheme(claim.scheme), statement=made,
        rows=statement_rows(state_claim(claim=claim, language=language(), as_at=now), language()),
        agreed=getattr(found, "agreed", None), problem=problem, status=422 if problem else 200,
        error_list=[{"text": problem, "href": "#agreed"}] if problem else [],
        back_url=reverse("online_claim", args=[claim.code]))
