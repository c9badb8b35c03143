"""One transaction in which money may move: history proves each transfer."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from entitle.history import operations as history
from entitle.history.operations import EventRow
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments import queries

_AT_ONCE = 8_192


@contextmanager
def moving_money(*, by: Actor, as_at: Instant) -> Iterator[None]:
    """Each transfer posted within by itself has an event with its digest before it ends. Those that payments are made
    with are proved by the event of their payment."""
    with transaction.atomic(), payments.gathered() as moved:
        yield
        for start in range(0, len(moved), _AT_ONCE):
            digests = queries.transfer_digests(moved[start : start + _AT_ONCE])
            history.write_many(
                EventRow("ledger.moved", by, as_at, about, refers_to=about, digest=digest)
                for about, digest in ((Reference("transfer", number), digest) for number, digest in digests.items()))
