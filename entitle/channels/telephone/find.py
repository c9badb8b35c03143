"""The agent's first page: who is calling?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from entitle.channels.telephone.calls import CHANNEL, line_in_hand, page_context
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.find_person import as_first_contact, result_rows, search


@permission("customer.find")
def find(request: HttpRequest) -> HttpResponse:
    """Search by anything the caller can say. Nobody found leads to registering, with what was typed kept."""
    by = actor_of(request, CHANNEL)
    looked_for = search(request, by=by, as_at=clock.now())
    rows = result_rows(looked_for.matches or [], lambda code: reverse("telephone_open", args=[code]))
    return render(
        request,
        "telephone/find.html",
        page_context(
            page_title="Find a customer",
            line=line_in_hand(by),
            search=looked_for,
            rows=rows,
            error_list=list(looked_for.errors),
            first_contact=as_first_contact(looked_for.typed),
        ),
        status=422 if looked_for.errors else 200,
    )
