"""The table of advances: money lent against payments to come, before the first of a claim or for a one-off cost."""
from __future__ import annotations

from django.db import models
from django.db.models import Q

from entitle.kernel.references import new_code
from entitle.payments.debts import Debt
from entitle.payments.lifecycle import ADVANCE


def advance_code() -> str:
    return new_code("ADV")


class Advance(models.Model):
    """One advance, as the customer asked for it and agreed to pay it back. Its life is lifecycle.ADVANCE.

    Its number is one of the awards' own, which no award has: its payment carries it where others carry their award's,
    in the ledger, at the bank and in every key. What is owed back of it is its `debt`.
    """

    id = models.BigIntegerField(primary_key=True)
    code = models.CharField(max_length=20, unique=True, default=advance_code)
    customer_id = models.BigIntegerField()
    claim_id = models.BigIntegerField()
    scheme = models.CharField(max_length=60)
    pence = models.BigIntegerField()
    payments = models.SmallIntegerField()
    """Over how many payments it is paid back."""
    pence_each = models.BigIntegerField()
    cost = models.CharField(max_length=12, blank=True, default="", db_default="")
    """What it is for, where it is for a one-off cost; empty for one of a first payment."""
    in_need = models.BooleanField()
    """Whether they said that they cannot wait without harm."""
    most_pence = models.BigIntegerField(null=True)
    """By rule, when it was asked for; null where the rules could not tell."""
    award_pence = models.BigIntegerField(null=True)
    supposed = models.JSONField(default=list)
    """The facts that the estimate supposed."""
    state = models.CharField(max_length=12, default=ADVANCE.first)
    asked_at = models.DateTimeField()
    asked_by_user_id = models.BigIntegerField()
    channel = models.CharField(max_length=20)
    decided_at = models.DateTimeField(null=True)
    decided_by_user_id = models.BigIntegerField(null=True)
    """Null where the rules decided."""
    because = models.CharField(max_length=200, blank=True)
    payment_id = models.BigIntegerField(null=True)
    pay_on = models.DateField(null=True)
    debt = models.OneToOneField(Debt, null=True, on_delete=models.PROTECT, related_name="advance")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ADVANCE.states), name="advance_state"),
            models.CheckConstraint(
                condition=Q(pence__gt=0, pence_each__gt=0, payments__gt=0), name="advance_of_something"),
            models.CheckConstraint(
                condition=Q(state="paid", debt__isnull=False, payment_id__isnull=False)
                | ~Q(state="paid") & Q(debt__isnull=True, payment_id__isnull=True), name="advance_paid_is_owed_back"),
            models.UniqueConstraint(
                fields=["claim_id"], condition=Q(cost="") & ~Q(state="refused"), name="advance_once"),
            models.UniqueConstraint(
                fields=["claim_id"], condition=~Q(cost="") & Q(state="asked"), name="one_off_asked_once"),
        ]
        indexes = [models.Index(fields=["customer_id"], name="advance_customer")]
