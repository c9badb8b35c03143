"""What was keyed, before the claim is sent: each answer, what is still missing, and whether the form is signed."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.channels.clerical.frame import Paper, of_claim, page_context
from entitle.claims import queries as claims
from entitle.facts.fact import from_json
from entitle.kernel.periods import london_date
from entitle.pages.access import permission
from entitle.pages.check_answers import summary_rows
from entitle.pages.claim_draft import ClaimDraft
from entitle.pages.formats import say
from entitle.pages.language import language
from entitle.procedures.submit_claim import submit_claim


@permission("paper.enter")
@of_claim
def check(request: HttpRequest, paper: Paper, draft: ClaimDraft) -> HttpResponse:
    """A whole, signed form is sent in as received on its day; one that is not whole says what to ask for."""
    if draft.claim.state != "draft":
        return redirect("clerical_sent", draft.claim.code)
    received_on = _day(request.GET.get("received", ""))
    if received_on is None or received_on > london_date(paper.as_at):
        return redirect("clerical_key", draft.claim.code)
    path = draft.path
    signed = request.POST.get("signed") == "yes"
    problem = "Confirm that the form is signed" if request.method == "POST" and not signed else ""
    if request.method == "POST" and signed and path.complete:
        submit_claim(claim_code=draft.claim.code, received_on=received_on, by=paper.by, as_at=paper.as_at)
        return redirect("clerical_sent", draft.claim.code)
    given = claims.answers_of(claim_id=draft.claim.id)
    keyed = [question for question in path.asked if given[question.fact].channel == "clerical"]
    rows = [
        (
            question.kind.called[language()],
            question.summary(
                from_json(draft.scheme.dictionary[question.fact], draft.answers[question.fact]), language()
            ),
            "",
        )
        for question in keyed
    ]
    return render(
        request,
        "clerical/check.html",
        page_context(
            page_title="Check what was keyed",
            paper=paper,
            claim=draft.claim,
            received_on=received_on,
            rows=summary_rows(rows),
            missing=[say(each.ask) for each in ([path.next] if path.next else []) + [*path.ahead]],
            problem=problem,
            error_list=[{"text": problem, "href": "#signed"}] if problem else [],
            before=len(path.asked) + len(path.known) - len(keyed),
        ),
        status=422 if problem else 200,
    )


@permission("paper.enter")
@of_claim
def sent(request: HttpRequest, paper: Paper, draft: ClaimDraft) -> HttpResponse:
    """The claim is in."""
    if draft.claim.state == "draft":
        return redirect("clerical_key", draft.claim.code)
    return render(
        request,
        "clerical/sent.html",
        page_context(page_title="Claim received", paper=paper, claim=draft.claim, title=say(draft.scheme.title)),
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
