"""Claims, the answers given in them, and the people they are about."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from entitle.claims.lifecycle import CLAIM, OPEN_STATES
from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def claim_code() -> str:
    return new_code("CLM")


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
