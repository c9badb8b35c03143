"""A statement on paper: printed for the customer to sign, and noted as signed when it comes back."""
from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.channels.clerical.frame import Paper, of_claim, page_context
from entitle.claims import queries as claims
from entitle.claims.models import Statement
from entitle.pages.access import permission
from entitle.pages.claim_draft import ClaimDraft
from entitle.pages.statement_paper import statement_pdf
from entitle.procedures.agree_statement import agree_statement
from entitle.procedures.errors import NotDone
from entitle.procedures.make_statement import make_statement

_PARTS = ("day", "month", "year")


@permission("paper.enter")
@of_claim
def statement(request: HttpRequest, paper: Paper, draft: ClaimDraft) -> HttpResponse:
    """GET lists the statements of a claim; POST prints one, or notes that one came back signed."""
    code, problem = request.POST.get("signed", ""), ""
    if request.method == "POST" and not code:
        return _printed(request, paper, draft)
    if code:
        try:
            agree_statement(statement_code=_of(draft, code).code, how="paper", signed_on=_day(request), by=paper.by,
                            as_at=paper.as_at)
        except NotDone as refusal:
            problem = str(refusal)
        else:
            messages.success(request, f"{code} is noted as signed.")
            return redirect("clerical_statement", draft.claim.code)
    made = claims.statements_of(claim_id=draft.claim.id)
    return render(request, "clerical/statement.html", page_context(
        page_title="The customer’s statement", paper=paper, claim=draft.claim, problem=problem, chosen=code,
        statements=[(each, getattr(each, "agreed", None)) for each in made], back_url=paper.url,
        typed={part: request.POST.get(f"signed-on-{part}", "") for part in _PARTS},
        error_list=[{"text": problem, "href": f"#{code}-day"}] if problem else [],
    ), status=422 if problem else 200)


def _printed(request: HttpRequest, paper: Paper, draft: ClaimDraft) -> HttpResponse:
    language = "cy" if request.POST.get("language") == "cy" else "en"
    made = make_statement(claim_code=draft.claim.code, language=language, by=paper.by, as_at=paper.as_at)
    return HttpResponse(
        statement_pdf(made, paper.as_at, large_print=request.POST.get("large") == "yes"),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{made.code}-{language}.pdf"',
                 "Cache-Control": "no-store"})


def _of(draft: ClaimDraft, code: str) -> Statement:
    """Raises NotDone for a statement that is not of this claim."""
    found = next((each for each in claims.statements_of(claim_id=draft.claim.id) if each.code == code), None)
    if found is None:
        raise NotDone("This claim has no statement with that reference.")
    return found


def _day(request: HttpRequest) -> date | None:
    day, month, year = (request.POST.get(f"signed-on-{part}", "").strip() for part in _PARTS)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
