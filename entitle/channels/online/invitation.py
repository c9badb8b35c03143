"""The code in a letter that invites someone to claim: with it they need not know their National Insurance number."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from entitle.channels.online.frame import show
from entitle.kernel.references import code_digest, read_code
from entitle.pages.access import customer_only

INVITATION = "invitation"
"""Where the session keeps the digest of the code that was given: never the code."""


@customer_only
def invitation(request: HttpRequest) -> HttpResponse:
    """GET asks for the code; POST keeps its digest, to be compared once they have said who they are."""
    typed, error = request.POST.get("code", "").strip(), ""
    if request.method == "POST":
        code = read_code(typed) if typed else None
        if code is not None:
            request.session[INVITATION] = code_digest(code).hex()
            return redirect("online_who")
        error = gettext("Enter the code as it is in your letter, like INV-7K3M-9QX2-4TB8")
    return show(request, "join.html", status=422 if error else 200, typed=typed, error=error,
                heading=gettext("Enter your invitation code"), back_url=reverse("online_who"),
                hint=gettext("It begins with INV. It is in the letter that told you that you can claim."),
                error_list=[{"text": error, "href": "#code"}] if error else [])
