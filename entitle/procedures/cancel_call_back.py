"""Let a promised call-back go: the customer rang again, or needs it no longer."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.lifecycle import CALL_BACK
from entitle.contacts.models import CallBack
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.errors import NotDone
from entitle.work import operations as work


def cancel_call_back(*, call_back: CallBack, because: str, by: Actor, as_at: Instant) -> CallBack:
    """The call-back, cancelled. A claim dated by it keeps its date.

    Raises NotDone without a reason, or once it is over.
    """
    if not because.strip():
        raise NotDone("Say why the customer need not be rung.")
    about = Reference("call_back", call_back.pk)
    with transaction.atomic():
        held = contacts.locked_call_back(call_back_id=call_back.pk)
        if not CALL_BACK.can(held.state, "cancelled"):
            raise NotDone("That call-back is over.")
        contacts.cancel_call_back(held, as_at=as_at)
        work.cancel(about=about, kind="call.call_back", as_at=as_at, outcome=because.strip()[:100], by=by)
        history.write(code="call_back.cancelled", about=about, customer_id=held.customer_id, by=by, at=as_at)
        return held
