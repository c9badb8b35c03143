"""What somebody without an account turns into money: vouchers of the exception service, and a cheque of last resort."""
from __future__ import annotations

from datetime import date, timedelta

VOUCHER, CHEQUE = "voucher", "cheque"
MOST_IN_A_VOUCHER = 100_00
"""Pence: the Payment Exception Service gives out cash for at most this much at once."""
GOOD_FOR_DAYS = {VOUCHER: 90, CHEQUE: 180}
"""Days after which nothing is given for it. Banks refuse a cheque of more than six months."""
ASK_AFTER_DAYS = (60, 80)
"""A voucher not turned into money by then: somebody asks the customer why, each time."""


def parts(*, pence: int, kind: str) -> tuple[int, ...]:
    """The pence of each voucher that a sum takes: 43,725 is four of 10,000 and one of 3,725. A cheque is of all of it.

    Raises ValueError for a sum of nothing.
    """
    if pence <= 0:
        raise ValueError(f"{pence} pence cannot be paid")
    if kind == CHEQUE:
        return (pence,)
    whole, rest = divmod(pence, MOST_IN_A_VOUCHER)
    return (MOST_IN_A_VOUCHER,) * whole + ((rest,) if rest else ())


def expires_on(*, kind: str, issued_on: date) -> date:
    """The first day on which nothing is given for it."""
    return issued_on + timedelta(days=GOOD_FOR_DAYS[kind])
