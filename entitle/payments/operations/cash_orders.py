"""Vouchers and cheques: given for what is owed, turned into money, or run out and owed again."""
from __future__ import annotations

from datetime import date, timedelta

from entitle.kernel.lifecycle import NotAllowedNow
from entitle.kernel.money import pounds
from entitle.kernel.periods import Instant, london_date
from entitle.kernel.references import Reference, new_code
from entitle.payments import accounts
from entitle.payments.cash_orders import ASK_AFTER_DAYS, VOUCHER, expires_on, parts
from entitle.payments.lifecycle import CASH_ORDER
from entitle.payments.models import CashOrder, PaymentAttempt, ReturnedPayment
from entitle.payments.operations.ledger import open_cash_orders, post
from entitle.payments.operations.sending import OwedPayment
from entitle.payments.reasons import HELD_BACK, MOST_ATTEMPTS, PaymentKey, bank_reference

_PREFIXES = {VOUCHER: "VCH"}
_IN_NO_RUN = 0
_RAN_OUT = "EXP"
"""Said as the reason where a bank says why it sent a payment back."""


def give_cash_orders(*, owed: OwedPayment, kind: str, as_at: Instant) -> list[CashOrder]:
    """All that is owed, in vouchers of at most a hundred pounds each, or in one cheque.

    Each is an attempt at the payment of its own. The caller holds the payment. Raises NotAllowedNow where that takes
    more attempts than a reference can say.
    """
    payment, issued_on = owed.payment, london_date(as_at)
    pence_of = dict(enumerate(parts(pence=owed.pence, kind=kind), start=owed.attempt))
    if max(pence_of) > MOST_ATTEMPTS:
        raise NotAllowedNow("that is more vouchers than one payment can have: give a cheque")
    open_cash_orders()
    given = []
    for attempt, pence in pence_of.items():
        key = PaymentKey(payment.reason, payment.award_id, payment.period_start, attempt)
        PaymentAttempt.objects.create(
            payment_id=payment.id, period_start=payment.period_start, attempt=attempt, run_id=_IN_NO_RUN, method=kind,
            sort_code="", account_number="", account_name="", reference=bank_reference(key), pence=pence, at=as_at)
        _move(payment.id, attempt, payment.period_start, pence, payment.customer_id, as_at,
              accounts.OWED, accounts.CASH_ORDERS, accounts.INSTRUCTED)
        given.append(CashOrder.objects.create(
            code=new_code(_PREFIXES.get(kind, "CHQ")), kind=kind, payment_id=payment.id, attempt=attempt,
            period_start=payment.period_start, customer_id=payment.customer_id, pence=pence, issued_on=issued_on,
            expires_on=expires_on(kind=kind, issued_on=issued_on), state=CASH_ORDER.first))
    return given


def cash(*, code: str, on: date, as_at: Instant, pence: int | None = None) -> CashOrder | None:
    """It was turned into money; None where that was known. `pence` is what was given for it, where that was said.

    Raises CashOrder.DoesNotExist, NotAllowedNow where it was another sum, and for one
    that had run out or was stopped: its money is owed again, or was given again."""
    order = CashOrder.objects.select_for_update().get(code=code)
    if pence is not None and pence != order.pence:
        raise NotAllowedNow(f"{code} is for {pounds(order.pence)}, and {pounds(pence)} was given for it")
    if order.state == "cashed":
        return None
    if order.state != CASH_ORDER.first:
        raise NotAllowedNow(f"{code} had run out or was stopped, and money was given for it")
    _end(order, "cashed", on)
    post(debit=accounts.CASH_ORDERS, credit=accounts.BANK, pence=order.pence, about=Reference("cash_order", order.id),
         period_start=order.period_start, event=accounts.CASHED, as_at=as_at, customer_id=order.customer_id)
    return order


def run_out(*, on: date, as_at: Instant) -> list[CashOrder]:
    """What ran out by a day is owed again."""
    ended = CashOrder.objects.select_for_update(skip_locked=True).filter(state=CASH_ORDER.first, expires_on__lte=on)
    return [_owe_again(order, "ran_out", _RAN_OUT, order.expires_on, on, as_at) for order in ended.order_by("id")]


def stop(*, customer_id: int, on: date, as_at: Instant) -> list[CashOrder]:
    """Somebody died: nothing more is given for theirs, which is owed again."""
    held = CashOrder.objects.select_for_update().filter(customer_id=customer_id, state=CASH_ORDER.first)
    return [_owe_again(order, "stopped", HELD_BACK, on, on, as_at) for order in held.order_by("id")]


def to_ask_about(*, on: date) -> list[CashOrder]:
    """Vouchers that have lain for so many days that somebody must ask about them now: each once for each such time."""
    found: dict[int, CashOrder] = {}
    for times, days in enumerate(ASK_AFTER_DAYS, start=1):
        lain = CashOrder.objects.select_for_update(skip_locked=True).filter(
            kind=VOUCHER, state=CASH_ORDER.first, asked_times__lt=times, issued_on__lte=on - timedelta(days=days))
        now = {order.id: order for order in lain.order_by("id")}
        CashOrder.objects.filter(id__in=now).update(asked_times=times)
        found |= now
    return list(found.values())


def _owe_again(order: CashOrder, event: str, code: str, returned_on: date, on: date, as_at: Instant) -> CashOrder:
    _end(order, event, on)
    ReturnedPayment.objects.create(
        payment_id=order.payment_id, attempt=order.attempt, customer_id=order.customer_id, pence=order.pence,
        reason_code=code, returned_on=returned_on, at=as_at)
    _move(order.payment_id, order.attempt, order.period_start, order.pence, order.customer_id, as_at,
          accounts.CASH_ORDERS, accounts.OWED, accounts.RETURNED)
    return order


def _end(order: CashOrder, event: str, on: date) -> None:
    order.state, order.ended_on = CASH_ORDER.after(order.state, event), on
    order.save(update_fields=["state", "ended_on"])


def _move(payment_id: int, attempt: int, period_start: date, pence: int, customer_id: int, as_at: Instant,
          debit: str, credit: str, event: str) -> None:
    moved = post(debit=debit, credit=credit, pence=pence, about=Reference("payment", payment_id),
                 period_start=period_start, event=event, as_at=as_at, attempt=attempt, customer_id=customer_id)
    assert moved is not None, "it is held, so this happens once"
