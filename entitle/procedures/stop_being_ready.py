"""An agent takes a break: no caller is put through to them."""
from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call
from entitle.kernel.references import Actor


def stop_being_ready(*, agent: Actor) -> Call | None:
    """The call that came to them before they could say so, if one did: it is still theirs."""
    if agent.user_id is None:
        return None
    with transaction.atomic():
        already = contacts.in_hand(user_id=agent.user_id)
        contacts.no_longer_ready(user_id=agent.user_id)
        return already
