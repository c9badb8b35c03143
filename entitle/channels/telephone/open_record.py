"""Why a record is opened: asked before anything of it is seen, and written."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.channels.telephone.calls import CHANNEL, OUTWARD, REASONS, page_context
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.refusal import says_why_not
from entitle.procedures.begin_call import begin_call


@permission("customer.look")
@says_why_not
def open_record(request: HttpRequest, customer: str) -> HttpResponse:
    """The reason, then the call begins."""
    reason = request.POST.get("reason", "")
    if request.method == "POST" and reason in REASONS:
        contact = begin_call(
            customer_code=customer,
            reason=reason,
            direction="out" if reason in OUTWARD else "in",
            by=actor_of(request, CHANNEL),
            as_at=clock.now(),
        )
        return redirect("telephone_caller", contact.code)
    problem = "Choose why you are opening this record" if request.method == "POST" else ""
    return render(
        request,
        "telephone/open.html",
        page_context(
            page_title="Why are you opening this record?",
            reasons=REASONS,
            problem=problem,
            customer_code=customer,
            error_list=[{"text": problem, "href": "#reason"}] if problem else [],
            back_url=reverse("telephone_find"),
        ),
        status=422 if problem else 200,
    )
