"""Decisions as they were made, challenges to them, and checks of their quality."""
from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from entitle.claims.models import Claim
from entitle.customers.models import Customer
from entitle.decisions.lifecycle import QUALITY_CHECK, RECONSIDERATION, RECONSIDERATION_OPEN
from entitle.kernel.references import new_code


def decision_code() -> str:
    return new_code("DEC")


def reconsideration_code() -> str:
    return new_code("REC")


class Decision(models.Model):
    """What was decided on a claim, and all it takes to decide it again: facts, date of law, rules version, trace.

    Never changed: a revision, or the decision on a period, is the next in the claim's sequence, and two officers cannot
    both be first.
    """

    APPEND_ONLY: ClassVar[bool] = True

    code = models.CharField(max_length=20, unique=True, default=decision_code)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="decisions", db_index=False)
    sequence = models.SmallIntegerField()
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="decisions")
    scheme = models.CharField(max_length=60)
    result = models.CharField(max_length=12)
    pence = models.BigIntegerField(null=True)
    per = models.CharField(max_length=5, db_default="week", default="week")
    """What the pence are for: 'week' or 'month'."""
    starts_on = models.DateField(null=True)
    period_from = models.DateField(null=True)
    """The first day of the assessment period that it is about; null where it is about the claim."""
    reasons = models.JSONField()
    facts = models.JSONField()
    law_on = models.DateField()
    rules_version = models.CharField(max_length=64)
    trace = models.JSONField(null=True)
    decided_at = models.DateTimeField()
    decided_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="decisions"
    )
    by_person = models.BooleanField()
    supersedes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="superseded_by")
    digest = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "sequence"], name="decided_once"),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="decision_sequence"),
            models.CheckConstraint(
                condition=~Q(result="entitled") | Q(pence__gte=0, starts_on__isnull=False),
                name="entitled_to_an_amount",
            ),
            models.CheckConstraint(
                condition=Q(sequence=1, supersedes__isnull=True) | Q(sequence__gt=1, supersedes__isnull=False)
                | Q(sequence__gt=1, period_from__isnull=False),
                name="revision_supersedes",
            ),
            models.CheckConstraint(
                condition=Q(by_person=False) | Q(decided_by_user__isnull=False), name="person_is_named"
            ),
        ]
        indexes = [models.Index(fields=["scheme", "decided_at"], name="decision_scheme_at")]


class Reconsideration(models.Model):
    """A customer asks another officer to look at a decision again. Its life is lifecycle.RECONSIDERATION."""

    code = models.CharField(max_length=20, unique=True, default=reconsideration_code)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="reconsiderations")
    state = models.CharField(max_length=12, default=RECONSIDERATION.first)
    asked_at = models.DateTimeField()
    asked_channel = models.CharField(max_length=20)
    why = models.TextField()
    first_decided_by_user_id = models.BigIntegerField(null=True)
    """Who made the decision challenged: the database refuses them here."""
    decided_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="reconsiderations"
    )
    concluded_at = models.DateTimeField(null=True)
    outcome_reason = models.TextField(blank=True)
    new_decision = models.OneToOneField(
        Decision, on_delete=models.PROTECT, null=True, related_name="made_by_reconsideration"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=RECONSIDERATION.states), name="reconsideration_state"),
            models.UniqueConstraint(
                fields=["decision"], condition=Q(state__in=RECONSIDERATION_OPEN), name="one_open_reconsideration"
            ),
            models.CheckConstraint(
                condition=~Q(decided_by_user=F("first_decided_by_user_id")), name="reconsidered_by_another"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["deciding", "upheld", "changed"]) | Q(decided_by_user__isnull=False),
                name="reconsidered_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(state="changed") | Q(new_decision__isnull=False), name="changed_by_a_decision"
            ),
        ]


class QualityCheck(models.Model):
    """A decision drawn into the quality sample, and what the checker found. Its life is lifecycle.QUALITY_CHECK."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="quality_check")
    chosen_at = models.DateTimeField()
    state = models.CharField(max_length=12, default=QUALITY_CHECK.first)
    outcome = models.CharField(max_length=12, blank=True)
    pence_wrong = models.BigIntegerField(null=True)
    note = models.TextField(blank=True)
    checked_at = models.DateTimeField(null=True)
    checked_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="quality_checks"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=QUALITY_CHECK.states), name="quality_check_state"),
            models.CheckConstraint(
                condition=Q(state="chosen", outcome="") | Q(
                    state="checked", outcome__in=["right", "wrong"], pence_wrong__gte=0,
                    checked_at__isnull=False, checked_by_user__isnull=False),
                name="check_says_what_was_found",
            ),
        ]
        indexes = [models.Index(fields=["chosen_at"], condition=Q(state="chosen"), name="quality_check_open")]


class ReviewBeforeStop(models.Model):
    """Before a decision takes money from someone of whom care is taken, a named officer agrees, or does not."""

    APPEND_ONLY: ClassVar[bool] = True

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="reviews_before_stop")
    agrees = models.BooleanField()
    because = models.TextField()
    reviewed_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews_before_stop"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(because=""), name="review_says_why")]
