"""Someone may be in danger: the six-point plan is opened, and goes before all other work, whatever the channel."""

from __future__ import annotations

from django.db import transaction

from entitle.contacts import operations as contacts
from entitle.contacts.models import Call, Contact
from entitle.contacts.queues import FIRST_OF_ALL, SAFEGUARDING
from entitle.customers.models import Customer
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Actor, Reference
from entitle.procedures.queue_call import queue_call
from entitle.steering.safeguarding import risk_in
from entitle.work import operations as work
from entitle.work.models import WorkItem

CONCERN = "concern"
"""The kind where the rule hears nothing and a colleague is worried all the same."""


def open_safeguarding(*, words: str, channel: str, as_at: Instant, customer: Customer | None = None,
                      contact: Contact | None = None, call: Call | None = None, by: Actor = SYSTEM) -> WorkItem:
    """The work, before all other. Words said while a plan is open are added to it, whatever channel they came by.

    A call that waits jumps its queue. Nobody is asked whether they may: danger is heard on a restricted record too.
    """
    heard_in = contact or call
    customer_id = customer.id if customer else heard_in.customer_id if heard_in else None
    risk, words = risk_in(words), words.strip()
    with transaction.atomic():
        plan, is_new = contacts.open_plan(customer_id=customer_id, contact_id=contact.pk if contact else None,
                                          call_id=call.pk if call else None, as_at=as_at)
        is_more = contacts.keep_words(plan=plan, kind=risk.kind if risk else CONCERN, said=risk.said if risk else "",
                                      words=words, channel=channel, user_id=by.user_id if by.role == "staff" else None,
                                      as_at=as_at)
        about = Reference("safeguarding_plan", plan.pk)
        if is_new or is_more:
            history.write(code="safeguarding.opened", about=about, customer_id=customer_id, by=by, at=as_at)
        if call is not None and call.state in ("ringing", "queued"):
            queue_call(call=call, queue=SAFEGUARDING, priority=FIRST_OF_ALL, language=call.language, summary=words,
                       as_at=as_at)
        return work.open(kind="safeguarding.act", about=about, customer_id=customer_id, as_at=as_at, origin_at=as_at,
                         note=plan.code)
