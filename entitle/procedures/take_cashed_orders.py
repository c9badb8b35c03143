"""Take in which vouchers and cheques were turned into money."""
from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from entitle.history import operations as history
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.models import CashOrder


@dataclass(frozen=True)
class CashedTaken:
    """How many are known now that were not; and what a person must look into, in words."""

    taken: int
    problems: tuple[str, ...] = ()


def take_cashed_orders(*, codes: Collection[str], on: date, by: Actor, as_at: Instant) -> CashedTaken:
    """Each once, however often it is told. What is not ours, or had run out, is named and the rest taken."""
    taken, problems = 0, []
    with transaction.atomic():
        for code in codes:
            try:
                order = payments.cash(code=code, on=on, as_at=as_at)
                if order is not None:
                    taken += 1
                    history.write(code="cash_order.cashed", about=Reference("cash_order", order.id),
                                  customer_id=order.customer_id, by=by, at=as_at)
            except CashOrder.DoesNotExist:
                problems.append(f"no voucher or cheque of ours is '{code}'")
            except NotAllowedNow:
                problems.append(f"{code} had run out or was stopped, and money was given for it")
    return CashedTaken(taken, tuple(problems))
