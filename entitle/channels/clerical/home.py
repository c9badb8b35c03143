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
        numbered = claims.pack_form(code=read_code(typed) or "")
        if numbered is not None:
            return redirect("clerical_pack_form", numbered.code)
        form = _form(read_code(typed) or "")
        if form is None:
            problem = "Enter the reference as it is on the form, like CLM-7K3M-9QX2-4TB8"
        else:
            page, code, customer_code = form
            try:
                open_for(request, customer_code=customer_code, reason="form_came")
            except NotDone as refusal:
                problem = str(refusal)
            else:
                return redirect(page, code)
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


def _form(code: str) -> tuple[str, str, str] | None:
    """Where a form is keyed, its code and whose it is: a claim's, or that of further questions."""
    claim = claims.get(code=code)
    if claim is not None:
        return "clerical_key", claim.code, claim.customer.code
    asked = claims.asked(code=code)
    if asked is None or asked.customer is None:
        return None
    return "clerical_asked_key", asked.code, asked.customer.code
