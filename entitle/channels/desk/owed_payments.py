"""A payment that is owed and on its way to nobody: what became of it, and how it is sent now."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from entitle.channels.desk import forms
from entitle.channels.desk.claim_steps import form_page
from entitle.channels.desk.frame import desk, now, officer
from entitle.channels.desk.looking import open_record
from entitle.channels.desk.refusals import attempt
from entitle.customers import queries as customers
from entitle.kernel.references import Actor
from entitle.pages.formats import day
from entitle.payments import queries as payments
from entitle.procedures.give_cash_orders import give_cash_orders
from entitle.procedures.send_payment_again import send_payment_again
from entitle.work import queries as work

_DONE = {payments.VOUCHER: "The vouchers are given, and the customer is told of them.",
         payments.CHEQUE: "The cheque is given, and the customer is told of it."}
KINDS = ("payment.returned", "payment.no_account")


@desk("payment.run")
def owed_payment(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows the payment and the account of now; POST sends it again, which does the work that waited for it."""
    item = work.get(code)
    if item.kind not in KINDS or item.customer_id is None:
        raise Http404
    customer = open_record(request, item.customer_id, work_code=code)
    filled = forms.fill(request, (forms.one_of("send.how", "How is it sent?", _ways()),))
    errors = filled.errors
    if request.method == "POST" and not errors:
        errors = attempt(lambda: _send(item.about_id, filled.values["send.how"], officer(request)))
        if not errors:
            done = _DONE.get(filled.values["send.how"], "It is sent again, once its file is released.")
            messages.success(request, done)
            return redirect("desk-queue")
    return form_page(
        request, filled, customer=customer, template="owed_payment.html", title="Send a payment again", caption=code,
        button="Send it", errors=errors, paid=payments.at_a_glance(payment_id=item.about_id),
        owed=payments.owed_of(payment_id=item.about_id), account=customers.current_bank_account(customer.id),
        cash_orders=payments.cash_orders_of(payment_id=item.about_id),
        back_url=reverse("desk-work", args=[code]))


def _send(payment_id: int, how: str, by: Actor) -> None:
    if how in _DONE:
        give_cash_orders(payment_id=payment_id, kind=how, by=by, as_at=now())
    else:
        send_payment_again(payment_id=payment_id, method=how, by=by, as_at=now())


def _ways() -> dict[str, str]:
    """By which of them it can go now, and when it arrives."""
    ways = {payments.FASTER: f"By Faster Payments, to arrive on {day(payments.same_day(as_at=now()))}"}
    run = payments.joinable_run(as_at=now())
    if run is not None:
        ways[payments.BACS] = f"In the next run by Bacs, to arrive on {day(run.pay_on)}"
    return ways | {payments.VOUCHER: "By vouchers of at most £100, for somebody without an account",
                   payments.CHEQUE: "By cheque, where nothing else can be done"}
