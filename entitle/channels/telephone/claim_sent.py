"""What to tell a caller of a claim: its reference, when we decide or decided, and the amount if it can be said."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.blueprint import registry
from entitle.channels.telephone.calls import Call, in_call, page_context
from entitle.channels.telephone.provisional import provisional
from entitle.channels.telephone.script import claim_of
from entitle.pages.access import permission
from entitle.pages.formats import say


@permission("claim.take")
@in_call
def sent(request: HttpRequest, call: Call, claim: str) -> HttpResponse:
    """What to read out: of a claim that is decided, no provisional amount."""
    found = claim_of(call, claim)
    if found.state == "draft":
        return redirect("telephone_check", call.code, claim)
    is_decided = found.state == "decided"
    scheme = registry.scheme(found.scheme)
    return render(
        request,
        "telephone/sent.html",
        page_context(
            call,
            page_title="Claim decided" if is_decided else "Claim received",
            claim=found,
            title=say(scheme.title),
            is_paid_by_us=scheme.cycle is not None,
            is_decided=is_decided,
            amount=None if is_decided else provisional(
                claim_code=found.code, scheme=scheme, by=call.by, as_at=call.as_at),
        ),
    )
