"""The one place where a person's own words enter, by any channel: what means danger opens the six-point plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from entitle.contacts.models import Call, Contact
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor
from entitle.procedures.open_safeguarding import open_safeguarding
from entitle.steering.safeguarding import risk_in
from entitle.work.models import WorkItem


def heed_words(*, words: Any, channel: str, as_at: Instant, by: Actor, customer_id: int | None = None,
               contact: Contact | None = None, call: Call | None = None) -> WorkItem | None:
    """Every verb that takes words in calls this, in its transaction. `words` is text, or answers as fact to value.

    Names, addresses and numbers are not words that anyone says; each of the rest is listened to by itself.
    """
    heard = [said for said in _said(words) if said and risk_in(said)]
    if not heard:
        return None
    customer = customers.by_id(customer_id) if customer_id is not None else None
    return [open_safeguarding(customer=customer, contact=contact, call=call, words=said, channel=channel, by=by,
                              as_at=as_at) for said in heard][0]


def _said(words: Any) -> Iterator[str]:
    """Text, wherever in an answer it is: a repeat's rows are of facts too; the parts of an address are not."""
    if isinstance(words, str):
        yield words
    elif isinstance(words, Mapping):
        for name, value in words.items():
            if "." in name:
                yield from _said(value)
    elif isinstance(words, (list, tuple)):
        for each in words:
            yield from _said(each)
