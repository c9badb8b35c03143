"""Note that we rang a customer back, and whether we reached them."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.lifecycle import CALL_BACK
from entitle.contacts.models import CallBack
from entitle.history import operations as history
from entitle.kernel.periods import LONDON, Instant
from entitle.kernel.references import Actor, Reference
from entitle.procedures.begin_call import begin_call
from entitle.procedures.errors import NotDone, NotPermitted
from entitle.procedures.keep_first_ring import keep_first_ring
from entitle.procedures.tell_of_missed_calls import tell_of_missed_calls
from entitle.staff import queries as staff
from entitle.work import operations as work
from entitle.work import queries


def attempt_call_back(*, call_back: CallBack, reached: bool, agent: Actor, as_at: Instant, customer_code: str = "",
                      ) -> CallBack:
    """The call-back as it now stands. Reached, the contact begins on the customer's record, or on that of
    `customer_code`, for someone who had not been known; it is the call's own contact.

    Three attempts over two days having failed, it is closed as `contact_failed` and the customer is written to; a
    claim's date is kept. Raises NotDone before it is time to ring, or once it is over.
    """
    if agent.user_id is None or not staff.can(agent.user_id, "call.take"):
        raise NotPermitted("You may not ring customers back.")
    about = Reference("call_back", call_back.pk)
    with transaction.atomic():
        held = contacts.locked_call_back(call_back_id=call_back.pk)
        if not CALL_BACK.can(held.state, "reached"):
            raise NotDone("That call-back is over.")
        if as_at < held.try_at:
            raise NotDone(f"They are to be rung at {held.try_at.astimezone(LONDON):%H:%M on %A}, not before.")
        contacts.note_attempt(held, reached=reached, user_id=agent.user_id, as_at=as_at)
        if held.state in ("reached", "contact_failed"):
            work.complete(about=about, kind="call.call_back", as_at=as_at, outcome=held.state, by=agent)
        else:
            _let_go(about, agent.user_id)
        code = {"reached": "call_back.made", "contact_failed": "call_back.failed"}.get(held.state, "call_back.missed")
        history.write(code=code, about=about, customer_id=held.customer_id, by=agent, at=as_at)
        if held.state == "contact_failed":
            tell_of_missed_calls(call_back=held, as_at=as_at)
    if reached:
        _speak(held, agent, customer_code, as_at)
    return held


def _let_go(about: Reference, user_id: int) -> None:
    """Whoever is free rings next time."""
    for item in queries.about(about, kind="call.call_back"):
        if item.state == "taken" and item.owner_user_id == user_id:
            work.hand_back(work_item_id=item.pk, user_id=user_id)


def _speak(held: CallBack, agent: Actor, customer_code: str, as_at: Instant) -> None:
    """The customer is on the line: their record is opened, and what they rang for is dated from their first ring."""
    code = customer_code or (held.customer.code if held.customer else "")
    if not code:
        return
    contact = begin_call(customer_code=code, reason="call_back", direction="out", by=agent, as_at=as_at)
    contacts.name_call_back(call_back_id=held.pk, customer_id=contact.customer_id)
    keep_first_ring(call_back=held, customer_id=contact.customer_id, by=agent)
    contacts.note_customer(call_id=held.call_id, customer_id=contact.customer_id, contact_id=contact.pk)
