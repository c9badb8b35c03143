"""What else is asked in a claim, and of whom."""
from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from entitle.claims.lifecycle import SET_ASKED
from entitle.claims.models.claim import Claim
from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def asked_code() -> str:
    return new_code("ASK")


class SetAsked(models.Model):
    """A further set of questions of a claim, asked of one person: whose answer it waits for, since when and by when.

    `role` is what they are to the claim. `customer` is null where a member of staff answers. What they answer counts
    only once they have sent it.
    """

    code = models.CharField(max_length=20, unique=True, default=asked_code)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="sets_asked")
    questions = models.CharField(max_length=80)
    """The name of the set, as its scheme names it."""
    role = models.CharField(max_length=20)
    customer = models.ForeignKey(Customer, null=True, on_delete=models.PROTECT, related_name="sets_asked")
    period_from = models.DateField(null=True)
    """The first day of the assessment period that it is about, and the day after its last."""
    period_to = models.DateField(null=True)
    state = models.CharField(max_length=12, default=SET_ASKED.first)
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    code_digest = models.BinaryField(null=True, unique=True)
    """Of the code in the invitation, until it is used once."""

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=SET_ASKED.states), name="set_asked_state"),
            models.CheckConstraint(condition=Q(period_to__gt=F("period_from")), name="set_asked_period_in_order"),
            models.UniqueConstraint(
                fields=["claim", "questions", "role", "period_from"], nulls_distinct=False, name="set_asked_once"
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "asked_at"], condition=Q(state="asked"), name="set_asked_waiting"),
            models.Index(fields=["due_on"], condition=Q(state="asked"), name="set_asked_due"),
        ]

    @property
    def last_day(self) -> date | None:
        """Of the period that it is about."""
        return self.period_to - timedelta(days=1) if self.period_to else None
