"""Why a record is opened: asked before anything of it is seen, and written."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.channels.clerical.frame import REASONS, open_for, page_context
from entitle.pages.access import permission
from entitle.pages.refusal import says_why_not


@permission("customer.look")
@says_why_not
def open_record(request: HttpRequest, customer: str) -> HttpResponse:
    """The reason, then the customer's paper."""
    reason = request.POST.get("reason", "")
    if request.method == "POST" and reason in REASONS:
        open_for(request, customer_code=customer, reason=reason)
        return redirect("clerical_customer", customer)
    problem = "Choose why you are opening this record" if request.method == "POST" else ""
    return render(
        request,
        "clerical/open.html",
        page_context(
            page_title="Why are you opening this record?",
            reasons=REASONS,
            problem=problem,
            customer_code=customer,
            error_list=[{"text": problem, "href": "#reason"}] if problem else [],
            back_url=reverse("clerical_find"),
        ),
        status=422 if problem else 200,
    )
