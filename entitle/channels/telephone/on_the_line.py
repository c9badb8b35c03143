"""A call off our queues: what the caller said before anyone answered, who they may be, passing them on, closing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from entitle.channels.telephone.calls import CHANNEL, page_context
from entitle.channels.telephone.listening import listening
from entitle.channels.telephone.who_rings import who_rings
from entitle.contacts import queries as contacts
from entitle.contacts.models import Call
from entitle.contacts.queues import queue_named, queues
from entitle.contacts.wrap_up import wrap_up_codes
from entitle.customers import queries as customers
from entitle.gateways import clock
from entitle.kernel.periods import london_date
from entitle.pages.access import permission
from entitle.pages.actor import actor_of
from entitle.pages.formats import say
from entitle.pages.refusal import says_why_not
from entitle.procedures.answer_call import answer_call
from entitle.procedures.be_ready import be_ready
from entitle.procedures.errors import NotDone, NotFound, NotPermitted
from entitle.procedures.hold_call import hold_call
from entitle.procedures.resume_call import resume_call
from entitle.procedures.transfer_call import transfer_call
from entitle.procedures.wrap_up_call import wrap_up_call

View = Callable[..., HttpResponse]
_WHO = "who"
"""In the address once their number told nobody's record: it is not asked again."""


def of_own_line(view: View) -> View:
    """Gives a view the call in place of its code, if it is this agent's."""

    @wraps(view)
    @says_why_not
    def guarded(request: HttpRequest, line: str) -> HttpResponse:
        found = contacts.get_call(code=line)
        if found is None:
            raise NotFound("There is no call with that reference.")
        if found.agent_id != actor_of(request, CHANNEL).user_id:
            raise NotPermitted("That call is not with you. Take the next one.")
        return view(request, found)

    return guarded


@permission("call.take")
@of_own_line
def line(request: HttpRequest, held: Call) -> HttpResponse:
    """What they said and, as it rings, whose number it is; once the record is open, the caller's page."""
    if held.state == "ended":
        return redirect("telephone_ready")
    contact, is_theirs = held.contact, held.is_accepted or held.state == "answered"
    if is_theirs and contact is not None and contact.ended_at is None:
        return redirect("telephone_caller", contact.code)
    opens = is_theirs and _WHO not in request.GET and (
        held.customer_id is not None or customers.only_one_with_number(held.number) is not None)
    title = "Who is calling?" if is_theirs else (
        "A caller for you" if held.state == "offered" else "The caller has gone")
    by, now = actor_of(request, CHANNEL), clock.now()
    rings = who_rings(call=held, agent=by, as_at=now) if held.state == "offered" else None
    return _page(request, held, "line", title, opens=opens, rings=rings, today=london_date(now),
                 listens=listening("line", by, held))


@permission("call.take")
@require_POST
@of_own_line
def answer(request: HttpRequest, held: Call) -> HttpResponse:
    """The one record opens, where we know whose number it is; else the agent finds them."""
    contact = answer_call(call=held, agent=actor_of(request, CHANNEL), as_at=clock.now())
    if contact is None:
        return redirect(reverse("telephone_line", args=[held.code], query={_WHO: "unknown"}))
    return redirect("telephone_caller", contact.code)


@permission("call.take")
@require_POST
@of_own_line
def hold(request: HttpRequest, held: Call) -> HttpResponse:
    """They wait a moment."""
    hold_call(call=held, agent=actor_of(request, CHANNEL), as_at=clock.now())
    return redirect("telephone_line", held.code)


@permission("call.take")
@require_POST
@of_own_line
def resume(request: HttpRequest, held: Call) -> HttpResponse:
    """Back to them."""
    resume_call(call=held, agent=actor_of(request, CHANNEL), as_at=clock.now())
    return redirect("telephone_line", held.code)


@permission("call.take")
@of_own_line
def transfer(request: HttpRequest, held: Call) -> HttpResponse:
    """To which queue, and what was found: they hear their own summary, and so does whoever answers."""
    typed, chosen, problem = request.POST.get("note", ""), request.POST.get("queue", ""), ""
    if request.method == "POST":
        try:
            if chosen not in queues():
                raise NotDone("Choose where to pass them to.")
            place = transfer_call(call=held, queue=chosen, note=typed, agent=actor_of(request, CHANNEL),
                                  as_at=clock.now(), was_misrouted="misrouted" in request.POST)
        except NotDone as refusal:
            problem = str(refusal)
        else:
            messages.success(request, f"Passed on: number {place.position} in “{say(queue_named(chosen).about)}”.")
            return redirect("telephone_ready")
    offered = [{"value": "", "text": "Choose"}] + [
        {"value": name, "text": say(queue.about), "selected": name == chosen}
        for name, queue in queues().items() if name != held.queue]
    return _page(request, held, "transfer", "Pass the caller on", problem, "#queue" if not chosen else "#note",
                 typed=typed, queues=offered)


@permission("call.take")
@of_own_line
def wrap_up(request: HttpRequest, held: Call) -> HttpResponse:
    """What it came to, by its code and in a line: then the agent is ready for the next."""
    codes = wrap_up_codes(on=london_date(clock.now()))
    typed = request.POST.get("summary") or "\n".join(
        request.session.get("calls", {}).get(held.contact.code if held.contact else "", []))
    chosen, problem = request.POST.get("code", ""), ""
    if request.method == "POST":
        try:
            if chosen not in codes:
                raise NotDone("Choose what the call came to.")
            wrap_up_call(call=held, agent=actor_of(request, CHANNEL), code=chosen, summary=typed, as_at=clock.now())
        except NotDone as refusal:
            problem = str(refusal)
        else:
            request.session.pop("calls", None)
            messages.success(request, "Call closed.")
            if request.POST.get("then") == "ready":
                be_ready(agent=actor_of(request, CHANNEL), as_at=clock.now())
            return redirect("telephone_ready")
    return _page(request, held, "wrap_up", "What did the call come to?", problem, "#code", typed=typed,
                 codes=[{"value": code, "text": say(each.about), "checked": code == chosen}
                        for code, each in codes.items()])


def _page(request: HttpRequest, held: Call, name: str, title: str, problem: str = "", at: str = "",
          **more: Any) -> HttpResponse:
    errors = [{"text": problem, "href": at}] if problem else []
    return render(request, f"telephone/{name}.html", page_context(
        at="ready", line=held, page_title=title, problem=problem, error_list=errors, **more),
        status=422 if problem else 200)
