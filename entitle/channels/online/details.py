"""What we hold about someone: each fact with where it came from and whether it has been proved."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from entitle.channels.online.door import own_door
from entitle.channels.online.frame import show
from entitle.channels.online.source_words import source_in_words
from entitle.channels.online.standing import OWN, Standing, user_of
from entitle.gateways import clock
from entitle.pages.fact_words import in_words
from entitle.record.queries import facts_held


@own_door(OWN)
@require_safe
def details(request: HttpRequest, standing: Standing) -> HttpResponse:
    held = facts_held(customer_id=standing.customer.id, as_at=clock.now())
    rows = [{"label": each.fact.label, "value": in_words(each.fact.name, each.known.value),
             "source": source_in_words(each.known.source), "known_at": each.known.known_at,
             "verified": each.known.verified} for each in held]
    return show(request, "details.html", standing, current="online_details", rows=rows, customer=standing.customer,
                sign_in_code=user_of(request).code)
