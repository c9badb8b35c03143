"""One customer's paper: claims that may be printed or keyed, a new form, documents asked for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from entitle.blueprint import registry
from entitle.channels.clerical.frame import Paper, of_customer, page_context
from entitle.claims import queries as claims
from entitle.decisions import queries as decisions
from entitle.evidence import queries as evidence
from entitle.pages.access import permission
from entitle.pages.formats import say
from entitle.pages.further_walk import title_of
from entitle.procedures.start_claim import start_claim

_DECISIONS = 10


@permission("customer.look")
@of_customer
def customer(request: HttpRequest, paper: Paper) -> HttpResponse:
    """What can be done with paper for this customer."""
    titles = {name: say(scheme.title) for name, scheme in registry.schemes().items()}
    open_claims = claims.open_claims(customer_id=paper.customer.id)
    taken = {claim.scheme for claim in open_claims}
    asked = [each for each in evidence.requests_of(customer_id=paper.customer.id) if each.state == "asked"]
    return render(
        request,
        "clerical/customer.html",
        page_context(
            page_title=paper.name,
            paper=paper,
            titles=titles,
            claims=open_claims,
            asked=asked,
            sets=_sets(paper),
            decisions=decisions.of_customer(customer_id=paper.customer.id, limit=_DECISIONS),
            others=[(name, title) for name, title in titles.items() if name not in taken],
        ),
    )


def _sets(paper: Paper) -> list[dict[str, object]]:
    """The further questions that are asked of them, in anybody's claim."""
    return [{"title": say(title_of(each)), "due_on": each.due_on, "code": each.code}
            for each in claims.asked_of(customer_id=paper.customer.id)]


@permission("paper.enter")
@require_POST
@of_customer
def start(request: HttpRequest, paper: Paper, scheme: str) -> HttpResponse:
    """A claim that begins on paper: its day is today's, until a form is keyed that came before."""
    claim = start_claim(scheme=scheme, customer_id=paper.customer.id, by=paper.by, as_at=paper.as_at)
    return redirect("clerical_print" if "print" in request.POST else "clerical_key", claim.code)
