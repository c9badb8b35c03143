"""Several benefits in one call: which, and then one script for all of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from entitle.blueprint import registry
from entitle.channels.telephone.calls import Call, in_call_on, page_context
from entitle.channels.telephone.script import begin
from entitle.claims import queries as claims
from entitle.customers import queries as customers
from entitle.pages.access import permission
from entitle.pages.formats import say


@permission("claim.take")
@in_call_on("claims")
def choose(request: HttpRequest, call: Call) -> HttpResponse:
    """The benefits they have no claim in for, those that they began ticked already."""
    is_open = {claim.scheme: claim.state for claim in claims.open_claims(customer_id=call.customer.id)}
    offered = {name: say(scheme.title) for name, scheme in registry.schemes().items()
               if is_open.get(name, "draft") == "draft"}
    chosen = [name for name in request.POST.getlist("benefits") if name in offered]
    if chosen:
        return begin(request, call, chosen, for_council=request.POST.get("council") == "yes")
    known = customers.values_known(customer_id=call.customer.id, as_at=call.as_at)
    problem = "Choose at least one" if request.method == "POST" else ""
    return render(request, "telephone/choose.html", page_context(
        call,
        page_title="What are they claiming?",
        items=[{"value": name, "text": title, "checked": name in is_open,
                **({"hint": {"text": "Begun and not finished"}} if name in is_open else {})}
               for name, title in offered.items()],
        rent_free=known.get("home.pays_rent") is False,
        problem=problem,
        error_list=[{"text": problem, "href": "#benefits"}] if problem else [],
        back_url=call.url,
    ), status=422 if problem else 200)
