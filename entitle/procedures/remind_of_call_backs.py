"""Remind customers by text that we ring them soon."""
from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from entitle.contacts import operations as contacts
from entitle.contacts.models import CallBack
from entitle.customers import queries as customers
from entitle.kernel.periods import Instant


def remind_of_call_backs(*, as_at: Instant) -> list[CallBack]:
    """Those who are reminded, once each. Never by a number that the customer says is not safe, or after a death."""
    with transaction.atomic():
        near = contacts.to_remind(as_at=as_at)
        told = [each for each in near if _may_text(each)]
        for each in told:
            app.configure_task("text_of_call_back", queue="messages").defer(
                call_back_id=each.pk, words="call_back_reminder")
        return told


def _may_text(call_back: CallBack) -> bool:
    customer = call_back.customer
    if customer is None:
        return True
    unsafe = {point.value for point in customers.contact_points(customer.pk) if point.is_safe is False}
    return customer.died_on is None and call_back.number not in unsafe
