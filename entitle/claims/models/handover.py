"""What is handed to another body out of a claim, what they took of it, and what they said of it later."""
from __future__ import annotations

import json
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from entitle.claims.lifecycle import HANDOVER
from entitle.claims.models.claim import Claim
from entitle.kernel.references import new_code


def handover_code() -> str:
    return new_code("HOV")


class Handover(models.Model):
    """One claim's answers to one body, whole as they were given and never changed; what was put right lies beside."""

    code = models.CharField(max_length=20, unique=True, default=handover_code)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="handovers")
    to = models.CharField(max_length=20)
    """Who it is for: a name of blueprint.receivers."""
    payload = models.TextField()
    """JSON, {fact: value}: each value letter for letter as it was answered."""
    digest = models.BinaryField()
    """SHA-256 of the payload."""
    made_at = models.DateTimeField()
    state = models.CharField(max_length=12, default=HANDOVER.first)
    attempts = models.PositiveIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=200, blank=True)
    """Why the last attempt did not arrive."""
    accepted = models.JSONField(default=list)
    """The facts that they have taken, of which no more need be sent."""
    problems = models.JSONField(default=list)
    """What they did not take: each {field, said, remedy}."""
    mended = models.JSONField(default=dict)
    """What was put right, or is spelt as they hold it, by fact."""
    released_at = models.DateTimeField(null=True)
    """When an officer agreed with the body who there takes it, where the record is one that few may open."""
    their_reference = models.CharField(max_length=100, blank=True)
    ended_at = models.DateTimeField(null=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="handovers_mended", db_index=False)
    """The last to put it right."""

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=HANDOVER.states), name="handover_state"),
            models.UniqueConstraint(fields=["claim", "to"], name="handover_once"),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(ended_at__isnull=False), name="handover_accepted_at_a_time"),
        ]
        indexes = [
            models.Index(fields=["made_at"], condition=~Q(state="accepted"), name="handover_unfinished"),
            models.Index(fields=["made_at", "to"], name="handover_by_day"),
        ]

    @property
    def waits_for_release(self) -> bool:
        """Nothing of a restricted record goes out by itself."""
        return self.state == "pending" and self.released_at is None and self.claim.customer.is_restricted

    @property
    def answers(self) -> dict[str, Any]:
        """By fact, as put right."""
        found: dict[str, Any] = json.loads(self.payload)
        return found | self.mended


class HandoverFeedback(models.Model):
    """What the body that took a handover came to, in a code of theirs."""

    APPEND_ONLY: ClassVar[bool] = True

    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="feedback")
    said = models.CharField(max_length=60)
    said_on = models.DateField()
    received_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["handover", "said", "said_on"], name="feedback_once")]
        indexes = [models.Index(fields=["said_on"], name="feedback_by_month")]
