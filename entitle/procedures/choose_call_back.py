"""Promise to ring a caller back in the half-hour that they choose: dated, owned, and with a clock."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.contacts.models import Call, CallBack
from entitle.contacts.slots import Slot
from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.procedures.keep_first_ring import keep_first_ring
from entitle.questions.kinds.phone import dialled
from entitle.standards import agency, due_at
from entitle.work import operations as work
from entitle.work.models import WorkItem

_BY_PHONE = Actor(role="system", channel="telephone", name="Entitle")


def choose_call_back(*, call: Call, slot: Instant, number: str, helper_number: str = "", as_at: Instant,
                     claiming: str = "", is_waiting: bool = False) -> CallBack:
    """The promise, with a work item that the customer was told of. `slot` is when the half-hour begins.

    A waiting caller leaves the queue with it; one who speaks with an agent goes on. `claiming` is the benefit that
    they rang to claim: the day of their first ring dates it. With `is_waiting` they choose in the queue, and whom an
    agent has answered by then is promised nothing: nobody is in two places. Raises NotDone for that, for a half-hour
    that is full or past, a number that is none, or a call that is over.
    """
    ring, helper = _number(number), _number(helper_number) if helper_number.strip() else ""
    with transaction.atomic():
        held = contacts.locked(call_id=call.pk)
        if held.state not in ("ringing", "queued", "offered", "answered"):
            raise NotDone("That call is over.")
        if is_waiting and (held.is_accepted or held.state == "answered"):
            raise NotDone("An agent has answered.")
        contacts.hold_slots(queue=held.queue)
        chosen = _chosen(held, slot, as_at)
        urgent = queries.is_urgent(queue=held.queue, priority=held.priority, as_at=as_at)
        due = min(chosen.end, due_at(agency()["urgent_call_back"], held.arrived_at)) if urgent else chosen.end
        customer = held.customer or customers.only_one_with_number(held.number)
        if held.state != "answered":
            contacts.act(held, name="call_back_promised", as_at=as_at)
        promised = contacts.promise(
            call=held, slot=chosen, number=ring, helper_number=helper, due_at=due, is_urgent=urgent, claiming=claiming,
            customer_id=customer.pk if customer else None, as_at=as_at)
        _open_work(promised, held, as_at)
        history.write(code="call_back.promised", about=Reference("call_back", promised.pk), by=_BY_PHONE, at=as_at,
                      customer_id=promised.customer_id)
        if customer is not None and claiming:
            keep_first_ring(call_back=promised, customer_id=customer.pk, by=_BY_PHONE)
        return promised


def _number(written: str) -> str:
    number = dialled(written)
    if number is None:
        raise NotDone("Give a phone number that we can ring, like 07700 900 982.")
    return number


def _chosen(held: Call, slot: Instant, as_at: Instant) -> Slot:
    free = queries.call_back_slots(queue=held.queue, as_at=as_at, priority=held.priority, rang_at=held.arrived_at)
    found = next((each for each in free if each.start == slot), None)
    if found is None:
        raise NotDone("That half-hour is full, or has gone. Choose another.")
    return found


def _open_work(promised: CallBack, held: Call, as_at: Instant) -> WorkItem:
    """Urgent, its clock runs from the first ring; else from the half-hour chosen."""
    urgent = promised.is_urgent
    return work.open(
        kind="call.call_back", about=Reference("call_back", promised.pk), customer_id=promised.customer_id,
        standard=agency()["urgent_call_back" if urgent else "call_back_slot"],
        origin_at=held.arrived_at if urgent else promised.slot_start, as_at=as_at, promise=True, note=held.summary,
        language=held.language, priority=WorkItem.URGENT if urgent else None)
