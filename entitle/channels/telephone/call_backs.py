"""Call-backs to make: the urgent first, each rung by one agent, who says whether the customer was reached."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from entitle.channels.telephone.calls import CHANNEL, page_context
from entitle.contacts import queries as contacts
from entitle.contacts.models import CallBack
from entitle.contacts.queues import queue_named
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.references import Reference
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.formats import moment
from entitle.pages.refusal import says_why_not
from entitle.procedures.attempt_call_back import attempt_call_back
from entitle.procedures.errors import NotDone, NotFound, RestrictedRecord
from entitle.procedures.take_work import take_work
from entitle.work import queries as work
from entitle.work.models import WorkItem

OUTCOMES = {"reached": "I am speaking with them", "missed": "They did not answer"}


@permission("call.take")
def call_backs(request: HttpRequest) -> HttpResponse:
    """Those whose time to be rung has come; a restricted customer's are for those who may open the record."""
    now = clock.now()
    due = [each for each in contacts.call_backs_due(as_at=now) if not (each.customer and each.customer.is_restricted)]
    owners = work.owners_about(kind="call.call_back", about_kind="call_back", about_ids=[each.pk for each in due])
    rows = [(each, _row(each, owners.get(each.pk, "")), each.due_at < now) for each in due]
    return render(request, "telephone/call_backs.html", page_context(
        at="call_backs", page_title="Call-backs to make", rows=rows))


@permission("call.take")
@require_POST
@says_why_not
def ring(request: HttpRequest, code: str) -> HttpResponse:
    """Take it, so that nobody else rings them too, and see the number."""
    try:
        take_work(work_code=_work(_found(code)).code, by=actor_of(request, CHANNEL), as_at=clock.now())
    except NotAllowedNow as taken:
        raise NotDone("A colleague is ringing them.") from taken
    except RestrictedRecord as hidden:
        raise NotFound("There is no call-back with that reference.") from hidden
    return redirect("telephone_call_back", code)


@permission("call.take")
@says_why_not
def call_back(request: HttpRequest, code: str) -> HttpResponse:
    """The number, and what they rang about. POST says how it went: reached, their record is opened."""
    found, by = _found(code), actor_of(request, CHANNEL)
    item = _work(found)
    if item.owner_user_id != by.user_id:
        raise NotDone("Take this call-back from the list first.")
    outcome, who = request.POST.get("outcome", ""), request.POST.get("customer", "").strip().upper()
    errors = _errors(outcome) if request.method == "POST" else []
    if request.method == "POST" and not errors:
        attempt_call_back(call_back=found, reached=outcome == "reached", agent=by, as_at=clock.now(),
                          customer_code=who)
        return _after(found, reached=outcome == "reached")
    name = customers.names_of([found.customer_id]).get(found.customer_id, "") if found.customer_id else ""
    return render(request, "telephone/call_back.html", page_context(
        at="call_backs",
        page_title="Ring a customer back", call_back=found, row=_row(found, ""), item=item, name=name,
        outcomes=OUTCOMES, error_list=errors, back_url=reverse("telephone_call_backs")), status=422 if errors else 200)


def _after(found: CallBack, *, reached: bool) -> HttpResponse:
    """To the customer's page; to finding them where we do not know who they are; else back to the list."""
    if not reached:
        return redirect("telephone_call_backs")
    contact = contacts.call_back_by_id(call_back_id=found.pk).call.contact
    return redirect("telephone_caller", contact.code) if contact else redirect("telephone_find")


def _errors(outcome: str) -> list[dict[str, str]]:
    return [] if outcome in OUTCOMES else [{"text": "Say whether you reached them", "href": "#outcome"}]


def _found(code: str) -> CallBack:
    found = contacts.get_call_back(code=code)
    if found is None:
        raise NotFound("There is no call-back with that reference.")
    return found


def _work(found: CallBack) -> WorkItem:
    return work.about(Reference("call_back", found.pk), kind="call.call_back")[-1]


def _row(each: CallBack, owner: str) -> dict[str, Any]:
    return {"due": moment(each.due_at), "language": "Welsh" if each.language == "cy" else "English", "owner": owner,
            "queue": queue_named(each.queue).about.en if each.queue else "", "attempt": each.attempts + 1}
