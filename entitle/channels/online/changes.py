"""Telling us that something has changed: the bank's question sets, one procedure, and a reference."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from entitle.channels.online.door import NotYours, own_door
from entitle.channels.online.frame import show
from entitle.channels.online.session_walk import answers_to_send, forget, session_walk
from entitle.channels.online.standing import Standing
from entitle.contacts import queries as contacts
from entitle.customers import queries as customers
from entitle.customers.account_safety import reason_in_words
from entitle.gateways import clock
from entitle.kernel.references import Reference
from entitle.pages.walk_view import Walk, ask, check
from entitle.procedures.report_change import KINDS, report_change
from entitle.questions.bank.changes import CHANGES
from entitle.work import queries as work


@own_door("changes")
@require_safe
def choose(request: HttpRequest, standing: Standing) -> HttpResponse:
    """What can have changed."""
    return show(request, "changes.html", standing, current="online_changes", kinds=[
        {"title": CHANGES[f"change_{kind}"].title, "href": reverse("online_change", args=[kind])} for kind in KINDS])


@own_door("changes")
def start(request: HttpRequest, standing: Standing, kind: str) -> HttpResponse:
    return redirect(_walk(request, standing, kind).next_url)


@own_door("changes")
def question(request: HttpRequest, standing: Standing, kind: str, slug: str) -> HttpResponse:
    return ask(request, walk=_walk(request, standing, kind), slug=slug)


@own_door("changes")
def check_answers(request: HttpRequest, standing: Standing, kind: str) -> HttpResponse:
    walk = _walk(request, standing, kind)
    return check(request, walk=walk, send=lambda: _send(request, standing, kind, walk),
                 submit_words=gettext("Agree and send"))


@own_door("changes")
@require_safe
def sent(request: HttpRequest, standing: Standing, code: str) -> HttpResponse:
    """The reference, and by when we act on it where someone must."""
    contact = contacts.get_contact(code=code)
    if contact is None or contact.customer_id != standing.customer.id:
        raise NotYours("There is nothing with that reference.")
    item = next(iter(work.about(Reference("contact", contact.id), kind="change.act_on")), None)
    hold = customers.open_hold(standing.customer.id) if contact.reason == "change of bank" else None
    heading = gettext("We have noted the change")
    return show(request, "change_sent.html", standing, heading=heading, page_title=heading, reference=contact.code,
                act_by=item.target_on if item else None,
                hold=hold, held_because=[reason_in_words(each) for each in hold.because] if hold else [])


def _send(request: HttpRequest, standing: Standing, kind: str, walk: Walk) -> HttpResponse:
    code = report_change(kind=kind, answers=answers_to_send(walk), customer_code=standing.customer.code, by=standing.by,
                         as_at=clock.now())
    forget(request, _key(standing, kind))
    return redirect("online_change_sent", code)


def _walk(request: HttpRequest, standing: Standing, kind: str) -> Walk:
    if kind not in KINDS:
        raise Http404
    return session_walk(request, question_set=CHANGES[f"change_{kind}"], key=_key(standing, kind),
                        route="online_change", args=(kind,), start_url=reverse("online_changes"), standing=standing,
                        leave_url=reverse("online_account"))


def _key(standing: Standing, kind: str) -> str:
    return f"change:{standing.customer.code}:{kind}"
