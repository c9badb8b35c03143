"""Call-backs are promised, tried, made or given up, under their lock."""
from __future__ import annotations

from datetime import timedelta

from django.db import connection

from entitle.contacts.lifecycle import CALL_BACK
from entitle.contacts.models import Call, CallBack, CallBackAttempt
from entitle.contacts.practice import practice
from entitle.contacts.slots import Slot, next_try
from entitle.kernel.periods import Instant, london_date

_SLOTS_LOCK = 7314


def hold_slots(*, queue: str) -> None:
    """Of those who choose in one queue at once, the second waits: so no slot is promised to more than it holds."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, hashtext(%s))", [_SLOTS_LOCK, queue])


def promise(*, call: Call, slot: Slot, number: str, helper_number: str, due_at: Instant, is_urgent: bool,
            customer_id: int | None, claiming: str, as_at: Instant) -> CallBack:
    """The promise, dated."""
    return CallBack.objects.create(
        call=call, customer_id=customer_id, number=number, helper_number=helper_number, queue=call.queue,
        language=call.language, slot_start=slot.start, due_at=due_at, is_urgent=is_urgent, try_at=slot.start,
        claiming=claiming, promised_at=as_at)


def locked_call_back(*, call_back_id: int) -> CallBack:
    """The call-back with its call, held until the transaction ends."""
    return CallBack.objects.select_for_update(of=("self",)).select_related("call", "customer").get(id=call_back_id)


def note_attempt(held: CallBack, *, reached: bool, user_id: int | None, as_at: Instant) -> CallBack:
    """We rang. Not reached for the last time allowed, it has failed. Raises NotAllowedNow once it is over."""
    held.state = CALL_BACK.after(held.state, "reached" if reached else "missed")
    held.attempts += 1
    CallBackAttempt.objects.create(call_back=held, at=as_at, reached=reached, agent_id=user_id)
    if reached:
        held.finished_at = as_at
    elif held.attempts >= practice(on=london_date(held.promised_at)).attempts:
        held.state, held.finished_at = CALL_BACK.after(held.state, "failed"), as_at
    else:
        held.try_at = next_try(attempts=held.attempts, as_at=as_at, slot_start=held.slot_start)
    held.save(update_fields=["state", "attempts", "try_at", "finished_at"])
    return held


def move_call_back(held: CallBack, *, slot: Slot) -> CallBack:
    """To another half-hour: tried afresh, and reminded of again. Raises NotAllowedNow once it is over."""
    held.state = CALL_BACK.after(held.state, "moved")
    held.slot_start = held.try_at = slot.start
    held.due_at, held.attempts, held.reminded_at = slot.end, 0, None
    held.save(update_fields=["state", "slot_start", "try_at", "due_at", "attempts", "reminded_at"])
    return held


def cancel_call_back(held: CallBack, *, as_at: Instant) -> None:
    """It need not be made after all. Raises NotAllowedNow once it is over."""
    held.state, held.finished_at = CALL_BACK.after(held.state, "cancelled"), as_at
    held.save(update_fields=["state", "finished_at"])


def name_call_back(*, call_back_id: int, customer_id: int) -> None:
    """Whom the promise was made to, once known."""
    CallBack.objects.filter(id=call_back_id, customer__isnull=True).update(customer_id=customer_id)


def to_remind(*, as_at: Instant) -> list[CallBack]:
    """Promises whose half-hour is near and whose customer has not been reminded, held, and marked as reminded."""
    until = as_at + timedelta(minutes=practice(on=london_date(as_at)).remind_minutes_before)
    found = list(CallBack.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        state="promised", reminded_at__isnull=True, slot_start__gt=as_at, slot_start__lte=until,
    ).select_related("customer").order_by("slot_start", "id"))
    CallBack.objects.filter(id__in=[each.pk for each in found]).update(reminded_at=as_at)
    return found
