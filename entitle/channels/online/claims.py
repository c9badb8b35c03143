"""The walk through a claim: each answer is saved in the draft at once, and a fact we know is not asked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from entitle.channels.online.documents import keeper
from entitle.channels.online.door import NotYours, own_door
from entitle.channels.online.frame import LAYOUT, framed
from entitle.channels.online.standing import Standing
from entitle.claims import queries as claims
from entitle.claims.models import Claim
from entitle.gateways import clock
from entitle.kernel.periods import Instant
from entitle.pages.answer_checks import answer_checks
from entitle.pages.claim_draft import claim_draft
from entitle.pages.walk_view import Walk, ask, check, slug_of
from entitle.procedures.answer_questions import answer_questions
from entitle.procedures.errors import Incomplete
from entitle.procedures.submit_claim import submit_claim


@own_door("claims")
def resume(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """Where they left off: the first question still to answer, or the answers to check."""
    claim = own_claim(standing, code)
    if claim.state != "draft":
        return redirect("online_claim", claim.code)
    return redirect(_walk(standing, claim, clock.now()).next_url)


@own_door("claims")
def question(request: HttpRequest, standing: Standing, code: str, slug: str) -> HttpResponse:
    claim = own_claim(standing, code)
    if claim.state != "draft":
        return redirect("online_claim", claim.code)
    return ask(request, walk=_walk(standing, claim, clock.now(), slug), slug=slug)


@own_door("claims")
def check_answers(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """GET shows every answer; POST sends the claim. Sent twice, it is one claim with one answer."""
    if request.method == "POST" and request.POST.get("declared") == "yes":
        return _send(standing, code)
    claim = own_claim(standing, code)
    if claim.state != "draft":
        return redirect("online_sent", claim.code)
    walk = _walk(standing, claim, clock.now())
    return check(request, walk=walk, send=lambda: _send(standing, code), submit_words=gettext("Agree and send"))


def own_claim(standing: Standing, code: str) -> Claim:
    """Raises NotYours, as if it did not exist, for anybody else's."""
    claim = claims.get(code=code)
    if claim is None or claim.customer_id != standing.customer.id:
        raise NotYours("There is no claim with that reference.")
    return claim


def _send(standing: Standing, code: str) -> HttpResponse:
    """The procedure locks the claim and checks it whole, so nothing is read here first."""
    try:
        submit_claim(claim_code=code, by=standing.by, as_at=clock.now())
    except Incomplete:
        return redirect("online_claim_next", code)
    return redirect("online_sent", code)


def _walk(standing: Standing, claim: Claim, now: Instant, slug: str = "") -> Walk:
    draft = claim_draft(claim=claim, as_at=now)
    question_set = draft.scheme.claim
    asked = next((each for each in question_set if slug_of(each.fact) == slug), None)
    return Walk(
        question_set=question_set,
        answers=draft.answers,
        known=draft.known,
        save=lambda answers: answer_questions(
            claim_code=claim.code, answers=answers, by=standing.by, as_at=clock.now()),
        question_url=lambda slug: reverse("online_claim_question", args=[claim.code, slug]),
        check_url=reverse("online_claim_check", args=[claim.code]),
        start_url=reverse("online_claim", args=[claim.code]),
        leave_url=reverse("online_claim", args=[claim.code]),
        checks=answer_checks(today=clock.today(), keep=keeper(standing, kind=(asked and asked.proof) or "letter")),
        caption=question_set.title,
        layout=LAYOUT,
        extra=framed(standing),
    )
