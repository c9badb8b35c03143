"""The customer agrees aloud that someone may speak for them on some topics; that person joins the call."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from entitle.contacts import queries as contacts
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.bring_helper import bring_helper
from entitle.procedures.confirm_representative import confirm_representative
from entitle.procedures.errors import NotFound
from entitle.procedures.propose_representative import propose_representative


def add_helper(
    *, contact_code: str, name: str, scope: tuple[str, ...], by: Actor, as_at: Instant, until_on: date | None = None
) -> None:
    """Proposed, agreed and on the line, in one: each step is in history."""
    contact = contacts.get_contact(code=contact_code)
    if contact is None:
        raise NotFound("There is no call with that reference.")
    customer = customers.by_id(contact.customer_id)
    with transaction.atomic():
        helper = propose_representative(
            customer_code=customer.code, name=name, kind="helper", scope=scope, by=by, as_at=as_at
        )
        confirm_representative(representative_id=helper.id, until_on=until_on, by=by, as_at=as_at)
        bring_helper(contact_code=contact_code, representative_id=helper.id, by=by, as_at=as_at)
