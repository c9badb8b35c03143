"""Telling us that someone has died: here, for a person one acts for; for anyone else by telephone.

On a call we can be sure that it is the right person before a payment is stopped.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from entitle.channels.online.acting import acting_choices
from entitle.channels.online.door import NotYours, answered
from entitle.channels.online.frame import show
from entitle.channels.online.session_walk import answers_to_send, forget, session_walk
from entitle.channels.online.standing import CHANNEL, acts_for
from entitle.customers.models import Representative
from entitle.gateways import clock
from entitle.kernel.words import Words
from entitle.pages.access import customer_only, public
from entitle.pages.actor import actor_of
from entitle.pages.informant import told_by, told_us
from entitle.pages.language import language
from entitle.pages.walk_view import Walk, ask, check
from entitle.procedures.errors import NotDone
from entitle.procedures.record_death import record_death
from entitle.questions.bank.changes import DEATH

_TOO_EARLY = Words("The date they died must be today or in the past, and not before they were born.",
                   cy="Rhaid i'r dyddiad y buont farw fod heddiw neu yn y gorffennol, ac nid cyn iddynt gael eu geni.")


@public
@require_safe
def who_has_died(request: HttpRequest) -> HttpResponse:
    """Whom one acts for, if anyone; and how to tell us of somebody else."""
    acting = acting_choices(request) if request.user.is_authenticated else []
    return show(request, "who_has_died.html", acting=acting)


@customer_only
def start(request: HttpRequest, code: str) -> HttpResponse:
    return answered(request, None, lambda: redirect(_walk(request, _acted_for(request, code)).next_url))


@customer_only
def question(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    return answered(request, None, lambda: ask(request, walk=_walk(request, _acted_for(request, code)), slug=slug))


@customer_only
def check_answers(request: HttpRequest, code: str) -> HttpResponse:
    return answered(request, None, lambda: _check(request, _acted_for(request, code)))


@customer_only
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    heading = gettext("Thank you for telling us")
    return show(request, "death_sent.html", heading=heading, page_title=heading)


def _check(request: HttpRequest, acted_for: Representative) -> HttpResponse:
    walk = _walk(request, acted_for)
    return check(request, walk=walk, send=lambda: _send(request, acted_for, walk), submit_words=gettext("Send"))


def _send(request: HttpRequest, acted_for: Representative, walk: Walk) -> HttpResponse:
    said = answers_to_send(walk)
    try:
        record_death(customer_code=acted_for.customer.code, died_on=said["person.died_on"],
                     told_by=told_by(said), told_us=told_us(said), by=actor_of(request, CHANNEL, for_another=True),
                     as_at=clock.now())
    except NotDone:
        return show(request, "not_done.html", status=409, because=_TOO_EARLY[language()], back_url=walk.check_url)
    forget(request, _key(acted_for))
    return redirect("online_death_sent")


def _acted_for(request: HttpRequest, code: str) -> Representative:
    """Raises NotYours for anybody one does not act for."""
    for each in acts_for(request):
        if each.customer.code == code:
            return each
    raise NotYours("You do not act for that person.")


def _walk(request: HttpRequest, acted_for: Representative) -> Walk:
    return session_walk(request, question_set=DEATH, key=_key(acted_for), route="online_death",
                        args=(acted_for.customer.code,), start_url=reverse("online_deaths"), standing=None)


def _key(acted_for: Representative) -> str:
    return f"death:{acted_for.customer.code}"
