"""Each day: ask about vouchers that lie, and owe again what ran out."""
from __future__ import annotations

from entitle.history import operations as history
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import SYSTEM, Reference
from entitle.payments import operations as payments
from entitle.payments.models import CashOrder
from entitle.payments.work_kinds import RETURNED, VOUCHER_LIES
from entitle.procedures.moving_money import moving_money
from entitle.work import operations as work


def keep_cash_orders(*, as_at: Instant) -> tuple[int, int]:
    """How many were asked about, and how many ran out. Done again on a day, it finds nothing more."""
    with moving_money(by=SYSTEM, as_at=as_at):
        on = london_date(as_at)
        ended = payments.run_out(on=on, as_at=as_at)
        for order in ended:
            history.write(code="cash_order.ran_out", about=Reference("payment", order.payment_id),
                          customer_id=order.customer_id, by=SYSTEM, at=as_at)
            _open(RETURNED, order, "Not turned into money in time", as_at)
        lying = payments.to_ask_about(on=on)
        for order in lying:
            _open(VOUCHER_LIES, order, f"Since {order.issued_on}: runs out on {order.expires_on}", as_at)
        return len(lying), len(ended)


def _open(kind: str, order: CashOrder, note: str, as_at: Instant) -> None:
    """About the payment: one piece of work for all its vouchers."""
    work.open(kind=kind, about=Reference("payment", order.payment_id), customer_id=order.customer_id, origin_at=as_at,
              as_at=as_at, note=note)
