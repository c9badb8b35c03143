"""What could the caller get? Every benefit's answer from what the record holds, to read out and to claim from."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from entitle.blueprint import registry
from entitle.blueprint.possibilities import what_could_i_get
from entitle.channels.telephone.calls import Call, in_call_on, page_context
from entitle.kernel.periods import london_date
from entitle.pages.access import permission
from entitle.pages.possible_words import change_in_words
from entitle.record.queries import facts_of


@permission("customer.look")
@require_safe
@in_call_on("claims")
def what_could_they_get(request: HttpRequest, call: Call) -> HttpResponse:
    """Nothing is asked here: the questions still needed are asked in the claim."""
    facts = facts_of(customer_id=call.customer.id, as_at=call.as_at)
    found = what_could_i_get(registry.schemes().values(), facts, on=london_date(call.as_at))
    return render(request, "telephone/what_could_they_get.html", page_context(
        call, page_title="What they could get", back_url=call.url,
        possible=[(each, change_in_words(each.change)) for each in found]))
