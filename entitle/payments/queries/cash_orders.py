"""Vouchers and cheques."""
from __future__ import annotations

from datetime import date

from entitle.customers import queries as customers
from entitle.kernel.money import pounds
from entitle.payments.cash_orders import CHEQUE
from entitle.payments.cheques import Cheque, in_words
from entitle.payments.models import CashOrder


def cash_orders_of(*, payment_id: int) -> list[CashOrder]:
    """Those given for a payment, in order."""
    return list(CashOrder.objects.filter(payment_id=payment_id).order_by("attempt"))


def cheques_of(*, on: date) -> list[Cheque]:
    """What is to be printed of the cheques given on a day: none that was stopped."""
    given = list(CashOrder.objects.filter(kind=CHEQUE, issued_on=on).exclude(state="stopped").order_by("code"))
    names = customers.names_of({order.customer_id for order in given})
    return [Cheque(order.code, names.get(order.customer_id, ""), in_words(order.pence), pounds(order.pence).lstrip("£"),
                   order.issued_on, order.expires_on) for order in given]
