"""Claims, the answers given in them, and the people they are about."""
from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from entitle.claims.lifecycle import CLAIM, OPEN_STATES, SET_ASKED
from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def claim_code() -> str:
    return new_code("CLM")


def asked_code() -> str:
    return new_code("ASK")


class Claim(models.Model):
    """One claim for one benefit, from its draft on. Its life is lifecycle.CLAIM; one is open at a time a scheme."""

    code = models.CharField(max_length=20, unique=True, default=claim_code)
    scheme = models.CharField(max_length=60)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="claims")
    state = models.CharField(max_length=12, default=CLAIM.first)
    protected_on = models.DateField()
    """The date of the first contact by any channel: the claim counts from it, however long the form takes."""
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    channel = models.CharField(max_length=20)
    """The channel it was started by."""
    decide_by = models.DateField(null=True)
    """The date that the customer was promised."""
    effective_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CLAIM.states), name="claim_state"),
            models.UniqueConstraint(
                fields=["customer", "scheme"], condition=Q(state__in=OPEN_STATES), name="one_open_claim"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"]) | Q(submitted_at__isnull=False),
                name="claim_was_submitted",
            ),
            models.CheckConstraint(condition=Q(submitted_at__gte=F("started_at")), name="claim_submitted_after_start"),
        ]
        indexes = [
            models.Index(fields=["scheme", "decide_by"], condition=Q(state="received"), name="claim_to_decide"),
        ]


class Answer(models.Model):
    """One answer to one question, as given: a changed answer is a new row, and null an optional question left blank."""

    APPEND_ONLY: ClassVar[bool] = True

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="answers", db_index=False)
    fact = models.CharField(max_length=80)
    value = models.JSONField(null=True)
    channel = models.CharField(max_length=20)
    answered_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="answers", db_index=False
    )
    asked_in = models.BigIntegerField(null=True)
    """The number of the SetAsked that it was given in; null for what was answered in the claim itself."""

    class Meta:
        indexes = [models.Index(fields=["claim", "fact", "-id"], name="answer_latest")]


class ClaimParty(models.Model):
    """Someone a claim is about, and their role in it (claimant, partner, child)."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="parties", db_index=False)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="claim_parties")
    role = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "customer", "role"], name="party_once")]


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
