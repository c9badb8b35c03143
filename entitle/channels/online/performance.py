"""How we are doing: the agency's figures of itself, the same page for staff, ministers and everyone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from entitle.channels.online.frame import show
from entitle.gateways import clock
from entitle.pages.access import public
from entitle.reporting import queries as reporting


@public
@require_safe
def performance(request: HttpRequest) -> HttpResponse:
    """Each measure as it is defined now, beside every definition that it had before: one statement."""
    return show(request, "performance.html", measures=reporting.performance(until=clock.today()),
                rules=reporting.measures())
