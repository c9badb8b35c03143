"""A short address with a reference, as our letters print it, leads to what it is the reference of."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from entitle.kernel.references import read_code
from entitle.pages.access import public

_PAGES = {
    "APT": "online_interview", "ASK": "online_asked", "CLM": "online_claim", "CMP": "online_complaint",
    "DEC": "online_decision", "EVD": "online_send_document", "MSG": "online_letter", "OVP": "online_debt",
    "SVY": "online_survey_questions",
}
"""By what a reference begins with. Each page asks for itself who may see it."""


@public
@require_safe
def go(request: HttpRequest, code: str) -> HttpResponse:
    """However it was typed. What is of no page of its own, or was misread, leads to the account."""
    read = read_code(code)
    page = _PAGES.get(read.partition("-")[0]) if read else None
    return redirect(page, read) if page else redirect("online_account")
