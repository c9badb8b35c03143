"""Accounts changed in a way that somebody else could have used: not paid into until there was time to say so."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from entitle.customers.lifecycle import ACCOUNT_HOLD
from entitle.customers.models.contact import BankAccount
from entitle.customers.models.customer import Customer


class AccountHold(models.Model):
    """One account held back, why, and until when; null where only an officer's word ends it. Its life is
    lifecycle.ACCOUNT_HOLD."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="account_holds")
    bank_account = models.ForeignKey(BankAccount, on_delete=models.PROTECT, related_name="holds", db_index=False)
    because = ArrayField(models.CharField(max_length=20))
    until = models.DateTimeField(null=True)
    state = models.CharField(max_length=12, default=ACCOUNT_HOLD.first)
    made_at = models.DateTimeField()
    made_by_user_id = models.BigIntegerField(null=True)
    settled_at = models.DateTimeField(null=True)
    settled_by_user_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ACCOUNT_HOLD.states), name="account_hold_state"),
            models.CheckConstraint(condition=~Q(because=[]), name="account_hold_says_why"),
            models.UniqueConstraint(fields=["customer"], condition=Q(state="held"), name="account_hold_one_now"),
        ]
        indexes = [models.Index(fields=["until"], condition=Q(state="held"), name="account_hold_until")]
