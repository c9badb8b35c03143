"""Asking for a decision to be looked at again: three questions, in the person's own words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from entitle.channels.online.decisions import own_decision
from entitle.channels.online.door import NotYours, own_door
from entitle.channels.online.frame import show
from entitle.channels.online.session_walk import answers_to_send, forget, session_walk
from entitle.channels.online.standing import Standing
from entitle.decisions import queries as decisions
from entitle.decisions.models import Decision
from entitle.gateways import clock
from entitle.kernel.periods import london_date
from entitle.kernel.references import Reference
from entitle.pages.language import language
from entitle.pages.many_questions import in_their_words
from entitle.pages.walk_view import Walk, ask, check
from entitle.procedures.ask_to_look_again import ask_to_look_again
from entitle.questions.bank.changes import LOOK_AGAIN
from entitle.work import queries as work


@own_door("claims")
def start(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    return redirect(_walk(request, standing, own_decision(standing, code)).next_url)


@own_door("claims")
def question(request: HttpRequest, standing: Standing, code: str, slug: str) -> HttpResponse:
    return ask(request, walk=_walk(request, standing, own_decision(standing, code)), slug=slug)


@own_door("claims")
def check_answers(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    found = own_decision(standing, code)
    walk = _walk(request, standing, found)
    return check(request, walk=walk, send=lambda: _send(request, standing, found, walk),
                 submit_words=gettext("Send"))


@own_door("claims")
@require_safe
def sent(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """The reference and the date by which another officer will answer."""
    asked = decisions.reconsideration(code=code)
    if asked is None or asked.decision.customer_id != standing.customer.id:
        raise NotYours("There is nothing with that reference.")
    item = next(iter(work.about(Reference("reconsideration", asked.id))), None)
    heading = gettext("We will look at it again")
    return show(request, "look_again_sent.html", standing, heading=heading, page_title=heading, reference=asked.code,
                decide_by=item.target_on if item else None, decision=asked.decision,
                asked_on=london_date(asked.asked_at))


def _send(request: HttpRequest, standing: Standing, found: Decision, walk: Walk) -> HttpResponse:
    said = answers_to_send(walk)
    asked = ask_to_look_again(decision_code=found.code, why=in_their_words(LOOK_AGAIN, said, language()),
                              by=standing.by, as_at=clock.now())
    forget(request, _key(found))
    return redirect("online_look_again_sent", asked.code)


def _walk(request: HttpRequest, standing: Standing, found: Decision) -> Walk:
    return session_walk(request, question_set=LOOK_AGAIN, key=_key(found), route="online_look_again",
                        args=(found.code,), start_url=reverse("online_decision", args=[found.code]), standing=standing,
                        leave_url=reverse("online_decision", args=[found.code]))


def _key(found: Decision) -> str:
    return f"look_again:{found.code}"
