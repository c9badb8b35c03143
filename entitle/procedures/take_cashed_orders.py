"""Take in which vouchers and cheques were turned into money."""
from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from entitle.history import operations as history
from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.money import Pence
from entitle.kernel.periods import Instant
from entitle.kernel.references import Actor, Reference
from entitle.payments import operations as payments
from entitle.payments.models import CashOrder
from entitle.procedures.moving_money import moving_money


@dataclass(frozen=True)
class Cashed:
    """One that was turned into money on a day; for how much, where that is told."""

    code: str
    on: date
    pence: Pence | None = None


@dataclass(frozen=True)
class CashedTaken:
    """How many are known now that were not; and what a person must look into, in words."""

    taken: int
    problems: tuple[str, ...] = ()


def take_cashed_orders(*, cashed: Collection[Cashed], by: Actor, as_at: Instant) -> CashedTaken:
    """Each once, however often it is told. What is not ours, is of another sum, had run out or was stopped is named and
    the rest taken."""
    taken, problems = 0, []
    with moving_money(by=by, as_at=as_at):
        for each in cashed:
            try:
                order = payments.cash(code=each.code, on=each.on, pence=each.pence, as_at=as_at)
            except CashOrder.DoesNotExist:
                problems.append(f"no voucher or cheque of ours is '{each.code}'")
            except NotAllowedNow as refusal:
                problems.append(str(refusal))
            else:
                if order is not None:
                    taken += 1
                    history.write(code="cash_order.cashed", about=Reference("cash_order", order.id),
                                  customer_id=order.customer_id, by=by, at=as_at)
    return CashedTaken(taken, tuple(problems))
