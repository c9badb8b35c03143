"""A payment has no account to go to: somebody asks for one, or it waits until a changed one is checked."""
from __future__ import annotations

from collections.abc import Sequence

from entitle.customers import queries as customers
from entitle.history import operations as history
from entitle.kernel.periods import Instant
from entitle.kernel.references import SYSTEM, Reference
from entitle.payments.work_kinds import NO_ACCOUNT
from entitle.work import operations as work


def wait_for_account(*, owed: Sequence[tuple[int, int]], as_at: Instant) -> None:
    """Of each (payment, customer): where the account is held back, that is work already, and ends with the payment."""
    if not owed:
        return
    held = customers.held_back({customer_id for _, customer_id in owed})
    for payment_id, customer_id in owed:
        about = Reference("payment", payment_id)
        if customer_id in held:
            history.write(code="payment.held", about=about, customer_id=customer_id, by=SYSTEM, at=as_at)
        else:
            work.open(kind=NO_ACCOUNT, about=about, customer_id=customer_id, origin_at=as_at, as_at=as_at)
