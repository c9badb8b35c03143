"""Where a claim stands, for whoever holds its reference: no sign-in, and nothing that says whose it is or of what."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from entitle.channels.online.claim_page import STATES
from entitle.channels.online.frame import show
from entitle.claims import queries as claims
from entitle.claims.lifecycle import OPEN_STATES
from entitle.claims.models import Claim
from entitle.kernel.references import read_code
from entitle.pages.access import public


@public
def status_line(request: HttpRequest) -> HttpResponse:
    """GET asks for the reference; POST says where the claim stands, and by when we will decide."""
    typed = request.POST.get("code", "").strip()
    if request.method != "POST":
        return show(request, "status_line.html", typed="", problem="")
    claim = _open_to_all(typed)
    if claim is None:
        problem = gettext("We know no claim by that. Enter the reference as in our letter, like CLM-7K3M-9QX2-4TB8")
        return show(request, "status_line.html", typed=typed, problem=problem, status=422,
                    error_list=[{"text": problem, "href": "#code"}])
    return show(request, "where_it_stands.html", claim=claim, state=STATES[claim.state],
                decide_by=claim.decide_by if claim.state in OPEN_STATES else None)


def _open_to_all(typed: str) -> Claim | None:
    """However it was typed. A restricted record is as if it were not there."""
    code = read_code(typed) if typed else None
    claim = claims.get(code=code) if code else None
    return None if claim is None or claim.customer.is_restricted else claim
