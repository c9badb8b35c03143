"""Vouchers and cheques."""
from __future__ import annotations

from entitle.payments.models import CashOrder


def cash_orders_of(*, payment_id: int) -> list[CashOrder]:
    """Those given for a payment, in order."""
    return list(CashOrder.objects.filter(payment_id=payment_id).order_by("attempt"))
