"""Ringing them back later: promised while they are on the line, and one to come moved or no longer needed."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from entitle.blueprint import registry
from entitle.channels.telephone.calls import Call, in_call, note, page_context
from entitle.claims import queries as claims
from entitle.contacts import queries as contacts
from entitle.contacts.models import CallBack
from entitle.contacts.slots import Slot
from entitle.kernel.periods import LONDON, Instant
from entitle.pages.access import permission
from entitle.pages.formats import say, weekday_and_day
from entitle.pages.interviews import chosen_time
from entitle.procedures.cancel_call_back import cancel_call_back
from entitle.procedures.choose_call_back import choose_call_back
from entitle.procedures.errors import NotDone, NotFound
from entitle.procedures.move_call_back import move_call_back

CHOOSE = "Choose when we ring them"
Item = dict[str, object]


@permission("call.take")
@in_call
def ring_back(request: HttpRequest, call: Call) -> HttpResponse:
    """Those to come; and, in a call off our queues, when to ring, on which number, and what they ring to claim."""
    line, starts_at, problem = call.line, chosen_time(request), ""
    if request.method == "POST" and line is not None:
        try:
            promised = choose_call_back(
                call=line, slot=_must(starts_at), number=request.POST.get("number", ""), as_at=call.as_at,
                helper_number=request.POST.get("helper_number", ""), claiming=_benefit(request.POST.get("claiming")))
        except NotDone as refusal:
            problem = str(refusal)
        else:
            note(request, call, f"Promised to ring back, {when(promised.slot_start)}.")
            messages.success(request, f"Promised: {when(promised.slot_start)}. Reference {promised.code}.")
            return redirect(call.url)
    found = contacts.call_back_slots(queue=line.queue, priority=line.priority, rang_at=line.arrived_at,
                                     as_at=call.as_at) if line else ()
    typed = request.POST.get("number") or (line.number if line else "")
    return render(request, "telephone/ring_back.html", page_context(
        call, page_title="Ring them back", times=time_items(found, starts_at), typed=typed, problem=problem,
        helper_number=request.POST.get("helper_number", ""), benefits=_benefits(request, call), back_url=call.url,
        to_come=[(each, when(each.slot_start))
                 for each in contacts.call_backs_to_come(customer_id=call.customer.id)],
        error_list=[{"text": problem, "href": "#starts_at" if problem == CHOOSE else "#number"}] if problem else [],
    ), status=422 if problem else 200)


@permission("call.take")
@in_call
def change(request: HttpRequest, call: Call, call_back: str) -> HttpResponse:
    """Moved to another half-hour as they ask, or cancelled because they need not be rung."""
    found, problem = _of_theirs(call, call_back), ""
    if request.method == "POST":
        try:
            if request.POST.get("act") == "cancel":
                cancel_call_back(call_back=found, because="They asked us not to ring", by=call.by, as_at=call.as_at)
                done = f"They need not be rung, {when(found.slot_start)}."
            else:
                moved = move_call_back(call_back=found, slot=_must(chosen_time(request)), by=call.by,
                                       as_at=call.as_at)
                done = f"Moved the call-back to {when(moved.slot_start)}."
        except NotDone as refusal:
            problem = str(refusal)
        else:
            note(request, call, done)
            messages.success(request, done)
            return redirect(call.url)
    return render(request, "telephone/ring_back_change.html", page_context(
        call, page_title="Their call-back", found=found, is_at=when(found.slot_start), problem=problem,
        times=time_items(contacts.ordinary_slots(queue=found.queue, as_at=call.as_at), found.slot_start),
        back_url=call.address("telephone_ring_back"),
        error_list=[{"text": problem, "href": "#starts_at"}] if problem else []), status=422 if problem else 200)


def when(start: Instant) -> str:
    """'Tuesday 24 November 2026 from 14:00'."""
    return f"{weekday_and_day(start)} from {start.astimezone(LONDON):%H:%M}"


def time_items(found: Sequence[Slot], chosen: Instant | None) -> list[Item]:
    """The half-hours that have room, to choose one from."""
    items: list[Item] = [{"value": "", "text": "Choose"}]
    return items + [{"value": each.start.isoformat(), "selected": each.start == chosen,
                     "text": f"{when(each.start)} to {each.end.astimezone(LONDON):%H:%M}"} for each in found]


def _must(starts_at: Instant | None) -> Instant:
    if starts_at is None:
        raise NotDone(CHOOSE)
    return starts_at


def _benefit(name: str | None) -> str:
    return name if name in registry.schemes() else ""


def _benefits(request: HttpRequest, call: Call) -> list[Item]:
    """The benefit whose claim is begun, or that they said they ring to claim, is chosen already."""
    begun = [each.scheme for each in claims.open_claims(customer_id=call.customer.id) if each.state == "draft"]
    chosen = request.POST.get("claiming", next(iter(begun), call.line.scheme if call.line else ""))
    items: list[Item] = [{"value": "", "text": "None"}]
    return items + [{"value": name, "text": say(scheme.title), "selected": name == chosen}
                    for name, scheme in registry.schemes().items()]


def _of_theirs(call: Call, code: str) -> CallBack:
    found = next((each for each in contacts.call_backs_to_come(customer_id=call.customer.id) if each.code == code),
                 None)
    if found is None:
        raise NotFound("They have no call-back to come with that reference.")
    return found
