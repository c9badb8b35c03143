"""Why a record is opened: asked before anything of it is seen, and written. A caller on the line is whose it is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from entitle.channels.telephone.calls import CHANNEL, OUTWARD, REASONS, line_in_hand, page_context
from entitle.contacts.models import Call as LineCall
from entitle.contacts.models import Contact
from entitle.gateways import clock
from entitle.kernel.references import Actor
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.refusal import says_why_not
from entitle.procedures.begin_call import begin_call
from entitle.procedures.name_caller import name_caller


@permission("customer.look")
@says_why_not
def open_record(request: HttpRequest, customer: str) -> HttpResponse:
    """The reason, then the call begins."""
    reason, by = request.POST.get("reason", ""), actor_of(request, CHANNEL)
    held = line_in_hand(by)
    if request.method == "POST" and reason in REASONS:
        contact = _begin(customer, reason, by, held if reason not in OUTWARD else None)
        return redirect("telephone_caller", contact.code)
    problem = "Choose why you are opening this record" if request.method == "POST" else ""
    return render(
        request,
        "telephone/open.html",
        page_context(
            line=held,
            page_title="Why are you opening this record?",
            reasons=REASONS,
            problem=problem,
            customer_code=customer,
            error_list=[{"text": problem, "href": "#reason"}] if problem else [],
            back_url=reverse("telephone_find"),
        ),
        status=422 if problem else 200,
    )


def _begin(customer: str, reason: str, by: Actor, held: LineCall | None) -> Contact:
    """The contact: of the call that the agent has answered, if they have one."""
    if held is not None and (held.is_accepted or held.state == "answered"):
        return name_caller(call=held, customer_code=customer, reason=reason, agent=by, as_at=clock.now())
    return begin_call(customer_code=customer, reason=reason, direction="out" if reason in OUTWARD else "in", by=by,
                      as_at=clock.now())
