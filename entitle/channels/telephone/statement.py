"""A statement read back to a caller: every item with its answer or its blank, then their agreement aloud."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.blueprint import registry
from entitle.channels.telephone.calls import Call, in_call_on, note, page_context
from entitle.channels.telephone.script import claims_of
from entitle.claims import queries as claims
from entitle.pages.access import permission
from entitle.pages.formats import say
from entitle.pages.statement_paper import statement_rows
from entitle.procedures.agree_statement import agree_statement
from entitle.procedures.make_statement import make_statement
from entitle.procedures.state_claim import state_claim


@permission("claim.take")
@in_call_on("claims")
def statement(request: HttpRequest, call: Call, claim: str) -> HttpResponse:
    """In the customer's language. POST notes that they agreed, to the very statement that was read."""
    found = claims_of(call, claim)[0]
    made = make_statement(claim_code=found.code, language=call.language, by=call.by, as_at=call.as_at)
    problem = _problem(request, made.code)
    if request.method == "POST" and not problem:
        agree_statement(statement_code=made.code, how="read_back", by=call.by, as_at=call.as_at)
        note(request, call, f"Read back the statement {made.code}; the customer agreed aloud.")
        return redirect("telephone_statement", call.code, found.code)
    kept = claims.statement(code=made.code)
    return render(request, "telephone/statement.html", page_context(
        call, page_title="Read the statement back", claim=found, title=say(registry.scheme(found.scheme).title),
        statement=made, agreed=getattr(kept, "agreed", None), problem=problem,
        rows=statement_rows(state_claim(claim=found, language=call.language, as_at=call.as_at), call.language),
        error_list=[{"text": problem, "href": "#agreed"}] if problem else [], back_url=call.url,
    ), status=422 if problem else 200)


def _problem(request: HttpRequest, code: str) -> str:
    if request.method != "POST":
        return ""
    if request.POST.get("statement") != code:
        return "Something has changed since you read it: read it back again"
    return "" if request.POST.get("agreed") == "yes" else "Tick the box only if the customer agreed aloud"
