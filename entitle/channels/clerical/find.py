"""Whose form or document is this, when it bears no reference?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from entitle.channels.clerical.frame import CHANNEL, page_context
from entitle.gateways import clock
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.find_person import as_first_contact, result_rows, search


@permission("customer.find")
def find(request: HttpRequest) -> HttpResponse:
    """Search by what the paper says."""
    looked_for = search(request, by=actor_of(request, CHANNEL), as_at=clock.now())
    rows = result_rows(looked_for.matches or [], lambda code: reverse("clerical_open", args=[code]))
    return render(
        request,
        "clerical/find.html",
        page_context(
            here="find",
            page_title="Find a customer",
            search=looked_for,
            rows=rows,
            error_list=list(looked_for.errors),
            first_contact=as_first_contact(looked_for.typed),
        ),
        status=422 if looked_for.errors else 200,
    )
