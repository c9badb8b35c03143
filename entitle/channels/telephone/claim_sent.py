"""What to tell a caller of each claim: its reference, when we decide or decided, and the amount if it can be said."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from entitle.blueprint import registry
from entitle.channels.telephone.calls import Call, in_call_on, page_context
from entitle.channels.telephone.provisional import provisional
from entitle.channels.telephone.script import claims_of
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.pages.access import permission
from entitle.pages.advance_form import is_for_one_off
from entitle.pages.formats import say
from entitle.procedures.errors import NotFound


@permission("claim.take")
@in_call_on("claims")
def sent(request: HttpRequest, call: Call, claim: str) -> HttpResponse:
    """What to read out of each claim: of one that is decided, no provisional amount."""
    found = claims_of(call, claim)
    if any(each.state == "draft" for each in found):
        return redirect("telephone_check", call.code, claim)
    told = [_told(call, each) for each in found]
    done = "decided" if all(each["is_decided"] for each in told) else "received"
    return render(request, "telephone/sent.html", page_context(
        call, page_title=f"{'Claim' if len(found) == 1 else 'Claims'} {done}", told=told, see_again_url=request.path,
        has_advances=any(registry.scheme(each.scheme).advance for each in found),
        is_paid=any(is_for_one_off(each) for each in found), advance_url=call.address("telephone_advance", claim),
        council_forms=claims.council_forms_of(claim_ids=[each.id for each in found])))


def _told(call: Call, claim: Claim) -> dict[str, Any]:
    scheme, is_decided = registry.scheme(claim.scheme), claim.state == "decided"
    return {
        "claim": claim,
        "title": say(scheme.title),
        "is_paid_by_us": scheme.cycle is not None,
        "is_decided": is_decided,
        "amount": None if is_decided else provisional(
            claim_code=claim.code, scheme=scheme, by=call.by, as_at=call.as_at),
    }


@permission("claim.take")
@require_safe
@in_call_on("claims")
def council_form(request: HttpRequest, call: Call, claim: str) -> HttpResponse:
    """What the council is handed, as it is handed: JSON."""
    forms = claims.council_forms_of(claim_ids=[each.id for each in claims_of(call, claim)])
    if not forms:
        raise NotFound("No form for the council was made with this claim.")
    return HttpResponse(forms[0].payload, content_type="application/json; charset=utf-8")
