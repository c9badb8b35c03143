"""The paper door's first page: key a form that came back, or print one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.blueprint import registry
from entitle.channels.clerical.frame import open_for, page_context
from entitle.claims import queries as claims
from entitle.kernel.references import read_code
from entitle.pages.access import permission
from entitle.pages.formats import say
from entitle.procedures.errors import NotDone


@permission("paper.enter")
def home(request: HttpRequest) -> HttpResponse:
    """The reference on the form, typed or scanned, leads to keying it."""
    typed = request.POST.get("reference", "").strip()
    problem = ""
    if request.method == "POST":
        claim = claims.get(code=read_code(typed) or "")
        if claim is None:
            problem = "Enter the reference as it is on the form, like CLM-7K3M-9QX2-4TB8"
        else:
            try:
                open_for(request, customer_code=claim.customer.code, reason="form_came")
            except NotDone as refusal:
                problem = str(refusal)
            else:
                return redirect("clerical_key", claim.code)
    return render(
        request,
        "clerical/home.html",
        page_context(
            here="forms",
            page_title="Paper forms",
            typed=typed,
            problem=problem,
            schemes=[(name, say(scheme.title)) for name, scheme in registry.schemes().items()],
            error_list=[{"text": problem, "href": "#reference"}] if problem else [],
        ),
        status=422 if problem else 200,
    )
