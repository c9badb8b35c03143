"""Move a call-back to another half-hour, as the customer asks: promised afresh, and work with a new clock."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts import queries
from entitle.contacts.lifecycle import CALL_BACK
from entitle.contacts.models import CallBack
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.standards import agency
from entitle.work import operations as work
from entitle.work import queries as queue


def move_call_back(*, call_back: CallBack, slot: Instant, by: Actor, as_at: Instant) -> CallBack:
    """The promise as it now stands. `slot` is when the half-hour begins; the attempts made before do not count in it.

    Whoever was in the urgent lane stays first among those rung, in the half-hour that they chose instead. The day that
    a claim counts from is kept. Raises NotDone for a half-hour that is full or past, or once it is over.
    """
    about = Reference("call_back", call_back.pk)
    with transaction.atomic():
        contacts.hold_slots(queue=call_back.queue)
        held = contacts.locked_call_back(call_back_id=call_back.pk)
        if not CALL_BACK.can(held.state, "moved"):
            raise NotDone("That call-back is over.")
        if held.slot_start == slot:
            return held
        free = queries.ordinary_slots(queue=held.queue, as_at=as_at)
        chosen = next((each for each in free if each.start == slot), None)
        if chosen is None:
            raise NotDone("That half-hour is full, or has gone. Choose another.")
        [was] = [each for each in queue.about(about, kind="call.call_back") if each.state in ("open", "taken")]
        work.cancel(work_item_id=was.pk, as_at=as_at, outcome="Moved as they asked", by=by)
        contacts.move_call_back(held, slot=chosen)
        work.open(kind="call.call_back", about=about, customer_id=held.customer_id, as_at=as_at, promise=True,
                  standard=agency()["call_back_slot"], origin_at=held.slot_start, note=was.note,
                  language=held.language, priority=was.priority)
        history.write(code="call_back.moved", about=about, customer_id=held.customer_id, by=by, at=as_at)
        return held
