"""What was taken elsewhere (offline, on a backlog of forms, by another body) and sent on to be a claim here."""
from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from entitle.claims.lifecycle import INTAKE
from entitle.claims.models.claim import Claim
from entitle.customers.models import Customer
from entitle.kernel.references import new_code


def intake_code() -> str:
    return new_code("INT")


class Intake(models.Model):
    """A claim as its sender took it, whole and never changed; what was put right since lies beside it."""

    code = models.CharField(max_length=20, unique=True, default=intake_code)
    sender = models.CharField(max_length=100)
    key = models.CharField(max_length=100)
    """The sender's own, the same however often it is sent."""
    scheme = models.CharField(max_length=60)
    channel = models.CharField(max_length=20)
    taken_at = models.DateTimeField()
    """When the person was there, by the sender's clock."""
    received_at = models.DateTimeField()
    who = models.JSONField()
    """{name: {given, family}, born_on} and, where they are known, nino, postcode, address and phone."""
    answers = models.JSONField()
    """Values as stored, by fact."""
    declared = models.BooleanField()
    """The person made the declaration."""
    digest = models.BinaryField()
    state = models.CharField(max_length=12, default=INTAKE.first)
    problems = models.JSONField(default=list)
    """Why it stopped: each {field, said, remedy}."""
    mended_who = models.JSONField(default=dict)
    mended_answers = models.JSONField(default=dict)
    record = models.CharField(max_length=20, blank=True)
    """Whose it is, where a person has settled that: a customer's code, or NEW."""
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="intakes", db_index=False)
    """Who sent it, or was the last to put it right."""
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, null=True, related_name="intakes")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, related_name="intakes")
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    """Why it was refused."""

    NEW = "new"

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=INTAKE.states), name="intake_state"),
            models.UniqueConstraint(fields=["sender", "key"], name="intake_once"),
            models.CheckConstraint(
                condition=~Q(state="passed") | Q(claim__isnull=False, customer__isnull=False),
                name="intake_passed_into_a_claim"),
            models.CheckConstraint(condition=~Q(state="refused") | ~Q(reason=""), name="intake_refused_for_a_reason"),
        ]
        indexes = [
            models.Index(
                fields=["received_at"], condition=Q(state__in=("waiting", "stopped")), name="intake_unfinished"),
            models.Index(fields=["received_at", "sender"], name="intake_by_day"),
        ]

    @property
    def who_now(self) -> dict[str, Any]:
        """Who they are, as put right."""
        return {**self.who, **self.mended_who}

    @property
    def answers_now(self) -> dict[str, Any]:
        """What they said, as put right."""
        return {**self.answers, **self.mended_answers}
