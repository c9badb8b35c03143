"""Proving who someone is, once: what they say is compared with the record, and nothing of the record is told."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from entitle.channels.online.acting import acting_choices
from entitle.channels.online.frame import show
from entitle.channels.online.invitation import INVITATION
from entitle.channels.online.session_walk import answers_to_send, forget, session_walk
from entitle.channels.online.standing import CHANNEL, user_of
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.pages.access import customer_only
from entitle.pages.actor import actor_of
from entitle.pages.walk_view import Walk, ask, check, slug_of
from entitle.procedures.accept_invitation import accept_invitation
from entitle.procedures.errors import NotFound, NotPermitted
from entitle.procedures.join_claim import join_claim
from entitle.procedures.prove_identity import prove_identity
from entitle.questions.bank.first_contact import IDENTITY

_KEY = "who_you_are"
_AFTER = "after_who_you_are"
INVITED = "invited"
"""Where the session keeps which invitation was opened: the code of what is asked, and the digest of the secret one."""


@customer_only
def start(request: HttpRequest) -> HttpResponse:
    """What will be asked and why. Someone we know already goes on."""
    after = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(after, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        request.session[_AFTER] = after
    if customers.of_user(user_of(request).pk) is not None:
        return _go_on(request)
    return show(request, "who_you_are.html", next_url=_walk(request).next_url, acting=acting_choices(request))


@customer_only
def question(request: HttpRequest, slug: str) -> HttpResponse:
    return ask(request, walk=_walk(request), slug=slug)


@customer_only
def check_answers(request: HttpRequest) -> HttpResponse:
    if customers.of_user(user_of(request).pk) is not None:
        return _go_on(request)
    walk = _walk(request)
    return check(request, walk=walk, send=lambda: _prove(request, walk), submit_words=gettext("Confirm and continue"))


def _prove(request: HttpRequest, walk: Walk) -> HttpResponse:
    said = answers_to_send(walk)
    invited, invitation = request.session.get(INVITED), request.session.get(INVITATION)
    if not said.get("person.nino") and not invited and not invitation:
        return show(request, "number_needed.html", status=422, back_url=walk.check_url,
                    number_url=walk.question_url(slug_of("person.nino")))
    postcode = said["home.postcode"]
    who = {"name": said["person.name"], "born_on": said["person.born_on"], "nino": said.get("person.nino"),
           "by": actor_of(request, CHANNEL), "as_at": clock.now()}
    try:
        if invited:
            digest = bytes.fromhex(invited["digest"])
            join_claim(asked_code=invited["asked"], digest=digest, postcode=postcode, **who)
        elif invitation:
            accept_invitation(digest=bytes.fromhex(invitation), **who)
        else:
            prove_identity(user_id=user_of(request).pk, postcode=postcode, **who)
    except (NotPermitted, NotFound):
        forget(request, INVITATION)  # the code may be what is wrong: without it, the record itself is asked
        return show(request, "no_match.html", status=422, back_url=walk.check_url, check_url=walk.check_url)
    forget(request, _KEY)
    forget(request, INVITED)
    forget(request, INVITATION)
    return _go_on(request)


def _go_on(request: HttpRequest) -> HttpResponse:
    return redirect(request.session.pop(_AFTER, "") or reverse("online_account"))


def _walk(request: HttpRequest) -> Walk:
    return session_walk(request, question_set=IDENTITY, key=_KEY, route="online_who", start_url=reverse("online_who"),
                        standing=None)
